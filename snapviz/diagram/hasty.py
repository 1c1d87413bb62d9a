"""The signs of very many cuts in a crowd, roughly: no soft edges, no heads, no second outlines.

They are rasters, one for each stretch of time, so that it hardly matters how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

import numpy as np

from .coverage import coverage
from .crowd import ends_of, plot_rows
from .cuts import curve_width, record_size, seen_cuts
from .display_list import Item, Mosaic
from .glyphs import brush
from .lattice import Lattice, lattice
from .marked import KINDS
from .messages import HEAVY_WIDTH
from .recordings import Recorded
from .scene import Scene
from .theme import SNAPSHOT_COLORS

COLORS = range(SNAPSHOT_COLORS)
STYLES = (
    *(brush(f"snapshot:{number}") for number in COLORS),
    *(brush(f"snapshot-heavy:{number}") for number in COLORS),
    brush("orphan"),
    brush("background"),
)
SNAPSHOT, HEAVY, ORPHAN, BACKGROUND = 1, 1 + SNAPSHOT_COLORS, len(STYLES) - 1, len(STYLES)
COUNT, OVER = np.uint64(16), np.uint64(32)  # bits of a sum: how many lines, then their styles; of
# cuts, then of the messages over them
Lines = tuple[np.ndarray, np.ndarray]  # float[A, 4] as in `ends_of`, and the style of each
RIM = 1.25  # pixels, of background around a diamond
GAP = 32  # columns without signs that are worth a raster for each side
REACH = 8  # pixels from the middle of a sign to its edge, at most


def hasty_signs(scene: Scene) -> list[Item]:
    """Cuts, straight from line to line, the messages that they mark, and all recordings."""
    recorded = scene.facts.recordings.of(seen_cuts(scene), scene.known_rows)
    cuts, marked = _cuts(scene, recorded), _marked(scene)
    grid, plot = lattice(scene.place), scene.place.plot
    x = grid.x_of(recorded.times)
    begin = np.concatenate([cuts[0][:, 0], marked[0][:, 0], x]) - grid.first
    end = np.concatenate([cuts[0][:, 2], marked[0][:, 2], x]) - grid.first
    items: list[Item] = []
    for left, right in _stretches(begin, end, grid.columns):
        some = grid._replace(first=grid.first + left, columns=right - left)
        cells = _drawn(scene, cuts, marked, some)
        _stamp_diamonds(scene, recorded, some, cells)
        place = plot.left + left, plot.top, some.columns, len(cells)
        items.append(Mosaic(*place, cells.tobytes(), STYLES, ("cuts", 0)))
    return items


def _stretches(begin: np.ndarray, end: np.ndarray, columns: int) -> Iterator[tuple[int, int]]:
    """The columns in which there are signs: where cuts are far apart, most have none."""
    order = np.argsort(begin)
    begin, reach = begin[order], np.maximum.accumulate(end[order])
    first = np.flatnonzero(begin[1:] > reach[:-1] + GAP) + 1
    for some in np.split(np.arange(len(begin)), first):
        if len(some):
            left = max(floor(begin[some[0]]) - REACH, 0)
            right = min(ceil(reach[some[-1]]) + REACH, columns)
            if left < right:
                yield left, right


def _drawn(scene: Scene, cuts: Lines, marked: Lines, grid: Lattice) -> np.ndarray:
    """uint8[rows, columns]: the numbers of the styles, 0 where there is no line."""
    widths = round(curve_width(scene.place)), round(HEAVY_WIDTH)
    below, over = _widened(cuts, widths[0], grid), _widened(marked, widths[1], grid)
    ends = np.concatenate([below[0], over[0]]) - (0, scene.place.plot.top) * 2
    weights = np.concatenate([_weights(below[1]), _weights(over[1]) << OVER])
    sums = coverage(ends, grid, plot_rows(scene), weights)
    cells = np.zeros(sums.shape, dtype=np.uint8)
    passed = np.flatnonzero((sums != 0).ravel())
    found = sums.ravel()[passed]
    upper = found >> OVER
    found = np.where(upper > 0, upper, found & (1 << int(OVER)) - 1)
    # Where lines of several styles meet, one between them: which one hardly shows.
    cells.ravel()[passed] = (found >> COUNT) // (found & (1 << int(COUNT)) - 1)
    return cells


def _weights(styles: np.ndarray) -> np.ndarray:
    """uint64: of each line, of which sums tell how many there are, and the sum of their styles."""
    return (styles.astype(np.uint64) << COUNT) + np.uint64(1)


def _widened(lines: Lines, width: int, grid: Lattice) -> Lines:
    """Those about some columns, so many times, a column apart."""
    ends, styles = lines
    left, right = grid.first - REACH, grid.first + grid.columns + REACH
    seen = (ends[:, 0] <= right) & (ends[:, 2] >= left)
    ends, styles = ends[seen], styles[seen]
    shifts = np.arange(width) - width // 2
    return np.concatenate([ends + (at, 0, at, 0) for at in shifts]), np.tile(styles, width)


def _cuts(scene: Scene, recorded: Recorded) -> Lines:
    """The pieces of the cuts, of whole ones to the edges of the plot."""
    place = scene.place
    x, y = lattice(place).x_of(recorded.times), np.asarray(place.lanes, float)[recorded.processes]
    is_next = (np.diff(recorded.snapshots) == 0) & (np.diff(recorded.processes) == 1)
    is_whole = scene.complete[recorded.snapshots]
    pieces = [np.stack([x[:-1], y[:-1], x[1:], y[1:]], axis=1)[is_next]]
    snapshots = [recorded.snapshots[1:][is_next]]
    for process, edge in ((0, place.plot.top), (scene.facts.count - 1, place.plot.bottom)):
        ends = is_whole & (recorded.processes == process)
        pieces.append(np.stack([x, y, x, np.full(len(x), edge)], axis=1)[ends])
        snapshots.append(recorded.snapshots[ends])
    ends = np.concatenate(pieces)
    ends = np.where((ends[:, 0] <= ends[:, 2])[:, None], ends, ends[:, [2, 3, 0, 1]])
    return ends, SNAPSHOT + np.concatenate(snapshots) % SNAPSHOT_COLORS


def _marked(scene: Scene) -> Lines:
    """The messages that they mark."""
    marked = scene.marked
    is_caught = marked.kinds == KINDS.index("caught")
    styles = np.where(is_caught, HEAVY + marked.snapshots % SNAPSHOT_COLORS, ORPHAN)
    return ends_of(scene, marked.messages, lattice(scene.place).x_of), styles


def _stamp_diamonds(scene: Scene, recorded: Recorded, grid: Lattice, cells: np.ndarray) -> None:
    """With their rims, as far as they lie in the cells."""
    place = scene.place
    x = grid.x_of(recorded.times) - grid.first
    seen = (x >= -REACH) & (x <= grid.columns + REACH)
    x = x[seen]
    y = np.asarray(place.lanes, float)[recorded.processes[seen]] - place.plot.top
    size = record_size(place)
    styles = SNAPSHOT + recorded.snapshots[seen] % SNAPSHOT_COLORS
    for reach, style in (
        (round(size + RIM / 2), np.full_like(styles, BACKGROUND)),
        (max(int(size - RIM / 2), 1), styles),
    ):
        around = np.arange(-reach, reach + 1)
        down, right = np.nonzero(np.abs(around)[:, None] + np.abs(around) <= reach)
        rows = np.rint(y).astype(np.int64)[:, None] + down - reach
        columns = np.rint(x).astype(np.int64)[:, None] + right - reach
        inside = (rows >= 0) & (rows < cells.shape[0])
        inside &= (columns >= 0) & (columns < cells.shape[1])
        cells[rows[inside], columns[inside]] = np.broadcast_to(style[:, None], rows.shape)[inside]
