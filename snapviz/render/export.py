"""A run's space-time diagram as a file, drawn by the screen's painter: a picture or a film."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from snapviz.diagram.captions import SEPARATOR, caption_parts, trace_text
from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.spacetime import View, spacetime
from snapviz.diagram.theme import theme as named_theme

from .application import ensure_application
from .page import Page
from .whole import ExportError, ExportStopped, WholeFile
from .wishes import (
    DEFAULT_SECONDS,
    ENDINGS,
    FILMS,
    LOGICAL_WIDTH,
    STILLS,
    WIDTHS,
    Wishes,
    picture_height,
    view_for,
)

__all__ = [
    "ENDINGS",
    "FILMS",
    "LOGICAL_WIDTH",
    "STILLS",
    "WIDTHS",
    "ExportError",
    "ExportStopped",
    "Wishes",
    "export",
    "export_steps",
    "export_view",
    "picture_height",
]

MOST_PIXELS = 400_000_000
MOST_FILM_PIXELS = 16_000_000
LARGEST_TEX_INCHES = 200  # TeX counts lengths to 226 inches
PATIENCE_S = 0.05


def export(
    run,
    path: str | os.PathLike,
    from_us: int | None = None,
    to_us: int | None = None,
    theme: str = "light",
    width: int | None = None,
    dpi: int = 96,
    legend: bool = True,
    caption: bool = True,
    translate: Callable[[str], str] = str,
    *,
    seconds: float = DEFAULT_SECONDS,
    fps: int | None = None,
    future: str = "faint",
    votes: bool = True,
    progress: Callable[[float], object] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Path:
    """Write the diagram of a run; the ending of ``path`` decides the kind of file.

    ``.png``, ``.svg``, ``.pdf`` and ``.tex`` (a standalone LaTeX document, one TikZ picture)
    show the stretch of the run from ``from_us`` to ``to_us``. ``.gif`` and ``.mp4`` are films
    of the play-head going through it in ``seconds``, ``fps`` frames a second (12 for GIF, 30
    for MP4), and standing at the end for a moment; ``future`` says how what lies after
    the play-head looks: ``shown``, ``faint`` or ``hidden``. Without ``votes`` the votes and
    acknowledgements of snapshots that are kept are left out.

    ``width`` is the number of pixels of the image, and ``dpi`` how many of them lie in an
    inch: type, lines and spacing keep their size in inches, so that a higher ``dpi`` at the
    same width means fewer, crisper inches. Without ``width`` the picture is 1600/96 inches
    wide, whatever the ``dpi``. SVG, PDF and TikZ are as wide as the PNG would be in inches (SVG
    counts 96 units to the inch). The height follows from the number of processes.

    ``translate`` turns the English words of the legend and the caption into another language.
    ``progress`` hears the share done, 0 to 1, and ``should_stop`` is asked between frames.

    The file appears whole or not at all. Raises ExportError for an unknown ending, theme,
    range or size, a place that cannot be written, or an MP4 without its encoder; ExportStopped
    when it was asked to stop; GraphicsMissing when Qt cannot start.
    """
    wishes = Wishes(
        from_us, to_us, theme, width, dpi, legend, caption, translate, seconds, fps, future, votes
    )
    target = Path(path)
    steps = export_steps(run, target, wishes, PATIENCE_S)
    for share in steps:
        if progress is not None:
            progress(share)
        if share < 1 and should_stop is not None and should_stop():
            steps.close()
            raise ExportStopped(f"{target}: stopped; nothing was written")
    return target


def export_steps(run, target: Path, wishes: Wishes, patience_s: float = 0.0) -> Iterator[float]:
    """`export` in slices: the share done after each, at most one frame of a film.

    Closing the iterator before its end leaves nothing behind. ``patience_s`` is how long one
    slice may wait for an encoder that has enough to do. The first slice checks the wishes.
    """
    wishes.check(target)
    view = view_for(run, wishes)
    ending = target.suffix.lower()
    if ending in FILMS:
        page = _page(run, (view.width, view.height), wishes, is_film=True)
        ensure_application()
        from .film import film_steps

        yield from film_steps(run, view, target, page, wishes, patience_s)
        return
    yield 0.0
    picture = spacetime(run, view)
    page = _page(run, (picture.width, picture.height), wishes)
    content = _encode(ending, picture, page, wishes)
    yield 0.9
    with WholeFile(target) as whole:
        whole.write(content)
        whole.commit()
    yield 1.0


def export_view(run, from_us: int | None = None, to_us: int | None = None, **wishes) -> View:
    """The view that `export` draws with the same arguments, for a preview of the file.

    Raises ExportError for an empty range.
    """
    return view_for(run, Wishes(from_us, to_us, **wishes))


def _page(run, size: tuple[float, float], wishes: Wishes, is_film: bool = False) -> Page:
    width, height = size
    scale = (wishes.width or round(LOGICAL_WIDTH * wishes.dpi / 96)) / width
    most = MOST_FILM_PIXELS if is_film else MOST_PIXELS
    if width * height * scale * scale > most:
        raise ExportError(
            f"{'a film' if is_film else 'an image'} {round(width * scale)} by "
            f"{round(height * scale)} pixels large is too large; use a smaller width or dpi"
        )
    return Page(
        width=round(width * scale),
        height=round(height * scale),
        scale=scale,
        dpi=wishes.dpi,
        title=_printable(run.scenario.title) or "Space-time diagram",
        description=_printable(SEPARATOR.join([*caption_parts(run), trace_text(run)])),
    )


def _printable(text: str) -> str:
    """What every kind of file can carry as its title."""
    return "".join(c if c.isprintable() or c == "\u2009" else " " for c in text).strip()


def _encode(ending: str, picture: DisplayList, page: Page, wishes: Wishes) -> bytes:
    colors = named_theme(wishes.theme)
    if ending == ".tex":
        return _tex(picture, page, colors)
    ensure_application()
    from . import surfaces

    encode = {".png": surfaces.png, ".svg": surfaces.svg, ".pdf": surfaces.pdf}[ending]
    return encode(picture, page, colors)


def _tex(picture: DisplayList, page: Page, colors) -> bytes:
    from .tikz import tikz

    if max(page.width, page.height) > LARGEST_TEX_INCHES * page.dpi:
        raise ExportError(
            f"a picture {page.width / page.dpi:.0f} by {page.height / page.dpi:.0f} inches large "
            f"is too large for TeX, which goes to {LARGEST_TEX_INCHES}; use a higher dpi, or .pdf"
        )

    def outline(text: str, weight: int):
        ensure_application()
        from .outlines import outline as draw

        return draw(text, weight)

    return tikz(picture, page, colors, outline)
