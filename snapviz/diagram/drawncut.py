"""The hand-drawn cut: its curve and handles, what crosses it, and what it is in words."""

from __future__ import annotations

from .cuts import curve, extended, region
from .display_list import Ellipse, Item, Point, Rect, Text
from .emphasis import accented
from .geometry import flattened
from .glyphs import BADGE_SIZE, badge_width, brush, dot, pen
from .handcut import HandCut, judged
from .messages import HEAVY_WIDTH, ORPHAN_WIDTH
from .scene import Scene
from .typography import baseline

CURVE_WIDTH = 2.25
TINT = 0.035
HANDLE = 7.0
OFFER_DASH = (4.0, 4.0)


def drawn_cut_items(scene: Scene) -> list[Item]:
    """Messages first, then the curve; dashed, the nearest consistent cut if this is none."""
    times = scene.view.hand_cut
    if times is None or len(times) != scene.facts.count:
        return []
    cut = judged(scene.facts, times, scene.view.rows)
    subject = ("hand-cut", 0)
    plot = scene.place.plot
    points = extended(plot, _points(scene, times))
    tint = region(plot, points, brush("cut", TINT), subject)
    items: list[Item] = [tint] if tint else []
    items += accented(scene, list(cut.in_transit), "cut", HEAVY_WIDTH, halo=False)
    items += accented(scene, list(cut.orphans), "orphan", ORPHAN_WIDTH)
    if not cut.consistent:
        items += _offer(scene, cut)
    items += curve(plot, points, pen("background", CURVE_WIDTH + 3, (), 0.8), subject)
    items += curve(plot, points, pen("cut", CURVE_WIDTH), subject)
    items += _handles(scene, times)
    return items + _words(scene, cut, points)


def _points(scene: Scene, times: tuple[int, ...]) -> list[Point]:
    place = scene.place
    return [(place.x_of(us), y) for us, y in zip(times, place.lanes, strict=True)]


def _offer(scene: Scene, cut: HandCut) -> list[Item]:
    """Where the nearest consistent cut lies, with a dot on each line on which it differs."""
    plot = scene.place.plot
    points = _points(scene, cut.nearest_times)
    style = pen("good", 1.75, OFFER_DASH)
    items = curve(plot, extended(plot, points), style, ("nearest-cut", 0))
    for process, (x, y) in enumerate(points):
        moves = cut.nearest_times[process] != cut.times_us[process]
        if moves and plot.contains(x, y):
            items.append(dot(x, y, 4.0, "good", ("nearest-cut", process)))
    return items


def _handles(scene: Scene, times: tuple[int, ...]) -> list[Item]:
    items: list[Item] = []
    for process, (x, y) in enumerate(_points(scene, times)):
        if scene.place.plot.contains(x, y):
            subject = ("cut-handle", process)
            ring = brush("background", 1.0, "cut", 2.0)
            items.append(Ellipse(x, y, HANDLE, HANDLE, ring, subject))
            items.append(Ellipse(x, y, 2.5, 2.5, brush(f"process:{process}"), subject))
    return items


def _words(scene: Scene, cut: HandCut, points: list[Point]) -> list[Item]:
    """The verdict at the foot of the curve."""
    translate, place = scene.view.translate, scene.place
    text = translate("consistent")
    if not cut.consistent:
        text = f"{translate('inconsistent')}, {translate('orphans')}: {len(cut.orphans)}"
    token = "good" if cut.consistent else "bad"
    width = badge_width(text)
    foot = flattened(points)[-1][0]
    x = min(max(foot, place.plot.left + width / 2), place.width - width / 2 - 4)
    y = place.plot.bottom - BADGE_SIZE / 2 - 1
    box = (x - width / 2, y - BADGE_SIZE / 2, width, BADGE_SIZE)
    subject = ("cut-verdict", 0)
    return [
        Rect(*box, brush(token), BADGE_SIZE / 2, subject),
        Text(x, baseline(y, "badge"), text, "badge", f"{token}_ink", "middle", subject=subject),
    ]
