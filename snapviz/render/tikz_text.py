"""Words for LaTeX: what it has letters and signs for, and outlines for the rest. No Qt here."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

EM = 1000.0  # units of an outline to the em

# fmt: off
ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    "'": r"\textquotesingle{}", "`": r"\textasciigrave{}", '"': r"\textquotedbl{}",
}
SIGNS = {
    "\u00a0": "~", "\u2009": r"\,", "\u202f": r"\,", "…": r"\textellipsis{}", "–": r"\textendash{}",
    "—": r"\textemdash{}", "‘": r"\textquoteleft{}", "’": r"\textquoteright{}",
    "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}", "•": r"\textbullet{}",
    "·": r"\textperiodcentered{}", "°": r"\textdegree{}", "§": r"\textsection{}",
    "€": r"\texteuro{}", "£": r"\textsterling{}", "«": r"\guillemotleft{}",
    "»": r"\guillemotright{}", "¡": r"\textexclamdown{}", "¿": r"\textquestiondown{}",
}
MATHS = {
    "−": "-", "×": r"\times", "÷": r"\div", "±": r"\pm", "·": r"\cdot", "≠": r"\neq",
    "≤": r"\leq", "≥": r"\geq", "≈": r"\approx", "≡": r"\equiv", "∞": r"\infty", "¬": r"\neg",
    "→": r"\rightarrow", "←": r"\leftarrow", "↔": r"\leftrightarrow", "↑": r"\uparrow",
    "↓": r"\downarrow", "⇒": r"\Rightarrow", "⇐": r"\Leftarrow", "⇔": r"\Leftrightarrow",
    "∈": r"\in", "∉": r"\notin", "⊆": r"\subseteq", "⊂": r"\subset", "∪": r"\cup",
    "∩": r"\cap", "∧": r"\wedge", "∨": r"\vee", "∀": r"\forall", "∃": r"\exists",
    "∅": r"\emptyset", "∑": r"\Sigma", "∏": r"\Pi", "√": r"\surd", "∥": r"\parallel",
    "Γ": r"\Gamma", "Δ": r"\Delta", "Θ": r"\Theta", "Λ": r"\Lambda", "Ξ": r"\Xi", "Π": r"\Pi",
    "Σ": r"\Sigma", "Φ": r"\Phi", "Ψ": r"\Psi", "Ω": r"\Omega",
    "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta", "ε": r"\varepsilon",
    "ζ": r"\zeta", "η": r"\eta", "θ": r"\theta", "ι": r"\iota", "κ": r"\kappa",
    "λ": r"\lambda", "μ": r"\mu", "µ": r"\mu", "ν": r"\nu", "ξ": r"\xi", "π": r"\pi",
    "ρ": r"\rho", "σ": r"\sigma", "τ": r"\tau", "υ": r"\upsilon", "φ": r"\varphi",
    "χ": r"\chi", "ψ": r"\psi", "ω": r"\omega",
}
# fmt: on
LIGATURES = "-,<>"  # two of them in a row would become one sign
LATIN = frozenset("ĂăĄąĆćČčĎďĐđĘęĚěĞğİıĹĺĽľŁłŃńŇňŐőŔŕŘřŚśŞşŠšŢţŤťŮůŰűŸŹźŻżŽžŒœ")  # of encoding T1
DEFINITIONS = r"""\usepackage{iftex}
\ifPDFTeX
  \usepackage[utf8]{inputenc}
  \usepackage[T1]{fontenc}
  \usepackage{textcomp}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
  % \svhan{number}{character}{outline}
  \newcommand\svhan[3]{#3}
\else
  \usepackage{fontspec}
  \newcommand\svfonts{\setsansfont{Latin Modern Sans}[Ligatures=TeXOff]}
  \IfFontExistsTF{Latin Modern Sans}{\svfonts}{}
  \let\svhanfont\relax
  \ifXeTeX
    \IfFontExistsTF{Noto Sans CJK SC}{\newfontfamily\svhanfont{Noto Sans CJK SC}}{}
  \fi
  \newcommand\svhan[3]{{\svhanfont\iffontchar\font"#1 #2\else#3\fi}}
\fi
% \svoutline{advance}{path}: a thousand units to the em, in the colour of the words around it
\newcommand\svoutline[2]{\begin{tikzpicture}[baseline=0pt, x=.001em, y=-.001em]
  \useasboundingbox (0,0) rectangle (#1,-1);\fill[.] #2;\end{tikzpicture}}
"""


@dataclass(frozen=True, slots=True)
class Outline:
    """Words as shapes: ``M``, ``L``, ``C``, ``Z`` commands in units of a thousandth of an em,
    y downwards from the baseline."""

    advance: float
    commands: tuple[tuple, ...]


class Words:
    """Turns words into LaTeX and remembers the outlines that they need."""

    def __init__(self, outline: Callable[[str, int], Outline]):
        self._outline = outline
        self._names: dict[tuple[str, int], str] = {}

    def typeset(self, text: str, weight: int) -> str:
        """The words in LaTeX; control characters are left out."""
        kept = "".join(" " if c in "\t\n\r" else c for c in text)
        kept = "".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
        return "".join(self._run(kind, run, weight) for kind, run in _runs(kept))

    def definitions(self) -> list[str]:
        """One macro for each outline in use."""
        lines = []
        for (text, weight), name in self._names.items():
            shape = self._outline(text, weight)
            lines.append(
                f"\\newcommand\\{name}{{\\svoutline{{{shape.advance:.0f}}}{{{_drawn(shape)}}}}}\n"
            )
        return lines

    def _run(self, kind: str, run: str, weight: int) -> str:
        if kind == "latex":
            return _latex(run)
        if kind == "han":
            return "".join(
                f"\\svhan{{{ord(c):04X}}}{{{c}}}{{\\{self._name(c, weight)}}}" for c in run
            )
        return f"\\{self._name(run, weight)}{{}}"

    def _name(self, text: str, weight: int) -> str:
        key = (text, weight)
        if key not in self._names:
            self._names[key] = "svglyph" + _letters(len(self._names))
        return self._names[key]


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Pieces that LaTeX sets, that are ideographs, and that need shaping as a whole."""
    for kind, characters in groupby(text, _kind):
        yield kind, "".join(characters)


def _kind(character: str) -> str:
    is_ascii = " " <= character <= "~"
    is_latin = "À" <= character <= "ÿ" or character in LATIN
    if is_ascii or is_latin or character in SIGNS or character in MATHS:
        return "latex"
    return "han" if unicodedata.east_asian_width(character) in "WF" else "other"


def _latex(text: str) -> str:
    parts, before = [], ""
    for character in text:
        if character == before and character in LIGATURES:
            parts.append("{}")
        if character in ESCAPED:
            parts.append(ESCAPED[character])
        elif character in SIGNS:
            parts.append(SIGNS[character])
        elif character in MATHS:
            parts.append(f"\\ensuremath{{{MATHS[character]}}}")
        elif character == " " and before in ("", " "):
            parts.append("\\ ")
        else:
            parts.append(character)
        before = character
    return "".join(parts)


def _drawn(outline: Outline) -> str:
    words = []
    for word, *numbers in outline.commands:
        points = [f"({numbers[i]:.0f},{numbers[i + 1]:.0f})" for i in range(0, len(numbers), 2)]
        if word == "C":
            words.append("..controls{}and{}..{}".format(*points))
        else:
            words.append({"M": "", "L": "--", "Z": "--cycle"}[word] + "".join(points))
    return "".join(words) or "(0,0)"


def _letters(number: int) -> str:
    """0, 1, 2 ... as a, b ... z, ba, bb ...: names of macros have no digits."""
    text = chr(ord("a") + number % 26)
    while number := number // 26:
        text = chr(ord("a") + number % 26) + text
    return text
