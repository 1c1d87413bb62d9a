"""The one painter: a display list onto any QPainter, screen or file."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from snapviz.diagram.display_list import (
    Bands,
    DisplayList,
    Ellipse,
    Item,
    Line,
    Mosaic,
    Path,
    Polygon,
    Rect,
    Segments,
    Shade,
    Style,
    Text,
)
from snapviz.diagram.theme import Theme

from .fonts import role_font

ROUND = (Rect, Ellipse)  # few and small where a picture is rough, so that they are smooth in any
MOST_TAKEN = 20_000  # cells up to which numpy colours them faster than an image with a palette


def paint(
    display_list: DisplayList,
    painter: QPainter,
    theme: Theme,
    *,
    text_as_paths: bool = False,
    tabular: bool = True,
) -> None:
    """Draw the items in order; the painter's transform decides scale and place.

    ``text_as_paths`` turns words into outlines for files that must look the same where
    the font is missing. ``tabular`` False uses figures of natural width: their glyphs
    are the ones a PDF reader can turn back into text.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, display_list.is_smooth)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    known: dict[int, tuple[QPen, QBrush]] = {}
    for item in display_list.items:
        if type(item) is Text:
            _text(painter, theme, item, text_as_paths, tabular)
        elif type(item) is Shade:
            _shade(painter, theme, item)
        elif type(item) is Bands:
            _bands(painter, theme, item)
        elif type(item) is Mosaic:
            _mosaic(painter, theme, item)
        elif type(item) is Rect and _is_plain(item):
            painter.fillRect(_rectangle(item), _known_tools(known, theme, item.style)[1])
        else:
            pen, brush = _known_tools(known, theme, item.style)
            painter.setPen(pen)
            painter.setBrush(brush)
            if not display_list.is_smooth:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, type(item) in ROUND)
            _DRAW[type(item)](painter, item)
    painter.restore()


def _known_tools(
    known: dict[int, tuple[QPen, QBrush]], theme: Theme, style: Style
) -> tuple[QPen, QBrush]:
    """The same, by which object the style is: of thousands of items most have few styles."""
    tools = known.get(id(style))
    if tools is None:
        tools = known[id(style)] = _tools(theme, style)
    return tools


@lru_cache(maxsize=4096)
def _tools(theme: Theme, style: Style) -> tuple[QPen, QBrush]:
    pen = QPen(Qt.PenStyle.NoPen)
    if style.stroke:
        pen = QPen(_color(theme, style.stroke, style.opacity), style.width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if style.dash:
            pen.setDashPattern([length / style.width for length in style.dash])
    brush = QBrush(Qt.BrushStyle.NoBrush)
    if style.fill:
        brush = QBrush(_color(theme, style.fill, style.opacity))
    return pen, brush


@lru_cache(maxsize=4096)
def _color(theme: Theme, token: str, opacity: float) -> QColor:
    color = QColor(theme.color(token))
    color.setAlphaF(opacity)
    return color


@lru_cache(maxsize=4096)
def _advance(text: str, role: str, tabular: bool) -> float:
    return QFontMetricsF(role_font(role, tabular)).horizontalAdvance(text)


def _text(painter: QPainter, theme: Theme, item: Text, as_path: bool, tabular: bool) -> None:
    x = item.x
    if item.anchor != "start":
        width = _advance(item.text, item.role, tabular)
        x -= width / 2 if item.anchor == "middle" else width
    font = role_font(item.role, tabular)
    color = _color(theme, item.color, item.opacity)
    if as_path:
        path = QPainterPath()
        path.addText(QPointF(x, item.y), font, item.text)
        painter.fillPath(path, color)
        return
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(x, item.y), item.text)


def _line(painter: QPainter, item: Line) -> None:
    painter.drawLine(QLineF(item.x1, item.y1, item.x2, item.y2))


def _segments(painter: QPainter, item: Segments) -> None:
    painter.drawLines([QLineF(*stroke) for stroke in item.strokes])


def _shade(painter: QPainter, theme: Theme, item: Shade) -> None:
    """An image whose palette is the colour from clear to full."""
    tones = _tones(theme, item.style)
    if item.tones:
        tones = tones.take(np.frombuffer(item.tones, dtype=np.uint8))
    painter.drawImage(_rectangle(item), _inked(item, tones))


