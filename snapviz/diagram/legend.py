"""The legend: one sign and word for each kind of thing that occurs in the picture."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from snapviz.engine.trace import RowKind

from .cuts import badges
from .display_list import Ellipse, Item, Line
from .glyphs import brush, cross, diamond, dot, head, pen
from .messages import EXTRA_DASH, HEAVY_WIDTH, MARKER_DASH, MISSING_DASH, WIDTH, Arrow
from .notes import clock_mark
from .scene import Scene

SIGN_WIDTH = 20.0
SIGN_GAP = 6.0
ENTRY_GAPS = (8.0, 18.0)

Sign = Callable[[float, float], list[Item]]


def _stroke(token: str, width: float, dash: tuple[float, ...] = ()) -> Sign:
    def sign(x: float, y: float) -> list[Item]:
        return [Line(x, y, x + SIGN_WIDTH, y, pen(token, width, dash))]

    return sign


def _arrow(token: str, width: float, dash: tuple[float, ...], is_open: bool) -> Sign:
    def sign(x: float, y: float) -> list[Item]:
        tip = x + SIGN_WIDTH
        end = tip if is_open else tip - 6
        return [
            Line(x, y, end, y, pen(token, width, dash)),
            head(x, y, tip, y, token, length=7.0, is_open=is_open),
        ]

    return sign


def _lost(x: float, y: float) -> list[Item]:
    end = x + SIGN_WIDTH - 4
    return [Line(x, y, end, y, pen("message", WIDTH)), cross(end, y, 3.5, pen("orphan", 1.8))]


def _event(x: float, y: float) -> list[Item]:
    return [dot(x + SIGN_WIDTH - 5, y, 4.25, "muted")]


def _record(x: float, y: float) -> list[Item]:
    return [diamond(x + SIGN_WIDTH - 7, y, 6.0, "muted")]


def _refused(x: float, y: float) -> list[Item]:
    centre = x + SIGN_WIDTH - 6
    ring = brush("background", 1.0, "orphan", 1.5)
    return [Ellipse(centre, y, 5, 5, ring), cross(centre, y, 2.1, pen("orphan", 1.5))]


def _duplicate(x: float, y: float) -> list[Item]:
    ring = brush("background", 1.0, "muted", 1.75)
    return [Ellipse(x + SIGN_WIDTH - 5, y, 3.75, 3.75, ring)]


def _clock_set(x: float, y: float) -> list[Item]:
    return [clock_mark(x + SIGN_WIDTH - 7, y - 10, "muted", None)]


def entries(scene: Scene, laid: list[Arrow]) -> list[tuple[str, Sign]]:
    """Words and signs, most common first."""
    kinds = set(np.unique(scene.facts.trace.row_kind).tolist())
    marks = {arrow.mark.kind for arrow in laid if arrow.mark}
    known, messages = scene.facts, scene.messages
    is_control = known.is_control[messages]
    has_lost = bool((known.arrived[messages] < 0)[known.end[messages] <= known.run.until_us].any())
    shown = [
        ("event", _event, kinds & {RowKind.SEND, RowKind.RECEIVE, RowKind.INTERNAL}),
        ("message", _arrow("message", WIDTH, (), False), not is_control.all()),
        ("marker", _arrow("muted", 1.25, MARKER_DASH, True), is_control.any()),
        ("state recorded", _record, badges(scene)),
        ("in transit at the cut", _stroke(_heavy(laid), HEAVY_WIDTH), "caught" in marks),
        ("orphan", _stroke("orphan", HEAVY_WIDTH), "orphan" in marks),
        (
            "in transit, not recorded",
            _stroke("orphan", HEAVY_WIDTH, MISSING_DASH),
            "missing" in marks,
        ),
        ("recorded, not in transit", _stroke("orphan", HEAVY_WIDTH, EXTRA_DASH), "extra" in marks),
        ("lost", _lost, has_lost),
        ("received again", _duplicate, RowKind.DUPLICATE in kinds),
        ("refused", _refused, RowKind.REFUSED in kinds),
        ("clock set", _clock_set, RowKind.SET_CLOCK in kinds),
    ]
    return [(word, sign) for word, sign, occurs in shown if occurs]


def _heavy(laid: list[Arrow]) -> str:
    """The colour of the first message that a snapshot caught."""
    tokens = (arrow.token for arrow in laid if arrow.mark and arrow.mark.kind == "caught")
    return next(tokens, "message")
