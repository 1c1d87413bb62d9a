"""The signs of very many cuts in a crowd, roughly: no soft edges, no heads, no second outlines.

All of them are one raster, so that it hardly matters how many there are.
"""

from __future__ import annotations

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
COUNT_BITS = 16  # of how many lines pass a cell; above them the sum of their styles
RIM = 1.25  # pixels, of background around a diamond
REACH = 8  # pixels from the middle of a sign to its edge, at most


def hasty_signs(scene: Scene) -> list[Item]:
    """Cuts, straight from line to line, the messages that they mark, and all recordings."""
    recorded = scene.facts.recordings.of(seen_cuts(scene), scene.known_rows)
    cuts, marked = _cuts(scene, recorded), _marked(scene)
    ends = np.concatenate([cuts[0], marked[0]])
    if not len(ends):
        return []
    grid, plot = lattice(scene.place), scene.place.plot
    left = min(max(floor(ends[:, 0].min()) - grid.first - REACH, 0), grid.columns - 1)
    right = max(min(ceil(ends[:, 2].max()) - grid.first + REACH, grid.columns), left + 1)
    some = grid._replace(first=grid.first + left, columns=right - left)
    cells = _drawn(scene, *cuts, round(curve_width(scene.place)), some)
    # Messages lie over cuts, and their styles have the higher numbers.
    cells = np.maximum(cells, _drawn(scene, *marked, round(HEAVY_WIDTH), some))
    _stamp_diamonds(scene, recorded, some, cells)
    size = some.columns, len(cells)
    return [Mosaic(plot.left + left, plot.top, *size, cells.tobytes(), STYLES, ("cuts", 0))]


def _drawn(
    scene: Scene, ends: np.ndarray, styles: np.ndarray, width: int, grid: Lattice
) -> np.ndarray:
    """uint8[rows, columns]: the numbers of the styles of lines so many columns wide, 0 where there
    is none. ``ends`` as in `ends_of`."""
    top = scene.place.plot.top
    ends = np.concatenate([ends + (at, -top, at, -top) for at in np.arange(width) - width // 2])
    weights = (np.tile(styles, width).astype(np.uint32) << COUNT_BITS) + np.uint32(1)
    sums = coverage(ends, grid, plot_rows(scene), weights)
    cells = np.zeros(sums.shape, dtype=np.uint8)
    passed = np.flatnonzero((sums != 0).ravel())
    found = sums.ravel()[passed]
    # Where lines of several styles meet, one between them: which one hardly shows.
    cells.ravel()[passed] = (found >> COUNT_BITS) // (found & (1 << COUNT_BITS) - 1)
    return cells


def _cuts(scene: Scene, recorded: Recorded) -> tuple[np.ndarray, np.ndarray]:
    """float[A, 4] as in `ends_of`, and the style of each: the pieces of the cuts, of whole ones
    to the edges of the plot."""
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


def _marked(scene: Scene) -> tuple[np.ndarray, np.ndarray]:
    """The same of the messages that they mark."""
    marked = scene.marked
    is_caught = marked.kinds == KINDS.index("caught")
    styles = np.where(is_caught, HEAVY + marked.snapshots % SNAPSHOT_COLORS, ORPHAN)
    return ends_of(scene, marked.messages, lattice(scene.place).x_of), styles


def _stamp_diamonds(scene: Scene, recorded: Recorded, grid: Lattice, cells: np.ndarray) -> None:
    """With their rims, as far as they lie in the cells."""
    place = scene.place
    x = grid.x_of(recorded.times) - grid.first
    y = np.asarray(place.lanes, float)[recorded.processes] - place.plot.top
    size = record_size(place)
    styles = SNAPSHOT + recorded.snapshots % SNAPSHOT_COLORS
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
