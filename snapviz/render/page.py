"""A picture's place on paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """``width`` by ``height`` file pixels, showing a list of ``scale`` pixels to its pixel."""

    width: int
    height: int
    scale: float
    dpi: int
    title: str
    description: str
