"""``snapviz diff``: two runs or logs event by event: only here, only there, moved."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from snapviz.commands.files import refuse_place
from snapviz.commands.logs import add_log, is_log, run_of_log
from snapviz.commands.options import add_json, milliseconds, whole
from snapviz.commands.output import BadInput, show_progress, write, write_json
from snapviz.commands.simulating import simulate, told_of
from snapviz.scenario.kinds import thousandths_text

if TYPE_CHECKING:
    from snapviz.run import Run

HELP = "compare two runs or logs, event by event"
SIDES = ("a", "b")
STDOUT = "-"
OF_RUNS = ("seed", "protocol", "branch")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Two files, which may be one, what differs between them, and the form of the answer."""
    parser.add_argument("a", metavar="A", help="a scenario, a ShiViz log or a CSV of events")
    parser.add_argument("b", metavar="B", help="another, or the same with another seed, say")
    for side in SIDES:
        upper = side.upper()
        parser.add_argument(
            f"--seed-{side}",
            metavar="N",
            type=whole(0, 2**63 - 1),
            help=f"another seed for {upper}",
        )
        parser.add_argument(
            f"--protocol-{side}", metavar="NAME", help=f"take every snapshot of {upper} with this"
        )
        parser.add_argument(f"--branch-{side}", metavar="NAME", help=f"this branch of {upper}")
        parser.add_argument(
            f"--execution-{side}", metavar="LABEL", help=f"this execution of the log {upper}"
        )
    parser.add_argument("--until", metavar="MS", type=milliseconds, help="stop after this time")
    add_log(parser)
    parser.add_argument("--csv", metavar="OUT", help="write it as CSV; - is stdout")
    add_json(parser)


def command(options: argparse.Namespace) -> int:
    """Exit code 0 if nothing differs, else 1."""
    from snapviz.formats.run_difference import difference_report

    _check_place(options)
    runs = _run(options, "a"), _run(options, "b")
    try:
        report = difference_report(*runs, lambda share: show_progress(share, "comparing"))
    finally:
        show_progress(None)
    _write(report, options)
    return 0 if report["same"] else 1


def _check_place(options: argparse.Namespace) -> None:
    if options.json and options.csv == STDOUT:
        raise BadInput("snapviz: --csv - and --json: stdout takes one of them")
    if options.csv not in (None, STDOUT):
        refuse_place("--csv", options.csv, (options.a, options.b))


def _write(report: dict[str, Any], options: argparse.Namespace) -> None:
    from snapviz.formats.difference_table import difference_csv
    from snapviz.scenario.files import write_whole

    if options.json:
        write_json(report)
    elif options.csv == STDOUT:
        write(difference_csv(report).removesuffix("\n"))
    else:
        write(_text(report))
    if options.csv not in (None, STDOUT):
        with told_of(options.csv):
            write_whole(options.csv, difference_csv(report).encode("utf-8"))


def _run(options: argparse.Namespace, side: str) -> Run:
    file = getattr(options, side)
    mine = {name: getattr(options, f"{name}_{side}") for name in (*OF_RUNS, "execution")}
    wishes = argparse.Namespace(**{**vars(options), **mine, "file": file})
    log = is_log(file, wishes)
    for name in OF_RUNS if log else ("execution",):
        if mine[name] is not None:
            kind = "scenarios, and this is a log" if log else "logs, and this is a scenario"
            raise BadInput(f"{file}: --{name}-{side} is for {kind}; leave it out")
    return run_of_log(file, wishes) if log else simulate(file, wishes)


def _text(report: dict[str, Any]) -> str:
    lines = [] if not report["same"] else ["nothing differs"]
    for process in report["processes"]:
        name = process["process"]
        for part, words in (("only_a", "only in A"), ("only_b", "only in B")):
            for event in process[part]:
                lines.append(
                    f"{words}: {name} {event['index']}{_at(event['time_ms'])}: {event['event']}"
                )
        for move in process["moved"]:
            there = f"{move['a_index']}{_at(move['a_ms'])} → {move['b_index']}{_at(move['b_ms'])}"
            lines.append(f"moved: {name} {there}: {move['event']}")
    same = sum(process["same"] for process in report["processes"])
    told = "1 event is" if same == 1 else f"{same} events are"
    return "\n".join([*lines, f"{told} the same"])


def _at(time_ms: float | None) -> str:
    return "" if time_ms is None else f" at {thousandths_text(round(1000 * time_ms))} ms"
