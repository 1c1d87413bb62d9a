"""Room for a callout beside what it points at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 14  # pixels between the two, where the tip of the callout is
MARGIN = 8
SIDES = ("below", "left", "right", "above")


def placed(size: QSize, target: QRect | None, room: QRect, wanted: str) -> tuple[QRect, str]:
    """The callout, and at which side of the target it stands; ``""``: at none.

    ``wanted`` comes first; another side where that has no room. Without a target, or where no
    side has room, it stands at the lower end of the room, in the middle.
    """
    inside = room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    if target is not None:
        for side in (wanted, *SIDES):
            found = _within(_beside(size, target, side), inside)
            if inside.contains(found) and not found.intersects(target):
                return found, side
    left = room.center().x() - size.width() // 2
    top = inside.bottom() - size.height()
    return _within(QRect(QPoint(left, top), size), inside), ""


def _beside(size: QSize, target: QRect, side: str) -> QRect:
    middle = target.center() - QPoint(size.width() // 2, size.height() // 2)
    corners = {
        "below": QPoint(middle.x(), target.bottom() + GAP),
        "above": QPoint(middle.x(), target.top() - GAP - size.height()),
        "left": QPoint(target.left() - GAP - size.width(), middle.y()),
        "right": QPoint(target.right() + GAP, middle.y()),
    }
    return QRect(corners[side], size)


def _within(rect: QRect, room: QRect) -> QRect:
    """Moved along both axes until it lies in the room."""
    x = max(min(rect.left(), room.right() - rect.width() + 1), room.left())
    y = max(min(rect.top(), room.bottom() - rect.height() + 1), room.top())
    return QRect(QPoint(x, y), rect.size())


def tip(bubble: QRect, target: QRect, side: str) -> QPoint:
    """Where the tip of a callout touches its target, in the coordinates of both."""
    x = min(max(target.center().x(), bubble.left() + 24), bubble.right() - 24)
    y = min(max(target.center().y(), bubble.top() + 24), bubble.bottom() - 24)
    return {
        "below": QPoint(x, bubble.top() - GAP + 4),
        "above": QPoint(x, bubble.bottom() + GAP - 4),
        "left": QPoint(bubble.right() + GAP - 4, y),
        "right": QPoint(bubble.left() - GAP + 4, y),
    }[side]
