"""What lies over the topology while hands are on it: the selection, the pointer, a gesture."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, sin
from typing import NamedTuple

from .display_list import Ellipse, Item, Line, Point, Rect, Segments, Text
from .geometry import Box
from .glyphs import brush, head, pen
from .placement import LEGEND_HEIGHT
from .polyline import stroke
from .topology import Network, of_traffic
from .traffic import spots
from .typography import baseline, elided, text_width
from .view import Hit
from .ways import reach_of, way_at

CHANNEL_REACH = 6.0
MESSAGE_REACH = 9.0
LEAST_REACH = 12.0  # of a process, so that a small circle is still a target
HANDLE = 7.0  # less on small circles
HANDLE_REACH = 12.0
LEAST_HANDLED = 10.0  # radius from which circles have a handle
HALO_GAP = 4.5
GHOST_DASH = (4.0, 3.0)
HINT_HEIGHT = 22.0
SHORTEST_BOTH = 24.0  # pixels from which an arrow has room for two heads


class Rubber(NamedTuple):
    """An arrow drawn from a process to the pointer, or to ``target``."""

    source: int
    x: float
    y: float
    target: int | None = None
    both: bool = False
    vain: bool = False


class Newcomer(NamedTuple):
    """A process that would be added here."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Over:
    """``handle``: a process and the angle on its rim at which the handle for channels sits.

    ``caught``: processes in the rubber band; ``guides``: lines that a drag snaps to;
    ``hint``: one line of words below; ``invitation``: words where nothing is yet.
    """

    processes: tuple[int, ...] = ()
    channels: tuple[int, ...] = ()
    messages: tuple[int, ...] = ()
    hot: Hit | None = None
    handle: tuple[int, float] | None = None
    rubber: Rubber | None = None
    newcomer: Newcomer | None = None
    band: Box | None = None
    caught: tuple[int, ...] = ()
    guides: tuple[tuple[float, float, float, float], ...] = ()
    hint: str = ""
    invitation: str = ""


def hit(laid: Network, x: float, y: float) -> Hit | None:
    """``process``, ``message`` or ``channel`` under a point, in this order."""
    where = laid.where
    process = where.process_at(x, y, max(where.radius + 2, LEAST_REACH))
    if process is not None:
        return Hit("process", process)
    on_way = [(hypot(px - x, py - y), message) for message, (px, py) in spots(*of_traffic(laid))]
    gap, message = min(on_way, default=(MESSAGE_REACH + 1, -1))
    if gap <= MESSAGE_REACH:
        return Hit("message", message)
    channel = way_at(laid.ways, x, y, CHANNEL_REACH)
    return None if channel is None else Hit("channel", channel)


def handle_at(laid: Network, process: int, angle: float) -> Point | None:
    """Where the handle of a process lies; None for circles too small to have one."""
    if laid.where.radius < LEAST_HANDLED:
        return None
    x, y = laid.where.centres[process]
    reach = reach_of(laid.where, laid.rings, process)
    return x + cos(angle) * reach, y + sin(angle) * reach


def under_items(laid: Network, over: Over) -> list[Item]:
    """What lies between channels and processes."""
    items: list[Item] = []
    hot = over.hot
    if hot and hot.kind == "channel" and hot.number not in over.channels:
        items += _channel(laid, hot.number, "hot")
    for channel in over.channels:
        items += _channel(laid, channel, "selected")
    for process in dict.fromkeys((*over.processes, *over.caught)):
        items += _halo(laid, process)
    if hot and hot.kind == "process" and hot.number not in over.processes:
        items += _ring(laid, hot.number, 0.45)
    return items


def over_items(laid: Network, over: Over, width: float, height: float) -> list[Item]:
    """What lies over everything else."""
    items: list[Item] = [
        Segments((guide,), pen("accent", 1.0, (3.0, 3.0), 0.8), ("guide", 0))
        for guide in over.guides
    ]
    marked = {*over.messages, *([over.hot.number] if _is_on(over, "message") else [])}
    if marked:
        items += _messages(laid, marked)
    if over.handle is not None:
        items += _handle(laid, *over.handle, _is_on(over, "handle"))
    if over.newcomer is not None:
        items += _newcomer(over.newcomer, laid.where.radius)
    if over.rubber is not None:
        items += _rubber(laid, over.rubber)
    if over.band is not None:
        left, top, right, bottom = over.band
        corner = (left, top, right - left, bottom - top)
        style = brush("accent", 0.1)
        items.append(Rect(*corner, style, 2.0, ("band", 0)))
        items.append(Rect(*corner, pen("accent", 1.0), 2.0, ("band", 0)))
    if over.invitation:
        items += _invitation(laid, over.invitation, width)
    return items + (_hint(laid, over.hint, width, height) if over.hint else [])


def _is_on(over: Over, kind: str) -> bool:
    return over.hot is not None and over.hot.kind == kind


def _channel(laid: Network, channel: int, kind: str) -> list[Item]:
    if channel >= len(laid.ways):
        return []
    way, subject = laid.ways[channel], (kind, channel)
    items: list[Item] = [stroke(way, pen("accent", 9.0, (), 0.18), subject)]
    if kind == "selected":
        is_fifo = laid.run.scenario.channels[channel].fifo
        dash = () if is_fifo else (5.0, 3.5)
        items.append(stroke(way, pen("accent", 2.0, dash), subject))
        items.append(head(*way[-2], *way[-1], "accent", subject, length=8.0))
    return items


