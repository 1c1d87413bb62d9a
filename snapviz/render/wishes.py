"""What an export is asked for, and what of it is possible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from snapviz.diagram.spacetime import View
from snapviz.diagram.theme import THEMES
from snapviz.scenario.kinds import thousandths_text

from .whole import ExportError

STILLS = (".png", ".svg", ".pdf", ".tex")
FILMS = (".gif", ".mp4")
ENDINGS = STILLS + FILMS
LOGICAL_WIDTH = 1600
SMALLEST_LOGICAL_WIDTH = 480
WIDTHS = (120, 20_000)
FILM_WIDTHS = (120, 4096)  # players and their hardware go no further
DPIS = (24, 2400)
SECONDS = (0.5, 600.0)
DEFAULT_SECONDS = 8.0
RATES = {".gif": (1, 50), ".mp4": (1, 60)}  # GIF counts hundredths, and players mind 2 at least
DEFAULT_RATES = {".gif": 12, ".mp4": 30}
FUTURES = ("shown", "faint", "hidden")
LANE_HEIGHTS = (30.0, 150.0)
SPACE_FOR_LANES = 720.0
AROUND_LANES = 190.0
INSTANT_US = 1000


@dataclass(frozen=True, slots=True)
class Wishes:
    """The arguments of `snapviz.render.export.export`."""

    from_us: int | None = None
    to_us: int | None = None
    theme: str = "light"
    width: int | None = None
    dpi: int = 96
    legend: bool = True
    caption: bool = True
    translate: Callable[[str], str] = str
    seconds: float = DEFAULT_SECONDS
    fps: int | None = None
    future: str = "faint"
    votes: bool = True

    def check(self, target: Path) -> None:
        """Raises ExportError for what no file can be."""
        ending = target.suffix.lower()
        if ending not in ENDINGS:
            raise ExportError(f"{target}: {_no_kind(ending)}")
        if self.theme not in THEMES:
            raise ExportError(f"there is no theme {self.theme!r}; use {' or '.join(THEMES)}")
        ranges = [
            ("width", self.width, FILM_WIDTHS if ending in FILMS else WIDTHS),
            ("dpi", self.dpi, DPIS),
        ]
        if ending in FILMS:
            ranges.append(("seconds", self.seconds, SECONDS))
            ranges.append(("frames a second", self.fps, RATES[ending]))
            if self.future not in FUTURES:
                raise ExportError(f"no future is {self.future!r}; use {', '.join(FUTURES)}")
        for word, value, (low, high) in ranges:
            if value is not None and not low <= value <= high:
                raise ExportError(f"{word} {value} is out of range; use {low} to {high}")


def _no_kind(ending: str) -> str:
    kinds = ", ".join(ENDINGS[:-1])
    what = f"the ending {ending!r}" if ending else "a name without an ending"
    return (
        f"{what} names no kind of picture; use {kinds} or {ENDINGS[-1]}, or .csv or .log for data"
    )


def picture_height(processes: int, width: float = LOGICAL_WIDTH) -> float:
    """Logical pixels that give every process line room, in a picture not much taller than wide."""
    low, high = LANE_HEIGHTS
    space = min(SPACE_FOR_LANES, width * 0.75)
    lane = min(max(space / max(processes, 1), low), high)
    return round(AROUND_LANES + lane * processes)


def view_for(run, wishes: Wishes) -> View:
    """How the picture of a run lies on its paper. Raises ExportError for an empty range."""
    start = 0 if wishes.from_us is None else wishes.from_us
    end = run.until_us if wishes.to_us is None else min(wishes.to_us, run.until_us)
    if run.until_us == 0 and wishes.to_us is None:
        # A run of one instant: give it some width to be seen in.
        end = INSTANT_US
    if not 0 <= start < end:
        raise ExportError(
            f"the range from {thousandths_text(start)} ms to {thousandths_text(end)} ms is empty; "
            f"it must lie inside the run, 0 to {thousandths_text(run.until_us)} ms"
        )
    logical = LOGICAL_WIDTH if wishes.width is None else wishes.width * 96 / wishes.dpi
    logical = max(logical, SMALLEST_LOGICAL_WIDTH)
    return View(
        width=logical,
        height=picture_height(len(run.trace.process_ids), logical),
        from_us=start,
        to_us=end,
        future="shown",
        legend=wishes.legend,
        caption=wishes.caption,
        title=run.scenario.title,
        votes=wishes.votes,
        translate=wishes.translate,
    )
