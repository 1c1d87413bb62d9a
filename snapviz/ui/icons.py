"""Line icons from ``resources/icons``, drawn in the colour the theme asks for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from snapviz.resources import resources_folder

RATIOS = (1.0, 2.0)


@lru_cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon ``size`` logical pixels wide, its lines in ``color`` (#rrggbb)."""
    svg = _source(name).replace("currentColor", color)
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    pixels = round(size * ratio)
    image = QPixmap(QSize(pixels, pixels))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


@lru_cache(maxsize=256)
def icon(name: str, color: str, disabled: str, size: int = 20) -> QIcon:
    """An icon for an action: crisp at every common screen scale."""
    made = QIcon()
    for ratio in RATIOS:
        made.addPixmap(pixmap(name, color, size, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=1)
def application_icon() -> QIcon:
    made = QIcon()
    for size in (16, 32, 48, 128, 256):
        made.addPixmap(pixmap("snapviz", "#000000", size))
    return made
