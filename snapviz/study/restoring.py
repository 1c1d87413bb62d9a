"""A run that begins in a snapshot, made of nothing but the parts that are still to be had."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from snapviz.engine.application import active_quantities, amount_of
from snapviz.engine.parts import Part
from snapviz.engine.storage import surviving_parts
from snapviz.run import Run, Snapshot
from snapviz.scenario.model import Scenario, Send
from snapviz.simulation import simulate


def restored_scenario(
    run: Run, snapshot: Snapshot, down: Collection[str] | None = None
) -> Scenario | None:
    """The scenario that goes on from a snapshot; None if a part of it is gone.

    ``down``: whose storage cannot be read; by default those that are down at the run's end. Every
    process begins in its recorded state, and what was recorded on the channels is sent again first
    of all; the workload goes on for as long as it still had. What the script would do is not part
    of a snapshot.
    """
    numbers = run.scenario.process_index()
    unread = run.trace.down if down is None else [numbers[name] for name in down]
    row = run.trace.snapshots[snapshot.number]
    parts = surviving_parts(run.trace, row, frozenset(unread))
    return None if parts is None else _begun_from(run, snapshot, parts)


def restored(run: Run, snapshot: Snapshot, down: Collection[str] | None = None) -> Run | None:
    """The same as a run, to its end."""
    scenario = restored_scenario(run, snapshot, down)
    return None if scenario is None else simulate(scenario)


def _begun_from(run: Run, snapshot: Snapshot, parts: list[Part]) -> Scenario:
    states, script = _before_the_sends(run, parts)
    processes = [
        replace(process, state=state)
        for process, state in zip(run.scenario.processes, states, strict=True)
    ]
    return replace(
        run.scenario,
        title=f"{run.scenario.title} ({snapshot.id})".strip(),
        processes=tuple(processes),
        script=tuple(script),
        delays=(),
        branches=(),
        duration_us=max(1, run.until_us - snapshot.completed_us),
    )


def _before_the_sends(run: Run, parts: list[Part]) -> tuple[list[dict[str, Any]], list[Send]]:
    """The states before what is on the channels was sent once more, and the sends."""
    states = [dict(part["state"]) for part in parts]
    quantities = active_quantities(run.scenario)
    script = []
    for part in parts:
        for channel, payload in part["channels"]:
            source = run.trace.channel_ends[channel][0]
            for field, holding in quantities.items():
                states[source][holding] += amount_of(payload, field)
            ends = run.scenario.channels[channel]
            carried = {"amount": payload} if type(payload) is int else payload
            script.append(Send(0, ends.source, ends.target, carried))
    return states, script
