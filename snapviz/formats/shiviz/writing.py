"""A run as a log that ShiViz opens: a host and its vector clock in a line, the event in the next.

Where an id has white space in it, the default parser would not find its end: such a log has a tab
behind the host, and its parser in the first line.
"""

from __future__ import annotations

import json
import re

import numpy as np

from snapviz.causality.clocks import vector_clocks
from snapviz.formats.event_words import event_words
from snapviz.formats.logged_run import in_order_written
from snapviz.formats.shiviz.presets import PRESETS
from snapviz.run import Run


def shiviz_log(run: Run, most: int | None = None) -> str:
    """Every application event that stands at the end of a run, in the order they happened or were logged.

    ``most``: no more than so many of them.
    """
    c = run.computation
    clocks = vector_clocks(c)
    used = [c.processes[p] for p in np.flatnonzero(c.event_counts).tolist()]
    plain = all(re.fullmatch(r"\S+", name) for name in used)
    between = " " if plain else "\t"
    lines = [] if plain else [PRESETS["tabbed"].parser, "", ""]
    names = list(map(_one_line, c.processes))
    for event in in_order_written(run)[:most]:
        row = int(run.event_rows[event])
        process, clock = int(c.event_process[event]), clocks[event]
        vector = {names[p]: int(clock[p]) for p in np.flatnonzero(clock).tolist()}
        written = json.dumps(vector, ensure_ascii=False)
        lines += [f"{names[process]}{between}{written}", event_words(run, row).text]
    return "\n".join([*lines, ""])


def _one_line(name: str) -> str:
    return re.sub(r"[\t\n\r\u2028\u2029]", " ", name)
