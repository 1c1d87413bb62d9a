"""The part of a snapshot card that says what a recording snapshot still waits for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from snapviz.diagram.theme import Theme
from snapviz.run import Run, Waiting
from snapviz.study.shape import out_of_reach
from snapviz.ui.moment import ControlPart, SnapshotMoment
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.snapshot_words import (
    awaited_text,
    control_text,
    failure_text,
    missing_text,
    since_text,
)
from snapviz.ui.panels.text_table import Cell, Row, TextTable
from snapviz.ui.selection import message_item
from snapviz.ui.wording import filled

LISTED = 8
FROM_NOBODY = ("clock", "message")  # no control message brings these


class WaitingPart(QWidget):
    """Progress, who has not recorded, and what each process waits for.

    Of what is waited for, what is lost stands first and then what is under way; a click on such a
    row selects the message. Where nothing is known of that, the control messages on their way.
    """

    item_chosen = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._run: Run | None = None
        self._moment: SnapshotMoment | None = None
        self._messages: list[int | None] = []
        self._out_of_reach: list[str] = []
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._missing = remark(self, "snapshot.missing")
        self._table = TextTable((40, 90), self)
        self._table.setObjectName("snapshot.waiting")
        self._table.set_choosable(True)
        self._table.row_chosen.connect(self._choose)
        self._rest = QLabel(self)
        self._rest.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        inset = QVBoxLayout()
        inset.setContentsMargins(6, 2, 6, 0)
        for part in (self._bar, self._missing):
            inset.addWidget(part)
        column.addLayout(inset)
        self._rest.setContentsMargins(6, 0, 6, 0)
        for part in (self._table, self._rest):
            column.addWidget(part)
        self.retranslate()

    @property
    def texts(self) -> list[list[str]]:
        """The rows shown."""
        return self._table.texts

    def show_moment(self, run: Run, moment: SnapshotMoment) -> None:
        """Show a snapshot on its way; hidden when it is complete or has not begun."""
        if self._moment is None or (run, moment.snapshot) != (self._run, self._moment.snapshot):
            start = moment.snapshot.initiator
            self._out_of_reach = [] if start is None else out_of_reach(run.scenario, start)
        self._run, self._moment = run, moment
        waiting = moment.started and not moment.complete
        self.setVisible(waiting)
        if not waiting:
            return
        if self._bar.maximum() != len(moment.processes):
            self._bar.setRange(0, len(moment.processes))
        if self._bar.value() != moment.recorded_count:
            self._bar.setValue(moment.recorded_count)
        text = missing_text(moment, self._out_of_reach)
        self._missing.setText(text)
        self._missing.setVisible(bool(text))
        if moment.given_up:
            self._missing.setText(failure_text(moment.snapshot))
            self._missing.show()
        rows = self._awaited(moment)
        self._messages = [part.message if part else None for _, part in rows[:LISTED]]
        self._table.set_rows([row for row, _ in rows[:LISTED]])
        self._table.setVisible(bool(rows))
        more = len(rows) - LISTED
        self._rest.setVisible(more > 0)
        self._rest.setText(filled(self.tr("and %1 more"), more))

    def _awaited(self, moment: SnapshotMoment) -> list[tuple[Row, ControlPart | None]]:
        """Each row with the control message it is about, if one is under way or lost."""
        if moment.waiting is None:
            return [(self._row(moment, None, part), part) for part in moment.control]
        found = [(waiting, _awaited_part(moment, waiting)) for waiting in moment.waiting]
        found.sort(key=lambda pair: (pair[1] is None, pair[1] is not None and not pair[1].lost))
        return [(self._row(moment, waiting, part), part) for waiting, part in found]

    def _row(self, moment: SnapshotMoment, waiting: Waiting | None, part: ControlPart | None):
        name = waiting.process if waiting is not None else part.target
        number = next((p.number for p in moment.processes if p.id == name), 0)
        what = awaited_text(waiting) if waiting is not None else f"{part.source} → {part.target}"
        fate = control_text(self._run, part) if part else since_text(self._run, waiting)
        lost = part is not None and part.lost
        return (
            Cell(name, bold=True, dot=number), Cell(what), Cell(fate, muted=not lost, bad=lost)
        )  # fmt: skip

    def _choose(self, row: int, added: bool) -> None:
        message = self._messages[row]
        if message is not None:
            self.item_chosen.emit(message_item(self._run, message), added)

    def set_theme(self, theme: Theme) -> None:
        self._table.set_theme(theme)

    def retranslate(self) -> None:
        self._bar.setAccessibleName(self.tr("Processes that have recorded"))
        self._table.setAccessibleName(self.tr("What the snapshot waits for"))
        if self._moment is not None:
            self.show_moment(self._run, self._moment)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _awaited_part(moment: SnapshotMoment, waiting: Waiting) -> ControlPart | None:
    """The control message that is waited for, where it can be told from others."""
    if waiting.what in FROM_NOBODY:
        return None
    if waiting.channel is None and waiting.sender is None:
        return next((part for part in moment.control if part.target == waiting.process), None)
    ways = (waiting.channel, (waiting.sender, waiting.process))
    return next((part for part in moment.control if (part.source, part.target) in ways), None)
