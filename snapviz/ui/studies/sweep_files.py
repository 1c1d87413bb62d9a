"""A sweep into files: the table as CSV, the figure by the painter of the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from snapviz.diagram.sweep_plot import NAMES, sweep_plot
from snapviz.render.application import GraphicsMissing
from snapviz.render.figure import write_figure
from snapviz.render.whole import ExportError, WholeFile
from snapviz.study.sweep import Sweep
from snapviz.study.sweep_report import sweep_csv
from snapviz.study.varying import VARIABLES

ENDINGS = {
    ".csv": ((".csv", "CSV"),),
    ".png": ((".png", "PNG"), (".svg", "SVG"), (".pdf", "PDF")),
}


def write(
    sweep: Sweep, path: Path, measure: str, translate: Callable[[str], str], theme: str
) -> str:
    """Write one file, whole or not at all; the words of what went wrong, or nothing."""
    try:
        if path.suffix.lower() == ".csv":
            with WholeFile(path) as file:
                file.write(sweep_csv(sweep).encode())
                file.commit()
        else:
            about = (
                f"{translate(NAMES[measure])}, {translate(VARIABLES[sweep.variation.name].about)}"
            )
            picture = sweep_plot(sweep, measure=measure, translate=translate)
            write_figure(picture, path, sweep.title or "snapviz", about, theme=theme)
    except (ExportError, GraphicsMissing) as error:
        return str(error)
    return ""
