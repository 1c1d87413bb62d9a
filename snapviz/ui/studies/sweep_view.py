"""The curves of a sweep, by the painter of the figure on the command line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from snapviz.diagram.display_list import DisplayList, Ellipse
from snapviz.diagram.sweep_plot import sweep_plot
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.render.painter import paint
from snapviz.study.sweep import Sweep
from snapviz.study.variation import plain
from snapviz.ui.words import protocol_name

NEAR = 9.0


def plot_word(text: str) -> str:
    """A word of the plot, or the names of a curve, in the language of the window."""
    names = text.split(", ")
    if all(name in SNAPSHOT_PROTOCOLS for name in names):
        return ", ".join(map(protocol_name, names))
    return QCoreApplication.translate("SweepPlot", text)


class SweepView(QWidget):
    """Follows the sweep while it goes on; a point tells its figures under the pointer."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("sweep.plot")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 150)
        self._theme: Theme = LIGHT
        self._sweep: Sweep | None = None
        self._measure = "inconsistent"

    def sizeHint(self) -> QSize:
        return QSize(640, 260)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_sweep(self, sweep: Sweep | None, measure: str) -> None:
        self._sweep, self._measure = sweep, measure
        self.update()

    def picture(self) -> DisplayList | None:
        """What is shown, as a display list."""
        if self._sweep is None:
            return None
        size = self.width(), self.height()
        return sweep_plot(self._sweep, *size, self._measure, plot_word, bare=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self.picture()
        if picture is not None:
            paint(picture, QPainter(self), self._theme)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        text = self.text_at(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()

    def text_at(self, place: QPointF) -> str:
        """The figures of the point near a place."""
        picture = self.picture()
        for item in picture.items if picture else ():
            if isinstance(item, Ellipse) and item.subject:
                away = QPointF(item.cx, item.cy) - place
                if abs(away.x()) < NEAR and abs(away.y()) < NEAR:
                    return self._words(*item.subject)
        return ""

    def _words(self, kind: str, number: int) -> str:
        point = self._sweep.points[number]
        rate = getattr(point, self._measure)
        value = f"{plain(point.value)} {self._sweep.variation.unit}".rstrip()
        if kind == "price":
            price = f"{plot_word('throughput')} {point.throughput:.1%}"
            return f"{plot_word(point.protocol)}\n{value}: {price}"
        share = f"{rate.value:.3f} [{rate.low:.3f}, {rate.high:.3f}]"
        return f"{plot_word(point.protocol)}\n{value}: {share}\n{rate.hits} / {rate.of}"
