"""Messages on their way, in general: sent, lost, duplicated, delivered.

The run loop in ``loop`` has the everyday cases written out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from snapviz.engine.application import give, take
from snapviz.engine.channels import Traffic
from snapviz.engine.queue import DELIVERY, key_of
from snapviz.engine.trace import CONTROL_PAYLOADS, KIND_BITS, Control, Routed, RowKind

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

LOST = -1


class Arrival(NamedTuple):
    """The event of a delivery: ``code`` is the row code of a receive.

    An amount of which there is only this copy under way is a plain tuple of the same three:
    so the run loop knows the everyday arrival.
    """

    code: int
    channel: int
    payload: Any


def send(run: Simulator, channel: int, payload: Any, delay_us: int | None = None) -> None:
    """Send an application message, or record as refused what its sender does not have."""
    source = run.channels.links[channel].source
    if not take(run.states[source], payload, run.quantities):
        refuse(run, channel, payload)
        return
    message = len(run.columns.payloads)
    run.columns.row_code.append(message << KIND_BITS | RowKind.SEND)
    transmit(run, channel, run.channels.application, payload, delay_us)
    if run.tell_senders is not None:
        run.tell_senders(source, channel, message)


def refuse(run: Simulator, channel: int, payload: Any) -> None:
    """Record a transfer of what its sender does not have."""
    held = {"amount": payload} if type(payload) is int else payload
    data = {"to": run.channels.settings[channel].target, "payload": held}
    run.note(RowKind.REFUSED, run.channels.links[channel].source, data)


def transmit(
    run: Simulator, channel: int, traffic: Traffic, payload: Any, delay_us: int | None = None
) -> bool:
    """Put a message on a channel: the pin, else the action's delay, else the draw.

    False if the channel loses it.
    """
    channels = run.channels
    drawn_us = traffic.next_delay_us(channel)
    if channel in channels.pins:
        delay_us = channels.pins[channel].get(channels.total_sent(channel) - 1, delay_us)
    if delay_us is None:
        delay_us = drawn_us
    is_lost = is_copied = False
    if channels.is_faulty(channel):
        is_lost, is_copied, copy_us = traffic.next_fault(channel)
    if is_lost or channels.is_cut(channel):
        _log(run, channel, payload, LOST)
        return False
    message = _put_on(run, channel, payload, delay_us, is_twin=is_copied)
    if is_copied:
        copy = _put_on(run, channel, payload, copy_us, is_twin=True)
        run.copies[message] = run.copies[copy] = message
    return True


def _put_on(
    run: Simulator, channel: int, payload: Any, delay_us: int, is_twin: bool = False
) -> int:
    channels = run.channels
    due = key_of(run.now_us + delay_us, DELIVERY)
    if channels.fifo[channel]:
        due = max(due, channels.last_due[channel])
    channels.last_due[channel] = max(due, channels.last_due[channel])
    message = _log(run, channel, payload, due)
    arrival = (message << KIND_BITS | RowKind.RECEIVE, channel, payload)
    is_everyday = type(payload) is int and not is_twin and run.attention is None
    run.queue.push_key(due, arrival if is_everyday else Arrival(*arrival))
    return message


def deliver_again(run: Simulator, message: int) -> Arrival:
    """A message whose receive was undone arrives once more, now: from where it was logged."""
    channel, payload = run.columns.channel(message), run.columns.payloads[message]
    copy = _log(run, channel, payload, key_of(run.now_us, DELIVERY))
    run.copies[copy] = message
    run.attention.in_transit[message] = channel
    return Arrival(copy << KIND_BITS | RowKind.RECEIVE, channel, payload)


def _log(run: Simulator, channel: int, payload: Any, due: int) -> int:
    columns = run.columns
    columns.payloads.append(payload)
    columns.message_channel.append(channel)
    columns.message_sent.append(run.clock[0])
    columns.message_due.append(due)
    return len(columns.payloads) - 1


def receive(run: Simulator, arrival: Arrival) -> None:
    """A message arrives: at the application, or at the protocol it belongs to."""
    code, channel, payload = arrival
    message = code >> KIND_BITS
    if message in run.copies and _is_repeat(run, message, payload):
        return
    target = run.channels.links[channel].target
    if type(payload) in CONTROL_PAYLOADS and _comes_too_late(run, payload):
        run.columns.row_code.append(message << KIND_BITS | RowKind.CONTROL)
        return
    if type(payload) is Control:
        run.columns.row_code.append(message << KIND_BITS | RowKind.CONTROL)
        objects = run.protocols[run.snapshots[payload.snapshot].protocol]
        objects[target].on_control(payload.snapshot, channel, payload.body)
        return
    if type(payload) is Routed:
        run.columns.row_code.append(message << KIND_BITS | RowKind.CONTROL)
        _pass_on(run, target, payload)
        return
    run.columns.row_code.append(code)
    give(run.states[target], payload, run.quantities)
    if run.tell_receivers is not None:
        run.tell_receivers(target, channel, message, payload)


def _comes_too_late(run: Simulator, payload: Control | Routed) -> bool:
    """Whether it serves a snapshot that is over, of which its receiver may know nothing."""
    if not run.is_upset or payload.snapshot < 0:
        return False
    opened = run.snapshots[payload.snapshot]
    captures = type(payload) is Control or payload.protocol == opened.protocol
    return captures and opened.is_over


def _pass_on(run: Simulator, process: int, payload: Routed) -> None:
    """One hop is done: the next one, or the protocol hears of it."""
    if process == payload.target:
        protocol = run.protocols[payload.protocol][process]
        protocol.on_routed(payload.serves, payload.origin, payload.body)
        return
    channel = run.next_channel(payload.protocol, process, payload.target)
    transmit(run, channel, run.traffic_of(payload.protocol), payload)


def _is_repeat(run: Simulator, message: int, payload: Any) -> bool:
    """Whether it has arrived before: an event, but it is not applied again."""
    original = run.copies[message]
    if original not in run.arrived:
        run.arrived.add(original)
        return False
    is_control = type(payload) in CONTROL_PAYLOADS
    kind = RowKind.CONTROL_DUPLICATE if is_control else RowKind.DUPLICATE
    run.columns.row_code.append(message << KIND_BITS | kind)
    return True
