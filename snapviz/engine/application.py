"""What application messages do to states: quantities move, and are never made.

A payload's ``amount`` moves between ``balance`` fields, its ``token`` between
``token`` fields. The run and the reconstruction of past states both use these
functions. A payload that is just an amount is held as a bare int, which is
what keeps a million transfers small.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from snapviz.scenario.model import Scenario

QUANTITIES = {"amount": "balance", "token": "token"}
WORKLOAD_QUANTITY = {"bank": "amount", "token": "token"}


def active_quantities(scenario: Scenario) -> dict[str, str]:
    """Payload field -> state field, for the quantities this scenario keeps account of."""
    return {
        field: holding
        for field, holding in QUANTITIES.items()
        if WORKLOAD_QUANTITY.get(scenario.workload.kind) == field
        or any(holding in process.state for process in scenario.processes)
    }


def conserved_quantity(scenario: Scenario) -> str | None:
    """The payload field whose sum the verdict checks, or None where nothing is conserved."""
    active = active_quantities(scenario)
    of_workload = WORKLOAD_QUANTITY.get(scenario.workload.kind)
    return of_workload or next(iter(active), None)


def compact(payload: Mapping[str, Any], quantities: Mapping[str, str]) -> Any:
    """The payload as the run holds it: an int for a bare transfer."""
    if "amount" in quantities and len(payload) == 1 and "amount" in payload:
        return payload["amount"]
    return dict(payload)


def amount_of(payload: Any, field: str) -> int:
    """How much of a quantity a held payload carries."""
    if type(payload) is int:
        return payload if field == "amount" else 0
    return payload.get(field, 0)


def can_take(state: Mapping[str, Any], payload: Any, quantities: Mapping[str, str]) -> bool:
    """Whether a sender has what a payload carries."""
    return all(state[holding] >= amount_of(payload, field) for field, holding in quantities.items())


def take(state: dict[str, Any], payload: Any, quantities: Mapping[str, str]) -> bool:
    """Remove from the sender what a payload carries; False, and nothing done, if it lacks it."""
    if type(payload) is int:
        if state["balance"] < payload:
            return False
        state["balance"] -= payload
        return True
    moves = [(holding, amount_of(payload, field)) for field, holding in quantities.items()]
    if any(state[holding] < amount for holding, amount in moves):
        return False
    for holding, amount in moves:
        state[holding] -= amount
    return True


def give(state: dict[str, Any], payload: Any, quantities: Mapping[str, str]) -> None:
    """Add to the receiver what a payload carries."""
    if type(payload) is int:
        state["balance"] += payload
        return
    for field, holding in quantities.items():
        state[holding] += amount_of(payload, field)
