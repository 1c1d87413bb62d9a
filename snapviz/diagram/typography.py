"""Typographic roles, and text widths known without a font engine.

Advances are those of Inter Regular at 1000 units to the em with tabular figures; the
painter uses the same font, so plates and boxes fit the words in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

FAMILY = "Inter"
CAP_HEIGHT = 0.727  # of the em
TABULAR_DIGIT = 648
WIDE = 1000  # CJK and everything unknown above the Latin blocks
OTHER = 640

# fmt: off
_ASCII = (
    281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357,
    648, 648, 648, 648, 648, 648, 648, 648, 648, 648, 276, 280, 659, 659, 659, 507,
    936, 676, 651, 727, 719, 598, 587, 743, 740, 264, 543, 652, 562, 889, 753, 761,
    635, 761, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 357, 362, 469, 452,
    497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544, 237, 869, 585, 597,
    609, 609, 372, 523, 364, 581, 557, 812, 540, 557, 541, 362, 327, 362, 659,
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Role:
    """Size in pixels, weight 400, 500 or 600."""

    size: int
    weight: int


ROLES = {
    "title": Role(16, 600),
    "caption": Role(11, 400),
    "axis": Role(11, 400),
    "legend": Role(11, 400),
    "process": Role(14, 600),
    "process-small": Role(11, 600),
    "clock": Role(10, 400),
    "payload": Role(11, 500),
    "payload-heavy": Role(11, 600),
    "note": Role(10, 400),
    "badge": Role(11, 600),
    "state": Role(12, 500),
    "state-small": Role(10, 500),
    "empty": Role(13, 400),
}


def _advance(character: str) -> int:
    code = ord(character)
    if 32 <= code < 127:
        return _ASCII[code - 32]
    if code == 0x2009:  # thin space, groups thousands
        return 200
    return WIDE if code >= 0x1100 else OTHER


@lru_cache(maxsize=4096)
def text_width(text: str, role: str) -> float:
    """Width in pixels, to within a few per cent (CJK falls back to another font)."""
    kind = ROLES[role]
    widening = 1 + (kind.weight - 400) / 6000
    return sum(map(_advance, text)) * kind.size / 1000 * widening


def baseline(centre: float, role: str) -> float:
    """Baseline, on a whole pixel, that centres capitals and figures on ``centre``."""
    return round(centre + CAP_HEIGHT * ROLES[role].size / 2)


def elided(text: str, role: str, width: float) -> str:
    """The text, or its beginning and an ellipsis, no wider than ``width`` pixels."""
    if text_width(text, role) <= width:
        return text
    kept = text
    while kept and text_width(kept + "…", role) > width:
        kept = kept[:-1]
    return kept + "…"
