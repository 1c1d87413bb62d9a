"""Runs in which protocols attach data to messages, see them arrive, or hold them.

Such a run sends and delivers every message here instead of in the everyday
way; other runs know nothing of it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from snapviz.engine import capturing, messages
from snapviz.engine.application import can_take, take
from snapviz.engine.hooks import ProcessProtocol
from snapviz.engine.messages import Arrival
from snapviz.engine.trace import KIND_BITS, Control, Routed, RowKind, Wait

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

HOOKS = (
    "piggyback",
    "may_deliver",
    "on_arrival",
    "may_deliver_control",
    "may_deliver_routed",
)


def overrides(protocol: type[ProcessProtocol], hook: str) -> bool:
    """Whether a protocol has a hook of its own."""
    return getattr(protocol, hook) is not getattr(ProcessProtocol, hook)


def is_attentive(protocol: type[ProcessProtocol]) -> bool:
    """Whether a protocol must be asked about every message of the run."""
    return getattr(protocol, "AWAITS_TRANSIT", False) or any(
        overrides(protocol, hook) for hook in HOOKS
    )


class Held(NamedTuple):
    """A message that is here and may not be received yet, because of a protocol."""

    arrival: Arrival
    since_us: int
    protocol: str


class Attention:
    """Sends and delivers the messages of one run.

    ``riders``: the protocols that attach data. ``riding``: by message, what each of them has
    attached, in their order. ``in_transit``: the application messages under way, with their
    channels. ``held``: by process, in the order they came.
    """

    def __init__(self, run: Simulator) -> None:
        self._run = run
        self.riders = tuple(self._with("piggyback"))
        self.riding: dict[int, tuple] = {}
        self.in_transit: dict[int, int] = {}
        self.held: dict[int, list[Held]] = {}
        self._place = {name: place for place, name in enumerate(self.riders)}
        self._holders = self._with("may_deliver")
        self._told = self._with("on_arrival")
        self._controls = set(self._with("may_deliver_control"))
        self._routed = set(self._with("may_deliver_routed"))

    def _with(self, hook: str) -> list[str]:
        return [name for name, o in self._run.protocols.items() if overrides(type(o[0]), hook)]

    # Sending

    def send(self, channel: int, payload: Any, delay_us: int | None = None) -> None:
        """Send an application message with what the protocols attach to it."""
        run = self._run
        source = run.channels.links[channel].source
        if not can_take(run.states[source], payload, run.quantities):
            messages.refuse(run, channel, payload)
            return
        attached = tuple(run.protocols[name][source].piggyback(channel) for name in self.riders)
        take(run.states[source], payload, run.quantities)
        message = len(run.columns.payloads)
        run.columns.row_code.append(message << KIND_BITS | RowKind.SEND)
        if attached:
            self.riding[message] = attached
        if messages.transmit(run, channel, run.channels.application, payload, delay_us):
            self.in_transit[message] = channel
        if run.tell_senders is not None:
            run.tell_senders(source, channel, message)

    # Delivering

    def deliver(self, arrival: Arrival) -> None:
        """A message is here: it is received, or held."""
        arrival = Arrival(*arrival)
        run, (_, channel, payload) = self._run, arrival
        target = run.channels.links[channel].target
        if type(payload) is Routed and payload.target != target:
            messages.receive(run, arrival)
            return
        protocol = self._ahead(target, channel, payload) or self._refusing(target, arrival)
        if protocol is not None:
            self.held.setdefault(target, []).append(Held(arrival, run.now_us, protocol))
            return
        self._receive(target, arrival)
        self.settle(target)

    def _ahead(self, process: int, channel: int, payload: Any) -> str | None:
        """Who holds a message that this one must not overtake."""
        if type(payload) is Routed or process not in self.held:
            return None
        if not self._run.channels.fifo[channel]:
            return None
        for held in self.held[process]:
            if held.arrival.channel == channel and type(held.arrival.payload) is not Routed:
                return held.protocol
        return None

    def _refusing(self, process: int, arrival: Arrival) -> str | None:
        """The first protocol that does not want a message to be received now."""
        run, (code, channel, payload) = self._run, arrival
        message = run.copies.get(code >> KIND_BITS, code >> KIND_BITS)
        if message in run.arrived:
            return None
        if type(payload) is Control:
            return self._refusing_control(process, channel, payload)
        if type(payload) is Routed:
            return self._refusing_routed(process, payload)
        for name in self._holders:
            data = self._data(message, name)
            if not run.protocols[name][process].may_deliver(channel, message, data):
                return name
        return None

    def _refusing_control(self, process: int, channel: int, payload: Control) -> str | None:
        run = self._run
        name = run.snapshots[payload.snapshot].protocol
        if name not in self._controls:
            return None
        asked = run.protocols[name][process].may_deliver_control
        return None if asked(payload.snapshot, channel, payload.body) else name

    def _refusing_routed(self, process: int, payload: Routed) -> str | None:
        name = payload.protocol
        if name not in self._routed:
            return None
        asked = self._run.protocols[name][process].may_deliver_routed
        return None if asked(payload.serves, payload.origin, payload.body) else name

    def _data(self, message: int, protocol: str) -> Any:
        place = self._place.get(protocol)
        return None if place is None else self.riding[message][place]

    def _receive(self, process: int, arrival: Arrival) -> None:
        run, (code, channel, payload) = self._run, arrival
        if type(payload) in (Control, Routed):
            messages.receive(run, arrival)
            return
        number = code >> KIND_BITS
        message = run.copies.get(number, number)
        if message not in run.arrived:
            self.tell_arrival(process, channel, message)
        messages.receive(run, arrival)
        if self.in_transit.pop(message, None) is not None:
            capturing.no_longer_in_transit(run, message)

    def tell_arrival(self, process: int, channel: int, message: int) -> None:
        """The protocols of a process hear of an application message about to be received."""
        for name in self._told:
            data = self._data(message, name)
            self._run.protocols[name][process].on_arrival(channel, message, data)

    def settle(self, process: int) -> None:
        """Something has happened at a process: receive what may be received by now."""
        pauses = self._run.pauses
        while process in self.held and not (pauses is not None and pauses.is_busy(process)):
            queue = self.held[process]
            place = self._first_free(process, queue)
            if place is None:
                return
            held = queue.pop(place)
            if not queue:
                del self.held[process]
            self._end_wait(process, held)
            self._receive(process, held.arrival)

    def _end_wait(self, process: int, held: Held) -> None:
        message, now_us = held.arrival.code >> KIND_BITS, self._run.now_us
        wait = Wait(message, process, held.protocol, held.since_us, now_us)
        self._run.waits.append(wait)

    def recall(self, messages: Collection[int]) -> None:
        """Messages that were never sent after all are neither under way nor held any more."""
        for message in messages:
            self.in_transit.pop(message, None)
        copies = self._run.copies
        for process, queue in list(self.held.items()):
            kept = []
            for held in queue:
                message = held.arrival.code >> KIND_BITS
                if copies.get(message, message) in messages:
                    self._end_wait(process, held)
                else:
                    kept.append(held)
            if kept:
                self.held[process] = kept
            else:
                del self.held[process]

    def _first_free(self, process: int, queue: list[Held]) -> int | None:
        behind: set[int] = set()
        for place, held in enumerate(queue):
            _, channel, payload = held.arrival
            is_routed = type(payload) is Routed
            if not is_routed and channel in behind:
                continue
            if self._refusing(process, held.arrival) is None:
                return place
            if not is_routed and self._run.channels.fifo[channel]:
                behind.add(channel)
        return None

    # For the trace and for keyframes

    def still_held(self) -> list[Wait]:
        """The messages held now, processes in their order."""
        return [
            Wait(held.arrival.code >> KIND_BITS, process, held.protocol, held.since_us, None)
            for process in sorted(self.held)
            for held in self.held[process]
        ]

    def save(self) -> tuple:
        """A copy of what is under way; see ``restore``."""
        return self.in_transit.copy(), {p: queue.copy() for p, queue in self.held.items()}

    def restore(self, saved: tuple, riding: dict[int, tuple]) -> None:
        """Go on from what ``save`` returned, with what the messages so far carry."""
        in_transit, held = saved
        self.in_transit = in_transit.copy()
        self.held = {process: queue.copy() for process, queue in held.items()}
        self.riding = riding
