"""The picture or the film that an export would write, small, on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from snapviz.diagram.spacetime import View, spacetime
from snapviz.diagram.theme import theme
from snapviz.render.film import film_frames
from snapviz.render.frames import Frames
from snapviz.render.surfaces import image
from snapviz.render.wishes import Wishes, view_for
from snapviz.run import Run

FRAMES_A_SECOND = 10


def preview_image(run: Run, wishes: Wishes, pixels: int) -> QImage:
    """The chosen picture, ``pixels`` wide, laid out as the file will be."""
    view = view_for(run, wishes)
    return image(spacetime(run, view), theme(wishes.theme), pixels / view.width)


def preview_film(run: Run, wishes: Wishes, pixels: int) -> Frames:
    """The chosen film, ``pixels`` wide, with fewer frames than the file will have."""
    view: View = view_for(run, wishes)
    scale = pixels / view.width
    size = QSize(pixels, round(view.height * scale))
    return film_frames(run, view, wishes, size, scale, FRAMES_A_SECOND)


class Preview(QWidget):
    """A picture as large as there is room for it."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setMinimumSize(QSize(420, 280))
        self._image: QImage | None = None

    def show_image(self, picture: QImage) -> None:
        self._image = picture
        self.update()

    def size_shown(self) -> QSize:
        """The size of the picture, in its own pixels."""
        return self._image.size()

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


class Projector(QObject):
    """Shows a film in a preview, again and again, as fast as the file will play."""

    def __init__(self, screen: Preview):
        super().__init__(screen)
        self._screen = screen
        self._frames: Frames | None = None
        self._index = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // FRAMES_A_SECOND)
        self._timer.timeout.connect(self._turn)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def show_film(self, frames: Frames) -> None:
        """Play ``frames`` from where the film before it was."""
        self._frames = frames
        self._index %= frames.count
        self._screen.show_image(frames.image(self._index))
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._frames = None

    def _turn(self) -> None:
        following = (self._index + 1) % self._frames.count
        # Painting the still picture anew has a turn of its own.
        if self._frames.prepare(following):
            self._index = following
            self._screen.show_image(self._frames.image(following))
