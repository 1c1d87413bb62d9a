"""Rollback propagation: an undone send orphans its message, which undoes its receive, and so on.

Randell, "System structure for software fault tolerance", 1975 (the domino effect);
Elnozahy, Alvisi, Wang and Johnson, "A survey of rollback-recovery protocols in message-passing
systems", 2002, section 3.1 (uncoordinated checkpointing).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import Candidates, NothingLeft, check_candidates, place_before


@dataclass(frozen=True)
class Setback:
    """One process rolls back from one place to an earlier one.

    ``orphans``: the messages, ascending, that it has received and that nobody has sent any more.
    """

    process: int
    from_place: int
    to_place: int
    orphans: tuple[int, ...]


def propagate(c: Computation, candidates: Candidates) -> Iterator[list[Setback]]:
    """Roll back from the last candidates, round by round; one list a round, by process.

    All of a round look at the same cut and move together. After the last round there is no
    orphan, and no process went further than it had to. Every message is looked at once, when
    its send is undone: O(M + candidates passed * log candidates).
    Raises NothingLeft if a process would have to go back before its first candidate.
    """
    check_candidates(c, candidates)
    sends = _Sends(c)
    places = [len(taken) - 1 for taken in candidates]
    cut = [int(taken[-1]) for taken in candidates]
    undone = [
        process for process, count in enumerate(c.event_counts.tolist()) if cut[process] < count
    ]
    while undone:
        orphans = _orphans_by_receiver(sends, undone, cut)
        moved = [
            _setback(c, candidates, process, places[process], orphans[process])
            for process in sorted(orphans)
        ]
        for setback in moved:
            places[setback.process] = setback.to_place
            cut[setback.process] = int(candidates[setback.process][setback.to_place])
        if moved:
            yield moved
        undone = [setback.process for setback in moved]


def _orphans_by_receiver(
    sends: _Sends, undone: list[int], cut: list[int]
) -> dict[int, list[tuple[int, int]]]:
    """For each receiver its (local index of the receive, message), newly orphaned."""
    orphans: dict[int, list[tuple[int, int]]] = {}
    for process in undone:
        for message, receiver, local in sends.undo(process, cut[process]):
            if local < cut[receiver]:
                orphans.setdefault(receiver, []).append((local, message))
    return orphans


def _setback(
    c: Computation,
    candidates: Candidates,
    process: int,
    place: int,
    orphans: list[tuple[int, int]],
) -> Setback:
    earliest = min(orphans)[0]
    to_place = place_before(candidates[process], earliest)
    if to_place < 0:
        raise NothingLeft(
            f"process {c.processes[process]} has no checkpoint without its event {earliest},"
            " so there is no consistent set"
        )
    return Setback(process, place, to_place, tuple(sorted(message for _, message in orphans)))


class _Sends:
    """The received messages by sender, in the order sent; undone from the latest back."""

    def __init__(self, c: Computation) -> None:
        messages = np.flatnonzero(c.message_receive >= 0)
        # Event numbers rise along a process, so they put its sends in order.
        messages = messages[np.argsort(c.message_send[messages], kind="stable")]
        senders = c.event_process[c.message_send[messages]]
        by_sender = np.argsort(senders, kind="stable")
        messages, senders = messages[by_sender], senders[by_sender]
        receive = c.message_receive[messages]
        # As lists: a domino effect asks for a message or two at a time, thousands of times.
        self._local = c.event_local[c.message_send[messages]].tolist()
        self._messages = messages.tolist()
        self._receiver = c.event_process[receive].tolist()
        self._receive_local = c.event_local[receive].tolist()
        bounds = np.searchsorted(senders, np.arange(c.process_count + 1)).tolist()
        self._first, self._standing = bounds[:-1], bounds[1:]

    def undo(self, process: int, count: int) -> Iterator[tuple[int, int, int]]:
        """Yield (message, receiver, local index of its receive) of the sends not undone before.

        count: events of the sender that still stand.
        """
        last = self._standing[process]
        keep = bisect_left(self._local, count, self._first[process], last)
        self._standing[process] = keep
        columns = (self._messages, self._receiver, self._receive_local)
        return zip(*(column[keep:last] for column in columns), strict=True)
