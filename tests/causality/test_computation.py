import numpy as np
import pytest
from hypothesis import given, settings

from snapviz.causality.computation import Computation
from tests.causality.strategies import computations


def test_that_local_indices_count_within_each_process():
    c = Computation(["a", "b"], [0, 1, 0, 1, 1], [0], [1])
    assert c.event_local.tolist() == [0, 0, 1, 1, 2]
    assert c.event_counts.tolist() == [2, 3]
    assert c.events_of(1).tolist() == [1, 3, 4]
    assert c.event_at(1, 2) == 4


def test_that_an_empty_computation_is_one():
    c = Computation([], [], [], [])
    assert (c.process_count, c.event_count, c.message_count) == (0, 0, 0)


def test_that_columns_cannot_be_written():
    c = Computation(["a", "b"], [0, 1], [0], [1])
    for column in (c.event_process, c.event_local, c.event_counts, c.message_send, c.edges[0]):
        with pytest.raises(ValueError, match="read-only"):
            column[0] = 1


def test_that_the_callers_arrays_stay_their_own():
    process = np.array([0, 1], np.int32)
    c = Computation(["a", "b"], process, [], [])
    process[0] = 1
    assert c.event_process.tolist() == [0, 1]


def test_that_edges_are_grouped_by_receive_event_duplicates_included():
    c = Computation(["a", "b"], [0, 0, 1, 1, 1], [1, 0, 0], [2, 3, -1], [1], [4])
    assert [column.tolist() for column in c.edges] == [[1, 0, 1], [2, 3, 4]]
    assert c.incoming_start.tolist() == [0, 0, 0, 1, 2, 3]


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        (([0, 2], [], []), "event 1: process 2 is outside 0..1"),
        (([0, -1], [], []), "event 1: process -1 is outside 0..1"),
        (([0, 1], [0], []), "1 sends but 0 receives"),
        (([0, 1], [2], [1]), "message 0: send event 2 is outside 0..1"),
        (([0, 1], [-1], [1]), "message 0: send event -1 is outside 0..1"),
        (([0, 1, 1], [0, 0], [1, 3]), "message 1: receive event 3 is outside -1..2"),
        (([0, 1], [1], [0]), "message 0: receive event 0 is not after its send 1"),
        (([0, 1], [1], [1]), "message 0: receive event 1 is not after its send 1"),
        (([0, 0], [0], [1]), "message 0: process a sends to itself"),
        (([0, 1], [0], [1], [0], [-1]), "duplicate 0: receive event -1 is outside 0..1"),
        (([0, 1, 1], [0], [-1], [0], [2]), "duplicate 0: its message was not received earlier"),
        (([0, 1, 1], [0], [2], [0], [1]), "duplicate 0: its message was not received earlier"),
        (([0, 1, 1], [0], [1], [0, 0], [2, 1]), "duplicate 1: its message was not received"),
        (([0.5, 1], [], []), "event_process: whole numbers are needed"),
        (([[0, 1]], [], []), "event_process: one column is needed"),
        (([0, 1], [0], [2**40]), "message_receive 0: 1099511627776 is no event"),
    ],
)
def test_that_columns_which_are_no_computation_are_refused_with_their_row(columns, problem):
    with pytest.raises(ValueError) as refused:
        Computation(["a", "b"], *columns)
    assert problem in str(refused.value)


def test_that_the_earliest_first_receive_counts_when_messages_share_a_send():
    Computation(["a", "b"], [0, 1, 1, 1], [0, 0], [3, 1], [0], [2])
    with pytest.raises(ValueError, match="duplicate 0: its message was not received earlier"):
        Computation(["a", "b"], [0, 1, 1, 1], [0, 0], [3, 2], [0], [1])


def test_that_a_process_id_stands_once():
    with pytest.raises(ValueError, match="an id stands twice"):
        Computation(["a", "a"], [], [], [])


def test_that_events_and_processes_out_of_range_are_refused_in_words():
    c = Computation(["a", "b"], [0, 1], [0], [1])
    with pytest.raises(ValueError, match="process 2 is outside 0..1"):
        c.events_of(2)
    with pytest.raises(ValueError, match="process a has 1 events, no index 1"):
        c.event_at(0, 1)
    with pytest.raises(ValueError, match="event 2 is outside 0..1"):
        c.check_event(2)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(computations())
def test_that_process_and_local_index_name_an_event(c):
    for event in range(c.event_count):
        assert c.event_at(int(c.event_process[event]), int(c.event_local[event])) == event
