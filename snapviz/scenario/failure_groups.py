"""Which processes fail together."""

from __future__ import annotations

from .model import Scenario


def failure_groups(scenario: Scenario) -> list[int]:
    """For each process the position of the first one that fails together with it."""
    named = named_groups(scenario)
    return [
        position if process.failure_group is None else named[process.failure_group][0]
        for position, process in enumerate(scenario.processes)
    ]


def named_groups(scenario: Scenario) -> dict[str, list[int]]:
    """The positions of the members of each group that has a name, as they stand in the file."""
    members: dict[str, list[int]] = {}
    for position, process in enumerate(scenario.processes):
        if process.failure_group is not None:
            members.setdefault(process.failure_group, []).append(position)
    return members
