"""In which orders could these events have happened? In all that put no effect before its cause."""

from __future__ import annotations

from itertools import combinations, permutations

from snapviz.causality.order import happened_before
from snapviz.lessons.questions.question import (
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    is_exactly,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run

KIND = "possible-orders"
ABOUT = ("events",)
FEWEST, USUAL, MOST = 2, 4, 5
MOST_RIGHT, MOST_WRONG = 3, 2
Order = tuple[int, ...]


def ask(asking: Asking) -> Question:
    """About some events of a run, given as ``P1.2`` (from 1) or drawn."""
    run = asking.run
    events = events_of(asking)
    orders = _orders(asking, events)
    named = {f"o{place}": order for place, order in enumerate(orders, 1)}
    key = tuple(name for name, order in named.items() if broken(run, order) is None)

    def explain(answer: Answer) -> Told:
        wrong = [named[name] for name in answer if name not in key]
        if wrong:
            effect, cause = broken(run, wrong[0])
            return told(
                "In this order %1 comes before its cause, %2.",
                short_words(run, effect), short_words(run, cause),
            )  # fmt: skip
        left = next(name for name in key if name not in answer)
        return told("No effect comes before its cause here either: %1.", _said(run, named[left]))

    c, names = run.computation, run.trace.process_ids
    return Question(
        KIND,
        told("In which of these orders could the events have happened, with the same messages?"),
        "many",
        tuple(Option(name, _said(run, order)) for name, order in named.items()),
        key,
        is_exactly(key),
        explain,
        at=tuple((names[int(c.event_process[e])], int(c.event_local[e])) for e in sorted(events)),
    )


def events_of(asking: Asking) -> list[int]:
    """The events that are asked about, given as ``P1.2`` (from 1) or drawn. Raises Unaskable."""
    return _given(asking) if "events" in asking.about else _drawn(asking)


def _given(asking: Asking) -> list[int]:
    run, names = asking.run, asking.about["events"]
    if not FEWEST <= len(set(names)) == len(names) <= MOST:
        raise Unaskable(f"{len(names)} events; allowed: {FEWEST} to {MOST}, each once")
    return [_event(run, name) for name in names]


def _event(run: Run, name: str) -> int:
    process, _, count = name.rpartition(".")
    if process not in run.trace.process_ids:
        known = ", ".join(run.trace.process_ids)
        raise Unaskable(f"there is no process {process!r}; allowed: one of {known} and a number")
    place = run.trace.process_ids.index(process)
    most = int(run.computation.event_counts[place])
    if not count.isdigit() or not 0 < int(count) <= most:
        raise Unaskable(f"{process} has no event {count!r}; allowed: 1 to {most}")
    return run.computation.event_at(place, int(count) - 1)


def _drawn(asking: Asking) -> list[int]:
    """Neighbours in the run, so that something of them is cause and something is not."""
    count = asking.run.computation.event_count
    if count < FEWEST:
        raise Unaskable("fewer than two things happen in this run")
    first = asking.draw.randrange(max(count - 2 * USUAL, 0) + 1)
    near = range(first, min(first + 2 * USUAL, count))
    return asking.draw.sample(near, min(USUAL, len(near)))


def _orders(asking: Asking, events: list[int]) -> list[Order]:
    """A few that are possible and a few that are not, the run's own among them, shuffled."""
    every = list(permutations(sorted(events)))
    asking.draw.shuffle(every)
    own = tuple(sorted(events))
    right = [order for order in every if order != own and broken(asking.run, order) is None]
    wrong = [order for order in every if broken(asking.run, order) is not None]
    chosen = [own, *right[: MOST_RIGHT - 1], *wrong[:MOST_WRONG]]
    asking.draw.shuffle(chosen)
    return chosen


def broken(run: Run, order: Order) -> tuple[int, int] | None:
    """An effect and its cause that come the wrong way round; None: the order is possible."""
    for one, two in combinations(order, 2):
        if happened_before(run.computation, two, one):
            return one, two
    return None


def short_words(run: Run, event: int) -> Told:
    """An event without its time, which would tell when it happened."""
    c = run.computation
    name = run.trace.process_ids[int(c.event_process[event])]
    return told("event %1 of %2", int(c.event_local[event]) + 1, name)


def _said(run: Run, order: Order) -> Told:
    said = short_words(run, order[0])
    for event in order[1:]:
        said = told("%1, then %2", said, short_words(run, event))
    return said
