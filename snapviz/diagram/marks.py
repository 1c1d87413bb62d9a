"""On the process lines: checkpoints, crashes, restarts, and the times a process is down."""

from __future__ import annotations

from dataclasses import replace

from snapviz.engine.stable import COORDINATED, FORCED, SCRIPTED, CheckpointRow
from snapviz.engine.trace import RowKind

from .display_list import Ellipse, Item, Line, Polygon, Rect, Style, Subject
from .facts import numbers
from .glyphs import brush, cross, pen, plate, plate_box
from .layout import SpaceTimeLayout
from .lives import NEVER, Outage
from .scene import Scene

SQUARE = 6.0  # half a checkpoint's side
TENTATIVE_DASH = (1.6, 1.2)
DOWN_DASH = (1.0, 3.0)
FADED = 0.5
DOWN_OPACITY = 0.7
BESIDE = 9.0  # pixels before its instant at which a restart is drawn: events follow at once


def line_parts(scene: Scene, process: int, width: float) -> list[Item]:
    """The line of a process, with gaps while it is down."""
    place = scene.place
    y, left = place.lanes[process], place.plot.left
    items: list[Item] = []
    for outage in _outages(scene, process):
        start = min(max(place.x_of(outage.from_us), left), place.plot.right)
        end = min(max(place.x_of(outage.to_us), left), place.plot.right)
        if start > left:
            items.append(_stretch(process, y, width, left, start))
        left = max(left, end)
    if left < place.plot.right or not items:
        items.append(_stretch(process, y, width, left, place.plot.right))
    return items


def whole_line(place: SpaceTimeLayout, process: int, width: float) -> Item:
    """The line of a process that is always up."""
    plot = place.plot
    return _stretch(process, place.lanes[process], width, plot.left, plot.right)


def _stretch(process: int, y: float, width: float, left: float, right: float) -> Item:
    """Of a line; a thin one as a row of pixels, which is crisp and painted many times faster."""
    token, subject = f"process:{process}", ("process", process)
    if width > 1:
        return Line(left, y, right, y, pen(token, width), subject)
    return Rect(round(left), y, round(right) - round(left), 1, brush(token, width), 0.0, subject)


def outage_items(scene: Scene) -> list[Item]:
    """Dots along a line while its process is down, over what may be hatched there."""
    place = scene.place
    width = 2.0 if place.spacing >= 12 else 1.0
    items: list[Item] = []
    for outage in scene.facts.lives.outages:
        y, process = place.lanes[outage.process], outage.process
        start = max(place.x_of(outage.from_us), place.plot.left)
        end = min(place.x_of(outage.to_us), place.plot.right)
        if end > start and place.shows_lane(process):
            style = pen(f"process:{process}", width, DOWN_DASH, DOWN_OPACITY)
            items.append(Line(start, y, end, y, style, ("outage", process)))
    return items


def _outages(scene: Scene, process: int) -> list[Outage]:
    return [outage for outage in scene.facts.lives.outages if outage.process == process]


def mark_items(scene: Scene) -> list[Item]:
    """Checkpoints as squares, crashes as crosses, restarts and rollbacks as triangles."""
    trace, place = scene.facts.trace, scene.place
    rows = scene.facts.lives.mark_rows
    times = trace.row_time[rows]
    rows = rows[(times >= place.from_us) & (times <= place.to_us)]
    items: list[Item] = []
    for row in numbers(rows):
        process = int(trace.row_process[row])
        if scene.knows(row) and place.shows_lane(process):
            at = (place.x_of(int(trace.row_time[row])), place.lanes[process])
            items += _mark(scene, row, process, at)
    return items


def _mark(scene: Scene, row: int, process: int, at: tuple[float, float]) -> list[Item]:
    trace = scene.facts.trace
    kind, subject = int(trace.row_kind[row]), ("mark", row)
    size = min(SQUARE, max(2.5, scene.place.spacing * 0.2))
    if kind == RowKind.CHECKPOINT:
        taken = trace.checkpoints[int(trace.row_ref[row])]
        token = f"process:{process}"
        return square(*at, size - 0.5, token, taken, subject, passed=scene.passed)
    if kind == RowKind.CRASH:
        return crash_sign(*at, size, subject)
    x, y = at
    return restart_sign(x - BESIDE, y, size, process, subject, back=kind == RowKind.ROLL_BACK)


