"""A table of figures with a bar under each, as a picture. The words are the caller's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .display_list import DisplayList, Item, Line, Rect, Text
from .glyphs import brush, pen
from .typography import baseline, text_width

EDGE, GAP, LEAST = 16.0, 22.0, 64.0
TITLE, HEAD, ROW, FOOT = 40.0, 24.0, 34.0, 34.0
BAR = 4.0


class BarRow(NamedTuple):
    """A name, a verdict in the colour ``tone``, and figures as text and share (0 to 1) of a bar.

    A share of None: there is no figure.
    """

    name: str
    verdict: str
    tone: str
    bar: str
    cells: tuple[tuple[str, float | None], ...]


def bar_table(
    title: str, caption: str, heads: Sequence[str], rows: Sequence[BarRow]
) -> DisplayList:
    """The table, as large as it needs to be. ``heads``: of the name, the verdict, each figure."""
    widths = _widths(heads, rows)
    needed = sum(widths) + GAP * (len(widths) - 1) + 2 * EDGE
    width = max(needed, text_width(title, "title") + 2 * EDGE)
    height = TITLE + HEAD + ROW * len(rows) + FOOT
    items: list[Item] = [Rect(0, 0, width, height, brush("background"))]
    items.append(Text(EDGE, baseline(TITLE / 2 + 4, "title"), title, "title", "ink"))
    items += _heads(heads, widths, width)
    for number, row in enumerate(rows):
        items += _row(row, widths, TITLE + HEAD + ROW * number)
    foot = baseline(height - FOOT / 2, "caption")
    items.append(Text(EDGE, foot, caption, "caption", "muted"))
    return DisplayList(width, height, tuple(items))


def _widths(heads: Sequence[str], rows: Sequence[BarRow]) -> list[float]:
    columns = [[row.name for row in rows], [row.verdict for row in rows]]
    columns += [[row.cells[n][0] for row in rows] for n in range(len(heads) - 2)]
    roles = ["payload-heavy", "legend", *("legend" for _ in heads[2:])]
    return [
        max([text_width(head, "caption"), LEAST, *(text_width(text, role) for text in texts)])
        for head, texts, role in zip(heads, columns, roles, strict=True)
    ]


def _heads(heads: Sequence[str], widths: list[float], width: float) -> Iterator[Item]:
    line, x = baseline(TITLE + HEAD / 2, "caption"), EDGE
    for number, (head, wide) in enumerate(zip(heads, widths, strict=True)):
        if number < 2:
            yield Text(x, line, head, "caption", "muted")
        else:
            yield Text(x + wide, line, head, "caption", "muted", "end")
        x += wide + GAP
    y = TITLE + HEAD - 0.5
    yield Line(EDGE, y, width - EDGE, y, pen("hairline"))


def _row(row: BarRow, widths: list[float], top: float) -> Iterator[Item]:
    middle, x = top + ROW / 2, EDGE
    yield Text(x, baseline(middle, "payload-heavy"), row.name, "payload-heavy", "ink")
    x += widths[0] + GAP
    yield Text(x, baseline(middle, "legend"), row.verdict, "legend", row.tone)
    x += widths[1] + GAP
    for (text, share), wide in zip(row.cells, widths[2:], strict=True):
        yield Text(x + wide, baseline(middle - 4, "legend"), text, "legend", "ink", "end")
        if share:
            long = max(2.0, wide * share)
            yield Rect(x + wide - long, middle + 5, long, BAR, brush(row.bar), BAR / 2)
        x += wide + GAP
