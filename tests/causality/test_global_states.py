"""The lattice of consistent cuts, against all cuts tried one by one."""

from __future__ import annotations

from hypothesis import given, settings

from snapviz.causality.global_states import global_states
from tests.causality import referee
from tests.causality.strategies import computations


@settings(deadline=None, derandomize=True, max_examples=60)
@given(computations(max_processes=3, max_events=8))
def test_that_it_has_every_consistent_cut_and_every_step(c):
    found = global_states(c, 10_000)
    wanted = {cut for cut in referee.all_cuts(c) if referee.closed_under_causes(c, cut)}
    assert set(found.cuts) == wanted and len(found.cuts) == len(wanted)
    assert all(sum(cut) == n for n, level in enumerate(found.levels) for cut in level)
    steps = {(found.cuts[a], found.cuts[b]) for a, b in found.edges}
    assert len(steps) == len(found.edges)
    assert steps == {
        (a, b)
        for a in wanted
        for b in wanted
        if sum(b) == sum(a) + 1 and all(x <= y for x, y in zip(a, b, strict=True))
    }
    assert global_states(c, len(wanted)) == found and global_states(c, len(wanted) - 1) is None
