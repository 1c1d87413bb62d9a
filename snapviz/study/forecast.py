"""What if these processes crashed now, and restarted at once: the recovery that would follow.

Asked as a run asks: every process makes its offer, and `recovery.plan` says where each one stands.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from snapviz.engine.hooks import Received
from snapviz.engine.trace import RowKind
from snapviz.recovery.candidates import place_before
from snapviz.recovery.plan import Offer, Place, plan_recovery, sources_of
from snapviz.recovery.propagation import Setback, propagate
from snapviz.recovery.replay import rebuildable_states
from snapviz.study.moment import Moment


@dataclass(frozen=True)
class Part:
    """One process: it keeps ``events`` of ``of_events``, and restarts from a checkpoint.

    ``checkpoint``: its number in the trace, None: the process keeps its live state. ``replayed``:
    the receives it goes through again. ``time_us``: when the state it comes to was there.
    """

    process: int
    checkpoint: int | None
    events: int
    of_events: int
    replayed: int
    time_us: int

    @property
    def undone(self) -> int:
        return self.of_events - self.events


@dataclass(frozen=True)
class Fall:
    """One step of the recovery: a process goes back from some events to fewer.

    ``round``: 0 is the crash. ``checkpoint`` and ``replayed`` as in `Part`. ``orphans``: the
    messages, numbers in the trace, that it had received and that nobody has sent any more.
    """

    round: int
    process: int
    from_events: int
    to_events: int
    checkpoint: int
    replayed: int
    orphans: tuple[int, ...]


@dataclass(frozen=True)
class Forecast:
    """The recovery from a crash of ``failed``; messages by their numbers in the trace.

    ``lost`` for good, delivered ``again``, and ``orphaned``: their receive goes with their send.
    """

    moment: Moment
    failed: tuple[int, ...]
    parts: tuple[Part, ...]
    falls: tuple[Fall, ...]
    lost: tuple[int, ...]
    again: tuple[int, ...]
    orphaned: tuple[int, ...]


def forecast(moment: Moment, failed: Collection[int]) -> Forecast:
    """What a crash of these processes, and their restart at this very moment, would come to.

    Those that are down already restart with them. Raises ValueError if nobody fails.
    """
    crashing = frozenset(failed) | moment.down
    if not crashing:
        raise ValueError("a forecast needs at least one process that crashes")
    return _Forecaster(moment, crashing).answer()


class _Forecaster:
    def __init__(self, moment: Moment, failed: frozenset[int]):
        self.moment = moment
        self.trace = moment.run.trace
        self.failed = failed
        self.rows = moment.era.rows_of_process
        self.offers = [self._offer(process) for process in range(len(self.rows))]
        self.places = plan_recovery(moment.computation, self.offers)

    def answer(self) -> Forecast:
        parts = tuple(self._part(*item) for item in enumerate(self.places))
        fate = self._fate()
        return Forecast(self.moment, tuple(sorted(self.failed)), parts, tuple(self._falls()), *fate)

    # What everyone offers

    def _offer(self, process: int) -> Offer:
        count = len(self.rows[process])
        return Offer(
            checkpoints=tuple(self.moment.candidates[process]),
            gone=None if self.moment.logging is None else self._gone(process),
            live=process not in self.failed,
            count=count,
            at_most=count,
        )

    def _gone(self, process: int) -> frozenset[int]:
        rows = self.rows[process]
        receives = np.flatnonzero(self.trace.row_kind[rows] == RowKind.RECEIVE).tolist()
        return frozenset(
            local for local in receives if not self._has_again(process, int(rows[local]))
        )

    def _has_again(self, process: int, row: int) -> bool:
        """Whether a receive at a row can be replayed, or delivered once more."""
        moment, trace = self.moment, self.trace
        if moment.logging is None or row < moment.log_starts.get(process, 0):
            return False
        sender = trace.channel_ends[trace.message_channel[trace.row_ref[row]]][0]
        return moment.logging.has_again(
            Received(
                flushed=row < moment.flushed.get(process, 0),
                receiver_up=process not in self.failed,
                sender_up=sender not in self.failed,
                sender_restarts=sender in self.failed,
            )
        )

    # Where each one comes to stand

    def _part(self, process: int, place: Place) -> Part:
        count, of_events = place.count, len(self.rows[process])
        if place.checkpoint is None:
            return Part(process, None, count, of_events, 0, self.moment.time_us)
        number = self.moment.usable[process][place.checkpoint]
        return Part(
            process,
            number,
            count,
            of_events,
            self._replayed(process, number, count),
            self._reached_us(process, number, count),
        )

    def _replayed(self, process: int, number: int, count: int) -> int:
        since = self.rows[process][self.moment.events_before(number) : count]
        return int(np.count_nonzero(self.trace.row_kind[since] == RowKind.RECEIVE))

    def _reached_us(self, process: int, number: int, count: int) -> int:
        """When the state after so many events was there: at the checkpoint, or at the last one."""
        taken_us = self.moment.checkpoint(number).time_us
        if count == self.moment.events_before(number):
            return taken_us
        return int(self.trace.row_time[self.rows[process][count - 1]])

    # How it comes to that

    def _falls(self) -> list[Fall]:
        c, sources = self.moment.computation, [sources_of(offer) for offer in self.offers]
        states = rebuildable_states(c, sources)
        falls = [
            self._fall(0, process, len(self.rows[process]), states[process][-1], ())
            for process in sorted(self.failed)
        ]
        for number, moved in enumerate(propagate(c, states), start=1):
            falls.extend(self._setback(number, one, states[one.process]) for one in moved)
        return falls

    def _setback(self, number: int, one: Setback, states: list[int]) -> Fall:
        orphans = tuple(self.moment.era.view.messages[list(one.orphans)].tolist())
        ends = states[one.from_place], states[one.to_place]
        return self._fall(number, one.process, *ends, orphans)

    def _fall(
        self, number: int, process: int, start: int, end: int, orphans: tuple[int, ...]
    ) -> Fall:
        place = place_before(self.moment.candidates[process], end)
        taken = self.moment.usable[process][place]
        replayed = self._replayed(process, taken, end)
        return Fall(number, process, start, end, taken, replayed, orphans)

    # What becomes of the messages

    def _fate(self) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        trace, lost, again, orphaned = self.trace, [], [], []
        undone = [rows[p.count :] for rows, p in zip(self.rows, self.places, strict=True)]
        rows = np.sort(np.concatenate(undone))
        sends = rows[trace.row_kind[rows] == RowKind.SEND]
        recalled = set(trace.row_ref[sends].tolist())
        for row in rows[trace.row_kind[rows] == RowKind.RECEIVE].tolist():
            received = int(trace.row_ref[row])
            message = trace.message_copies.get(received, received)
            if message in recalled:
                orphaned.append(message)
            elif self._has_again(int(trace.row_process[row]), row):
                again.append(message)
            elif not self._another_comes(message, received):
                lost.append(message)
        return tuple(lost), tuple(again), tuple(orphaned)

    def _another_comes(self, message: int, received: int) -> bool:
        """Whether a copy that its channel has made by now is still under way."""
        trace, now_us = self.trace, self.moment.time_us
        twins = [m for m, original in trace.message_copies.items() if original == message]
        return any(
            m != received and trace.message_sent[m] <= now_us < trace.message_due[m] for m in twins
        )
