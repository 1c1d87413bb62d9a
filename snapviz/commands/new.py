"""``snapviz new``: write a scenario from a template."""

from __future__ import annotations

import argparse
import os

from snapviz.commands.options import add_seed, whole
from snapviz.commands.output import BadInput

HELP = "write a scenario from a template"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file's name and what the template needs."""
    parser.add_argument("out", metavar="OUT")
    parser.add_argument("--topology", metavar="NAME", required=True)
    parser.add_argument("-n", metavar="N", type=whole(1, 1000), default=4, help="processes")
    parser.add_argument("--workload", metavar="NAME", default="none")
    add_seed(parser, "the seed", default=0)
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there")


def command(options: argparse.Namespace) -> int:
    """Exit code 0."""
    from snapviz.scenario import ScenarioError, from_template, save_scenario

    if not options.out:
        raise BadInput("snapviz new: OUT is empty; name the file to write")
    if os.path.lexists(options.out) and not options.force:
        raise BadInput(f"{options.out}: (file): is there already; choose another, or add --force")
    try:
        scenario = from_template(
            options.topology, options.n, workload=options.workload, seed=options.seed
        )
        save_scenario(scenario, options.out)
    except ScenarioError as error:
        problems = error.problems if error.file is None else ()
        raise BadInput("\n".join(f"snapviz new: {p}" for p in problems) or str(error)) from None
    return 0