def _bands(painter: QPainter, theme: Theme, item: Bands) -> None:
    """One image for all lines, of which each gets a part."""
    columns, height = item.columns, item.height
    cells = np.frombuffer(item.cells, dtype=np.uint8).reshape(-1, columns)
    colors = np.array([_tones(theme, style)[-1] for style in item.styles])
    is_small = len(cells) * columns * height < MOST_TAKEN
    if is_small and _are_apart(item) and _is_unscaled(painter):
        _banded(painter, item, cells * colors[:, None])
        return
    pixels = np.repeat(cells * colors[:, None], height, axis=0)
    image = _image(pixels, columns)
    for line, top in enumerate(item.tops):
        place = QRectF(item.x, top, columns, height)
        painter.drawImage(place, image, QRectF(0, line * height, columns, height))


def _are_apart(item: Bands) -> bool:
    """Whether no two lines share a row of pixels."""
    return len(item.tops) < 2 or bool((np.diff(item.tops) >= item.height).all())


def _is_unscaled(painter: QPainter) -> bool:
    transform = painter.transform()
    return not (transform.isScaling() or transform.isRotating())


def _banded(painter: QPainter, item: Bands, pixels: np.ndarray) -> None:
    """Few columns as one image with gaps, which is quicker than an image for each line."""
    tops = np.rint(item.tops).astype(np.int64)
    first = int(tops.min())
    whole = np.zeros((int(tops.max()) - first + item.height, item.columns), dtype=np.uint32)
    rows = (tops - first)[:, None] + np.arange(item.height)
    whole[rows] = pixels[:, None, :]
    painter.drawImage(QPointF(item.x, first), _image(whole, item.columns))


def _mosaic(painter: QPainter, theme: Theme, item: Mosaic) -> None:
    """An image whose palette is the colours."""
    columns, rows = item.columns, item.rows
    image = QImage(item.cells, columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable([0, *(int(_tones(theme, style)[-1]) for style in item.styles)])
    ready = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(QPointF(item.x, item.y), ready)


def _inked(item: Shade, tones: np.ndarray) -> QImage:
    """In the form that is put onto others fastest."""
    columns, rows = item.columns, item.rows
    if columns * rows > MOST_TAKEN:
        image = QImage(item.ink, columns, rows, columns, QImage.Format.Format_Indexed8)
        image.setColorTable(tones.tolist())
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    pixels = tones.take(np.frombuffer(item.ink, dtype=np.uint8))
    return _image(pixels, columns)


def _image(pixels: np.ndarray, columns: int) -> QImage:
    """Of uint32 colours, row by row."""
    size = (columns, pixels.size // columns, 4 * columns)
    image = QImage(pixels.data, *size, QImage.Format.Format_ARGB32)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


@lru_cache(maxsize=256)
def _tones(theme: Theme, style: Style) -> np.ndarray:
    """uint32[256]: the colour for each share of ink."""
    color = QColor(theme.color(style.fill)).rgb() & 0xFFFFFF
    # As QColor does it, which takes 256 calls.
    fine = (np.arange(256) / 255 * style.opacity).astype(np.float32) * np.float32(0xFFFF)
    fine = np.floor(fine + np.float32(0.5)).astype(np.uint32)
    alpha = (fine + 128) // 257
    return (alpha << 24) | np.uint32(color)


def _path(painter: QPainter, item: Path) -> None:
    path = QPainterPath()
    for word, *numbers in item.commands:
        if word == "M":
            path.moveTo(*numbers)
        elif word == "L":
            path.lineTo(*numbers)
        elif word == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    painter.drawPath(path)


def _polygon(painter: QPainter, item: Polygon) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in item.points]))


def _ellipse(painter: QPainter, item: Ellipse) -> None:
    painter.drawEllipse(QPointF(item.cx, item.cy), item.rx, item.ry)


def _is_plain(item: Rect) -> bool:
    """Whether it is opaque and square, so that it may be filled the fast way."""
    return item.style.stroke is None and not item.radius and item.style.opacity == 1.0


def _rectangle(item: Rect | Shade) -> QRectF:
    return QRectF(item.x, item.y, item.width, item.height)


def _rect(painter: QPainter, item: Rect) -> None:
    rectangle = _rectangle(item)
    if item.radius:
        painter.drawRoundedRect(rectangle, item.radius, item.radius)
    else:
        painter.drawRect(rectangle)


_DRAW: dict[type[Item], object] = {
    Line: _line,
    Segments: _segments,
    Path: _path,
    Polygon: _polygon,
    Ellipse: _ellipse,
    Rect: _rect,
}
