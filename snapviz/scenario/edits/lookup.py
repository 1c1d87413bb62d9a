"""What the edits share: finding things, refusing in words, going through every script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from ..kinds import wrong_characters
from ..model import Action, Scenario
from ..problems import quote

T = TypeVar("T")


def with_item(items: Sequence[T], index: int, item: T) -> tuple[T, ...]:
    """The items with another one at ``index``."""
    return (*items[:index], item, *items[index + 1 :])


def process_number(scenario: Scenario, name: str) -> int:
    """Where a process stands in ``processes``. Raises ValueError."""
    for index, process in enumerate(scenario.processes):
        if process.id == name:
            return index
    raise ValueError(f"there is no process {name}")


def channel_number(scenario: Scenario, source: str, target: str) -> int:
    """Where a channel stands in ``channels``. Raises ValueError."""
    for index, channel in enumerate(scenario.channels):
        if channel.source == source and channel.target == target:
            return index
    raise ValueError(f"there is no channel {source} -> {target}")


def existing(scenario: Scenario, ids: Iterable[str]) -> dict[str, None]:
    """The ids in the order given, each once. Raises ValueError."""
    known = scenario.process_index()
    wanted = dict.fromkeys(ids)
    for name in wanted:
        if name not in known:
            raise ValueError(f"there is no process {name}")
    return wanted


def check_new_id(scenario: Scenario, name: str) -> None:
    """Raises ValueError if no further process may be called so."""
    if not isinstance(name, str) or not name.strip():
        raise ValueError("a process needs a name of at least one character")
    wrong = wrong_characters(name, lines=False)
    if wrong:
        raise ValueError(wrong)
    if any(process.id == name for process in scenario.processes):
        raise ValueError(f"there is already a process {name}")


def check_arrows(scenario: Scenario) -> None:
    """Raises ValueError if two channels look the same in a report: ids may hold arrows."""
    if not any("->" in process.id for process in scenario.processes):
        return
    seen: dict[str, None] = {}
    for channel in scenario.channels:
        text = f"{channel.source}->{channel.target}"
        if text in seen:
            raise ValueError(f"two channels would both be called {quote(text)} in reports")
        seen[text] = None


def with_scripts(
    scenario: Scenario, change: Callable[[Action], Action | None], **besides: Any
) -> Scenario:
    """Every action of the script and of the branches changed, or dropped where it becomes None.

    ``besides`` are further fields to replace; what stays the same keeps its identity.
    """
    branches = tuple(
        changed(branch, script=_each(branch.script, change)) for branch in scenario.branches
    )
    script = _each(scenario.script, change)
    return changed(scenario, script=script, branches=branches, **besides)


def _each(script: tuple[Action, ...], change: Callable) -> tuple[Action, ...]:
    made = map(change, script)
    return tuple(action for action in made if action is not None)


def changed(value: T, **changes: Any) -> T:
    """``replace`` that answers the same value when every field holds the same items."""
    different = {
        name: new for name, new in changes.items() if not same_items(getattr(value, name), new)
    }
    return replace(value, **different) if different else value


def same_items(old: Any, new: Any) -> bool:
    """Whether two values, or two tuples item by item, are the very same objects."""
    if old is new:
        return True
    if type(old) is not tuple or type(new) is not tuple or len(old) != len(new):
        return False
    return all(a is b for a, b in zip(old, new, strict=True))


def process_fields(action: Action) -> dict[str, str]:
    """The fields of an action that name one process each, with the process."""
    names = (field.name for field in fields(action) if field.name in _NAMING)
    named = {name: getattr(action, name) for name in names}
    return {name: process for name, process in named.items() if process is not None}


_NAMING = ("process", "source", "target", "initiator", "server", "on")
