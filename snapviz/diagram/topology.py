"""The topology diagram: processes as circles, channels as arrows, messages on their way."""

from __future__ import annotations

from math import hypot

from .display_list import DisplayList, Ellipse, Item, Line, Point, Rect, Text
from .facts import Facts, facts
from .figures import state_text
from .glyphs import brush, diamond, dot, head, pen
from .placement import CHANNEL_GAP, MOST_RINGS, RING_STEP, Placement, place
from .traffic import traffic
from .typography import ROLES, baseline, elided, text_width

CROWDED = 240  # channels from which they lose their heads
DENSE = 48  # channels from which they are thin


def topology(
    run, rows: int, time_us: int, width: float, height: float, translate=str
) -> DisplayList:
    """The system at ``time_us`` with ``rows`` trace rows passed; ``run`` None: an empty one."""
    paper = Rect(0, 0, width, height, brush("background"))
    if run is None or not run.trace.process_ids:
        words = Text(
            width / 2, height / 2, translate("No processes yet"), "empty", "muted", "middle"
        )
        return DisplayList(width, height, (paper, words))
    known, where = facts(run), place(run, width, height)
    rings = _recorded(known, rows)
    ways = _ways(known, where, rings)
    items: list[Item] = [paper]
    items += _channels(known, ways)
    items += _processes(run, where, rows, rings)
    items += traffic(known, where, ways, rows, time_us)
    items += _legend(known, where, width, translate)
    return DisplayList(width, height, tuple(items))


def _recorded(known: Facts, rows: int) -> list[list[int]]:
    """Numbers of the snapshots that each process has recorded."""
    rings: list[list[int]] = [[] for _ in range(known.count)]
    for number, records in enumerate(known.records):
        for process, record in records.items():
            if record.row < rows:
                rings[process].append(number)
    return [ring[-MOST_RINGS:] for ring in rings]


def _ways(known: Facts, where: Placement, rings: list[list[int]]) -> list[tuple[Point, Point]]:
    """Start and end of each channel's arrow; opposite channels run side by side."""
    ends = known.trace.channel_ends
    pairs = set(ends)
    gap = min(CHANNEL_GAP, where.radius * 0.35)
    ways = []
    for source, target in ends:
        (x1, y1), (x2, y2) = where.centres[source], where.centres[target]
        distance = hypot(x2 - x1, y2 - y1) or 1.0
        ux, uy = (x2 - x1) / distance, (y2 - y1) / distance
        side = gap if (target, source) in pairs else 0.0
        x1, y1, x2, y2 = x1 - uy * side, y1 + ux * side, x2 - uy * side, y2 + ux * side
        leave = where.radius + RING_STEP * len(rings[source]) + 1
        arrive = where.radius + RING_STEP * len(rings[target]) + 2.5
        if leave + arrive > distance * 0.9:
            leave = arrive = distance * 0.45
        ways.append(((x1 + ux * leave, y1 + uy * leave), (x2 - ux * arrive, y2 - uy * arrive)))
    return ways


def _channels(known: Facts, ways: list[tuple[Point, Point]]) -> list[Item]:
    is_crowded, is_dense = len(ways) > CROWDED, len(ways) > DENSE
    style = pen("channel", 1.0, (), 0.5) if is_dense else pen("channel", 1.25)
    length = 5.0 if is_dense else 7.0
    items: list[Item] = []
    for channel, ((x1, y1), (x2, y2)) in enumerate(ways):
        items.append(Line(x1, y1, x2, y2, style, ("channel", channel)))
        if not is_crowded:
            items.append(head(x1, y1, x2, y2, "channel", ("channel", channel), length=length))
    return items


def _processes(run, where: Placement, rows: int, rings: list[list[int]]) -> list[Item]:
    states = run.states_at(rows)
    radius = where.radius
    items: list[Item] = []
    for process, (x, y) in enumerate(where.centres):
        for step, number in enumerate(rings[process], start=1):
            reach = radius + RING_STEP * step
            style = pen(f"snapshot:{number}", 1.75)
            items.append(Ellipse(x, y, reach, reach, style, ("recorded", number)))
        disc = brush("background", 1.0, f"process:{process}", 3.0 if radius > 20 else 2.0)
        items.append(Ellipse(x, y, radius, radius, disc, ("process", process)))
        name = run.trace.process_ids[process]
        items += _words(process, name, state_text(states[process]), x, y, radius)
    return items


def _words(process: int, name: str, state: str, x: float, y: float, radius: float) -> list[Item]:
    if radius < 11:
        return []
    subject = ("process", process)
    is_roomy = radius >= 26
    role, state_role = ("process", "state") if is_roomy else ("process-small", "state-small")
    room = radius * 1.75
    ink = f"process-ink:{process}"
    if not state or radius < 19:
        line = baseline(y, role)
        return [Text(x, line, elided(name, role, room), role, ink, "middle", subject=subject)]
    gap = ROLES[role].size * 0.62
    if text_width(state, state_role) > room:
        state_role = "state-small"
    state = elided(state, state_role, room)
    top, bottom = baseline(y - gap, role), baseline(y + gap + 1, state_role)
    return [
        Text(x, top, elided(name, role, room), role, ink, "middle", subject=subject),
        Text(x, bottom, state, state_role, "ink", "middle", subject=("state", process)),
    ]


def _legend(known: Facts, where: Placement, width: float, translate) -> list[Item]:
    """Signs and words for what the run can show, centred under the diagram."""
    if where.legend_y is None:
        return []
    y = where.legend_y
    entries = []
    if not known.is_control.all():
        entries.append(("message", lambda x: dot(x, y, 4.5, "muted")))
    if known.trace.snapshots:
        entries.append(("marker", lambda x: diamond(x, y, 5.5, "muted")))
        entries.append(("state recorded", lambda x: Ellipse(x, y, 5, 5, pen("muted", 1.5))))
    entries = [(translate(word), sign) for word, sign in entries]
    widths = [16 + text_width(word, "legend") for word, _ in entries]
    x = (width - sum(widths) - 16 * (len(entries) - 1)) / 2
    items: list[Item] = []
    for (word, sign), step in zip(entries, widths, strict=True):
        items.append(sign(x + 5))
        items.append(Text(round(x + 16), baseline(y, "legend"), word, "legend", "muted"))
        x += step + 16
    return items
