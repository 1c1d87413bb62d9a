"""Edits of processes, and of everything that names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..model import Action, Clock, Partition, Process, Scenario, TakeSnapshot, Workload
from ..templates import BALANCE
from .lookup import (
    changed,
    check_arrows,
    check_new_id,
    existing,
    process_fields,
    process_number,
    with_item,
    with_scripts,
)
from .positions import free_position, positioned


def free_id(scenario: Scenario, stem: str = "P") -> str:
    """``stem`` with the smallest number, from 1, that no process has."""
    taken = scenario.process_index()
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def with_process(scenario: Scenario, process: Process) -> Scenario:
    """A further process, last in order."""
    check_new_id(scenario, process.id)
    return replace(scenario, processes=(*scenario.processes, process))


def with_new_process(
    scenario: Scenario, position: tuple[float, float] | None = None
) -> tuple[Scenario, str]:
    """A further process under a free id, and that id.

    Without a ``position`` it stands where there is room; then and otherwise every process gets a
    position of its own. Where the others have balances, it has one like the last of them.
    """
    made = positioned(scenario)
    where = free_position(made) if position is None else position
    held = [p.state["balance"] for p in scenario.processes if "balance" in p.state]
    state = {"balance": held[-1]} if held else {}
    name = free_id(scenario)
    return with_process(made, Process(name, state, (float(where[0]), float(where[1])))), name


def replace_process(scenario: Scenario, process: str, **changes: Any) -> Scenario:
    """Change fields of one process other than its id, such as ``position`` or ``state``."""
    if "id" in changes:
        raise ValueError("a process keeps its id")
    index = process_number(scenario, process)
    made = replace(scenario.processes[index], **changes)
    return replace(scenario, processes=with_item(scenario.processes, index, made))


def set_clock(
    scenario: Scenario, process: str, offset_us: int | None = None, drift_ppb: int | None = None
) -> Scenario:
    """Set the clock a process starts with; a value left ``None`` stays."""
    clock = scenario.processes[process_number(scenario, process)].clock
    offset = clock.offset_us if offset_us is None else offset_us
    drift = clock.drift_ppb if drift_ppb is None else drift_ppb
    if (offset, drift) == (clock.offset_us, clock.drift_ppb):
        return scenario
    return replace_process(scenario, process, clock=Clock(offset, drift))


def without_processes(scenario: Scenario, ids: Iterable[str]) -> Scenario:
    """Without these processes, their channels, their pins and the actions that name them.

    A partition keeps its other members; a snapshot is kept on no more processes than are left.
    Raises ValueError when nobody would be left.
    """
    gone = existing(scenario, ids)
    left = tuple(process for process in scenario.processes if process.id not in gone)
    if not left:
        raise ValueError("a scenario has at least one process")

    def stays(user: Any) -> bool:
        return user.source not in gone and user.target not in gone

    def kept(action: Action) -> Action | None:
        if any(name in gone for name in process_fields(action).values()):
            return None
        if isinstance(action, Partition):
            return _without_members(action, gone)
        if isinstance(action, TakeSnapshot) and action.copies >= len(left):
            return replace(action, copies=len(left) - 1)
        return action

    return changed(
        with_scripts(scenario, kept),
        processes=left,
        channels=tuple(filter(stays, scenario.channels)),
        delays=tuple(filter(stays, scenario.delays)),
    )


def _without_members(partition: Partition, gone: dict[str, None]) -> Partition | None:
    if not any(name in gone for group in partition.groups for name in group):
        return partition
    groups = (tuple(name for name in group if name not in gone) for group in partition.groups)
    left = tuple(group for group in groups if group)
    return replace(partition, groups=left) if left else None


def renamed(scenario: Scenario, old: str, new: str) -> Scenario:
    """The process under another id, wherever it is named: channels, script, branches, pins."""
    index = process_number(scenario, old)
    if old == new:
        return scenario
    check_new_id(scenario, new)

    def user(item: Any) -> Any:
        ends = {end: new for end in ("source", "target") if getattr(item, end) == old}
        return replace(item, **ends) if ends else item

    def action(item: Action) -> Action:
        named = {field: new for field, name in process_fields(item).items() if name == old}
        if isinstance(item, Partition) and any(old in group for group in item.groups):
            named["groups"] = tuple(
                tuple(new if name == old else name for name in group) for group in item.groups
            )
        return replace(item, **named) if named else item

    process = replace(scenario.processes[index], id=new)
    made = with_scripts(
        scenario,
        action,
        processes=with_item(scenario.processes, index, process),
        channels=tuple(map(user, scenario.channels)),
        delays=tuple(map(user, scenario.delays)),
    )
    check_arrows(made)
    return made


def with_workload(scenario: Scenario, workload: Workload) -> Scenario:
    """Another workload, and the state it needs to do anything.

    The bank needs balances: where nobody has any, everybody gets one. The token workload needs one
    token: the first that has any keeps one, where nobody has any the first process gets it.
    """
    made = scenario if workload == scenario.workload else replace(scenario, workload=workload)
    if workload.kind == "bank" and not any(p.state.get("balance") for p in made.processes):
        states = [{**process.state, "balance": BALANCE} for process in made.processes]
    elif workload.kind == "token":
        holders = [n for n, p in enumerate(made.processes) if p.state.get("token")]
        holder = holders[0] if holders else 0
        states = [
            {**process.state, "token": int(number == holder)}
            for number, process in enumerate(made.processes)
        ]
    else:
        return made
    processes = tuple(
        process if process.state == state else replace(process, state=state)
        for process, state in zip(made.processes, states, strict=True)
    )
    return changed(made, processes=processes)
