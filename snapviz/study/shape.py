"""The channels of a scenario as a graph: who reaches whom, where it goes in a circle."""

from __future__ import annotations

from collections import deque

from snapviz.scenario.model import Scenario


def out_of_reach(scenario: Scenario, start: str) -> list[str]:
    """The processes that no path of channels leads to from one process, in file order."""
    reached, queue = {start}, deque([start])
    following = _following(scenario)
    while queue:
        for target in following[queue.popleft()]:
            if target not in reached:
                reached.add(target)
                queue.append(target)
    return [process.id for process in scenario.processes if process.id not in reached]


def one_way(scenario: Scenario) -> list[tuple[str, str]]:
    """The channels with no channel back, in file order."""
    ends = scenario.channel_index()
    return [(a, b) for a, b in ends if (b, a) not in ends]


def circle(scenario: Scenario) -> list[str]:
    """Processes on a circle of channels or behind one, in file order; empty if there is none.

    Takes away processes that nothing leads to for as long as there are any (Kahn 1962).
    """
    following = _following(scenario)
    incoming = dict.fromkeys(following, 0)
    for targets in following.values():
        for target in targets:
            incoming[target] += 1
    free = deque(name for name, count in incoming.items() if count == 0)
    while free:
        for target in following[free.popleft()]:
            incoming[target] -= 1
            if incoming[target] == 0:
                free.append(target)
    return [name for name, count in incoming.items() if count > 0]


def _following(scenario: Scenario) -> dict[str, list[str]]:
    following: dict[str, list[str]] = {process.id: [] for process in scenario.processes}
    for channel in scenario.channels:
        following[channel.source].append(channel.target)
    return following
