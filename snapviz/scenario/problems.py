"""What is wrong with a document, where, and what would be allowed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PRINTED_PROBLEMS = 100
MOST_PROBLEMS = 10_000

_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$-]{0,59}")
_LONGEST_SHOWN = 40

# A place in a document: () for the whole, otherwise (place of the parent, key or index).
# Plain tuples cost next to nothing on the way down; text is made only for a problem.
Place = tuple
ROOT: Place = ()


def render_place(place: Place) -> str:
    """A place as ``script[3].delay_ms``; the whole document is ``(document)``."""
    steps = []
    while place:
        place, step = place
        steps.append(step)
    text = "".join(_render_step(step) for step in reversed(steps))
    return text.removeprefix(".") or "(document)"


def _render_step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _IDENTIFIER.fullmatch(step):
        return f".{step}"
    return f"[{quote(step)}]"


def quote(text: str) -> str:
    """Text in quotes, shortened, with everything unprintable escaped."""
    shown = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return json.dumps(shown, ensure_ascii=not shown.isprintable())


def show(value: object) -> str:
    """Any JSON value in a few words, however large it is."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, int):
        return _show_integer(value)
    if isinstance(value, float):
        return _show_float(value)
    return "a list" if isinstance(value, list | tuple) else "an object"


def _show_float(value: float) -> str:
    if value in (float("inf"), float("-inf")) and not hasattr(value, "text"):
        return "a number beyond 10^308"
    return getattr(value, "text", None) or repr(float(value))


def _show_integer(value: int) -> str:
    if value.bit_length() <= 80:
        return str(value)
    return f"an integer of about {value.bit_length() * 30103 // 100000 + 1} digits"


def listing(names: Iterable[str], count: int | None = None) -> str:
    """Names for an error message, the first few when there are many."""
    shown = []
    for name in names:
        if len(shown) == 12:
            shown.append("..." if count is None else f"... ({count} in all)")
            break
        shown.append(name if name.isprintable() and len(name) <= _LONGEST_SHOWN else quote(name))
    return ", ".join(shown) or "nothing"


def nearest(name: str, names: Sequence[str]) -> str:
    """`` (did you mean "x"?)`` when one of the names is close, otherwise nothing."""
    from difflib import get_close_matches

    if len(name) > _LONGEST_SHOWN:
        return ""
    same = [other for other in names if other.casefold() == name.casefold()]
    found = same or get_close_matches(name, names, n=1)
    return f" (did you mean {quote(found[0])}?)" if found else ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: ``path`` such as ``script[3].delay_ms``, and what is wrong there."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def problems_at(found: Iterable[tuple[Place, str]]) -> list[Problem]:
    """Problems with their places as text, and a last word when reading was given up."""
    problems = [Problem(render_place(place), message) for place, message in found]
    if len(problems) >= MOST_PROBLEMS:
        problems.append(Problem("(document)", "reading stopped here; there may be more"))
    return problems


class ScenarioError(ValueError):
    """A document, file or request that is refused, with every problem found.

    ``problems`` lists them all (a document is given up after `MOST_PROBLEMS`, and the last one
    says so); ``str()`` prints one line each, preceded by the file's name when ``file`` is known,
    at most `PRINTED_PROBLEMS` of them followed by a count of the rest.
    """

    def __init__(self, problems: Iterable[Problem], file: str | None = None) -> None:
        self.problems = list(problems)
        self.file = None if file is None else _printable(file)
        super().__init__(self.problems, self.file)

    def lines(self, limit: int = PRINTED_PROBLEMS) -> list[str]:
        """One line for each problem, as they are printed."""
        prefix = "" if self.file is None else f"{self.file}: "
        lines = [f"{prefix}{problem}" for problem in self.problems[:limit]]
        rest = len(self.problems) - limit
        if rest > 0:
            lines.append(f"{prefix}(document): and {rest} more problem{'s' if rest > 1 else ''}")
        return lines

    def __str__(self) -> str:
        return "\n".join(self.lines())


def refusal(path: str, message: str, file: str | None = None) -> ScenarioError:
    """An error with a single problem."""
    return ScenarioError([Problem(path, message)], file)


def _printable(file: str) -> str:
    if file.isprintable():
        return file
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in file)
