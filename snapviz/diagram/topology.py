"""The topology diagram: processes as circles, channels as arrows, messages on their way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from .channel_signs import channel_items
from .display_list import DisplayList, Ellipse, Item, Rect, Text
from .facts import Facts, facts
from .figures import state_text
from .glyphs import brush, cross, pen
from .parted_channels import parted_items
from .placement import RING_STEP, Placement, has_legend, place
from .polyline import Way
from .topology_legend import entries, legend_items, rows_of
from .traffic import traffic
from .typography import ROLES, baseline, elided, text_width
from .ways import recorded, ways

DOWN_OPACITY = 0.35


@dataclass(frozen=True)
class Network:
    """A run laid out as a network at one moment: where everything is."""

    run: object
    known: Facts
    rows: int
    time_us: int
    where: Placement
    rings: tuple[tuple[int, ...], ...]
    ways: list[Way]
    votes: bool = True


def of_traffic(laid: Network) -> tuple:
    """What `traffic.spots` asks for."""
    return laid.known, laid.ways, laid.rows, laid.time_us, laid.votes


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
    laid = network(run, rows, time_us, placed(run, width, height, translate))
    items = [*still(laid, width, height, translate), *moving(laid)]
    return DisplayList(width, height, tuple(items))


def placed(run, width: float, height: float, translate: Callable[[str], str] = str) -> Placement:
    """Where the processes stand in a picture of this size, its legend taken into account."""
    rows = _legend(run, width, height, translate)
    return place(run, width, height, len(rows))


def network(run, rows: int, time_us: int, where: Placement, votes: bool = True) -> Network:
    """The run laid out, its processes at the places of ``where``."""
    known = facts(run)
    rings = recorded(known, rows)
    found = known.kept("ways", (where, rings), lambda: ways(known, where, rings))
    return Network(run, known, rows, time_us, where, rings, found, votes)


def still(
    laid: Network, width: float, height: float, translate=str, without: frozenset[int] = frozenset()
) -> list[Item]:
    """What stays while messages travel: paper, channels and legend.

    ``without``: processes whose channels are left out.
    """
    items: list[Item] = [Rect(0, 0, width, height, brush("background"))]
    ends = laid.known.trace.channel_ends
    shown = [n for n, (a, b) in enumerate(ends) if a not in without and b not in without]
    items += channel_items(laid.ways, laid.run.scenario.channels, shown)
    items += legend_items(laid.where, width, _legend(laid.run, width, height, translate))
    return items


def moving(laid: Network, channels_of: frozenset[int] = frozenset()) -> list[Item]:
    """Processes and what travels between them; on top some processes with their channels."""
    items: list[Item] = []
    if channels_of:
        ends = laid.known.trace.channel_ends
        shown = [n for n, (a, b) in enumerate(ends) if a in channels_of or b in channels_of]
        items += channel_items(laid.ways, laid.run.scenario.channels, shown)
    items += _processes(laid, channels_of)
    items += parted_items(laid.known.trace, laid.ways, laid.rows, laid.time_us)
    return items + traffic(laid.known, laid.where, laid.ways, laid.rows, laid.time_us, laid.votes)


def _legend(run, width: float, height: float, translate) -> list:
    if not has_legend(width, height):
        return []
    known = facts(run)
    words = known.kept("topology legend", translate("message"), lambda: entries(known, translate))
    return rows_of(words, width)


def _processes(laid: Network, last: frozenset[int]) -> list[Item]:
    """Every process with its rings; those in ``last`` over the others."""
    run, radius = laid.run, laid.where.radius
    states, down = run.states_at(laid.rows), laid.known.lives.down_at(laid.rows)
    items: list[Item] = []
    for process in sorted(range(laid.known.count), key=last.__contains__):
        x, y = laid.where.centres[process]
        for step, number in enumerate(laid.rings[process], start=1):
            reach = radius + RING_STEP * step
            style = pen(f"snapshot:{number}", 1.75)
            items.append(Ellipse(x, y, reach, reach, style, ("recorded", number)))
        is_down = process in down
        token = "muted" if is_down else f"process:{process}"
        disc = brush("background", 1.0, token, 3.0 if radius > 20 else 2.0)
        items.append(Ellipse(x, y, radius, radius, disc, ("process", process)))
        if is_down:
            items.append(_crossed(x, y, radius, process))
        name = run.trace.process_ids[process]
        words = _words(process, name, state_text(states[process]), x, y, radius)
        items += [replace(word, color="muted") for word in words] if is_down else words
    return items


def _crossed(x: float, y: float, radius: float, process: int) -> Item:
    """A process that is down is struck out, behind its name."""
    arm = radius * 0.7071 - 1
    return cross(x, y, arm, pen("orphan", 2.0, (), DOWN_OPACITY), ("down", process))


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
