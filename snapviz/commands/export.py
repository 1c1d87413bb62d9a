"""``snapviz export``: write the space-time diagram as a picture or a film, or a run as data."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from snapviz.commands.files import is_same
from snapviz.commands.logs import (
    add_log,
    is_log,
    refuse_for_log,
    refuse_for_scenario,
    run_of_log,
)
from snapviz.commands.options import add_simulation, milliseconds, whole
from snapviz.commands.output import BadInput, show_progress
from snapviz.commands.simulating import simulate, told_of

if TYPE_CHECKING:
    from snapviz.run import Run

HELP = "write the space-time diagram as a picture or a film, or the run as CSV or ShiViz log"
DATA = (".csv", ".log", ".shiviz")
STRETCH = {"from": "start", "to": "end"}
LOOKS = {"theme": "theme", "width": "width", "dpi": "dpi", "hide-votes": "hide_votes"}
"""Options of pictures, and what holds them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, the picture's name and wishes, and how to run the file."""
    parser.add_argument("file", metavar="FILE", help="a scenario, a ShiViz log or a CSV of events")
    parser.add_argument(
        "out", metavar="OUT", help="its ending decides: .png .svg .pdf .tex .gif .mp4 .csv .log"
    )
    parser.add_argument("--from", dest="start", metavar="MS", type=milliseconds, help="begin here")
    parser.add_argument("--to", dest="end", metavar="MS", type=milliseconds, help="end here")
    parser.add_argument("--theme", choices=("light", "dark"), help="colours; light without it")
    parser.add_argument(
        "--width",
        metavar="PX",
        type=whole(120, 20_000),
        help="pixels of the image; 1600/96 inches without it",
    )
    parser.add_argument(
        "--dpi", metavar="N", type=whole(24, 2400), help="pixels in an inch; 96 without it"
    )
    parser.add_argument(
        "--future",
        choices=("shown", "faint", "hidden"),
        help="of a film: how what lies after the play-head looks; faint without it",
    )
    parser.add_argument(
        "--hide-votes", action="store_true", help="leave out votes and acknowledgements"
    )
    add_log(parser)
    parser.add_argument(
        "--execution", metavar="LABEL", help="of a log: this execution, not the first"
    )
    add_simulation(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0."""
    if is_same(options.file, options.out):
        raise BadInput(f"{options.out}: (file): is the scenario itself; choose another name")
    if options.future and not options.out.lower().endswith((".gif", ".mp4")):
        raise BadInput(f"{options.out}: --future is for films only; use .gif or .mp4")
    if options.out.lower().endswith(DATA):
        return _write_data(options)
    run = _run(options)
    wishes = {wish: getattr(options, wish) for wish in ("theme", "width", "dpi", "future")}
    problem = write_picture(
        run,
        options.out,
        from_us=options.start,
        to_us=options.end,
        votes=not options.hide_votes,
        **{wish: value for wish, value in wishes.items() if value is not None},
    )
    if problem:
        raise BadInput(f"snapviz export: {problem}")
    return 0


def _run(options: argparse.Namespace) -> Run:
    """What a scenario gives, or what a log tells."""
    if is_log(options.file, options):
        refuse_for_log(options)
        return run_of_log(options.file, options)
    refuse_for_scenario(options)
    return simulate(options.file, options)


def _write_data(options: argparse.Namespace) -> int:
    """Every event of the run, with the messages; exit code 0."""
    from snapviz.formats.run_files import write_run_file

    _refuse_looks(options)
    run = _run(options)
    with told_of(options.out):
        write_run_file(run, options.out)
    return 0


def _refuse_looks(options: argparse.Namespace) -> None:
    """Raise BadInput for an option that a table or log cannot heed."""
    for name, held in (STRETCH | LOOKS).items():
        if getattr(options, held) not in (None, False):
            whole_run = (
                "a table or log holds the whole run, else its clocks would name what is not there"
            )
            why = f": {whole_run}" if name in STRETCH else ""
            raise BadInput(f"{options.out}: --{name} is for pictures; leave it out{why}")


def write_picture(run: Run, out: str, **wishes: Any) -> str:
    """Write the diagram; returns what is wrong, nothing if all is well."""
    from snapviz.render.application import GraphicsMissing
    from snapviz.render.export import ExportError, export

    try:
        export(run, out, progress=lambda part: show_progress(part, "drawing"), **wishes)
    except (ExportError, GraphicsMissing) as error:
        return str(error)
    finally:
        show_progress(None)
    return ""
