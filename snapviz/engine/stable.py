"""What survives a crash: checkpoints and message logs on the stable storage of each process.

Also what a recovery made of them, as the trace keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

INITIAL, SCRIPTED, INDEPENDENT = "initial", "scripted", "independent"
COORDINATED, FORCED = "coordinated", "forced"
FROM_SNAPSHOT = "snapshot"


class Adoption(NamedTuple):
    """A takeover at trace row ``row`` made a checkpoint of a process's part of a snapshot.

    ``holder``: the process that had it, its owner or another.
    """

    snapshot: int
    holder: int
    row: int


class CheckpointRow(NamedTuple):
    """A process saved its state at trace row ``row``; index 0 is its initial state.

    ``tentative``: whether it still is, which no recovery may use; ``settled_row``: where one that
    was became permanent. ``ended_row``: where it was discarded or undone, None while it stands;
    ``collected_row``: where it was discarded as garbage. ``saved``: what the protocols remembered,
    by name. ``adopted``: it is a part of a snapshot, and was none before.
    """

    process: int
    index: int
    time_us: int
    row: int
    kind: str
    state: dict[str, Any]
    saved: dict[str, Any]
    tentative: bool = False
    ended_row: int | None = None
    settled_row: int | None = None
    collected_row: int | None = None
    adopted: Adoption | None = None

    @property
    def usable(self) -> bool:
        """Whether a process may restart from it."""
        return not self.tentative and self.ended_row is None and self.collected_row is None

    def is_known(self, rows: int) -> bool:
        """Whether it had been taken, or adopted, by then."""
        since = self.row if self.adopted is None else self.adopted.row
        return self.kind == INITIAL or since < rows

    def is_tentative(self, rows: int) -> bool:
        """Whether it was tentative after the first ``rows`` rows of the trace, unless it had ended."""
        return self.tentative or (self.settled_row is not None and self.settled_row >= rows)

    def has_ended(self, rows: int) -> bool:
        """Whether it had been discarded, undone or collected by then."""
        ends = (self.ended_row, self.collected_row)
        return any(row is not None and row < rows for row in ends)


class Flush(NamedTuple):
    """What a process had received before ``row`` was on stable storage from ``time_us`` on."""

    process: int
    time_us: int
    row: int


class StorageLoss(NamedTuple):
    """A process's stable storage went with its machine, at trace row ``row``.

    ``log_row``: entries of its log before this row are nowhere else either.
    """

    process: int
    time_us: int
    row: int
    log_row: int


class Collection(NamedTuple):
    """Garbage was discarded at trace row ``row``.

    ``checkpoints``: by number. ``entries``: (process, row) where the entries of what a process had
    received before that row went, those of earlier collections included.
    """

    row: int
    time_us: int
    checkpoints: tuple[int, ...]
    entries: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RecoveryRow:
    """A recovery at trace row ``row``: who restarted, or how far back a script rolled all.

    ``line``: by process the index of the checkpoint it restarts from, None for its live state.
    ``undone``, ``replayed``: how many events, how many receives of each process. ``lost``,
    ``again``, ``recalled``: messages, by number: lost for good, delivered again, and those that
    were never sent after all. ``orphaned``: the recalled ones whose receive had to go.
    ``before`` and ``after``: the states of those who restarted, at their crash and now. ``hosts``:
    the standby processes that took the identity of those who restarted. ``fallen``: the states
    of those who stay down and lost events, without these.
    """

    row: int
    time_us: int
    crashed: tuple[int, ...]
    to_us: int | None
    line: tuple[int | None, ...]
    undone: tuple[int, ...]
    replayed: tuple[int, ...]
    lost: tuple[int, ...]
    again: tuple[int, ...]
    recalled: tuple[int, ...]
    orphaned: tuple[int, ...]
    before: dict[int, dict[str, Any]]
    after: dict[int, dict[str, Any]]
    hosts: dict[int, int]
    fallen: dict[int, dict[str, Any]]
