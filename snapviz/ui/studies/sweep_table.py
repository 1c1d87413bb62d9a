"""The points of a sweep as a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from snapviz.study.sweep import Point, Sweep
from snapviz.study.variation import plain
from snapviz.study.varying import VARIABLES
from snapviz.study.wilson import Rate
from snapviz.ui.panels.clocks_paint import RIGHT, paint_text, sized
from snapviz.ui.panels.row_widget import RowWidget
from snapviz.ui.studies.sweep_view import plot_word

ROW, EDGE, SMALL = 22, 8, 12
NOTHING = "–"

translate = QCoreApplication.translate


def rate_text(rate: Rate) -> str:
    """``0.125 [0.045, 0.301]``."""
    if rate.value is None:
        return NOTHING
    return f"{rate.value:.3f} [{rate.low:.3f}, {rate.high:.3f}]"


class SweepTable(RowWidget):
    """A row a point: protocol, value, runs, the measure that is drawn, and the price."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(ROW, parent)
        self.setObjectName("sweep.table")
        self.header_height = ROW + 2
        self._sweep: Sweep | None = None
        self._measure = "inconsistent"

    @property
    def row_count(self) -> int:
        return len(self._sweep.points) if self._sweep else 0

    @property
    def texts(self) -> list[list[str]]:
        return [self._cells(point) for point in self._sweep.points] if self._sweep else []

    def show_sweep(self, sweep: Sweep | None, measure: str) -> None:
        self._sweep, self._measure = sweep, measure
        self.updateGeometry()
        self.update()

    def heads(self) -> list[str]:
        variation = self._sweep.variation
        about = plot_word(VARIABLES[variation.name].about)
        heads = [
            translate("Sweep", "protocol"),
            f"{about} {variation.unit}".rstrip(),
            translate("Sweep", "runs"),
            translate("Sweep", "share [95 %]"),
        ]
        return [*heads, translate("Sweep", "throughput")] if self._sweep.save_pause_us else heads

    def _cells(self, point: Point) -> list[str]:
        cells = [
            plot_word(point.protocol),
            plain(point.value),
            str(point.runs),
            rate_text(getattr(point, self._measure)),
        ]
        if self._sweep.save_pause_us:
            share = point.throughput
            cells.append(NOTHING if share is None else f"{share:.1%}")
        return cells

    def _places(self, line: QRect) -> list[QRect]:
        """The name at the left; figures in columns from the right."""
        widths = [56, 36, 128, 68][: 4 if self._sweep.save_pause_us else 3]
        right = line.right() - EDGE
        places: list[QRect] = []
        for width in reversed(widths):
            places.append(QRect(right - width, line.top(), width, line.height()))
            right -= width + 8
        name = QRect(EDGE, line.top(), max(right - EDGE, 40), line.height())
        return [name, *reversed(places)]

    def paint_header(self, painter: QPainter) -> None:
        if self._sweep is None:
            return
        painter.setFont(sized(self.font(), SMALL))
        painter.setPen(QColor(self.theme.muted))
        line = QRect(0, 0, self.width(), ROW)
        for number, (place, head) in enumerate(zip(self._places(line), self.heads(), strict=True)):
            room = place.adjusted(-24, 0, 0, 0) if number == 1 else place
            paint_text(painter, room, head, RIGHT) if number else paint_text(painter, place, head)
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(0, ROW, self.width(), ROW)

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        point = self._sweep.points[row]
        painter.setFont(sized(self.font(), SMALL))
        wrong = bool(getattr(point, self._measure).hits)
        for number, (room, text) in enumerate(
            zip(self._places(place), self._cells(point), strict=True)
        ):
            token = self.theme.bad if wrong and number == 3 else self.theme.ink
            painter.setPen(QColor(token))
            paint_text(painter, room, text, RIGHT) if number else paint_text(painter, room, text)
