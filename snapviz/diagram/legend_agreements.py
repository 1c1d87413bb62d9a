"""The part of the legend about agreements: roles, decisions, partings."""

from __future__ import annotations

from collections.abc import Callable

from snapviz.engine.trace import ABORTED, COMMITTED

from .decision_marks import decided_sign
from .display_list import Item
from .geometry import Box
from .glyphs import SIGN_WIDTH
from .parting_items import parting_sign
from .role_items import LOOKS, look_items
from .roles import BLOCKED
from .scene import Scene

Sign = Callable[[float, float], list[Item]]
Entry = tuple[str, Sign, bool]


def of_agreements(scene: Scene) -> list[Entry]:
    """What occurs in the run as far as it may be known."""
    known, rows = scene.facts, scene.known_rows
    kinds = {stretch.kind for stretch in known.roles if stretch.row <= rows}
    outcomes = {d.outcome for d in known.trace.decisions if d.row <= rows}
    return [
        *((kind, _look(kind), True) for kind in LOOKS if kind in kinds),
        ("committed", _decided(True), COMMITTED in outcomes),
        ("aborted", _decided(False), ABORTED in outcomes),
        (
            "network parted",
            lambda x, y: parting_sign(x, y, SIGN_WIDTH),
            any(parting.row <= rows for parting in known.partings),
        ),
    ]


def _look(kind: str) -> Sign:
    token = "orphan" if kind == BLOCKED else "muted"
    return lambda x, y: look_items(Box(x + 2, y - 4.5, x + SIGN_WIDTH, y + 4.5), LOOKS[kind], token)


def _decided(committed: bool) -> Sign:
    return lambda x, y: decided_sign(x + SIGN_WIDTH - 7, y, 6.0, "muted", committed, True)
