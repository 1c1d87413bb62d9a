"""Piecewise determinism: a process goes once more through what it did since a checkpoint.

Its state is made again from the messages it sent and received, and so is what its protocols
remember, which are told of them again. They can do nothing meanwhile: what they did, they did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snapviz.engine.application import give, take
from snapviz.engine.context import IdleContext
from snapviz.engine.stable import CheckpointRow
from snapviz.engine.trace import KIND_BITS, KIND_MASK, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


def relive(run: Simulator, taken: CheckpointRow, codes: list[int]) -> int:
    """Put a process where its checkpoint and the row codes of its events since lead.

    Returns how many receives were replayed.
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
    for code in codes:
        _again(run, process, state, RowKind(code & KIND_MASK), code >> KIND_BITS)
    for objects in run.protocols.values():
        objects[process].context = objects[process].context.awake()
    return sum(code & KIND_MASK == RowKind.RECEIVE for code in codes)


def _again(
    run: Simulator, process: int, state: dict[str, Any], kind: RowKind, message: int
) -> None:
    if kind not in (RowKind.SEND, RowKind.RECEIVE):
        return
    payload, attention = run.columns.payloads[message], run.attention
    channel = run.columns.channel(message)
    if kind == RowKind.SEND:
        for name in attention.riders:
            run.protocols[name][process].piggyback(channel)
        take(state, payload, run.quantities)
        for hook in run.listeners("on_send", process):
            hook(channel, message)
        return
    original = run.copies.get(message, message)
    attention.tell_arrival(process, channel, original)
    give(state, payload, run.quantities)
    for hook in run.listeners("on_receive", process):
        hook(channel, original)
