"""How near a cut by the clocks is to going wrong.

A process records when its own clock reads T. A message sent after its sender's T that arrives
before its receiver's T is an orphan, and nothing else is. It arrives ``flight`` after it was
sent, and the receiver records at most ``skew`` after the sender, so no message can be one while
every flight is longer than the skew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from snapviz.run import Run, Snapshot


@dataclass(frozen=True)
class Boundary:
    """The figures of one snapshot by the clocks; times in microseconds of true time.

    ``first`` and ``last``: the processes that read T first and last, ``skew_us`` apart.
    ``fastest``: the message of the run that took least, and ``flight_us`` how long; None without
    messages. ``closest``: of the messages sent after their sender's T the one that arrives least
    after its receiver's, and ``slack_us`` by how much, below 0 where it breaks the cut; None if
    there is none. ``guilty``: all that break it, by number.
    """

    first: str
    last: str
    skew_us: int
    fastest: int | None
    flight_us: int | None
    closest: int | None
    slack_us: int | None
    guilty: tuple[int, ...]

    @property
    def margin_us(self) -> int | None:
        """By how much the skew is below the shortest flight; from 0 down nothing is certain."""
        return None if self.flight_us is None else self.flight_us - self.skew_us

    @property
    def is_safe(self) -> bool:
        """No message could have broken it."""
        return self.margin_us is None or self.margin_us > 0


def boundary(run: Run, snapshot: Snapshot) -> Boundary | None:
    """The boundary of a snapshot by the clocks; None for others, and until all have recorded."""
    if snapshot.initiator is not None or snapshot.cut is None:
        return None
    return _boundary(run, snapshot, _arrivals(run))


def boundaries(run: Run) -> list[tuple[Boundary, Snapshot]]:
    """Those of all snapshots of a run that have one."""
    by_clock = [s for s in run.snapshots if s.initiator is None and s.cut is not None]
    arrivals = _arrivals(run) if by_clock else None
    return [(_boundary(run, snapshot, arrivals), snapshot) for snapshot in by_clock]


class _Arrivals(NamedTuple):
    """Application messages that arrived: their numbers, their times, and the two events of each."""

    messages: np.ndarray
    sent: np.ndarray
    received: np.ndarray
    sends: np.ndarray
    receives: np.ndarray


def _arrivals(run: Run) -> _Arrivals:
    view = run.causal_view
    sends, receives = view.computation.message_send, view.computation.message_receive
    there = receives >= 0
    sends, receives = sends[there], receives[there]
    times = run.trace.row_time[run.event_rows]
    return _Arrivals(view.messages[there], times[sends], times[receives], sends, receives)


def _boundary(run: Run, snapshot: Snapshot, arrivals: _Arrivals) -> Boundary:
    recorded = np.array([record.time_us for record in snapshot.records])
    first, last = int(recorded.argmin()), int(recorded.argmax())
    names = run.trace.process_ids
    return Boundary(
        names[first],
        names[last],
        int(recorded[last] - recorded[first]),
        *_fastest(arrivals),
        *_closest(run, snapshot.cut, recorded, arrivals),
    )


def _fastest(arrivals: _Arrivals) -> tuple[int | None, int | None]:
    if not len(arrivals.messages):
        return None, None
    flights = arrivals.received - arrivals.sent
    place = int(flights.argmin())
    return int(arrivals.messages[place]), int(flights[place])


def _closest(
    run: Run, cut: np.ndarray, recorded: np.ndarray, arrivals: _Arrivals
) -> tuple[int | None, int | None, tuple[int, ...]]:
    of, local = run.computation.event_process, run.computation.event_local
    sends, receives = arrivals.sends, arrivals.receives
    outside = local[sends] >= cut[of[sends]]
    if not outside.any():
        return None, None, ()
    slack = (arrivals.received - recorded[of[receives]])[outside]
    # By the order of events, not by times: at T's own microsecond it is the order that decides.
    guilty = (local[receives] < cut[of[receives]])[outside]
    chosen = arrivals.messages[outside]
    place = int(np.lexsort((slack, ~guilty))[0])
    return int(chosen[place]), int(slack[place]), tuple(chosen[guilty].tolist())
