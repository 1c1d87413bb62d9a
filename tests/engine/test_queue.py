"""The queue and the loop that empties it, against a heap of (time, class, sequence)."""

from collections import defaultdict
from heapq import heappop, heappush

from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.engine.queue import DELIVERY, SCRIPT, TIMER, WORKLOAD, EventQueue, key_of
from snapviz.engine.simulator import Simulator
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS, WORKLOADS
from tests.engine.worlds import pair

ANY_CLASS = st.integers(SCRIPT, DELIVERY)
EVENTS = st.lists(st.tuples(st.integers(0, 4), ANY_CLASS), max_size=12)
# What each event pushes when it happens: (microseconds later, class).
CHILDREN = st.lists(EVENTS.map(lambda events: events[:3]), max_size=25)


def order_in_the_engine(events, children, slices):
    run = Simulator(pair(), SNAPSHOT_PROTOCOLS, WORKLOADS, until_us=100)
    happened, plans = [], iter(children)

    def handler(event_class):
        def handle(event):
            happened.append((run.now_us, event_class, int(event)))
            for later, child_class in next(plans, ()):
                push(run.now_us + later, child_class)
            return None, None, None

        return handle

    def push(time_us, event_class):
        push.count += 1
        # An event that is a number is a timer of the workload.
        event = push.count if event_class == WORKLOAD else str(push.count)
        run.queue.push(time_us, event_class, event)

    push.count = 0
    run._act, run._fire, run.deliver = handler(SCRIPT), handler(TIMER), handler(DELIVERY)
    run.workload.on_timer, run.workload.plans = handler(WORKLOAD), defaultdict(list)
    for event in events:
        push(*event)
    for steps in slices:
        run.advance(steps)
        run.queue.refill(run.queue.without(event_class=-1))
    assert run.advance()
    return happened


def order_in_a_heap(events, children):
    heap, happened, plans, count = [], [], iter(children), 0
    for event in events:
        count += 1
        heappush(heap, (*event, count))
    while heap:
        time, event_class, number = heappop(heap)
        happened.append((time, event_class, number))
        for later, child_class in next(plans, ()):
            count += 1
            heappush(heap, (time + later, child_class, count))
    return happened


@settings(max_examples=150)
@given(EVENTS, CHILDREN, st.lists(st.integers(0, 5), max_size=5))
def test_that_events_happen_in_the_order_of_a_heap_of_tuples(events, children, slices):
    assert order_in_the_engine(events, children, slices) == order_in_a_heap(events, children)


def test_that_an_earlier_class_at_the_same_instant_goes_first():
    events, children = [(1, DELIVERY)] * 3, [[(0, WORKLOAD), (0, DELIVERY)], [(0, SCRIPT)]]
    assert order_in_the_engine(events, children, [1]) == [
        (1, DELIVERY, 1),
        (1, WORKLOAD, 4),
        (1, SCRIPT, 6),
        (1, DELIVERY, 2),
        (1, DELIVERY, 3),
        (1, DELIVERY, 5),
    ]


def test_that_the_classes_stand_in_the_order_of_the_contract():
    assert SCRIPT < WORKLOAD < TIMER < DELIVERY
    assert key_of(5, DELIVERY) < key_of(6, SCRIPT)
    assert key_of(5, SCRIPT) < key_of(5, WORKLOAD) < key_of(5, TIMER) < key_of(5, DELIVERY)


def test_that_a_copy_of_the_queue_is_its_own():
    queue = EventQueue()
    for number in range(3):
        queue.push(7, DELIVERY, number)
    queue.push(7, SCRIPT, "action")
    saved = queue.without(SCRIPT)
    queue.push(7, DELIVERY, 3)
    other = EventQueue()
    other.refill(saved)
    other.push(7, DELIVERY, 4)
    assert saved == {key_of(7, DELIVERY): [0, 1, 2]}
    assert other.buckets == {key_of(7, DELIVERY): [0, 1, 2, 4]}
    assert other.keys[0] == key_of(7, DELIVERY)
