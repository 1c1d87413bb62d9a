"""Scenarios in which processes crash, restart, take checkpoints and are rolled back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from snapviz.engine.application import amount_of, conserved_quantity
from snapviz.engine.trace import RowKind, Trace
from snapviz.run import Run
from snapviz.scenario.model import (
    Checkpointing,
    Crash,
    Logging,
    Restart,
    Rollback,
    Scenario,
    TakeCheckpoint,
    TakeSnapshot,
)
from tests.engine.strategies import delays
from tests.properties.strategies import moments, with_snapshots

intervals = st.integers(2_000, 40_000)


@st.composite
def failing(
    draw,
    methods=("none",),
    policies=("none", "independent"),
    most: int = 4,
    crashes: int = 3,
    fifo: bool | None = None,
    chances=(0.0,),
    rollbacks: int = 0,
    together: bool = True,
) -> Scenario:
    """Runs with crashes and restarts, whose channels keep what comes meanwhile, lose it or retry.

    ``together``: whether several may be down at once.
    """
    in_order = draw(st.booleans()) if fifo is None else fifo
    scenario = draw(with_snapshots(fifo=in_order, most=most, delay=delays, chances=chances))
    ids = [process.id for process in scenario.processes]
    channels = tuple(
        replace(channel, when_down=draw(st.sampled_from(("wait", "lost", "retransmit"))))
        for channel in scenario.channels
    )
    ends = draw(st.lists(st.tuples(st.integers(1, 70_000), moments), max_size=crashes))
    script = [*scenario.script]
    free_us = 0
    for wait_us, down_us in ends:
        process = draw(st.sampled_from(ids))
        at_us = wait_us if together else free_us + wait_us
        free_us = at_us + down_us + 1
        script += [Crash(at_us, process), Restart(at_us + down_us, process)]
    taken = draw(st.lists(st.tuples(moments, st.sampled_from(ids)), max_size=6))
    script += [TakeCheckpoint(at_us, process) for at_us, process in taken]
    for at_us in draw(st.lists(moments, max_size=rollbacks)):
        script.append(Rollback(at_us, draw(st.integers(0, at_us))))
    script.append(TakeSnapshot(200_000, initiator=ids[0]))
    policy, method = draw(st.sampled_from(policies)), draw(st.sampled_from(methods))
    return replace(
        scenario,
        channels=channels,
        script=tuple(script),
        checkpointing=Checkpointing(policy, draw(intervals)),
        logging=Logging(method, draw(intervals)),
    )


def down_before(trace: Trace, row: int) -> set[int]:
    """Who has crashed and not restarted in the rows before one."""
    down: set[int] = set()
    for number, kind in enumerate(trace.row_kind[:row].tolist()):
        if kind in (RowKind.CRASH, RowKind.RESTART):
            process = int(trace.row_process[number])
            (down.add if kind == RowKind.CRASH else down.discard)(process)
    return down


def whereabouts(run: Run) -> tuple[int, int, int]:
    """Of the conserved quantity: at the start, at the end in states and on the way, and lost."""
    field = conserved_quantity(run.scenario)
    if field is None:
        return 0, 0, 0
    holding, trace, view = run.quantities[field], run.trace, run.causal_view
    start = sum(state[holding] for state in run.initial_states)
    held = sum(state[holding] for state in run.states_at(trace.row_count))
    unreceived = view.messages[view.computation.message_receive < 0].tolist()
    lost = [m for m in unreceived if trace.message_lost[m]]
    carried = [m for m in unreceived if not trace.message_lost[m]]
    return (
        start,
        held + sum(amount_of(trace.payloads[m], field) for m in carried),
        sum(amount_of(trace.payloads[m], field) for m in lost),
    )
