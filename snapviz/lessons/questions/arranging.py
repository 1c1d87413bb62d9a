"""Put these events in order: any that has no effect before its cause is right."""

from __future__ import annotations

from itertools import permutations

from snapviz.lessons.questions.linear import Order, broken, events_of, short_words
from snapviz.lessons.questions.question import Answer, Asking, Option, Question, Unaskable
from snapviz.lessons.words import Told, told
from snapviz.run import Run

KIND = "put-in-order"
ABOUT = ("events", "another")
DRAWS = 20


def ask(asking: Asking) -> Question:
    """About some events of a run, given or drawn; ``another``: in another order than the run's."""
    run = asking.run
    events, right = _askable(asking)
    names = {_id(run, event): event for event in events}
    own = tuple(sorted(events))

    def order_of(answer: Answer) -> Order | None:
        """The answer as events; None if it is no order of them."""
        if not isinstance(answer, tuple) or sorted(answer) != sorted(names):
            return None
        return tuple(names[name] for name in answer)

    def explain(answer: Answer) -> Told:
        order = order_of(answer)
        if order is None:
            return told("Every event has one place in the order.")
        if order == own and own not in right:
            return told("That is how it happened; what is asked for is another order.")
        effect, cause = broken(run, order)
        return told(
            "In this order %1 comes before its cause, %2.",
            short_words(run, effect), short_words(run, cause),
        )  # fmt: skip

    return Question(
        KIND,
        _prompt(asking),
        "order",
        tuple(Option(_id(run, e), short_words(run, e)) for e in _shown(asking, events, right)),
        tuple(_id(run, event) for event in min(right)),
        lambda answer: order_of(answer) in right,
        explain,
        at=tuple(_place(run, event) for event in own),
    )


def _prompt(asking: Asking) -> Told:
    if asking.about.get("another"):
        return told(
            "It happened in one order. Put these events into another one in which they could have "
            "happened, with the same messages."
        )
    return told(
        "Put these events into an order in which they could have happened, with the same messages."
    )


def _askable(asking: Asking) -> tuple[list[int], set[Order]]:
    """The events, and all orders that are right. Raises Unaskable where any or none is."""
    for _ in range(1 if "events" in asking.about else DRAWS):
        events = events_of(asking)
        every = set(permutations(events))
        right = {order for order in every if broken(asking.run, order) is None}
        is_free = len(right) == len(every)
        if asking.about.get("another"):
            right -= {tuple(sorted(events))}
        if right and not is_free:
            return events, right
    if is_free:
        raise Unaskable("none of these events is a cause of another; any order is right")
    raise Unaskable("these events can only have happened in the order of the run")


def _shown(asking: Asking, events: list[int], right: set[Order]) -> Order:
    """An order to begin with that is not right."""
    wrong = [order for order in permutations(sorted(events)) if order not in right]
    return asking.draw.choice(wrong)


def _id(run: Run, event: int) -> str:
    name, local = _place(run, event)
    return f"{name}.{local + 1}"


def _place(run: Run, event: int) -> tuple[str, int]:
    """The process of an event, and its place there, from 0."""
    c = run.computation
    return run.trace.process_ids[int(c.event_process[event])], int(c.event_local[event])
