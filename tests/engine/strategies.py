"""Runnable scenarios for hypothesis: small, crowded, with many things at one instant."""

from __future__ import annotations

from hypothesis import strategies as st

from snapviz.scenario.model import (
    Action,
    Channel,
    Clock,
    Exponential,
    Fixed,
    Internal,
    Normal,
    Pin,
    Process,
    Scenario,
    Send,
    SetChannel,
    SetClock,
    TakeSnapshot,
    TraceValues,
    Uniform,
    Workload,
)

LONGEST_US = 40_000
CHANCES = st.sampled_from([0.0, 0.0, 0.0, 0.3, 1.0])

grid = st.integers(0, LONGEST_US // 1_000).map(lambda ms: ms * 1_000)
times = grid | st.integers(0, LONGEST_US)
short = st.integers(0, 12).map(lambda ms: ms * 1_000)
delays = st.one_of(
    short.map(Fixed),
    st.tuples(short, short).map(lambda ends: Uniform(min(ends), max(ends))),
    st.integers(1, 10_000).map(Exponential),
    st.builds(Normal, short, short),
    st.lists(short, min_size=1, max_size=4).map(lambda values: TraceValues(tuple(values))),
)
intervals = st.one_of(
    st.integers(2, 10).map(lambda ms: Fixed(ms * 1_000)),
    st.integers(2_000, 10_000).map(Exponential),
    st.just(Uniform(0, 8_000)),
)
payloads = st.one_of(
    st.just({}),
    st.integers(0, 60).map(lambda amount: {"amount": amount}),
    st.sampled_from([{"token": 1}, {"text": "hello"}, {"amount": 3, "text": "with a note"}]),
)
clocks = st.builds(Clock, st.integers(-5_000, 5_000), st.integers(-(10**9) + 1, 10**9))


@st.composite
def some_channels(draw, ids: list[str], fifo: bool | None = None, faults: bool = True):
    """Channels between the processes, often but not always a ring and more."""
    pairs = [(a, b) for a in ids for b in ids if a != b]
    chosen = draw(st.integers(0, 2 ** len(pairs) - 1))
    ring = set(zip(ids, ids[1:] + ids[:1], strict=True)) if draw(st.integers(0, 3)) else set()
    ends = [pair for place, pair in enumerate(pairs) if chosen >> place & 1 or pair in ring]
    return draw(channels_with_ends(ends, fifo, faults))


@st.composite
def channels_with_ends(draw, ends, fifo: bool | None = None, faults: bool = True):
    """The given channels in one or two styles."""
    chance = CHANCES if faults else st.just(0.0)
    style = st.tuples(st.booleans() if fifo is None else st.just(fifo), delays, chance, chance)
    styles = draw(st.lists(style, min_size=1, max_size=2))
    chosen = draw(st.integers(0, 2 ** len(ends) - 1))
    return tuple(
        Channel(*pair, *styles[(chosen >> place & 1) % len(styles)])
        for place, pair in enumerate(ends)
    )


def actions(ids: list[str], channels: tuple[Channel, ...]) -> st.SearchStrategy[Action]:
    """Any action the engine runs."""
    one = st.sampled_from(ids)
    kinds = [
        st.builds(Internal, times, one, st.sampled_from(["", "think"])),
        st.builds(TakeSnapshot, times, initiator=one),
        st.builds(
            TakeSnapshot,
            times,
            initiator=one,
            every_us=st.integers(4_000, LONGEST_US),
            times=st.none() | st.integers(1, 4),
        ),
        st.builds(
            SetClock,
            times,
            one,
            st.none() | st.integers(-5_000, 5_000),
            st.none() | st.integers(-(10**8), 10**8),
        ),
    ]
    if channels:
        ends = st.sampled_from([(channel.source, channel.target) for channel in channels])
        maybe_delay = st.none() | short
        send = st.tuples(times, ends, payloads, maybe_delay)
        kinds += [send.map(lambda p: Send(p[0], *p[1], *p[2:]))] * 4
        kinds.append(
            st.tuples(
                times, ends, st.none() | st.booleans(), st.none() | delays, st.none() | CHANCES
            ).map(lambda p: SetChannel(p[0], *p[1], *p[2:]))
        )
    return st.one_of(kinds)


def pins(channels: tuple[Channel, ...]):
    """Pins on the first messages of some channels."""
    if not channels:
        return st.just(())
    ends = st.sampled_from([(channel.source, channel.target) for channel in channels])
    places = st.tuples(ends, st.integers(0, 5))
    return st.dictionaries(places, short, max_size=4).map(
        lambda made: tuple(Pin(*end, index, us) for (end, index), us in made.items())
    )


@st.composite
def scenarios(draw, most_processes: int = 4, fifo: bool | None = None) -> Scenario:
    """Any small scenario that this engine runs."""
    ids = [f"P{number}" for number in range(1, draw(st.integers(1, most_processes)) + 1)]
    channels = draw(some_channels(ids, fifo))
    kind = draw(st.sampled_from(["bank", "token", "bank", "none"]))
    states = st.one_of(
        st.just({}), st.integers(0, 100).map(lambda balance: {"balance": balance, "colour": "red"})
    )
    return Scenario(
        tuple(Process(name, draw(states), None, draw(clocks)) for name in ids),
        channels,
        seed=draw(st.integers(0, 1000)),
        duration_us=draw(times) + 20_000,
        workload=Workload(kind, draw(intervals), (1, draw(st.integers(1, 60)))),
        script=tuple(draw(st.lists(actions(ids, channels), max_size=8))),
        delays=draw(pins(channels)),
    )
