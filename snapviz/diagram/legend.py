"""The legend: one sign and word for each kind of thing that occurs in the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from snapviz.engine.stable import CheckpointRow
from snapviz.engine.trace import RowKind

from .cuts import badges
from .display_list import Ellipse, Item, Line
from .glyphs import SIGN_WIDTH, brush, cross, diamond, dot, head, pen
from .legend_agreements import of_agreements
from .lives import NEVER
from .marked import KINDS
from .marks import crash_sign, restart_sign, square
from .messages import (
    ANSWER_DASH,
    EXTRA_DASH,
    FADED,
    HEAVY_WIDTH,
    KEEPING_DASH,
    MARKER_DASH,
    MISSING_DASH,
    WAIT_DASH,
    WIDTH,
    Arrow,
)
from .notes import clock_mark
from .pins import pin_sign, pins_known
from .recoveries import hatch_sign, line_sign
from .scene import Scene

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
    kinds = set(scene.facts.first_rows)
    marks, heavy = _marks(scene, laid)
    known, messages = scene.facts, scene.messages
    is_control = known.is_control[messages]
    keeps = known.trace.message_keeps[messages]
    answers = known.answers[messages]
    captures = known.trace.message_snapshot[messages] >= 0
    is_plain = scene.crowd > sum(count for _, count in scene.tallied)
    fates = {arrow.fate for arrow in laid} if scene.is_headed else _fates(scene)
    shown = [
        ("event", _event, kinds & {RowKind.SEND, RowKind.RECEIVE, RowKind.INTERNAL}),
        ("message", _arrow("message", WIDTH, (), False), is_plain or not is_control.all()),
        (
            "marker",
            _arrow("muted", 1.25, MARKER_DASH, True),
            scene.tallied or (captures & ~keeps).any(),
        ),
        (
            "control message",
            _arrow("muted", 1.25, MARKER_DASH, True),
            (is_control & ~captures).any(),
        ),
        (
            "copy or agreement",
            _arrow("muted", 1.0, KEEPING_DASH, True),
            (keeps & ~answers).any(),
        ),
        ("vote or acknowledgement", _arrow("muted", 0.8, ANSWER_DASH, True), answers.any()),
        ("state recorded", _record, badges(scene)),
        ("in transit at the cut", _stroke(heavy, HEAVY_WIDTH), "caught" in marks),
        (
            "orphan",
            _stroke("orphan", HEAVY_WIDTH),
            "orphan" in marks,
        ),
        (
            "in transit, not recorded",
            _stroke("orphan", HEAVY_WIDTH, MISSING_DASH),
            "missing" in marks,
        ),
        ("recorded, not in transit", _stroke("orphan", HEAVY_WIDTH, EXTRA_DASH), "extra" in marks),
        ("lost", _lost, fates & {"lost", "missed", "dropped"}),
        ("received again", _duplicate, RowKind.DUPLICATE in kinds),
        ("refused", _refused, RowKind.REFUSED in kinds),
        ("pinned arrival", pin_sign, pins_known(scene)),
        ("clock set", _clock_set, RowKind.SET_CLOCK in kinds),
        *of_agreements(scene),
        *_of_lives(scene, laid, kinds),
    ]
    return [(word, sign) for word, sign, occurs in shown if occurs]


def _fates(scene: Scene) -> set[str]:
    """Of a crowd, whose messages are not laid out one by one."""
    if scene.crowd:
        return {"lost"} if scene.facts.loses else set()
    lost = scene.facts.lives.lost_row[scene.messages] < NEVER
    return {"lost"} if lost.any() else set()


def _of_lives(scene: Scene, laid: list[Arrow], kinds: set[int]) -> list[tuple[str, Sign, bool]]:
    """What crashes, checkpoints and recoveries have brought about by now."""
    recoveries = scene.recoveries
    first = scene.facts.first_rows
    shown = {kind for kind in kinds if first[kind] < scene.known_rows}
    return [
        *_checkpoints(scene),
        ("crash", _crash, RowKind.CRASH in shown),
        ("restart", _restart, RowKind.RESTART in shown),
        ("put back", _put_back, RowKind.ROLL_BACK in shown),
        ("recovery line", lambda x, y: line_sign(x, y, SIGN_WIDTH), bool(recoveries)),
        (
            "undone",
            lambda x, y: hatch_sign(x, y, SIGN_WIDTH),
            any(sum(recovery.undone) for _, recovery in recoveries),
        ),
        ("undone message", _undone("message"), any(map(_is_undone, laid))),
        ("undone orphan", _undone("orphan"), any(arrow.is_orphan for arrow in laid)),
        ("waits", _waits, any(arrow.fate == "waited" for arrow in laid)),
        ("recalled", _recalled, any(arrow.fate == "recalled" for arrow in laid)),
        ("delivered again", _again, any(arrow.is_again for arrow in laid)),
    ]


def _checkpoints(scene: Scene) -> list[tuple[str, Sign, bool]]:
    """One entry, or one for each kind where there are several."""
    taken = [c for c in scene.facts.lives.checkpoints if scene.knows(c.row)]
    kinds = list(dict.fromkeys(checkpoint.kind for checkpoint in taken))
    if len(kinds) == 1:
        return [("checkpoint", _square(taken[0]), True)]
    first = {checkpoint.kind: checkpoint for checkpoint in reversed(taken)}
    return [(f"{kind} checkpoint", _square(first[kind]), True) for kind in kinds]


def _square(taken: CheckpointRow) -> Sign:
    solid = taken._replace(tentative=False, ended_row=None, collected_row=None)
    return lambda x, y: square(x + SIGN_WIDTH - 7, y, 5.0, "muted", solid)


def _crash(x: float, y: float) -> list[Item]:
    return crash_sign(x + SIGN_WIDTH - 7, y, 5.0)


def _restart(x: float, y: float) -> list[Item]:
    return restart_sign(x + SIGN_WIDTH - 7, y, 5.5, None)


def _put_back(x: float, y: float) -> list[Item]:
    return restart_sign(x + SIGN_WIDTH - 7, y, 5.5, None, back=True)


def _waits(x: float, y: float) -> list[Item]:
    return [Line(x, y, x + SIGN_WIDTH, y, pen("message", WIDTH, WAIT_DASH))]


def _recalled(x: float, y: float) -> list[Item]:
    end = x + SIGN_WIDTH - 4
    line = Line(x, y, end, y, pen("message", WIDTH, (), FADED))
    return [line, cross(end, y, 3.5, pen("muted", 1.8))]


def _is_undone(arrow: Arrow) -> bool:
    """Whether it was sent and received, as a message that nothing marks, and counts no more."""
    plain = arrow.mark is None and not arrow.is_control and not arrow.is_orphan
    return arrow.faded and plain and arrow.fate in ("received", "waited")


def _undone(token: str) -> Sign:
    def sign(x: float, y: float) -> list[Item]:
        pale = _arrow(token, WIDTH, (), False)(x, y)
        return [replace(item, style=replace(item.style, opacity=FADED)) for item in pale]

    return sign


def _again(x: float, y: float) -> list[Item]:
    return _arrow("recovery", WIDTH, (), False)(x, y)


def _marks(scene: Scene, laid: list[Arrow]) -> tuple[set[str], str]:
    """What messages are to snapshots, and the colour of the first that one caught."""
    if scene.is_headed:
        marks = [arrow.mark for arrow in laid if arrow.mark]
        tokens = (mark.token for mark in marks if mark.kind == "caught")
        return {mark.kind for mark in marks}, next(tokens, "message")
    marked = scene.marked
    caught = np.flatnonzero(marked.kinds == KINDS.index("caught"))
    heavy = f"snapshot-heavy:{marked.snapshots[caught[0]]}" if len(caught) else "message"
    return {KINDS[kind] for kind in np.unique(marked.kinds)}, heavy
