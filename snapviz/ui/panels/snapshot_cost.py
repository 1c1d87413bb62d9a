"""What the snapshots of a run cost, side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import grouped
from snapviz.run import Run
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.panels.cards import Card, heading
from snapviz.ui.panels.clocks_paint import RIGHT, demi_bold, paint_text, sized
from snapviz.ui.panels.row_widget import RowWidget
from snapviz.ui.wording import filled
from snapviz.ui.words import protocol_name

ROW = 40
EDGE = 6
NAME = 134
FIGURES = 78
SMALL = 12


class CostBars(RowWidget):
    """One row a snapshot: its duration, and below it its control messages."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(ROW, parent)
        self.setObjectName("snapshots.costBars")
        self._run: Run | None = None
        self._moments: tuple[SnapshotMoment, ...] = ()
        self.set_choosable(True)

    @property
    def row_count(self) -> int:
        return len(self._moments)

    @property
    def texts(self) -> list[tuple[str, str, str]]:
        """Name, duration and control messages as each row says them."""
        return [(self._name(m), self._duration(m), self._messages(m)) for m in self._moments]

    def show_moments(self, run: Run, moments: tuple[SnapshotMoment, ...]) -> None:
        if (run, moments) != (self._run, self._moments):
            self._run, self._moments = run, moments
            self.setAccessibleDescription("\n".join(", ".join(line) for line in self.texts))
            self.updateGeometry()
            self.update()

    def _name(self, moment: SnapshotMoment) -> str:
        return f"{moment.snapshot.id} {protocol_name(moment.snapshot.protocol)}"

    def _duration(self, moment: SnapshotMoment) -> str:
        if not moment.complete:
            if moment.given_up:
                return self.tr("given up")
            return self.tr("not complete") if moment.run_over else self.tr("recording")
        return ms_text(moment.snapshot.cost.duration_us, decimals_for(self._run.until_us)) + " ms"

    def _messages(self, moment: SnapshotMoment) -> str:
        if not moment.complete:
            return ""
        count = moment.snapshot.cost.control_messages
        return (
            self.tr("1 message") if count == 1 else filled(self.tr("%1 messages"), grouped(count))
        )

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        theme, moment = self.theme, self._moments[row]
        snapshot = moment.snapshot
        painter.setFont(demi_bold(self.font()))
        painter.setPen(QColor(theme.snapshot_ink(snapshot.number)))
        above, below = place.adjusted(EDGE, 3, -EDGE, 0), place.adjusted(EDGE, 20, -EDGE, 0)
        above.setHeight(18)
        below.setHeight(17)
        painter.drawText(QRect(above.left(), place.top(), 30, ROW), Qt.AlignVCenter, snapshot.id)
        painter.setFont(sized(self.font(), SMALL))
        painter.setPen(QColor(theme.ink))
        name = QRect(above.left() + 30, place.top(), NAME - 34, ROW)
        paint_text(painter, name, protocol_name(snapshot.protocol))
        broken = moment.complete and not snapshot.verdict.sound
        painter.setPen(QColor(theme.bad if broken else theme.ink))
        figures = above if moment.complete else place.adjusted(EDGE, 0, -EDGE, 0)
        painter.drawText(figures, RIGHT, self._duration(moment))
        painter.setPen(QColor(theme.muted))
        painter.drawText(below, RIGHT, self._messages(moment))
        if moment.complete:
            self._paint_bars(painter, above, below, moment, theme.bad if broken else theme.accent)

    def _paint_bars(
        self, painter: QPainter, above: QRect, below: QRect, moment: SnapshotMoment, color: str
    ) -> None:
        costs = [m.snapshot.cost for m in self._moments if m.complete]
        cost, room = moment.snapshot.cost, above.width() - NAME - FIGURES
        longest = max(c.duration_us for c in costs) or 1
        most = max(c.control_messages for c in costs) or 1
        painter.setPen(Qt.PenStyle.NoPen)
        for line, share, token, height in (
            (above, cost.duration_us / longest, color, 8),
            (below, cost.control_messages / most, self.theme.channel, 5),
        ):
            painter.setBrush(QColor(token))
            top = line.center().y() - height / 2 + 0.5
            bar = QRectF(line.left() + NAME, top, max(room * share, 2), height)
            painter.drawRoundedRect(bar, 2, 2)


class CostCard(Card):
    """Shown when there are at least two snapshots to compare. ``snapshot_chosen``: a number."""

    snapshot_chosen = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None):
        self._title = heading(None)
        super().__init__(self._title, None, parent)
        self.setObjectName("snapshots.cost")
        self.bars = CostBars(self)
        self._numbers: list[int] = []
        self.column.addWidget(self.bars)
        self.bars.row_chosen.connect(
            lambda row, added: self.snapshot_chosen.emit(self._numbers[row], added)
        )
        self.retranslate()

    def show_moments(self, run: Run, moments: tuple[SnapshotMoment, ...]) -> None:
        """Compare those that have started."""
        started = tuple(moment for moment in moments if moment.started)
        self._numbers = [moment.snapshot.number for moment in started]
        self.setVisible(len(started) >= 2)
        if len(started) >= 2:
            self.bars.show_moments(run, started)

    def show_selection(self, numbers: set[int]) -> None:
        self.bars.set_selected(frozenset(i for i, n in enumerate(self._numbers) if n in numbers))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Cost of the snapshots on this run"))
        self.bars.setAccessibleName(self._title.text())
        self.bars.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
