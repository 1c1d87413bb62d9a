"""Where the parts of a space-time diagram lie: plot, lanes, axis, margins."""

from __future__ import annotations

from dataclasses import dataclass

from .captions import caption_lines
from .geometry import Box
from .typography import text_width
from .view import View

MARGIN = 12
LABEL_GAP = 14  # between the label boxes and time 0
LABEL_WIDTHS = (64, 132)
RIGHT_MARGIN = 28
WORDS_EDGE = 4  # between words and the right edge of the picture
TITLE_HEIGHT = 34
UNTITLED_HEIGHT = 4
AXIS_HEIGHT = 30
BADGE_HEIGHT = 26
LEGEND_LINE = 20
LEGEND_PADDING = 8
CAPTION_LINE = 15
CAPTION_PADDING = 12
ONE_LINE_LEGEND = 820  # pixels of width from which the legend has one line
LANE_PADS = (16, 110)
FULL_LABEL_SPACING = 46  # id and clock offset in a box
BOX_LABEL_SPACING = 24  # id in a box
TEXT_LABEL_SPACING = 13  # id alone


@dataclass(frozen=True, slots=True)
class SpaceTimeLayout:
    """Positions in pixels; ``plot`` is the rectangle in which things happen."""

    width: float
    height: float
    plot: Box
    label_width: float
    title_y: float
    axis_y: float
    badge_y: float
    legend_y: float
    legend_lines: int
    caption_y: float
    lanes: tuple[float, ...]
    spacing: float
    overflow: float  # pixels of lanes beyond the plot, the largest useful scroll
    from_us: int
    to_us: int
    scale: float  # pixels a microsecond

    def x_of(self, us):
        """Pixel column of a time; works on numbers and on arrays."""
        return self.plot.left + (us - self.from_us) * self.scale

    def us_at(self, x: float) -> int:
        """Time at a pixel column, inside the visible range."""
        us = round(self.from_us + (x - self.plot.left) / self.scale)
        return min(max(us, self.from_us), self.to_us)

    def y_of(self, process: int) -> float:
        return self.lanes[process]

    def process_at(self, y: float, slack: float = 8.0) -> int | None:
        """Number of the process whose line is nearest, within ``slack`` pixels."""
        best = min(range(len(self.lanes)), key=lambda p: abs(self.lanes[p] - y), default=None)
        if best is None or abs(self.lanes[best] - y) > slack:
            return None
        return best

    def shows_lane(self, process: int) -> bool:
        return self.plot.top <= self.lanes[process] <= self.plot.bottom

    def within(self, box: Box) -> Box:
        """Words that belong in the plot, moved sideways so far that they can be read."""
        shift = max(self.plot.left - box.left, 0) - max(box.right - self.width + WORDS_EDGE, 0)
        return box._replace(left=box.left + shift, right=box.right + shift)

    @property
    def dot(self) -> float:
        """Radius of an event."""
        return min(4.25, max(1.4, self.spacing * 0.16))


def layout(run, view: View) -> SpaceTimeLayout:
    """Lay out a run's space-time diagram; ``run`` None gives an empty plot."""
    ids = run.trace.process_ids if run else ()
    widest = max((text_width(name, "process") for name in ids), default=0)
    label_width = min(max(widest + 24, LABEL_WIDTHS[0]), LABEL_WIDTHS[1])
    has_badges = bool(run and run.trace.snapshots)
    over = title_height(view)
    axis_y = over + 14
    top = over + AXIS_HEIGHT + (BADGE_HEIGHT if has_badges else 0)
    legend_lines = _legend_lines(run, view)
    caption_height = _caption_height(run, view)
    below = LEGEND_PADDING + LEGEND_LINE * legend_lines + caption_height
    left = MARGIN + round(label_width) + LABEL_GAP
    plot = Box(
        left, top, max(view.width - RIGHT_MARGIN, left + 40), max(view.height - below, top + 40)
    )
    lanes, spacing, overflow = _lanes(len(ids), plot, view)
    to_us = view.to_us if view.to_us is not None else (run.until_us if run else 0)
    to_us = max(to_us, view.from_us + 1)
    return SpaceTimeLayout(
        width=view.width,
        height=view.height,
        plot=plot,
        label_width=round(label_width),
        title_y=over / 2 + 2,
        axis_y=axis_y,
        badge_y=over + AXIS_HEIGHT + BADGE_HEIGHT / 2 - 2,
        legend_y=plot.bottom + LEGEND_LINE / 2 + 6,
        legend_lines=legend_lines,
        caption_y=view.height - caption_height + CAPTION_LINE / 2 + 6,
        lanes=lanes,
        spacing=spacing,
        overflow=overflow,
        from_us=view.from_us,
        to_us=to_us,
        scale=(plot.right - plot.left) / (to_us - view.from_us),
    )


def title_height(view: View) -> int:
    return TITLE_HEIGHT if view.title else UNTITLED_HEIGHT


def layout_key(view: View) -> tuple:
    """Equal keys mean equal layouts of one run."""
    return (
        (view.width, view.height, view.from_us, view.to_us),
        (view.lane_minimum, view.scroll),
        (view.title, view.legend, view.caption, view.translate),
    )


def _legend_lines(run, view: View) -> int:
    """One more where recoveries add their signs, and one for those of keeping and agreeing."""
    if not view.legend:
        return 0
    lines = 1 if view.width >= ONE_LINE_LEGEND else 2
    if run is None:
        return lines
    trace = run.trace
    agrees = bool(trace.remarks or trace.decisions or trace.partitions)
    keeps = any(row.is_kept for row in trace.snapshots)
    return lines + bool(trace.recoveries) + (agrees or keeps)


def _caption_height(run, view: View) -> float:
    if not view.caption or run is None:
        return 0
    return CAPTION_PADDING + CAPTION_LINE * len(
        caption_lines(run, view.width - 2 * MARGIN, view.translate)
    )


def _lanes(count: int, plot: Box, view: View) -> tuple[tuple[float, ...], float, float]:
    if not count:
        return (), 0.0, 0.0
    height = plot.bottom - plot.top
    pad = min(max(0.42 * height / count, LANE_PADS[0]), LANE_PADS[1], height / 2)
    fitting = (height - 2 * pad) / (count - 1) if count > 1 else height
    spacing = max(fitting, view.lane_minimum)
    if count == 1:
        return (round(plot.top + height / 2),), spacing, 0.0
    overflow = max(0.0, 2 * pad + spacing * (count - 1) - height)
    first = plot.top + pad - min(view.scroll, overflow)
    return tuple(round(first + spacing * i) for i in range(count)), spacing, overflow


def label_step(place: SpaceTimeLayout) -> int:
    """Every how many lines a name stands."""
    spacing = place.spacing
    return 1 if spacing >= TEXT_LABEL_SPACING else int(TEXT_LABEL_SPACING / spacing) + 1
