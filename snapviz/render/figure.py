"""Any picture as a file, by the painter of the screen: for figures that are no run's diagram."""

from __future__ import annotations

import os
from pathlib import Path

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.theme import theme as named_theme

from .application import ensure_application
from .page import Page
from .whole import ExportError, WholeFile

FIGURES = (".png", ".svg", ".pdf")
MOST_PIXELS = 400_000_000


def write_figure(
    picture: DisplayList,
    path: str | os.PathLike,
    title: str,
    description: str = "",
    *,
    theme: str = "light",
    width: int | None = None,
    dpi: int = 96,
) -> Path:
    """Write a picture as PNG, SVG or PDF, which the ending of ``path`` decides.

    ``width`` is in pixels of which ``dpi`` lie in an inch; without it the picture is as large
    as it was laid out. The file appears whole or not at all. Raises ExportError in words,
    GraphicsMissing when Qt cannot start.
    """
    target = Path(path)
    ending = target.suffix.lower()
    if ending not in FIGURES:
        raise ExportError(f"{target}: no figure has this ending; use {', '.join(FIGURES)}")
    scale = (width or picture.width * dpi / 96) / picture.width
    page = Page(
        round(picture.width * scale), round(picture.height * scale), scale, dpi, title, description
    )
    if page.width * page.height > MOST_PIXELS:
        raise ExportError(
            f"an image {page.width} by {page.height} pixels large is too large; "
            "use a smaller width or dpi"
        )
    ensure_application()
    from . import surfaces

    encode = {".png": surfaces.png, ".svg": surfaces.svg, ".pdf": surfaces.pdf}[ending]
    content = encode(picture, page, named_theme(theme))
    with WholeFile(target) as whole:
        whole.write(content)
        whole.commit()
    return target
