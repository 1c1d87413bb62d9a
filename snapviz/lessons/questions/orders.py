"""Of two events: did the one happen before the other, after it, or are they concurrent?"""

from __future__ import annotations

from snapviz.causality.order import concurrent, happened_before, past
from snapviz.lessons.questions.question import (
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    event_words,
    is_exactly,
)
from snapviz.lessons.questions.vectors import event_of
from snapviz.lessons.words import Told, told
from snapviz.run import Run

KIND = "order"
ABOUT = ("process", "event", "other_process", "other_event")
BEFORE, AFTER, CONCURRENT = "before", "after", "concurrent"


def ask(asking: Asking) -> Question:
    """About two different events, numbered from 1; drawn where they are not given."""
    run = asking.run
    if run.computation.event_count < 2:
        raise Unaskable("fewer than two things happen in this run")
    first = event_of(asking)
    second = event_of(asking, "other_process", "other_event")
    if first == second:
        if "other_event" in asking.about:
            raise Unaskable("the two events are one and the same")
        second = asking.draw.choice(_others(run, first))
    a, b = (run.computation.event_at(*event) for event in (first, second))
    words = event_words(run, *first), event_words(run, *second)
    key = (_relation(run, a, b),)
    names = run.trace.process_ids
    return Question(
        KIND,
        told("How do these two stand to each other: %1, and %2?", *words),
        "one",
        (
            Option(BEFORE, told("The first happened before the second")),
            Option(AFTER, told("The second happened before the first")),
            Option(CONCURRENT, told("They are concurrent")),
        ),
        key,
        is_exactly(key),
        lambda answer: _explain(run, a, b, answer),
        at=tuple((names[p], local) for p, local in (first, second)),
    )


def _others(run: Run, first: tuple[int, int]) -> list[tuple[int, int]]:
    counts = run.computation.event_counts.tolist()
    every = [(p, local) for p, count in enumerate(counts) for local in range(count)]
    return [event for event in every if event != first]


def _relation(run: Run, a: int, b: int) -> str:
    if concurrent(run.computation, a, b):
        return CONCURRENT
    return BEFORE if happened_before(run.computation, a, b) else AFTER


def _explain(run: Run, a: int, b: int, answer: Answer) -> Told:
    """Two vectors tell it: does each know the other?"""
    if _relation(run, a, b) == BEFORE:
        return _knows(run, a, b)
    if _relation(run, a, b) == AFTER:
        return _knows(run, b, a)
    return _does_not_know(run, b, a) if answer == (AFTER,) else _does_not_know(run, a, b)


def _knows(run: Run, cause: int, effect: int) -> Told:
    return told(
        "In the vector of %1 the entry of %3 is %2, so %4 is counted in it: it came first.",
        _words(run, effect),
        _known(run, effect, cause),
        _process(run, cause),
        _words(run, cause),
    )


def _does_not_know(run: Run, one: int, other: int) -> Told:
    return told(
        "In the vector of %1 the entry of %3 is only %2, so nothing leads there from %4; "
        "the other way round it is the same.",
        _words(run, other),
        _known(run, other, one),
        _process(run, one),
        _words(run, one),
    )


def _known(run: Run, event: int, of: int) -> int:
    return int(past(run.computation, event)[run.computation.event_process[of]])


def _process(run: Run, event: int) -> str:
    return run.trace.process_ids[int(run.computation.event_process[event])]


def _words(run: Run, event: int) -> Told:
    c = run.computation
    return event_words(run, int(c.event_process[event]), int(c.event_local[event]))
