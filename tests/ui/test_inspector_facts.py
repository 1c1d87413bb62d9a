"""What the inspector says of events, messages and snapshots."""

import pytest
from PySide6.QtCore import Qt

from snapviz.ui.panels.inspector import InspectorPanel
from snapviz.ui.selection import ActionItem, EventItem, MessageItem, RecordItem, SnapshotItem
from tests.ui.panel_bench import make_bench


@pytest.fixture
def bench(qtbot, write, ring_scenario):
    return make_bench(qtbot, write(ring_scenario()), InspectorPanel)


def test_that_a_receive_event_is_told_as_on_the_page(bench):
    bench.select(EventItem("P2", 2))
    assert bench.text("title") == "Selected: receive, event 3 of P2"
    assert (
        bench.text("facts") == "from P1, $25, sent 158.0, received 224.0 ms\nlocal clock 224.0 ms"
    )
    assert bench.text("causes").startswith("4 events happened before it\n")
    assert bench.text("vector") == "[2 3 0 0]"


def test_that_before_after_and_beside_add_up(bench):
    run = bench.editor.run
    for row in run.event_rows.tolist():
        from snapviz.ui.selection import event_item

        bench.select(event_item(run, row))
        first, second = bench.text("causes").splitlines()
        before = int(first.split()[0])
        after, beside = (int(part.split()[0]) for part in second.split(" · "))
        assert before + after + beside == len(run.event_rows) - 1
        vector = [int(n) for n in bench.text("vector").strip("[]").split()]
        assert before == sum(vector) - 1


def test_that_a_scripted_event_is_edited_where_it_is_told(bench):
    bench.select(EventItem("P1", 0))
    assert bench.links() == ["message P1 → P2", "row in the script"]
    bench.type("at_us", "170")
    assert bench.script[0].at_us == 170_000
    assert bench.session.selection.items == (EventItem("P1", 1),)
    assert "sent 170.0" in bench.text("facts")
    bench.follow("row in the script")
    assert bench.session.selection.items == (ActionItem(0),)


def test_that_a_receive_is_no_action(bench):
    bench.select(EventItem("P2", 2))
    assert bench.links() == ["message P1 → P2"]


def test_that_two_events_are_compared(bench):
    bench.select(EventItem("P2", 2), EventItem("P1", 0))
    assert bench.text("title") == "Event 1 of P1 happened before event 3 of P2"
    assert bench.text("why") == "because of P1:1 → P2:2 → P2:3"
    bench.select(EventItem("P1", 0), EventItem("P4", 0))
    assert bench.text("title") == "Event 1 of P1 and event 1 of P4 are concurrent"


def test_that_a_marker_names_its_snapshot(bench):
    import numpy as np

    from snapviz.ui.selection import message_item

    run = bench.editor.run
    marker = int(np.flatnonzero(run.trace.message_control)[0])
    bench.select(message_item(run, marker))
    assert bench.text("title") == "Selected: marker of S1"
    bench.follow("snapshot S1")
    assert bench.session.selection.items == (SnapshotItem(0),)


def test_that_a_snapshot_tells_its_verdict_and_is_edited_through_the_script(bench):
    bench.select(SnapshotItem(0))
    assert bench.text("title") == "Selected: snapshot S1"
    assert bench.text("good") == "✓ consistent cut\n✓ Σ 4\u2009000 = 4\u2009000"
    bench.choose("initiator", "P3")
    assert bench.script[6].initiator == "P3"
    assert bench.undo_label == "Change initiator of snapshot"


def test_that_a_recorded_state_is_told(bench):
    bench.select(RecordItem(0, "P1"))
    assert bench.text("title") == "Selected: P1 in snapshot S1"
    assert bench.text("record") == "recorded at 200.0 ms · after 2 events\nstate $945"


def test_that_an_orphan_is_named(qtbot, write, ring_scenario):
    scenario = ring_scenario()
    for channel in scenario["channels"]:
        channel.update(fifo=False, delay={"kind": "fixed", "ms": 60})
    scenario["script"] = [
        {"at_ms": 100, "action": "snapshot", "initiator": "P1", "protocol": "chandy-lamport"},
        {"at_ms": 110, "action": "send", "from": "P1", "to": "P2",
         "payload": {"amount": 30}, "delay_ms": 10},
    ]  # fmt: skip
    bench = make_bench(qtbot, write(scenario), InspectorPanel)
    bench.select(MessageItem("P1", "P2", 1))
    assert "orphan of S1" in bench.text("facts")
    bench.select(SnapshotItem(0))
    assert "✗ inconsistent cut, orphans: 1" in bench.text("bad")


def test_that_a_workloads_message_is_not_in_the_script(qtbot, write, ring_scenario):
    scenario = ring_scenario(script=[], workload={"kind": "bank"})
    bench = make_bench(qtbot, write(scenario), InspectorPanel)
    bench.select(MessageItem("P1", "P2", 0))
    assert "sent by the workload" in bench.text("facts")
    assert "row in the script" not in bench.links()
    bench.type("received", "470", Qt.Key.Key_Return)
    assert len(bench.scenario.delays) == 1


def test_that_a_control_message_of_no_snapshot_is_told_as_that(qtbot, root):
    from snapviz.ui.selection import message_item

    bench = make_bench(qtbot, root / "scenarios" / "55-all-or-none.snapviz.json", InspectorPanel)
    run = bench.editor.run
    number = run.trace.message_control.tolist().index(True)
    assert run.trace.message_snapshot[number] < 0
    bench.select(message_item(run, number))
    assert bench.text("title") == "Selected: control message"
    assert not any(link.startswith("snapshot") for link in bench.links())
