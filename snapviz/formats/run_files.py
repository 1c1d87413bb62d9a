"""A run as a file for other programs: a table of its events, or a ShiViz log."""

from __future__ import annotations

import os

from snapviz.formats.event_tables import event_table
from snapviz.formats.shiviz.writing import shiviz_log
from snapviz.run import Run
from snapviz.scenario.files import write_whole


def write_run_file(run: Run, path: str | os.PathLike[str]) -> None:
    """Write a CSV if the name ends so, else a ShiViz log; the file appears whole or not at all.

    Raises ScenarioError, naming the file.
    """
    name = os.fspath(path)
    is_table = name.lower().endswith(".csv")
    write_whole(name, (event_table(run) if is_table else shiviz_log(run)).encode("utf-8"))
