"""``snapviz run``: simulate a scenario and print what happened."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from snapviz.commands.options import add_json, add_simulation
from snapviz.commands.output import write, write_json
from snapviz.commands.simulating import simulate

if TYPE_CHECKING:
    from snapviz.run import Run

HELP = "simulate a scenario and print what happened"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, how to run it, and the form of the answer."""
    parser.add_argument("file", metavar="FILE")
    add_simulation(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0."""
    run = simulate(options.file, options)
    if options.json:
        from snapviz.report import run_report

        write_json(run_report(run))
    else:
        write_run(run)
    return 0


def write_run(run: Run) -> None:
    """Print a run as tables."""
    from snapviz.tables import as_text, run_table

    write(as_text(run_table(run)))
