"""What can be taken along of a sweep: the table as CSV, the figure of the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from snapviz.diagram.sweep_plot import NAMES, sweep_plot
from snapviz.render.whole import ExportError, WholeFile
from snapviz.study.sweep import Sweep
from snapviz.study.sweep_report import sweep_csv
from snapviz.study.varying import VARIABLES
from snapviz.ui.figure_tools import Figure


def write_table(sweep: Sweep, path: Path) -> str:
    """Write it whole or not at all; the words of what went wrong, or nothing."""
    try:
        with WholeFile(path) as file:
            file.write(sweep_csv(sweep).encode())
            file.commit()
    except ExportError as error:
        return str(error)
    return ""


def figure(sweep: Sweep, measure: str, translate: Callable[[str], str]) -> Figure:
    """The curves of one measure, as large as the command line draws them."""
    name = sweep.variation.name
    about = f"{translate(NAMES[measure])}, {translate(VARIABLES[name].about)}"
    picture = sweep_plot(sweep, measure=measure, translate=translate)
    return Figure(picture, sweep.title, about, name)
