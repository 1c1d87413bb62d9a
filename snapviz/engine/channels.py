"""The channels of a run: their settings now, their streams, what they have carried.

Application and control messages draw from separate streams, those that keep
a snapshot from one more, and every message takes its draw whether or not a pin
or an action overrides it. So neither a marker nor an edited message moves the
draws of any other, and a snapshot that is kept is the same that it was.

Everything is a list by channel number rather than an object for each channel: a
net of a hundred processes has ten thousand of them, which the run loop visits
in no order, and which a keyframe copies.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from operator import sub
from typing import Any, NamedTuple

from snapviz.engine.queue import AFTER_TURN, MICROSECOND
from snapviz.engine.randomness import (
    block_size,
    chances,
    draws,
    duration_blocks,
    durations,
    stream_key,
    stream_keys,
)
from snapviz.scenario.model import (
    Channel,
    Duration,
    Exponential,
    Fixed,
    Normal,
    Scenario,
    SetChannel,
    Uniform,
)

MOST_AHEAD, FEWEST_AHEAD, ALL_AHEAD = 512, 32, 1 << 15
"""How many delays are drawn ahead for a channel, at most and at least, and for all together."""

UNLIKELY_MEANS, UNLIKELY_DEVIATIONS = 5, 3
"""How much later than usual a message hardly ever is."""

NO_DELAYS = array("q")
"""What the run loop finds on a channel that is not for it; see ``Channels.everyday``."""


def _reach(channels: int) -> int:
    """How many delays to draw ahead for each of so many channels."""
    return min(MOST_AHEAD, max(FEWEST_AHEAD, ALL_AHEAD // channels))


class Link(NamedTuple):
    """The processes a channel leads from and to, by number."""

    source: int
    target: int


def patience_us(delay: Duration) -> int:
    """How long to wait for a message so delayed before doubting that it comes."""
    match delay:
        case Fixed(us):
            return us
        case Uniform(_, high_us):
            return high_us
        case Exponential(mean_us):
            return UNLIKELY_MEANS * mean_us
        case Normal(mean_us, sd_us):
            return mean_us + UNLIKELY_DEVIATIONS * sd_us
    return max(delay.values_us)


def _pins(scenario: Scenario) -> dict[int, dict[int, int]]:
    pins: dict[int, dict[int, int]] = {}
    channel_number = scenario.channel_index() if scenario.delays else {}
    for pin in scenario.delays:
        of_channel = pins.setdefault(channel_number[pin.source, pin.target], {})
        of_channel[pin.index] = pin.delay_us
    return pins


class Traffic:
    """What the channels have carried of one kind: ``application``, ``control`` or ``keeping``.

    ``delays``: for each channel a stack of the delays drawn ahead, the next one on top.
    They are held as the run loop needs them: added to the key of the turn that sends, each
    makes the key of the delivery. ``drawn``: how many have been drawn in all; so
    nothing else need be counted when a message takes one.
    """

    def __init__(self, channels: Channels, kind: str) -> None:
        self.kind = kind
        self._channels = channels
        self.delays = [array("q") for _ in channels.links]
        self.drawn = [0] * len(channels.links)
        self._faults: dict[int, Callable[[], tuple[int, int, int]]] = {}

    def sent(self, channel: int) -> int:
        """How many messages the channel has carried so far."""
        return self.drawn[channel] - len(self.delays[channel])

    def all_sent(self) -> list[int]:
        """The same for every channel."""
        if not any(self.drawn):
            return self.drawn.copy()
        return list(map(sub, self.drawn, map(len, self.delays)))

    def next_delay_us(self, channel: int) -> int:
        """Take the delay of one more message."""
        if not self.delays[channel]:
            self._draw_ahead(channel)
        return self.delays[channel].pop() // MICROSECOND

    def _draw_ahead(self, channel: int) -> None:
        """Draw for all like channels that will run out soon: many together cost little more."""
        like = self._channels.like(channel)
        low = _reach(len(like))
        numbers = [number for number in like if len(self.delays[number]) < low]
        count = min(_reach(len(numbers)), block_size(self.drawn[channel]))
        starts = [self.drawn[number] for number in numbers]
        delay = self._channels.settings[channel].delay
        subjects = [self._channels.subject(number) for number in numbers]
        keys = stream_keys(self._channels.seed, f"{self.kind} delay", subjects)
        blocks = duration_blocks(keys, delay, starts, count)
        # Backwards, for the next delay is on top.
        drawn = array("q", (blocks[:, ::-1] * MICROSECOND + AFTER_TURN).tobytes())
        for place, number in enumerate(numbers):
            self.delays[number][:0] = drawn[place * count : (place + 1) * count]
            self.drawn[number] += count

    def next_fault(self, channel: int) -> tuple[int, int, int]:
        """Whether the message is lost, whether it is duplicated, the delay of the duplicate.

        To be asked once the message has taken its own delay.
        """
        if channel not in self._faults:
            self._faults[channel] = self._first_fault(channel)
        return self._faults[channel]()

    def _first_fault(self, channel: int) -> Callable[[], tuple[int, int, int]]:
        settings, start = self._channels.settings[channel], self.sent(channel) - 1

        def key(purpose: str) -> int:
            subject = self._channels.subject(channel)
            return stream_key(self._channels.seed, f"{self.kind} {purpose}", subject)

        return zip(
            draws(key("loss"), chances(settings.loss), start),
            draws(key("duplication"), chances(settings.duplication), start),
            durations(key("duplicate delay"), settings.delay, start),
            strict=True,
        ).__next__

    def forget_streams(self, channel: int) -> None:
        """The settings change: enter the streams anew at the next message."""
        self.drawn[channel] = self.sent(channel)
        del self.delays[channel][:]
        self._faults.pop(channel, None)

    def restore(self, sent: list[int]) -> None:
        """Go on where the channels have carried so many messages."""
        self.drawn[:] = sent
        for delays in self.delays:
            del delays[:]
        self._faults.clear()

    def leave(self) -> None:
        """Let the channels go, which know this one."""
        del self._channels


class Channels:
    """All channels of a run, in file order, as lists by channel number.

    ``last_due``: the key of the latest delivery so far. ``pins``: by channel, then by index.
    ``everyday``: the stacks of delays of application messages; where pins or faults make the
    everyday way of sending unfit, an empty one instead, so that the run loop, which turns
    elsewhere when a stack is empty, need not ask. The lists are never replaced, nor are the
    stacks, so that the run loop can keep them. ``sides``: by process, while the net is cut apart.
    """

    def __init__(self, scenario: Scenario) -> None:
        number = scenario.process_index()
        self.seed = scenario.seed
        self._in_file = scenario.channels
        self.settings: list[Channel] = list(scenario.channels)
        self.changed: dict[int, Channel] = {}
        self.links = [Link(number[c.source], number[c.target]) for c in scenario.channels]
        self.outgoing: list[list[int]] = [[] for _ in scenario.processes]
        self.incoming: list[list[int]] = [[] for _ in scenario.processes]
        for index, (source, target) in enumerate(self.links):
            self.outgoing[source].append(index)
            self.incoming[target].append(index)
        self.pins = _pins(scenario)
        self.last_due = [0] * len(self.links)
        self.application = Traffic(self, "application")
        self.control = Traffic(self, "control")
        self.keeping = Traffic(self, "keeping")
        self.fifo = [channel.fifo for channel in self.settings]
        self.everyday = self.application.delays.copy()
        self._everyday_way = True
        self.sides: tuple[int, ...] | None = None
        for index, channel in enumerate(self.settings):
            if channel.loss or channel.duplication or index in self.pins:
                self.everyday[index] = NO_DELAYS

    @cached_property
    def _by_delay(self) -> dict[Duration, list[int]]:
        groups: dict[Duration, list[int]] = {}
        for number, channel in enumerate(self._in_file):
            groups.setdefault(channel.delay, []).append(number)
        return groups

    def like(self, channel: int) -> list[int]:
        """The channels that delay messages just as this one does, with itself."""
        if channel in self.changed:
            return [channel]
        group = self._by_delay[self.settings[channel].delay]
        return [number for number in group if number not in self.changed]

    def is_faulty(self, channel: int) -> bool:
        """The channel may lose or duplicate messages."""
        settings = self.settings[channel]
        return settings.loss > 0 or settings.duplication > 0

    def subject(self, channel: int) -> str:
        """The name of the channel in its streams."""
        settings = self.settings[channel]
        return f"{settings.source}\0{settings.target}"

    def total_sent(self, channel: int) -> int:
        """Messages sent so far, all traffic counted together: the index of the next one."""
        return sum(traffic.sent(channel) for traffic in self._all_traffic())

    def _all_traffic(self) -> tuple[Traffic, ...]:
        return self.application, self.control, self.keeping

    def change(self, channel: int, action: SetChannel) -> dict[str, Any]:
        """Apply the fields an action sets; returns those fields."""
        fields = ("fifo", "delay", "loss", "duplication", "when_down")
        changed = {f: getattr(action, f) for f in fields if getattr(action, f) is not None}
        for traffic in self._all_traffic():
            traffic.forget_streams(channel)
        self._take_into_use(channel, replace(self.settings[channel], **changed))
        self.changed[channel] = self.settings[channel]
        return changed

    def _take_into_use(self, channel: int, settings: Channel) -> None:
        self.settings[channel] = settings
        self.fifo[channel] = settings.fifo
        self._choose_way(channel)

    def _choose_way(self, channel: int) -> None:
        unfit = channel in self.pins or self.is_faulty(channel) or not self._everyday_way
        unfit = unfit or self.is_cut(channel)
        self.everyday[channel] = NO_DELAYS if unfit else self.application.delays[channel]

    def is_cut(self, channel: int) -> bool:
        """Whether its ends are on different sides of a partition."""
        if self.sides is None:
            return False
        source, target = self.links[channel]
        return self.sides[source] != self.sides[target]

    def cut_apart(self, sides: tuple[int, ...] | None) -> None:
        """Put every process on a side, or all together again."""
        self.sides = sides
        for channel in range(len(self.links)):
            self._choose_way(channel)

    def take_apart(self) -> None:
        """Nothing is sent any more; see ``Simulator.take_apart``."""
        for traffic in self._all_traffic():
            traffic.leave()

    def close_everyday_way(self) -> None:
        """Every message of the run is to be sent the general way."""
        self._everyday_way = False
        self.everyday[:] = [NO_DELAYS] * len(self.everyday)

    def save(self) -> tuple:
        """What the channels have come to; see ``restore``."""
        sent = tuple(traffic.all_sent() for traffic in self._all_traffic())
        return self.changed.copy(), sent, self.last_due.copy(), self.sides

    def restore(self, saved: tuple) -> None:
        """Continue from saved counts and settings, every stream entered where it was left."""
        changed, sent, last_due, sides = saved
        for channel in {**self.changed, **changed}:
            self._take_into_use(channel, changed.get(channel, self._in_file[channel]))
        self.changed.clear()
        self.changed.update(changed)
        for traffic, count in zip(self._all_traffic(), sent, strict=True):
            traffic.restore(count)
        self.last_due[:] = last_due
        if sides != self.sides:
            self.cut_apart(sides)
