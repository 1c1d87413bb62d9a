"""What differs as rows of a table: what it is, of which process, where, and the event."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from snapviz.run import Run
from snapviz.ui.figures import ms_text
from snapviz.ui.panels.clocks_words import event_words
from snapviz.ui.panels.differences.work import Difference

translate = QCoreApplication.translate
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
KINDS = ("only_a", "only_b", "moved")


class Stretch(NamedTuple):
    """Differences of one kind in one process; each an event or a move of the report."""

    kind: str
    process: str
    events: list[dict[str, Any]]


class Told:
    """What differs, row by row, in the order of the processes: only here, only there, moved.

    There may be a million rows: each is put into words when it is asked for, by any thread.
    """

    def __init__(self, found: Difference) -> None:
        self.found = found
        self._stretches = stretches_of(found)
        self._starts = [0, *accumulate(len(one.events) for one in self._stretches)]

    def __len__(self) -> int:
        return self._starts[-1]

    def texts_at(self, place: int) -> tuple[str, str, str, str]:
        """The words of a row."""
        stretch, event = self._at(place)
        where = _where(stretch.kind, event)
        return _kind_word(stretch.kind), stretch.process, where, self._words(stretch, event)

    def _words(self, stretch: Stretch, event: dict[str, Any]) -> str:
        """What happened; a log says it in its own words."""
        run = self.found.there if stretch.kind == "only_b" else self.found.run
        if not run.is_timed:
            return event["event"]
        return event_words(run, _row(run, stretch, event))

    def row_at(self, place: int) -> int | None:
        """The trace row of the event in the run that is shown; None if it is not there."""
        stretch, event = self._at(place)
        return None if stretch.kind == "only_b" else _row(self.found.run, stretch, event)

    def _at(self, place: int) -> tuple[Stretch, dict[str, Any]]:
        number = bisect_right(self._starts, place) - 1
        stretch = self._stretches[number]
        return stretch, stretch.events[place - self._starts[number]]


class DifferenceRows(QAbstractTableModel):
    """``told``: what is shown, None while nothing is known."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.told: Told | None = None

    def show(self, found: Difference | None) -> None:
        self.beginResetModel()
        self.told = None if found is None else Told(found)
        self.endResetModel()

    def texts_at(self, place: int) -> tuple[str, str, str, str]:
        """The words of a row."""
        return self.told.texts_at(place)

    def row_at(self, place: int) -> int | None:
        """The trace row of the event in the run that is shown; None if it is not there."""
        return self.told.row_at(place)

    def rowCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() or self.told is None else len(self.told)

    def columnCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return self.texts_at(index.row())[index.column()]
        return None


def stretches_of(found: Difference) -> list[Stretch]:
    """All that differs."""
    parts = found.report["processes"]
    every = (Stretch(kind, part["process"], part[kind]) for part in parts for kind in KINDS)
    return [stretch for stretch in every if stretch.events]


def _row(run: Run, stretch: Stretch, event: dict[str, Any]) -> int:
    """The trace row of an event in the run that has it."""
    index = event["a_index" if stretch.kind == "moved" else "index"]
    events = run.computation.events_of(run.trace.process_ids.index(stretch.process))
    return int(run.event_rows[events[index - 1]])


def _kind_word(kind: str) -> str:
    words = {
        "only_a": translate("Differences", "only here"),
        "only_b": translate("Differences", "only there"),
        "moved": translate("Differences", "moved"),
    }
    return words[kind]


def _where(kind: str, event: dict[str, Any]) -> str:
    if kind != "moved":
        return _worded(event["index"], event["time_ms"])
    times = event["a_ms"], event["b_ms"]
    decimals = 1 if None in times else _decimals(*map(_us, times))
    return " → ".join(
        _worded(event[f"{side}_index"], event[f"{side}_ms"], decimals) for side in "ab"
    )


def _decimals(a_us: int, b_us: int) -> int:
    """As few as tell two instants apart; 1 if they are one."""
    apart = (n for n in (1, 2, 3) if ms_text(a_us, n) != ms_text(b_us, n))
    return next(apart, 1)


def _us(time_ms: float) -> int:
    return round(time_ms * 1000)


def _worded(index: int, time_ms: float | None, decimals: int = 1) -> str:
    """The number of an event among those of its process, and when it happened."""
    return f"{index}" if time_ms is None else f"{index} · {ms_text(_us(time_ms), decimals)} ms"
