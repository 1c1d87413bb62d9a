"""Runs as Python sees them: how they are made, and what they refuse."""

import json
from dataclasses import replace

import pytest

import snapviz
from snapviz import simulation
from snapviz.scenario import ScenarioError
from snapviz.scenario.model import (
    Branch,
    Checkpointing,
    Internal,
    TakeSnapshot,
)
from snapviz.simulation import on_branch, simulate, with_protocol
from tests.engine.worlds import bank, pair, rows, sends, snapshots


def test_that_three_lines_of_python_run_a_file(tmp_path):
    path = tmp_path / "x.snapviz.json"
    document = {
        "format": "snapviz/scenario",
        "version": 1,
        "processes": [{"id": "P1", "state": {"balance": 9}}, {"id": "P2"}],
        "channels": [{"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}],
        "script": [
            {"at_ms": 1, "action": "send", "from": "P1", "to": "P2", "payload": {"amount": 4}},
            {"at_ms": 2, "action": "snapshot", "initiator": "P2"},
        ],
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    run = snapviz.simulate(snapviz.load_scenario(path))
    assert run.snapshots[0].verdict.consistent
    assert run.message_count == 1
    assert run.until_us == 1_000_000
    assert run.trace.row_count == 6


def test_that_the_events_of_the_computation_are_rows_of_the_trace():
    run = simulate(replace(bank(3, 200_000, duplication=0.2), script=snapshots(60_000)))
    found = rows(run)
    assert len(run.event_rows) == run.computation.event_count
    for event, row in enumerate(run.event_rows.tolist()):
        assert found[row][0] not in ("CONTROL", "CONTROL_DUPLICATE", "RECORD")
        assert run.computation.processes[run.computation.event_process[event]] == found[row][2]
    assert sum(kind == "RECEIVE" for kind, *_ in found) == run.message_count


def test_that_a_cut_lies_where_the_states_were_recorded():
    run = simulate(replace(bank(3, 400_000), script=snapshots(60_000, 100_000)))
    for snapshot in run.snapshots:
        for place, record in enumerate(snapshot.records):
            before = [row for row in rows(run)[: record.row] if row[2] == f"P{place + 1}"]
            events = [row for row in before if row[0] in ("SEND", "RECEIVE", "REFUSED")]
            assert snapshot.cut[place] == len(events)
            assert record.state == run.states_at(record.row)[place]


BRANCHED = replace(
    pair(),
    script=(Internal(100, "P1", "a"), Internal(300, "P1", "b"), Internal(200, "P1", "c")),
    branches=(Branch("what if", 200, (Internal(250, "P1", "d"),)), Branch("nothing", 0)),
)


def labels(scenario):
    return [note.data["label"] for note in simulate(scenario).trace.notes]


def test_that_a_branch_shares_what_comes_before_it():
    assert labels(BRANCHED) == ["a", "c", "b"]
    assert labels(on_branch(BRANCHED, "what if")) == ["a", "d"]
    assert labels(on_branch(BRANCHED, "nothing")) == []


def test_that_an_unknown_branch_is_refused_with_those_there_are():
    with pytest.raises(ScenarioError, match="no branch 'x'; there are: what if, nothing"):
        on_branch(BRANCHED, "x")


def test_that_another_protocol_can_be_put_in_place_of_all():
    script = (TakeSnapshot(5, "some-other", "P1"), *sends(9), *snapshots(10))
    changed = with_protocol(replace(pair(), script=script), "chandy-lamport")
    assert [a.protocol for a in changed.script if isinstance(a, TakeSnapshot)] == [
        "chandy-lamport"
    ] * 2
    assert len(simulate(changed).snapshots) == 2
    with pytest.raises(ScenarioError, match="no protocol 'x'; allowed: chandy-lamport"):
        with_protocol(changed, "x")


def test_that_everything_this_version_cannot_run_is_named_at_once(monkeypatch):
    for known in ("CHECKPOINTING", "AGREEMENT"):
        monkeypatch.setattr(simulation, known, {})
    scenario = replace(
        pair(),
        checkpointing=Checkpointing("koo-toueg"),
        script=(*sends(6), TakeSnapshot(8, initiator="P1", copies=1, commit="raft")),
    )
    with pytest.raises(ScenarioError) as caught:
        simulate(scenario)
    assert [problem.path for problem in caught.value.problems] == [
        "script[1].commit",
        "checkpointing.policy",
    ]


def test_that_a_run_is_sound_where_no_snapshot_says_otherwise():
    assert simulate(pair()).sound
    assert simulate(pair()).snapshots == ()
