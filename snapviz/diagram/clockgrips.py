"""What each clock reads under the name of its process, and the grip by which it is dragged."""

from __future__ import annotations

from .display_list import Item, Path, Rect, Text
from .figures import offset_text
from .geometry import Box
from .glyphs import brush, pen
from .lanes import label_box
from .layout import BOX_LABEL_SPACING, FULL_LABEL_SPACING, LABEL_GAP, SpaceTimeLayout
from .scene import Scene
from .typography import baseline, text_width

CHEVRON = 2.5
GRIP_ROOM = 11.0  # pixels beside a reading for its grip and some air
REACH = 9.0  # pixels above and below a line at which its small grip can be taken


def clock_box(place: SpaceTimeLayout, process: int) -> Box | None:
    """Where the clock of a process can be taken; None where lines are too close for it.

    Under the name in a full label, else in the gap between the label and the plot.
    """
    box = label_box(place, process)
    y = place.lanes[process]
    if place.spacing >= FULL_LABEL_SPACING:
        return Box(box.left, y, box.right, box.bottom + 2)
    if place.spacing < BOX_LABEL_SPACING:
        return None
    return Box(box.right, y - REACH, box.right + LABEL_GAP + 10, y + REACH)


def clock_items(scene: Scene) -> list[Item]:
    """What each clock is ahead of true time at the play-head, under the name, and the grips."""
    place = scene.place
    items: list[Item] = []
    if not scene.facts.has_clocks:
        return items
    for process in range(scene.facts.count):
        if not place.shows_lane(process):
            continue
        is_hot = scene.view.hot == ("clock", process)
        if place.spacing >= FULL_LABEL_SPACING:
            items += _reading(scene, process, is_hot)
        elif scene.view.grips and place.spacing >= BOX_LABEL_SPACING:
            x = label_box(place, process).right + LABEL_GAP / 2
            items += _chevrons(x, place.lanes[process], 2.0, process, is_hot)
    return items


def _reading(scene: Scene, process: int, is_hot: bool) -> list[Item]:
    place, time_us = scene.place, scene.view.time_us
    box = label_box(place, process)
    x, y = (box.left + box.right) / 2, place.lanes[process] + 9
    text = offset_text(scene.facts.offset_us(process, place.to_us if time_us is None else time_us))
    half = text_width(text, "clock") / 2
    items: list[Item] = []
    if is_hot:
        plate = (box.left + 2.5, y - 8, box.right - box.left - 5, 15.5)
        items.append(Rect(*plate, brush("accent_tint"), 5.0, ("clock", process)))
    color = "accent" if is_hot else "muted"
    line = baseline(y, "clock")
    items.append(Text(x, line, text, "clock", color, "middle", subject=("clock", process)))
    if scene.view.grips and half + GRIP_ROOM < (box.right - box.left) / 2:
        items += _chevrons(x, y, half + 5, process, is_hot)
    return items


def _chevrons(x: float, y: float, apart: float, process: int, is_hot: bool) -> list[Item]:
    """``<`` and ``>``: it goes sideways."""
    style = pen("accent", 1.5) if is_hot else pen("muted", 1.1, (), 0.75)
    commands: list[tuple] = []
    for side in (-1, 1):
        inner, tip = x + side * apart, x + side * (apart + CHEVRON)
        commands += [("M", inner, y - CHEVRON), ("L", tip, y), ("L", inner, y + CHEVRON)]
    return [Path(tuple(commands), style, ("clock-grip", process))]
