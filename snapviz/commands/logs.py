"""A file that is a log of a real system, and the options of its reading."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from snapviz.commands.output import BadInput
from snapviz.commands.simulating import told_of

if TYPE_CHECKING:
    from snapviz.formats.logged_run import LoggedRun
    from snapviz.formats.shiviz.executions import Log

OF_LOGS = ("parser", "delimiter", "lenient", "execution")
OF_SCENARIOS = ("until", "seed", "branch", "protocol")


def add_log(parser: argparse.ArgumentParser) -> None:
    """How a log is read."""
    parser.add_argument(
        "--parser",
        metavar="REGEX",
        help="of a log: a regular expression with the groups host, clock and event, or the name "
        "of a known one: default, event-first, one-line, tabbed, akka, web",
    )
    parser.add_argument(
        "--delimiter",
        metavar="REGEX",
        help="of a log: what stands between its executions; the group trace is their label",
    )
    parser.add_argument(
        "--lenient",
        action="store_true",
        help="of a log: open it although its clocks contradict one another, and list what is wrong",
    )


def is_log(file: str, options: argparse.Namespace) -> bool:
    """A parser says so, else the content does."""
    from snapviz.formats.logs import kind_of_file

    kind = kind_of_file(file)
    return kind != "scenario" or getattr(options, "parser", None) is not None


def log_of(file: str, options: argparse.Namespace) -> Log:
    """The log in a file, read as the options say."""
    from snapviz.formats.logs import load_log

    with told_of(file):
        return load_log(
            file,
            getattr(options, "parser", None),
            getattr(options, "delimiter", None),
            getattr(options, "lenient", False),
        )


def refuse_for_scenario(options: argparse.Namespace) -> None:
    """Raise BadInput for an option that only a log has."""
    _refuse(options, OF_LOGS, "is for logs, and this is a scenario")


def refuse_for_log(options: argparse.Namespace) -> None:
    """Raise BadInput for an option that only a scenario has."""
    _refuse(options, OF_SCENARIOS, "is for scenarios, and this is a log: it has happened already")


def _refuse(options: argparse.Namespace, names: tuple[str, ...], why: str) -> None:
    for name in names:
        value = getattr(options, name, None)
        if value is not None and value is not False:
            raise BadInput(f"{options.file}: --{name} {why}; leave it out")


def run_of_log(file: str, options: argparse.Namespace) -> LoggedRun:
    """One execution of a log as a run to be drawn: the one asked for, else the first."""
    from snapviz.formats.log_report import chosen_by
    from snapviz.formats.logged_run import LoggedRun, log_title

    log = log_of(file, options)
    label = getattr(options, "execution", None)
    with told_of(file):
        chosen = chosen_by(log, label)
    return LoggedRun(chosen[0], log_title(file, chosen[0].label))
