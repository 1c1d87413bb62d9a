"""What the rooms below refuse, in the language of the window.

They speak English and know no Qt: the command line prints their sentences as they are. Here a
sentence is found among `refusal_words`, its values are taken out, and it is said anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QCoreApplication

from snapviz.scenario import ScenarioError
from snapviz.scenario.problems import PRINTED_PROBLEMS
from snapviz.ui.lessons.refusal_words import LESSON_CLAUSES
from snapviz.ui.refusal_words import ALLOWED, CLAUSES, HINT, MORE, ONE_MORE, PLACES
from snapviz.ui.wording import filled

KNOWN = (*CLAUSES, *LESSON_CLAUSES)
ALLOWED_MARK = "; allowed: "


def told(message: str) -> str:
    """The message of a problem, or of a ValueError, in the language of the window."""
    message, is_hinted, hint = message.partition(" (did you mean ")
    head, is_allowed, allowed = message.partition(ALLOWED_MARK)
    said = _clause(head)
    if is_allowed:
        said = filled(_translated(ALLOWED), said, _clause(allowed))
    return said + (filled(_translated(HINT), hint.removesuffix("?)")) if is_hinted else "")


def told_lines(error: ScenarioError, limit: int = PRINTED_PROBLEMS) -> list[str]:
    """`ScenarioError.lines` in the language of the window."""
    prefix = "" if error.file is None else f"{error.file}: "
    shown = error.problems[:limit]
    lines = [f"{prefix}{told_place(p.path)}: {told(p.message)}" for p in shown]
    rest = len(error.problems) - limit
    if rest > 0:
        more = filled(_translated(MORE), rest) if rest > 1 else _translated(ONE_MORE)
        lines.append(f"{prefix}{told_place('(document)')}: {more}")
    return lines


def lines_later(error: ScenarioError, limit: int = PRINTED_PROBLEMS) -> Callable[[], list[str]]:
    """What asks for `told_lines` later; keeps nothing alive that was at work when it failed."""
    kept = ScenarioError(error.problems, error.file)
    return lambda: told_lines(kept, limit)


def told_later(error: ValueError) -> Callable[[], str]:
    """What words a refusal, a line for each problem, in the language the window has by then."""
    if not isinstance(error, ScenarioError):
        return partial(told, str(error))
    lines = lines_later(error)
    return lambda: "\n".join(lines())


def told_place(path: str) -> str:
    """Where a problem is; paths into the file are the same in every language."""
    return _said(path, PLACES) or path


def _clause(text: str) -> str:
    """A part of a message; what is no sentence of ours, such as a name, stays as it is."""
    return _said(text, KNOWN) or text


def _said(text: str, known: tuple[str, ...]) -> str:
    for pattern, sentence in _patterns(known):
        if found := pattern.fullmatch(text):
            return filled(_translated(sentence), *map(_clause, found.groups()))
    return ""


@cache
def _patterns(known: tuple[str, ...]) -> list[tuple[re.Pattern[str], str]]:
    """The sentences as patterns, those that say most first."""
    made = []
    for sentence in sorted(known, key=lambda s: -len(re.sub(r"%\d", "", s))):
        parts = re.split(r"%\d", sentence)
        made.append((re.compile("(.+?)".join(map(re.escape, parts)), re.DOTALL), sentence))
    return made


def _translated(sentence: str) -> str:
    return QCoreApplication.translate("Refusals", sentence)
