"""A display list as a standalone LaTeX document with one TikZ picture. No Qt here.

The document compiles with pdflatex, xelatex and lualatex, and asks for nothing beyond
`standalone`, TikZ and a sans-serif font. What its top says about words beyond Latin is in
`snapviz.render.tikz_text`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from snapviz.diagram.display_list import (
    Bands,
    DisplayList,
    Ellipse,
    Item,
    Line,
    Mosaic,
    Path,
    Polygon,
    Rect,
    Segments,
    Shade,
    Style,
    Text,
)
from snapviz.diagram.strips import strips_of
from snapviz.diagram.theme import Theme
from snapviz.diagram.typography import ROLES

from .tikz_text import DEFINITIONS, Outline, Words

if TYPE_CHECKING:
    from .page import Page

BOLD_FROM = 600  # Latin Modern Sans has no weight between regular and bold
TONES = 8  # of a raster of ink
LARGEST = 20_000.0  # logical pixels; TeX counts lengths to 16384 points
ANCHORS = {"start": "base west", "middle": "base", "end": "base east"}
HEAD = r"""% {title}
% {about}
%
% Written by snapviz. Compile with pdflatex, xelatex or lualatex.
% One unit is a pixel of the screen, y downwards; "unit" below sets how large it is on paper.
% Words in Latin letters, and the common signs, are set in the font of the document. All other
% writing is drawn as outlines, so that it needs no font; xelatex takes Noto Sans CJK SC
% for Chinese where it is installed. To use a font of yours, change \svfonts.
\documentclass[tikz,border=0pt]{{standalone}}
"""
PICTURE = r"""\newcommand\svunit{{{unit}bp}}
\begin{{document}}
\begin{{tikzpicture}}[x=\svunit, y=-\svunit, line join=miter, miter limit=4, line cap=butt]
\path[use as bounding box] (0,0) rectangle ({width},{height});
\clip (0,0) rectangle ({width},{height});
"""
TAIL = r"""\end{tikzpicture}
\end{document}
"""


def tikz(
    picture: DisplayList, page: Page, theme: Theme, outline: Callable[[str, int], Outline]
) -> bytes:
    """The document as UTF-8.

    ``outline`` draws words that LaTeX has no letters for: it gets them and a weight.
    """
    unit = 72 * page.scale / page.dpi
    writer = _Writer(theme, unit, Words(outline))
    body = [line for item in picture.items for line in writer.item(item)]
    parts = [
        HEAD.format(title=_comment(page.title), about=_comment(page.description)),
        DEFINITIONS,
        *writer.preamble(),
        PICTURE.format(
            unit=f"{unit:.5g}", width=_number(picture.width), height=_number(picture.height)
        ),
        *body,
        TAIL,
    ]
    return "".join(parts).encode()


class _Writer:
    """Turns items into lines, and remembers the colours and styles they need."""

    def __init__(self, theme: Theme, unit: float, words: Words):
        self._theme = theme
        self._unit = unit
        self._words = words
        self._colors: dict[str, str] = {}
        self._styles: dict[Style, str] = {}
        self._roles: dict[str, str] = {}

    def preamble(self) -> list[str]:
        lines = [
            f"\\definecolor{{{name}}}{{HTML}}{{{self._theme.color(token)[1:].upper()}}}\n"
            for token, name in self._colors.items()
        ]
        lines.append("\\tikzset{\n")
        lines += [
            f"  {name}/.style={{{self._style_keys(style)}}},\n"
            for style, name in self._styles.items()
        ]
        lines += [f"  {name}/.style={{{keys}}},\n" for name, keys in self._roles.items()]
        lines.append("}\n")
        lines += self._words.definitions()
        return lines

    def item(self, item: Item) -> list[str]:
        if type(item) is Text:
            return self._text(item)
        if type(item) is Shade:
            return self._shade(item)
        if type(item) in (Bands, Mosaic):
            return [line for shade in item.shades() for line in self._shade(shade)]
        style = self._style(item.style)
        return [f"\\path[{style}{keys}] {shape};\n" for keys, shape in _SHAPES[type(item)](item)]

    def _text(self, item: Text) -> list[str]:
        words = self._words.typeset(item.text, ROLES[item.role].weight)
        if not words:
            return []
        keys = [
            self._role(item.role),
            f"anchor={ANCHORS[item.anchor]}",
            f"text={self._color(item.color)}",
        ]
        if item.opacity < 1:
            keys.append(f"opacity={item.opacity:.3g}")
        return [f"\\node[{', '.join(keys)}] at {_point(item.x, item.y)} {{{words}}};\n"]

    def _shade(self, item: Shade) -> list[str]:
        """Upright strips of a few tones; TeX has no room for every cell."""
        lines = []
        for tone, strips in strips_of(item, TONES).items():
            style = self._style(replace(item.style, opacity=item.style.opacity * tone / TONES))
            path = " ".join(
                f"{_point(left, top)} rectangle {_point(right, bottom)}"
                for left, top, right, bottom in strips
            )
            lines.append(f"\\path[{style}] {path};\n")
        return lines

    def _color(self, token: str) -> str:
        if token not in self._colors:
            self._colors[token] = "sv" + re.sub(r"[^a-z0-9]", "", token.lower())
        return self._colors[token]

    def _style(self, style: Style) -> str:
        if style not in self._styles:
            self._styles[style] = f"style {len(self._styles) + 1}"
            self._style_keys(style)  # its colours are defined before the styles
        return self._styles[style]

    def _style_keys(self, style: Style) -> str:
        keys = []
        if style.fill:
            keys.append(f"fill={self._color(style.fill)}")
        if style.stroke:
            keys.append(f"draw={self._color(style.stroke)}")
            keys.append(f"line width={self._length(style.width)}")
        if style.stroke and style.dash:
            words = ("on", "off")
            lengths = style.dash * (1 if len(style.dash) % 2 == 0 else 2)
            dashes = (f"{words[i % 2]} {self._length(n)}" for i, n in enumerate(lengths))
            keys.append(f"dash pattern={' '.join(dashes)}")
        if style.opacity < 1:
            keys.append(f"opacity={style.opacity:.3g}")
        return ", ".join(keys)

    def _role(self, role: str) -> str:
        name = f"words {role}"
        if name not in self._roles:
            kind = ROLES[role]
            series = "\\bfseries" if kind.weight >= BOLD_FROM else "\\mdseries"
            size = self._length(kind.size)
            font = f"\\sffamily{series}\\fontsize{{{size}}}{{{size}}}\\selectfont"
            self._roles[name] = f"inner sep=0pt, outer sep=0pt, font={font}"
        return name

    def _length(self, pixels: float) -> str:
        return f"{pixels * self._unit:.4g}bp"


def _comment(text: str) -> str:
    """One line, with nothing that could end a comment."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _number(value: float) -> str:
    text = f"{min(max(value, -LARGEST), LARGEST):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _point(x: float, y: float) -> str:
    return f"({_number(x)},{_number(y)})"


