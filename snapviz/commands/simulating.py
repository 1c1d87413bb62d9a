"""A file becomes a scenario, as the options want it, and a run. All refusals are BadInput."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from snapviz.commands.output import BadInput, show_progress

if TYPE_CHECKING:
    from snapviz.run import Run
    from snapviz.scenario.model import Scenario

MOST_ROWS = 10_000_000
SLICE = 20_000


@contextmanager
def told_of(file: str) -> Iterator[None]:
    """A ScenarioError becomes BadInput that names the file."""
    from snapviz.scenario import ScenarioError

    try:
        yield
    except ScenarioError as error:
        raise BadInput(str(ScenarioError(error.problems, file))) from None


def _loaded(file: str) -> Scenario:
    """The scenario in a file. A log, which nothing can simulate, is BadInput that says so."""
    from snapviz.documents import load_scenario
    from snapviz.formats.logs import kind_of_file
    from snapviz.scenario import ScenarioError

    try:
        return load_scenario(file)
    except ScenarioError:
        if kind_of_file(file) == "scenario":
            raise
    raise BadInput(
        f"{file}: (file): this is a log, which has happened already and cannot be simulated; "
        f"allowed: snapviz analyze, diff and export, and snapviz {file} to look at it"
    )


def scenario_of(file: str, options: argparse.Namespace) -> Scenario:
    """The scenario of a file, with the branch, the seed and the save pause asked for."""
    from dataclasses import replace

    from snapviz.simulation import on_branch

    with told_of(file):
        scenario = _loaded(file)
        if options.branch is not None:
            scenario = on_branch(scenario, options.branch)
        if options.seed is not None:
            scenario = replace(scenario, seed=options.seed)
        if getattr(options, "save_pause", None) is not None:
            scenario = replace(scenario, save_pause_us=options.save_pause)
        return scenario


def simulate(file: str, options: argparse.Namespace) -> Run:
    """Run a file."""
    from snapviz.simulation import Simulation, with_protocol

    scenario = scenario_of(file, options)
    with told_of(file):
        if options.protocol is not None:
            scenario = with_protocol(scenario, options.protocol)
        return advance(file, Simulation(scenario, options.until))


def advance(file: str, work: Any, doing: str = "simulating") -> Any:
    """Do what comes in slices (`Simulation`, `Comparing`) to its end, and tell how far it is."""
    while not work.advance(SLICE):
        if work.rows > MOST_ROWS:
            raise BadInput(
                f"{file}: duration_ms: in this run more than {MOST_ROWS:,} things happen; "
                "shorten it with --until, or let the workload act less often"
            )
        show_progress(work.progress, doing)
    show_progress(None)
    return work.finish()
