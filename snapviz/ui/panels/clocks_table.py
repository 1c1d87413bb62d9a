"""One row per process: its vector, its Lamport timestamp, what its own clock says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from snapviz.diagram.figures import offset_text
from snapviz.ui.figures import ms_text, run_decimals
from snapviz.ui.panels.clocks_moment import ProcessClocks, RunClocks
from snapviz.ui.panels.clocks_paint import (
    DOT_ROOM,
    RIGHT,
    VectorColumns,
    demi_bold,
    paint_dot,
    paint_text,
    sized,
)
from snapviz.ui.panels.clocks_words import sparse_vector
from snapviz.ui.panels.row_widget import RowWidget
from snapviz.ui.wording import DOT, filled

ONE_LINE, TWO_LINES = 26, 44
HEADER, HEADLESS = 24, 4
SMALL = 12
EDGE = 6
GAP = 12
REST_GAP = 9
LONGEST_NAME = 84
NOT_YET = "…"


class ClockTable(RowWidget):
    """Fills itself for the rows that are drawn, so a thousand processes cost no more than ten."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(ONE_LINE, parent)
        self.setObjectName("clocks.processes")
        self.header_height = HEADER
        self._clocks: RunClocks | None = None
        self._ids: tuple[str, ...] = ()
        self._at = (0, 0)
        self._shown: dict[int, ProcessClocks] = {}
        self._decimals = 1
        self.set_choosable(True)
        self.retranslate()

    @property
    def row_count(self) -> int:
        return len(self._ids)

    # What is shown

    def set_clocks(self, clocks: RunClocks | None) -> None:
        self._clocks = clocks
        self._shown.clear()
        self._ids = clocks.run.trace.process_ids if clocks is not None else ()
        self._decimals = run_decimals(clocks.run) if clocks is not None else 1
        self._arrange()

    def set_position(self, rows: int, time_us: int) -> None:
        """Draw again what has changed: where no event happened, only the local clocks."""
        self._at = (rows, time_us)
        before, self._shown = self._shown, {}
        seen = self.visibleRegion().boundingRect()
        for process, old in before.items():
            # Rows scrolled out of sight are derived again when they come back.
            if not self.row_rect(process).intersects(seen):
                continue
            new = self.clocks_of(process)
            if new == old:
                continue
            place = self.row_rect(process)
            same = (new.vector, new.lamport) == (old.vector, old.lamport)
            self.update(self._local_place(place) if same else place)
        if QAccessible.isActive():
            self.setAccessibleDescription("\n".join(self.texts))

    def clocks_of(self, process: int) -> ProcessClocks:
        """What is shown of a process; derived when it is first asked for."""
        found = self._shown.get(process)
        if found is None:
            found = self._shown[process] = self._clocks.at(process, *self._at)
        return found

    @property
    def texts(self) -> list[str]:
        """Each row as a line of text."""
        return [self._row_text(process) for process in range(len(self._ids))]

    def _row_text(self, process: int) -> str:
        clocks = self.clocks_of(process)
        vector = sparse_vector(clocks.vector, self._ids)
        return DOT.join([self._ids[process], vector, self._rest_text(clocks)])

    def _rest_text(self, clocks: ProcessClocks) -> str:
        stamp = NOT_YET if clocks.lamport is None else clocks.lamport
        if not self._is_timed:
            return filled(self.tr("Lamport %1"), stamp)
        local = ms_text(clocks.local_us, self._decimals)
        offset = offset_text(clocks.offset_us)
        return filled(self.tr("Lamport %1 · local clock %2 ms (%3)"), stamp, local, offset)

    @property
    def _is_timed(self) -> bool:
        """Whether processes have clocks; in a log they only count."""
        return self._clocks is None or self._clocks.run.is_timed

    # Where things stand

    def _arrange(self) -> None:
        """One line a process if it has room, else the clocks below the vector."""
        font, small = self.font(), QFontMetrics(sized(self.font(), SMALL))
        bold = QFontMetrics(demi_bold(font))
        names = max((bold.horizontalAdvance(pid) for pid in self._ids), default=0)
        self._name_width = EDGE + DOT_ROOM + min(names, LONGEST_NAME) + GAP
        clocks = self._clocks
        widest = clocks.widest if clocks is not None else 0
        metrics = QFontMetrics(font)
        self._rest_widths = [
            max(small.horizontalAdvance(word), *map(metrics.horizontalAdvance, samples)) + REST_GAP
            for word, samples in zip(self._shown_words, self._longest(), strict=True)
        ]
        room = self.width() - self._name_width - EDGE
        self._columns = VectorColumns(self._ids, widest, font, room)
        rest = sum(self._rest_widths)
        self._one_line = self._columns.dense and self._columns.width + rest <= room
        self.row_height = ONE_LINE if self._one_line else TWO_LINES
        self.header_height = HEADER if self._columns.dense else HEADLESS
        self.updateGeometry()
        self.update()

    def _longest(self) -> tuple[tuple[str, ...], ...]:
        """What may be the widest figures of each column beside the vector."""
        if self._clocks is None:
            return (("0",),) * 3
        run = self._clocks.run
        if not run.is_timed:
            return ((str(run.computation.event_count),),)
        offsets = self._clocks.offsets_us
        return (
            (str(run.computation.event_count),),
            tuple(ms_text(us, self._decimals) for us in (run.until_us + offsets[1], offsets[0])),
            tuple(offset_text(us) for us in (-10_000, *offsets)),
        )

    def _rest_places(self, place: QRect) -> list[QRect]:
        right, places = place.right() - EDGE + 1, []
        for width in reversed(self._rest_widths):
            places.insert(0, QRect(right - width, place.top(), width, place.height()))
            right -= width
        return places

    def _local_place(self, place: QRect) -> QRect:
        """The part of a row that changes from one instant to the next."""
        if self._one_line and not self._is_timed:
            return QRect()
        if self._one_line:
            _, local, offset = self._rest_places(place)
            return local.united(offset)
        return place.adjusted(0, ONE_LINE - 4, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    # Drawing

    def paint_header(self, painter: QPainter) -> None:
        if not self._columns.dense:
            return
        theme, line = self.theme, QRect(0, 0, self.width(), HEADER - 4)
        painter.setFont(sized(self.font(), SMALL))
        painter.setPen(QColor(theme.muted))
        if self._one_line:
            for word, place in zip(self._shown_words, self._rest_places(line), strict=True):
                painter.drawText(place, RIGHT, word)
        self._columns.paint_names(painter, line.adjusted(self._name_width, 0, 0, 0), theme)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(0, HEADER - 3, self.width(), HEADER - 3)

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        if self._clocks is None:
            return
        theme, clocks = self.theme, self.clocks_of(row)
        first = QRect(place.left(), place.top(), place.width(), ONE_LINE)
        center = first.center().y() + 0.5
        paint_dot(painter, EDGE + 5, center, QColor(theme.process(row)))
        painter.setFont(demi_bold(self.font()))
        painter.setPen(QColor(theme.ink))
        name = QRect(EDGE + DOT_ROOM, first.top(), self._name_width - DOT_ROOM - EDGE, ONE_LINE)
        paint_text(painter, name.adjusted(0, 0, -4, 0), self._ids[row])
        vector = first.adjusted(self._name_width, 0, -EDGE, 0)
        self._columns.paint(painter, vector, clocks.vector, row, theme)
        if self._one_line:
            self._paint_rest(painter, first, clocks)
            return
        painter.setFont(sized(self.font(), SMALL))
        painter.setPen(QColor(theme.muted))
        below = place.adjusted(EDGE + DOT_ROOM, ONE_LINE - 5, -EDGE, -4)
        paint_text(painter, below, self._rest_text(clocks))

    def _paint_rest(self, painter: QPainter, line: QRect, clocks: ProcessClocks) -> None:
        painter.setFont(self.font())
        stamp, *others = self._rest_places(line)
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(stamp, RIGHT, NOT_YET if clocks.lamport is None else str(clocks.lamport))
        if not others:
            return
        local, offset = others
        painter.drawText(local, RIGHT, ms_text(clocks.local_us, self._decimals))
        painter.setPen(QColor(self.theme.ink if clocks.offset_us else self.theme.muted))
        painter.drawText(offset, RIGHT, offset_text(clocks.offset_us))

    # Words

    @property
    def _shown_words(self) -> tuple[str, ...]:
        return self._words if self._is_timed else self._words[:1]

    def retranslate(self) -> None:
        self._words = (self.tr("Lamport"), self.tr("local ms"), self.tr("offset"))
        self.setAccessibleName(self.tr("Clocks of the processes at the play-head"))
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_whole(event)
            return True
        return super().event(event)

    def _show_whole(self, event: QHelpEvent) -> None:
        row = self.row_at(event.pos())
        if row < 0:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), self._row_text(row), self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)
