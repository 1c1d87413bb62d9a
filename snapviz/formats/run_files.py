"""A run as a file for other programs: a table of its events, or a ShiViz log."""

from __future__ import annotations

import os

from snapviz.formats.event_tables import event_table
from snapviz.formats.shiviz.writing import shiviz_log
from snapviz.run import Run
from snapviz.scenario.files import write_whole

TABLE, LOG = ".csv", ".log"
ENDINGS = (TABLE, LOG, ".shiviz")


def run_text(run: Run, path: str | os.PathLike[str], most: int | None = None) -> str:
    """A CSV if the name ends so, else a ShiViz log; of the first ``most`` events, or of all."""
    is_table = os.fspath(path).lower().endswith(TABLE)
    return event_table(run, most) if is_table else shiviz_log(run, most)


def write_run_file(run: Run, path: str | os.PathLike[str]) -> None:
    """Write `run_text`; the file appears whole or not at all. Raises ScenarioError, naming it."""
    write_whole(os.fspath(path), run_text(run, path).encode("utf-8"))
