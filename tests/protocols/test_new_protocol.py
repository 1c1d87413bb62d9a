"""A protocol takes one class and one line in the registry: it runs, and files may name it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from snapviz.cli import main
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario import encode
from snapviz.scenario.model import TakeSnapshot
from snapviz.simulation import simulate
from snapviz.study.comparison import compare
from tests.engine.worlds import bank, snapshots
from tests.protocols.smallest import tell_all

__all__ = ["tell_all"]


@pytest.fixture
def file(tmp_path):
    scenario = replace(bank(3), script=(TakeSnapshot(100_000, "tell-all", "P1"),))
    path = tmp_path / "new.snapviz.json"
    path.write_text(encode(scenario), encoding="utf-8")
    return path


def test_that_it_runs(tell_all):
    scenario = replace(bank(3), script=(TakeSnapshot(100_000, "tell-all", "P1"),))
    (snapshot,) = simulate(scenario).snapshots
    assert (snapshot.status, snapshot.protocol) == ("complete", "tell-all")
    assert snapshot.cost.control_messages == 2 and snapshot.verdict is not None


def test_that_the_command_line_takes_it(tell_all, file, capsys):
    assert main(["run", str(file), "--json"]) == 0
    (snapshot,) = json.loads(capsys.readouterr().out)["snapshots"]
    assert snapshot["protocol"] == "tell-all" and len(snapshot["processes"]) == 3
    assert main(["run", str(file), "--protocol", "mattern"]) == 0
    assert main(["check", str(file)]) in (0, 1)


def test_that_without_the_line_in_the_registry_it_is_refused_by_name(file, capsys):
    assert main(["run", str(file)]) == 2
    said = capsys.readouterr().err
    assert 'script[0].protocol: "tell-all"' in said
    assert all(name in said for name in SNAPSHOT_PROTOCOLS)


def test_that_it_is_compared_with_the_others(tell_all):
    scenario = replace(bank(3), script=snapshots(100_000))
    comparison = compare(scenario, ("chandy-lamport", "tell-all"))
    assert [trial.protocol for trial in comparison.trials] == ["chandy-lamport", "tell-all"]