def _halo(laid: Network, process: int) -> list[Item]:
    if process >= len(laid.where.centres):
        return []
    x, y = laid.where.centres[process]
    reach = reach_of(laid.where, laid.rings, process) + HALO_GAP
    soft = reach + 3.0
    subject = ("selected-process", process)
    return [
        Ellipse(x, y, soft, soft, brush("accent", 0.18), subject),
        Ellipse(x, y, reach, reach, pen("accent", 2.0), subject),
    ]


def _ring(laid: Network, process: int, opacity: float) -> list[Item]:
    if process >= len(laid.where.centres):
        return []
    x, y = laid.where.centres[process]
    reach = reach_of(laid.where, laid.rings, process) + HALO_GAP
    style = pen("accent", 2.0, (), opacity)
    return [Ellipse(x, y, reach, reach, style, ("hot", process))]


def _messages(laid: Network, marked: set[int]) -> list[Item]:
    return [
        Ellipse(x, y, 9.0, 9.0, pen("accent", 2.0), ("selected-message", message))
        for message, (x, y) in spots(*of_traffic(laid))
        if message in marked
    ]


def _handle(laid: Network, process: int, angle: float, is_hot: bool) -> list[Item]:
    spot = None
    if process < len(laid.where.centres):
        spot = handle_at(laid, process, angle)
    if spot is None:
        return []
    x, y = spot
    radius = min(HANDLE, 0.42 * laid.where.radius) + (1.5 if is_hot else 0.0)
    arm = 0.5 * radius
    disc = brush("accent" if is_hot else "background", 1.0, "accent", 1.5)
    cross = ((x - arm, y, x + arm, y), (x, y - arm, x, y + arm))
    subject = ("handle", process)
    return [
        Ellipse(x, y, radius, radius, disc, subject),
        Segments(cross, pen("accent_ink" if is_hot else "accent", 1.75), subject),
    ]


def _newcomer(at: Newcomer, radius: float) -> list[Item]:
    subject = ("newcomer", 0)
    items: list[Item] = [
        Ellipse(at.x, at.y, radius, radius, brush("accent", 0.08), subject),
        Ellipse(at.x, at.y, radius, radius, pen("accent", 2.0, GHOST_DASH), subject),
    ]
    if radius >= 11:
        role = "process" if radius >= 26 else "process-small"
        words = elided(at.name, role, radius * 1.75)
        line = baseline(at.y, role)
        items.append(Text(at.x, line, words, role, "accent", "middle", 1.0, subject))
    return items


def _rubber(laid: Network, rubber: Rubber) -> list[Item]:
    where, rings = laid.where, laid.rings
    x1, y1 = where.centres[rubber.source]
    x2, y2, arrive = rubber.x, rubber.y, 0.0
    items: list[Item] = []
    if rubber.target is not None:
        x2, y2 = where.centres[rubber.target]
        arrive = reach_of(where, rings, rubber.target) + 3
        items += _ring(laid, rubber.target, 0.3 if rubber.vain else 0.9)
    distance = hypot(x2 - x1, y2 - y1)
    leave = reach_of(where, rings, rubber.source) + 3
    if distance <= leave + arrive:
        return items
    ux, uy = (x2 - x1) / distance, (y2 - y1) / distance
    x1, y1, x2, y2 = x1 + ux * leave, y1 + uy * leave, x2 - ux * arrive, y2 - uy * arrive
    token, subject = ("muted" if rubber.vain else "accent"), ("rubber", rubber.source)
    style = pen(token, 2.0, GHOST_DASH if rubber.vain else ())
    items += [Line(x1, y1, x2, y2, style, subject), head(x1, y1, x2, y2, token, subject, length=9)]
    if rubber.both and distance - leave - arrive > SHORTEST_BOTH:
        items.append(head(x2, y2, x1, y1, token, subject, length=9))
    return items


def _invitation(laid: Network, text: str, width: float) -> list[Item]:
    """Below the processes, above the legend."""
    lowest = max(y for _, y in laid.where.centres)
    y = lowest + laid.where.radius + 30
    words = elided(text, "empty", width - 16)
    return [Text(width / 2, y, words, "empty", "muted", "middle", 1.0, ("invitation", 0))]


def _hint(laid: Network, text: str, width: float, height: float) -> list[Item]:
    """In place of the legend."""
    above = height if laid.where.legend_y is None else laid.where.legend_y - LEGEND_HEIGHT / 2
    words = elided(text, "legend", width - 32)
    long = text_width(words, "legend") + 18
    top = height - HINT_HEIGHT - 3
    subject = ("hint", 0)
    plate = brush("accent_tint")
    line = baseline(top + HINT_HEIGHT / 2, "legend")
    return [
        Rect(0, above, width, height - above, brush("background"), subject=subject),
        Rect((width - long) / 2, top, long, HINT_HEIGHT, plate, 5.0, subject),
        Text(width / 2, line, words, "legend", "ink", "middle", 1.0, subject),
    ]
