"""Too many messages and events to tell apart: where there are many, there is more ink.

Some thousand messages are followed from pixel to pixel; of more than that the running counts
are drawn (`snapviz.diagram.sums`). Both count how many messages pass a place within a pixel
column, so both look the same where one takes over from the other.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor

import numpy as np

from .coverage import coverage
from .display_list import Bands, Item, Point, Shade
from .geometry import clip_segments
from .glyphs import brush
from .ink import few_tones, tones
from .lattice import Lattice, lattice
from .scene import LOST_SLOPE, LOST_STUB, LOST_WIDTH, Scene
from .theme import SNAPSHOT_COLORS

FADED = 0.45  # opacity of what has been undone
OWN_BAND = 4.0  # pixels between lines from which each has events in its own colour
APART = 48  # snapshots that are drawn each for itself; more of them, colour by colour
SHARES = 8  # of a message that can be told apart
PRESENT = 127  # ink of a column in which anything happens
SUBJECT = ("messages", 0)


Sides = tuple[list[Point], list[Point]]  # on each line, where a past ends and a future begins


def crowd_items(scene: Scene, sides: Sides | None = None) -> list[Item]:
    """All messages that no snapshot marks, without heads, one item for each snapshot or colour.

    ``sides``: of what is counted, only what lies outside of both.
    """
    known = scene.facts
    plain = scene.messages
    if len(scene.marked.messages):
        plain = np.setdiff1d(plain, scene.marked.messages, assume_unique=True)
    faded = known.lives.faded_row[plain] < scene.passed
    items: list[Item] = [_counted(scene, sides, [-1])] if scene.crowd else []
    tallied = together(np.array([number for number, _ in scene.tallied], dtype=np.int64))
    items += [_counted(scene, sides, numbers) for numbers in tallied.values()]
    for number, places in _by_value(known.trace.message_snapshot[plain]).items():
        for is_faded in sorted(set(faded[places].tolist())):
            mine = plain[places[faded[places] == is_faded]]
            items.append(followed(scene, mine, _token(number), FADED if is_faded else 1.0))
    return items


def together(numbers: np.ndarray) -> dict[int, list[int]]:
    """Snapshots that are drawn as one: each for itself, of very many those of one colour."""
    groups = _by_value(numbers)
    return {number: np.unique(numbers[places]).tolist() for number, places in groups.items()}


def _by_value(numbers: np.ndarray) -> dict[int, np.ndarray]:
    """For each snapshot, or each colour of very many, the places at which it stands."""
    if len(numbers) > APART and len(np.unique(numbers)) > APART:
        numbers = np.where(numbers < 0, numbers, numbers % SNAPSHOT_COLORS)
    if not len(numbers):
        return {}
    order = np.argsort(numbers, kind="stable")
    values, starts = np.unique(numbers[order], return_index=True)
    return dict(zip(values.tolist(), np.split(order, starts[1:]), strict=True))


def followed(scene: Scene, messages: np.ndarray, token: str, opacity: float = 1.0) -> Item:
    """Messages in one colour, each line followed from pixel to pixel.

    Those of a snapshot are seldom all over the picture, so the raster is as large as they are.
    """
    grid, plot = lattice(scene.place), scene.place.plot
    ends = ends_of(scene, messages, grid.x_of) - (0, plot.top, 0, plot.top)
    left, right = _cells(ends[:, 0] - grid.first, ends[:, 2] - grid.first, grid.columns)
    top, bottom = _cells(ends[:, 1], ends[:, 3], plot_rows(scene))
    ends -= (0, top, 0, top)
    some = grid._replace(first=grid.first + left, columns=right - left)
    return _shade(scene, (left, top), coverage(ends, some, bottom - top), token, opacity)


def _cells(begin: np.ndarray, end: np.ndarray, count: int) -> tuple[int, int]:
    """The first of so many cells that the stretches touch, and the one after the last."""
    first = min(begin.min(initial=count), end.min(initial=count))
    last = max(begin.max(initial=0), end.max(initial=0))
    first = min(max(floor(first), 0), count - 1)
    return first, max(min(floor(last) + 1, count), first + 1)


def _token(snapshot: int) -> str:
    return "message" if snapshot < 0 else f"snapshot:{snapshot}"


def _counted(scene: Scene, sides: Sides | None, snapshots: list[int]) -> Item:
    """The messages that are not told apart, from the running counts: the application's (-1), or
    the markers of some snapshots."""
    grid = lattice(scene.place)
    gaps, heights = gaps_in_view(scene)
    left, inked = _inked(scene, gaps, snapshots)
    if sides is not None:
        edges = _edges(scene, sides)
        between = np.minimum(edges[0][:-1], edges[0][1:]), np.maximum(edges[1][:-1], edges[1][1:])
        outside = _outside(grid, *(side[gaps] for side in between))
        inked = inked * outside[:, left : left + inked.shape[1]]
    top = max(0, lane_rows(scene)[gaps.start]) if len(heights) else 0
    ink = np.repeat(inked, heights, axis=0)
    return _raster(scene, (left, top), ink, _token(snapshots[0]))


def _inked(scene: Scene, gaps: slice, snapshots: list[int]) -> tuple[int, np.ndarray]:
    """The first column in which there is any ink, and uint8[gaps, columns] from it on."""
    grid, sums = lattice(scene.place), scene.facts.sums
    load = scene.facts.pace / grid.scale
    if not sums.suits(grid):
        found = [sums.shares(gaps, grid, snapshot) for snapshot in snapshots]
        shares, bins = sum(shares for shares, _ in found), found[0][1]
        return 0, tones(np.rint(shares * SHARES).astype(np.int32), load * SHARES)[:, bins]
    if len(snapshots) == 1:
        left, counts = sums.messages(gaps, grid, snapshots[0])
        return left, tones(counts, load)
    counts = np.zeros((gaps.stop - gaps.start, grid.columns), dtype=np.int32)
    for snapshot in snapshots:
        left, mine = sums.messages(gaps, grid, snapshot)
        counts[:, left : left + mine.shape[1]] += mine
    return 0, tones(counts, load)


def gaps_in_view(scene: Scene) -> tuple[slice, np.ndarray]:
    """The gaps between lines that are in view, and how many pixel rows each has there."""
    edges = np.clip(lane_rows(scene), 0, plot_rows(scene))
    heights = np.diff(edges)
    seen = np.flatnonzero(heights)
    if not len(seen):
        return slice(0, 0), heights[:0]
    gaps = slice(int(seen[0]), int(seen[-1]) + 1)
    return gaps, heights[gaps]


def lane_rows(scene: Scene) -> np.ndarray:
    """int64[n], ascending: the pixel row of each line, from the top of the plot."""
    return np.asarray(scene.place.lanes, dtype=np.int64) - round(scene.place.plot.top)


def plot_rows(scene: Scene) -> int:
    """How many pixels the plot is high."""
    return max(1, round(scene.place.plot.bottom - scene.place.plot.top))


def _shade(
    scene: Scene, corner: tuple[int, int], counts: np.ndarray, token: str, opacity: float
) -> Item:
    load = scene.facts.pace / scene.place.scale
    if counts.dtype == np.uint8:
        return _raster(scene, corner, counts, token, opacity, few_tones(load))
    return _raster(scene, corner, tones(counts, load), token, opacity)


def _raster(
    scene: Scene,
    corner: tuple[int, int],
    ink: np.ndarray,
    token: str,
    opacity: float = 1.0,
    tones: bytes = b"",
) -> Item:
    """``corner``: the column and the row at which it begins, from the left and the top."""
    plot, (rows, columns) = scene.place.plot, ink.shape
    place = (plot.left + corner[0], plot.top + corner[1], columns, rows)
    style = brush(token, opacity)
    return Shade(*place, columns, rows, ink.tobytes(), style, SUBJECT, tones)


def strokes(scene: Scene, messages: np.ndarray) -> tuple[tuple[float, ...], ...]:
    """The lines of messages without heads, as far as they lie in the plot."""
    inside = clip_segments(ends_of(scene, messages, scene.place.x_of), scene.place.plot)
    return tuple(map(tuple, inside.tolist()))


def ends_of(scene: Scene, messages: np.ndarray, x_of: Callable) -> np.ndarray:
    """float[A, 4]: x1, y1, x2, y2 of messages; lost ones as stubs."""
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
    happens = scene.facts.sums.happens(grid)
    if sides is not None:
        happens &= _outside(grid, *_edges(scene, sides))
    return bands(scene, happens)


def bands(scene: Scene, happens: np.ndarray) -> list[Item]:
    """What happens on each line in each column: bool[n, columns]."""
    place = scene.place
    if place.spacing < OWN_BAND:
        return [_one_band(scene, happens)]
    shown = [p for p in np.flatnonzero(happens.any(axis=1)).tolist() if place.shows_lane(p)]
    if not shown:
        return []
    half = max(1, round(place.dot))
    tops = tuple(place.lanes[process] - half for process in shown)
    styles = tuple(brush(f"process:{process}") for process in shown)
    cells = happens[shown].tobytes()
    return [Bands(place.plot.left, tops, 2 * half, happens.shape[1], cells, styles, ("events", 0))]


def _one_band(scene: Scene, happens: np.ndarray) -> Item:
    """Where lines are too close for colours: all events as one raster."""
    count = plot_rows(scene)
    rows = lane_rows(scene)
    seen = (rows >= 0) & (rows < count)
    ink = np.zeros((count, happens.shape[1]), dtype=np.uint8)
    # Of those that share a row of pixels, one after the other.
    seen = np.flatnonzero(seen)
    turns = np.arange(len(seen)) - np.searchsorted(rows[seen], rows[seen])
    for turn in range(turns.max(initial=-1) + 1):
        mine = seen[turns == turn]
        ink[rows[mine]] |= happens[mine]
    ink *= np.uint8(PRESENT)
    plot = scene.place.plot
    place = (plot.left, plot.top, happens.shape[1], count)
    return Shade(*place, *place[2:], ink.tobytes(), brush("muted"), ("events", 0))
