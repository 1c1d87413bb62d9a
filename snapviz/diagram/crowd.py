"""Too many messages and events to tell apart: thin strokes that show where it is dense."""

from __future__ import annotations

import numpy as np

from .display_list import Item, Segments
from .geometry import clip_segments
from .glyphs import pen
from .scene import LOST_SLOPE, LOST_STUB, LOST_WIDTH, Scene

FULL_INK = 900  # strokes up to which they are one pixel wide
FAINTEST = 0.12  # pixels
FADED = 0.45  # opacity of what has been undone


def crowd_items(scene: Scene) -> list[Item]:
    """All messages that no snapshot marks, without heads, one item for each colour."""
    known = scene.facts
    marked = np.array(sorted(known.marks), dtype=np.int64)
    plain = scene.messages[~np.isin(scene.messages, marked)]
    # A thin opaque stroke looks like a faint one, and is painted many times faster.
    width = min(1.0, max(FAINTEST, FULL_INK / max(len(plain), 1)))
    snapshots = known.trace.message_snapshot[plain]
    faded = known.lives.faded_row[plain] < scene.passed
    items: list[Item] = []
    for number in np.unique(snapshots).tolist():
        token = "message" if number < 0 else f"snapshot:{number}"
        for is_faded in np.unique(faded[snapshots == number]).tolist():
            style = pen(token, width, (), FADED if is_faded else 1.0)
            mine = plain[(snapshots == number) & (faded == is_faded)]
            items.append(Segments(strokes(scene, mine), style, ("messages", 0)))
    return items


def strokes(scene: Scene, messages: np.ndarray) -> tuple[tuple[float, ...], ...]:
    """The lines of messages without heads, as far as they lie in the plot."""
    inside = clip_segments(_ends(scene, messages), scene.place.plot)
    return tuple(map(tuple, inside.tolist()))


def _ends(scene: Scene, messages: np.ndarray) -> np.ndarray:
    """float[A, 4]: x1, y1, x2, y2; lost messages as stubs."""
    known, place = scene.facts, scene.place
    lanes = np.asarray(place.lanes, dtype=float)
    x1, x2 = place.x_of(known.sent[messages]), place.x_of(known.end[messages])
    y1, y2 = lanes[known.source[messages]], lanes[known.target[messages]]
    short = np.minimum(place.x_of(known.lives.recalled_us[messages]), x2)
    y2 = y1 + (y2 - y1) * np.where(x2 > short, (short - x1) / np.maximum(x2 - x1, 1e-9), 1.0)
    x2 = short
    is_lost = known.end[messages] < 0
    stub = LOST_STUB * np.minimum(np.abs(y2 - y1) * LOST_SLOPE, LOST_WIDTH)
    x2 = np.where(is_lost, x1 + stub, x2)
    y2 = np.where(is_lost, y1 + LOST_STUB * (y2 - y1), y2)
    return np.stack([x1, y1, x2, y2], axis=1)


def crowded_events(scene: Scene, rows: np.ndarray) -> list[Item]:
    """Short strokes across the process lines, those on one pixel column once."""
    trace, place = scene.facts.trace, scene.place
    columns = np.floor(place.x_of(trace.row_time[rows])).astype(np.int64)
    processes = trace.row_process[rows]
    reach = place.dot
    items: list[Item] = []
    for process, y in enumerate(place.lanes):
        if not place.shows_lane(process):
            continue
        xs = np.unique(columns[processes == process]).tolist()
        ticks = tuple((x + 0.5, y - reach, x + 0.5, y + reach) for x in xs)
        if ticks:
            items.append(Segments(ticks, pen(f"process:{process}", 1.0), ("events", process)))
    return items
