"""What is found out about the global states of a run, in a thread. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from snapviz.causality.global_states import GlobalStates, global_states
from snapviz.run import Run
from snapviz.study.condition import Answer, Condition
from snapviz.study.progress import Cancelled, Progress, ShouldStop

MOST_DRAWN = 1500
LIMIT = 200_000  # states after which a condition is given up, some seconds of work


@dataclass(frozen=True)
class Found:
    """``states``: None where there are too many to be drawn. ``answer``: None without a condition.

    ``holding``: the places in ``states`` where the condition holds.
    """

    run: Run
    states: GlobalStates | None
    text: str
    answer: Answer | None
    holding: frozenset[int] | None


def look(run: Run, text: str, progress: Progress, should_stop: ShouldStop) -> Found:
    """The lattice, and what becomes of a condition in it. Raises Cancelled, or PredicateError."""
    states = global_states(run.computation, MOST_DRAWN)
    if not text:
        return Found(run, states, text, None, None)
    condition = Condition(run, text)

    def heard(seen: int) -> None:
        progress(min(seen / LIMIT, 1.0))
        if should_stop():
            raise Cancelled

    answer = condition.answer(LIMIT, heard)
    if states is None:
        return Found(run, states, text, answer, None)
    holding = frozenset(p for p, cut in enumerate(states.cuts) if condition.holds(cut))
    return Found(run, states, text, answer, holding)
