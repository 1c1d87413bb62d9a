"""Mattern: right on channels of any order, and the token knows when nothing is missing."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from snapviz.protocols.snapshots.mattern import Mattern
from snapviz.scenario.model import TraceValues
from snapviz.simulation import with_protocol
from tests.properties.any_order import assert_all_are_right, busy, in_any_order
from tests.properties.captures import faults, hops


class Colourblind(Mattern):
    """Handles red messages as if they were white."""

    def on_arrival(self, channel, message, data):
        super().on_arrival(channel, message, ())


class Impatient(Mattern):
    """Takes a deficit for none, so white messages that come later are not recorded."""

    def _finish_without_deficit(self, snapshot):
        self.parts[snapshot].received = 10**6
        super()._finish_without_deficit(snapshot)


# Some messages take longer than both rounds.
straggling = replace(
    busy,
    channels=tuple(
        replace(channel, delay=TraceValues((1_000, 1_000, 1_000, 1_000, 150_000)))
        for channel in busy.channels
    ),
)


def two_rounds_by_hops(scenario, snapshot) -> int:
    ids = [process.id for process in scenario.processes]
    following = ids[1:] + ids[:1]
    return 2 * sum(hops(scenario, a)[b] for a, b in zip(ids, following, strict=True))


def assert_right_after_two_rounds(scenario) -> None:
    run = assert_all_are_right(scenario, Mattern.NAME, two_rounds_by_hops)
    for snapshot in run.snapshots:
        assert snapshot.cost.logical_messages == 2 * len(scenario.processes)


@settings(max_examples=50)
@given(in_any_order)
def test_that_every_snapshot_is_right(scenario):
    assert_right_after_two_rounds(scenario)


@pytest.mark.deep
@settings(max_examples=1800)
@given(in_any_order)
def test_that_every_snapshot_of_many_runs_is_right(scenario):
    assert_right_after_two_rounds(scenario)


@pytest.mark.parametrize(
    ("broken", "base", "fault"),
    [(Colourblind, busy, "orphans"), (Impatient, straggling, "missing")],
)
def test_that_without_colours_or_without_counts_a_search_finds_wrong_snapshots(broken, base, fault):
    found = Counter()
    for seed in range(20):
        scenario = with_protocol(replace(base, seed=seed), Mattern.NAME)
        assert not +faults(scenario)
        found += faults(scenario, broken)
    assert found[fault] > 5
