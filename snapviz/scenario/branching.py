"""Branches: other ways a run may go on, each with the script it follows from an instant on.

What a branch is worth on its own is a scenario like any other, `branch_scenario`: the script
before ``from_us``, then the branch's own. `with_branch_edited` is the way back: an edit of that
scenario becomes one of the branch.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .kinds import wrong_characters
from .model import Action, Branch, Scenario


def branch_place(scenario: Scenario, name: str) -> int:
    """Where a branch stands in ``branches``. Raises ValueError."""
    for place, branch in enumerate(scenario.branches):
        if branch.name == name:
            return place
    raise ValueError(f"there is no branch {name}")


def shared_script(scenario: Scenario, branch: Branch) -> tuple[Action, ...]:
    """The script's actions before a branch begins, in file order."""
    return tuple(action for action in scenario.script if action.at_us < branch.from_us)


def branch_scenario(scenario: Scenario, name: str) -> Scenario:
    """The scenario a branch stands for. Raises ValueError if there is no such branch."""
    branch = scenario.branches[branch_place(scenario, name)]
    return replace(scenario, script=shared_script(scenario, branch) + branch.script)


def free_branch_name(scenario: Scenario, stem: str) -> str:
    """``stem``, or with the first number from 2 on that no branch has."""
    taken = {branch.name for branch in scenario.branches}
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem} {number}"
    return name


def with_new_branch(
    scenario: Scenario,
    name: str,
    from_us: int,
    of: str | None = None,
    more: Iterable[Action] = (),
) -> Scenario:
    """A branch that begins at an instant, and goes on at first as the run does.

    ``of``: as that branch does; both then share no more with the run than that branch. ``more``:
    what happens in the new one besides, each last of what is at its instant.
    """
    check_branch_name(scenario, name)
    script = scenario.script
    if of is not None:
        script = branch_scenario(scenario, of).script
        from_us = min(from_us, scenario.branches[branch_place(scenario, of)].from_us)
    own = tuple(action for action in script if action.at_us >= from_us)
    return replace(scenario, branches=(*scenario.branches, Branch(name, from_us, (*own, *more))))


def without_branch(scenario: Scenario, name: str) -> Scenario:
    """The scenario without a branch."""
    place = branch_place(scenario, name)
    branches = scenario.branches
    return replace(scenario, branches=branches[:place] + branches[place + 1 :])


def renamed_branch(scenario: Scenario, name: str, wanted: str) -> Scenario:
    """A branch under another name."""
    place = branch_place(scenario, name)
    if wanted == name:
        return scenario
    check_branch_name(scenario, wanted)
    return _with(scenario, place, replace(scenario.branches[place], name=wanted))


def check_branch_name(scenario: Scenario, name: str) -> None:
    """Raises ValueError if no further branch may be called so."""
    if not name.strip():
        raise ValueError("a branch needs a name of at least one character")
    wrong = wrong_characters(name, lines=False)
    if wrong:
        raise ValueError(wrong)
    if any(branch.name == name for branch in scenario.branches):
        raise ValueError(f"there is already a branch {name}")


class SharedPast(ValueError):
    """An edit of a branch would change what comes before it."""


class SharedByAll(ValueError):
    """An edit of a branch would change what is no part of a script."""


def with_branch_edited(scenario: Scenario, name: str, edited: Scenario) -> Scenario:
    """The scenario after `branch_scenario` of it has become ``edited``.

    Texts and positions are those of the scenario; pins count messages by their numbers, so they
    stay as they are. Raises `SharedPast` or `SharedByAll` for what is not the branch's own.
    """
    place = branch_place(scenario, name)
    branch = scenario.branches[place]
    shared = shared_script(scenario, branch)
    own = edited.script[len(shared) :]
    if edited.script[: len(shared)] != shared or _any_before(own, branch.from_us):
        raise SharedPast
    _check_shared(scenario, edited)
    told = replace(edited, script=scenario.script, delays=scenario.delays)
    branches = edited.branches
    if own != branch.script:
        told = _with(told, place, replace(branches[place], script=own))
    return scenario if told == scenario else told


def _any_before(script: Iterable[Action], at_us: int) -> bool:
    return any(action.at_us < at_us for action in script)


def _check_shared(scenario: Scenario, edited: Scenario) -> None:
    free = {
        "title": "",
        "description": "",
        "script": (),
        "delays": (),
        "branches": (),
    }
    before, after = (_unplaced(replace(one, **free)) for one in (scenario, edited))
    if before != after:
        raise SharedByAll


def _unplaced(scenario: Scenario) -> Scenario:
    bare = tuple(replace(process, position=None) for process in scenario.processes)
    return replace(scenario, processes=bare)


def _with(scenario: Scenario, place: int, branch: Branch) -> Scenario:
    branches = scenario.branches
    return replace(scenario, branches=(*branches[:place], branch, *branches[place + 1 :]))
