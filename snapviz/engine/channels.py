"""The channels of a run: their settings now, their streams, what they have carried.

Application and control messages draw from separate streams, and every message
takes its draw whether or not a pin or an action overrides it. So neither a
marker nor an edited message moves the draws of any other.
"""

from __future__ import annotations

from collections.abc import Callable
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
from snapviz.scenario.model import Channel, Duration, Scenario, SetChannel


class Traffic:
    """What a channel has carried of one kind: ``application`` or ``control``.

    A draw is taken after its message is counted in ``sent``.
    """

    __slots__ = ("kind", "link", "next_delay", "next_fault", "sent")

    def __init__(self, link: Link, kind: str) -> None:
        self.link = link
        self.kind = kind
        self.sent = 0
        self.next_delay: Callable[[], int]
        self.next_fault: Callable[[], tuple[int, int, int]] = self._first_fault

    def key(self, seed: int, purpose: str) -> int:
        """The key of the stream for one purpose on this channel."""
        settings = self.link.settings
        subject = f"{settings.source}\0{settings.target}"
        return stream_key(seed, f"{self.kind} {purpose}", subject)

    def _first_fault(self) -> tuple[int, int, int]:
        """Whether the message is lost, whether it is duplicated, the delay of the duplicate."""
        settings, start, seed = self.link.settings, self.sent - 1, self.link.seed
        stream = zip(
            draws(self.key(seed, "loss"), chances(settings.loss), start),
            draws(self.key(seed, "duplication"), chances(settings.duplication), start),
            durations(self.key(seed, "duplicate delay"), settings.delay, start),
            strict=True,
        )
        self.next_fault = stream.__next__
        return next(stream)

    def forget_streams(self) -> None:
        """Settings or counts have changed: enter the streams anew at the next message."""
        self.next_fault = self._first_fault


class Link:
    """One channel of a run; an object of its own, so that the hot path finds all of it together.

    ``special``: pins or faults make the everyday way of sending unfit.
    """

    __slots__ = (
        "application",
        "control",
        "fifo",
        "last_due",
        "number",
        "pins",
        "seed",
        "settings",
        "source",
        "special",
        "target",
    )

    def __init__(self, number: int, settings: Channel, ends: tuple[int, int], seed: int) -> None:
        self.number = number
        self.settings = settings
        self.source, self.target = ends
        self.seed = seed
        self.pins: dict[int, int] = {}
        self.last_due = 0
        self.application = Traffic(self, "application")
        self.control = Traffic(self, "control")

    @property
    def faulty(self) -> bool:
        """The channel may lose or duplicate messages."""
        return self.settings.loss > 0 or self.settings.duplication > 0

    @property
    def total_sent(self) -> int:
        """Messages sent so far, all traffic counted together: the index of the next one."""
        return self.application.sent + self.control.sent


class Channels:
    """All links of a run, in file order."""

    def __init__(self, scenario: Scenario) -> None:
        number = scenario.process_index()
        self.links = [
            Link(index, channel, (number[channel.source], number[channel.target]), scenario.seed)
            for index, channel in enumerate(scenario.channels)
        ]
        self.outgoing: list[list[int]] = [[] for _ in scenario.processes]
        self.incoming: list[list[int]] = [[] for _ in scenario.processes]
        for link in self.links:
            self.outgoing[link.source].append(link.number)
            self.incoming[link.target].append(link.number)
        channel_number = scenario.channel_index()
        for pin in scenario.delays:
            self.links[channel_number[pin.source, pin.target]].pins[pin.index] = pin.delay_us
        self._unopened: dict[tuple[str, Duration], set[int]] = {}
        for link in self.links:
            self._open(link)

    def _open(self, link: Link) -> None:
        """Take the link's settings into use; its streams are made at the first draw."""
        link.fifo = link.settings.fifo
        link.special = link.faulty or bool(link.pins)
        for traffic in (link.application, link.control):
            group = self._unopened.setdefault((traffic.kind, link.settings.delay), set())
            group.add(link.number)
            traffic.next_delay = partial(self._first_delay, traffic)
            traffic.forget_streams()

    def _first_delay(self, traffic: Traffic) -> int:
        """Make the streams of all links with this delay together: a large net has thousands."""
        duration = traffic.link.settings.delay
        numbers = sorted(self._unopened.pop((traffic.kind, duration)))
        together = [getattr(self.links[number], traffic.kind) for number in numbers]
        starts = [other.sent - (other is traffic) for other in together]
        draw = random_duration(duration)
        if draw is None:
            streams = [listed_durations(duration, start) for start in starts]
        else:
            keys = [other.key(traffic.link.seed, "delay") for other in together]
            streams = parallel_draws(keys, draw, starts)
        for other, stream in zip(together, streams, strict=True):
            other.next_delay = stream.__next__
        return traffic.next_delay()

    def change(self, channel: int, action: SetChannel) -> dict[str, Any]:
        """Apply the fields an action sets; returns those fields."""
        link = self.links[channel]
        fields = ("fifo", "delay", "loss", "duplication", "when_down")
        changed = {f: getattr(action, f) for f in fields if getattr(action, f) is not None}
        for traffic in (link.application, link.control):
            group = self._unopened.get((traffic.kind, link.settings.delay), set())
            group.discard(channel)
        link.settings = replace(link.settings, **changed)
        self._open(link)
        return changed

    def save(self) -> list[tuple]:
        """What the links have come to; see ``restore``."""
        return [
            (link.settings, link.application.sent, link.control.sent, link.last_due)
            for link in self.links
        ]

    def restore(self, saved: list[tuple]) -> None:
        """Continue from saved counts and settings, every stream entered where it was left."""
        self._unopened.clear()
        for link, (settings, application, control, last_due) in zip(self.links, saved, strict=True):
            link.settings, link.last_due = settings, last_due
            link.application.sent, link.control.sent = application, control
            self._open(link)
