"""Payloads written once more over what was drawn on top of them."""

from __future__ import annotations

from dataclasses import replace

from .cuts import badge_obstacles
from .display_list import Item, Text
from .labels import label_items
from .messages import arrows
from .scene import Scene, filled, records_shown
from .view import still_view


def relabelled(drawn: Scene, messages: list[int], token: str = "") -> list[Item]:
    """The plates of the messages where the still picture has them; ``token``: the words' colour."""
    if not messages:
        return []  # the plates of a large run take a while
    key = (still_view(drawn.view), records_shown(drawn))
    plates = drawn.facts.kept("plates", key, lambda: _plates(drawn))
    return [
        replace(item, color=token) if token and type(item) is Text else item
        for message in messages
        for item in plates.get(message, ())
    ]


def _plates(drawn: Scene) -> dict[int, list[Item]]:
    full = filled(drawn)
    found: dict[int, list[Item]] = {}
    for item in label_items(full, arrows(full), badge_obstacles(full)):
        found.setdefault(item.subject[1], []).append(item)
    return found
