"""What differs as rows of a table: what it is, of which process, where, and the event."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from snapviz.run import Run
from snapviz.ui.figures import ms_text
from snapviz.ui.panels.differences.work import Difference

translate = QCoreApplication.translate
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class DifferenceRow(NamedTuple):
    """``row``: the trace row of the event in the run that is shown; None if it is not there."""

    texts: tuple[str, str, str, str]
    row: int | None


class DifferenceRows(QAbstractTableModel):
    """In the order of the processes; of one, what is only here, only there, and moved."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._rows: list[DifferenceRow] = []

    def show(self, found: Difference | None) -> None:
        self.beginResetModel()
        self._rows = [] if found is None else rows_of(found)
        self.endResetModel()

    @property
    def texts(self) -> list[tuple[str, str, str, str]]:
        return [row.texts for row in self._rows]

    def row_at(self, place: int) -> int | None:
        return self._rows[place].row

    def rowCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return self._rows[index.row()].texts[index.column()]
        return None


def rows_of(found: Difference) -> list[DifferenceRow]:
    """All that differs."""
    run, ids = found.run, found.run.trace.process_ids
    here, there, moved = (
        translate("Differences", "only here"),
        translate("Differences", "only there"),
        translate("Differences", "moved"),
    )
    rows: list[DifferenceRow] = []
    for part in found.report["processes"]:
        name = part["process"]
        process = ids.index(name) if name in ids else None
        for event in part["only_a"]:
            at = _row(run, process, event["index"])
            rows.append(DifferenceRow((here, name, _where(event), event["event"]), at))
        for event in part["only_b"]:
            rows.append(DifferenceRow((there, name, _where(event), event["event"]), None))
        for move in part["moved"]:
            where = f"{_place(move, 'a')} → {_place(move, 'b')}"
            at = _row(run, process, move["a_index"])
            rows.append(DifferenceRow((moved, name, where, move["event"]), at))
    return rows


def _row(run: Run, process: int, index: int) -> int:
    return int(run.event_rows[run.computation.events_of(process)[index - 1]])


def _where(event: dict[str, Any]) -> str:
    return _worded(event["index"], event["time_ms"])


def _place(move: dict[str, Any], side: str) -> str:
    return _worded(move[f"{side}_index"], move[f"{side}_ms"])


def _worded(index: int, time_ms: float | None) -> str:
    """The number of an event among those of its process, and when it happened."""
    return f"{index}" if time_ms is None else f"{index} · {ms_text(round(time_ms * 1000))} ms"
