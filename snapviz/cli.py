"""The command line. Results go to stdout, progress and problems to stderr.

Exit codes: 0 done, 1 a check that failed, 2 bad input, 130 interrupted.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from snapviz.run import Run
    from snapviz.scenario.model import Scenario

MOST_ROWS = 10_000_000
SLICE = 20_000
INTERRUPTED = 130


class BadInput(Exception):
    """What is wrong with the input, a line for each problem."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _make_streams_safe()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if not words or words[0] == "--" or _is_name(words):
            return _open([word for word in words if word != "--"])
        options = _parser().parse_args(words)
        with _interrupted_at_once():
            return options.command(options)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("snapviz: interrupted", file=sys.stderr)
        return INTERRUPTED


def _is_name(words: Sequence[str]) -> bool:
    """The first word is neither a command nor an option, so it names a file."""
    return words[0] not in COMMANDS and not words[0].startswith("-")


def _write(text: str) -> None:
    """Print a result. A reader that has left is no error: the exit code still says the verdict."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Without this the interpreter would complain when it closes the stream at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise BadInput(f"snapviz: the result cannot be written: {error.strerror}") from None


def _make_streams_safe() -> None:
    """UTF-8 out, whatever the locale says: ids and titles may be in any script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


# Options


def _milliseconds(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,13}(\.[0-9]{1,3}0*)?", text):
        whole, _, decimals = text.partition(".")
        us = int(whole) * 1000 + int(decimals[:3].ljust(3, "0"))
        if us <= 10**15:
            return us
    raise argparse.ArgumentTypeError(
        f"{text!r} is no time; allowed: milliseconds from 0 to 1000000000000, up to 3 decimals"
    )


def _whole(lowest: int, highest: int) -> Callable[[str], int]:
    def convert(text: str) -> int:
        digits = text.removeprefix("-")
        if digits.isascii() and digits.isdigit() and len(digits) < 20:
            value = int(text)
            if lowest <= value <= highest:
                return value
        raise argparse.ArgumentTypeError(
            f"{text!r} is not allowed here; allowed: whole numbers from {lowest} to {highest}"
        )

    return convert


