"""``snapviz break``: break the assumptions of a snapshot one at a time, and say what did it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from snapviz.commands.options import add_json, add_simulation
from snapviz.commands.output import BadInput, write, write_json
from snapviz.commands.simulating import advance, simulate

if TYPE_CHECKING:
    from snapviz.run import Run

HELP = "break an assumption of a snapshot, and name the message that makes it go wrong"
ASSUMPTIONS = ("fifo", "loss", "duplication", "unreachable", "crash")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, what to break, for which snapshot, how to run it, and the form of the answer."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "--assumption",
        choices=ASSUMPTIONS,
        metavar="NAME",
        help="break only this: fifo, loss, duplication, unreachable; otherwise each in turn",
    )
    parser.add_argument("--snapshot", metavar="ID", help="of this one; otherwise of the first")
    add_simulation(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0, whatever breaks."""
    from snapviz.study.breaking import Breaking

    names = _assumptions(options)
    base = simulate(options.file, options)
    number = _snapshot(base, options)
    found = [
        advance(options.file, Breaking(base, number, name), f"breaking {name}") for name in names
    ]
    if options.json:
        from snapviz.study.breaking_report import breaking_report

        write_json(breaking_report(base, number, found))
    else:
        from snapviz.study.breaking_table import breaking_table
        from snapviz.tables import as_text

        write(as_text(breaking_table(base, number, found)))
    return 0


def _assumptions(options: argparse.Namespace) -> tuple[str, ...]:
    from snapviz.study.breakages import ways

    if options.assumption is None:
        return tuple(ways())
    if options.assumption not in ways():
        raise BadInput(
            f"snapviz: this version of snapviz cannot break {options.assumption!r}; "
            f"it breaks {', '.join(ways())}"
        )
    return (options.assumption,)


def _snapshot(base: Run, options: argparse.Namespace) -> int:
    ids = [snapshot.id for snapshot in base.snapshots]
    if not ids:
        raise BadInput(
            f"{options.file}: script: this run takes no snapshot, so there is nothing to break; "
            'add an action "snapshot"'
        )
    if options.snapshot is None:
        return 0
    if options.snapshot not in ids:
        raise BadInput(
            f"{options.file}: no snapshot {options.snapshot!r}; this run has {', '.join(ids)}"
        )
    return ids.index(options.snapshot)
