"""Which processes hold the copies of a part: the next ones, or first those of other groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snapviz.protocols.keeping.copying import across_groups, in_turn
from snapviz.scenario.failure_groups import failure_groups
from snapviz.scenario.model import Process, Scenario, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import bank

GROUPS = st.lists(st.sampled_from("abc-"), min_size=2, max_size=8)
"""Of each process its group; ``-``: none."""


def numbered(groups: list[str]) -> list[int]:
    named = (None if group == "-" else group for group in groups)
    processes = (Process(f"P{n}", failure_group=group) for n, group in enumerate(named))
    return failure_groups(Scenario(tuple(processes)))


def chosen(groups: list[str], owner: int, wanted: int) -> list[int]:
    ring = in_turn(numbered(groups))
    here = ring.index(owner)
    return across_groups(owner, ring[here + 1 :] + ring[:here], numbered(groups), wanted)


def test_that_the_ring_runs_through_the_groups_in_turn():
    assert in_turn(numbered(list("aabb"))) == [0, 2, 1, 3]
    assert in_turn(numbered(list("aaab"))) == [0, 3, 1, 2]
    assert in_turn(numbered(list("-a-a"))) == [0, 1, 2, 3]
    assert [chosen(list("aabb"), owner, 1) for owner in range(4)] == [[2], [3], [1], [0]]


@given(GROUPS, st.data())
def test_that_no_group_has_a_part_twice_before_every_one_has_it(groups, data):
    owner = data.draw(st.integers(0, len(groups) - 1))
    wanted = data.draw(st.integers(0, len(groups) - 1))
    holders = chosen(groups, owner, wanted)
    assert len(set(holders)) == wanted and owner not in holders
    group_of = numbered(groups)
    held = Counter(group_of[process] for process in (owner, *holders))
    members = Counter(group_of)
    for full, other in combinations(members, 2):
        for a, b in ((full, other), (other, full)):
            # Nobody has more than another, except where that one has no further process.
            assert held[a] <= held[b] + 1 or held[b] == members[b]


@given(st.integers(2, 8), st.data())
def test_that_processes_which_fail_alone_lie_on_the_ring(count, data):
    owner, wanted = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
    ring = [(owner + step) % count for step in range(1, wanted + 1)]
    assert chosen(["-"] * count, owner, wanted) == ring


@given(st.integers(2, 4), st.integers(1, 3), st.permutations(range(12)))
def test_that_groups_of_one_size_share_the_load(racks, size, order):
    groups = [str(place % racks) for place in order if place < racks * size]
    held = Counter(p for owner in range(len(groups)) for p in chosen(groups, owner, 1))
    assert set(held.values()) == {1}


def in_racks(groups: list[str], **changes) -> Scenario:
    made = bank(len(groups))
    processes = tuple(
        replace(process, failure_group=group)
        for process, group in zip(made.processes, groups, strict=True)
    )
    taken = TakeSnapshot(100_000, initiator="P1", copies=1, placement="across-groups")
    still = replace(made.workload, kind="none")
    return replace(made, processes=processes, script=(taken,), workload=still, **changes)


def copies(scenario: Scenario) -> dict[str, list[str]]:
    return simulate(scenario).snapshots[0].storage.copies


def test_that_a_run_puts_its_parts_there():
    told = copies(in_racks(list("aabb")))
    assert told == {"P1": ["P3"], "P2": ["P4"], "P3": ["P2"], "P4": ["P1"]}


def test_that_the_own_group_has_to_do_where_no_channel_leads_to_another():
    apart = in_racks(list("aaab"))
    channels = tuple(channel for channel in apart.channels if channel.target != "P4")
    script = tuple(replace(action, initiator="P4") for action in apart.script)
    told = copies(replace(apart, channels=channels, script=script))
    assert told == {"P1": ["P2"], "P2": ["P3"], "P3": ["P1"], "P4": ["P2"]}


@pytest.mark.parametrize("placement", ["ring", "across-groups"])
def test_that_a_copy_costs_the_same_wherever_it_lies(placement):
    scenario = in_racks(list("aabb"))
    taken = replace(scenario.script[0], placement=placement)
    (snapshot,) = simulate(replace(scenario, script=(taken,))).snapshots
    assert snapshot.cost.keeping == {"gather": 3, "copy": 4, "ack": 7}
