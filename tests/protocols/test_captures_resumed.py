"""Protocols that hold messages or count them: a run gone on with is the run from the start."""

from dataclasses import replace

import pytest

from snapviz.report import run_report
from snapviz.scenario.model import Send, TakeSnapshot
from snapviz.simulation import simulate
from tests.engine.worlds import bank, keep_many_keyframes, rows

NAMES = ["acharya-badrinath", "alagar-venkatesan", "barrier-aligned", "barrier-unaligned"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(2))
def test_that_an_edited_run_gone_on_with_is_the_run_from_the_start(name, seed, monkeypatch):
    keep_many_keyframes(monkeypatch)
    mesh = bank(4, 250_000, fifo=name.startswith("barrier"))
    downhill = tuple(c for c in mesh.channels if c.source < c.target)
    channels = downhill if name == "barrier-aligned" else mesh.channels
    script = tuple(TakeSnapshot(at, name, "P1") for at in (50_000, 90_000))
    scenario = replace(mesh, seed=seed, channels=channels, script=script)
    earlier = simulate(scenario)
    for at in (70_000, 110_000, 200_000):
        edited = replace(scenario, script=(*script, Send(at, "P1", "P3", {"amount": 3})))
        run, fresh = simulate(edited, earlier=earlier), simulate(edited)
        assert rows(run) == rows(fresh) and run.digest == fresh.digest
        assert run_report(run) == run_report(fresh)
        assert any(snapshot.verdict and snapshot.verdict.sound for snapshot in run.snapshots)
