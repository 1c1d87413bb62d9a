"""``snapviz decide``: how each snapshot was gathered, kept and decided, step by step."""

from __future__ import annotations

import argparse

from snapviz.commands.options import add_json, add_simulation
from snapviz.commands.output import write, write_json
from snapviz.commands.simulating import simulate, told_of

HELP = "tell step by step how snapshots were gathered, kept and decided"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, how to run it, and the form of the answer."""
    parser.add_argument("file", metavar="FILE")
    add_simulation(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0, whatever was decided."""
    from snapviz.study.decision_report import decisions_report, decisions_table
    from snapviz.tables import as_text

    run = simulate(options.file, options)
    with told_of(options.file):
        answer = decisions_report(run) if options.json else decisions_table(run)
    if options.json:
        write_json(answer)
    else:
        write(as_text(answer))
    return 0
