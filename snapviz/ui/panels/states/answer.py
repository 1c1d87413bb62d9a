"""What was found of a condition, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.figures import grouped
from snapviz.ui.panels.states.work import LIMIT, MOST_DRAWN, Found
from snapviz.ui.wording import DOT, filled

translate = QCoreApplication.translate


def answer_text(found: Found) -> str:
    """Whether it possibly and definitely holds, and where first."""
    answer = found.answer
    if answer is None:
        return ""
    if answer.possibly is None:
        text = translate("States", "Not known: none of the first %1 global states satisfies it.")
        return filled(text, grouped(LIMIT))
    if not answer.possibly:
        return translate("States", "Possibly: no. It holds in no consistent global state.")
    return f"{_possibly(found)} {_definitely(answer.definitely)}"


def _possibly(found: Found) -> str:
    where = cut_text(found)
    if found.holding is None:
        return filled(translate("States", "Possibly: yes, first after %1."), where)
    text = translate("States", "Possibly: yes, in %1 of %2 global states, first after %3.")
    return filled(text, grouped(len(found.holding)), grouped(len(found.states.cuts)), where)


def _definitely(holds: bool | None) -> str:
    if holds is None:
        text = translate("States", "Definitely: not known within %1 global states.")
        return filled(text, grouped(LIMIT))
    if holds:
        return translate("States", "Definitely: yes, every way through passes such a state.")
    return translate("States", "Definitely: no, some way through avoids it.")


def cut_text(found: Found) -> str:
    """The witness by how many events of each process it holds; those of a start left out."""
    ids = found.run.trace.process_ids
    named = [f"{pid} {n}" for pid, n in zip(ids, found.answer.cut, strict=True) if n]
    return DOT.join(named) or translate("States", "nothing, at the start")


def note_text(found: Found) -> str:
    """Why nothing is drawn; empty where something is."""
    if found.states is not None:
        return ""
    text = translate(
        "States",
        "This run has more than %1 consistent global states, too many to be drawn. "
        "Conditions are answered all the same; a shorter run, or fewer processes, can be drawn.",
    )
    return filled(text, grouped(MOST_DRAWN))


def caption_text(found: Found) -> str:
    """How many states there are."""
    if found.states is None:
        return filled(translate("States", "more than %1 global states"), grouped(MOST_DRAWN))
    return filled(translate("States", "%1 global states"), grouped(len(found.states.cuts)))
