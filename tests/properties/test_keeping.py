"""Parts gathered and copied: what is kept is what was recorded, and what is offered restores."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.run import Run, Snapshot
from snapviz.scenario.model import TakeSnapshot
from snapviz.simulation import simulate
from snapviz.study.restoring import restored
from snapviz.study.survival import group_survivals, survivals
from tests.properties.failures import whereabouts
from tests.properties.keeping import kept


def stored_parts(run: Run, number: int) -> dict[int, dict[int, dict]]:
    """By owner and place, every part on stable storage that counts, read there."""
    found: dict[int, dict[int, dict]] = {}
    for (place, protocol, key), value in run.trace.stored.items():
        kind, *numbers = key.split()
        if protocol == "gathering" and kind == "own" and int(numbers[0]) == number:
            found.setdefault(place, {})[place] = value[0]
        if protocol == "copying" and kind == "copy" and int(numbers[0]) == number:
            found.setdefault(int(numbers[1]), {})[place] = value[0]
    return found


def assert_kept_as_recorded(run: Run, snapshot: Snapshot) -> None:
    """Every part, wherever it is, is what the snapshot shows."""
    names = run.trace.process_ids
    if snapshot.status != "complete":
        return
    for owner, held in stored_parts(run, snapshot.number).items():
        for part in held.values():
            assert part["state"] == snapshot.processes[names[owner]].state
    recorded = sorted(
        (ends, message.payload["amount"])
        for ends, messages in snapshot.channels.items()
        for message in messages
    )
    parts = stored_parts(run, snapshot.number)
    if len(parts) == len(names):
        told = [c for owner, held in parts.items() for c in held[owner]["channels"]]
        ends = [tuple(names[end] for end in run.trace.channel_ends[c]) for c, _ in told]
        assert sorted(zip(ends, [amount for _, amount in told], strict=True)) == recorded


def assert_restorable_when_said(run: Run, snapshot: Snapshot) -> None:
    """By a count of its own; and what is said to restore goes on, to the end, with every coin."""
    up = set(range(len(run.trace.process_ids))) - set(run.trace.down)
    parts = stored_parts(run, snapshot.number)
    can = snapshot.status == "complete" and all(
        up & set(parts.get(owner, ())) for owner in range(len(run.trace.process_ids))
    )
    assert snapshot.storage.restorable == can
    again = restored(run, snapshot)
    assert (again is not None) == can
    if again is not None:
        recorded = sum(p.state["balance"] for p in snapshot.processes.values())
        recorded += sum(m.payload["amount"] for found in snapshot.channels.values() for m in found)
        start, now, lost = whereabouts(again)
        assert start == recorded == now + lost
        assert again.until_us == max(1, run.until_us - snapshot.completed_us)


def assert_copies(run: Run, snapshot: Snapshot, action: TakeSnapshot) -> None:
    names = run.trace.process_ids
    parts = stored_parts(run, snapshot.number)
    is_over = snapshot.status == "complete" and run.until_us == run.scenario.duration_us
    for owner, name in enumerate(names):
        others = [names[place] for place in parts.get(owner, ()) if place != owner]
        assert sorted(snapshot.storage.copies[name]) == sorted(others)
        assert len(others) == action.copies or (not is_over and len(others) < action.copies)
        if action.placement == "ring":
            ring = [names[(owner + step) % len(names)] for step in range(1, action.copies + 1)]
            assert snapshot.storage.copies[name] == [n for n in ring if n in others]
        elif is_over:
            assert_lies_across_groups(run, owner, others)


def assert_lies_across_groups(run: Run, owner: int, others: list[str]) -> None:
    """No failure of one group takes the part, unless it could lie in no other or no copy was asked.

    More than that: no group holds two more than another that has a process to spare.
    """
    groups = [p.failure_group or p.id for p in run.scenario.processes]
    held = [groups[owner], *(groups[run.trace.process_ids.index(name)] for name in others)]
    for group in set(groups):
        if groups.count(group) > held.count(group):
            assert max(map(held.count, held)) <= held.count(group) + 1


def assert_survives_as_told(run: Run, snapshot: Snapshot) -> None:
    for crashed in (*survivals(run, snapshot, 2), *group_survivals(run, snapshot)):
        again = restored(run, snapshot, crashed.processes)
        assert crashed.survives == (again is not None)


def check(examples: int) -> None:
    seen = []

    @settings(max_examples=examples, deadline=None)
    @given(kept(("none", "two-phase")), st.integers(1, 900_000))
    def check_one(scenario, until_us):
        for run in (simulate(scenario, until_us), simulate(scenario)):
            for snapshot in run.snapshots:
                action = run.scenario.script[snapshot.action]
                assert (snapshot.storage is None) == (
                    action.copies == 0 and action.commit == "none"
                )
                if snapshot.storage is not None:
                    assert_kept_as_recorded(run, snapshot)
                    assert_restorable_when_said(run, snapshot)
                    assert_copies(run, snapshot, action)
                    assert_survives_as_told(run, snapshot)
                    seen.append(snapshot.storage.restorable)

    check_one()
    assert set(seen) == {True, False}


def test_that_what_is_kept_is_what_was_recorded():
    check(25)


@pytest.mark.deep
def test_that_what_is_kept_is_always_what_was_recorded():
    check(600)


@settings(max_examples=60, deadline=None)
@given(kept(("none",), faults=False), st.sampled_from(sorted(SNAPSHOT_PROTOCOLS)))
def test_that_keeping_is_counted_apart_and_alike(scenario, protocol):
    """Where nothing goes wrong, nothing is sent twice, and the capture costs what it costs."""
    (taken, *_) = scenario.script
    by_clock = {"initiator": None, "at_local_us": 300_000} if protocol == "global-clock" else {}
    taken = replace(taken, protocol=protocol, **by_clock)
    n = len(scenario.processes)
    ids = [process.id for process in scenario.processes]
    everywhere = tuple(
        replace(scenario.channels[0], source=a, target=b) for a in ids for b in ids if a != b
    )
    # Where messages keep their order, those behind a part wait for it.
    everywhere = tuple(replace(channel, fifo=False) for channel in everywhere)
    scenario = replace(scenario, channels=everywhere, duration_us=2_000_000)
    bare = simulate(replace(scenario, script=(replace(taken, copies=0),))).snapshots[0]
    for commit, each in (("none", 0), ("two-phase", 3), ("paxos", 5), ("raft", 6)):
        run = simulate(replace(scenario, script=(replace(taken, commit=commit),)))
        snapshot = run.snapshots[0]
        assert snapshot.status == bare.status and snapshot.processes == bare.processes
        assert snapshot.channels.keys() == bare.channels.keys()
        assert snapshot.cost.control_messages == bare.cost.control_messages
        assert snapshot.cost.duration_us == bare.cost.duration_us
        if snapshot.status != "complete" or snapshot.storage is None:
            continue
        expected = {"gather": n - 1}
        if taken.copies:
            expected["copy"] = n * taken.copies
        expected["ack"] = n - 1 + n * taken.copies
        if commit != "none":
            expected["commit"] = each * (n - 1)
        assert snapshot.cost.keeping == expected
