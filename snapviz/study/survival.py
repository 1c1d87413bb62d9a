"""Which crashes a snapshot survives: every set of so many processes, every failure group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, combinations
from math import comb

from snapviz.engine.storage import part_holders
from snapviz.run import Run, Snapshot
from snapviz.scenario import Problem, ScenarioError
from snapviz.scenario.failure_groups import named_groups

MOST_SETS = 200_000


@dataclass(frozen=True)
class Crashed:
    """Some processes that are down at once, and whose parts are gone with them.

    ``groups``: the failure groups they are, where whole groups are down.
    """

    processes: tuple[str, ...]
    lost: tuple[str, ...]
    groups: tuple[str, ...] = ()

    @property
    def survives(self) -> bool:
        """Whether every part is still to be had."""
        return not self.lost


def survivals(run: Run, snapshot: Snapshot, most: int) -> list[Crashed]:
    """Every set of up to ``most`` processes, smaller ones first, with what stands at the run's end.

    The others are up, whoever is down in the run. A snapshot that is not complete survives
    nothing. Raises ScenarioError if there are too many sets.
    """
    names = run.trace.process_ids
    most = min(most, len(names))
    count = sum(comb(len(names), size) for size in range(most + 1))
    if count > MOST_SETS:
        words = f"these are {count:,} sets of processes; allowed: up to {MOST_SETS:,}"
        raise ScenarioError([Problem("--crashes", words)])
    holders = _holders(run, snapshot)
    return [
        _crashed(names, holders, chosen)
        for size in range(most + 1)
        for chosen in combinations(range(len(names)), size)
    ]


def group_survivals(run: Run, snapshot: Snapshot) -> list[Crashed]:
    """Every failure group of the scenario down by itself, and then every two of them.

    As for sets of processes; none where the scenario names no groups, and no pairs where there
    would be too many.
    """
    members = named_groups(run.scenario)
    holders = _holders(run, snapshot)
    found = []
    pairs = combinations(members, 2) if comb(len(members), 2) <= MOST_SETS else ()
    for groups in chain(combinations(members, 1), pairs):
        down = tuple(sorted(number for group in groups for number in members[group]))
        crashed = _crashed(run.trace.process_ids, holders, down)
        found.append(replace(crashed, groups=groups))
    return found


def _holders(run: Run, snapshot: Snapshot) -> list[set[int]]:
    """For each process who has its part."""
    row = run.trace.snapshots[snapshot.number]
    everybody = range(len(run.trace.process_ids))
    if row.status != "complete":
        return [set() for _ in everybody]
    return [set(part_holders(run.trace, row.number, owner)) for owner in everybody]


def _crashed(names: tuple[str, ...], holders: list[set[int]], chosen: tuple[int, ...]) -> Crashed:
    gone = set(chosen)
    lost = tuple(names[owner] for owner, held in enumerate(holders) if held <= gone)
    return Crashed(tuple(names[process] for process in chosen), lost)
