"""``snapviz compare``: the same scenario under several protocols, and which one when."""

from __future__ import annotations

import argparse

from snapviz.commands.options import add_json, add_protocols, add_save_pause, add_scenario
from snapviz.commands.output import write, write_json
from snapviz.commands.simulating import advance, scenario_of, told_of

HELP = "run a scenario under several protocols, and say which one when"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, protocols, how to run it, and the form of the answer."""
    parser.add_argument("file", metavar="FILE")
    add_protocols(parser, "otherwise with each there is")
    add_scenario(parser)
    add_save_pause(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0, whatever the verdicts are."""
    from snapviz.study.comparison import Comparing

    scenario = scenario_of(options.file, options)
    with told_of(options.file):
        comparing = Comparing(scenario, options.protocols, options.until)
        comparison = advance(options.file, comparing, "comparing")
    if options.json:
        from snapviz.study.comparison_report import comparison_report

        write_json(comparison_report(comparison))
    else:
        from snapviz.study.tables import comparison_table
        from snapviz.tables import as_text

        write(as_text(comparison_table(comparison)))
    return 0