Shapes = list[tuple[str, str]]  # further keys, and the path


def _line(item: Line) -> Shapes:
    return [("", f"{_point(item.x1, item.y1)} -- {_point(item.x2, item.y2)}")]


def _segments(item: Segments) -> Shapes:
    strokes = (f"{_point(x1, y1)} -- {_point(x2, y2)}" for x1, y1, x2, y2 in item.strokes)
    return [("", " ".join(strokes))] if item.strokes else []


def _path(item: Path) -> Shapes:
    words = []
    for word, *numbers in item.commands:
        points = [_point(*numbers[i : i + 2]) for i in range(0, len(numbers), 2)]
        if word == "C":
            words.append(".. controls {} and {} .. {}".format(*points))
        else:
            words.append({"M": "", "L": "-- ", "Z": "-- cycle"}[word] + "".join(points))
    return [("", " ".join(words))]


def _polygon(item: Polygon) -> Shapes:
    return [("", " -- ".join(_point(x, y) for x, y in item.points) + " -- cycle")]


def _ellipse(item: Ellipse) -> Shapes:
    radii = f"x radius={_number(item.rx)}, y radius={_number(item.ry)}"
    return [("", f"{_point(item.cx, item.cy)} ellipse[{radii}]")]


def _rect(item: Rect) -> Shapes:
    right, bottom = item.x + item.width, item.y + item.height
    radius = min(item.radius, item.width / 2, item.height / 2)
    keys = f", rounded corners={_number(radius)}*\\svunit" if radius > 0 else ""
    return [(keys, f"{_point(item.x, item.y)} rectangle {_point(right, bottom)}")]


_SHAPES: dict[type[Item], Callable[..., Shapes]] = {
    Line: _line,
    Segments: _segments,
    Path: _path,
    Polygon: _polygon,
    Ellipse: _ellipse,
    Rect: _rect,
}
