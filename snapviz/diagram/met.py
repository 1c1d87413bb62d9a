"""The words that the play-head stands on, over its line: it strikes none of them through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from .aside import aside
from .cone import Cone, cone_of
from .display_list import Item, Rect, Subject, Text
from .plates import plates
from .scene import Scene
from .view import VEIL

WORDS_UP_TO = 2000  # messages of the run


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
        still = plates(scene).items() if len(scene.facts.sent) <= WORDS_UP_TO else ()
        taken = [plate[0] for subject, plate in still if subject not in seen]
        seen = aside(scene.place.plot, x, reach, seen, taken)
    return [item for plate in seen.values() for item in plate]


def _opaque(back: Rect) -> Rect:
    return replace(back, style=replace(back.style, opacity=1.0))


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
