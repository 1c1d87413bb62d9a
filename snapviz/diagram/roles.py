"""Who leads, follows, has promised, is prepared: the stretches of a line with a part in an agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from snapviz.blocking import blocked_in
from snapviz.engine.trace import Trace
from snapviz.study.decision_story import PAXOS, RAFT, TWO_PHASE
from snapviz.study.decision_words import ballot_text

from .electing import Change, raft_changes
from .lives import Outage

LEADER, CANDIDATE, FOLLOWER = "leader", "candidate", "follower"
ASKS, PROPOSES, PROMISED, ACCEPTED = "asks", "proposes", "promised", "accepted"
PREPARED, BLOCKED = "prepared", "blocked"


class Stretch(NamedTuple):
    """A process has a part from ``from_us`` to ``to_us``.

    ``number``: of its term or ballot; ``snapshot`` -1: it is about no one alone. ``row``: how many
    rows have happened when it begins; ``track``: which of those under the line it lies in.
    """

    process: int
    from_us: int
    to_us: int
    row: int
    kind: str
    number: str
    snapshot: int
    track: int = 0


def stretches(trace: Trace, until_us: int, outages: list[Outage]) -> list[Stretch]:
    """All stretches of a run, each on a track of its own where some overlap."""
    if not trace.remarks and not trace.decisions:
        return []
    rows = trace.snapshots
    of_raft = any(row.commit == RAFT for row in rows)
    changes = raft_changes(trace, outages) if of_raft else []
    changes += paxos_changes(trace, outages)
    prepared = _joined(two_phase_changes(trace, outages), until_us)
    found = _joined(changes, until_us) + prepared + list(_blocked(trace, prepared, until_us))
    return _on_tracks(sorted(found, key=lambda s: (s.from_us, s.row, s.kind == BLOCKED)))


def _joined(changes: Iterable[Change], until_us: int) -> list[Stretch]:
    """From each change to the next one of the same process and snapshot."""
    found: list[Stretch] = []
    begun: dict[tuple[int, int], Change] = {}
    for change in sorted(changes, key=lambda c: (c.time_us, c.row)):
        place = change.process, change.snapshot
        before = begun.get(place)
        if before is not None and (before.kind, before.number) == (change.kind, change.number):
            continue
        found += _ended(before, change.time_us)
        begun[place] = change
    for last in begun.values():
        found += _ended(last, until_us)
    return found


def _ended(begun: Change | None, at_us: int) -> list[Stretch]:
    if begun is None or not begun.kind or at_us <= begun.time_us:
        return []
    ends = begun.process, begun.time_us, at_us, begun.row
    return [Stretch(*ends, begun.kind, begun.number, begun.snapshot)]


def _on_tracks(found: list[Stretch]) -> list[Stretch]:
    ends: dict[int, list[int]] = {}
    placed = []
    for stretch in found:
        tracks = ends.setdefault(stretch.process, [])
        free = (n for n, end_us in enumerate(tracks) if end_us <= stretch.from_us)
        track = next(free, len(tracks))
        if stretch.kind == BLOCKED:
            # It lies over the stretch that it is a part of.
            track = next(p.track for p in reversed(placed) if _covers(p, stretch))
        elif track == len(tracks):
            tracks.append(stretch.to_us)
        else:
            tracks[track] = stretch.to_us
        placed.append(stretch._replace(track=track))
    return placed


def _covers(wide: Stretch, narrow: Stretch) -> bool:
    is_same = (wide.process, wide.snapshot) == (narrow.process, narrow.snapshot)
    return is_same and wide.from_us <= narrow.from_us and narrow.to_us <= wide.to_us


# Paxos


def paxos_changes(trace: Trace, outages: list[Outage]) -> list[Change]:
    """The part of each process in each snapshot that Paxos is to decide."""
    kinds = {"prepare": ASKS, "accept": PROPOSES, "promise": PROMISED, "accepted": ACCEPTED}
    changes: list[Change] = []
    for said in trace.remarks:
        if said.snapshot >= 0 and trace.snapshots[said.snapshot].commit == PAXOS:
            place = said.time_us, said.row, said.process, said.snapshot
            if said.kind in kinds:
                changes.append(Change(*place, kinds[said.kind], ballot_text(said.values)))
            else:
                changes.append(Change(*place, *_as_acceptor(changes, said.process, said.snapshot)))
    # Who comes back says more at the same instant, so what it has kept comes before.
    return [*_kept(changes, outages, trace), *changes, *_settled(trace, PAXOS)]


def _as_acceptor(changes: list[Change], process: int, snapshot: int) -> tuple[str, str]:
    """What a proposer that gives up is still bound to."""
    mine = [c for c in changes if (c.process, c.snapshot) == (process, snapshot) and c.kind]
    if not mine:
        return "", ""
    last = mine[-1]
    return {ASKS: PROMISED, PROPOSES: ACCEPTED}.get(last.kind, last.kind), last.number


def _settled(trace: Trace, method: str) -> Iterator[Change]:
    for decision in trace.decisions:
        if trace.snapshots[decision.snapshot].commit == method:
            place = decision.time_us, decision.row, decision.process, decision.snapshot
            yield Change(*place, "")


def _kept(changes: list[Change], outages: list[Outage], trace: Trace) -> Iterator[Change]:
    """Nothing while a process is down; then what it has on stable storage, if that is not lost."""
    for outage in outages:
        lost = [loss.row for loss in trace.storage_losses if loss.process == outage.process]
        since = max((row for row in lost if row <= outage.crash_row), default=-1)
        before = [c for c in changes if c.process == outage.process and c.row > since]
        before = [c for c in before if c.time_us <= outage.from_us]
        is_wiped = any(outage.crash_row < row <= outage.restart_row for row in lost)
        for snapshot in sorted({c.snapshot for c in before}):
            if _is_decided(trace, outage, snapshot, since):
                continue
            yield Change(outage.from_us, outage.crash_row + 1, outage.process, snapshot, "")
            if outage.restart_row >= 0 and not is_wiped:
                place = outage.to_us, outage.restart_row + 1, outage.process, snapshot
                yield Change(*place, *_as_acceptor(before, outage.process, snapshot))


def _is_decided(trace: Trace, outage: Outage, snapshot: int, since: int) -> bool:
    """Whether a process had a decision on its storage, as it was since a row, when it crashed."""
    place = outage.process, snapshot
    mine = (d for d in trace.decisions if (d.process, d.snapshot) == place and d.row > since)
    return any(decision.time_us < outage.from_us for decision in mine)


# Two-phase commit


def two_phase_changes(trace: Trace, outages: list[Outage]) -> list[Change]:
    """The coordinator asks, the others are prepared once they have voted yes."""
    changes = list(_asking(trace))
    for said in trace.remarks:
        if said.kind == "vote" and said.values == ("yes",):
            changes.append(Change(said.time_us, said.row, said.process, said.snapshot, PREPARED))
    voted = [change for change in changes if change.kind == PREPARED]
    gone = [
        Change(o.from_us, o.crash_row + 1, c.process, c.snapshot, "")
        for c in changes
        for o in outages
        if c.kind == ASKS and o.process == c.process and o.from_us >= c.time_us
    ]
    return [*_kept(voted, outages, trace), *changes, *_settled(trace, TWO_PHASE), *gone]


def _asking(trace: Trace) -> Iterator[Change]:
    """From the first message that asks to prepare."""
    begun: set[int] = set()
    if not any(row.commit == TWO_PHASE for row in trace.snapshots):
        return
    rows = trace.row_time.searchsorted(trace.message_sent, "right")
    for message in trace.message_keeps.nonzero()[0].tolist():
        payload = trace.payloads[message]
        is_first = payload.protocol == TWO_PHASE and payload.snapshot not in begun
        if is_first and payload.body[0] == "prepare":
            begun.add(payload.snapshot)
            place = int(trace.message_sent[message]), int(rows[message])
            yield Change(*place, payload.origin, payload.snapshot, ASKS)


def _blocked(trace: Trace, prepared: list[Stretch], until_us: int) -> Iterator[Stretch]:
    """Who is prepared and blocked, as far as it is up."""
    places = {name: process for process, name in enumerate(trace.process_ids)}
    for snapshot in trace.snapshots:
        for blocked in blocked_in(trace, snapshot):
            ends_us = until_us if blocked.until_us is None else blocked.until_us
            for stretch in prepared:
                place = stretch.process, stretch.snapshot, stretch.kind
                if place != (places[blocked.process], snapshot.number, PREPARED):
                    continue
                start, end = max(stretch.from_us, blocked.since_us), min(stretch.to_us, ends_us)
                if start < end:
                    row = max(stretch.row, blocked.row)
                    yield stretch._replace(from_us=start, to_us=end, row=row, kind=BLOCKED)
