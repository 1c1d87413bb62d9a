"""The channels of a run: their settings now, their streams, what they have carried.

Application and control messages draw from separate streams, and every message
takes its draw whether or not a pin or an action overrides it. So neither a
marker nor an edited message moves the draws of any other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from snapviz.engine.randomness import (
    chances,
    draws,
    durations,
    listed_durations,
    parallel_draws,
    random_duration,
    stream_key,
)
from snapviz.scenario.model import Channel, Scenario, SetChannel

APPLICATION, CONTROL = 0, 1
TRAFFIC = ("application", "control")


class Channels:
    """Columns over the channels, one entry a channel; pairs are (application, control).

    The lists are never replaced, so that the hot path can hold on to them. A draw
    is taken after its message is counted in ``sent``.
    """

    def __init__(self, scenario: Scenario) -> None:
        number = scenario.process_index()
        self.seed = scenario.seed
        self.settings: list[Channel] = list(scenario.channels)
        count = len(self.settings)
        self.source = [number[channel.source] for channel in self.settings]
        self.target = [number[channel.target] for channel in self.settings]
        self.outgoing: list[list[int]] = [[] for _ in scenario.processes]
        self.incoming: list[list[int]] = [[] for _ in scenario.processes]
        for channel in range(count):
            self.outgoing[self.source[channel]].append(channel)
            self.incoming[self.target[channel]].append(channel)
        self.pins: list[dict[int, int] | None] = [None] * count
        self._pin(scenario)
        self.sent = ([0] * count, [0] * count)
        self.last_due = [0] * count
        self.fifo = [False] * count
        self.faulty = [False] * count
        self.special = [False] * count
        self.next_delay: tuple[list, list] = ([None] * count, [None] * count)
        self.next_fault: tuple[list, list] = ([None] * count, [None] * count)
        self._unopened: tuple[dict, dict] = ({}, {})
        for channel in range(count):
            self._open(channel)

    def _pin(self, scenario: Scenario) -> None:
        number = scenario.channel_index()
        for pin in scenario.delays:
            channel = number[pin.source, pin.target]
            of_channel = self.pins[channel] or {}
            of_channel[pin.index] = pin.delay_us
            self.pins[channel] = of_channel

    def _open(self, channel: int) -> None:
        """Take the channel's settings into use; its streams are made at the first draw."""
        settings = self.settings[channel]
        self.fifo[channel] = settings.fifo
        self.faulty[channel] = settings.loss > 0 or settings.duplication > 0
        self.special[channel] = self.faulty[channel] or self.pins[channel] is not None
        for traffic in (APPLICATION, CONTROL):
            self._unopened[traffic].setdefault(settings.delay, set()).add(channel)
            self.next_delay[traffic][channel] = partial(self._first_delay, traffic, channel)
            if self.faulty[channel]:
                self.next_fault[traffic][channel] = partial(self._first_fault, traffic, channel)

    def _first_delay(self, traffic: int, channel: int) -> int:
        """Make the streams of all channels with this delay together: a large net has thousands."""
        duration = self.settings[channel].delay
        together = sorted(self._unopened[traffic].pop(duration))
        starts = [self.sent[traffic][other] - (other == channel) for other in together]
        draw = random_duration(duration)
        if draw is None:
            streams = [listed_durations(duration, start) for start in starts]
        else:
            keys = [self._key("delay", traffic, other) for other in together]
            streams = parallel_draws(keys, draw, starts)
        for other, stream in zip(together, streams, strict=True):
            self.next_delay[traffic][other] = stream.__next__
        return self.next_delay[traffic][channel]()

    def _first_fault(self, traffic: int, channel: int) -> tuple[int, int, int]:
        settings = self.settings[channel]
        start = self.sent[traffic][channel] - 1
        key = partial(self._key, traffic=traffic, channel=channel)
        stream = zip(
            draws(key("loss"), chances(settings.loss), start),
            draws(key("duplication"), chances(settings.duplication), start),
            durations(key("duplicate delay"), settings.delay, start),
            strict=True,
        )
        self.next_fault[traffic][channel] = stream.__next__
        return next(stream)

    def _key(self, purpose: str, traffic: int, channel: int) -> int:
        settings = self.settings[channel]
        subject = f"{settings.source}\0{settings.target}"
        return stream_key(self.seed, f"{TRAFFIC[traffic]} {purpose}", subject)

    def change(self, channel: int, action: SetChannel) -> dict[str, Any]:
        """Apply the fields an action sets; returns those fields."""
        fields = ("fifo", "delay", "loss", "duplication", "when_down")
        changed = {f: getattr(action, f) for f in fields if getattr(action, f) is not None}
        for traffic in (APPLICATION, CONTROL):
            self._unopened[traffic].get(self.settings[channel].delay, set()).discard(channel)
        self.settings[channel] = replace(self.settings[channel], **changed)
        self._open(channel)
        return changed

    def total_sent(self, channel: int) -> int:
        """The index of the next message on the channel, all traffic counted together."""
        return self.sent[APPLICATION][channel] + self.sent[CONTROL][channel]

    def save(self) -> tuple:
        """What the channels have come to; see ``restore``."""
        sent = (self.sent[APPLICATION].copy(), self.sent[CONTROL].copy())
        return self.settings.copy(), sent, self.last_due.copy()

    def restore(self, saved: tuple) -> None:
        """Continue from saved counts and settings, every stream entered where it was left."""
        settings, sent, last_due = saved
        self.settings[:] = settings
        for traffic in (APPLICATION, CONTROL):
            self.sent[traffic][:] = sent[traffic]
            self._unopened[traffic].clear()
        self.last_due[:] = last_due
        for channel in range(len(self.settings)):
            self._open(channel)
