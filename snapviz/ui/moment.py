"""What is known of each snapshot when the play-head has passed so many rows. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from snapviz.diagram.facts import facts
from snapviz.engine.trace import Decision, RowKind
from snapviz.run import ChannelMessage, RecordedState, Run, Snapshot, Waiting
from snapviz.study.standing import Standing, Standings

AT_ONCE = 4000  # trace rows up to which a moment is worked out without a pause


@dataclass(frozen=True)
class ProcessPart:
    """One process in a snapshot; ``recorded`` is None until it has recorded."""

    number: int
    id: str
    snapshot: Snapshot
    has_recorded: bool

    @property
    def recorded(self) -> RecordedState | None:
        """Its vector is worked out when somebody asks for one of the snapshot."""
        return self.snapshot.processes[self.id] if self.has_recorded else None


@dataclass(frozen=True)
class ChannelPart:
    """One message that a snapshot holds as the state of a channel."""

    source: str
    target: str
    message: ChannelMessage


@dataclass(frozen=True)
class ControlPart:
    """A control message of a snapshot that has not arrived; if ``lost``, it never will."""

    message: int
    source: str
    target: str
    sent_us: int
    lost: bool


@dataclass(frozen=True)
class SnapshotMoment:
    """A snapshot as far as it has come.

    ``complete``: its verdict may be told. ``run_over``: nothing more will happen.
    ``control``: what is under way, and what was lost on the way. ``begun``: it is under way, also
    where nobody has recorded yet. ``waiting``: what it waits for; None where that is not known.
    ``given_up``: it has failed, or a recovery has ended it. ``decisions``: who has decided whether
    it counts, the first one first; ``knowing``: who still holds that, in file order.
    ``undecided``: what those wait for who have not.
    """

    snapshot: Snapshot
    processes: tuple[ProcessPart, ...]
    channels: tuple[ChannelPart, ...]
    control: tuple[ControlPart, ...]
    complete: bool
    run_over: bool
    begun: bool = False
    waiting: tuple[Waiting, ...] | None = None
    given_up: bool = False
    decisions: tuple[Decision, ...] = ()
    knowing: tuple[int, ...] = ()
    undecided: tuple[Waiting, ...] = ()

    @property
    def started(self) -> bool:
        return self.begun or self.recorded_count > 0

    @property
    def recorded_count(self) -> int:
        return sum(part.has_recorded for part in self.processes)

    @property
    def control_in_transit(self) -> int:
        return sum(not part.lost for part in self.control)

    @property
    def in_transit_count(self) -> int:
        return len(self.channels)


class SnapshotTimeline:
    """The snapshots of one run at any stop of the play-head."""

    def __init__(self, run: Run):
        self._run = run
        self._facts = facts(run)
        self._copies: dict[int, list[int]] = {}
        for copy, original in run.trace.message_copies.items():
            self._copies.setdefault(original, []).append(copy)
        self._serves = np.where(run.trace.message_keeps, -1, run.trace.message_snapshot)
        self._control = [np.flatnonzero(self._serves == s.number) for s in run.snapshots]
        self._rows = [self._recorded_rows(snapshot) for snapshot in run.snapshots]
        self._ends = [self._last_row(snapshot) for snapshot in run.snapshots]
        self._given_up = [self._row_given_up(snapshot) for snapshot in run.snapshots]
        self._channels = [self._channel_parts(snapshot) for snapshot in run.snapshots]
        self._decisions: list[list[Decision]] = [[] for _ in run.snapshots]
        for decision in run.trace.decisions:
            self._decisions[decision.snapshot].append(decision)
        self._decided_us = max((decision.time_us for decision in run.trace.decisions), default=0)
        self._changes = [self._change_rows(snapshot) for snapshot in run.snapshots]
        self._settled: dict[int, tuple[tuple[int, bool, int], SnapshotMoment]] = {}
        self._standings = Standings(run)

    def at(self, rows: int, time_us: int | None = None) -> tuple[SnapshotMoment, ...]:
        """Every snapshot of the run after its first ``rows`` rows, also those to come.

        ``time_us``: how far beyond them the play-head has come, for what no row brings about.
        """
        plain = (self._moment_of(snapshot, rows, time_us) for snapshot in self._run.snapshots)
        return tuple(self._with_standing(m, rows) if self._is_open(m) else m for m in plain)

    def prepare(self, rows: int, time_us: int | None = None) -> bool:
        """Do a slice of the work for `at`, all of it in a short run; whether nothing is left."""
        run = self._run
        if run.trace.row_count <= AT_ONCE or self._is_over(rows, time_us):
            return True
        plain = (self._moment_of(snapshot, rows, time_us) for snapshot in run.snapshots)
        return not any(map(self._is_open, plain)) or self._standings.prepare(rows)

    def _is_over(self, rows: int, time_us: int | None) -> bool:
        """Whether nothing more will happen, nor be decided by a timer."""
        is_late = time_us is None or time_us >= self._decided_us
        return is_late and rows >= self._run.trace.row_count

    def _moment_of(self, snapshot: Snapshot, rows: int, time_us: int | None) -> SnapshotMoment:
        """The same as long as nothing happens to it. What it waits for is not told yet."""
        number, is_over = snapshot.number, self._is_over(rows, time_us)
        decided = self._decided(number, rows, time_us)
        place = int(self._changes[number].searchsorted(rows)), is_over, len(decided)
        known = self._settled.get(number)
        if known is not None and known[0] == place:
            return known[1]
        moment = self._moment(snapshot, rows, is_over, decided)
        self._settled[number] = place, moment
        return moment

    def _change_rows(self, snapshot: Snapshot) -> np.ndarray:
        """int64[k], ascending: the rows of all that a moment of the snapshot is made of."""
        trace, number = self._run.trace, snapshot.number
        mine, facts = self._control[number], self._facts
        rows = [*self._rows[number].values(), *(row for row, _ in self._channels[number])]
        rows += [self._ends[number], self._given_up[number], trace.rows_at(snapshot.started_us)]
        forgotten = map(trace.forgotten_row, self._decisions[number])
        rows += [row for row in forgotten if row is not None]
        columns = facts.send_row[mine], facts.arrival_row[mine], facts.lives.lost_row[mine] - 1
        return np.sort(np.concatenate([np.array(rows, dtype=np.int64), *columns]))

    def _moment(
        self, snapshot: Snapshot, rows: int, is_over: bool, decided: tuple[Decision, ...]
    ) -> SnapshotMoment:
        number = snapshot.number
        recorded_rows = self._rows[number]
        parts = tuple(
            ProcessPart(index, pid, snapshot, recorded_rows.get(index, rows) < rows)
            for index, pid in enumerate(self._run.trace.process_ids)
        )
        channels = tuple(part for row, part in self._channels[number] if row < rows)
        complete = snapshot.verdict is not None and self._ends[number] < rows
        control = self._control_parts(number, rows)
        begun = self._has_begun(snapshot, rows)
        return SnapshotMoment(
            snapshot, parts, channels, control, complete, is_over, begun,
            given_up=self._given_up[number] < rows, decisions=decided,
            knowing=self._knowing(decided, rows),
        )  # fmt: skip

    def _is_open(self, moment: SnapshotMoment) -> bool:
        """Whether somebody may still wait for something."""
        return moment.started and (not moment.complete or self._awaits_decision(moment))

    def _awaits_decision(self, moment: SnapshotMoment) -> bool:
        """Whether somebody is still to decide whether the snapshot counts."""
        undecided = len(moment.knowing) < len(moment.processes)
        return moment.snapshot.commit is not None and undecided

    def _decided(self, number: int, rows: int, time_us: int | None) -> tuple[Decision, ...]:
        """Those that the play-head has passed, or of the whole run."""
        times, mine = self._run.trace.row_time, self._decisions[number]
        if self._is_over(rows, time_us):
            return tuple(mine)
        if time_us is None:
            time_us = int(times[rows - 1]) if rows else 0
        return tuple(d for d in mine if d.row <= rows and d.time_us <= time_us)

    def _knowing(self, decided: tuple[Decision, ...], rows: int) -> tuple[int, ...]:
        """Who has decided, and has not lost its stable storage since."""
        gone = self._run.trace.forgotten_row
        held = (d.process for d in decided if (row := gone(d)) is None or row >= rows)
        return tuple(sorted(held))

    def _has_begun(self, snapshot: Snapshot, rows: int) -> bool:
        """Something has happened after its start."""
        times = self._run.trace.row_time
        rows = min(rows, len(times))
        return rows > 0 and int(times[rows - 1]) > snapshot.started_us

    def _with_standing(self, moment: SnapshotMoment, rows: int) -> SnapshotMoment:
        number = moment.snapshot.number
        standing = self._at_end() if moment.run_over else self._standings.at(rows)
        if standing is None:
            return moment
        knowing = {moment.processes[process].id for process in moment.knowing}
        # A timer may have brought one of them a decision since the last row.
        undecided = tuple(w for w in standing.undecided.get(number, ()) if w.process not in knowing)
        if moment.complete:
            return replace(moment, undecided=undecided)
        waiting = standing.waiting.get(number, ())
        given_up = moment.given_up or number in standing.given_up
        return replace(moment, waiting=waiting, given_up=given_up, undecided=undecided)

    def _at_end(self) -> Standing:
        snapshots = self._run.snapshots
        given_up = frozenset(s.number for s in snapshots if s.failure is not None)
        waiting = {s.number: s.waiting for s in snapshots}
        undecided = {s.number: s.undecided for s in snapshots}
        return Standing(waiting, given_up, undecided)

    def _row_given_up(self, snapshot: Snapshot) -> int:
        """The row of the crash or the recovery that ended it; after all rows where none did."""
        trace, kind = self._run.trace, snapshot.failure[0] if snapshot.failure else ""
        first = min((record.row for record in snapshot.records), default=trace.row_count)
        if kind == "crashed":
            at = self._run.trace.process_ids.index(snapshot.failure[1][0])
            rows = [o.crash_row for o in self._facts.lives.outages if o.process == at]
        else:
            rows = [r.row for r in trace.recoveries] if kind == "rolled-back" else []
        return next((row for row in rows if row > first), trace.row_count + 1)

    def _control_parts(self, number: int, rows: int) -> tuple[ControlPart, ...]:
        mine = self._control[number]
        sent = self._facts.send_row[mine] < rows
        on_the_way = mine[sent & (self._facts.arrival_row[mine] >= rows)]
        return tuple(self._control_part(message, rows) for message in on_the_way.tolist())

    def _control_part(self, message: int, rows: int) -> ControlPart:
        trace = self._run.trace
        source, target = trace.channel_ends[int(trace.message_channel[message])]
        return ControlPart(
            message,
            trace.process_ids[source],
            trace.process_ids[target],
            int(trace.message_sent[message]),
            bool(self._facts.lives.lost_row[message] <= rows),
        )

    def _recorded_rows(self, snapshot: Snapshot) -> dict[int, int]:
        return {record.process: record.row for record in snapshot.records}

    def _channel_parts(self, snapshot: Snapshot) -> list[tuple[int, ChannelPart]]:
        return [
            (self._first_arrival(message.message), ChannelPart(source, target, message))
            for (source, target), messages in snapshot.channels.items()
            for message in messages
        ]

    def _first_arrival(self, message: int) -> int:
        """The row with which a message, or a duplicate of it, arrives first."""
        transits = [message, *self._copies.get(message, ())]
        return int(self._facts.arrival_row[transits].min())

    def _last_row(self, snapshot: Snapshot) -> int:
        """The row that completes a snapshot: the last of its own at its completion."""
        trace = self._run.trace
        if snapshot.completed_us is None:
            return trace.row_count
        first, after = np.searchsorted(
            trace.row_time, [snapshot.completed_us, snapshot.completed_us + 1]
        )
        for row in range(int(after) - 1, int(first) - 1, -1):
            kind, ref = trace.row_kind[row], trace.row_ref[row]
            is_control = kind == RowKind.CONTROL and self._serves[ref] == snapshot.number
            is_record = kind == RowKind.RECORD and trace.records[ref].snapshot == snapshot.number
            if is_control or is_record:
                return row
        return int(after) - 1
