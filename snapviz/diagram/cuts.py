"""Snapshots: recordings as diamonds, the cut through them as a curve, the past tinted."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, log2
from typing import NamedTuple

import numpy as np

from .display_list import Item, Path, Point, Polygon, Style, Subject
from .geometry import Box, clip_polygon, clip_polyline, flattened, smooth
from .glyphs import BADGE_SIZE, badge, badge_width, brush, diamond, diamond_points, pen
from .layout import MARGIN, SpaceTimeLayout
from .scene import Scene

TINT = 0.075  # of one cut; several share it so that their colours stay pale
TINTS = 4  # that lie over one another: of more cuts, each tints since the fourth before it
TINTED_GAP = 100.0  # pixels between that many cuts, on average, below which a tint says nothing
CURVE_WIDTH = 2.0
GAP = 4.0  # between badges


def tint_items(scene: Scene) -> list[Item]:
    """The past of every complete cut, from the left edge of the plot to the curve.

    Of more, from the fourth cut before it; of very many, none does.
    """
    known, place = scene.facts.recordings, scene.place
    complete = np.flatnonzero(scene.complete)
    count, reach = len(complete), 1 / place.scale
    if count > TINTS and scene.facts.run.until_us * place.scale < TINTED_GAP * count:
        return []
    opacity = TINT / max(1.0, min(count, TINTS) ** 0.75)
    before = np.concatenate([np.full(min(count, TINTS), -1), complete[:-TINTS]])
    since_us = np.where(before < 0, -1, known.first_us[before])
    shown = (known.last_us[complete] >= place.from_us - reach) & (since_us <= place.to_us)
    items = []
    for number, other in zip(complete[shown].tolist(), before[shown].tolist(), strict=True):
        item = _tint(scene, number, other, opacity)
        items += [] if item is None else [item]
    return items


def seen_cuts(scene: Scene) -> list[int]:
    """The numbers of the snapshots of which something may be in view."""
    place, slack = scene.place, 2 / scene.place.scale
    found = scene.facts.recordings.within(place.from_us - slack, place.to_us + slack)
    return found.tolist()


def _points(scene: Scene, number: int) -> list[Point]:
    """Where each process recorded, line by line."""
    recorded = scene.facts.recordings.of_one(number, scene.known_rows)
    lanes = (scene.place.lanes[process] for process in recorded.processes.tolist())
    return list(zip(scene.place.x_of(recorded.times).tolist(), lanes, strict=True))


def extended(plot: Box, points: list[Point]) -> list[Point]:
    """The cut reaches from the top of the plot to its bottom."""
    top = min(plot.top, points[0][1])
    bottom = max(plot.bottom, points[-1][1])
    return [(points[0][0], top), *points, (points[-1][0], bottom)]


def is_inside(points: list[Point], box: Box) -> bool:
    """Whether a cut can be drawn as the curve that it is, not cut off."""
    return all(box.contains(x, y, 0.5) for x, y in points)


def _tint(scene: Scene, number: int, before: int, opacity: float) -> Item | None:
    """``before``: the cut at which it begins; -1: at the left edge of the plot."""
    plot = scene.place.plot
    points = extended(plot, _points(scene, number))
    style = brush(f"snapshot:{number}", opacity)
    subject = ("past", number)
    since = [] if before < 0 else extended(plot, _points(scene, before))
    if since and not is_beyond(since, plot, -1):
        return _between(scene, points, since, style, subject)
    if is_beyond(points, plot, 1):
        corners = (plot.left, plot.top), (plot.right, plot.top)
        corners += (plot.right, plot.bottom), (plot.left, plot.bottom)
        return Polygon(corners, style, subject)
    if is_beyond(points, plot, -1):
        return None
    if is_inside(points, plot) and not scene.is_hasty:
        commands = smooth(points)
        corners = (("L", plot.left, plot.bottom), ("L", plot.left, plot.top), ("Z",))
        return Path((*commands, *corners), style, subject)
    return region(plot, points, style, subject, is_smooth=not scene.is_hasty)


def _between(
    scene: Scene, points: list[Point], since: list[Point], style: Style, subject: Subject
) -> Item | None:
    """What of the plot lies between two cuts; where they cross, nothing."""
    plot = scene.place.plot
    left = [(min(x1, x2), y) for (x1, y), (x2, _) in zip(since, points, strict=True)]
    if scene.is_hasty:
        return _clipped(plot, [*points, *left[::-1]], style, subject)
    if is_inside(points, plot) and is_inside(left, plot):
        back = smooth(left[::-1])[1:]
        return Path((*smooth(points), ("L", *left[-1]), *back, ("Z",)), style, subject)
    return _clipped(plot, [*flattened(points), *flattened(left)[::-1]], style, subject)


def region(
    plot: Box,
    points: list[Point],
    style: Style,
    subject: Subject,
    *,
    side: int = -1,
    is_smooth: bool = True,
) -> Item | None:
    """What of the plot lies left (``side`` -1) or right (1) of the curve through the points, or,
    if not ``is_smooth``, of the straight lines."""
    outline = flattened(points) if is_smooth else points
    xs = [x for x, _ in outline]
    far = min(*xs, plot.left) - 1 if side < 0 else max(*xs, plot.right) + 1
    return _clipped(plot, [*outline, (far, outline[-1][1]), (far, outline[0][1])], style, subject)


def _clipped(plot: Box, ring: list[Point], style: Style, subject: Subject) -> Item | None:
    clipped = clip_polygon(ring, plot)
    return Polygon(tuple(clipped), style, subject) if clipped else None


def curve_items(scene: Scene) -> list[Item]:
    """The cuts, whole or as far as they are recorded."""
    items: list[Item] = []
    for number in seen_cuts(scene):
        style = pen(f"snapshot:{number}", curve_width(scene.place))
        for points in cut_pieces(scene, number):
            items += curve(scene.place.plot, points, style, ("cut", number))
    return items


def curve_width(place: SpaceTimeLayout) -> float:
    """Pixels, less where lines lie close."""
    return CURVE_WIDTH if place.spacing >= 12 else 1.25


def cut_pieces(scene: Scene, number: int) -> list[list[Point]]:
    """The points of a cut: all of them, or those of each piece that is recorded."""
    if scene.is_complete(number):
        return [extended(scene.place.plot, _points(scene, number))]
    return _neighbours(scene, number)


def _neighbours(scene: Scene, number: int) -> list[list[Point]]:
    """Recordings of an unfinished snapshot on lanes next to one another."""
    records, place = scene.records(number), scene.place
    runs: list[list[Point]] = []
    previous = None
    for process in sorted(records):
        point = (place.x_of(records[process].time_us), place.lanes[process])
        if previous is not None and process == previous + 1:
            runs[-1].append(point)
        else:
            runs.append([point])
        previous = process
    return [points for points in runs if len(points) > 1]


def is_beyond(points: list[Point], plot: Box, side: int) -> bool:
    """Whether a cut lies left (``side`` -1) or right (1) of all that is in view."""
    if side < 0:
        return all(x < plot.left - 1 for x, _ in points)
    return all(x > plot.right + 1 for x, _ in points)


def curve(plot: Box, points: list[Point], style: Style, subject: Subject) -> list[Item]:
    """A smooth curve through the points, as far as it lies in the plot."""
    if is_beyond(points, plot, -1) or is_beyond(points, plot, 1):
        return []
    if is_inside(points, plot):
        return [Path(tuple(smooth(points)), style, subject)]
    return [
        Path((("M", *piece[0]), *(("L", *point) for point in piece[1:])), style, subject)
        for piece in clip_polyline(flattened(points), plot)
    ]


def record_size(place: SpaceTimeLayout) -> float:
    """Pixels from the middle of a recording's diamond to its corners."""
    return min(7.0, max(2.5, place.spacing * 0.22))


