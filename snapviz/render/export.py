"""A run's space-time diagram as a file: PNG, SVG or PDF, drawn by the screen's painter."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from snapviz.diagram.captions import SEPARATOR, caption_parts, trace_text
from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.spacetime import View, spacetime
from snapviz.diagram.theme import THEMES, Theme, theme

from .application import ensure_application

ENDINGS = (".png", ".svg", ".pdf")
LOGICAL_WIDTH = 1600
SMALLEST_LOGICAL_WIDTH = 480
WIDTHS = (120, 20_000)
DPIS = (24, 2400)
MOST_PIXELS = 400_000_000
LANE_HEIGHTS = (30.0, 150.0)
SPACE_FOR_LANES = 720.0
AROUND_LANES = 190.0
INSTANT_US = 1000


class ExportError(Exception):
    """The picture was not written; the message says what, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """``width`` by ``height`` file pixels, showing a list of ``scale`` pixels to its pixel."""

    width: int
    height: int
    scale: float
    dpi: int
    title: str
    description: str


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
) -> Path:
    """Write the diagram of a run; the ending of ``path`` decides the kind of file.

    ``width`` is the number of pixels of the image, and ``dpi`` how many of them lie in an
    inch: type, lines and spacing keep their size in inches, so that a higher ``dpi`` at the
    same width means fewer, crisper inches. Without ``width`` the picture is 1600/96 inches
    wide, whatever the ``dpi``. SVG and PDF are as wide as the PNG would be in inches (SVG
    counts 96 units to the inch). The height follows from the number of processes.

    ``translate`` turns the English words of the legend and the caption into another language.

    The file appears whole or not at all. Raises ExportError for an unknown ending, theme,
    range or size, or a place that cannot be written; GraphicsMissing when Qt cannot start.
    """
    target = Path(path)
    ending = target.suffix.lower()
    _check(ending, target, theme, width, dpi)
    view = export_view(run, from_us, to_us, width, dpi, legend, caption, translate)
    picture = spacetime(run, view)
    ensure_application()
    page = _page(run, picture, width, dpi)
    _replace(target, _encode(ending, picture, page, _theme(theme)))
    return target


def _check(ending: str, target: Path, name: str, width: int | None, dpi: int) -> None:
    if ending not in ENDINGS:
        what = f"the ending {ending!r}" if ending else "a name without an ending"
        raise ExportError(f"{target}: {what} names no kind of picture; use .png, .svg or .pdf")
    if name not in THEMES:
        raise ExportError(f"there is no theme {name!r}; use {' or '.join(THEMES)}")
    for word, value, (low, high) in (("width", width, WIDTHS), ("dpi", dpi, DPIS)):
        if value is not None and not low <= value <= high:
            raise ExportError(f"{word} {value} is out of range; use {low} to {high}")


def _theme(name: str) -> Theme:
    return theme(name)


def export_view(
    run,
    from_us: int | None = None,
    to_us: int | None = None,
    width: int | None = None,
    dpi: int = 96,
    legend: bool = True,
    caption: bool = True,
    translate: Callable[[str], str] = str,
) -> View:
    """The view that `export` draws with the same arguments, for a preview of the file.

    Raises ExportError for an empty range.
    """
    start = 0 if from_us is None else from_us
    end = run.until_us if to_us is None else min(to_us, run.until_us)
    if run.until_us == 0 and to_us is None:
        # A run of one instant: give it some width to be seen in.
        end = INSTANT_US
    if not 0 <= start < end:
        raise ExportError(
            f"the range from {start / 1000:g} ms to {end / 1000:g} ms is empty; "
            f"it must lie inside the run, 0 to {run.until_us / 1000:g} ms"
        )
    logical = LOGICAL_WIDTH if width is None else width * 96 / dpi
    logical = max(logical, SMALLEST_LOGICAL_WIDTH)
    return View(
        width=logical,
        height=picture_height(len(run.trace.process_ids), logical),
        from_us=start,
        to_us=end,
        future="shown",
        legend=legend,
        caption=caption,
        title=run.scenario.title,
        translate=translate,
    )


def picture_height(processes: int, width: float = LOGICAL_WIDTH) -> float:
    """Logical pixels that give every process line room, in a picture not much taller than wide."""
    low, high = LANE_HEIGHTS
    space = min(SPACE_FOR_LANES, width * 0.75)
    lane = min(max(space / max(processes, 1), low), high)
    return round(AROUND_LANES + lane * processes)


def _page(run, picture: DisplayList, width: int | None, dpi: int) -> Page:
    scale = (width or round(LOGICAL_WIDTH * dpi / 96)) / picture.width
    if picture.width * picture.height * scale * scale > MOST_PIXELS:
        raise ExportError(
            f"an image {round(picture.width * scale)} by {round(picture.height * scale)} pixels "
            "large is too large; use a smaller width or dpi"
        )
    return Page(
        width=round(picture.width * scale),
        height=round(picture.height * scale),
        scale=scale,
        dpi=dpi,
        title=run.scenario.title or "Space-time diagram",
        description=SEPARATOR.join([*caption_parts(run), trace_text(run)]),
    )


def _encode(ending: str, picture: DisplayList, page: Page, colors: Theme) -> bytes:
    from . import surfaces

    encode = {".png": surfaces.png, ".svg": surfaces.svg, ".pdf": surfaces.pdf}[ending]
    return encode(picture, page, colors)


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target, then rename over it."""
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise ExportError(f"{target}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except OSError as error:
        raise ExportError(f"{target}: cannot be written: {error.strerror}") from error
    finally:
        Path(name).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The permissions the file has, or a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
