"""A predicate asked of the global states of a run: whether it possibly, or definitely, holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from snapviz.causality import predicates
from snapviz.engine.states import followed
from snapviz.run import Run
from snapviz.study.predicate import Predicate, States

LIMIT = 2_000_000
EVENTS = "events"
"""The field that every process has: how many events it has behind it."""


def fields_of(run: Run) -> list[set[str]]:
    """The names of numbers in the state of each process."""
    held = set(run.quantities.values())
    return [
        {EVENTS} | held | {k for k, v in state.items() if type(v) in (int, float)}
        for state in run.initial_states
    ]


def states_by_count(run: Run) -> list[States]:
    """For each process its state after each number of its standing events, from none on."""
    now = [dict(state) for state in run.initial_states]
    states: list[States] = [[{EVENTS: 0, **state}] for state in now]
    if not run.is_timed:
        return _bare(run, states)
    stands = set(run.event_rows.tolist())
    rows = followed(run.trace, 0, run.trace.row_count, now, run.quantities)
    for row, process in enumerate(rows):
        if row in stands:
            line = states[process]
            line.append({EVENTS: len(line), **now[process]})
    return states


def _bare(run: Run, states: list[States]) -> list[States]:
    """Of a log, which tells of events only."""
    for process in run.computation.event_process.tolist():
        line = states[process]
        line.append({**line[0], EVENTS: len(line)})
    return states


@dataclass(frozen=True)
class Answer:
    """None where more cuts than the limit would have had to be looked at.

    ``cut``: a first one where it holds, as event counts.
    """

    possibly: bool | None
    definitely: bool | None
    cut: predicates.Cut | None


class Condition:
    """An expression for the processes of a run. Raises PredicateError."""

    def __init__(self, run: Run, text: str) -> None:
        self._run = run
        self._predicate = Predicate(text, run.trace.process_ids, fields_of(run))

    @cached_property
    def _states(self) -> list[States]:
        return states_by_count(self._run)

    def holds(self, cut: predicates.Cut) -> bool:
        """Whether it holds in the global state that a cut leads to."""
        states = [line[n] for line, n in zip(self._states, cut, strict=True)]
        return bool(self._predicate.holds(states))

    def answer(
        self, limit: int = LIMIT, heard: predicates.Heard = lambda seen: None, both: bool = True
    ) -> Answer:
        """Possibly and, if ``both`` are asked for, Definitely; ``heard``: see `possibly`."""
        c, cut, possibly, definitely = self._run.computation, None, None, None
        try:
            cut = predicates.possibly(c, self.holds, limit, heard)
            possibly = cut is not None
            if both:
                definitely = possibly and predicates.definitely(c, self.holds, limit, heard)
        except predicates.TooManyCuts:
            pass
        return Answer(possibly, definitely, cut)


def predicate_report(
    run: Run, modality: str, text: str, limit: int, heard: predicates.Heard = lambda seen: None
) -> dict[str, Any]:
    """``possibly`` or ``definitely`` of an expression: ``holds`` is null past the limit of cuts.

    ``cut``: a first cut where it holds, as event counts. Raises PredicateError.
    """
    answer = Condition(run, text).answer(limit, heard, both=modality == "definitely")
    names, cut = run.trace.process_ids, answer.cut
    named = None if cut is None else {n: k for n, k in zip(names, cut, strict=True) if k}
    return {"expression": text, "holds": getattr(answer, modality), "cut": named}
