"""Scenarios of every shape the format allows, for hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from snapviz.scenario import model
from snapviz.scenario.catalogue import Catalogue

CATALOGUE = Catalogue(("chandy-lamport", "global-clock"), ("none", "bank", "token"))

MAX_US = 10**15
MAX_COUNT = 2**53 - 1

times = st.one_of(st.integers(0, MAX_US), st.integers(0, 2_000_000))
positive = st.integers(1, MAX_US)
any_time = st.one_of(st.integers(-MAX_US, MAX_US), st.integers(-50_000, 50_000))
drifts = st.integers(-(10**9) + 1, 10**9)
counts = st.integers(0, MAX_COUNT)
probabilities = st.floats(0, 1)
lines = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)
paragraphs = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\r\t"), max_size=20
)
names = lines.filter(lambda text: text.strip())

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    paragraphs,
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(lines, inner, max_size=3)),
    max_leaves=6,
)
free_objects = st.builds(
    lambda free, counted: {**free, **counted},
    st.dictionaries(lines, values, max_size=3),
    st.dictionaries(st.sampled_from(["amount", "balance", "token"]), counts, max_size=3),
).filter(lambda made: all(type(made.get(key, 0)) is int for key in ("amount", "balance", "token")))


def durations(low: int = 0):
    """Durations; with ``low`` 1 none of them is always 0."""
    at_least = st.integers(low, MAX_US)
    return st.one_of(
        st.builds(model.Fixed, at_least),
        st.tuples(times, at_least).map(lambda ends: model.Uniform(min(ends), max(ends))),
        st.builds(model.Exponential, at_least),
        st.builds(model.Normal, at_least, times),
        st.lists(at_least, min_size=1, max_size=4).map(
            lambda values: model.TraceValues(tuple(values))
        ),
    )


channel_settings = {
    "fifo": st.booleans(),
    "delay": durations(),
    "loss": probabilities,
    "duplication": probabilities,
    "when_down": st.sampled_from(["wait", "lost", "retransmit"]),
}
coordinates = st.floats(-1e9, 1e9)
workloads = st.builds(
    model.Workload,
    st.sampled_from(CATALOGUE.workloads),
    durations(1),
    st.tuples(st.integers(1, MAX_COUNT), st.integers(1, MAX_COUNT)).map(
        lambda ends: (min(ends), max(ends))
    ),
)


def processes_named(name: str):
    return st.builds(
        model.Process,
        st.just(name),
        free_objects,
        st.none() | st.tuples(coordinates, coordinates),
        st.builds(model.Clock, any_time, drifts),
        st.none() | names,
    )


def actions(ids: list[str], ends: list[tuple[str, str]], earliest: int = 0):
    at = st.integers(earliest, MAX_US)
    one = st.sampled_from(ids)
    maybe = {key: st.none() | value for key, value in channel_settings.items()}
    kinds = [
        st.builds(model.Internal, at, one, lines),
        st.builds(
            model.TakeSnapshot,
            at,
            st.just("chandy-lamport"),
            one,
            copies=st.integers(0, len(ids) - 1),
            placement=st.sampled_from(["ring", "across-groups"]),
            commit=st.sampled_from(["none", "two-phase", "paxos", "raft"]),
            every_us=st.none() | st.integers(1, MAX_US),
        ),
        st.builds(
            model.TakeSnapshot,
            at,
            st.just("global-clock"),
            at_local_us=any_time,
            every_us=st.integers(1, MAX_US),
            times=st.none() | st.integers(1, 10_000),
        ),
        st.builds(model.TakeSnapshot, at, st.just("global-clock"), at_local_us=any_time),
        st.builds(model.SetClock, at, one, st.none() | any_time, st.none() | drifts),
        st.builds(
            model.SyncClocks,
            at,
            st.sampled_from(["cristian", "berkeley", "ntp"]),
            st.none() | one,
            st.integers(1, 1000),
            st.sampled_from(["step", "slew"]),
            st.integers(1_000, 5 * 10**8),
        ),
        st.builds(model.TakeCheckpoint, at, one),
        st.builds(model.Crash, at, one),
        st.builds(model.Restart, at, one),
        st.tuples(one, one)
        .filter(lambda both: both[0] != both[1])
        .flatmap(
            lambda both: st.builds(
                model.Restart,
                at,
                st.just(both[0]),
                st.just(both[1]),
                st.sampled_from(["kept", "lost"]),
                st.none() | st.integers(1, 30).map(lambda number: f"S{number}"),
            )
        ),
        at.flatmap(lambda now: st.builds(model.Rollback, st.just(now), st.integers(0, now))),
        st.lists(one, min_size=1, unique=True).flatmap(
            lambda members: st.builds(
                model.Partition,
                at,
                st.integers(1, len(members)).map(
                    lambda cut: tuple(
                        tuple(group) for group in (members[:cut], members[cut:]) if group
                    )
                ),
            )
        ),
        st.builds(model.Heal, at),
    ]
    if ends:
        end = st.sampled_from(ends)
        kinds.append(
            st.tuples(at, end, free_objects, st.none() | times).map(
                lambda parts: model.Send(parts[0], *parts[1], *parts[2:])
            )
        )
        kinds.append(
            st.tuples(at, end, st.fixed_dictionaries(maybe)).map(
                lambda parts: model.SetChannel(parts[0], *parts[1], **parts[2])
            )
        )
    return st.one_of(kinds)


@st.composite
def scenarios(draw) -> model.Scenario:
    """Any scenario that the format allows, small."""
    ids = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    pairs = [(a, b) for a in ids for b in ids if a != b]
    ends = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    channels = [
        model.Channel(*end, **draw(st.fixed_dictionaries(channel_settings))) for end in ends
    ]
    pins = {}
    if ends:
        keys = st.tuples(st.sampled_from(ends), counts)
        pins = draw(st.dictionaries(keys, times, max_size=3))
    branches = []
    for name in draw(st.lists(names, max_size=2, unique=True)):
        start = draw(times)
        script = draw(st.lists(actions(ids, ends, start), max_size=2))
        branches.append(model.Branch(name, start, tuple(script)))
    made = model.Scenario(
        processes=tuple(draw(processes_named(name)) for name in ids),
        channels=tuple(channels),
        title=draw(lines),
        description=draw(paragraphs),
        seed=draw(st.integers(0, 2**63 - 1)),
        duration_us=draw(times),
        workload=draw(workloads),
        script=tuple(draw(st.lists(actions(ids, ends), max_size=4))),
        delays=tuple(model.Pin(*end, index, us) for (end, index), us in pins.items()),
        checkpointing=draw(
            st.builds(
                model.Checkpointing,
                st.sampled_from(["none", "independent", "koo-toueg", "index-based", "fdas"]),
                positive,
            )
        ),
        logging=draw(
            st.builds(
                model.Logging,
                st.sampled_from(["none", "pessimistic", "sender-based", "optimistic", "causal"]),
                positive,
            )
        ),
        branches=tuple(branches),
        save_pause_us=draw(st.just(0) | times),
    )
    if made.workload.kind == "token" and sum(p.state.get("token", 0) for p in made.processes) > 1:
        made = replace(made, workload=replace(made.workload, kind="bank"))
    return made
