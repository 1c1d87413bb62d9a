"""Events of a run as a list that asks only for what is seen."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from snapviz.diagram.facts import is_undone
from snapviz.run import Run
from snapviz.ui.figures import ms_text, run_decimals
from snapviz.ui.panels.clocks_words import event_name, event_words, undone_words

Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
KEPT_LINES = 512


class EventLine(NamedTuple):
    """What stands in one row of a list of events; ``process`` is its number."""

    row: int
    process: int
    time: str
    name: str
    words: str


class EventRows(QAbstractListModel):
    """Some rows of a trace. Without ``future`` only those that the play-head has passed."""

    def __init__(self, future: bool, parent: QObject | None = None):
        super().__init__(parent)
        self._future = future
        self._run: Run | None = None
        self._rows = np.zeros(0, dtype=np.int64)
        self._passed = self._count = self._behind = 0
        self._decimals = 1
        self._lines: dict[int, EventLine] = {}
        self._selected: frozenset[int] = frozenset()

    # What is shown

    def set_rows(self, run: Run | None, rows: np.ndarray, passed: int) -> None:
        """List other trace rows (int64[K], ascending), ``passed`` rows being behind."""
        self.beginResetModel()
        self._run, self._rows = run, rows
        self._lines.clear()
        self._decimals = run_decimals(run) if run is not None else 1
        self._passed, self._behind = int(np.searchsorted(rows, passed)), passed
        self._count = len(rows) if self._future else self._passed
        self.endResetModel()

    def set_future(self, future: bool, passed: int) -> None:
        """Tell of what is to come, or do not."""
        if future != self._future:
            self._future = future
            self.set_rows(self._run, self._rows, passed)

    def set_position(self, passed: int) -> None:
        """The play-head has passed so many rows of the trace; only what changed is drawn again."""
        before, now = self._passed, int(np.searchsorted(self._rows, passed))
        self._undo(passed)
        if now == before:
            return
        self._passed = now
        if not self._future:
            self._resize(now)
        if self._count:
            first, last = min(before, now) - 1, max(before, now) - 1
            top = self._count - 1
            self.dataChanged.emit(
                self.index(min(max(first, 0), top)), self.index(min(max(last, 0), top))
            )

    def _undo(self, passed: int) -> None:
        """A recovery that the play-head passes undoes events anywhere in the list."""
        before, self._behind = self._behind, passed
        rows = [] if self._run is None else [r.row for r in self._run.trace.recoveries]
        if any(min(before, passed) <= row < max(before, passed) for row in rows) and self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def _resize(self, count: int) -> None:
        if count > self._count:
            self.beginInsertRows(NOWHERE, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        else:
            self.beginRemoveRows(NOWHERE, count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def set_selected(self, rows: frozenset[int]) -> None:
        """The trace rows that are selected."""
        changed, self._selected = rows ^ self._selected, rows
        for row in sorted(changed):
            place = self.place_of(row)
            if place is not None:
                self.dataChanged.emit(self.index(place), self.index(place))

    # Places and rows

    @property
    def run(self) -> Run | None:
        return self._run

    @property
    def current(self) -> int:
        """The place of the event passed last; -1 before the first."""
        return self._passed - 1

    def is_passed(self, place: int) -> bool:
        return place < self._passed

    def is_undone(self, place: int) -> bool:
        """Whether a recovery behind the play-head undid it."""
        return is_undone(self._run, int(self._rows[place]), self._behind)

    def is_selected(self, place: int) -> bool:
        return int(self._rows[place]) in self._selected

    def row_at(self, place: int) -> int:
        """The trace row at a place of the list."""
        return int(self._rows[place])

    def place_of(self, row: int) -> int | None:
        """Where a trace row stands in the list; None if it is not listed."""
        place = int(np.searchsorted(self._rows[: self._count], row))
        return place if place < self._count and self._rows[place] == row else None

    def line(self, place: int) -> EventLine:
        row = int(self._rows[place])
        found = self._lines.get(row)
        if found is None:
            if len(self._lines) >= KEPT_LINES:
                self._lines.clear()
            found = self._lines[row] = self._made(row)
        return found

    def _made(self, row: int) -> EventLine:
        run = self._run
        time = ms_text(int(run.trace.row_time[row]), self._decimals)
        process = int(run.trace.row_process[row])
        return EventLine(row, process, time, event_name(run, row), event_words(run, row))

    # What Qt asks

    def rowCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            line = self.line(index.row())
            text = f"{line.time}  {line.name}: {line.words}"
            return undone_words(text) if self.is_undone(index.row()) else text
        return None
