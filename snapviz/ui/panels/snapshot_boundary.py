"""The part of a snapshot card that says how near a cut by the clocks is to going wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from snapviz.diagram.theme import Theme
from snapviz.run import Run
from snapviz.study.clock_boundary import Boundary, boundary
from snapviz.ui.boundary_words import boundary_rows, boundary_verdict
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.panels.text_table import Cell, TextTable
from snapviz.ui.selection import message_item
from snapviz.ui.session import Session

WIDTHS = (84, 56)


class BoundaryPart(QWidget):
    """Skew against the fastest message, and the message that comes closest to breaking the cut.

    Shown once all have recorded, and while something is dragged, wherever the play-head is.
    """

    item_chosen = Signal(object, bool)

    def __init__(self, session: Session | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self._session = session
        self._run: Run | None = None
        self._moment: SnapshotMoment | None = None
        self._messages: list[int | None] = []
        self._title = QLabel(self)
        self._title.setProperty("role", "muted")
        self._title.setContentsMargins(6, 0, 6, 0)
        self._table = TextTable(WIDTHS, self)
        self._table.setObjectName("snapshot.boundary")
        self._table.set_choosable(True)
        self._table.row_chosen.connect(self._choose)
        self._verdict = QLabel(self)
        self._verdict.setObjectName("snapshot.boundaryVerdict")
        self._verdict.setWordWrap(True)
        self._verdict.setContentsMargins(6, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._title, self._table, self._verdict):
            column.addWidget(part)
        self.retranslate()

    @property
    def texts(self) -> list[list[str]]:
        """The rows shown."""
        return self._table.texts

    def show_moment(self, run: Run, moment: SnapshotMoment) -> None:
        """Show the boundary of a snapshot by the clocks; hidden for any other."""
        self._run, self._moment = run, moment
        found = boundary(run, moment.snapshot) if self._is_wanted(moment) else None
        self.setVisible(found is not None)
        if found is not None:
            self._show(run, found)

    def _is_wanted(self, moment: SnapshotMoment) -> bool:
        dragged = self._session is not None and self._session.editor.in_gesture
        return dragged or moment.recorded_count == len(moment.processes)

    def _show(self, run: Run, found: Boundary) -> None:
        rows = boundary_rows(run, found)
        self._messages = [row.message for row in rows]
        self._table.set_rows(
            [
                (
                    Cell(row.name, muted=True),
                    Cell(row.figure, bold=True, bad=row.bad),
                    Cell(row.about, muted=not row.bad, bad=row.bad),
                )
                for row in rows
            ]
        )
        words, tone = boundary_verdict(run, found)
        self._verdict.setText(words)
        if self._verdict.property("role") != tone:
            self._verdict.setProperty("role", tone)
            self._verdict.style().polish(self._verdict)

    def _choose(self, row: int, added: bool) -> None:
        message = self._messages[row]
        if message is not None:
            self.item_chosen.emit(message_item(self._run, message), added)

    def set_theme(self, theme: Theme) -> None:
        self._table.set_theme(theme)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Clocks against messages, ms"))
        self._table.setAccessibleName(self.tr("Clocks against messages"))
        if self._moment is not None:
            self.show_moment(self._run, self._moment)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
