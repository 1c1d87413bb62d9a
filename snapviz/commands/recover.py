"""``snapviz recover``: how a scenario recovers from its crashes, and what each way to do so costs."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from snapviz.commands.options import add_json, add_scenario
from snapviz.commands.output import write, write_json
from snapviz.commands.simulating import advance, scenario_of, told_of

if TYPE_CHECKING:
    from snapviz.scenario.model import Scenario

HELP = "tell how a scenario recovers from its crashes, and compare the ways to do so"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, how to run it, whether to compare, and the form of the answer."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "--compare",
        action="store_true",
        help="run it under every checkpointing policy with every logging method",
    )
    add_scenario(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0, whatever was lost."""
    scenario = scenario_of(options.file, options)
    (_compare if options.compare else _tell)(scenario, options)
    return 0


def _tell(scenario: Scenario, options: argparse.Namespace) -> None:
    from snapviz.simulation import Simulation
    from snapviz.study.recovery_tables import recoveries_report, recoveries_table
    from snapviz.tables import as_text

    with told_of(options.file):
        run = advance(options.file, Simulation(scenario, options.until))
    if options.json:
        write_json(recoveries_report(run))
    else:
        write(as_text(recoveries_table(run)))


def _compare(scenario: Scenario, options: argparse.Namespace) -> None:
    from snapviz.study.recovery_comparison import ComparingRecovery, recovery_comparison_report
    from snapviz.study.recovery_tables import comparison_table
    from snapviz.tables import as_text

    with told_of(options.file):
        comparing = ComparingRecovery(scenario, options.until)
        comparison = advance(options.file, comparing, "comparing")
    if options.json:
        write_json(recovery_comparison_report(comparison))
    else:
        write(as_text(comparison_table(comparison)))
