"""One scenario and seed under every way to take checkpoints and to log messages: what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import product
from typing import Any

from snapviz.message_report import ms
from snapviz.protocols.registry import CHECKPOINTING, LOGGING
from snapviz.recovery.costs import RecoveryCosts, recovery_costs
from snapviz.run import Run
from snapviz.scenario.model import Scenario
from snapviz.simulation import Simulation

NONE = "none"


@dataclass(frozen=True)
class Combination:
    """The run under one policy and one method.

    ``received``: application messages received by the end, of those that stand. ``recoveries``:
    how many there were; ``survivors_undone``: how often one that had not crashed lost events.
    """

    policy: str
    method: str
    received: int
    recoveries: int
    survivors_undone: int
    costs: RecoveryCosts


@dataclass(frozen=True)
class RecoveryComparison:
    """Combinations by policy, then by method, in the order of the registry."""

    scenario: Scenario
    until_us: int
    combinations: tuple[Combination, ...]


class ComparingRecovery:
    """A comparison in slices: ``advance`` until it says True, then ``finish``."""

    def __init__(
        self,
        scenario: Scenario,
        until_us: int | None = None,
        policies: Sequence[str] = (NONE, *CHECKPOINTING),
        methods: Sequence[str] = (NONE, *LOGGING),
    ) -> None:
        """Raises ScenarioError for what cannot be run at all."""
        self._scenario = scenario
        self._until_us = scenario.duration_us if until_us is None else until_us
        self._pairs = list(product(policies, methods))
        self._found: list[Combination] = []
        self._simulation = self._next()

    def _next(self) -> Simulation | None:
        if len(self._found) == len(self._pairs):
            return None
        scenario = with_recovery(self._scenario, *self._pairs[len(self._found)])
        return Simulation(scenario, self._until_us)

    @property
    def progress(self) -> float:
        """Runs done, 0 to 1."""
        here = 0.0 if self._simulation is None else self._simulation.progress
        return min(1.0, (len(self._found) + here) / len(self._pairs))

    @property
    def rows(self) -> int:
        """How many things have happened so far in the run under way."""
        return 0 if self._simulation is None else self._simulation.rows

    def advance(self, max_steps: int | None = None) -> bool:
        """Go on by at most so many instants of one run; True when all runs are done."""
        if self._simulation is not None and self._simulation.advance(max_steps):
            self._found.append(combination(self._simulation.finish()))
            self._simulation = self._next()
        return self._simulation is None

    def finish(self) -> RecoveryComparison:
        """The comparison, once ``advance`` has said True."""
        return RecoveryComparison(self._scenario, self._until_us, tuple(self._found))


def with_recovery(scenario: Scenario, policy: str, method: str) -> Scenario:
    """The scenario with checkpoints and logs so taken; intervals stay."""
    return replace(
        scenario,
        checkpointing=replace(scenario.checkpointing, policy=policy),
        logging=replace(scenario.logging, method=method),
    )


def costs_of(run: Run) -> RecoveryCosts:
    """What checkpoints, logs and recoveries cost a run."""
    policy, method = run.scenario.checkpointing.policy, run.scenario.logging.method
    at_once = method in LOGGING and LOGGING[method].WRITES_AT_ONCE
    return recovery_costs(run.trace, (policy, method), run.until_us, at_once)


def combination(run: Run) -> Combination:
    """What a run under its policy and method came to."""
    return Combination(
        policy=run.scenario.checkpointing.policy,
        method=run.scenario.logging.method,
        received=run.message_count,
        recoveries=len(run.trace.recoveries),
        survivors_undone=sum(
            count > 0 and process not in row.crashed
            for row in run.trace.recoveries
            for process, count in enumerate(row.undone)
        ),
        costs=costs_of(run),
    )


def recovery_comparison_report(comparison: RecoveryComparison) -> dict[str, Any]:
    """What ``recover --compare --json`` prints; times in milliseconds."""
    return {
        "title": comparison.scenario.title,
        "seed": comparison.scenario.seed,
        "until_ms": ms(comparison.until_us),
        "combinations": [
            {
                "checkpointing": one.policy,
                "logging": one.method,
                "received": one.received,
                "recoveries": one.recoveries,
                "survivors_undone": one.survivors_undone,
                **costs_report(one.costs),
            }
            for one in comparison.combinations
        ],
    }


def costs_report(costs: RecoveryCosts) -> dict[str, Any]:
    """Costs as JSON, times in milliseconds."""
    told = asdict(costs)
    told["output_delay_ms"] = ms(told.pop("output_delay_us"))
    return told
