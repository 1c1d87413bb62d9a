"""The part of a snapshot card that says what a recording snapshot still waits for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from snapviz.diagram.theme import Theme
from snapviz.run import Run
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.snapshot_words import control_text, missing_text
from snapviz.ui.panels.text_table import Cell, TextTable
from snapviz.ui.selection import message_item
from snapviz.ui.wording import filled

LISTED = 8


class WaitingPart(QWidget):
    """Progress, who has not recorded, and which control messages have not arrived."""

    item_chosen = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._run: Run | None = None
        self._moment: SnapshotMoment | None = None
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._missing = remark(self, "snapshot.missing")
        self._table = TextTable((72,), self)
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
        self._run, self._moment = run, moment
        waiting = moment.started and not moment.complete
        self.setVisible(waiting)
        if not waiting:
            return
        if self._bar.maximum() != len(moment.processes):
            self._bar.setRange(0, len(moment.processes))
        if self._bar.value() != moment.recorded_count:
            self._bar.setValue(moment.recorded_count)
        text = missing_text(moment)
        self._missing.setText(text)
        self._missing.setVisible(bool(text))
        self._table.set_rows(
            [
                (
                    Cell(f"{part.source} → {part.target}", bold=True),
                    Cell(control_text(run, moment, part), muted=not part.lost, bad=part.lost),
                )
                for part in moment.control[:LISTED]
            ]
        )
        self._table.setVisible(bool(moment.control))
        more = len(moment.control) - LISTED
        self._rest.setVisible(more > 0)
        self._rest.setText(filled(self.tr("and %1 more"), more))

    def _choose(self, row: int, added: bool) -> None:
        self.item_chosen.emit(message_item(self._run, self._moment.control[row].message), added)

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
