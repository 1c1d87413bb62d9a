"""What protocols assume, by fixed names, and whether a scenario and its run grant it.

A protocol names its assumptions in a class attribute ``ASSUMES``, a tuple of the names below.
What can be read off the scenario is: order, losses, shape, crashes. Clocks, causal delivery and
quiet are judged by the run, because only there is it seen whether they held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from snapviz.causality.delivery import overtaken
from snapviz.engine.clocks import PhysicalClock
from snapviz.run import Run, Snapshot
from snapviz.scenario.model import Crash, Partition, Scenario, SetChannel, TakeSnapshot
from snapviz.study.shape import circle, one_way, out_of_reach
from snapviz.study.words import Words, words


class Assumption(NamedTuple):
    """One assumption of a protocol: ``holds`` is None where it cannot be judged."""

    name: str
    holds: bool | None
    why: Words


def assumptions(protocol: type, scenario: Scenario, run: Run | None) -> tuple[Assumption, ...]:
    """Each assumption of a protocol and whether it holds; ``run`` None: it refused to run."""
    return tuple(_judged(name, scenario, run) for name in getattr(protocol, "ASSUMES", ()))


def _judged(name: str, scenario: Scenario, run: Run | None) -> Assumption:
    if name in _BY_SCENARIO:
        return Assumption(name, *_BY_SCENARIO[name](scenario))
    if name not in _BY_RUN:
        return Assumption(name, None, words("nothing here can tell"))
    if run is None:
        return Assumption(name, None, words("only a run can tell"))
    return Assumption(name, *_BY_RUN[name](run))


Answer = tuple[bool, Words]


def _fifo(scenario: Scenario) -> Answer:
    loose = [(c.source, c.target) for c in scenario.channels if not c.fifo]
    loose += [(a.source, a.target) for a in _changes(scenario) if a.fifo is False]
    if loose:
        return False, words("%1 → %2 need not keep the order of its messages", *loose[0])
    return True, words("every channel keeps the order of its messages")


def _reliable(scenario: Scenario) -> Answer:
    lossy = [(c.source, c.target) for c in scenario.channels if c.loss]
    lossy += [(a.source, a.target) for a in _changes(scenario) if a.loss]
    if lossy:
        return False, words("%1 → %2 may lose messages", *lossy[0])
    if any(isinstance(action, Partition) for action in scenario.script):
        return False, words("a partition cuts channels")
    return True, words("no channel loses messages")


def _changes(scenario: Scenario) -> Iterator[SetChannel]:
    return (action for action in scenario.script if isinstance(action, SetChannel))


def _reachable(scenario: Scenario) -> Answer:
    for action in scenario.script:
        if isinstance(action, TakeSnapshot) and action.initiator is not None:
            missed = out_of_reach(scenario, action.initiator)
            if missed:
                return False, words("no channels lead from %1 to %2", action.initiator, missed[0])
    return True, words("every process can be reached from the initiators")


def _strongly_connected(scenario: Scenario) -> Answer:
    for process in scenario.processes:
        missed = out_of_reach(scenario, process.id)
        if missed:
            return False, words("no channels lead from %1 to %2", process.id, missed[0])
    return True, words("every process can be reached from every other")


def _bidirectional(scenario: Scenario) -> Answer:
    found = one_way(scenario)
    if found:
        return False, words("%1 → %2 has no channel back", *found[0])
    return True, words("every channel has one back")


def _acyclic(scenario: Scenario) -> Answer:
    found = circle(scenario)
    if found:
        return False, words("channels lead from %1 back to it", _on_circle(scenario, found))
    return True, words("no channels lead back to where they came from")


def _on_circle(scenario: Scenario, candidates: list[str]) -> str:
    """The first that reaches itself: others only lie behind a circle."""
    ends = scenario.channel_index()
    for name in candidates:
        into = [source for source, target in ends if target == name]
        missed = set(out_of_reach(scenario, name))
        if any(source not in missed for source in into):
            return name
    return candidates[0]


def _no_crash(scenario: Scenario) -> Answer:
    crashes = [action.process for action in scenario.script if isinstance(action, Crash)]
    if crashes:
        return False, words("%1 crashes", crashes[0])
    return True, words("no process crashes")


def _causal_delivery(run: Run) -> Answer:
    late = overtaken(run.computation)
    if not late:
        return True, words("no message of this run was overtaken by a causally later one")
    source, target = _ends(run, int(run.causal_view.messages[late[0]]))
    return False, words("a message %1 → %2 was overtaken by a causally later one", source, target)


def _ends(run: Run, message: int) -> tuple[str, str]:
    ends = run.trace.channel_ends[run.trace.message_channel[message]]
    return tuple(run.trace.process_ids[end] for end in ends)


def _bounded_skew(run: Run) -> Answer:
    """Everyone reads T before a message sent after T arrives, if skew is at most the least delay."""
    trace = run.trace
    own = ~trace.message_control & (trace.message_received >= 0)
    flights = (trace.message_received - trace.message_sent)[own]
    skew_us = max((_skew(run, at) for s in run.snapshots for at in _moments(run, s)), default=0)
    if not len(flights) or skew_us <= flights.min():
        return True, words("clocks are %1 ms apart at most, no message is faster", _ms(skew_us))
    least = _ms(int(flights.min()))
    return False, words("clocks are up to %1 ms apart, a message takes %2 ms", _ms(skew_us), least)


def _ms(us: int) -> str:
    return f"{us / 1000:.3f}".rstrip("0").rstrip(".")


def _moments(run: Run, snapshot: Snapshot) -> list[int]:
    """Skew is largest at the ends of the snapshot, or where a clock is set in it."""
    end = run.until_us if snapshot.completed_us is None else snapshot.completed_us
    begin = min([snapshot.started_us, *(record.time_us for record in snapshot.records)])
    changes = [change.time_us for change in run.trace.clocks]
    return [begin, end, *(at for at in changes if begin < at < end)]


def _skew(run: Run, at_us: int) -> int:
    """How far apart the clocks are at an instant, microseconds."""
    clocks = [PhysicalClock() for _ in run.trace.process_ids]
    for change in run.trace.clocks:
        if change.time_us <= at_us:
            clocks[change.process] = change.clock
    readings = [clock.local(at_us) for clock in clocks]
    return max(readings) - min(readings)


def _quiet(run: Run) -> Answer:
    """No application message is under way while a snapshot is taken."""
    trace = run.trace
    own = ~trace.message_control & ~trace.message_lost
    for snapshot in run.snapshots:
        end = run.until_us if snapshot.completed_us is None else snapshot.completed_us
        received = trace.message_received
        over = (received >= 0) & (received < snapshot.started_us)
        found = np.flatnonzero(own & ~over & (trace.message_sent <= end))
        if len(found):
            source, target = _ends(run, int(found[0]))
            return False, words("a message %1 → %2 is under way meanwhile", source, target)
    return True, words("nothing is under way while it is taken")


_BY_SCENARIO: dict[str, Callable[[Scenario], Answer]] = {
    "fifo": _fifo,
    "reliable": _reliable,
    "reachable": _reachable,
    "strongly-connected": _strongly_connected,
    "bidirectional": _bidirectional,
    "acyclic": _acyclic,
    "no-crash": _no_crash,
}
_BY_RUN: dict[str, Callable[[Run], Answer]] = {
    "causal-delivery": _causal_delivery,
    "bounded-skew": _bounded_skew,
    "quiet": _quiet,
}
ASSUMPTIONS = (*_BY_SCENARIO, *_BY_RUN)
