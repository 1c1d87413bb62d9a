"""Scenarios whose snapshots are kept, among crashes, partitions and channels that lose."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from snapviz.scenario.model import (
    Channel,
    Crash,
    Exponential,
    Heal,
    Partition,
    Process,
    Restart,
    Rollback,
    Scenario,
    TakeSnapshot,
    Uniform,
    Workload,
)

QUIET_FROM_US = 600_000
END_US = 12_000_000
troubled = st.integers(50_000, QUIET_FROM_US - 2)
# What finishes on channels that lose messages, and what does not.
PROTOCOLS = ("chandy-lamport", "lai-yang", "mattern", "naive-poll")


@st.composite
def trouble(draw, ids: list[str], rollbacks: bool) -> list:
    """Crashes, restarts, partitions; all is well again from QUIET_FROM_US on."""
    script: list = []
    for at_us in draw(st.lists(troubled, max_size=3)):
        process = draw(st.sampled_from(ids))
        back_us = draw(st.integers(at_us + 1, QUIET_FROM_US - 1))
        script += [Crash(at_us, process), Restart(back_us, process)]
    for at_us in draw(st.lists(troubled, max_size=2)):
        sides = draw(st.lists(st.booleans(), min_size=len(ids), max_size=len(ids)))
        apart = tuple(name for name, side in zip(ids, sides, strict=True) if side)
        if apart:
            script.append(Partition(at_us, (apart,)))
    if rollbacks and draw(st.booleans()):
        at_us = draw(troubled)
        script.append(Rollback(at_us, draw(st.integers(0, at_us))))
    script += [Restart(QUIET_FROM_US, name) for name in ids]
    return [*script, Heal(QUIET_FROM_US)]


@st.composite
def kept(draw, commits=("two-phase",), faults: bool = True, rollbacks: bool = False) -> Scenario:
    """2 to 5 processes, joined both ways at least round a ring."""
    ids = [f"P{number}" for number in range(1, draw(st.integers(2, 5)) + 1)]
    ring = {*zip(ids, ids[1:] + ids[:1], strict=True)}
    ring |= {(b, a) for a, b in ring}
    pairs = [(a, b) for a in ids for b in ids if a != b]
    is_full, fifo = draw(st.booleans()), draw(st.booleans())
    loss = draw(st.sampled_from((0.0, 0.0, 0.2))) if faults else 0.0
    copied = draw(st.sampled_from((0.0, 0.3))) if faults else 0.0
    high_us = draw(st.integers(1_000, 40_000))
    when_down = draw(st.sampled_from(("wait", "lost", "retransmit")))
    channels = tuple(
        Channel(a, b, fifo, Uniform(500, high_us), loss, copied, when_down)
        for a, b in pairs
        if is_full or (a, b) in ring
    )
    snapshots = [
        TakeSnapshot(
            draw(st.integers(0, 300_000)),
            draw(st.sampled_from(PROTOCOLS)),
            draw(st.sampled_from(ids)),
            copies=draw(st.integers(0, len(ids) - 1)),
            placement=draw(st.sampled_from(("ring", "across-groups"))),
            commit=draw(st.sampled_from(commits)),
        )
        for _ in range(draw(st.integers(1, 2)))
    ]
    script = draw(trouble(ids, rollbacks)) if faults else []
    racks = draw(st.lists(st.sampled_from((None, "a", "b")), min_size=5, max_size=5))
    return Scenario(
        tuple(
            Process(name, {"balance": 200}, failure_group=rack)
            for name, rack in zip(ids, racks, strict=False)
        ),
        channels,
        seed=draw(st.integers(0, 1_000)),
        duration_us=END_US,
        workload=Workload("bank", Exponential(200_000)),
        script=(*snapshots, *script),
    )


def cut_short(scenario: Scenario, until_us: int) -> Scenario:
    """The same, over before all may be well again."""
    return replace(scenario, duration_us=until_us)
