"""What a lesson lets its students change: the tools it gives, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from snapviz.scenario.model import (
    Checkpointing,
    Clock,
    Crash,
    Internal,
    Logging,
    Restart,
    Rollback,
    Scenario,
    Send,
    SetClock,
    SyncClocks,
    TakeCheckpoint,
    TakeSnapshot,
)

_ACTIONS: dict[str, tuple[type, ...]] = {
    "messages": (Send, Internal),
    "snapshots": (TakeSnapshot,),
    "checkpoints": (TakeCheckpoint,),
    "crashes": (Crash, Restart, Rollback),
    "clocks": (SetClock, SyncClocks),
}


def changed_by(before: Scenario, after: Scenario) -> set[str]:
    """Which tools it takes to make one scenario of another."""
    return {tool for tool, part in _PARTS.items() if part(before) != part(after)}


def forbidden(before: Scenario, after: Scenario, tools: Iterable[str] | None) -> list[str]:
    """The tools that were used though they are not given, in their order; None gives all."""
    if tools is None:
        return []
    used = changed_by(before, after)
    return [tool for tool in TOOLS if tool in used and tool not in tools]


def _script(*kinds: type) -> Callable[[Scenario], Any]:
    return lambda s: [action for action in s.script if type(action) in kinds]


def _network(scenario: Scenario) -> Any:
    """Channels and what the script does to them."""
    known = {kind for kinds in _ACTIONS.values() for kind in kinds}
    return scenario.channels, [a for a in scenario.script if type(a) not in known]


def _clocks(scenario: Scenario) -> Any:
    """Those that are not as every clock is: one more process moves no clock."""
    moved = {p.id: p.clock for p in scenario.processes if p.clock != Clock()}
    return moved, _script(*_ACTIONS["clocks"])(scenario)


def _processes(scenario: Scenario) -> Any:
    """Where they are drawn is nothing to be forbidden."""
    return [replace(p, clock=Clock(), position=None) for p in scenario.processes]


def _settings(scenario: Scenario) -> Any:
    bare = replace(
        scenario, processes=(), channels=(), script=(), delays=(), branches=(), title="",
        description="", checkpointing=Checkpointing(), logging=Logging(),
    )  # fmt: skip
    return bare, scenario.checkpointing, scenario.logging, scenario.branches


_PARTS: dict[str, Callable[[Scenario], Any]] = {
    "messages": _script(*_ACTIONS["messages"]),
    "snapshots": _script(*_ACTIONS["snapshots"]),
    "checkpoints": _script(*_ACTIONS["checkpoints"]),
    "crashes": _script(*_ACTIONS["crashes"]),
    "clocks": _clocks,
    "delays": lambda s: s.delays,
    "channels": _network,
    "processes": _processes,
    "settings": _settings,
}
TOOLS = tuple(_PARTS)
