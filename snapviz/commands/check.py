"""``snapviz check``: simulate files, and verify every snapshot in them."""

from __future__ import annotations

import argparse

from snapviz.commands.options import add_json, add_simulation
from snapviz.commands.output import BadInput, write, write_json
from snapviz.commands.simulating import simulate

HELP = "simulate, and verify every snapshot"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, how to run them, and the form of the answer."""
    parser.add_argument("files", metavar="FILE", nargs="+")
    add_simulation(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0 if every snapshot is right, else 1. One bad file stops all."""
    from snapviz.report import check_report

    checked, problems = [], []
    for file in options.files:
        try:
            checked.append(check_report(file, simulate(file, options)))
        except BadInput as error:
            problems.append(str(error))
    if problems:
        raise BadInput("\n".join(problems))
    good = all(file["ok"] for file in checked)
    if options.json:
        write_json({"ok": good, "files": checked})
    else:
        from snapviz.tables import as_text, check_table

        write(as_text(check_table(checked)))
    return 0 if good else 1
