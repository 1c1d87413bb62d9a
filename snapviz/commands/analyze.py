"""``snapviz analyze``: print the causal facts of a run, or of a log of a real system."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from snapviz.commands.logs import add_log, is_log, log_of, refuse_for_log, refuse_for_scenario
from snapviz.commands.options import add_json, add_simulation, whole
from snapviz.commands.output import BadInput, show_progress, write, write_json
from snapviz.commands.simulating import simulate, told_of

if TYPE_CHECKING:
    from snapviz.run import Run

HELP = "print the causal facts of a run or of a log"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file, a cut, how to run or read the file, and the form of the answer."""
    parser.add_argument("file", metavar="FILE", help="a scenario, a ShiViz log or a CSV of events")
    parser.add_argument("--cut", metavar='"P1=3,P2=2"', help="how many events of each process")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=whole(1, 10**9),
        default=2_000_000,
        help="look at no more consistent cuts than this, and say null past it; 2000000 without it",
    )
    for modality, where in (("possibly", "in some"), ("definitely", "on every way through the")):
        parser.add_argument(
            f"--{modality}",
            metavar="EXPR",
            help=f"does this hold {where} consistent global state"
            f"{'s' if modality == 'definitely' else ''}, such as P1.balance + P2.balance < 100 "
            "and P3.events > 2",
        )
    add_log(parser)
    parser.add_argument("--execution", metavar="LABEL", help="of a log: only this execution")
    add_simulation(parser)
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0."""
    return _log(options) if is_log(options.file, options) else _run(options)


def _run(options: argparse.Namespace) -> int:
    from snapviz.analysis import CutError, analysis_report

    refuse_for_scenario(options)
    run = simulate(options.file, options)
    try:
        report = analysis_report(run, options.cut, options.limit)
        _add_predicates(options, run, report)
    except CutError as error:
        raise BadInput(f"{options.file}: {error}") from None
    if options.json:
        write_json(report)
    else:
        from snapviz.tables import analysis_table, as_text

        write(as_text(analysis_table(report)))
    return 0


def _add_predicates(options: argparse.Namespace, run: Run, report: dict[str, Any]) -> None:
    for modality in ("possibly", "definitely"):
        if (text := getattr(options, modality)) is not None:
            report[modality] = _predicate(options, run, modality, text)


def _predicate(options: argparse.Namespace, run: Run, modality: str, text: str) -> dict[str, Any]:
    from snapviz.study.condition import predicate_report
    from snapviz.study.predicate import PredicateError

    def heard(seen: int) -> None:
        show_progress(min(seen / options.limit, 1.0), "looking at global states")

    try:
        return predicate_report(run, modality, text, options.limit, heard)
    except PredicateError as error:
        raise BadInput(f"{options.file}: --{modality}: {error}") from None
    finally:
        show_progress(None)


def _log(options: argparse.Namespace) -> int:
    from snapviz.analysis import CutError
    from snapviz.formats.log_report import chosen_by, log_report
    from snapviz.formats.logged_run import LoggedRun

    refuse_for_log(options)
    log = log_of(options.file, options)
    try:
        with told_of(options.file):
            report = log_report(
                log,
                options.cut,
                options.limit,
                options.execution,
                lambda share: show_progress(share, "counting"),
            )
            chosen = chosen_by(log, options.execution)
        for one, execution in zip(report["executions"], chosen, strict=True):
            run = LoggedRun(execution, execution.label)
            _add_predicates(options, run, one)
    except CutError as error:
        raise BadInput(f"{options.file}: {error}") from None
    finally:
        show_progress(None)
    if options.json:
        write_json(report)
    else:
        from snapviz.tables import as_text, log_table

        write(as_text(log_table(report)))
    return 0
