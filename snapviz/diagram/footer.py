"""Under the plot: the legend line, and the caption of an exported picture."""

from __future__ import annotations

from .captions import caption_lines, trace_text
from .display_list import Item, Line, Text
from .figures import grouped
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
    said = _left_out(scene)
    edges = [place.width - MARGIN] * max(place.legend_lines, 1)
    edges[0] -= sum(text_width(words.text, "legend") + ENTRY_GAPS[1] for words in said)
    spare = (edges[0] - left - sum(widths)) / max(len(shown) - 1, 1)
    gap = min(max(spare, ENTRY_GAPS[0]), ENTRY_GAPS[1])
    if place.legend_lines > 1:
        gap = ENTRY_GAPS[1]
    x, lines = left, 1
    items: list[Item] = [*said]
    for (word, sign), width in zip(shown, widths, strict=True):
        if x > left and x + width > edges[lines - 1] + 1:
            if lines == place.legend_lines:
                break
            x, y, lines = left, y + LEGEND_LINE, lines + 1
        at = round(x + SIGN_WIDTH + SIGN_GAP)
        items += sign(round(x), y)
        items.append(Text(at, baseline(y, "legend"), word, "legend", "muted"))
        x += width + gap
    return items


def _left_out(scene: Scene) -> list[Text]:
    """At the right of the legend, how many messages a crowded picture leaves out."""
    if not scene.left_out:
        return []
    place = scene.place
    words = scene.view.translate("messages not drawn, zoom in to see them")
    text = f"{grouped(scene.left_out)} {words}"
    y = baseline(place.legend_y, "legend")
    return [Text(place.width - MARGIN, y, text, "legend", "ink", "end")]


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
