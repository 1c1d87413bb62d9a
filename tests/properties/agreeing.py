"""Scenarios in which snapshots are agreed on while everything goes wrong, and a look inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from snapviz.engine.simulator import Simulator
from snapviz.scenario.model import (
    Channel,
    Crash,
    Heal,
    Partition,
    Process,
    Restart,
    Scenario,
    SetChannel,
    TakeSnapshot,
    Uniform,
)

STORM_US, CALM_US, END_US = 50_000, 900_000, 8_000_000
"""From when on channels lose and double, when all is well again, and the end."""
QUICK = Uniform(1_000, 20_000)


@st.composite
def agreeing(draw, method: str) -> Scenario:
    """Three to five processes; at the end a minority that started nothing may be down."""
    ids = [f"P{number}" for number in range(1, draw(st.integers(3, 5)) + 1)]
    fifo = draw(st.booleans())
    links = [(a, b) for a in ids for b in ids if a != b]
    script: list[Any] = []
    starts = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2))
    for at_us, initiator in zip((1_000, 2_000), starts, strict=False):
        script.append(TakeSnapshot(at_us, "lai-yang", initiator, commit=method))
    script += _faults(draw, links)
    gone = [process for process in ids if process not in starts]
    stay = draw(st.permutations(gone))[: draw(st.integers(0, (len(ids) - 1) // 2))]
    script += _crashes(draw, ids) + _partitions(draw, ids)
    script += [Crash(CALM_US, process) for process in stay]
    script += [Restart(CALM_US, process) for process in ids if process not in stay]
    return Scenario(
        tuple(Process(process, {"balance": 100}) for process in ids),
        tuple(Channel(a, b, fifo=fifo, delay=QUICK) for a, b in links),
        seed=draw(st.integers(0, 2**32)),
        duration_us=END_US,
        script=tuple(script),
    )


def _faults(draw, links: list[tuple[str, str]]) -> Iterator[SetChannel]:
    loss = draw(st.sampled_from((0.0, 0.1, 0.4)))
    duplication = draw(st.sampled_from((0.0, 0.3)))
    when_down = draw(st.sampled_from(("wait", "lost", "retransmit")))
    for a, b in links:
        bad = {"loss": loss, "duplication": duplication, "when_down": when_down}
        yield SetChannel(STORM_US, a, b, **bad)
        yield SetChannel(CALM_US, a, b, loss=0.0, duplication=0.0)


def _crashes(draw, ids: list[str]) -> list[Any]:
    times = st.tuples(st.sampled_from(ids), st.integers(0, 800_000), st.integers(1, 400_000))
    script: list[Any] = []
    for process, at_us, down_us in draw(st.lists(times, max_size=4)):
        script += [Crash(at_us, process), Restart(at_us + down_us, process)]
    return [action for action in script if action.at_us < CALM_US]


def _partitions(draw, ids: list[str]) -> list[Any]:
    script: list[Any] = [Heal(CALM_US)]
    for at_us in draw(st.lists(st.integers(0, 800_000), max_size=3)):
        side = draw(st.sets(st.sampled_from(ids), min_size=1, max_size=len(ids) - 1))
        groups = tuple(sorted(side)), tuple(sorted(set(ids) - side))
        script += [Partition(at_us, groups), Heal(at_us + draw(st.integers(1, 300_000)))]
    return script


class Inside:
    """What an oracle looks at, of a run under way."""

    def __init__(self, run: Simulator, method: str) -> None:
        self.run, self.method = run, method
        self.sides = run.protocols[method]

    @property
    def stable(self) -> dict[tuple[int, str], Any]:
        values = self.run.lives.storage.values
        return {(p, key): value for (p, name, key), value in values.items() if name == self.method}

    def collector(self, snapshot: int) -> int:
        return self.run.keeping.collector(snapshot)

    @property
    def down(self) -> dict[int, Any]:
        return self.run.lives.down

    @property
    def decisions(self) -> list[tuple[int, int, str]]:
        return [(d.process, d.snapshot, d.outcome) for d in self.run.keeping.decisions]
