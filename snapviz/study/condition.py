"""A predicate asked of the global states of a run: whether it possibly, or definitely, holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from snapviz.causality import predicates
from snapviz.engine.states import followed
from snapviz.run import Run
from snapviz.study.predicate import Predicate, States

LIMIT = 2_000_000
TELL_EVERY = 2000  # rows followed
EVENTS = "events"
"""The field that every process has: how many events it has behind it."""


def fields_of(run: Run) -> list[set[str]]:
    """The names of numbers in the state of each process."""
    held = set(run.quantities.values())
    return [
        {EVENTS} | held | {k for k, v in state.items() if type(v) in (int, float)}
        for state in run.initial_states
    ]


class StatesByCount:
    """The state of each process after each number of its standing events, from none on.

    The run is followed no farther than somebody asks; ``tell`` is called every so often
    meanwhile, and what it raises ends the work.
    """

    def __init__(self, run: Run, tell: Callable[[], object] = lambda: None) -> None:
        self._run, self.tell = run, tell
        now = [dict(state) for state in run.initial_states]
        self._lines: list[States] = [[{EVENTS: 0, **state}] for state in now]
        self._followed = self._standing(now) if run.is_timed else self._bare()

    def after(self, process: int, count: int) -> Mapping[str, Any]:
        """Raises IndexError beyond its last event."""
        line = self._lines[process]
        while len(line) <= count and next(self._followed, None) is not None:
            pass
        return line[count]

    def _standing(self, now: list[dict[str, Any]]) -> Iterator[int]:
        """Follows the rows of a simulated run, and yields the number of each."""
        run = self._run
        stands = np.zeros(run.trace.row_count, dtype=bool)
        stands[run.event_rows] = True
        rows = followed(run.trace, 0, run.trace.row_count, now, run.quantities)
        for row, process in enumerate(rows):
            if stands[row]:
                self._add(process, now[process])
            if row % TELL_EVERY == TELL_EVERY - 1:
                self.tell()
            yield row

    def _bare(self) -> Iterator[int]:
        """The same for a log, which tells of events only."""
        for event, process in enumerate(self._run.computation.event_process.tolist()):
            self._add(process, self._lines[process][0])
            yield event

    def _add(self, process: int, state: Mapping[str, Any]) -> None:
        line = self._lines[process]
        line.append({**state, EVENTS: len(line)})


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
    def _states(self) -> StatesByCount:
        return StatesByCount(self._run)

    def holds(self, cut: predicates.Cut) -> bool:
        """Whether it holds in the global state that a cut leads to."""
        states = [self._states.after(process, n) for process, n in enumerate(cut)]
        return bool(self._predicate.holds(states))

    def answer(
        self, limit: int = LIMIT, heard: predicates.Heard = lambda seen: None, both: bool = True
    ) -> Answer:
        """Possibly and, if ``both`` are asked for, Definitely; ``heard``: see `possibly`."""
        c, cut, possibly, definitely = self._run.computation, None, None, None
        told = _Told(heard)
        self._states.tell = told.again
        try:
            cut = predicates.possibly(c, self.holds, limit, told)
            possibly = cut is not None
            if both:
                definitely = possibly and predicates.definitely(c, self.holds, limit, told)
        except predicates.TooManyCuts:
            pass
        return Answer(possibly, definitely, cut)


class _Told:
    """Passes on how many cuts have been looked at, and says it again when asked to."""

    def __init__(self, heard: predicates.Heard) -> None:
        self._heard, self._seen = heard, 0

    def __call__(self, seen: int) -> None:
        self._seen = seen
        self._heard(seen)

    def again(self) -> None:
        self._heard(self._seen)


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
