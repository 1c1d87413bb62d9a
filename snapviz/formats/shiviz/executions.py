"""Executions of a log as computations: strictly, or as well as a faulty log allows."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.causality.direct import direct_edges
from snapviz.formats.shiviz.judging import Finding, findings, in_order
from snapviz.formats.shiviz.presets import Preset
from snapviz.formats.shiviz.reading import Records, read_records
from snapviz.scenario.problems import MOST_PROBLEMS, Problem, ScenarioError

LENIENT = "open it as it is with --lenient"


@dataclass(frozen=True)
class Execution:
    """One execution of a log. Event e of the computation is logged on ``lines[e]`` as ``texts[e]``.

    ``findings``: what its clocks contradict; only in one that was opened leniently. Its messages
    are then those of the contradicting clocks that can be true together. ``cells``: of a table,
    what stands in the columns that snapviz writes, by event.
    """

    label: str
    computation: Computation
    lines: list[int]
    texts: list[str]
    findings: tuple[Finding, ...] = ()
    cells: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class Log:
    """A log: how it was read, and its executions in the order they stand there."""

    preset: Preset
    executions: tuple[Execution, ...]


def read_log(
    text: str, parser: str | None = None, delimiter: str | None = None, lenient: bool = False
) -> Log:
    """The executions of a log; see `reading.read_records` for parser and delimiter.

    Raises ScenarioError for what cannot be read, and, unless ``lenient``, for clocks that
    contradict one another.
    """
    found = read_records(text, parser, delimiter)
    return Log(found.preset, judged(found.executions, lenient))


def judged(executions: tuple[Records, ...], lenient: bool) -> tuple[Execution, ...]:
    """Records as executions. Raises ScenarioError with every contradiction, unless ``lenient``."""
    wrong = [findings(records) for records in executions]
    told = [finding.problem for one in wrong for finding in one]
    if told and not lenient:
        raise ScenarioError([*told[:MOST_PROBLEMS], Problem("(file)", LENIENT)])
    return tuple(
        _mended(records, tuple(one)) if one else _exact(records)
        for records, one in zip(executions, wrong, strict=True)
    )


def _exact(records: Records) -> Execution:
    # A cause counts fewer events than its effect; host and line make the order one of a kind.
    order = np.argsort(records.clocks.sum(axis=1), kind="stable")
    process = records.host[order]
    edges = direct_edges(records.clocks[order], process)
    return _execution(records, order, Computation(records.hosts, process, *edges))


def _mended(records: Records, found: tuple[Finding, ...]) -> Execution:
    order = in_order(records)
    counts = np.bincount(records.host, minlength=len(records.hosts))
    line = np.split(order, np.cumsum(counts)[:-1])
    wanted = _wanted(records, line)
    order, kept = _ordered(line, wanted)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    sends = [place[cause] for cause, _ in kept]
    receives = [place[effect] for _, effect in kept]
    computation = Computation(
        records.hosts, records.host[order], np.array(sends, int), np.array(receives, int)
    )
    return _execution(records, order, computation, found)


def _wanted(records: Records, line: list[np.ndarray]) -> list[list[int]]:
    """By event, the last event of each other host that it has newly learnt of."""
    wanted: list[list[int]] = [[] for _ in records.lines]
    for mine, events in enumerate(line):
        for other, others in enumerate(line):
            if mine == other:
                continue
            numbers = records.clocks[others, other]
            learnt = np.searchsorted(numbers, records.clocks[events, other], side="right")
            learnt = np.where(records.clocks[events, other] > 0, learnt, 0)
            most = np.maximum.accumulate(learnt)
            for place in np.flatnonzero(np.diff(most, prepend=0)).tolist():
                wanted[events[place]].append(int(others[most[place] - 1]))
    return wanted


def _ordered(
    line: list[np.ndarray], wanted: list[list[int]]
) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """An order of the events, and the (cause, effect) pairs that hold in it.

    Where all next events wait for one another, the one logged first goes on without.
    """
    lines = [events.tolist() for events in line]
    reached = [0] * len(lines)
    host_of = {event: host for host, events in enumerate(lines) for event in events}
    waiting = [len(causes) for causes in wanted]
    effects: dict[int, list[int]] = {}
    for event, causes in enumerate(wanted):
        for cause in causes:
            effects.setdefault(cause, []).append(event)
    order: list[int] = []
    kept: list[tuple[int, int]] = []
    placed = [False] * len(wanted)
    heads = {events[0] for events in lines if events}
    ready = sorted(event for event in heads if not waiting[event])
    while heads:
        event = heapq.heappop(ready) if ready else min(heads)
        heads.discard(event)
        kept += [(cause, event) for cause in wanted[event] if placed[cause]]
        placed[event] = True
        order.append(event)
        host = host_of[event]
        reached[host] += 1
        if reached[host] < len(lines[host]):
            following = lines[host][reached[host]]
            heads.add(following)
            if not waiting[following]:
                heapq.heappush(ready, following)
        for effect in effects.get(event, ()):
            waiting[effect] -= 1
            if not waiting[effect] and effect in heads:
                heapq.heappush(ready, effect)
    return np.array(order, np.int64), kept


def _execution(
    records: Records,
    order: np.ndarray,
    computation: Computation,
    found: tuple[Finding, ...] = (),
) -> Execution:
    places = order.tolist()
    return Execution(
        records.label,
        computation,
        [records.lines[place] for place in places],
        [records.texts[place] for place in places],
        found,
    )