def square(
    x: float,
    y: float,
    half: float,
    token: str,
    taken: CheckpointRow,
    subject: Subject | None = None,
    *,
    passed: int = NEVER,
) -> list[Item]:
    """A hollow square; dashed while tentative, faint once it is undone or discarded.

    passed: how many rows of the trace have happened.
    """
    paper = Rect(x - half, y - half, 2 * half, 2 * half, brush("background"), 1.5)
    dash = TENTATIVE_DASH if taken.is_tentative(passed) else ()
    style = Style(token, 2.0 if half > 3 else 1.25, dash, "background", 1.0)
    box = Rect(x - half, y - half, 2 * half, 2 * half, style, 1.5, subject)
    items: list[Item] = [box, *_inside(x, y, half * 0.45, token, taken.kind, subject)]
    return [paper, *map(_faint, items)] if taken.has_ended(passed) else items


def _inside(x: float, y: float, r: float, token: str, kind: str, subject) -> list[Item]:
    """What tells the kinds apart: nothing, a dot, a bar, a filled corner."""
    if r < 1.2:
        return []
    if kind == SCRIPTED:
        return [Ellipse(x, y, r * 0.7, r * 0.7, brush(token), subject)]
    if kind == COORDINATED:
        return [Line(x - r * 1.2, y, x + r * 1.2, y, pen(token, 1.75), subject)]
    if kind == FORCED:
        points = (
            (x + r * 1.7, y - r * 1.7),
            (x + r * 1.7, y + r * 1.7),
            (x - r * 1.7, y + r * 1.7),
        )
        return [Polygon(points, brush(token), subject)]
    return []


def _faint(item: Item) -> Item:
    return replace(item, style=replace(item.style, opacity=FADED))


def crash_sign(x: float, y: float, size: float, subject: Subject | None = None) -> list[Item]:
    """A cross on a patch of background, so that the line does not strike it through."""
    paper = Ellipse(x, y, size + 1.5, size + 1.5, brush("background"))
    return [paper, cross(x, y, size * 0.85, pen("orphan", 2.25), subject)]


def restart_sign(
    x: float, y: float, size: float, process: int | None, subject=None, *, back: bool = False
) -> list[Item]:
    """A triangle that points on; hollow and backwards where a process is only put back."""
    side = -1 if back else 1
    token = "muted" if process is None else f"process:{process}"
    reach = size * 0.85
    points = ((x - side * reach, y - reach), (x + side * reach, y), (x - side * reach, y + reach))
    style = brush("background", 1.0, token, 1.5) if back else brush(token, 1.0, "background", 1.25)
    return [Polygon(points, style, subject)]


def mark_words(scene: Scene, taken: list) -> list[Item]:
    """On whom a process goes on where another one takes its place."""
    trace, place = scene.facts.trace, scene.place
    items: list[Item] = []
    for row in numbers(scene.facts.lives.mark_rows):
        standby = stand_in(scene.facts.run, row)
        process = int(trace.row_process[row])
        if not standby or not scene.knows(row) or not place.shows_lane(process):
            continue
        x = place.x_of(int(trace.row_time[row]))
        text = scene.view.translate("on {process}").replace("{process}", standby)
        box = plate_box(x, place.lanes[process] + 17, text, "note")
        if place.spacing >= 40 and place.plot.contains(x, place.lanes[process]):
            taken.append(box)
            items += plate(box, text, "note", "muted", ("note", row))
    return items


def stand_in(run, row: int) -> str:
    """The standby process on which one that restarts at a row goes on; empty if there is none."""
    trace = run.trace
    if trace.row_kind[row] != RowKind.RESTART:
        return ""
    recovery = max((r for r in trace.recoveries if r.row <= row), key=lambda r: r.row)
    host = recovery.hosts.get(int(trace.row_process[row]))
    return "" if host is None else trace.process_ids[host]
