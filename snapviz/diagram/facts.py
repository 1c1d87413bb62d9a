"""What a diagram asks of a run again and again, computed once per run."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from snapviz.causality.order import future, past
from snapviz.causality.paths import Relation, relation, why
from snapviz.engine.eras import Era
from snapviz.engine.trace import ClockChange, Record, RowKind

from .answers import answers
from .ink import pace
from .lives import NEVER, Lives
from .marked import Marked, marked_of
from .partings import Parting, partings
from .recordings import Recordings
from .roles import Stretch, stretches
from .sums import Sums
from .timeline import Intervals


class Mark(NamedTuple):
    """Why a message stands out: what it is to which snapshots.

    ``kind`` is ``caught`` (in transit and recorded), ``orphan`` (received before the
    cut, sent after it), ``missing`` (in transit, not recorded) or ``extra`` (recorded,
    not in transit).
    """

    kind: str
    snapshots: tuple[int, ...]

    @property
    def token(self) -> str:
        """The colour of the message."""
        return "orphan" if self.kind != "caught" else f"snapshot-heavy:{self.snapshots[0]}"


ALARMS = ("orphan", "missing", "extra")  # the worst first


class Facts:
    """Columns over the messages and rows of one run."""

    def __init__(self, run):
        self.run = weakref.proxy(run)
        trace = run.trace
        self.trace = trace
        self.count = len(trace.process_ids)
        self.source = trace.channel_source[trace.message_channel]
        self.target = trace.channel_target[trace.message_channel]
        self.sent = trace.message_sent
        self.arrived = trace.message_received
        self.is_control = trace.message_control
        self._kept: dict[str, tuple[Hashable, Any]] = {}

    def kept(self, name: str, key: Hashable, make: Callable[[], Any]) -> Any:
        """``make()``, or what it gave last time under this name if the key is the same."""
        found = self._kept.get(name)
        if found is None or found[0] != key:
            found = self._kept[name] = (key, make())
        return found[1]

    def era(self, rows: int | None, row: int = -1) -> Era:
        """What stood after ``rows`` rows (None: all), or, if that is later, with ``row``."""
        passed = self.trace.row_count if rows is None else rows
        return self.run.era(max(passed - 1, row))

    def frontiers(self, row: int, rows: int | None = None) -> tuple[np.ndarray, np.ndarray] | None:
        """int64[n] twice: on each line the row of the last event of the past, of the first of the
        future; -1 and R where there is none. Both may be the event's own row.

        None where the row is no application event that stands after ``rows`` rows.
        """
        era = self.era(rows, row)
        return self.kept("frontiers", (row, era.end), lambda: self._frontiers(era, row))

    def _frontiers(self, era: Era, row: int) -> tuple[np.ndarray, np.ndarray] | None:
        event = _number_in(era, row)
        if event < 0:
            return None
        ends = past(era.computation, event), future(era.computation, event)
        rows, start = era.rows_by_process, era.first_of_process
        before, after = start[:-1] + ends[0], start[:-1] + ends[1]
        last = np.where(ends[0] > 0, rows[np.maximum(before - 1, 0)], -1)
        is_there = after < start[1:]
        first = np.where(is_there, rows[np.where(is_there, after, 0)], self.trace.row_count)
        return last, first

    @cached_property
    def lives(self) -> Lives:
        """What crashes and recoveries did."""
        return Lives(self.trace, self.run.until_us, self._sent_at, self.arrival_row)

    @cached_property
    def roles(self) -> list[Stretch]:
        """The parts that processes have in agreements."""
        return stretches(self.trace, self.run.until_us, self.lives.outages)

    @cached_property
    def first_decisions(self) -> dict[int, int]:
        """By snapshot, the number of the decision that was the first."""
        rows = enumerate(self.trace.decisions)
        return {row.snapshot: number for number, row in reversed(list(rows))}

    @cached_property
    def partings(self) -> list[Parting]:
        """When the network was parted."""
        return partings(self.trace, self.run.until_us)

    @cached_property
    def answers(self) -> np.ndarray:
        """bool[M]: votes and acknowledgements."""
        return answers(self.trace)

    @cached_property
    def end(self) -> np.ndarray:
        """int64[M]: when a message came to its receiver, though that was down; -1: never."""
        end = np.where(self.arrived >= 0, self.arrived, self.trace.message_due)
        for message, (since_us, _) in self.lives.waits.items():
            end[message] = since_us
        return end

    @cached_property
    def rest(self) -> np.ndarray:
        """int64[M]: until when it is there, waiting; ``end`` where it need not."""
        rest = self.end.copy()
        for message, (_, until_us) in self.lives.waits.items():
            rest[message] = until_us
        return rest

    @cached_property
    def stays(self) -> Intervals:
        """When each message is there; of a lost one, its send."""
        return Intervals(self.sent, np.where(self.end >= 0, self.rest, self.sent))

    @cached_property
    def pace(self) -> float:
        """How many messages usually pass one place, per microsecond."""
        return pace(self)

    @cached_property
    def loses(self) -> bool:
        """Whether any message is lost."""
        return bool((self.lives.lost_row < NEVER).any())

    @cached_property
    def recalls(self) -> bool:
        """Whether it turns out of any message that it has never been sent."""
        return bool((self.lives.recalled_us < NEVER).any())

    @cached_property
    def lost_on_the_way(self) -> np.ndarray:
        """int64: the messages that channels lose."""
        return np.flatnonzero(self.trace.message_due < 0)

    @cached_property
    def lost_at_the_end(self) -> np.ndarray:
        """int64: the messages that are lost where they come to their receivers."""
        is_lost = (self.arrived < 0) & (self.lives.lost_row < NEVER)
        return np.flatnonzero(is_lost & (self.trace.message_due >= 0))

    @cached_property
    def sums(self) -> Sums:
        """Running counts, of which pictures of very many messages are made."""
        return Sums(self)

    @cached_property
    def marked(self) -> Marked:
        return marked_of(self)

    @cached_property
    def send_row(self) -> np.ndarray:
        """int64[M]: the row after which a message is under way."""
        rows = self._sent_at.copy()
        for copy, row in self.lives.again.items():
            rows[copy] = row
        return rows

    @cached_property
    def _sent_at(self) -> np.ndarray:
        rows = np.searchsorted(self.trace.row_time, self.sent, side="right") - 1
        is_send = np.flatnonzero(self.trace.row_kind == RowKind.SEND)
        rows[self.trace.row_ref[is_send]] = is_send
        return rows

    @cached_property
    def arrival_row(self) -> np.ndarray:
        """int64[M]: the row with which it arrives, R if it does not."""
        kind = self.trace.row_kind
        rows = np.full(self.trace.message_count, self.trace.row_count, dtype=np.int64)
        arrivals = np.flatnonzero((kind >= RowKind.RECEIVE) & (kind <= RowKind.CONTROL_DUPLICATE))
        rows[self.trace.row_ref[arrivals]] = arrivals
        return rows

    def under_way(self, rows: int, time_us: int) -> np.ndarray:
        """Numbers of the messages sent but not arrived after ``rows`` rows, at ``time_us``."""
        there = self._about(rows, time_us)
        is_under_way = (self.send_row[there] < rows) & (self.arrival_row[there] >= rows)
        lives = self.lives
        is_lost = (lives.lost_row[there] <= rows) & (lives.lost_us[there] <= time_us)
        gone = is_lost | (lives.recalled_row[there] < rows)
        return there[is_under_way & (self.sent[there] <= time_us) & ~gone]

    def _about(self, rows: int, time_us: int) -> np.ndarray:
        """Numbers that hold all messages that may be under way, ascending."""
        # What arrives with a later row may have done so by the clock.
        passed = min(rows, self.trace.row_count)
        passed_us = int(self.trace.row_time[passed - 1]) if passed else 0
        about = self.stays.about(min(time_us, passed_us), time_us)
        late = self._never_come
        first, after = np.searchsorted(late, (about.start, about.stop))
        before = late[:first]
        return np.concatenate([before, np.arange(about.start, about.stop), late[after:]])

    @cached_property
    def _never_come(self) -> np.ndarray:
        """int64: what neither arrives nor is lost, though its time comes before the end."""
        is_open = (self.arrived < 0) & (self.end >= 0) & (self.rest <= self.run.until_us)
        return np.flatnonzero(is_open)

    def is_lost(self, rows: int, time_us: int) -> np.ndarray:
        """bool[M]: the messages that are lost after ``rows`` rows, at ``time_us``."""
        lives = self.lives
        return (lives.lost_row <= rows) & (lives.lost_us <= time_us) & (self.send_row < rows)

    def carried(self, rows: int, time_us: int) -> list[int]:
        """The application messages that have yet to be received, however many copies travel."""
        copies = self.trace.message_copies
        travelling = self.under_way(rows, time_us)
        found = {copies.get(m, m) for m in numbers(travelling[~self.is_control[travelling]])}
        return sorted(message for message in found if not self._has_come(message, rows))

    def gone(self, rows: int, time_us: int) -> list[int]:
        """The application messages that are lost, whatever copies of them were made."""
        if not self.loses:
            return []
        lost = np.flatnonzero(self.is_lost(rows, time_us) & ~self.is_control)
        lost = lost[self.lives.recalled_row[lost] >= rows]
        copies = self.trace.message_copies
        found = {copies.get(m, m) for m in numbers(lost)}
        carried = set(self.carried(rows, time_us))
        return sorted(m for m in found - carried if not self._has_come(m, rows))

    def _has_come(self, message: int, rows: int) -> bool:
        """Whether a transit of a message had been received by then, and that stood."""
        at = self.arrival_row[[message, *self.copies_of.get(message, ())]]
        return bool(((at < rows) & (self.lives.undone_row[at] >= rows)).any())

    @cached_property
    def copies_of(self) -> dict[int, list[int]]:
        """By message, its duplicates and what a recovery delivered again."""
        found: dict[int, list[int]] = {}
        for copy, original in self.trace.message_copies.items():
            found.setdefault(original, []).append(copy)
        return found

    @cached_property
    def usual_flight(self) -> int:
        """The median transit time of the run, microseconds; 50 ms where nothing arrived."""
        flights = (self.arrived - self.sent)[self.arrived >= 0]
        return max(1, int(np.median(flights))) if len(flights) else 50_000

    @cached_property
    def first_rows(self) -> dict[int, int]:
        """By kind of row that there is, the first row of that kind."""
        kinds, first = np.unique(self.trace.row_kind, return_index=True)
        return dict(zip(kinds.tolist(), first.tolist(), strict=True))

    @cached_property
    def event_rows(self) -> np.ndarray:
        """Rows that are dots: the application events."""
        return np.flatnonzero(self.trace.is_application_row)

    def event_times(self, era: Era) -> list[np.ndarray]:
        """int64[events] for each process: when its application events that stood happened."""
        times = [self.trace.row_time[rows] for rows in era.rows_of_process]
        return self.kept("event times", era.end, lambda: times)

    @cached_property
    def event_at(self) -> np.ndarray:
        """int64: when the events of `event_rows` happened, ascending."""
        return self.trace.row_time[self.event_rows]

    def events_between(self, from_us: int, to_us: int) -> np.ndarray:
        """Rows of the application events of a stretch of time."""
        first = np.searchsorted(self.event_at, from_us, side="left")
        after = np.searchsorted(self.event_at, to_us, side="right")
        return self.event_rows[first:after]

    @cached_property
    def clock_rows(self) -> np.ndarray:
        """Rows at which a clock was set."""
        return np.flatnonzero(self.trace.row_kind == RowKind.SET_CLOCK)

    @cached_property
    def records(self) -> list[dict[int, Record]]:
        """For each snapshot, the recording of each process that has recorded."""
        by_snapshot: list[dict[int, Record]] = [{} for _ in self.trace.snapshots]
        for record in self.trace.records:
            by_snapshot[record.snapshot].setdefault(record.process, record)
        return by_snapshot

    @cached_property
    def recordings(self) -> Recordings:
        return Recordings(self)

    def is_complete(self, number: int) -> bool:
        return (
            self.trace.snapshots[number].status == "complete"
            and len(self.records[number]) == self.count
        )

    @cached_property
    def marks(self) -> dict[int, Mark]:
        """Messages that a finished snapshot caught or missed, by message number."""
        found: dict[int, dict[str, list[int]]] = {}
        for snapshot in self.run.snapshots:
            verdict = snapshot.verdict
            if verdict is None:
                continue
            alarms = {kind: set(getattr(verdict, _FIELDS[kind])) for kind in ALARMS}
            caught = [
                record.message
                for record in self.trace.channel_records
                if record.snapshot == snapshot.number and record.message not in alarms["extra"]
            ]
            for kind, messages in (("caught", caught), *alarms.items()):
                for message in messages:
                    found.setdefault(message, {}).setdefault(kind, []).append(snapshot.number)
        return {message: _worst(kinds) for message, kinds in sorted(found.items())}

    @cached_property
    def clocks(self) -> list[list[ClockChange]]:
        """The clock changes of each process in time order."""
        changes: list[list[ClockChange]] = [[] for _ in range(self.count)]
        for change in self.trace.clocks:
            changes[change.process].append(change)
        return changes

    @property
    def has_clocks(self) -> bool:
        """Whether there are local clocks: an order only, or a run told anew, has none."""
        return bool(self.trace.clocks)

    def offset_us(self, process: int, time_us: int) -> int:
        """How far the local clock is ahead of true time at ``time_us``."""
        current = ClockChange(process, 0, 0, 0)
        for change in self.clocks[process]:
            if change.time_us > time_us:
                break
            current = change
        drift = current.drift_ppb * (time_us - current.time_us)
        return current.offset_us + round(drift / 1_000_000_000)


_FIELDS = {"orphan": "orphans", "missing": "missing", "extra": "extra"}


def _worst(kinds: dict[str, list[int]]) -> Mark:
    for kind in ALARMS:
        if kind in kinds:
            return Mark(kind, tuple(kinds[kind]))
    return Mark("caught", tuple(kinds["caught"]))


_CACHE: dict[int, tuple[weakref.ref, Facts]] = {}


def facts(run) -> Facts:
    """The facts of a run, kept as long as the run lives."""
    key = id(run)
    kept = _CACHE.get(key)
    if kept is None or kept[0]() is not run:
        kept = (weakref.ref(run, lambda _: _CACHE.pop(key, None)), Facts(run))
        _CACHE[key] = kept
    return kept[1]


def last_era(run, row: int) -> Era:
    """The era of an event: the last one in which it stood."""
    if not 0 <= row < run.trace.row_count:
        return run.eras[-1]
    undone = int(facts(run).lives.undone_row[row])
    return run.era(min(undone, run.trace.row_count) - 1) if undone < NEVER else run.eras[-1]


def is_undone(run, row: int, rows: int | None = None) -> bool:
    """Whether a recovery within the first ``rows`` rows (None: all) undid an event."""
    passed = run.trace.row_count + 1 if rows is None else rows
    return bool(facts(run).lives.undone_row[row] < passed)


def event_of_row(run, row: int) -> int:
    """Number of the application event of a trace row in the computation of its era.

    That is `last_era`; -1: it is none.
    """
    return _number_in(last_era(run, row), row)


def _number_in(era: Era, row: int) -> int:
    rows = era.view.event_rows
    event = int(np.searchsorted(rows, row))
    return event if event < len(rows) and rows[event] == row else -1


def events_before(run, row: int) -> int:
    """How many events its process had done before that of a row, in its era."""
    return last_era(run, row).events_before(row, int(run.trace.row_process[row]))


def row_of_event(run, event: int) -> int:
    """Trace row of an event of ``run.computation``."""
    return int(run.event_rows[run.computation.check_event(event)])


def _common_era(run, a: int, b: int) -> Era:
    """The last era in which both may have stood."""
    return min(last_era(run, a), last_era(run, b), key=lambda era: era.end)


def relation_of_rows(run, a: int, b: int) -> Relation | None:
    """How the event of row ``a`` stands to that of row ``b``.

    None if one is no event, or if they never stood together.
    """
    era = _common_era(run, a, b)
    first, second = _number_in(era, a), _number_in(era, b)
    return None if min(first, second) < 0 else relation(era.computation, first, second)


def path_between(run, a: int, b: int) -> tuple[int, ...]:
    """Rows of a shortest chain by which the event of row ``a`` came before that of row ``b``.

    Empty if it did not, if one of the rows is no event, or if they never stood together.
    """
    era = _common_era(run, a, b)
    first, second = _number_in(era, a), _number_in(era, b)
    if min(first, second) < 0:
        return ()
    rows = era.view.event_rows
    return tuple(int(rows[event]) for event in why(era.computation, first, second))


def numbers(values: Iterable) -> list[int]:
    """Plain ints from a numpy column, which are faster to work with one by one."""
    return np.asarray(values).tolist()
