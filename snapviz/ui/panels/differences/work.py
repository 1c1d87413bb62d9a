"""The other run, and what differs from the one that is shown; in a thread. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from snapviz.formats.run_difference import difference_report
from snapviz.run import Run
from snapviz.scenario.model import Scenario
from snapviz.simulation import Simulation, with_protocol
from snapviz.study.progress import Cancelled, Progress, ShouldStop
from snapviz.ui.limits import MOST_ROWS

SLICE = 5_000
SIMULATED = 0.5  # of the work

Other = Callable[[Progress, ShouldStop], Run]


@dataclass(frozen=True)
class Difference:
    """``run``: the one that is shown, ``there`` the other; ``report``: see `difference_report`,
    with ``run`` as A.
    """

    run: Run
    there: Run
    report: dict[str, Any]


def compare(run: Run, other: Other, progress: Progress, should_stop: ShouldStop) -> Difference:
    """Raises Cancelled, ScenarioError if there is no other run, ValueError if it is too long."""

    def heard(share: float) -> None:
        if should_stop():
            raise Cancelled
        progress(SIMULATED + (1 - SIMULATED) * share)

    there = other(lambda share: progress(SIMULATED * share), should_stop)
    return Difference(run, there, difference_report(run, there, heard))


def of_seed(scenario: Scenario, seed: int) -> Other:
    """The same scenario with other draws."""
    return lambda progress, stop: _simulated(replace(scenario, seed=seed), progress, stop)


def of_protocol(scenario: Scenario, protocol: str) -> Other:
    """The same scenario with every snapshot taken another way."""
    return lambda progress, stop: _simulated(with_protocol(scenario, protocol), progress, stop)


def of_execution(log: Any, place: int, title: str) -> Other:
    """Another execution of the log."""
    from snapviz.formats.logged_run import LoggedRun

    return lambda progress, stop: LoggedRun(log.executions[place], title)


def of_file(path: Path) -> Other:
    """What a file tells: a scenario's run, or the first execution of a log."""

    def made(progress: Progress, should_stop: ShouldStop) -> Run:
        from snapviz.documents import load_scenario
        from snapviz.formats.logged_run import LoggedRun, log_title
        from snapviz.formats.logs import kind_of_file, load_log

        if kind_of_file(path) == "scenario":
            return _simulated(load_scenario(path), progress, should_stop)
        first = load_log(path, lenient=True).executions[0]
        return LoggedRun(first, log_title(path, first.label))

    return made


def _simulated(scenario: Scenario, progress: Progress, should_stop: ShouldStop) -> Run:
    work, is_done = Simulation(scenario), False
    while not is_done:
        is_done = work.advance(SLICE)
        if work.rows > MOST_ROWS:
            raise ValueError(f"in the other run more than {MOST_ROWS:,} things happen; shorten it")
        if should_stop():
            raise Cancelled
        progress(work.progress)
    run = work.finish()
    work.close()
    return run
