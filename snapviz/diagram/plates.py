"""All words on plates, which make room for one another: names, payloads, notes, badges."""

from __future__ import annotations

from .cuts import badge_items, badge_obstacles
from .decision_marks import decision_names
from .display_list import Item, Rect, Subject, Text
from .labels import label_items
from .marks import mark_words
from .messages import Arrow, arrows
from .notes import note_items
from .parting_items import parting_names
from .recoveries import recovery_names
from .role_items import role_words
from .scene import Scene, filled, records_shown
from .view import still_view


def plate_items(drawn: Scene, laid: list[Arrow]) -> list[Item]:
    """Notes and their marks, payloads, names, from the bottom up; names choose their place first."""
    taken = badge_obstacles(drawn)
    names = [*recovery_names(drawn, taken), *mark_words(drawn, taken)]
    names += decision_names(drawn, taken)
    names += [*parting_names(drawn, taken), *role_words(drawn, taken)]
    payloads = label_items(drawn, laid, taken)
    return [*note_items(drawn, taken), *payloads, *names]


def plates(drawn: Scene) -> dict[Subject, list[Item]]:
    """The patch and the words of each, badges too, where the still picture has them."""
    key = (still_view(drawn.view), records_shown(drawn))
    return drawn.facts.kept("plates", key, lambda: _by_subject(filled(drawn)))


def _by_subject(full: Scene) -> dict[Subject, list[Item]]:
    found: dict[Subject, list[Item]] = {}
    for item in (*plate_items(full, arrows(full)), *badge_items(full)):
        if isinstance(item, Rect | Text) and item.subject is not None:
            found.setdefault(item.subject, []).append(item)
    return found
