"""Results go to stdout, progress and problems to stderr."""

from __future__ import annotations

import json
import os
import sys
from typing import TextIO


class BadInput(Exception):
    """What is wrong with the input, a line for each problem."""


def make_streams_safe() -> None:
    """UTF-8 out, whatever the locale says: ids and titles may be in any script.

    A stream that was closed before the start is one that nobody reads.
    """
    sys.stdout, sys.stderr = (
        open(os.devnull, "w", encoding="utf-8") if stream is None else stream  # noqa: SIM115
        for stream in (sys.stdout, sys.stderr)
    )
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Print a result. A reader that has left is no error: the exit code still says the verdict.

    Raises BadInput where nothing more can be written.
    """
    try:
        print(text, flush=True)
    except BrokenPipeError:
        _give_up(sys.stdout)
    except OSError as error:
        _give_up(sys.stdout)
        raise BadInput(f"snapviz: the result cannot be written: {error.strerror}") from None


def tell(text: object) -> None:
    """Say a problem, or how work went. Where nobody can hear it, the exit code still says it."""
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        _give_up(sys.stderr)


def _give_up(stream: TextIO) -> None:
    # Without this the interpreter would complain when it closes the stream at its exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_json(value: object) -> None:
    """Print a result as JSON."""
    write(json.dumps(value, ensure_ascii=False, indent=1))


def show_progress(part: float | None, doing: str = "simulating") -> None:
    """Tell a terminal the share done, 0 to 1; None wipes it out."""
    if sys.stderr.isatty():
        text = "" if part is None else f"{doing} {part:.0%}"
        print(f"\r{text:<16}\r", end="", file=sys.stderr, flush=True)
