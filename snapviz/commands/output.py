"""Results go to stdout, progress and problems to stderr."""

from __future__ import annotations

import json
import os
import sys


class BadInput(Exception):
    """What is wrong with the input, a line for each problem."""


def make_streams_safe() -> None:
    """UTF-8 out, whatever the locale says: ids and titles may be in any script."""
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
        # Without this the interpreter would complain when it closes the stream at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise BadInput(f"snapviz: the result cannot be written: {error.strerror}") from None


def write_json(value: object) -> None:
    """Print a result as JSON."""
    write(json.dumps(value, ensure_ascii=False, indent=1))


def show_progress(part: float | None, doing: str = "simulating") -> None:
    """Tell a terminal the share done, 0 to 1; None wipes it out."""
    if sys.stderr.isatty():
        text = "" if part is None else f"{doing} {part:.0%}"
        print(f"\r{text:<16}\r", end="", file=sys.stderr, flush=True)
