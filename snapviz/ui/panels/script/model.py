"""The script as rows, sorted; the file keeps its own order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from snapviz.run import Run
from snapviz.scenario.model import Action, Scenario
from snapviz.ui.figures import decimals_for, ms_text, round_ms_text
from snapviz.ui.panels.script.outcome import (
    Outcomes,
    Turns,
    late_words,
    outcomes,
    refusal_words,
    skipped_words,
)
from snapviz.ui.panels.script.schema import DETAIL, KIND, TIME, WHAT, fields_of
from snapviz.ui.panels.script.words import detail_text, kind_word, what_text
from snapviz.ui.wording import filled

translate = QCoreApplication.translate
Role = Qt.ItemDataRole
ActionRole = Role.UserRole + 1  # the action
PlaceRole = Role.UserRole + 2  # its place in the file
PassedRole = Role.UserRole + 3  # "passed", "current" or ""
SnapshotRole = Role.UserRole + 4  # the number of the snapshot it started, or None
FaultRole = Role.UserRole + 5  # "refused", "skipped", "late" or ""
COLUMNS = 4
NOWHERE = QModelIndex()


class ScriptModel(QAbstractTableModel):
    """Rows are actions; a row keeps its action while it is edited, whatever the order becomes."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._script: tuple[Action, ...] = ()
        self._rows: list[int] = []
        self._run: Run | None = None
        self._outcomes: Outcomes = outcomes(None)
        self._turns = Turns(None)
        self._passed: frozenset[int] = frozenset()
        self._current: int | None = None
        self._count = 0
        self._decimals = 1
        self._sorted_by = (TIME, Qt.SortOrder.AscendingOrder)

    # What is shown

    def set_scenario(self, scenario: Scenario | None) -> None:
        """Show another scenario's script; cheap when it is the same one."""
        script = scenario.script if scenario is not None else ()
        if script is self._script:
            return
        self._decimals = decimals_for(scenario.duration_us) if scenario is not None else 1
        if len(script) != len(self._script):
            self.beginResetModel()
            self._script = script
            self._rows = self._order()
            self.endResetModel()
            return
        changed = [i for i, (a, b) in enumerate(zip(script, self._script, strict=True)) if a != b]
        self._script = script
        self._rearrange()
        for place in changed:
            self._tell(self._rows.index(place))

    def set_run(self, run: Run | None) -> None:
        """Mark what became of the actions in a run."""
        self._run = run
        before, self._outcomes = self._outcomes, outcomes(run)
        self._turns = Turns(run)
        self._count = -1
        # A drag in the diagram brings a run for every move; few of them change a row here.
        if self._outcomes != before:
            self._tell_all()

    def set_position(self, rows: int, time_us: int) -> None:
        """The play-head is elsewhere; only rows that changed are drawn again."""
        count = self._turns.passed(rows, time_us)
        if count == self._count:
            return
        self._count = count
        passed = frozenset(self._turns.order[:count])
        current = self._turns.order[count - 1] if count else None
        changed = (passed ^ self._passed) | {current, self._current}
        self._passed, self._current = passed, current
        for row, place in enumerate(self._rows):
            if place in changed:
                self._tell(row, [PassedRole])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self._rearrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    def _order(self) -> list[int]:
        column, order = self._sorted_by
        places = range(len(self._script))
        by_time = sorted(places, key=lambda place: self._script[place].at_us)
        if column == TIME:
            descending = order == Qt.SortOrder.DescendingOrder
            return sorted(places, key=lambda place: self._script[place].at_us, reverse=descending)
        return sorted(
            by_time,
            key=lambda place: self._text(place, column).casefold(),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )

    def _rearrange(self) -> None:
        rows = self._order()
        if rows == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        place_of = self._rows
        self._rows = rows
        row_of = {place: row for row, place in enumerate(rows)}
        new = [self.index(row_of[place_of[index.row()]], index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _tell(self, row: int, roles: Sequence[int] = ()) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, COLUMNS - 1), list(roles))

    def _tell_all(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, COLUMNS - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        self._tell_all()

    # Rows and places in the file

    def place(self, row: int) -> int:
        """Where the action of a row stands in the file."""
        return self._rows[row]

    def row(self, place: int) -> int | None:
        """The row of an action by its place in the file; None if there is no such action."""
        return self._rows.index(place) if 0 <= place < len(self._rows) else None

    def action(self, place: int) -> Action:
        return self._script[place]

    # What Qt asks

    def rowCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if fields_of(self._script[self.place(index.row())], index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            right = section in (TIME, DETAIL)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Role.DisplayRole:
            return self.title(section)
        return None

    def title(self, column: int) -> str:
        """What stands over a column; an arrow where the rows are sorted by it."""
        words = (
            translate("Script", "ms"),
            translate("Script", "action"),
            translate("Script", "what"),
            translate("Script", "detail"),
        )
        sorted_by, order = self._sorted_by
        if column != sorted_by:
            return words[column]
        return words[column] + (" ↑" if order == Qt.SortOrder.AscendingOrder else " ↓")

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        place = self.place(index.row())
        if role == Role.DisplayRole:
            return self._text(place, index.column())
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            return self._told(place, index.column(), role == Role.AccessibleTextRole)
        if role == ActionRole:
            return self._script[place]
        if role == PlaceRole:
            return place
        if role == PassedRole:
            return "current" if place == self._current else "passed" * (place in self._passed)
        if role == SnapshotRole:
            return self._outcomes.snapshots.get(place)
        if role == FaultRole:
            return self._fault(place)
        return None

    def _text(self, place: int, column: int) -> str:
        action = self._script[place]
        if column == TIME:
            return ms_text(action.at_us, self._time_decimals(action))
        if column == KIND:
            return kind_word(action)
        if column == WHAT:
            return what_text(action)
        if place in self._outcomes.refused:
            return translate("Script", "refused")
        if place in self._outcomes.skipped:
            return translate("Script", "skipped")
        if place in self._outcomes.pinned:
            delay = round_ms_text(self._outcomes.pinned[place])
            return filled(translate("Script", "pinned %1"), delay)
        number = self._outcomes.snapshots.get(place)
        return detail_text(action) or ("" if number is None else f"S{number + 1}")

    def _time_decimals(self, action: Action) -> int:
        """As many as the others, more only where the time needs them."""
        return 3 if action.at_us % 100 else self._decimals

    def _fault(self, place: int) -> str:
        if place in self._outcomes.refused:
            return "refused"
        if place in self._outcomes.skipped:
            return "skipped"
        return "late" * (place in self._outcomes.late)

    def _told(self, place: int, column: int, whole: bool) -> str:
        """The reason of a fault, else what may not fit into the cell."""
        text = self._text(place, column)
        if place in self._outcomes.refused:
            reason = refusal_words(self._run, self._outcomes.refused[place])
        elif place in self._outcomes.skipped:
            reason = skipped_words(self._run, self._outcomes.skipped[place])
        elif place in self._outcomes.late:
            reason = late_words(self._run)
        else:
            reason = ""
        if whole:
            return f"{text}. {reason}" if reason else text
        return reason or (text if column in (WHAT, DETAIL) else "")

    def longest(self, column: int, most: int = 150) -> list[str]:
        """Texts to fit a column's width to."""
        return [self._text(place, column) for place in self._rows[:most]]
