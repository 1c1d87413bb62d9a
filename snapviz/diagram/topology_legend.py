"""The legend of the topology diagram: signs and words for what the run can show."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from .channel_signs import fifo_sign, loss_sign
from .display_list import Ellipse, Item, Text
from .facts import Facts
from .glyphs import brush, cross, diamond, dot, pen
from .parted_channels import parted_sign
from .placement import LEGEND_ROW, Placement
from .typography import baseline, text_width
from .wrapping import balanced

GAP = 16.0
SIGN = 16.0
EDGE = 8.0

Sign = Callable[[float, float], list[Item]]
Entry = tuple[str, Sign]


def entries(known: Facts, translate: Callable[[str], str]) -> list[Entry]:
    """Words, in the reader's language, and signs."""
    channels = known.run.scenario.channels
    shown = [
        ("message", lambda x, y: [dot(x, y, 4.5, "muted")], not known.is_control.all()),
        (_control(known), lambda x, y: [diamond(x, y, 5.5, "muted")], known.is_control.any()),
        ("state recorded", lambda x, y: [Ellipse(x, y, 5, 5, pen("muted", 1.5))],
         bool(known.trace.snapshots)),
        ("not FIFO", fifo_sign, any(not channel.fifo for channel in channels)),
        ("down", _down_sign, bool(known.lives.outages)),
        ("cut off", parted_sign, bool(known.partings)),
        ("may lose messages", loss_sign, any(channel.loss > 0 for channel in channels)),
    ]  # fmt: skip
    return [(translate(word), sign) for word, sign, occurs in shown if occurs]


def _control(known: Facts) -> str:
    """What the control messages of the run are called; where all are markers, so."""
    trace = known.trace
    others = known.is_control & (trace.message_keeps | (trace.message_snapshot < 0))
    return "control message" if others.any() else "marker"


def _down_sign(x: float, y: float) -> list[Item]:
    ring = brush("background", 1.0, "muted", 1.5)
    return [Ellipse(x, y, 5, 5, ring), cross(x, y, 3.2, pen("orphan", 1.5, (), 0.6))]


def rows_of(shown: list[Entry], width: float) -> list[list[Entry]]:
    """The entries in as many rows as the width asks for."""
    widths = [SIGN + text_width(word, "legend") for word, _ in shown]
    entries_left = iter(shown)
    return [list(islice(entries_left, n)) for n in balanced(widths, GAP, width - 2 * EDGE)]


def legend_items(where: Placement, width: float, rows: list[list[Entry]]) -> list[Item]:
    """Centred under the diagram."""
    items: list[Item] = []
    if where.legend_y is None:
        return items
    for number, row in enumerate(rows):
        y = where.legend_y + number * LEGEND_ROW
        widths = [SIGN + text_width(word, "legend") for word, _ in row]
        x = (width - sum(widths) - GAP * (len(row) - 1)) / 2
        for (word, sign), step in zip(row, widths, strict=True):
            items += sign(x + 5, y)
            items.append(Text(round(x + SIGN), baseline(y, "legend"), word, "legend", "muted"))
            x += step + GAP
    return items
