"""Garbage is discarded from stable storage, whenever a checkpoint has begun to count.

What is garbage ``garbage`` says. The run is asked as a whole, at that instant and at no cost: no
message is sent to find out, as a coordinator would have to.

While a coordinated checkpoint is tentative, it may yet become a candidate between others, and then
a crash can ask for one that no crash asks for now. So until it is decided only what lies behind the
line of a crash of all goes, which such a candidate can but move forward.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from snapviz.engine.hooks import LoggingProtocol, Received
from snapviz.engine.stable import Collection
from snapviz.recovery.garbage import garbage_checkpoints, log_garbage, obsolete_checkpoints
from snapviz.recovery.history import logging_of
from snapviz.recovery.plan import Offer, sources_of
from snapviz.recovery.recent import Recent, recent_history

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

Places = tuple[tuple[int, ...], ...]


def collect(run: Simulator) -> None:
    """Discard what no recovery from a crash can ask for any more."""
    storage, history = run.lives.storage, recent_history(run)
    numbers = [storage.usable(process) for process in run.every_process]
    candidates = [
        history.counts(process, [storage.checkpoints[number].row for number in mine])
        for process, mine in enumerate(numbers)
    ]
    places, starts = _garbage(run, history, candidates)
    found = tuple(numbers[p][place] for p, mine in enumerate(places) for place in mine)
    entries = tuple(
        (process, row)
        for process, row in enumerate(_entry_rows(history, starts))
        if row > storage.log_starts.get(process, 0)
    )
    if found or entries:
        row = max(0, run.columns.row_count - 1)
        storage.collect(Collection(row, run.now_us, found, entries))


def _garbage(
    run: Simulator, history: Recent, candidates: list[tuple[int, ...]]
) -> tuple[Places, list[int]]:
    """The checkpoints that may go, and of how many events of each process the entries may."""
    c, method = history.computation, logging_of(run)
    if method is None:
        find = obsolete_checkpoints if run.lives.storage.has_tentative else garbage_checkpoints
        return find(c, candidates), [0] * c.process_count
    offers = [
        _offer(run, history, method, process, mine) for process, mine in enumerate(candidates)
    ]
    places = log_garbage(c, [sources_of(offer) for offer in offers]).checkpoints
    return places, [mine[len(gone)] for mine, gone in zip(candidates, places, strict=True)]


def _offer(
    run: Simulator,
    history: Recent,
    method: type[LoggingProtocol],
    process: int,
    candidates: tuple[int, ...],
) -> Offer:
    """What could be had if all failed now."""
    rows, written = history.rows[process], run.lives.storage.flushed.get(process, 0)
    receives, gone = history.receives(process), []
    for is_written in (True, False):
        if not method.has_again(Received(is_written, False, False, True)):
            gone += receives[(rows[receives] < written) == is_written].tolist()
    return Offer(candidates, frozenset(gone), False, len(rows), len(rows))


def _entry_rows(history: Recent, counts: list[int]) -> list[int]:
    """By process, the trace row before which the entries of its first so many events lie.

    0 if there is no receive among these.
    """
    starts = []
    for process, count in enumerate(counts):
        receives = history.receives(process)
        received = receives[receives < count]
        starts.append(int(history.rows[process][received[-1]]) + 1 if len(received) else 0)
    return starts
