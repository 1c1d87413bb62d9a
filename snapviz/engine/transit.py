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
from snapviz.engine.queue import DELIVERY, WORKLOAD
from snapviz.engine.trace import KIND_BITS, Control, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

_RECEIVE = int(RowKind.RECEIVE)


def bind_send(run: Simulator) -> Callable[..., None]:
    """``send(channel, payload, delay_us=None)``: send an application message, or refuse it.

    A message that carries more than its sender has is recorded as refused.
    """
    links, columns, clock = run.channels.links, run.columns, run.clock
    states, quantities, payloads = run.states, run.quantities, columns.payloads
    log_row, log_payload = columns.row_code.append, columns.payloads.append
    log_channel, log_sent = columns.message_channel.append, columns.message_sent.append
    log_due = columns.message_due.append
    queue, keys, buckets = run.queue, run.queue.keys, run.queue.buckets
    refuse, transmit, tell_senders = run.refuse, run.transmit, run.tell_senders

    def send(channel: int, payload: Any, delay_us: int | None = None) -> None:
        link = links[channel]
        if type(payload) is int:
            state = states[link.source]
            balance = state["balance"]
            if balance < payload:
                return refuse(link, payload)
            state["balance"] = balance - payload
        elif not take(states[link.source], payload, quantities):
            return refuse(link, payload)
        message = len(payloads)
        log_row(message << KIND_BITS)
        traffic = link.application
        if link.special or delay_us is not None:
            transmit(link, traffic, payload, delay_us)
            if tell_senders is not None:
                tell_senders(link.source, channel, message)
            return None
        traffic.sent += 1
        now = clock[0]
        due = now + traffic.next_delay()
        if due >= link.last_due:
            link.last_due = due
        elif link.fifo:
            due = link.last_due
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
        if tell_senders is not None:
            tell_senders(link.source, channel, message)
        return None

    return send


def bind_deliver(run: Simulator) -> Callable[[tuple[int, int, Any]], None]:
    """``deliver((message, channel, payload))``: a message arrives and is applied."""
    target = [link.target for link in run.channels.links]
    states, quantities = run.states, run.quantities
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
