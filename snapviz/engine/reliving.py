"""Piecewise determinism: a process goes once more through what it did since a checkpoint.

Its state is made again from the messages it sent and received, and so is what its protocols
remember, which are told of them again. They can do nothing meanwhile: what they did, they did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from snapviz.engine.application import give, take
from snapviz.engine.context import IdleContext
from snapviz.engine.stable import CheckpointRow
from snapviz.engine.trace import KIND_BITS, KIND_MASK, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Relived(NamedTuple):
    """An event that a process goes through once more: the trace row, its code, its time."""

    row: int
    code: int
    time_us: int


def relive(run: Simulator, taken: CheckpointRow, events: list[Relived], sent: int) -> int:
    """Put a process where its checkpoint and its events since lead.

    ``sent``: a number above those of the messages it had sent before. Returns how many receives
    were replayed.
    """
    process = taken.process
    state = run.states[process]
    # The same object: the run knows the states at both ends of every channel.
    state.clear()
    state.update(taken.state)
    for name, objects in run.protocols.items():
        if name in taken.saved:
            objects[process].restore(taken.saved[name])
        objects[process].context = IdleContext(run, name, process)
    for event in events:
        sent = _again(run, process, event, sent)
    for objects in run.protocols.values():
        objects[process].context = objects[process].context.awake()
    return sum(event.code & KIND_MASK == RowKind.RECEIVE for event in events)


def _again(run: Simulator, process: int, event: Relived, sent: int) -> int:
    """One event once more; returns ``sent`` after it."""
    kind, message = event.code & KIND_MASK, event.code >> KIND_BITS
    _look_back(run, process, event.time_us, event.row, sent)
    if kind == RowKind.SEND:
        _send_again(run, process, message)
        sent = message + 1
        _look_back(run, process, event.time_us, event.row + 1, sent)
        _tell(run, "on_send", process, message, message)
    elif kind == RowKind.RECEIVE:
        original = run.copies.get(message, message)
        run.attention.tell_arrival(process, run.columns.channel(message), original)
        give(run.states[process], run.columns.payloads[message], run.quantities)
        _look_back(run, process, event.time_us, event.row + 1, sent)
        _tell(run, "on_receive", process, message, original)
    return sent


def _send_again(run: Simulator, process: int, message: int) -> None:
    for name in run.attention.riders:
        run.protocols[name][process].piggyback(run.columns.channel(message))
    take(run.states[process], run.columns.payloads[message], run.quantities)


def _tell(run: Simulator, hook: str, process: int, message: int, original: int) -> None:
    for listener in run.listeners(hook, process):
        listener(run.columns.channel(message), original)


def _look_back(run: Simulator, process: int, *then: int) -> None:
    for objects in run.protocols.values():
        objects[process].context.then = then
