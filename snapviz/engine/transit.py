"""The hot path: sending, delivering and waking, bound once for each run.

A bank of a hundred processes spends nearly all its time in these three
functions. They are closures over the parts of the run because reading a cell
is faster than reading an attribute, and the everyday case (no pin, no fault,
no override) is written out in them; everything rarer goes through
``Simulator.transmit``.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappush
from typing import TYPE_CHECKING, Any

from snapviz.engine.application import give, take
from snapviz.engine.channels import APPLICATION
from snapviz.engine.queue import DELIVERY, WORKLOAD
from snapviz.engine.trace import KIND_BITS, Control, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

_RECEIVE = int(RowKind.RECEIVE)


def bind_send(run: Simulator) -> Callable[..., None]:
    """``send(channel, payload, delay_us=None)``: send an application message, or refuse it.

    A message that carries more than its sender has is recorded as refused.
    """
    channels, columns, clock = run.channels, run.columns, run.clock
    source, special = channels.source, channels.special
    sent, next_delay = channels.sent[APPLICATION], channels.next_delay[APPLICATION]
    fifo, last_due = channels.fifo, channels.last_due
    states, quantities, payloads = run.states, run.quantities, columns.payloads
    log_row, log_payload = columns.row_code.append, columns.payloads.append
    log_channel, log_sent = columns.message_channel.append, columns.message_sent.append
    log_due = columns.message_due.append
    queue, keys, buckets = run.queue, run.queue.keys, run.queue.buckets
    refuse, transmit, tell_senders = run.refuse, run.transmit, run.tell_senders

    def send(channel: int, payload: Any, delay_us: int | None = None) -> None:
        process = source[channel]
        if type(payload) is int:
            state = states[process]
            balance = state["balance"]
            if balance < payload:
                return refuse(channel, payload)
            state["balance"] = balance - payload
        elif not take(states[process], payload, quantities):
            return refuse(channel, payload)
        message = len(payloads)
        log_row(message << KIND_BITS)
        if tell_senders is not None:
            tell_senders(process, channel, message)
        if special[channel] or delay_us is not None:
            return transmit(channel, payload, APPLICATION, delay_us)
        sent[channel] += 1
        now = clock[0]
        due = now + next_delay[channel]()
        if due >= last_due[channel]:
            last_due[channel] = due
        elif fifo[channel]:
            due = last_due[channel]
        log_payload(payload)
        log_channel(channel)
        log_sent(now)
        log_due(due)
        key = due << 2 | DELIVERY
        if key in buckets:
            queue.join(key, (message, channel, payload))
        else:
            buckets[key] = (message, channel, payload)
            heappush(keys, key)
        return None

    return send


def bind_deliver(run: Simulator) -> Callable[[tuple[int, int, Any]], None]:
    """``deliver((message, channel, payload))``: a message arrives and is applied."""
    target, states, quantities = run.channels.target, run.states, run.quantities
    log_row, copies = run.columns.row_code.append, run.copies
    is_repeat, control, tell_receivers = run.is_repeat, run.deliver_control, run.tell_receivers

    def deliver(transit: tuple[int, int, Any]) -> None:
        message, channel, payload = transit
        if copies and message in copies and is_repeat(message, payload):
            return
        if type(payload) is int:
            log_row(message << KIND_BITS | _RECEIVE)
            states[target[channel]]["balance"] += payload
        elif type(payload) is Control:
            control(message, channel, payload)
            return
        else:
            log_row(message << KIND_BITS | _RECEIVE)
            give(states[target[channel]], payload, quantities)
        if tell_receivers is not None:
            tell_receivers(target[channel], channel, message, payload)

    return deliver


def bind_wake(run: Simulator) -> Callable[[int, int], None]:
    """``wake(process, delay_us)``: the workload's timer; the shortest wait is a microsecond."""
    clock, queue = run.clock, run.queue
    keys, buckets = queue.keys, queue.buckets

    def wake(process: int, delay_us: int) -> None:
        key = clock[0] + (delay_us or 1) << 2 | WORKLOAD
        if key in buckets:
            queue.join(key, process)
        else:
            buckets[key] = process
            heappush(keys, key)

    return wake
