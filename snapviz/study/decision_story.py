"""How it is decided whether a snapshot counts, one thing at a time, from its start to the last word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from snapviz.blocking import TWO_PHASE, blocked_in
from snapviz.engine.trace import ABORTED, Decision, Remark, RowKind
from snapviz.protocols.agreement.paxos import Paxos
from snapviz.protocols.agreement.raft import Raft
from snapviz.run import Run
from snapviz.study.keeping_steps import KeepingMessages, KeepingSteps, Step
from snapviz.study.parted_waits import waits_across
from snapviz.study.paxos_steps import paxos_steps

ASKS, DECIDES, LEARNS, ENDS = "asks", "decides", "learns", "ends"
CRASHES, IS_BACK, PARTED, HEALED = "crashes", "is-back", "parted", "healed"
PAXOS, RAFT = Paxos.NAME, Raft.NAME

_BEGIN_WAITS = frozenset((PARTED, ASKS, "vote"))
"""After these one waits in two-phase commit, or waits for somebody who is parted from it."""

_FAULTS = {RowKind.CRASH: CRASHES, RowKind.RESTART: IS_BACK}


def decision_story(run: Run, number: int) -> tuple[Step, ...]:
    """The steps of a snapshot that is kept, in their order; of any other only its capture."""
    return tuple(_Story(run, number).tell())


def passed(steps: Sequence[Step], rows: int, time_us: int) -> int:
    """How many of the steps have happened when the play-head has passed ``rows`` rows."""
    by_time = bisect_right(steps, time_us, key=lambda step: step.time_us)
    return bisect_right(steps, rows, hi=by_time, key=lambda step: step.row)


def _in_order(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: (step.time_us, step.row))


class _Story:
    def __init__(self, run: Run, number: int):
        self._run, self._trace, self._number = run, run.trace, number
        self._row = run.trace.snapshots[number]
        self._keeping = KeepingSteps(run, number, KeepingMessages(run))
        self._decisions = [d for d in run.trace.decisions if d.snapshot == number]
        self._known = {d.process for d in self._decisions if self._trace.forgotten_row(d) is None}
        self._is_over = len(self._known) == len(run.trace.process_ids)

    def tell(self) -> list[Step]:
        """What happens at one instant and row: the fault, what comes in, what is said, decided."""
        steps = [*self._keeping.tell(), *self._asks()]
        steps += self._told()
        steps += [self._decision(n, d) for n, d in enumerate(self._decisions)]
        first_us = min(step.time_us for step in steps)
        last_us = self._run.until_us
        if self._is_over:
            last_us = self._decisions[-1].time_us
        steps = [s for s in self._faults() if first_us <= s.time_us <= last_us] + steps
        if self._row.commit != "none":
            steps += self._ends()
        steps = _in_order(steps)
        if self._row.commit == TWO_PHASE:
            steps = _in_order([*steps, *waits_across(self._run, self._number, steps, _BEGIN_WAITS)])
        return steps

    # The agreement

    def _remarks(self) -> Iterator[Remark]:
        """What was said of it; in Raft whoever leads, leads for all snapshots."""
        for remark in self._trace.remarks:
            is_mine = remark.snapshot == self._number
            is_shared = self._row.commit == RAFT and self._is_of_raft(remark.snapshot)
            if (is_mine or is_shared) and self._concerns(remark):
                yield remark

    def _is_of_raft(self, snapshot: int) -> bool:
        return snapshot < 0 or self._trace.snapshots[snapshot].commit == RAFT

    def _concerns(self, remark: Remark) -> bool:
        """Between its start and the last decision."""
        if remark.time_us < self._row.started_us:
            return False
        return not self._is_over or remark.time_us <= self._decisions[-1].time_us

    def _asks(self) -> Iterator[Step]:
        """Two-phase commit begins without a remark: with the first message of it."""
        held = self._keeping.all_gathered
        if self._row.commit == TWO_PHASE and held is not None and self._keeping.digest:
            yield held._replace(what=ASKS, values=())

    def _told(self) -> list[Step]:
        if self._row.commit == PAXOS:
            return paxos_steps(list(self._remarks()), self._keeping.arrivals)
        return [Step(r.time_us, r.row, r.kind, r.process, r.values) for r in self._remarks()]

    # The decision

    def _decision(self, place: int, decision: Decision) -> Step:
        """The first one decides, and why if it was to abort; the others learn of it."""
        why = ()
        if place == 0 and decision.outcome == ABORTED:
            why = self._why(decision)
        values = (decision.outcome, *(why or (self._keeping.digest,)))
        what = LEARNS if place else DECIDES
        return Step(decision.time_us, decision.row, what, decision.process, values)

    def _why(self, decision: Decision) -> tuple:
        """What of two-phase commit made its coordinator abort, and of whom; empty if unknown."""
        if self._row.commit != TWO_PHASE:
            return ()
        at = decision.time_us
        if any(r.kind == "time-out" and r.time_us == at for r in self._remarks()):
            return ("time-out",)
        if any(note.time_us == at for note in self._notes(RowKind.RESTART, decision.process)):
            return ("back",)
        no = [r.process for r in self._remarks() if r.kind == "vote" and r.values == ("no",)]
        return ("no", no[0]) if no else ()

    def _notes(self, kind: RowKind, process: int) -> list:
        notes = self._trace.notes
        return [note for note in notes if note.kind == kind and note.process == process]

    # What goes wrong meanwhile

    def _faults(self) -> Iterator[Step]:
        trace = self._trace
        for row in self._fault_rows():
            kind = RowKind(int(trace.row_kind[row]))
            process, time_us = int(trace.row_process[row]), int(trace.row_time[row])
            if kind == RowKind.CRASH:
                values = self._in_doubt(process, time_us)
            else:
                values = self._bared(row, process)
            yield Step(time_us, row + 1, _FAULTS[kind], process, values)
        for parted in trace.partitions:
            what = HEALED if parted.sides is None else PARTED
            yield Step(parted.time_us, parted.row, what, -1, parted.sides or ())

    def _fault_rows(self) -> list[int]:
        kinds = self._trace.row_kind
        return ((kinds == RowKind.CRASH) | (kinds == RowKind.RESTART)).nonzero()[0].tolist()

    def _bared(self, restart: int, process: int) -> tuple[str, ...]:
        """Whether a process comes back at a row without its stable storage."""
        recovery = [r for r in self._trace.recoveries if r.row <= restart][-1]
        return ("bare",) if process in self._trace.bared_by(recovery) else ()

    def _in_doubt(self, process: int, time_us: int) -> tuple[int, ...]:
        """Who has voted yes and now waits for a coordinator that is down."""
        if process != self._keeping.collector:
            return ()
        ids = self._trace.process_ids
        waiting = (b for b in blocked_in(self._trace, self._row) if b.is_so_at(time_us))
        return tuple(sorted({ids.index(blocked.process) for blocked in waiting}))

    def _ends(self) -> Iterator[Step]:
        """Who does not know at the end; nobody named: nothing is decided."""
        everybody = range(len(self._trace.process_ids))
        missing = tuple(p for p in everybody if p not in self._known)
        if missing:
            values = missing if self._decisions else ()
            yield Step(self._run.until_us, self._trace.row_count, ENDS, -1, values)
