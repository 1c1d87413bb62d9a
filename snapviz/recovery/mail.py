"""What becomes of the messages in a recovery of a run under way."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from snapviz.engine.messages import Arrival, deliver_again
from snapviz.engine.queue import DELIVERY, key_of
from snapviz.engine.trace import KIND_BITS, RowKind, Trace

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Fate(NamedTuple):
    """What a recovery does to messages: numbers, each list in the order it happened."""

    lost: list[int]
    again: list[int]
    recalled: list[int]
    orphaned: list[int]


def fate_of(
    run: Simulator, trace: Trace, undone: np.ndarray, has_again: Callable[[int, int], bool]
) -> Fate:
    """What becomes of the messages that somebody's undone events had sent or received.

    undone: their rows, ascending. has_again: whether a message received at a row can be delivered
    once more.
    """
    fate = Fate([], [], [], [])
    kinds, refs = trace.row_kind[undone].tolist(), trace.row_ref[undone].tolist()
    recalled = {m for kind, m in zip(kinds, refs, strict=True) if kind == RowKind.SEND}
    fate.recalled.extend(sorted(recalled))
    for row, kind, ref in zip(undone.tolist(), kinds, refs, strict=True):
        if kind != RowKind.RECEIVE:
            continue
        message = run.copies.get(ref, ref)
        if message in recalled:
            fate.orphaned.append(message)
        elif has_again(row, message):
            fate.again.append(message)
        elif not _another_comes(run, trace, message, ref):
            fate.lost.append(message)
        run.arrived.discard(message)
    return fate


def _another_comes(run: Simulator, trace: Trace, message: int, received: int) -> bool:
    """Whether another copy that its channel made is still under way, or waits somewhere."""
    twins = {message, *(m for m, original in run.copies.items() if original == message)}
    gone = {loss.message for loss in run.lives.losses}
    return any(
        trace.message_due[twin] >= 0 and not _has_come(trace, twin)
        for twin in twins - {received} - gone
    )


def _has_come(trace: Trace, message: int) -> bool:
    kinds = trace.row_kind[trace.row_ref == message]
    return bool(np.isin(kinds, (RowKind.RECEIVE, RowKind.DUPLICATE)).any())


def settle(run: Simulator, fate: Fate, row: int, restarting: Collection[int]) -> None:
    """Call back, lose and deliver again what a recovery at a trace row says."""
    lives = run.lives
    lives.recalled.update(fate.recalled)
    run.attention.recall(set(fate.recalled))
    for message in fate.lost:
        lives.lose(message, row)
    now = [deliver_again(run, message) for message in fate.again]
    for process in restarting:
        now += lives.waiting.pop(process, [])
    still = [arrival for arrival in now if not _is_for_one_who_is_down(run, arrival)]
    if still:
        run.queue.put_back(key_of(run.now_us, DELIVERY), still)


def _is_for_one_who_is_down(run: Simulator, arrival: Arrival) -> bool:
    """If so, it waits for the restart."""
    lives, message = run.lives, arrival.code >> KIND_BITS
    target = run.channels.links[arrival.channel].target
    if target not in lives.down:
        return False
    lives.since.setdefault(message, run.now_us)
    lives.waiting.setdefault(target, []).append(arrival)
    return True
