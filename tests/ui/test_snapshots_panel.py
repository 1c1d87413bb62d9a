"""The cards: what a snapshot has recorded up to the play-head, and what is wrong with it."""

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QToolButton

from snapviz.scenario import load_scenario
from snapviz.simulation import simulate
from snapviz.ui.moment import SnapshotTimeline
from snapviz.ui.panels.snapshots import SnapshotsPanel
from snapviz.ui.panels.text_table import TextTable


def card(window, name: str = "S1") -> QFrame:
    return window.findChild(QFrame, f"snapshot.{name}")


def table(card, accessible: str) -> list[list[str]]:
    (found,) = [t for t in card.findChildren(TextTable) if t.accessibleName() == accessible]
    return found.texts


def chips(card) -> list[str]:
    labels = [w for w in card.findChildren(QLabel) if w.property("role") == "chip"]
    return [w.text() for w in labels if not w.isHidden()]


def test_that_a_snapshot_to_come_shows_only_when_and_where_it_will_start(window):
    window.playback.scrub(199_000)
    assert chips(card(window)) == ["not started"]
    assert not card(window).findChildren(TextTable)[0].isVisible()
    texts = [w.text() for w in card(window).findChildren(QLabel) if w.isVisible()]
    assert "Chandy–Lamport · from P1 at 200.0 ms" in texts


def test_that_parts_not_recorded_yet_are_pending(window):
    window.playback.scrub(200_000)
    states = table(card(window), "Recorded states")
    assert states[0] == ["P1", "200.0", "$945", "[2 0 0 0]"]
    assert [row[1:] for row in states[1:]] == [["–"] * 3] * 3
    assert chips(card(window)) == ["recording", "1 / 4 recorded"]


def test_that_the_verdict_comes_with_completion(window, trigger):
    trigger(window, "toEnd")
    assert chips(card(window)) == [
        "✓ consistent cut",
        "Σ 4\u2009000 = 4\u2009000",
        "complete",
    ]
    rows = table(card(window), "Channel state (in transit)")
    assert ["P2 → P1", "$40", "sent 120.0, received 280.0"] in rows
    assert len(rows) == 3


def test_that_stepping_back_takes_the_verdict_away(window, trigger):
    trigger(window, "toEnd")
    window.playback.scrub(230_000)
    assert chips(card(window))[0] == "recording"


def test_that_channel_messages_appear_when_they_are_received(window):
    window.playback.scrub(239_000)
    assert table(card(window), "Channel state (in transit)") == []
    window.playback.scrub(240_000)
    assert [row[1] for row in table(card(window), "Channel state (in transit)")] == ["$60"]


def test_that_a_guilty_message_is_named(open_window, write, ring_scenario, trigger):
    scenario = ring_scenario()
    for channel in scenario["channels"]:
        channel.update(fifo=False, delay={"kind": "fixed", "ms": 60})
    scenario["script"] = [
        {"at_ms": 100, "action": "snapshot", "initiator": "P1", "protocol": "chandy-lamport"},
        {
            "at_ms": 110, "action": "send", "from": "P1", "to": "P2",
            "payload": {"amount": 30}, "delay_ms": 10,
        },
    ]  # fmt: skip
    window = open_window(write(scenario))
    trigger(window, "toEnd")
    assert chips(card(window))[0] == "✗ inconsistent cut"
    faults = card(window).findChild(QLabel, "snapshot.faults")
    assert faults.isVisible()
    assert faults.text() == (
        "Orphan, received before the cut but sent after it: P1 → P2 $30, sent 110.0, received 120.0"
    )


def test_that_cards_fold(window, trigger):
    trigger(window, "toEnd")
    fold = card(window).findChild(QToolButton)
    fold.click()
    assert not card(window).findChildren(TextTable)[0].isVisible()
    fold.click()
    assert card(window).findChildren(TextTable)[0].isVisible()


def test_that_a_hidden_future_does_not_tell_what_is_to_come(qtbot, write, ring_scenario):
    run = simulate(load_scenario(write(ring_scenario())))
    panel = SnapshotsPanel()
    qtbot.addWidget(panel)
    panel.set_run(run)
    panel.show_moments(SnapshotTimeline(run).at(0))
    assert not card(panel).isHidden()
    panel.set_future("hidden")
    assert card(panel).isHidden()
    assert panel._note.text() == "No snapshot has started yet."


def test_that_a_run_without_snapshots_says_so(open_window, write, ring_scenario):
    window = open_window(write(ring_scenario(script=[])))
    notes = [w.text() for w in window.findChildren(QLabel) if w.isVisible()]
    assert "This scenario takes no snapshot." in notes


@pytest.mark.parametrize("rows", [0, 5, 10, 10**6])
def test_that_a_moment_counts_only_what_has_happened(write, ring_scenario, rows):
    run = simulate(load_scenario(write(ring_scenario())))
    (moment,) = SnapshotTimeline(run).at(rows)
    records = [r for r in run.trace.records if r.row < rows]
    assert moment.recorded_count == len(records)
    assert moment.complete == (rows == 10**6)


def test_that_the_snapshot_completes_with_its_last_marker(write, ring_scenario):
    run = simulate(load_scenario(write(ring_scenario())))
    timeline = SnapshotTimeline(run)
    complete = [timeline.at(rows)[0].complete for rows in range(run.trace.row_count + 1)]
    first = complete.index(True)
    assert run.trace.row_time[first - 1] == run.snapshots[0].completed_us
    assert all(complete[first:])
    assert timeline.at(first)[0].control_in_transit == 0
    assert timeline.at(first - 1)[0].control_in_transit == 1
