"""The small shapes of the diagrams: dots, diamonds, crosses, arrow heads, badges."""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from .display_list import Ellipse, Item, Path, Polygon, Rect, Segments, Style, Subject, Text
from .geometry import Box
from .typography import baseline, text_width

HEAD_LENGTH = 8.0
BADGE_SIZE = 19.0
PLATE_HEIGHT = 16.0
PLATE_PADDING = 4.0
SIGN_WIDTH = 20.0  # of what a legend shows before a word


@lru_cache(maxsize=512)
def pen(stroke: str, width: float = 1.0, dash: tuple[float, ...] = (), opacity: float = 1.0):
    """A style that only strokes."""
    return Style(stroke=stroke, width=width, dash=dash, opacity=opacity)


@lru_cache(maxsize=512)
def brush(fill: str, opacity: float = 1.0, stroke: str | None = None, width: float = 1.0):
    """A style that fills, and strokes if asked."""
    return Style(fill=fill, opacity=opacity, stroke=stroke, width=width)


def dot(x: float, y: float, radius: float, token: str, subject: Subject | None = None) -> Ellipse:
    """An event: a disc with a thin rim of background around it."""
    rim = 1.25 if radius > 3 else 0.5
    return Ellipse(x, y, radius, radius, brush(token, 1.0, "background", rim), subject)


def diamond_points(x: float, y: float, size: float) -> tuple:
    return ((x, y - size), (x + size, y), (x, y + size), (x - size, y))


def diamond(x: float, y: float, size: float, token: str, subject: Subject | None = None) -> Polygon:
    """A recorded local state, or a marker under way."""
    return Polygon(diamond_points(x, y, size), brush(token, 1.0, "background", 1.25), subject)


def cross(
    x: float, y: float, size: float, style: Style, subject: Subject | None = None
) -> Segments:
    """Where a message was lost, or a transfer refused."""
    left, top, right, bottom = x - size, y - size, x + size, y + size
    strokes = ((left, top, right, bottom), (left, bottom, right, top))
    return Segments(strokes, style, subject)


def head(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    token: str,
    subject: Subject | None = None,
    *,
    length: float = HEAD_LENGTH,
    is_open: bool = False,
) -> Item:
    """An arrow head with its tip at ``(x2, y2)``, pointing away from ``(x1, y1)``."""
    distance = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / distance, (y2 - y1) / distance
    bx, by = x2 - ux * length, y2 - uy * length
    half = length * 0.4
    left, right = (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half)
    if is_open:
        commands = (("M", *left), ("L", x2, y2), ("L", *right))
        return Path(commands, pen(token, 1.3), subject)
    return Polygon((left, (x2, y2), right), brush(token), subject)


def badge_width(text: str) -> float:
    return max(text_width(text, "badge") + 14, BADGE_SIZE + 5)


def badge(x: float, y: float, text: str, token: str, subject: Subject | None) -> list[Item]:
    """A snapshot's name, white on its colour, centred on ``(x, y)``."""
    width = badge_width(text)
    return [
        Rect(
            x - width / 2,
            y - BADGE_SIZE / 2,
            width,
            BADGE_SIZE,
            brush(token),
            BADGE_SIZE / 2,
            subject,
        ),
        Text(x, baseline(y, "badge"), text, "badge", "badge_ink", "middle", subject=subject),
    ]


def control_token(snapshot: int, palette: str = "snapshot") -> str:
    """The colour of a control message: of its snapshot, or grey where it serves none."""
    return f"{palette}:{snapshot}" if snapshot >= 0 else "muted"


def plate_box(x: float, y: float, text: str, role: str) -> Box:
    half = text_width(text, role) / 2 + PLATE_PADDING
    return Box(x - half, y - PLATE_HEIGHT / 2, x + half, y + PLATE_HEIGHT / 2)


def plate(box: Box, text: str, role: str, token: str, subject: Subject | None) -> list[Item]:
    """Words on a patch of background, so that an arrow does not strike them through."""
    width, height = box.right - box.left, box.bottom - box.top
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return [
        Rect(box.left, box.top, width, height, brush("background", 0.92), 4.0, subject),
        Text(x, baseline(y, role), text, role, token, "middle", subject=subject),
    ]
