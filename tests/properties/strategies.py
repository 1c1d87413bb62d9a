"""Scenarios with snapshots that can complete: every process can be reached from every other."""

from __future__ import annotations

from hypothesis import strategies as st

from snapviz.scenario.model import (
    Channel,
    Exponential,
    Normal,
    Process,
    Scenario,
    Send,
    TakeSnapshot,
    TraceValues,
    Uniform,
    Workload,
)
from tests.engine.strategies import delays

ENOUGH_US = 600_000
BUSY_UNTIL_US = 60_000

moments = st.integers(0, BUSY_UNTIL_US)
# Delays that let later messages be faster than earlier ones.
unsteady = st.one_of(
    st.builds(Uniform, st.just(0), st.integers(10_000, 60_000)),
    st.integers(8_000, 20_000).map(Exponential),
    st.builds(Normal, st.just(20_000), st.just(20_000)),
    st.permutations((0, 1_000, 15_000, 40_000)).map(lambda us: TraceValues(tuple(us))),
)


@st.composite
def strongly_connected(draw, ids: list[str], fifo: bool, delay, chances=(0.0,), losses=(0.0,)):
    """A ring in some order, and any channels besides."""
    order = draw(st.permutations(ids))
    ring = set(zip(order, order[1:] + order[:1], strict=True))
    pairs = [(a, b) for a in ids for b in ids if a != b]
    more = draw(st.integers(0, 2 ** len(pairs) - 1)) & draw(st.integers(0, 2 ** len(pairs) - 1))
    styles = draw(
        st.lists(
            st.tuples(delay, st.sampled_from(losses), st.sampled_from(chances)),
            min_size=1,
            max_size=3,
        )
    )
    ends = [pair for place, pair in enumerate(pairs) if more >> place & 1 or pair in ring]
    return tuple(
        Channel(*pair, fifo, *styles[place % len(styles)]) for place, pair in enumerate(ends)
    )


@st.composite
def _script(draw, ids: list[str], channels, kind: str):
    snapshots = draw(st.lists(st.tuples(moments, st.sampled_from(ids)), min_size=1, max_size=4))
    script = [TakeSnapshot(at, initiator=pid) for at, pid in snapshots]
    if kind == "none":
        count = draw(st.integers(1, 6))
        for at in draw(st.lists(moments, min_size=count, max_size=3 * count)):
            channel = channels[at * 7919 % len(channels)]
            payload = {"amount": at % 40} if at % 3 else {"text": str(at)}
            script.append(Send(at, channel.source, channel.target, payload))
    return tuple(script)


@st.composite
def with_snapshots(
    draw, fifo: bool, most: int = 8, delay=delays, chances=(0.0,), losses=(0.0,)
) -> Scenario:
    """2 to ``most`` processes; bank, token or scripted; one to four snapshots at once."""
    ids = [f"P{number}" for number in range(1, draw(st.integers(2, most)) + 1)]
    channels = draw(strongly_connected(ids, fifo, delay, chances, losses))
    kind = draw(st.sampled_from(["bank", "bank", "token", "none"]))
    balances = {} if kind == "token" else {"balance": draw(st.integers(0, 300))}
    return Scenario(
        tuple(Process(pid, dict(balances)) for pid in ids),
        channels,
        seed=draw(st.integers(0, 10_000)),
        duration_us=ENOUGH_US,
        workload=Workload(kind, Exponential(draw(st.integers(15_000, 40_000)))),
        script=draw(_script(ids, channels, kind)),
    )
