"""Too many messages and events to tell apart: where there are many, there is more ink.

Some thousand messages are followed from pixel to pixel; of more than that the running counts
are drawn (`snapviz.diagram.sums`). Both count how many messages pass a place within a pixel
column, so both look the same where one takes over from the other.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .coverage import coverage
from .display_list import Bands, Item, Point, Shade
from .geometry import clip_segments
from .glyphs import brush
from .ink import few_tones, tones
from .lattice import Lattice, lattice
from .scene import LOST_SLOPE, LOST_STUB, LOST_WIDTH, Scene

FADED = 0.45  # opacity of what has been undone
OWN_BAND = 4.0  # pixels between lines from which each has events in its own colour
PRESENT = 255  # ink of a column in which anything happens
SUBJECT = ("messages", 0)


Sides = tuple[list[Point], list[Point]]  # on each line, where a past ends and a future begins


def crowd_items(scene: Scene, sides: Sides | None = None) -> list[Item]:
    """All messages that no snapshot marks, without heads, one item for each colour.

    ``sides``: of what is counted, only what lies outside of both.
    """
    known = scene.facts
    plain = scene.messages
    if len(known.marked):
        plain = np.setdiff1d(plain, known.marked, assume_unique=True)
    snapshots = known.trace.message_snapshot[plain]
    faded = known.lives.faded_row[plain] < scene.passed
    items: list[Item] = [_counted(scene, sides)] if scene.crowd else []
    for number in np.flatnonzero(np.bincount(snapshots + 1)) - 1:
        token = "message" if number < 0 else f"snapshot:{number}"
        for is_faded in sorted(set(faded[snapshots == number].tolist())):
            mine = plain[(snapshots == number) & (faded == is_faded)]
            items.append(followed(scene, mine, token, FADED if is_faded else 1.0))
    return items


def followed(scene: Scene, messages: np.ndarray, token: str, opacity: float = 1.0) -> Item:
    """Messages in one colour, each line followed from pixel to pixel."""
    grid, plot = lattice(scene.place), scene.place.plot
    ends = _ends(scene, messages, grid.x_of) - (0, plot.top, 0, plot.top)
    return _shade(scene, grid, coverage(ends, grid, _height(scene)), token, opacity)


def _counted(scene: Scene, sides: Sides | None) -> Item:
    """The messages that are not told apart, from the running counts."""
    grid = lattice(scene.place)
    gaps, heights = gaps_in_view(scene)
    counts = scene.facts.sums.messages(gaps, grid)
    if sides is not None:
        left, right = _edges(scene, sides)
        between = np.minimum(left[:-1], left[1:]), np.maximum(right[:-1], right[1:])
        counts = counts * _outside(grid, *(side[gaps] for side in between))
    inked = tones(counts, scene.facts.pace / grid.scale)
    raster = np.zeros((_height(scene), grid.columns), dtype=np.uint8)
    top = max(0, _lane_rows(scene)[gaps.start]) if len(heights) else 0
    bands = np.repeat(inked, heights, axis=0)
    raster[top : top + len(bands)] = bands
    return _raster(scene, grid, raster, "message", 1.0)


def gaps_in_view(scene: Scene) -> tuple[slice, np.ndarray]:
    """The gaps between lines that are in view, and how many pixel rows each has there."""
    edges = np.clip(_lane_rows(scene), 0, _height(scene))
    heights = np.diff(edges)
    seen = np.flatnonzero(heights)
    if not len(seen):
        return slice(0, 0), heights[:0]
    gaps = slice(int(seen[0]), int(seen[-1]) + 1)
    return gaps, heights[gaps]


def _lane_rows(scene: Scene) -> np.ndarray:
    """int64[n]: the pixel row of each line, from the top of the plot."""
    return np.asarray(scene.place.lanes, dtype=np.int64) - round(scene.place.plot.top)


def _height(scene: Scene) -> int:
    return max(1, round(scene.place.plot.bottom - scene.place.plot.top))


def _shade(scene: Scene, grid: Lattice, counts: np.ndarray, token: str, opacity: float) -> Item:
    load = scene.facts.pace / grid.scale
    if counts.dtype == np.uint8:
        return _raster(scene, grid, counts, token, opacity, few_tones(load))
    return _raster(scene, grid, tones(counts, load), token, opacity)


def _raster(
    scene: Scene, grid: Lattice, ink: np.ndarray, token: str, opacity: float, tones: bytes = b""
) -> Item:
    plot, (rows, columns) = scene.place.plot, ink.shape
    place = (plot.left, plot.top, columns, rows)
    style = brush(token, opacity)
    return Shade(*place, columns, rows, ink.tobytes(), style, SUBJECT, tones)


def strokes(scene: Scene, messages: np.ndarray) -> tuple[tuple[float, ...], ...]:
    """The lines of messages without heads, as far as they lie in the plot."""
    inside = clip_segments(_ends(scene, messages, scene.place.x_of), scene.place.plot)
    return tuple(map(tuple, inside.tolist()))


def _ends(scene: Scene, messages: np.ndarray, x_of: Callable) -> np.ndarray:
    """float[A, 4]: x1, y1, x2, y2; lost messages as stubs."""
    known = scene.facts
    lanes = np.asarray(scene.place.lanes, dtype=float)
    x1, x2 = x_of(known.sent[messages]), x_of(known.end[messages])
    y1, y2 = lanes[known.source[messages]], lanes[known.target[messages]]
    if known.recalls:
        short = np.minimum(x_of(known.lives.recalled_us[messages]), x2)
        y2 = y1 + (y2 - y1) * np.where(x2 > short, (short - x1) / np.maximum(x2 - x1, 1e-9), 1.0)
        x2 = short
    if len(known.lost_on_the_way):
        is_lost = known.end[messages] < 0
        stub = LOST_STUB * np.minimum(np.abs(y2 - y1) * LOST_SLOPE, LOST_WIDTH)
        x2 = np.where(is_lost, x1 + stub, x2)
        y2 = np.where(is_lost, y1 + LOST_STUB * (y2 - y1), y2)
    return np.stack([x1, y1, x2, y2], axis=1)


def crowded_events(scene: Scene, rows: np.ndarray) -> list[Item]:
    """Short strokes across the process lines, those on one pixel column once."""
    trace, grid = scene.facts.trace, lattice(scene.place)
    columns = grid.columns_of(trace.row_time[rows])
    inside = (columns >= 0) & (columns < grid.columns)
    happens = np.zeros((scene.facts.count, grid.columns), dtype=bool)
    happens[trace.row_process[rows][inside], columns[inside]] = True
    return bands(scene, happens)


def _edges(scene: Scene, sides: Sides) -> tuple[np.ndarray, ...]:
    """float[n] twice: the columns of both sides, from the left of the plot."""
    return tuple(np.array([x for x, _ in side]) - scene.place.plot.left for side in sides)


def _outside(grid: Lattice, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """bool[lines, columns]: what lies left of the one, or right of the other."""
    column = np.arange(grid.columns)
    return (column <= left[:, None]) | (column >= right[:, None])


def counted_events(scene: Scene, sides: Sides | None = None) -> list[Item]:
    """The same for very many events, from the running counts."""
    grid = lattice(scene.place)
    counts = scene.facts.sums.events(slice(None), grid)
    if sides is not None:
        counts = counts * _outside(grid, *_edges(scene, sides))
    return bands(scene, counts > 0)


def bands(scene: Scene, happens: np.ndarray) -> list[Item]:
    """What happens on each line in each column: bool[n, columns]."""
    place = scene.place
    if place.spacing < OWN_BAND:
        return [_one_band(scene, happens.astype(np.uint8) * np.uint8(PRESENT))]
    shown = [p for p in np.flatnonzero(happens.any(axis=1)).tolist() if place.shows_lane(p)]
    if not shown:
        return []
    half = max(1, round(place.dot))
    tops = tuple(place.lanes[process] - half for process in shown)
    styles = tuple(brush(f"process:{process}") for process in shown)
    cells = happens[shown].tobytes()
    return [Bands(place.plot.left, tops, 2 * half, happens.shape[1], cells, styles, ("events", 0))]


def _one_band(scene: Scene, ink: np.ndarray) -> Item:
    """Where lines are too close for colours: all events as one raster."""
    raster = np.zeros((_height(scene), ink.shape[1]), dtype=np.uint8)
    rows = _lane_rows(scene)
    seen = (rows >= 0) & (rows < len(raster))
    np.maximum.at(raster, rows[seen], ink[seen] // 2)
    plot, grid = scene.place.plot, lattice(scene.place)
    place = (plot.left, plot.top, grid.columns, len(raster))
    return Shade(*place, grid.columns, len(raster), raster.tobytes(), brush("muted"), ("events", 0))
