"""What the collector throws away is never asked for, however the run goes on and fails."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import with_live_states
from snapviz.recovery.garbage import garbage_checkpoints, log_garbage, obsolete_checkpoints
from snapviz.recovery.line import events_at, recovery_line
from snapviz.recovery.replay import Sources, maximal_recoverable, rebuildable_ends
from tests.recovery import brute
from tests.recovery.story import Story
from tests.recovery.strategies import runs_with_checkpoints

stories = st.tuples(
    st.integers(2, 3), st.lists(st.integers(0, 8 * 3 * 16 * 8 - 1), min_size=8, max_size=40)
)


def tell(drawn, collect, crash) -> None:
    """Events, checkpoints, flushes, crashes and collections, as drawn; a crash of each at the end."""
    process_count, numbers = drawn
    story = Story(process_count)
    for number in numbers:
        number, verb = divmod(number, 16)
        failed, process = divmod(number, 3)
        process %= process_count
        if verb < 9:
            story.act(process, verb + failed, logged=bool(failed & 1))
        elif verb < 13:
            story.checkpoint(process)
        elif verb == 13:
            story.flush(process)
        elif verb == 14:
            collect(story)
        else:
            crash(story, {p for p in range(process_count) if failed >> p & 1})
    collect(story)
    for failed in range(1, 2**process_count):
        crash(story, {p for p in range(process_count) if failed >> p & 1}, go_on=False)


def crash_without_logs(story: Story, failed: set[int], go_on: bool = True) -> None:
    c = story.computation()
    candidates = with_live_states(c, story.counts(), failed)
    line = recovery_line(c, candidates)
    for one, place in zip(story.checkpoints, line, strict=True):
        assert place == len(one) or not one[place].discarded
    if go_on:
        story.roll_back(events_at(candidates, line))


def collect_obsolete(story: Story) -> None:
    story.discard(obsolete_checkpoints(story.computation(), story.counts(kept_only=True)))


def collect_garbage(story: Story) -> None:
    c, kept = story.computation(), story.counts(kept_only=True)
    found = garbage_checkpoints(c, kept)
    for fewer, more in zip(obsolete_checkpoints(c, kept), found, strict=True):
        assert set(fewer) <= set(more)
    story.discard(found)


def sources(story: Story, failed: set[int], kept_only: bool) -> list[Sources]:
    """What each can be rebuilt from; a live process also remembers what is not logged yet."""
    c, counts = story.computation(), story.counts(kept_only)
    known = [
        (event.logged or event.process not in failed) and not (kept_only and event.discarded)
        for event in story.events
    ]
    return [
        Sources(one, rebuildable_ends(c, p, one, np.array(known, np.bool_)), p not in failed)
        for p, one in enumerate(counts)
    ]


def collect_log(story: Story) -> None:
    everybody = set(range(story.process_count))
    c = story.computation()
    found = log_garbage(c, sources(story, everybody, kept_only=True))
    assert all(c.message_receive[message] in found.receives for message in found.messages)
    story.discard(found.checkpoints)
    for event in found.receives:
        story.events[event].discarded = True


def crash_with_logs(story: Story, failed: set[int], go_on: bool = True) -> None:
    c = story.computation()
    everything = maximal_recoverable(c, sources(story, failed, kept_only=False))
    kept = maximal_recoverable(c, sources(story, failed, kept_only=True))
    for checkpoints, a, b in zip(story.checkpoints, everything, kept, strict=True):
        assert (a.events, a.live, a.replayed) == (b.events, b.live, b.replayed)
        assert a.checkpoint == b.checkpoint + sum(one.discarded for one in checkpoints)
    if go_on:
        story.roll_back([standing.events for standing in everything])


@settings(max_examples=100)
@given(stories)
@pytest.mark.parametrize("collect", [collect_obsolete, collect_garbage])
def test_that_no_crash_asks_for_what_was_discarded(collect, drawn):
    tell(drawn, collect, crash_without_logs)


@settings(max_examples=100)
@given(stories)
def test_that_no_replay_asks_for_what_was_discarded(drawn):
    tell(drawn, collect_log, crash_with_logs)


@pytest.mark.deep
@settings(max_examples=1500)
@given(stories)
def test_that_nothing_discarded_is_asked_for_in_many_runs(drawn):
    tell(drawn, collect_obsolete, crash_without_logs)
    tell(drawn, collect_garbage, crash_without_logs)
    tell(drawn, collect_log, crash_with_logs)


@settings(max_examples=100)
@given(runs_with_checkpoints(busy=True))
def test_that_all_that_is_left_is_needed_now(case):
    c, taken = case
    needed = [set() for _ in taken]
    for failed in range(c.process_count):
        candidates = with_live_states(c, taken, {failed})
        for mine, place in zip(
            needed, brute.latest(brute.consistent_sets(c, candidates)), strict=True
        ):
            mine.add(place)
    left = [
        set(range(len(one))) - set(gone)
        for one, gone in zip(taken, garbage_checkpoints(c, taken), strict=True)
    ]
    assert left == [mine & set(range(len(one))) for mine, one in zip(needed, taken, strict=True)]
    assert sum(map(len, left)) <= c.process_count * (c.process_count + 1) // 2


def zigzag() -> Computation:
    """a0 -> b0, b1 -> a1, a2 -> b2: every checkpoint between them has an orphan."""
    return Computation(["a", "b"], [0, 1, 1, 0, 0, 1], [0, 2, 4], [1, 3, 5])


def test_that_a_domino_makes_nothing_obsolete_but_most_of_it_garbage():
    taken = [[0, 2], [0, 1]]
    assert obsolete_checkpoints(zigzag(), taken) == ((), ())
    assert garbage_checkpoints(zigzag(), taken) == ((1,), (1,))


def test_that_what_lies_behind_the_line_goes_and_its_log_with_it():
    taken = [[0, 1], [0, 1]]
    assert obsolete_checkpoints(zigzag(), taken) == ((0,), (0,))
    found = log_garbage(zigzag(), [Sources(one, one) for one in taken])
    assert (found.checkpoints, found.receives, found.messages) == (((0,), (0,)), (1,), (0,))


def test_that_a_message_is_kept_for_a_later_duplicate():
    c = Computation(["a", "b"], [0, 1, 1], [0], [1], [0], [2])
    found = log_garbage(c, [Sources([0, 1], [0, 1]), Sources([0, 1], [0, 1])])
    assert (found.receives, found.messages) == ((1,), ())
    found = log_garbage(c, [Sources([0, 1], [0, 1]), Sources([0, 2], [0, 2])])
    assert (found.receives, found.messages) == ((1, 2), (0,))
