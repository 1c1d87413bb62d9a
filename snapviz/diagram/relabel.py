"""Payloads written once more over what was drawn on top of them."""

from __future__ import annotations

from dataclasses import replace

from .display_list import Item, Text
from .plates import plates
from .scene import Scene


def relabelled(drawn: Scene, messages: list[int], token: str = "") -> list[Item]:
    """The plates of the messages where the still picture has them; ``token``: the words' colour."""
    if not messages:
        return []  # the plates of a large run take a while
    found = plates(drawn)
    return [
        replace(item, color=token) if token and type(item) is Text else item
        for message in messages
        for item in found.get(("message", message), ())
    ]
