"""The rollback-dependency graph in small: which interval between checkpoints undoes which."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.recovery.dependency import Interval, messages_between
from snapviz.study.forecast import Fall, Forecast

LANE, TOP, RIGHT = 24, 10, 12
BAR, SQUARE = 6.0, 4.0
MOST_LANES, MOST_EDGES, MOST_INTERVALS = 8, 160, 24
FAINT = 0.45


@dataclass(frozen=True)
class Dependencies:
    """A forecast, and the intervals that messages connect: the graph's edges but those along a
    process. An interval is (process, checkpoint after which it begins)."""

    forecast: Forecast
    edges: tuple[tuple[Interval, Interval], ...]


def dependencies(found: Forecast) -> Dependencies:
    """The graph over the checkpoints at that moment."""
    moment = found.moment
    between = messages_between(moment.computation, moment.candidates)
    return Dependencies(found, tuple(ends for ends in between if ends[0][0] != ends[1][0]))


class DependencyGraph(QWidget):
    """A lane for each process, a bar for each interval, squares for the checkpoints between."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("recovery.graph")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.theme: Theme = LIGHT
        self._shown: Dependencies | None = None
        self._step = 0

    def show_graph(self, shown: Dependencies | None, step: int = 0) -> None:
        self._shown, self._step = shown, step
        self.updateGeometry()
        self.update()

    def set_step(self, step: int) -> None:
        """Light the intervals undone by this step, and those before it fainter."""
        self._step = step
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 2 * TOP + LANE * self._lane_count)

    @property
    def _lane_count(self) -> int:
        shown = self._shown
        return min(MOST_LANES, len(shown.forecast.parts)) if shown is not None else 0

    # What is undone

    def undone(self) -> tuple[set[Interval], set[Interval]]:
        """The intervals undone by the steps before this one, and by this one."""
        before: set[Interval] = set()
        falls = self._shown.forecast.falls
        for fall in falls[: self._step]:
            before |= self._undone_by(fall)
        now = self._undone_by(falls[self._step]) if self._step < len(falls) else set()
        return before, now - before

    def _undone_by(self, fall: Fall) -> set[Interval]:
        """Whole intervals only: replay may keep the first part of one."""
        moment, process = self._shown.forecast.moment, fall.process
        place = moment.usable[process].index(fall.checkpoint)
        kept = int(fall.to_events > moment.candidates[process][place])
        return {(process, i) for i in range(place + kept, len(moment.usable[process]))}

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._name_lanes(painter)
        before, now = self.undone()
        self._paint_edges(painter, before, now)
        self._paint_bars(painter, before, now)
        painter.end()

    def _name_lanes(self, painter: QPainter) -> None:
        ids = self._shown.forecast.moment.run.trace.process_ids
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        self._left = 16 + min(70, max(metrics.horizontalAdvance(pid) for pid in ids))
        for process in range(self._lane_count):
            painter.setPen(QColor(self.theme.process_ink(process)))
            place = QRectF(6, self._y(process) - LANE / 2, self._left - 12, LANE)
            text = metrics.elidedText(ids[process], Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _y(self, process: int) -> float:
        return TOP + LANE * (process + 0.5)

    def _first(self, process: int) -> int:
        """Of very many intervals of a process only the last ones are drawn."""
        return max(0, len(self._shown.forecast.moment.candidates[process]) - MOST_INTERVALS)

    def _span(self, interval: Interval) -> tuple[float, float]:
        """From where to where on the screen an interval reaches: by time."""
        process, index = interval
        moment = self._shown.forecast.moment
        numbers = moment.usable[process]
        start = moment.checkpoint(numbers[index]).time_us
        last = index + 1 == len(numbers)
        end = moment.time_us if last else moment.checkpoint(numbers[index + 1]).time_us
        return self._x(start), self._x(end)

    def _x(self, time_us: int) -> float:
        moment = self._shown.forecast.moment
        begin = min(
            moment.checkpoint(moment.usable[p][self._first(p)]).time_us
            for p in range(self._lane_count)
        )
        share = (time_us - begin) / max(1, moment.time_us - begin)
        return self._left + max(0.0, share) * (self.width() - self._left - RIGHT)

    def _is_seen(self, interval: Interval) -> bool:
        return interval[0] < self._lane_count and interval[1] >= self._first(interval[0])

    def _paint_edges(self, painter: QPainter, before: set, now: set) -> None:
        edges = [e for e in self._shown.edges if self._is_seen(e[0]) and self._is_seen(e[1])]
        if len(edges) > MOST_EDGES:
            edges = [edge for edge in edges if edge[0] in before and edge[1] in now]
        for source, target in edges[:MOST_EDGES]:
            forces = source in before and target in now
            color = QColor(self.theme.bad if forces else self.theme.channel)
            painter.setPen(QPen(color, 1.6 if forces else 0.8))
            start, end = self._middle(source), self._middle(target)
            painter.drawLine(start, end)
            self._paint_head(painter, start, end, color)

    def _middle(self, interval: Interval) -> QPointF:
        left, right = self._span(interval)
        return QPointF((left + right) / 2, self._y(interval[0]))

    def _paint_head(self, painter: QPainter, start: QPointF, end: QPointF, color: QColor) -> None:
        way = end - start
        length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
        along, across = way / length, QPointF(-way.y(), way.x()) / length
        tip = end - along * (BAR / 2 + 1)
        painter.setBrush(color)
        painter.drawPolygon(
            QPolygonF([tip, tip - along * 5 + across * 2, tip - along * 5 - across * 2])
        )

    def _paint_bars(self, painter: QPainter, before: set, now: set) -> None:
        for process in range(self._lane_count):
            y = self._y(process)
            numbers = self._shown.forecast.moment.usable[process]
            for index in range(self._first(process), len(numbers)):
                interval = (process, index)
                left, right = self._span(interval)
                color = QColor(self.theme.process(process))
                if interval in before or interval in now:
                    color = QColor(self.theme.bad)
                    color.setAlphaF(1.0 if interval in now else FAINT)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                painter.drawRect(QRectF(left, y - BAR / 2, max(1.0, right - left), BAR))
                painter.setPen(QPen(QColor(self.theme.process(process)), 1.5))
                painter.setBrush(QColor(self.theme.background))
                painter.drawRect(QRectF(left - SQUARE, y - SQUARE, 2 * SQUARE, 2 * SQUARE))
