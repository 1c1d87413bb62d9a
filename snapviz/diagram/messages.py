"""Messages as slanted arrows: sent, received, lost, never delivered, markers, marked ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import hypot

import numpy as np

from .crowd import crowd_items
from .display_list import Item, Line, Segments, Style
from .facts import Mark, numbers
from .geometry import clip_segment
from .glyphs import control_token, cross, head, pen
from .lives import NEVER
from .scene import LOST_SLOPE, LOST_STUB, LOST_WIDTH, Scene

WIDTH = 1.4
HEAVY_WIDTH = 2.6
ORPHAN_WIDTH = 3.2
MARKER_DASH = (4.0, 3.0)
KEEPING_DASH = (1.5, 3.0)  # what is told of a snapshot after its capture
KEEPING = 0.6  # opacity of that
ANSWER_DASH = (1.0, 4.0)  # what only answers, a vote or an acknowledgement
ANSWER = 0.5  # opacity of that
MISSING_DASH = (3.0, 1.5)
EXTRA_DASH = (1.0, 1.0)
WAIT_DASH = (1.0, 2.0)
WAIT_RISE = 4.0  # pixels beside the line of the receiver
FADED = 0.45  # opacity of what has been undone
MISS_GAP = 7.0  # pixels between an undone receive and the cross of what it lost
AGAIN = (5.0, 20.0)  # pixels to the left and up, of a message that is delivered again
CROSSED = ("lost", "missed", "recalled", "dropped")
STRIPE = 9.0  # pixels of each colour where several snapshots caught one message


@dataclass(frozen=True, slots=True)
class Arrow:
    """One message laid out: where its line runs, and the visible part of it."""

    message: int
    x1: float
    y1: float
    x2: float
    y2: float
    visible: tuple[float, float]  # parameters along the line
    fate: str  # "received", "waited", "lost", "missed", "recalled", "dropped" or "under way"
    is_control: bool
    snapshot: int  # of a control message, else -1
    keeps: bool  # a control message that gathers, copies or agrees
    answers: bool  # of those, one that only answers
    is_copy: bool
    mark: Mark | None
    paint: str = ""  # a token that replaces the message's own
    width: float = 0.0  # of the line in ``paint``
    faded: bool = False  # its send or its receive has been undone
    rest: float = 0.0  # pixels along the receiver's line until it is taken, or lost
    is_again: bool = False  # a recovery delivers it once more
    is_orphan: bool = False  # its receive had to be undone because its send was

    def at(self, t: float) -> tuple[float, float]:
        return self.x1 + t * (self.x2 - self.x1), self.y1 + t * (self.y2 - self.y1)

    @property
    def token(self) -> str:
        if self.paint:
            return self.paint
        if self.is_control:
            return control_token(self.snapshot)
        if self.is_again:
            return "recovery"
        if self.mark is None:
            return "orphan" if self.is_orphan else "message"
        return self.mark.token

    @property
    def ink(self) -> str:
        """The token for words about it."""
        if self.is_control:
            return control_token(self.snapshot, "snapshot-ink")
        return "muted" if self.faded and self.mark is None else self.token


def arrows(scene: Scene) -> list[Arrow]:
    """The messages of the scene as arrows, of a crowd only those that a snapshot marks.

    In haste, none.
    """
    if scene.is_hasty:
        return []
    return laid_out(scene, scene.messages if scene.is_headed else scene.marked.messages)


def laid_out(scene: Scene, chosen: np.ndarray) -> list[Arrow]:
    """Those of the given messages that are in view."""
    known, place = scene.facts, scene.place
    columns = (
        chosen,
        known.source[chosen],
        known.target[chosen],
        place.x_of(known.sent[chosen]),
        place.x_of(known.end[chosen]),
        known.end[chosen],
        known.arrived[chosen],
        known.is_control[chosen],
        known.trace.message_snapshot[chosen],
        known.trace.message_copy_of[chosen],
        known.trace.message_keeps[chosen],
        known.answers[chosen],
    )
    laid: list[Arrow] = []
    for row in zip(*map(numbers, columns), strict=True):
        arrow = _arrow(scene, *row)
        if arrow is not None:
            laid.append(arrow)
    return laid


def _arrow(
    scene: Scene,
    message: int,
    source: int,
    target: int,
    x1: float,
    x2: float,
    end: int,
    arrived: int,
    is_control: bool,
    snapshot: int,
    copy_of: int,
    keeps: bool,
    answers: bool,
) -> Arrow | None:
    place, lives = scene.place, scene.facts.lives
    y1, y2 = place.lanes[source], place.lanes[target]
    fate = _fate(scene, message, end, arrived)
    if fate == "lost":
        x2 = x1 + LOST_STUB * min(abs(y2 - y1) * LOST_SLOPE, LOST_WIDTH)
        y2 = y1 + LOST_STUB * (y2 - y1)
    elif fate == "recalled":
        x2, y2 = _cut_short(place.x_of(int(lives.recalled_us[message])), x1, y1, x2, y2)
    is_again = message in lives.again
    if is_again:
        x1, y1 = x2 - AGAIN[0], y2 - min(AGAIN[1], place.spacing * 0.45)
    visible = clip_segment(x1, y1, x2, y2, place.plot)
    if visible is None:
        return None
    mark = None if is_control else scene.mark(message)
    laid = Arrow(
        message, x1, y1, x2, y2, visible, fate, is_control, snapshot, keeps, answers, copy_of >= 0,
        mark,
    )  # fmt: skip
    if not scene.recoveries and message not in lives.waits:
        return laid
    return replace(
        laid,
        faded=bool(lives.faded_row[message] < scene.passed),
        rest=max(0.0, place.x_of(int(scene.facts.rest[message])) - place.x_of(end)),
        is_again=is_again,
        is_orphan=lives.orphaned_row.get(message, NEVER) < scene.passed,
    )


def _fate(scene: Scene, message: int, end: int, arrived: int) -> str:
    lives = scene.facts.lives
    if end < 0:
        return "lost"
    # What a recovery loses had been received until then.
    if lives.lost_row[message] < (NEVER if arrived < 0 else scene.passed):
        return "missed"
    if lives.recalled_us[message] < NEVER:
        return "waited" if message in lives.waits else "recalled"
    if message in lives.waits:
        return "waited"
    if arrived >= 0:
        return "received"
    return "under way" if end > scene.facts.run.until_us else "dropped"


def _cut_short(x: float, x1: float, y1: float, x2: float, y2: float) -> tuple[float, float]:
    """Where a message was when it turned out that it had never been sent."""
    t = min(max((x - x1) / (x2 - x1), 0.0), 1.0) if x2 > x1 else 1.0
    return x1 + t * (x2 - x1), y1 + t * (y2 - y1)


def arrow_items(scene: Scene, laid: list[Arrow]) -> tuple[list[Item], list[Item]]:
    """The plain arrows, and the marked ones, which are drawn over cuts and everything plain."""
    if not scene.is_headed:
        plain = crowd_items(scene)
    else:
        markers = [arrow for arrow in laid if arrow.is_control]
        messages = [arrow for arrow in laid if not arrow.is_control and arrow.mark is None]
        messages.sort(key=lambda arrow: not arrow.faded)
        plain = [item for arrow in (*markers, *messages) for item in parts(scene, arrow)]
    return plain, marked_items(scene, laid)


def marked_items(scene: Scene, laid: list[Arrow]) -> list[Item]:
    """Of some arrows those that a snapshot marks."""
    return [item for arrow in laid if arrow.mark for item in parts(scene, arrow)]


def parts(scene: Scene, arrow: Arrow) -> list[Item]:
    """The line, or the visible part of it, and what is at its end."""
    subject = ("message", arrow.message)
    t0, t1 = arrow.visible
    start = arrow.at(t0)
    length = hypot(arrow.x2 - arrow.x1, arrow.y2 - arrow.y1) or 1.0
    gap = _gap(scene, arrow)
    tip = arrow.at(max(0.0, 1 - gap / length))
    has_head = arrow.fate in ("received", "waited") and t1 == 1.0
    size = 10.0 if arrow.mark else 7.0 if arrow.is_control else 8.0
    size = min(size, length * 0.5, scene.place.spacing * 0.4)
    if has_head:
        end = tip if arrow.is_control else arrow.at(max(0.0, 1 - (gap + size * 0.8) / length))
    else:
        end = tip if arrow.fate == "missed" and t1 == 1.0 else arrow.at(t1)
    items = _strokes(arrow, start, end)
    if has_head:
        ends = (arrow.x1, arrow.y1, *tip)
        sign = head(*ends, arrow.token, subject, length=size, is_open=arrow.is_control)
        items.append(_faint(sign) if arrow.faded else sign)
    elif arrow.fate in CROSSED and t1 == 1.0:
        at = (end[0] + arrow.rest, end[1]) if arrow.fate == "missed" else end
        items.append(_end_cross(scene, arrow, at))
    return [*items, *_waiting(scene, arrow)]


def _gap(scene: Scene, arrow: Arrow) -> float:
    """How far before the receiver's line an arrow ends, so that the event's dot is seen."""
    dot = scene.place.dot
    if arrow.fate == "missed":
        return dot + MISS_GAP if scene.facts.arrived[arrow.message] >= 0 else 0.0
    return dot + 0.5 if arrow.fate == "received" and not arrow.is_control else 0.0


def _end_cross(scene: Scene, arrow: Arrow, at: tuple[float, float]) -> Item:
    """Where it was lost; in grey where it was never sent after all."""
    size = min(4.0, scene.place.spacing * 0.15)
    token = "muted" if arrow.fate == "recalled" else "orphan"
    return cross(*at, size, pen(token, 1.8), ("message", arrow.message))


def _faint(item: Item) -> Item:
    return replace(item, style=replace(item.style, opacity=FADED))


def _waiting(scene: Scene, arrow: Arrow) -> list[Item]:
    """Along the line of a receiver that was down, until it takes the message."""
    plot = scene.place.plot
    left, right = max(arrow.x2, plot.left), min(arrow.x2 + arrow.rest, plot.right)
    if right - left < 1 or not plot.top <= arrow.y2 <= plot.bottom:
        return []
    y = arrow.y2 - WAIT_RISE if arrow.y1 < arrow.y2 else arrow.y2 + WAIT_RISE
    style = pen(arrow.token, WIDTH, WAIT_DASH, FADED if arrow.faded else 1.0)
    return [Line(left, y, right, y, style, ("message", arrow.message))]


def _style(arrow: Arrow) -> Style:
    style = _full_style(arrow)
    return replace(style, opacity=FADED) if arrow.faded and not arrow.paint else style


def _full_style(arrow: Arrow) -> Style:
    if arrow.answers:
        opacity = 1.0 if arrow.paint else ANSWER
        return pen(arrow.token, arrow.width or 1.0, ANSWER_DASH, opacity)
    if arrow.keeps:
        return pen(arrow.token, arrow.width or 1.0, KEEPING_DASH, 1.0 if arrow.paint else KEEPING)
    if arrow.is_control:
        return pen(arrow.token, arrow.width or 1.25, MARKER_DASH)
    if arrow.paint:
        return pen(arrow.paint, arrow.width)
    if arrow.is_again:
        return pen("recovery", WIDTH)
    if arrow.mark is None:
        return pen(arrow.token, WIDTH, (2.0, 2.0) if arrow.is_copy else ())
    dash = {"missing": MISSING_DASH, "extra": EXTRA_DASH}.get(arrow.mark.kind, ())
    return pen(arrow.token, ORPHAN_WIDTH if arrow.mark.kind == "orphan" else HEAVY_WIDTH, dash)


def _strokes(arrow: Arrow, start: tuple, end: tuple) -> list[Item]:
    subject = ("message", arrow.message)
    mark = arrow.mark
    if arrow.paint or mark is None or mark.kind != "caught" or len(mark.snapshots) == 1:
        return [Line(*start, *end, _style(arrow), subject)]
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    count = max(len(mark.snapshots), round(length / STRIPE))
    strokes: dict[int, list[tuple]] = {number: [] for number in mark.snapshots}
    for piece in range(count):
        t0, t1 = piece / count, (piece + 1) / count
        number = mark.snapshots[piece % len(mark.snapshots)]
        ends = [start[axis] + t * (end[axis] - start[axis]) for t in (t0, t1) for axis in (0, 1)]
        strokes[number].append(tuple(ends))
    return [
        Segments(tuple(mine), pen(f"snapshot-heavy:{number}", HEAVY_WIDTH), subject)
        for number, mine in strokes.items()
    ]
