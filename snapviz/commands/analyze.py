"""``snapviz analyze``: print the causal facts of a run."""

from __future__ import annotations

import argparse

from snapviz.commands.options import add_json, add_simulation, whole
from snapviz.commands.output import BadInput, write, write_json
from snapviz.commands.simulating import simulate

HELP = "print the causal facts of a run"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, a cut, how to run the file, and the form of the answer."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--cut", metavar='"P1=3,P2=2"', help="how many events of each process")
    parser.add_argument("--limit", metavar="N", type=whole(1, 10**9), default=2_000_000)
    add_simulation(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0."""
    from snapviz.analysis import CutError, analysis_report

    run = simulate(options.file, options)
    try:
        report = analysis_report(run, options.cut, options.limit)
    except CutError as error:
        raise BadInput(f"{options.file}: {error}") from None
    if options.json:
        write_json(report)
    else:
        from snapviz.tables import analysis_table, as_text

        write(as_text(analysis_table(report)))
    return 0
