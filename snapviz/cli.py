"""The command line: which command is meant, and the door to the window.

Results go to stdout, progress and problems to stderr. Exit codes: 0 done, 1 a check that failed,
2 bad input, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from snapviz.commands import (
    analyze,
    breaking,
    check,
    compare,
    decide,
    diff,
    export,
    lesson,
    logs,
    new,
    recover,
    run,
    survive,
    sweep,
)
from snapviz.commands.interruption import INTERRUPTED, interrupted_at_once
from snapviz.commands.output import BadInput, make_streams_safe, tell
from snapviz.commands.simulating import simulate

COMMANDS = {
    "run": run,
    "check": check,
    "export": export,
    "new": new,
    "analyze": analyze,
    "compare": compare,
    "diff": diff,
    "recover": recover,
    "survive": survive,
    "decide": decide,
    "sweep": sweep,
    "break": breaking,
    "lesson": lesson,
}

OWN_OPTIONS = ("-h", "--help", "--version")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    make_streams_safe()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if not words or words[0] == "--" or _is_name(words):
            return _open([word for word in words if word != "--"])
        if words[0].startswith("-") and words[0] not in OWN_OPTIONS:
            raise BadInput(_no_option(words[0]))
        with interrupted_at_once():
            options = _parser().parse_args(words)
            return options.command(options)
    except BadInput as error:
        tell(error)
        return 2
    except KeyboardInterrupt:
        tell("snapviz: interrupted")
        return INTERRUPTED


def _is_name(words: Sequence[str]) -> bool:
    """The first word is neither a command nor an option, so it names a file."""
    return words[0] not in COMMANDS and not words[0].startswith("-")


def _no_option(word: str) -> str:
    known = ", ".join(OWN_OPTIONS)
    return (
        f"snapviz: no option {word!r} before a command; there are {known}, and the options of a "
        "command stand behind it, such as: snapviz run FILE --json"
    )


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
    for name, module in COMMANDS.items():
        sub = commands.add_parser(
            name, help=module.HELP, description=module.HELP, allow_abbrev=False
        )
        module.add_arguments(sub)
        sub.set_defaults(command=module.command)
    return parser


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
    with interrupted_at_once():
        return _open_without_display(words[0])


def _open_without_display(file: str) -> int:
    tell("snapviz: there is no display to open a window on")
    options = _parser().parse_args(["analyze", "--", file])
    if logs.is_log(file, options):
        analyze.command(options)
        found = logs.run_of_log(file, options)
    else:
        found = simulate(file, _parser().parse_args(["run", "--", file]))
        run.write_run(found)
    name = Path(file).name.removesuffix(".json").removesuffix(".snapviz").removesuffix(".log")
    name = name or "diagram"
    out = f"{name}.png"
    from snapviz.render.application import GraphicsMissing, ensure_application

    try:
        ensure_application()
    except GraphicsMissing as error:
        # The run is told; the picture waits for libraries that only a person can install.
        tell(f"snapviz: no picture: {error}")
        return 0
    problem = export.write_picture(found, out)
    if problem:
        raise BadInput(f"snapviz: {problem}")
    tell(f"snapviz: the diagram is in {out}")
    return 0
