"""Logs in files: opened whole, or refused in words that name the file."""

from __future__ import annotations

import os

from snapviz.formats.event_tables import read_table
from snapviz.formats.kinds import Kind, kind_of, text_of
from snapviz.formats.shiviz.executions import Log, read_log
from snapviz.scenario import ScenarioError
from snapviz.scenario.files import read_whole


def kind_of_file(path: str | os.PathLike[str]) -> Kind:
    """See `kinds.kind_of`; a file that cannot be read is left to the reader of scenarios."""
    try:
        return kind_of(read_whole(os.fspath(path)))
    except ScenarioError:
        return "scenario"


def load_log(
    path: str | os.PathLike[str],
    parser: str | None = None,
    delimiter: str | None = None,
    lenient: bool = False,
) -> Log:
    """The log in a file, be it text or a table. Raises ScenarioError, naming the file."""
    name = os.fspath(path)
    data = read_whole(name)
    text = text_of(data)
    try:
        if parser is None and kind_of(data) == "events":
            return read_table(text, lenient)
        return read_log(text, parser, delimiter, lenient)
    except ScenarioError as error:
        raise ScenarioError(error.problems, name) from None