def _parser() -> argparse.ArgumentParser:
    from snapviz import __version__

    parser = argparse.ArgumentParser(
        prog="snapviz",
        description="See how a distributed system takes a snapshot of itself.",
        epilog="Without a command, snapviz [FILE] opens the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"snapviz {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (help_text, add_arguments, command) in COMMANDS.items():
        sub = commands.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
        add_arguments(sub)
        sub.set_defaults(command=command)
    return parser


def _add_simulation(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--until", metavar="MS", type=_milliseconds, help="stop after this time")
    parser.add_argument("--seed", metavar="N", type=_whole(0, 2**63 - 1), help="another seed")
    parser.add_argument("--protocol", metavar="NAME", help="take every snapshot with this one")
    parser.add_argument("--branch", metavar="NAME", help="run this branch of the scenario")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    _add_simulation(parser)
    _add_json(parser)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+")
    _add_simulation(parser)
    _add_json(parser)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "out", metavar="OUT", help="its ending decides: .png .svg .pdf .tex .gif .mp4"
    )
    parser.add_argument("--from", dest="start", metavar="MS", type=_milliseconds)
    parser.add_argument("--to", dest="end", metavar="MS", type=_milliseconds)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--width", metavar="PX", type=_whole(120, 20_000))
    parser.add_argument("--dpi", metavar="N", type=_whole(24, 2400), default=96)
    _add_simulation(parser)


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT")
    parser.add_argument("--topology", metavar="NAME", required=True)
    parser.add_argument("-n", metavar="N", type=_whole(1, 1000), default=4, help="processes")
    parser.add_argument("--workload", metavar="NAME", default="none")
    parser.add_argument("--seed", metavar="N", type=_whole(0, 2**63 - 1), default=0)
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there")


def _add_analyze(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--cut", metavar='"P1=3,P2=2"', help="how many events of each process")
    parser.add_argument("--limit", metavar="N", type=_whole(1, 10**9), default=2_000_000)
    _add_simulation(parser)
    _add_json(parser)


# Commands


def _load(file: str) -> Scenario:
    from snapviz.documents import load_scenario
    from snapviz.scenario import ScenarioError

    try:
        return load_scenario(file)
    except ScenarioError as error:
        raise BadInput(str(error)) from None


def _simulate(file: str, options: argparse.Namespace) -> Run:
    from dataclasses import replace

    from snapviz.scenario import ScenarioError
    from snapviz.simulation import Simulation, on_branch, with_protocol

    scenario = _load(file)
    try:
        if options.branch is not None:
            scenario = on_branch(scenario, options.branch)
        if options.seed is not None:
            scenario = replace(scenario, seed=options.seed)
        if options.protocol is not None:
            scenario = with_protocol(scenario, options.protocol)
        return _advance(file, Simulation(scenario, options.until))
    except ScenarioError as error:
        raise BadInput(str(ScenarioError(error.problems, file))) from None


def _advance(file: str, simulation: Any) -> Run:
    while not simulation.advance(SLICE):
        if simulation.rows > MOST_ROWS:
            raise BadInput(
                f"{file}: duration_ms: in this run more than {MOST_ROWS:,} things happen; "
                "shorten it with --until, or let the workload act less often"
            )
        _show_progress(simulation.progress)
    _show_progress(None)
    return simulation.finish()


def _show_progress(part: float | None, doing: str = "simulating") -> None:
    if sys.stderr.isatty():
        text = "" if part is None else f"{doing} {part:.0%}"
        print(f"\r{text:<16}\r", end="", file=sys.stderr, flush=True)


def _print_json(value: object) -> None:
    _write(json.dumps(value, ensure_ascii=False, indent=1))


def _run(options: argparse.Namespace) -> int:
    run = _simulate(options.file, options)
    if options.json:
        from snapviz.report import run_report

        _print_json(run_report(run))
    else:
        _print_run(run)
    return 0


def _print_run(run: Run) -> None:
    from snapviz.tables import as_text, run_table

    _write(as_text(run_table(run)))


def _check(options: argparse.Namespace) -> int:
    from snapviz.report import check_report

    checked, problems = [], []
    for file in options.files:
        try:
            checked.append(check_report(file, _simulate(file, options)))
        except BadInput as error:
            problems.append(str(error))
    if problems:
        raise BadInput("\n".join(problems))
    good = all(file["ok"] for file in checked)
    if options.json:
        _print_json({"ok": good, "files": checked})
    else:
        from snapviz.tables import as_text, check_table

        _write(as_text(check_table(checked)))
    return 0 if good else 1


def _export(options: argparse.Namespace) -> int:
    if os.path.exists(options.out) and os.path.samefile(options.file, options.out):
        raise BadInput(f"{options.out}: (file): is the scenario itself; choose another name")
    run = _simulate(options.file, options)
    wishes = ("theme", "width", "dpi")
    problem = _write_picture(
        run,
        options.out,
        from_us=options.start,
        to_us=options.end,
        **{wish: getattr(options, wish) for wish in wishes},
    )
    if problem:
        raise BadInput(f"snapviz export: {problem}")
    return 0


def _write_picture(run: Run, out: str, **wishes: Any) -> str:
    """Write the diagram; returns what is wrong, nothing if all is well."""
    from snapviz.render.application import GraphicsMissing
    from snapviz.render.export import ExportError, export

    try:
        export(run, out, progress=lambda part: _show_progress(part, "drawing"), **wishes)
    except (ExportError, GraphicsMissing) as error:
        return str(error)
    finally:
        _show_progress(None)
    return ""


@contextmanager
def _interrupted_at_once() -> Iterator[None]:
    """Ctrl-C ends the process on the spot: Qt, and half-done imports, take no exception well."""

    def stop(*_: object) -> None:
        os.write(2, b"snapviz: interrupted\n")
        if whole := sys.modules.get("snapviz.render.whole"):
            whole.discard_unfinished()
        os._exit(INTERRUPTED)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _new(options: argparse.Namespace) -> int:
    from snapviz.scenario import ScenarioError, from_template, save_scenario

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


def _analyze(options: argparse.Namespace) -> int:
    from snapviz.analysis import CutError, analysis_report

    run = _simulate(options.file, options)
    try:
        report = analysis_report(run, options.cut, options.limit)
    except CutError as error:
        raise BadInput(f"{options.file}: {error}") from None
    if options.json:
        _print_json(report)
    else:
        from snapviz.tables import analysis_table, as_text

        _write(as_text(analysis_table(report)))
    return 0


def _open(words: list[str]) -> int:
    """Open the window; where there is no display, do the same job without one."""
    if len(words) > 1 and os.path.exists(words[0]):
        raise BadInput(f"snapviz: options need a command, such as: snapviz run {words[0]}")
    if len(words) > 1:
        raise BadInput(
            f"snapviz: no command {words[0]!r}; there are {', '.join(COMMANDS)}, and snapviz FILE"
        )
    from snapviz.render.application import has_display

    if has_display():
        from snapviz.app import main as open_app

        return open_app(words[0] if words else None)
    if not words:
        raise BadInput("snapviz: there is no display to open a window on; name a FILE, or --help")
    with _interrupted_at_once():
        return _open_without_display(words[0])


def _open_without_display(file: str) -> int:
    print("snapviz: there is no display to open a window on", file=sys.stderr)
    run = _simulate(file, _parser().parse_args(["run", "--", file]))
    _print_run(run)
    name = Path(file).name.removesuffix(".json").removesuffix(".snapviz") or "diagram"
    out = f"{name}.png"
    from snapviz.render.application import GraphicsMissing, ensure_application

    try:
        ensure_application()
    except GraphicsMissing as error:
        # The run is told; the picture waits for libraries that only a person can install.
        print(f"snapviz: no picture: {error}", file=sys.stderr)
        return 0
    problem = _write_picture(run, out)
    if problem:
        raise BadInput(f"snapviz: {problem}")
    print(f"snapviz: the diagram is in {out}", file=sys.stderr)
    return 0


COMMANDS: dict[str, tuple[str, Callable[..., None], Callable[..., int]]] = {
    "run": ("simulate a scenario and print what happened", _add_run, _run),
    "check": ("simulate, and verify every snapshot", _add_check, _check),
    "export": ("write the space-time diagram as a picture or a film", _add_export, _export),
    "new": ("write a scenario from a template", _add_new, _new),
    "analyze": ("print the causal facts of a run", _add_analyze, _analyze),
}
