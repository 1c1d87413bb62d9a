"""The cards: what a snapshot has recorded up to the play-head, and what is wrong with it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QProgressBar, QToolButton

from snapviz.resources import scenarios_folder
from snapviz.scenario import load_scenario
from snapviz.scenario.model import Crash, Restart, TakeSnapshot
from snapviz.simulation import simulate
from snapviz.ui.moment import SnapshotTimeline
from snapviz.ui.panels.snapshot_card import SnapshotCard
from snapviz.ui.panels.snapshot_cost import CostBars, CostCard
from snapviz.ui.panels.snapshot_start import StartFrom
from snapviz.ui.panels.snapshots import SnapshotsPanel
from snapviz.ui.panels.text_table import TextTable
from snapviz.ui.selection import MessageItem, RecordItem, SnapshotItem
from tests.ui.mouse import press
from tests.ui.settling import settle


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
    assert "Chandy–Lamport · from P1 at 200.0\u00a0ms" in texts


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
    panel.show()
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
    (how,) = [note for note in notes if note.startswith("To take one")]
    assert "“Snapshot”" in how and "“Take Snapshot”" in how


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


def rows_of(card, accessible: str) -> TextTable:
    (found,) = [t for t in card.findChildren(TextTable) if t.accessibleName() == accessible]
    return found


def two_snapshots(ring_scenario) -> dict:
    scenario = ring_scenario(duration_ms=900)
    scenario["script"].append(
        {"at_ms": 600, "action": "snapshot", "initiator": "P3", "protocol": "chandy-lamport"}
    )
    return scenario


def test_that_a_recording_snapshot_tells_what_it_waits_for(window):
    window.playback.scrub(200_000)
    waiting = rows_of(card(window), "What the snapshot waits for")
    assert waiting.texts == [
        ["P2", "marker from P1", "sent 200.0"],
        ["P4", "marker from P1", "sent 200.0"],
        ["P1", "marker from P2", "since 200.0"],
        ["P1", "marker from P4", "since 200.0"],
        ["P2", "marker from P3", "since 200.0"],
        ["P3", "marker from P2", "since 200.0"],
        ["P3", "marker from P4", "since 200.0"],
        ["P4", "marker from P3", "since 200.0"],
    ]
    missing = card(window).findChild(QLabel, "snapshot.missing")
    assert missing.text() == "Not recorded yet: P2, P3, P4"
    bar = card(window).findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (1, 4) and bar.isVisible()
    window.playback.scrub(480_000)
    assert not bar.isVisible() and not waiting.isVisible()


def test_that_a_lost_marker_is_waited_for_in_vain(open_window, write, ring_scenario):
    scenario = ring_scenario(duration_ms=900)
    scenario["channels"][0]["loss"] = 1
    window = open_window(write(scenario))
    window.playback.scrub(900_000)
    waiting = rows_of(card(window), "What the snapshot waits for")
    assert waiting.texts == [["P2", "marker from P1", "lost, sent 200.0"]]
    assert window.findChild(QLabel, "status.verdict").text().count("0 markers in transit") == 1


def test_that_the_cost_counts_messages_time_and_piggyback(window, trigger):
    trigger(window, "toEnd")
    snapshot = window.bench.editor.run.snapshots[0]
    duration = f"{snapshot.cost.duration_us / 1000:.1f}"
    assert card(window).findChild(QLabel, "snapshot.cost").text() == (
        f"Cost: 8 control messages, {duration} ms, 0 bytes piggybacked"
    )


def test_that_rows_of_a_card_select_what_they_show(window, trigger):
    trigger(window, "toEnd")
    selection = window.bench.session.selection
    states = rows_of(card(window), "Recorded states")
    press(states, states.row_rect(1).center())
    assert selection.items == (RecordItem(0, "P2"),)
    assert states.selected == {1}
    channels = rows_of(card(window), "Channel state (in transit)")
    window.findChild(SnapshotsPanel).ensureWidgetVisible(channels)
    press(channels, channels.row_rect(0).center())
    assert selection.items == (MessageItem("P2", "P1", 0),)
    assert (states.selected, channels.selected) == (frozenset(), {0})
    press(channels, channels.row_rect(1).center(), ctrl=True)
    assert len(selection.items) == 2 and channels.selected == {0, 1}


def test_that_a_click_on_a_card_selects_the_snapshot(window, trigger):
    trigger(window, "toEnd")
    selection = window.bench.session.selection
    assert not card(window).property("selected")
    label = next(w for w in card(window).findChildren(QLabel) if w.property("role") == "chip")
    press(label)
    assert selection.items == (SnapshotItem(0),)
    assert card(window).property("selected")
    selection.set(RecordItem(0, "P4"))
    assert not card(window).property("selected")
    assert rows_of(card(window), "Recorded states").selected == {3}


def test_that_keys_reach_the_rows_of_a_card(window, trigger):
    trigger(window, "toEnd")
    states = rows_of(card(window), "Recorded states")
    states.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(states, Qt.Key.Key_Down)
    QTest.keyClick(states, Qt.Key.Key_Down)
    QTest.keyClick(states, Qt.Key.Key_Return)
    assert window.bench.session.selection.items == (RecordItem(0, "P3"),)


def test_that_the_selected_snapshot_is_scrolled_to(open_window, write, ring_scenario):
    window = open_window(write(two_snapshots(ring_scenario)))
    window.playback.scrub(900_000)
    QApplication.processEvents()
    panel = window.findChild(SnapshotsPanel)
    assert panel.verticalScrollBar().value() == 0
    window.bench.session.selection.set(SnapshotItem(1))
    QApplication.processEvents()
    assert panel.verticalScrollBar().value() > 0
    assert not card(window, "S2").visibleRegion().isEmpty()


def test_that_two_snapshots_are_compared_by_their_cost(open_window, write, ring_scenario):
    window = open_window(write(two_snapshots(ring_scenario)))
    costs, bars = window.findChild(CostCard), window.findChild(CostBars)
    window.playback.scrub(400_000)
    assert costs.isHidden()
    window.playback.scrub(601_000)
    run = window.bench.editor.run
    first = f"{run.snapshots[0].cost.duration_us / 1000:.1f} ms"
    assert not costs.isHidden()
    assert bars.texts == [
        ("S1 Chandy–Lamport", first, "8 messages"),
        ("S2 Chandy–Lamport", "recording", ""),
    ]
    window.playback.scrub(900_000)
    assert bars.texts[1][2] == "8 messages"
    QApplication.processEvents()
    window.findChild(SnapshotsPanel).ensureWidgetVisible(bars)
    press(bars, bars.row_rect(1).center())
    assert window.bench.session.selection.items == (SnapshotItem(1),)


def test_that_what_can_be_asked_stands_in_one_row(window, trigger):
    window.resize(1280, 800)
    trigger(window, "toEnd")
    settle(window)
    names = ("neverHappened", "breakIt", "startFrom")
    buttons = [card(window).findChild(QToolButton, f"snapshot.{name}") for name in names]
    assert all(button.isVisible() for button in buttons)
    assert len({button.geometry().center().y() for button in buttons}) == 1
    cost = card(window).findChild(QLabel, "snapshot.cost")
    assert cost.isVisible() and cost.geometry().bottom() < buttons[0].parent().y()
    window.playback.scrub(200_000)
    settle(window)
    assert not cost.isVisible() and buttons[2].isVisible()


def test_that_a_snapshot_can_be_started_from_another_process(window, trigger):
    trigger(window, "toEnd")
    button = card(window).findChild(StartFrom)
    assert button.isVisible()
    menu = button.menu()
    menu.aboutToShow.emit()
    choices = {action.text(): action for action in menu.actions()}
    assert [name for name, action in choices.items() if action.isChecked()] == ["P1"]
    choices["P3"].trigger()
    editor = window.bench.editor
    assert editor.run.snapshots[0].initiator == "P3"
    assert editor.document.history.undo_label == "Start S1 from P3"
    editor.undo()
    assert editor.run.snapshots[0].initiator == "P1"


def test_that_an_edit_keeps_the_cards_it_does_not_take_away(window, trigger, qtbot):
    from snapviz.editing import delete_actions, take_snapshot

    trigger(window, "toEnd")
    editor, kept = window.bench.editor, card(window)
    kept.findChild(QToolButton).click()
    editor.edit(lambda scenario: take_snapshot(scenario, "P2", 300_000), "Snapshot")
    settle(window)
    assert card(window) is kept and not kept.findChildren(TextTable)[0].isVisible()
    run = editor.run
    editor.edit(lambda scenario: delete_actions(run, scenario, [6, 7]), "Delete")
    settle(window)
    assert not [c for c in window.findChildren(SnapshotCard) if not c.isHidden()]


def test_that_cards_behind_another_tab_are_brought_up_to_date_when_seen(window, monkeypatch):
    window.dock["clocks"].raise_()
    QApplication.processEvents()
    shown = []
    really = SnapshotCard.show_moment
    monkeypatch.setattr(SnapshotCard, "show_moment", lambda c, m: shown.append(m) or really(c, m))
    window.playback.scrub(480_000)
    assert shown == []
    window.dock["snapshots"].raise_()
    QApplication.processEvents()
    assert len(shown) == 1
    assert chips(card(window))[0] == "✓ consistent cut"


def test_that_cards_change_their_language(window, trigger):
    trigger(window, "toEnd")
    english = card(window).accessibleName()
    window.findChild(QAction, "action.language.zh_CN").trigger()
    QApplication.processEvents()
    assert card(window).accessibleName() != english
    window.findChild(QAction, "action.language.en").trigger()
    QApplication.processEvents()
    assert card(window).accessibleName() == english


def kept(window, name: str = "S1") -> list[str]:
    label = card(window, name).findChild(QLabel, "snapshot.kept")
    return label.text().splitlines() if label.isVisible() else []


def test_that_a_card_tells_who_knows_the_decision(window):
    assert kept(window) == []
    window.open(scenarios_folder() / "64-leader-dies.snapviz.json")
    (snapshot,) = window.bench.editor.run.snapshots
    decided_us = snapshot.commit.decided_us
    window.playback.scrub(decided_us - 40_000)
    assert kept(window) == [
        "Raft: not decided",
        "P2 waits for an acknowledgement from P1, P3, since 329.4",
        "P3 waits for a leader, since 180.0",
    ]
    window.playback.scrub(decided_us + 60_000)
    told, *waits = kept(window)
    assert told.startswith("Raft: committed at 369.4 ms, known to ") and waits == []
    window.playback.scrub(window.playback.end_us)
    assert kept(window) == ["Raft: committed at 369.4 ms, known to P1, P2, P3"]


def test_that_who_has_lost_its_storage_knows_the_decision_no_more(root):
    made = load_scenario(root / "scenarios" / "62-coordinator-dies.snapviz.json")
    taken = [action for action in made.script if isinstance(action, TakeSnapshot)]
    crash = Crash(300_000, "P2"), Restart(400_000, "P2", on="P3", storage="lost")
    run = simulate(replace(made, script=(*taken, *crash)))
    timeline, (loss,) = SnapshotTimeline(run), run.trace.storage_losses
    (before,), (after,) = timeline.at(loss.row), timeline.at(loss.row + 1)
    assert (before.knowing, after.knowing) == ((0, 1, 2), (0, 2))
    assert len(after.decisions) == 3


def test_that_a_card_tells_what_a_decision_waits_for_in_both_languages(window):
    window.open(scenarios_folder() / "62-coordinator-dies.snapviz.json")
    said = []
    for at_us in (110_000, 135_000, 300_000):
        window.playback.scrub(at_us)
        said.append(kept(window)[1:])
    assert said == [
        ["P1 waits for a part from P2, P3, since 100.0"],
        ["P1 waits for a vote from P2, P3, since 120.0"],
        [f"{name} waits for the decision from P1, since 140.0" for name in ("P2", "P3")],
    ]
    window._choose_language("zh_CN")
    QApplication.processEvents()
    assert kept(window)[1] == "P2 等待来自 P1 的决定，自 140.0 起"


def test_that_a_card_tells_where_copies_are_and_whether_they_are_enough(window):
    window.open(scenarios_folder() / "60-two-copies-survive.snapviz.json")
    window.playback.scrub(100_000)
    assert kept(window) == []
    window.playback.scrub(window.playback.end_us)
    where, can = kept(window)
    assert where.startswith("P1 also on P2, P3; P2 also on P3, P4")
    assert can == "Can be restored: each part is on a process that is up"
    window.open(scenarios_folder() / "61-one-copy-does-not.snapviz.json")
    window.playback.scrub(window.playback.end_us)
    assert kept(window)[1].startswith("Cannot be restored")


def test_that_of_many_snapshots_those_in_sight_are_told(open_window, write, ring_scenario, trigger):
    scenario = ring_scenario()
    scenario["duration_ms"] = 4000
    scenario["script"] = [
        {"at_ms": 100 + 300 * k, "action": "snapshot", "initiator": "P1"} for k in range(12)
    ]
    window = open_window(write(scenario))
    window.show()
    settle(window)
    trigger(window, "toEnd")
    settle(window)
    bar = window.findChild(SnapshotsPanel).verticalScrollBar()
    bar.setValue(0)
    settle(window)
    assert chips(card(window, "S1"))[-1] == "complete"
    assert chips(card(window, "S12")) == []
    # Cards that are told are taller: it moves on.
    for _ in range(12):
        bar.setValue(card(window, "S12").y())
        settle(window)
    assert chips(card(window, "S12"))[-1] == "complete"
    window.playback.scrub(250_000)
    settle(window)
    assert chips(card(window, "S12")) == ["not started"]


def test_that_the_way_to_take_one_is_named_as_it_is_in_the_language(
    open_window, write, ring_scenario, trigger
):
    window = open_window(write(ring_scenario(script=[])))
    trigger(window, "language.zh_CN")
    settle(window)
    (told,) = (label for label in window.findChildren(QLabel) if "要拍快照" in label.text())
    assert "“快照”" in told.text() and "Snapshot" not in told.text()
