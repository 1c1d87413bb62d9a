"""Snapshots: recordings as diamonds, the cut through them as a curve, the past tinted."""

from __future__ import annotations

from typing import NamedTuple

from .display_list import Item, Path, Point, Polygon, Style, Subject
from .geometry import Box, clip_polygon, clip_polyline, flattened, smooth
from .glyphs import BADGE_SIZE, badge, badge_width, brush, diamond, diamond_points, pen
from .layout import MARGIN
from .scene import Scene

TINT = 0.075  # of one cut; several share it so that their colours stay pale
CURVE_WIDTH = 2.0
GAP = 4.0  # between badges


def tint_items(scene: Scene) -> list[Item]:
    """The past of every complete cut, from the left edge of the plot to the curve."""
    numbers = [number for number, _ in _complete(scene)]
    opacity = TINT / max(1.0, len(numbers) ** 0.75)
    return [item for number in numbers if (item := _tint(scene, number, opacity)) is not None]


def _complete(scene: Scene) -> list[tuple[int, list[Point]]]:
    """Number and recording points, lane by lane, of each snapshot that shows as complete."""
    found = []
    for number in range(len(scene.facts.records)):
        if scene.is_complete(number):
            found.append((number, _points(scene, number)))
    return found


def _points(scene: Scene, number: int) -> list[Point]:
    records = scene.records(number)
    place = scene.place
    return [
        (place.x_of(records[process].time_us), place.lanes[process]) for process in sorted(records)
    ]


def extended(plot: Box, points: list[Point]) -> list[Point]:
    """The cut reaches from the top of the plot to its bottom."""
    top = min(plot.top, points[0][1])
    bottom = max(plot.bottom, points[-1][1])
    return [(points[0][0], top), *points, (points[-1][0], bottom)]


def is_inside(points: list[Point], box: Box) -> bool:
    """Whether a cut can be drawn as the curve that it is, not cut off."""
    return all(box.contains(x, y, 0.5) for x, y in points)


def _tint(scene: Scene, number: int, opacity: float) -> Item | None:
    plot = scene.place.plot
    points = extended(plot, _points(scene, number))
    style = brush(f"snapshot:{number}", opacity)
    subject = ("past", number)
    if is_beyond(points, plot, 1):
        corners = (plot.left, plot.top), (plot.right, plot.top)
        corners += (plot.right, plot.bottom), (plot.left, plot.bottom)
        return Polygon(corners, style, subject)
    if is_beyond(points, plot, -1):
        return None
    if is_inside(points, plot):
        commands = smooth(points)
        corners = (("L", plot.left, plot.bottom), ("L", plot.left, plot.top), ("Z",))
        return Path((*commands, *corners), style, subject)
    return region(plot, points, style, subject)


def region(
    plot: Box, points: list[Point], style: Style, subject: Subject, *, side: int = -1
) -> Item | None:
    """What of the plot lies left (``side`` -1) or right (1) of the curve through the points."""
    outline = flattened(points)
    xs = [x for x, _ in outline]
    far = min(*xs, plot.left) - 1 if side < 0 else max(*xs, plot.right) + 1
    ring = [*outline, (far, outline[-1][1]), (far, outline[0][1])]
    clipped = clip_polygon(ring, plot)
    return Polygon(tuple(clipped), style, subject) if clipped else None


def curve_items(scene: Scene) -> list[Item]:
    """The cuts, whole or as far as they are recorded."""
    items: list[Item] = []
    for number in range(len(scene.facts.records)):
        style = pen(f"snapshot:{number}", CURVE_WIDTH if scene.place.spacing >= 12 else 1.25)
        for points in cut_pieces(scene, number):
            items += curve(scene.place.plot, points, style, ("cut", number))
    return items


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


def record_items(scene: Scene) -> list[Item]:
    """A diamond for each recording; the initiator's has a second outline."""
    place = scene.place
    size = min(7.0, max(2.5, place.spacing * 0.22))
    margin = size * 0.5
    items: list[Item] = []
    for number, snapshot in enumerate(scene.facts.trace.snapshots):
        for process, record in scene.records(number).items():
            in_time = place.from_us <= record.time_us <= place.to_us
            if not (in_time and place.shows_lane(process)):
                continue
            x, y = place.x_of(record.time_us), place.lanes[process]
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
    """One for each snapshot in view: above the plot for a whole cut, else at its start."""
    place = scene.place
    wanted: list[tuple[float, int]] = []
    loose: list[Badge] = []
    for number, snapshot in enumerate(scene.facts.trace.snapshots):
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
