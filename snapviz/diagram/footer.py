"""Under the plot: the legend line, and the caption of an exported picture."""

from __future__ import annotations

from .captions import caption_lines, trace_text
from .display_list import Item, Line, Text
from .glyphs import SIGN_WIDTH, pen
from .layout import CAPTION_LINE, LEGEND_LINE, MARGIN
from .legend import ENTRY_GAPS, SIGN_GAP, entries
from .messages import Arrow
from .scene import Scene
from .typography import baseline, text_width
from .wrapping import balanced


def legend_items(scene: Scene, laid: list[Arrow]) -> list[Item]:
    """Signs and words in one line, or in some that are much alike where the picture is narrow."""
    place = scene.place
    left, y = place.plot.left, place.legend_y
    shown = [(scene.view.translate(word), sign) for word, sign in entries(scene, laid)]
    widths = [SIGN_WIDTH + SIGN_GAP + text_width(word, "legend") for word, _ in shown]
    room = place.width - MARGIN - left
    gap, rows = _rows(widths, room, place.legend_lines)
    items: list[Item] = []
    start = 0
    for count in rows[: place.legend_lines]:
        if y + LEGEND_LINE / 2 > place.height:
            break  # half a line of words says nothing
        x = left
        for (word, sign), width in zip(shown[start:], widths[start : start + count], strict=False):
            at = round(x + SIGN_WIDTH + SIGN_GAP)
            items += sign(round(x), y)
            items.append(Text(at, baseline(y, "legend"), word, "legend", "muted"))
            x += width + gap
        start, y = start + count, y + LEGEND_LINE
    return items


def _rows(widths: list[float], room: float, lines: int) -> tuple[float, list[int]]:
    """The gap between entries, narrow if that spares a line, and how many a line holds."""
    wide, narrow = (balanced(widths, gap, room) for gap in ENTRY_GAPS[::-1])
    if len(wide) > min(lines, len(narrow)):
        spare = [
            (room - sum(widths[sum(narrow[:row]) :][:count])) / max(count - 1, 1)
            for row, count in enumerate(narrow)
        ]
        return max(min(*spare, ENTRY_GAPS[1]), ENTRY_GAPS[0]), narrow
    return ENTRY_GAPS[1], wide


def caption_items(scene: Scene) -> list[Item]:
    """A hairline and the caption under it."""
    place, run = scene.place, scene.facts.run
    edge = place.width - MARGIN
    rule = round(place.caption_y - CAPTION_LINE / 2 - 5) + 0.5
    items: list[Item] = [Line(MARGIN, rule, edge, rule, pen("hairline", 1.0))]
    y = place.caption_y
    for line in caption_lines(run, edge - MARGIN, scene.view.translate):
        items.append(Text(MARGIN, baseline(y, "caption"), line, "caption", "muted"))
        y += CAPTION_LINE
    trace = trace_text(run, scene.view.translate)
    last = baseline(y - CAPTION_LINE, "caption")
    items.append(Text(edge, last, trace, "caption", "muted", "end"))
    return items
