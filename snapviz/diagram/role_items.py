"""Roles, ballots and votes under the process lines: bands that pattern and words tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .display_list import Item, Rect, Segments, Style, Subject
from .geometry import Box
from .glyphs import PLATE_HEIGHT, brush, pen, plate
from .layout import SpaceTimeLayout
from .recoveries import strokes
from .roles import (
    ACCEPTED,
    ASKS,
    BLOCKED,
    CANDIDATE,
    FOLLOWER,
    LEADER,
    PREPARED,
    PROMISED,
    PROPOSES,
    Stretch,
)
from .scene import Scene
from .typography import text_width

GAP = 7.0  # pixels from the line to the first band
TRACK_GAP = 3.0
ROOM = 0.42  # of the way to the next line, that bands may fill
HEIGHTS = ((44.0, 11.0), (24.0, 6.0), (12.0, 3.0))  # spacing from which bands are so high
WORDED = 44.0  # spacing from which they have words
MOST = 1500  # bands in view, beyond which the narrow ones are left out
MOST_WORDED = 300  # bands in view up to which they have words
LEAST = 2.0  # pixels, of such a band
DASH = (3.0, 2.0)
WORDS_INSET = 5.0
STEPS = 6  # at most, by which words move on to a free place

SOLID, DASHED, TINTED, THIN, HATCHED = "solid", "dashed", "tinted", "thin", "hatched"
LOOKS = {
    LEADER: SOLID,
    PROPOSES: SOLID,
    CANDIDATE: DASHED,
    ASKS: DASHED,
    ACCEPTED: TINTED,
    PREPARED: TINTED,
    FOLLOWER: THIN,
    PROMISED: THIN,
    BLOCKED: HATCHED,
}


class Band(NamedTuple):
    """Where a stretch lies."""

    number: int
    stretch: Stretch
    box: Box


def bands(scene: Scene) -> list[Band]:
    """The bands in view, as far as there is room for them and they may be known."""
    found = list(_in_view(scene))
    if len(found) > MOST:
        found = [band for band in found if band.box.right - band.box.left >= LEAST]
    return found


def _in_view(scene: Scene, range_us: tuple[int, int] | None = None) -> Iterator[Band]:
    place = scene.place
    from_us, to_us = range_us or (place.from_us, place.to_us)
    for number, stretch in enumerate(scene.facts.roles):
        is_about = stretch.from_us <= to_us and stretch.to_us >= from_us
        if not is_about or stretch.row > scene.known_rows or not place.shows_lane(stretch.process):
            continue
        box = band_box(place, stretch)
        if box is not None:
            yield Band(number, stretch, box)


def band_box(place: SpaceTimeLayout, stretch: Stretch) -> Box | None:
    """Where a stretch is drawn; None where lines are too close for its track."""
    height = next((high for spacing, high in HEIGHTS if place.spacing >= spacing), 0.0)
    gap = min(GAP, place.spacing * 0.2)
    below = gap + stretch.track * (height + TRACK_GAP)
    if not height or below + height > max(place.spacing * ROOM, gap + height):
        return None
    top = place.lanes[stretch.process] + below
    plot = place.plot
    left = max(place.x_of(stretch.from_us), plot.left)
    right = min(place.x_of(stretch.to_us), plot.right)
    bottom = min(top + height, plot.bottom)
    return Box(left, top, right, bottom) if left < right and top < bottom else None


def role_at(scene: Scene, x: float, y: float) -> int | None:
    """The number of the stretch at a point; of a blocked one, that."""
    near = scene.place.us_at(x - 1) - 1, scene.place.us_at(x + 1) + 1
    hits = [band.number for band in _in_view(scene, near) if band.box.contains(x, y, 1.0)]
    return hits[-1] if hits else None


def token_of(stretch: Stretch) -> str:
    """Blocked ones have a colour of their own; the others that of what they are about."""
    if stretch.kind == BLOCKED:
        return "orphan"
    if stretch.snapshot < 0:
        return f"process:{stretch.process}"
    return f"snapshot:{stretch.snapshot}"


def role_items(scene: Scene) -> list[Item]:
    """The bands without their words."""
    items: list[Item] = []
    for number, stretch, box in bands(scene):
        look = LOOKS[stretch.kind]
        items += look_items(box, look, token_of(stretch), ("role", number))
    return items


def look_items(box: Box, look: str, token: str, subject: Subject | None = None) -> list[Item]:
    """A box in one of the looks, in the diagram as in a legend."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if look == THIN:
        middle = (top + bottom) / 2
        return [Rect(left, middle - 1, width, 2, brush(token, 0.55), 1.0, subject)]
    inner = (left + 0.5, top + 0.5, max(width - 1, 0.5), max(height - 1, 0.5))
    if look == HATCHED:
        style = pen(token, 1.0)
        return [Segments(strokes(box), style, subject), Rect(*inner, style, 2.0, subject)]
    return [Rect(*inner, _style(look, token), 2.0, subject)]


