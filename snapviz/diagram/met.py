"""The words that the play-head stands on, over its line: it strikes none of them through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from .cone import Cone, cone_of
from .display_list import Item, Rect, Subject, Text
from .plates import plates
from .scene import Scene
from .view import VEIL

WORDS_UP_TO = 2000  # messages of the run
BADGES = ("snapshot", "cut-verdict")
BANDS = ("role", "parting")

Plates = dict[Subject, tuple[Rect, Text]]


def words_met(scene: Scene, x: float, reach: float, chosen: list[Item]) -> list[Item]:
    """Plates within ``reach`` pixels of the play-head; what is still to come stays faint.

    ``chosen``: what was drawn over the still picture; its plates count instead of those there.
    Where the future is hidden they step aside: half an amount would be another one.
    """
    is_hidden = scene.view.future == "hidden"
    near = 0.0 if is_hidden else reach
    found = {subject: _as_seen(scene, *plate) for subject, plate in _met(scene, x, near)}
    for back, words in pairwise(chosen):
        is_plate = isinstance(back, Rect) and isinstance(words, Text)
        if is_plate and _spans(back, x, near):
            found[words.subject] = (back, words)
    seen = {subject: (_opaque(back), words) for subject, (back, words) in found.items()}
    if is_hidden:
        seen = {subject: _aside(scene, x, reach, *plate) for subject, plate in seen.items()}
        seen = _apart(scene, seen, found)
    return [item for plate in seen.values() for item in plate]


def _opaque(back: Rect) -> Rect:
    return replace(back, style=replace(back.style, opacity=1.0))


def _aside(scene: Scene, x: float, reach: float, back: Rect, words: Text) -> tuple[Rect, Text]:
    """Left of the play-head, and of a dot on it; the ground still covers what was cut in two.

    Words in a band, and those of an arrow that does not come so far yet, wait until there is room.
    """
    if back.y < scene.place.plot.top:
        return back, words
    kind, edge = words.subject[0], x + 1
    gap = 0.0 if kind in BADGES else reach + 3
    left = edge - gap - back.width
    waits = kind in BANDS or (kind == "message" and words.x > x)
    if waits or left < scene.place.plot.left:
        return replace(back, width=edge - back.x), replace(words, opacity=0.0)
    wide = replace(back, x=left, width=edge - left)
    return wide, replace(words, x=words.x + left - back.x)


def _apart(scene: Scene, moved: Plates, found: Plates) -> Plates:
    """What would cover other words waits where it was."""
    if len(scene.facts.sent) > WORDS_UP_TO:
        return moved
    taken = [plate[0] for subject, plate in plates(scene).items() if subject not in moved]
    kept: Plates = {}
    for subject, (back, words) in moved.items():
        start = found[subject][0]
        if back.x != start.x and any(_overlaps(back, other) for other in taken):
            width = back.x + back.width - start.x
            back, words = replace(back, x=start.x, width=width), replace(words, opacity=0.0)
        else:
            taken.append(back)
        kept[subject] = (back, words)
    return kept


def _overlaps(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _spans(back: Rect, x: float, reach: float) -> bool:
    return back.x - reach <= x <= back.x + back.width + reach


def _met(scene: Scene, x: float, reach: float) -> Iterator[tuple[Subject, list[Item]]]:
    """Of the plates of the still picture those that do not fade beside what is lit."""
    if len(scene.facts.sent) > WORDS_UP_TO:
        return
    cone = cone_of(scene)
    for subject, plate in plates(scene).items():
        if _spans(plate[0], x, reach) and _is_lit(cone, subject):
            yield subject, plate


def _is_lit(cone: Cone | None, subject: Subject) -> bool:
    """Whether the words do not fade beside the past and future of an event."""
    kind, number = subject
    if cone is None or kind == "snapshot":
        return True
    return kind == "message" and bool(cone.holds(np.array([number]))[0])


def _as_seen(scene: Scene, back: Rect, words: Text) -> tuple[Rect, Text]:
    """Veiled where they lie in the plot and are about something to come."""
    is_above = back.y < scene.place.plot.top
    if is_above or _begins(scene, words.subject) <= scene.view.rows:
        return back, words
    return back, replace(words, opacity=words.opacity * (1 - VEIL[scene.view.future]))


def _begins(scene: Scene, subject: Subject) -> int:
    """How many rows have happened when what the words are about begins."""
    kind, number = subject
    known = scene.facts
    if kind == "message":
        return int(known.send_row[number]) + 1
    if kind == "note":
        return number + 1
    if kind == "snapshot":
        return min(record.row for record in known.records[number].values()) + 1
    told = {"decision": known.trace.decisions, "role": known.roles, "parting": known.partings}
    return told[kind][number].row if kind in told else 0  # a recovery has its name afterwards
