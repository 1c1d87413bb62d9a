"""What travels in the topology diagram: messages with payload, markers, lost ones."""

from __future__ import annotations

from math import hypot

from .display_list import Item, Point, Rect, Text
from .facts import Facts, numbers
from .figures import payload_text
from .geometry import Box
from .glyphs import brush, control_token, cross, diamond, dot, pen
from .placement import Placement
from .polyline import Way, length_of, point_at
from .scene import shown
from .typography import baseline, text_width

QUEUE_GAP = 11.0  # pixels between messages that wait on one channel
LABELLED = 40  # messages under way up to which payloads are written
DOTS = (2.5, 5.5)
DIAMONDS = (3.0, 7.0)
ROLE = "payload-heavy"


def traffic(
    known: Facts, where: Placement, ways: list[Way], rows: int, time_us: int, votes: bool = True
) -> list[Item]:
    """Everything on its way after ``rows`` rows at ``time_us``, words over signs."""
    trace = known.trace
    places = spots(known, ways, rows, time_us, votes)
    taken = [_around(centre, where.radius) for centre in where.centres]
    signs: list[Item] = []
    labels: list[tuple[float, float, Way, str, int]] = []
    for message, (x, y) in places:
        subject = ("message", message)
        taken.append(_around((x, y), 5.0))
        if known.is_control[message]:
            token = control_token(int(trace.message_snapshot[message]))
            signs.append(diamond(x, y, _size(where, DIAMONDS), token, subject))
            continue
        process = int(known.source[message])
        signs.append(dot(x, y, _size(where, DOTS), f"process:{process}", subject))
        text = payload_text(trace.message_payload(message)) if len(places) <= LABELLED else ""
        if text:
            channel = int(trace.message_channel[message])
            labels.append((x, y, ways[channel], text, process))
    words = [item for label in labels for item in _payload(*label, taken)]
    return [*signs, *_lost(known, where, ways, rows, time_us), *words]


def spots(
    known: Facts, ways: list[Way], rows: int, time_us: int, votes: bool = True
) -> list[tuple[int, Point]]:
    """Where each message on its way is, by its number; lost ones left out.

    Those that wait for a receiver that is down queue before it. ``votes``: with what only
    answers others.
    """
    found = []
    queues: dict[int, int] = {}
    for message in numbers(shown(known, votes, known.under_way(rows, time_us))):
        sent, end = int(known.sent[message]), int(known.end[message])
        share = (time_us - sent) / (end - sent) if end > sent else 0.5
        channel = int(known.trace.message_channel[message])
        if message in known.lives.waits and time_us >= end:
            share = 1.0 - queues.setdefault(channel, 0) * QUEUE_GAP / (
                length_of(ways[channel]) or 1.0
            )
            queues[channel] += 1
        found.append((message, point_at(ways[channel], min(max(share, 0.0), 1.0))))
    return found


def _size(where: Placement, limits: tuple[float, float]) -> float:
    return min(max(where.radius * 0.25, limits[0]), limits[1])


def _around(centre: Point, radius: float) -> Box:
    """Most of a circle, to be kept free of words."""
    reach = radius * 0.8
    return Box(centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach)


def _payload(x: float, y: float, way: Way, text: str, process: int, taken: list[Box]) -> list[Item]:
    """Words on a plate beside the dot: the outer side of the channel, else the other one."""
    (x1, y1), (x2, y2) = way[0], way[-1]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    half = text_width(text, ROLE) / 2 + 3
    for side in (1, -1):
        nx, ny = -side * (y2 - y1) / length, side * (x2 - x1) / length
        away = 9 + abs(nx) * half + abs(ny) * 5
        cx, cy = x + nx * away, y + ny * away
        box = Box(cx - half, cy - 7, cx + half, cy + 7)
        if any(box.overlaps(other) for other in taken):
            continue
        taken.append(box)
        ink = f"process-ink:{process}"
        return [
            Rect(box.left, box.top, 2 * half, 14, brush("background", 0.85), 4.0),
            Text(cx, baseline(cy, ROLE), text, ROLE, ink, "middle"),
        ]
    return []


def _missed(known: Facts, ways: list[Way], rows: int, time_us: int) -> list[Item]:
    """Crosses where messages have just been lost because their receivers were down."""
    lost = known.lost_at_the_end
    since = time_us - known.lives.lost_us[lost]
    is_near = (since >= 0) & (since < known.usual_flight // 2)
    missed = lost[is_near & known.is_lost(rows, time_us)[lost]] if len(lost) else lost
    places = (ways[int(channel)][-1] for channel in known.trace.message_channel[missed])
    style = pen("orphan", 2.0)
    return [
        cross(*at, 5.0, style, ("message", message))
        for message, at in zip(numbers(missed), places, strict=True)
    ]


def _lost(known: Facts, where: Placement, ways: list[Way], rows: int, time_us: int) -> list[Item]:
    """A lost message goes half-way at the usual pace, then a cross marks the place.

    One whose receiver was down gets there first.
    """
    flight = known.usual_flight
    lost = known.lost_on_the_way
    sent = known.sent[lost]
    is_near = (sent <= time_us) & (sent > time_us - flight)
    lost = lost[is_near & (known.send_row[lost] < rows)]
    items = _missed(known, ways, rows, time_us)
    for message in numbers(lost):
        share = min((time_us - int(known.sent[message])) / flight, 0.5)
        x, y = point_at(ways[int(known.trace.message_channel[message])], share)
        subject = ("message", message)
        if share == 0.5:
            items.append(cross(x, y, 5.0, pen("orphan", 2.0), subject))
        elif known.is_control[message]:
            token = control_token(int(known.trace.message_snapshot[message]))
            items.append(diamond(x, y, _size(where, DIAMONDS), token, subject))
        else:
            token = f"process:{int(known.source[message])}"
            items.append(dot(x, y, _size(where, DOTS), token, subject))
    return items
