"""``snapviz sweep``: how often a snapshot goes wrong as one thing varies, over many seeds."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from snapviz.commands.files import refuse_place
from snapviz.commands.interruption import interrupted_afterwards, interrupted_in_order
from snapviz.commands.options import add_json, add_protocols, add_save_pause, add_scenario, whole
from snapviz.commands.output import BadInput, show_progress, write, write_json
from snapviz.commands.simulating import scenario_of, told_of

if TYPE_CHECKING:
    from snapviz.scenario.model import Scenario
    from snapviz.study.sweep import Sweep
    from snapviz.study.variation import Variation

HELP = "run a scenario with many seeds while one thing varies, and count what goes wrong"
STDOUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, what varies and how often, who works, where the results go."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "--vary",
        metavar="NAME=FIRST:LAST:STEP",
        type=_variation,
        required=True,
        help="such as skew=0:80:5 or loss=0,0.1,0.5; "
        "NAME: skew, loss, duplication, delay, fifo or interval",
    )
    parser.add_argument("--seeds", metavar="N", type=_seeds, default=100, help="runs a value")
    add_protocols(parser, "otherwise as the file says")
    add_scenario(parser, "the first seed")
    add_save_pause(parser)
    parser.add_argument("--jobs", metavar="N", type=whole(1, 1000), help="otherwise all cores")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="work on this Dask cluster")
    parser.add_argument("--figure", metavar="OUT", help="draw it; .png .svg .pdf")
    parser.add_argument("--csv", metavar="OUT", help="write it as CSV; - is stdout")
    add_json(parser)


def _variation(text: str) -> Variation:
    from snapviz.scenario import ScenarioError
    from snapviz.study.variation import parse_variation

    try:
        return parse_variation(text)
    except ScenarioError as error:
        raise argparse.ArgumentTypeError("; ".join(p.message for p in error.problems)) from None


def _seeds(text: str) -> int:
    from snapviz.study.sweep import MOST_SEEDS

    return whole(1, MOST_SEEDS)(text)


def command(options: argparse.Namespace) -> int:
    """Exit code 0, whatever is found."""
    _refuse_places(options)
    scenario = scenario_of(options.file, options)
    with interrupted_in_order():
        found = _sweep(scenario, options)
        # First what needs no file: a disk that has filled up meanwhile must not cost the work.
        _write_result(found, options)
        with interrupted_afterwards():
            _write_files(found, options)
    return 0


def _refuse_places(options: argparse.Namespace) -> None:
    """Raise BadInput for what could not be written in the end."""
    if options.json and options.csv == STDOUT:
        raise BadInput("snapviz: --csv - and --json: stdout takes one of them")
    taken = [options.file]
    if options.csv not in (None, STDOUT):
        refuse_place("--csv", options.csv, taken)
        taken.append(options.csv)
    if options.figure is not None:
        refuse_place("--figure", options.figure, taken)
        _refuse_figure(options.figure)


def _refuse_figure(out: str) -> None:
    from snapviz.render.application import GraphicsMissing, ensure_application
    from snapviz.render.figure import FIGURES

    if not out.lower().endswith(FIGURES):
        known = ", ".join(FIGURES)
        raise BadInput(f"snapviz: --figure: {out}: no figure has this ending; allowed: {known}")
    try:
        ensure_application()
    except GraphicsMissing as error:
        raise BadInput(f"snapviz: --figure: {error}") from None


def _sweep(scenario: Scenario, options: argparse.Namespace) -> Sweep:
    from snapviz.study.sweep import sweep
    from snapviz.study.workers import ClusterError, WorkersLost

    tell = partial(show_progress, doing="sweeping")
    tell(0.0)
    try:
        with told_of(options.file):
            return sweep(
                scenario,
                options.vary,
                options.seeds,
                options.protocols,
                options.until,
                jobs=options.jobs,
                scheduler=options.scheduler,
                progress=tell,
            )
    except (ClusterError, WorkersLost) as error:
        raise BadInput(f"snapviz: {error}") from None
    finally:
        tell(None)


def _write_result(found: Sweep, options: argparse.Namespace) -> None:
    if options.json:
        from snapviz.study.sweep_report import sweep_report

        write_json(sweep_report(found))
    elif options.csv == STDOUT:
        from snapviz.study.sweep_report import sweep_csv

        write(sweep_csv(found).removesuffix("\n"))
    else:
        from snapviz.study.tables import sweep_table
        from snapviz.tables import as_text

        write(as_text(sweep_table(found)))


def _write_files(found: Sweep, options: argparse.Namespace) -> None:
    from snapviz.render.whole import ExportError

    try:
        if options.csv not in (None, STDOUT):
            _write_csv(found, options.csv)
        if options.figure is not None:
            _write_figure(found, options.figure)
    except ExportError as error:
        raise BadInput(f"snapviz: {error}") from None


def _write_csv(found: Sweep, out: str) -> None:
    from pathlib import Path

    from snapviz.render.whole import WholeFile
    from snapviz.study.sweep_report import sweep_csv

    with WholeFile(Path(out)) as file:
        file.write(sweep_csv(found).encode())
        file.commit()


def _write_figure(found: Sweep, out: str) -> None:
    from snapviz.diagram.sweep_plot import NAMES, sweep_plot
    from snapviz.render.figure import write_figure
    from snapviz.study.varying import VARIABLES

    about = VARIABLES[found.variation.name].about
    seeds = "seed" if found.seeds == 1 else "seeds"
    write_figure(
        sweep_plot(found),
        out,
        found.title or "untitled",
        f"{NAMES['inconsistent']} over {about}, {found.seeds} {seeds}",
    )
