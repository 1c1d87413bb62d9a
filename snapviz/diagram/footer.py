"""Under the plot: the legend line, and the caption of an exported picture."""

from __future__ import annotations

from .captions import caption_lines, trace_text
from .display_list import Item, Line, Text
from .glyphs import pen
from .layout import CAPTION_LINE, LEGEND_LINE, MARGIN
from .legend import ENTRY_GAPS, SIGN_GAP, SIGN_WIDTH, entries
from .messages import Arrow
from .scene import Scene
from .typography import baseline, text_width


def legend_items(scene: Scene, laid: list[Arrow]) -> list[Item]:
    """Signs and words in one line, or two where the picture is narrow."""
    place = scene.place
    left, y = place.plot.left, place.legend_y
    shown = [(scene.view.translate(word), sign) for word, sign in entries(scene, laid)]
    widths = [SIGN_WIDTH + SIGN_GAP + text_width(word, "legend") for word, _ in shown]
    edge = place.width - MARGIN
    spare = (edge - left - sum(widths)) / max(len(shown) - 1, 1)
    gap = min(max(spare, ENTRY_GAPS[0]), ENTRY_GAPS[1])
    if place.legend_lines > 1:
        gap = ENTRY_GAPS[1]
    x, lines = left, 1
    items: list[Item] = []
    for (word, sign), width in zip(shown, widths, strict=True):
        if x > left and x + width > edge + 1:
            if lines == place.legend_lines:
                break
            x, y, lines = left, y + LEGEND_LINE, lines + 1
        at = round(x + SIGN_WIDTH + SIGN_GAP)
        items += sign(round(x), y)
        items.append(Text(at, baseline(y, "legend"), word, "legend", "muted"))
        x += width + gap
    return items


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
