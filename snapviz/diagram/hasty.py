"""The signs of very many cuts in a crowd, roughly: no soft edges, no heads, no second outlines."""

from __future__ import annotations

import numpy as np

from .crowd import covered, ends_of, raster, together
from .cuts import curve_width, record_size, seen_cuts
from .display_list import Item, Shade, Style
from .glyphs import brush
from .lattice import lattice
from .marked import KINDS
from .messages import HEAVY_WIDTH
from .recordings import Recorded
from .scene import Scene

FULL = 255
RIM = 1.25  # pixels, of background around a diamond


def hasty_lines(scene: Scene) -> list[Item]:
    """The cuts, straight from line to line, and over them the messages that they mark."""
    width = round(curve_width(scene.place))
    items = [
        _lined(scene, _cuts(scene, numbers), f"snapshot:{numbers[0]}", width)
        for numbers in _groups(scene)
    ]
    return [item for item in (*items, *_marks(scene)) if item is not None]


def hasty_records(scene: Scene) -> list[Item]:
    """The diamonds of all recordings with their rims."""
    return [item for numbers in _groups(scene) for item in _diamonds(scene, numbers)]


def _groups(scene: Scene) -> list[list[int]]:
    return list(together(np.array(seen_cuts(scene), dtype=np.int64)).values())


def _marks(scene: Scene) -> list[Item | None]:
    marked = scene.marked
    is_caught = marked.kinds == KINDS.index("caught")
    items = [_marked(scene, marked.messages[~is_caught], "orphan")]
    caught, snapshots = marked.messages[is_caught], marked.snapshots[is_caught]
    for number, numbers in together(snapshots).items():
        mine = caught[np.isin(snapshots, numbers)]
        items.insert(-1, _marked(scene, mine, f"snapshot-heavy:{number}"))
    return items


def _marked(scene: Scene, messages: np.ndarray, token: str) -> Item | None:
    ends = ends_of(scene, messages, lattice(scene.place).x_of)
    return _lined(scene, ends, token, round(HEAVY_WIDTH))


def _cuts(scene: Scene, numbers: list[int]) -> np.ndarray:
    """float[A, 4]: the pieces of some cuts, as in `covered`."""
    recorded, place = _recorded(scene, numbers), scene.place
    x, y = lattice(place).x_of(recorded.times), np.asarray(place.lanes, float)[recorded.processes]
    is_next = (np.diff(recorded.snapshots) == 0) & (np.diff(recorded.processes) == 1)
    pieces = [np.stack([x[:-1], y[:-1], x[1:], y[1:]], axis=1)[is_next]]
    for process, edge in ((0, place.plot.top), (scene.facts.count - 1, place.plot.bottom)):
        outermost = recorded.processes == process
        ends = np.stack([x, y, x, np.full(len(x), edge)], axis=1)
        pieces.append(ends[outermost & _is_whole(scene, recorded)])
    ends = np.concatenate(pieces)
    return np.where((ends[:, 0] <= ends[:, 2])[:, None], ends, ends[:, [2, 3, 0, 1]])


def _is_whole(scene: Scene, recorded: Recorded) -> np.ndarray:
    until_us = scene.complete_until_us
    return np.isin(recorded.snapshots, scene.facts.recordings.complete(until_us))


def _recorded(scene: Scene, numbers: list[int]) -> Recorded:
    return scene.facts.recordings.of(numbers, scene.known_rows)


def _lined(scene: Scene, ends: np.ndarray, token: str, width: int) -> Item | None:
    """Lines so many pixels wide."""
    if not len(ends):
        return None
    corner, counts = covered(scene, ends, width)
    ink = counts > 0
    for _ in range(width - 1):
        ink[:, 1:] |= ink[:, :-1]
    return raster(scene, corner, ink * np.uint8(FULL), token)


def _diamonds(scene: Scene, numbers: list[int]) -> list[Item]:
    place, recorded = scene.place, _recorded(scene, numbers)
    x, y = place.x_of(recorded.times), np.asarray(place.lanes, float)[recorded.processes]
    left, top, right, bottom = place.plot
    inside = (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
    if not inside.any():
        return []
    cells = [np.rint(side[inside]).astype(np.int64) for side in (x, y)]
    size = record_size(place)
    sizes = round(size + RIM / 2), max(int(size - RIM / 2), 1)
    styles = brush("background"), brush(f"snapshot:{numbers[0]}")
    return [_stamped(*cells, *how) for how in zip(sizes, styles, strict=True)]


def _stamped(x: np.ndarray, y: np.ndarray, size: int, style: Style) -> Item:
    """Diamonds around some pixels."""
    left, top = int(x.min()) - size, int(y.min()) - size
    rows, columns = int(y.max()) + size + 1 - top, int(x.max()) + size + 1 - left
    ink = np.zeros((rows, columns), dtype=np.uint8)
    around = np.arange(-size, size + 1)
    down, right = np.nonzero(np.abs(around)[:, None] + np.abs(around) <= size)
    ink[(y - top)[:, None] + down - size, (x - left)[:, None] + right - size] = FULL
    return Shade(left, top, columns, rows, columns, rows, ink.tobytes(), style, ("records", 0))