def record_items(scene: Scene, shows: Callable[[float], bool] | None = None) -> list[Item]:
    """A diamond for each recording; the initiator's has a second outline.

    ``shows``: which places along the time are asked for, in pixels.
    """
    place = scene.place
    size = record_size(place)
    margin = size * 0.5
    items: list[Item] = []
    for number in seen_cuts(scene):
        snapshot = scene.facts.trace.snapshots[number]
        for process, record in scene.records(number).items():
            in_time = place.from_us <= record.time_us <= place.to_us
            if not (in_time and place.shows_lane(process)):
                continue
            x, y = place.x_of(record.time_us), place.lanes[process]
            if shows and not shows(x):
                continue
            if process == snapshot.initiator:
                outline = brush("background", 1.0, f"snapshot:{number}", 1.5)
                items.append(
                    Polygon(diamond_points(x, y, size + margin), outline, ("initiator", number))
                )
            items.append(diamond(x, y, size, f"snapshot:{number}", ("record", number)))
    return items


class Badge(NamedTuple):
    """A snapshot's name and where its centre is."""

    number: int
    x: float
    y: float
    is_above: bool  # over the plot, at the top of its cut


def badges(scene: Scene) -> list[Badge]:
    """One for each snapshot in view: above the plot for a whole cut, else at its start.

    Where there is no room for all, for one of two, of four and so on.
    """
    place = scene.place
    wanted: list[tuple[float, int]] = []
    loose: list[Badge] = []
    stride = _badge_stride(scene)
    for number in seen_cuts(scene):
        if number % stride:
            continue
        snapshot = scene.facts.trace.snapshots[number]
        if scene.is_complete(number):
            x = _points(scene, number)[0][0]
            if place.plot.left <= x <= place.plot.right:
                wanted.append((x, number))
            continue
        records = scene.records(number)
        if not records:
            continue
        start = records.get(snapshot.initiator) or min(records.values(), key=lambda r: r.row)
        x, y = place.x_of(start.time_us), place.lanes[start.process]
        if place.plot.contains(x, y):
            loose.append(Badge(number, x, y - 24, False))
    wanted.sort()
    xs = _spread(
        [x for x, _ in wanted],
        [_width(scene, number) for _, number in wanted],
        MARGIN,
        place.width - 4,
    )
    above = [
        Badge(number, x, place.badge_y, True) for x, (_, number) in zip(xs, wanted, strict=True)
    ]
    return [*above, *loose]


