"""``snapviz survive``: which crashes the copies of a snapshot outlive."""

from __future__ import annotations

import argparse

from snapviz.commands.options import add_json, add_simulation, whole
from snapviz.commands.output import write, write_json
from snapviz.commands.simulating import simulate, told_of

HELP = "tell which crashes the copies of a snapshot outlive, and go on from them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, how to run it, how many crashes, and the form of the answer."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "--crashes",
        metavar="K",
        type=whole(0, 1000),
        help="try every set of up to K processes; otherwise one more than there are copies",
    )
    add_simulation(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0, whatever would be lost."""
    from snapviz.study.survival_report import survival_report, survival_table
    from snapviz.tables import as_text

    run = simulate(options.file, options)
    with told_of(options.file):
        report = survival_report(run, options.crashes)
    if options.json:
        write_json(report)
    else:
        write(as_text(survival_table(run, report)))
    return 0
