"""Runs with crashes, restarts, rollbacks and checkpoints, at known times."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import snapviz
from snapviz.scenario.model import (
    Channel,
    Crash,
    Fixed,
    Logging,
    Restart,
    Rollback,
    Scenario,
    TakeCheckpoint,
)
from tests.diagram.sample_runs import ms, processes, send

BANKS = Path(__file__).parents[1] / "data" / "recovery" / "banks.snapviz.json"


@lru_cache(maxsize=1)
def banks_run():
    """Four banks: P2 crashes at 320 ms and restarts at 430; at 700 all go back to 540."""
    return snapviz.simulate(snapviz.load_scenario(BANKS))


@lru_cache(maxsize=1)
def logged_run():
    """P2 crashes with everything logged: it replays, and nothing is undone."""
    channels = (Channel("P1", "P2", delay=Fixed(ms(30))), Channel("P2", "P1", delay=Fixed(ms(30))))
    script = (
        send(20, "P1", "P2", 30),
        TakeCheckpoint(ms(40), "P2"),
        send(70, "P1", "P2", 5),
        send(110, "P2", "P1", 8),
        Crash(ms(160), "P2"),
        send(170, "P1", "P2", 9),
        Restart(ms(260), "P2"),
    )
    return snapviz.simulate(
        Scenario(
            processes(2),
            channels,
            duration_us=ms(300),
            script=script,
            logging=Logging("pessimistic"),
        )
    )


@lru_cache(maxsize=1)
def again_run():
    """All go back to 60 ms; what P2 had received since then its log delivers once more."""
    ends = (("P1", "P2"), ("P2", "P1"), ("P3", "P2"), ("P1", "P3"))
    channels = tuple(Channel(a, b, delay=Fixed(ms(30))) for a, b in ends)
    script = (
        send(45, "P1", "P2", 30),
        send(70, "P3", "P2", 5),
        send(190, "P2", "P1", 8),
        Rollback(ms(200), ms(60)),
        send(250, "P1", "P3", 4),
    )
    return snapviz.simulate(
        Scenario(
            processes(3),
            channels,
            duration_us=ms(300),
            script=script,
            logging=Logging("pessimistic"),
        )
    )
