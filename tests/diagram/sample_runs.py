"""Small scripted runs with known times: no random draws, so pictures of them stay the same."""

from __future__ import annotations

from functools import lru_cache

import snapviz
from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Clock,
    Exponential,
    Fixed,
    Internal,
    Pin,
    Process,
    Scenario,
    Send,
    SetClock,
    TakeSnapshot,
    Uniform,
    Workload,
)


def ms(value: float) -> int:
    """Milliseconds as integer microseconds."""
    return round(value * 1000)


def ring(count: int, **fields) -> tuple[Channel, ...]:
    """Channels both ways between neighbours P1, P2, ... in a ring."""
    ids = [f"P{index + 1}" for index in range(count)]
    ends: dict[tuple[str, str], None] = {}
    for index, name in enumerate(ids):
        other = ids[(index + 1) % count]
        if other != name:
            ends[name, other] = None
            ends[other, name] = None
    return tuple(Channel(source, target, **fields) for source, target in ends)


def processes(count: int, offsets_ms: tuple[float, ...] = ()) -> tuple[Process, ...]:
    offsets = [*offsets_ms, *([0] * count)]
    return tuple(
        Process(f"P{i + 1}", {"balance": 1000}, clock=Clock(ms(offsets[i]))) for i in range(count)
    )


def send(at: float, source: str, target: str, amount: int) -> Send:
    return Send(ms(at), source, target, {"amount": amount})


def pins(source: str, target: str, *delays: float) -> list[Pin]:
    return [Pin(source, target, index, ms(delay)) for index, delay in enumerate(delays)]


@lru_cache(maxsize=1)
def ring_run():
    """Four processes, S1 complete and consistent with three messages in transit, S2 begun."""
    script = (
        send(82, "P1", "P2", 30),
        send(96, "P3", "P4", 5),
        send(120, "P2", "P1", 40),
        SetClock(ms(150), "P3", offset_us=ms(35)),
        send(158, "P1", "P2", 25),
        send(178, "P4", "P1", 60),
        TakeSnapshot(ms(200), initiator="P1"),
        send(214, "P3", "P4", 20),
        send(240.001, "P2", "P3", 10),
        send(260, "P4", "P3", 15),
        send(330, "P1", "P2", 12),
        send(384, "P3", "P4", 9),
        TakeSnapshot(ms(410), initiator="P3"),
    )
    delays = [
        *pins("P1", "P2", 58, 66.5, 74.5, 68),
        *pins("P1", "P4", 68.1),
        *pins("P2", "P1", 160, 77.5),
        *pins("P2", "P3", 60, 56.7),
        *pins("P3", "P2", 70.8, 65),
        *pins("P3", "P4", 69, 42, 80.8, 69, 58),
        *pins("P4", "P1", 62, 76.9),
        *pins("P4", "P3", 100, 103.9),
    ]
    scenario = Scenario(
        processes(4, (0, -8, 0, 12)),
        ring(4, delay=Fixed(ms(70))),
        title="A ring of four",
        seed=42,
        duration_us=ms(480),
        script=script,
        delays=tuple(delays),
    )
    return snapviz.simulate(scenario)


@lru_cache(maxsize=1)
def orphan_run():
    """Two processes without FIFO: $7 overtakes the marker and is an orphan of S1."""
    scenario = Scenario(
        processes(2),
        ring(2, fifo=False, delay=Fixed(ms(60))),
        title="A message overtakes the marker",
        seed=7,
        duration_us=ms(400),
        script=(
            send(40, "P2", "P1", 3),
            TakeSnapshot(ms(100), initiator="P1"),
            send(120, "P1", "P2", 7),
            send(130, "P2", "P1", 4),
        ),
        delays=(*pins("P1", "P2", 150, 40), *pins("P2", "P1", 100, 200)),
    )
    return snapviz.simulate(scenario)


@lru_cache(maxsize=1)
def concurrent_run():
    """Three processes, three snapshots at once, one message in transit for two of them."""
    scenario = Scenario(
        processes(3),
        ring(3, delay=Fixed(ms(60))),
        title="Three at once",
        seed=3,
        duration_us=ms(400),
        script=(
            send(85, "P1", "P2", 11),
            TakeSnapshot(ms(100), initiator="P1"),
            TakeSnapshot(ms(110), initiator="P2"),
            TakeSnapshot(ms(120), initiator="P3"),
            send(180, "P3", "P1", 8),
        ),
    )
    return snapviz.simulate(scenario)


@lru_cache(maxsize=1)
def lossy_run():
    """Every message is lost, one transfer is refused, one local event has a label."""
    scenario = Scenario(
        processes(2),
        ring(2, loss=1.0),
        title="Nothing arrives",
        duration_us=ms(300),
        script=(
            send(50, "P1", "P2", 10),
            send(90, "P2", "P1", 5000),
            Internal(ms(160), "P2", "compute"),
        ),
    )
    return snapviz.simulate(scenario)


@lru_cache(maxsize=1)
def dense_run(count: int = 40):
    """Two processes that send each other a message every other millisecond."""
    script = tuple(send(2 * i, f"P{1 + i % 2}", f"P{2 - i % 2}", 10 + i) for i in range(count))
    scenario = Scenario(processes(2), ring(2), duration_us=ms(200), script=script)
    return snapviz.simulate(scenario)


@lru_cache(maxsize=1)
def crowded_run():
    """A bank with some thousand messages. Draws at random: for counting, not for pictures."""
    ids = processes(4)
    return snapviz.simulate(
        Scenario(
            tuple(Process(p.id, {"balance": 10**6}) for p in ids),
            ring(4),
            seed=1,
            duration_us=ms(3000),
            workload=Workload("bank", Exponential(ms(2))),
        )
    )


@lru_cache(maxsize=2)
def snapped_run(loss: float = 0.0):
    """Thirty processes with thousands of messages, snapshots and checkpoints. Draws at random."""
    scenario = Scenario(
        tuple(Process(f"P{i + 1}", {"balance": 10**6}) for i in range(30)),
        ring(30, delay=Uniform(ms(5), ms(40)), loss=loss),
        seed=3,
        duration_us=ms(3000),
        workload=Workload("bank", Exponential(ms(16))),
        script=tuple(
            TakeSnapshot(ms(at), initiator=f"P{n}")
            for at, n in ((350, 3), (700, 20), (1600, 8), (2300, 21))
        ),
        checkpointing=Checkpointing("independent", ms(400)),
    )
    return snapviz.simulate(scenario)


@lru_cache(maxsize=4)
def quiet_run(count: int):
    """Processes, no channels, nothing happens."""
    return snapviz.simulate(Scenario(processes(count), duration_us=ms(100)))
