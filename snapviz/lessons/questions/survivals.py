"""Which crashes does a snapshot not survive? Those that take every holder of one of its parts."""

from __future__ import annotations

from snapviz.lessons.questions.question import (
    NONE,
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    is_exactly,
    snapshot_of,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Snapshot
from snapviz.scenario.problems import ScenarioError
from snapviz.study.survival import Crashed, survivals

KIND = "survival"
ABOUT = ("snapshot", "crashes")
MOST = 5


def ask(asking: Asking) -> Question:
    """About a snapshot with copies, and ``crashes`` processes at once: by default one more than
    there are copies.
    """
    snapshot = snapshot_of(asking)
    if snapshot.storage is None or not any(snapshot.storage.copies.values()):
        raise Unaskable(f'{snapshot.id} has no copies; give its action "copies"')
    options = {f"c{n}": crashed for n, crashed in enumerate(_drawn(asking, snapshot), 1)}
    key = tuple(name for name, crashed in options.items() if not crashed.survives) or (NONE,)

    def explain(answer: Answer) -> Told:
        wrong = [name for name in answer if name not in key and name != NONE]
        if wrong:
            return told(
                "Without %1 each part is still to be had from somebody.", _names(options[wrong[0]])
            )
        left = [name for name in key if name not in answer and name != NONE]
        return _lost(snapshot, options[left[0]]) if left else told("It survives each of these.")

    prompt = told("After which of these crashes is %1 no longer to be had whole?", snapshot.id)
    shown = [Option(name, told("%1", _names(crashed))) for name, crashed in options.items()]
    nothing = Option(NONE, told("None: it survives each of these"))
    return Question(KIND, prompt, "many", (*shown, nothing), key, is_exactly(key), explain)


def _drawn(asking: Asking, snapshot: Snapshot) -> list[Crashed]:
    run = asking.run
    usual = 1 + min(len(holders) for holders in snapshot.storage.copies.values())
    size = min(asking.about.get("crashes", usual), len(run.trace.process_ids) - 1)
    try:
        every = [c for c in survivals(run, snapshot, size) if len(c.processes) == size]
    except ScenarioError as error:
        raise Unaskable(str(error)) from None
    fatal = [crashed for crashed in every if not crashed.survives]
    others = [crashed for crashed in every if crashed.survives]
    few = asking.draw.sample(fatal, min(len(fatal), MOST - min(len(others), 2)))
    more = asking.draw.sample(others, min(len(others), MOST - len(few)))
    return sorted([*few, *more], key=lambda crashed: crashed.processes)


def _names(crashed: Crashed) -> str:
    return ", ".join(crashed.processes)


def _lost(snapshot: Snapshot, crashed: Crashed) -> Told:
    owner = crashed.lost[0]
    holders = snapshot.storage.copies[owner]
    if not holders:
        return told("The part of %1 is with itself alone.", owner)
    return told(
        "The part of %1 is with itself and %2 only: all are down.", owner, ", ".join(holders)
    )
