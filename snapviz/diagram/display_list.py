"""What a painter draws: a flat list of shapes in drawing order.

Lengths are logical pixels (96 to the inch), x to the right, y downwards. Colours are
theme tokens, never values, so that one list serves every theme. An item may carry a
``subject`` such as ``("message", 12)``: the thing of the run that it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Subject = tuple[str, int]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Style:
    """Tokens for stroke and fill (None: without); dashes in multiples of the width."""

    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    fill: str | None = None
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    style: Style
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """``("M", x, y)`` moves, ``("L", x, y)`` draws a line, ``("C", x1, y1, x2, y2, x, y)`` a cubic,
    ``("Z",)`` closes."""

    commands: tuple[tuple, ...]
    style: Style
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Segments:
    """Many straight strokes ``(x1, y1, x2, y2)`` of one style."""

    strokes: tuple[tuple[float, float, float, float], ...]
    style: Style
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Shade:
    """A rectangle of cells in the fill colour, each with its share of ink.

    ``ink``: ``columns * rows`` bytes, 0 (nothing) to 255 (the full colour), rows from the top.
    ``tones``, 256 bytes: the ink that each of them stands for; empty: itself.
    """

    x: float
    y: float
    width: float
    height: float
    columns: int
    rows: int
    ink: bytes
    style: Style
    subject: Subject | None = None
    tones: bytes = b""

    def inked(self) -> bytes:
        """The ink of each cell itself."""
        return self.ink.translate(self.tones) if self.tones else self.ink


@dataclass(frozen=True, slots=True)
class Bands:
    """Cells a pixel wide along level lines, each line in the fill colour of a style of its own.

    ``tops``: of each line. ``cells``: one byte each, 1 where there is something and 0 where
    not, line by line from the left.
    """

    x: float
    tops: tuple[float, ...]
    height: int
    columns: int
    cells: bytes
    styles: tuple[Style, ...]
    subject: Subject | None = None

    def shades(self) -> list[Shade]:
        """The same, each line for itself."""
        shades = []
        for number, (top, style) in enumerate(zip(self.tops, self.styles, strict=True)):
            cells = self.cells[number * self.columns : (number + 1) * self.columns]
            ink = cells.translate(_INK) * self.height
            size = (self.columns, self.height)
            shades.append(Shade(self.x, top, *size, *size, ink, style, self.subject))
        return shades


_INK = bytes([0, *[255] * 255])


@dataclass(frozen=True, slots=True)
class Mosaic:
    """Cells a pixel wide and high, each in the fill colour of one of some styles.

    ``cells``: ``columns * rows`` bytes, rows from the top; 0: nothing, k: ``styles[k - 1]``.
    """

    x: float
    y: float
    columns: int
    rows: int
    cells: bytes
    styles: tuple[Style, ...]
    subject: Subject | None = None

    def shades(self) -> list[Shade]:
        """The same, each style for itself."""
        size = (self.columns, self.rows)
        shades = []
        for number, style in enumerate(self.styles, start=1):
            ink = self.cells.translate(bytes(255 * (k == number) for k in range(256)))
            shades.append(Shade(self.x, self.y, *size, *size, ink, style, self.subject))
        return shades


@dataclass(frozen=True, slots=True)
class Polygon:
    points: tuple[Point, ...]
    style: Style
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Ellipse:
    cx: float
    cy: float
    rx: float
    ry: float
    style: Style
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    style: Style
    radius: float = 0.0
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """``(x, y)`` is the anchor on the baseline; ``role`` names a typographic role."""

    x: float
    y: float
    text: str
    role: str
    color: str
    anchor: Anchor = "start"
    opacity: float = 1.0
    subject: Subject | None = None


Item = Line | Segments | Shade | Bands | Mosaic | Path | Polygon | Ellipse | Rect | Text


@dataclass(frozen=True, slots=True)
class DisplayList:
    """Items of a picture ``width`` by ``height`` pixels large, first item at the bottom.

    ``is_smooth``: whether edges are softened, which takes its time.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    is_smooth: bool = True

    def about(self, kind: str, number: int | None = None) -> Iterator[Item]:
        """Items that show one thing of the run, or all things of one kind."""
        for item in self.items:
            subject = item.subject
            if subject and subject[0] == kind and number in (None, subject[1]):
                yield item
