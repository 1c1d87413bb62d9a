"""The picture that an export would write, small, on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from snapviz.diagram.spacetime import spacetime
from snapviz.diagram.theme import theme
from snapviz.render.export import export_view
from snapviz.render.surfaces import image
from snapviz.run import Run
from snapviz.ui.dialogs.export_form import Choice
from snapviz.ui.spacetime.words import translated


def preview_image(run: Run, choice: Choice, pixels: int) -> QImage:
    """The chosen picture, ``pixels`` wide, laid out as the file will be."""
    view = export_view(
        run,
        from_us=choice.from_us,
        to_us=choice.to_us,
        width=choice.width,
        dpi=choice.dpi,
        legend=choice.legend,
        caption=choice.caption,
        translate=translated,
    )
    return image(spacetime(run, view), theme(choice.theme), pixels / view.width)


class Preview(QWidget):
    """A picture as large as there is room for it."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setMinimumSize(QSize(420, 280))
        self._image: QImage | None = None

    def show_image(self, picture: QImage) -> None:
        self._image = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None or self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = self.rect()
        place.setSize(size)
        place.moveCenter(self.rect().center())
        painter.drawImage(place, self._image)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(place.adjusted(0, 0, -1, -1))
