"""Spezialetti-Kearns: snapshots started at the same time share one cut.

M. Spezialetti and P. Kearns, "Efficient distributed snapshots", 6th
International Conference on Distributed Computing Systems, 1986. Each process
records once and sends one marker on every channel, however many initiators
there are. Markers carry their initiator: the processes that first heard of the
same one are its *region*, a tree with the initiator as root and the sender of
the first marker as *parent*. A marker from another region tells that the two
touch, which the paper keeps in the *id-border-set*, here ``border``. After that
each region reports to its initiator, and the initiators tell one another, until
all know all whose regions make up the cut.

In detail this follows the idea and not the paper's text: initiators exchange
their borders each with each, where the paper goes round by round among
neighbours; and what the initiators find out is told to all their regions, so
that everybody can file its one recording under every snapshot it serves.

Cuts are numbered at each process: who starts a snapshot, or gets a marker of
the next number, records its next cut. So whoever starts one after its own
recording begins another cut, and several cuts can be under way.

Assumes FIFO channels, each with one back, and that everybody can be reached.
Invariant: on every channel what was sent before the sender recorded, and only
that, arrives before the marker. Without a channel back one of two regions may
not know that they touch, and a snapshot stays incomplete.

Messages of a cut with r snapshots: e markers, n-r reports up the trees, r(r-1)
among the initiators, each once for every channel on its way, and n-r results
down the trees; e + 2(n-1) for one snapshot alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import Awaited, SnapshotProtocol
from snapviz.engine.opened import SavedState


@dataclass
class Cut:
    """One process's part of a cut. ``region``: the snapshot it was recorded for first.

    ``open``: incoming channels without a marker yet. ``received``: the channels and messages
    recorded. ``border``: the snapshots of regions that touch this one, here or below in the tree.
    ``children``: those known, and whether each has reported. At an initiator, ``borders``: of each
    region it has heard from; ``told``: the snapshots whose initiators know its own.
    """

    region: int
    parent: int | None
    saved: SavedState
    open: set[int]
    received: list[tuple[int, int]] = field(default_factory=list)
    border: set[int] = field(default_factory=set)
    children: dict[int, bool] = field(default_factory=dict)
    borders: dict[int, tuple[int, ...]] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    is_reported: bool = False


RECORDED = "recorded"
"""On stable storage: the numbers of the cuts that a process has recorded."""


class SpezialettiKearns(SnapshotProtocol):
    """One process: the cuts it has recorded, by number."""

    NAME = "spezialetti-kearns"
    TITLE = "Spezialetti–Kearns"
    IDLE_UNTIL_USED = True
    ASSUMES = ("fifo", "reliable", "reachable", "bidirectional", "no-crash")

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.recorded: set[int] = set()
        self.cuts: dict[int, Cut] = {}

    # Recording: markers

    def on_initiate(self, snapshot: int) -> None:
        number = 0
        while number in self.recorded:
            number += 1
        self._record(number, snapshot, None)
        self._report_if_done(number)

    def on_control(self, snapshot: int, channel: int, body: Any) -> None:
        number, parent = body
        sender = self.context.source(channel)
        if number not in self.recorded:
            self._record(number, snapshot, sender)
        cut = self.cuts.get(number)
        if cut is None:
            return  # forgotten in a crash
        cut.open.discard(channel)
        if snapshot != cut.region:
            cut.border.add(snapshot)
        elif parent == self.context.process:
            cut.children.setdefault(sender, False)
        self._report_if_done(number)

    def on_receive(self, channel: int, message: int) -> None:
        for cut in self.cuts.values():
            if channel in cut.open:
                cut.received.append((channel, message))
                self.context.record_message(cut.region, channel, message)

    def on_restart(self) -> None:
        # What was in use before the crash is not to be used for another cut.
        self.recorded.update(self.context.read_stable(RECORDED) or ())

    def _record(self, number: int, snapshot: int, parent: int | None) -> None:
        self.recorded.add(number)
        self.context.write_stable(RECORDED, sorted(self.recorded))
        saved, still_open = self.context.save_state(), set(self.context.incoming)
        self.cuts[number] = Cut(snapshot, parent, saved, still_open)
        self.context.record_state(snapshot)
        for channel in self.context.outgoing:
            self.context.send_control(channel, snapshot, (number, parent))

    # Joining regions: reports up the trees, borders among the initiators, results down

    def on_routed(self, snapshot: int, sender: int, body: Any) -> None:
        kind, number, snapshots = body
        if number not in self.cuts:
            return  # without channels back, a child its parent had not heard of
        if kind == "report":
            cut = self.cuts[number]
            cut.border.update(snapshots)
            cut.children[sender] = True
            self._report_if_done(number)
        elif kind == "border":
            self._hear_of(number, *snapshots)
        else:
            self._file(number, snapshots)

    def _report_if_done(self, number: int) -> None:
        cut = self.cuts[number]
        if cut.is_reported or cut.open or not all(cut.children.values()):
            return
        cut.is_reported = True
        border = tuple(sorted(cut.border))
        if cut.parent is None:
            self._hear_of(number, cut.region, border)
        else:
            self.context.send_to(cut.parent, cut.region, ("report", number, border))

    def _hear_of(self, number: int, region: int, border: tuple[int, ...]) -> None:
        """An initiator learns what a region touches; it tells its own border to all in the cut."""
        cut = self.cuts[number]
        cut.borders[region] = border
        if cut.region not in cut.borders:
            return
        known = {snapshot for touched in cut.borders.values() for snapshot in touched}
        known.update(cut.borders)
        own = (cut.region, cut.borders[cut.region])
        for other in sorted(known - cut.told - {cut.region}):
            cut.told.add(other)
            self.context.send_to(self.context.initiator(other), other, ("border", number, own))
        if known == set(cut.borders):
            self._file(number, tuple(sorted(known)))

    def _file(self, number: int, snapshots: tuple[int, ...]) -> None:
        """File this process's recording under every snapshot of the cut, and pass that on."""
        cut = self.cuts.pop(number)
        for child in cut.children:
            self.context.send_to(child, cut.region, ("result", number, snapshots))
        for snapshot in snapshots:
            if snapshot != cut.region:
                self.context.record_state(snapshot, cut.saved)
                for channel, message in cut.received:
                    self.context.record_message(snapshot, channel, message)
            self.context.finish_part(snapshot)

    def waiting(self, snapshot: int) -> Iterable[Awaited]:
        return [
            awaited
            for cut in self.cuts.values()
            if cut.region == snapshot
            for awaited in self._missing(cut)
        ]

    def _missing(self, cut: Cut) -> list[Awaited]:
        since_us = cut.saved.time_us
        if cut.open:
            return [Awaited("marker", channel, since_us) for channel in sorted(cut.open)]
        senders = [child for child, has_reported in cut.children.items() if not has_reported]
        if cut.is_reported and cut.parent is not None:
            senders = [cut.parent]
        elif cut.is_reported:
            others = sorted(cut.told - set(cut.borders))
            senders = [self.context.initiator(other) for other in others]
        return [Awaited("report", None, since_us, sender) for sender in senders]