def _style(look: str, token: str) -> Style:
    if look == SOLID:
        return brush(token, 0.8)
    if look == TINTED:
        return brush(token, 0.3)
    return pen(token, 1.25, DASH)


def role_words(scene: Scene, taken: list[Box]) -> list[Item]:
    """What each band is, at its start, where it is long enough; ``taken`` grows by the plates."""
    shown = bands(scene)
    if scene.place.spacing < WORDED or len(shown) > MOST_WORDED:
        return []
    items: list[Item] = []
    # What is blocked says so itself.
    hatched = [band.box for band in shown if band.stretch.kind == BLOCKED]
    for number, stretch, box in sorted(shown, key=lambda band: band.stretch.kind != BLOCKED):
        obstacles = taken if stretch.kind == BLOCKED else [*taken, *hatched]
        found = _plate(scene, stretch, box, obstacles)
        if found is not None:
            taken.append(found[0])
            items += plate(*found, "note", _ink(stretch), ("role", number))
    return items


def _ink(stretch: Stretch) -> str:
    if stretch.kind == BLOCKED:
        return "orphan"
    name = "process-ink" if stretch.snapshot < 0 else "snapshot-ink"
    return f"{name}:{stretch.process if stretch.snapshot < 0 else stretch.snapshot}"


def _plate(scene: Scene, stretch: Stretch, box: Box, taken: list[Box]) -> tuple[Box, str] | None:
    """The longest words that the band has room for, as near to its start as is free."""
    middle = (box.top + box.bottom) / 2
    half = PLATE_HEIGHT / 2 - 1
    for text in texts(scene, stretch):
        width = text_width(text, "note") + 6
        for step in range(STEPS):
            left = box.left + WORDS_INSET + step * width / 2
            if left + width + WORDS_INSET > box.right:
                break
            found = Box(left, middle - half, left + width, middle + half)
            if not any(found.overlaps(other) for other in taken):
                return found, text
    return None


def texts(scene: Scene, stretch: Stretch) -> list[str]:
    """What may stand in a band, the longest first: ``S2 promised 3.1``, ``promised 3.1``, ``3.1``."""
    translate, number = scene.view.translate, stretch.number
    word = translate(stretch.kind)
    if stretch.snapshot < 0:
        term = translate("term {number}").replace("{number}", number)
        return [f"{word} · {term}", f"{word} {number}", number]
    plain = f"{word} {number}".strip()
    if stretch.kind == BLOCKED:
        other = scene.facts.trace.snapshots[stretch.snapshot].collector
        name = scene.facts.trace.process_ids[other]
        return [translate("blocked, waits for {process}").replace("{process}", name), word]
    several = sum(row.commit != "none" for row in scene.facts.trace.snapshots) > 1
    longest = [f"{scene.facts.trace.snapshots[stretch.snapshot].id} {plain}"] if several else []
    return [*longest, plain, *([number] if number else [])]