def _badge_stride(scene: Scene) -> int:
    """The same however the picture is panned."""
    count = len(scene.facts.records)
    gap = scene.facts.run.until_us * scene.place.scale / max(count, 1)
    return 1 << max(0, ceil(log2(_width(scene, count - 1) / gap))) if gap and count else 1


def _width(scene: Scene, number: int) -> float:
    return badge_width(scene.facts.trace.snapshots[number].id) + GAP


def _spread(xs: list[float], widths: list[float], left: float, right: float) -> list[float]:
    """Centres as near to ``xs`` as they can be without overlapping: groups that touch are
    centred together."""
    groups: list[tuple[list[int], float, float]] = []  # members, start, width
    for index, (x, width) in enumerate(zip(xs, widths, strict=True)):
        members, start, total = [index], x - width / 2, width
        while groups and groups[-1][1] + groups[-1][2] > start:
            before, _, other = groups.pop()
            members, total = [*before, *members], total + other
            start = _group_start(members, xs, widths, total)
        start = max(left, min(start, right - total))
        groups.append((members, start, total))
    centres = list(xs)
    for members, start, _ in groups:
        for index in members:
            centres[index] = start + widths[index] / 2
            start += widths[index]
    return centres


def _group_start(members: list[int], xs: list[float], widths: list[float], total: float) -> float:
    offset, wishes = 0.0, 0.0
    for index in members:
        wishes += xs[index] - (offset + widths[index] / 2)
        offset += widths[index]
    return wishes / len(members)


def badge_items(scene: Scene) -> list[Item]:
    """Badges, those above the plot tied to the top of their cut."""
    items: list[Item] = []
    plot = scene.place.plot
    for number, x, y, is_above in badges(scene):
        subject = ("snapshot", number)
        token = f"snapshot-ink:{number}"
        if is_above:
            top = (_points(scene, number)[0][0], plot.top)
            path = smooth([(x, y + BADGE_SIZE / 2), top])
            items.append(Path(tuple(path), pen(f"snapshot:{number}", CURVE_WIDTH), subject))
        items += badge(x, y, scene.facts.trace.snapshots[number].id, token, subject)
    return items


def badge_obstacles(scene: Scene) -> list[Box]:
    """Places of the badges inside the plot, which labels leave free."""
    found: list[Box] = []
    for number, x, y, is_above in badges(scene):
        if not is_above:
            half = _width(scene, number) / 2
            found.append(Box(x - half, y - BADGE_SIZE / 2 - 2, x + half, y + BADGE_SIZE / 2 + 2))
    return found
