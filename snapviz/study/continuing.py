"""Some processes go down with all they had written: can a run go on from the copies of a snapshot?

Each of them is taken over by a process that stays up and holds a copy of its part. Who stays up
may have to go back to its own part with them, as in any takeover.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from snapviz.engine.storage import part_holders
from snapviz.engine.trace import COMMITTED, Trace
from snapviz.run import Run
from snapviz.scenario.model import Crash, Restart, Rollback
from snapviz.simulation import simulate

DOWN_US = 50_000
INCOMPLETE, INCONSISTENT, UNDONE = "incomplete", "inconsistent", "undone"
UNDECIDED, GONE, OVER, NOBODY = "undecided", "gone", "over", "nobody"
TAKEN = "taken"
DISTURBING = Crash, Restart, Rollback


@dataclass(frozen=True)
class Continuation:
    """What comes of it if some processes go down at ``at_us``, and their machines with them.

    ``down``: they, those who were down and those who lived on them; ``lost``: whose parts are gone
    with them. ``why``: what forbids to go on, empty if nothing does. ``script``: what happens then.
    """

    snapshot: str
    at_us: int
    down: tuple[str, ...]
    lost: tuple[str, ...]
    why: str
    script: tuple[Crash | Restart, ...] = ()


class Copies:
    """What there is of one snapshot when all of an instant of a run has happened."""

    def __init__(self, run: Run, number: int, time_us: int):
        self.run, self.number, self.time_us = run, number, time_us
        self._then = simulate(run.scenario, time_us, run)
        trace = self._trace = self._then.trace
        has_just_happened = trace.row_count and int(trace.row_time[-1]) == time_us
        self.at_us = time_us + bool(has_just_happened)
        self._names = trace.process_ids
        self._hosts = _hosts_of(trace)

    @property
    def _id(self) -> str:
        return self.run.trace.snapshots[self.number].id

    @property
    def down(self) -> frozenset[int]:
        """Who is down already."""
        return frozenset(self._trace.down)

    def without(self, crashed: Collection[int]) -> Continuation:
        """Process numbers; those who are down already need not be among them."""
        down = self._with_guests({*crashed, *self.down})
        holders = self._holders()
        lost = [owner for owner, held in enumerate(holders) if down.issuperset(held)]
        why = self._why(down, lost)
        return Continuation(
            self._id,
            self.at_us,
            tuple(self._names[process] for process in sorted(down)),
            tuple(self._names[owner] for owner in lost),
            why,
            () if why else self._script(sorted(down), holders),
        )

    def _with_guests(self, down: set[int]) -> set[int]:
        """Who lives on one that goes down goes down too."""
        while more := {guest for guest, host in self._hosts.items() if host in down} - down:
            down = down | more
        return down

    def _is_there(self) -> bool:
        rows = self._trace.snapshots
        return self.number < len(rows) and rows[self.number].status == "complete"

    def _holders(self) -> list[list[int]]:
        if not self._is_there():
            return [[] for _ in self._names]
        owners = range(len(self._names))
        return [[*part_holders(self._trace, self.number, owner)] for owner in owners]

    # Whether it can go on

    def _why(self, down: set[int], lost: Sequence[int]) -> str:
        if not self._is_there():
            return INCOMPLETE
        if not self._then.snapshots[self.number].verdict.consistent:
            return INCONSISTENT
        if any(map(self._is_undone, range(len(self._names)))):
            return UNDONE
        if not down:
            return NOBODY
        if lost:
            return GONE
        if not self._is_known_to_count(down):
            return UNDECIDED
        if self._is_taken():
            return TAKEN
        return OVER if self.at_us >= self.run.until_us else ""

    def _is_taken(self) -> bool:
        """Whether others crash or come back before there is time for it."""
        if self.at_us == self.time_us:
            return False
        return any(self.at_us == action.at_us for action in self._disturbing())

    def _disturbing(self) -> list[Crash | Restart | Rollback]:
        return [a for a in self.run.scenario.script if isinstance(a, DISTURBING)]

    def _is_undone(self, process: int) -> bool:
        """Whether a recovery has undone what a process had recorded."""
        mine = [
            r.row for r in self._trace.records if (r.snapshot, r.process) == (self.number, process)
        ]
        return any(
            undoing.process == process and undoing.first_row < mine[-1] <= undoing.row
            for undoing in self._trace.undoings
        )

    def _is_known_to_count(self, down: set[int]) -> bool:
        trace = self._trace
        return trace.snapshots[self.number].commit == "none" or any(
            decision.snapshot == self.number
            and decision.outcome == COMMITTED
            and decision.process not in down
            and trace.forgotten_row(decision) is None
            for decision in trace.decisions
        )

    # How it goes on

    def _script(self, down: Sequence[int], holders: list[list[int]]) -> tuple[Crash | Restart, ...]:
        back_us, already = self._back_us(), self.down
        names = self._names
        crashes = [Crash(self.at_us, names[p]) for p in down if p not in already]
        standbys = {p: next(h for h in holders[p] if h not in down) for p in down}
        return (
            *crashes,
            *(
                Restart(back_us, names[p], names[on], "lost", self._id)
                for p, on in standbys.items()
            ),
        )

    def _back_us(self) -> int:
        """Soon after, before anybody else crashes or comes back."""
        later = [action.at_us for action in self._disturbing()]
        first_us = min((us for us in later if us > self.at_us), default=self.run.until_us + DOWN_US)
        return min(self.at_us + DOWN_US, (self.at_us + first_us) // 2, self.run.until_us)


def _hosts_of(trace: Trace) -> dict[int, int]:
    """On whom those live, at the end of a run, that were taken over, by process numbers."""
    hosts: dict[int, int] = {}
    for recovery in trace.recoveries:
        for process in recovery.crashed:
            hosts.pop(process, None)
        hosts.update(recovery.hosts)
    return hosts
