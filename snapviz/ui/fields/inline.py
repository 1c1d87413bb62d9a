"""Edits whose refusal is said at the field, not in the message bar."""

from __future__ import annotations

from snapviz.documents import catalogue
from snapviz.scenario import ScenarioError
from snapviz.scenario.validity import problems_of
from snapviz.ui.editor import Change, Editor
from snapviz.ui.refusals import told


def edit_inline(editor: Editor, change: Change, label: str, merge: str = "") -> str:
    """Make one edit; the words in which it is refused, or nothing."""
    if editor.document is None:
        return ""
    editor.cancel()
    try:
        scenario = change(editor.scenario)
        problems = problems_of(scenario, catalogue())
    except ScenarioError as error:
        problems = error.problems
    except ValueError as error:
        return sentence(told(str(error)))
    if problems:
        return "\n".join(sentence(told(problem.message)) for problem in problems)
    editor.edit(lambda _: scenario, label, merge)
    return ""


def sentence(words: str) -> str:
    """Words as a sentence of their own."""
    return f"{words[:1].upper()}{words[1:]}"
