"""How a snapshot is decided: the dock that tells it, its card, hidden votes, a parted network."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QToolButton

from snapviz.diagram.facts import facts
from snapviz.diagram.spacetime import Hit, View
from snapviz.documents import load_scenario
from snapviz.resources import scenarios_folder
from snapviz.scenario.model import Heal, Partition
from snapviz.simulation import simulate
from snapviz.ui.panels import story
from snapviz.ui.panels.decision import DecisionPanel
from snapviz.ui.panels.snapshot_pipeline import PipelineBar
from snapviz.ui.selection import ActionItem, MessageItem, ProcessItem, SnapshotItem
from snapviz.ui.settings import Settings
from snapviz.ui.spacetime.tooltips import describe
from snapviz.ui.topology.view import TopologyView
from snapviz.ui.words import control_text
from tests.ui.mouse import press, press_row
from tests.ui.settling import settle

LEFT = Qt.MouseButton.LeftButton
LOG = Path(__file__).parents[1] / "data" / "shiviz" / "multiple-comparison.log"


def shipped(start: str):
    (path,) = scenarios_folder().glob(f"{start}-*.snapviz.json")
    return path


@pytest.fixture
def show(open_window):
    """The window on a shipped scenario, its decision dock in front."""

    def opened(start: str):
        window = open_window(shipped(start))
        window.show()
        window.findChild(QAction, "action.decision").trigger()
        QApplication.processEvents()
        panel = window.findChild(DecisionPanel)
        assert panel.seen
        return window, panel

    return opened


def click(panel, step: int) -> None:
    press_row(panel.list, panel.story.index(step))


def step_of(panel, text: str) -> int:
    (found,) = [n for n in range(panel.story.rowCount()) if panel.story.text(n) == text]
    return found


def lit(panel) -> str:
    return panel.story.text(panel.story.current) if panel.story.current >= 0 else ""


def test_that_a_click_on_a_sentence_takes_the_play_head_there_and_selects(show):
    window, panel = show("65")
    click(panel, step_of(panel, "P3 promises ballot 2.2 and will accept none below it"))
    assert window.playback.time_us == 286_747
    assert window.playback.rows == 26
    (item,) = window.bench.session.selection.items
    assert isinstance(item, MessageItem) and (item.source, item.target) == ("P2", "P3")
    assert lit(panel) == "P3 promises ballot 2.2 and will accept none below it"
    # Nothing comes in when a timer runs out: the process is selected.
    click(panel, step_of(panel, "P1 proposes with ballot 3.1 and asks all to promise"))
    assert window.playback.time_us == 485_681
    assert window.bench.session.selection.items == (ProcessItem("P1"),)


def test_that_the_sentence_of_the_play_head_is_lit(show):
    window, panel = show("62")
    window.playback.scrub(0)
    assert panel.story.current == -1 and lit(panel) == ""
    window.playback.scrub(149_999)
    assert lit(panel).startswith("P3 writes yes to its log")
    window.playback.scrub(150_000)
    assert lit(panel) == "P1 crashes; those who have voted cannot go on: P2, P3"
    assert panel.stepper.step == panel.story.current
    window.playback.scrub(600_000)
    assert lit(panel) == "P3 learns that S1 is aborted"


def test_that_steps_go_on_and_back_one_at_a_time_also_at_one_instant(show):
    window, panel = show("62")
    window.playback.scrub(60_000)
    seen = [lit(panel)]
    while panel.stepper.next.isEnabled():
        press(panel.stepper.next)
        seen.append(lit(panel))
    told = [panel.story.text(n) for n in range(panel.story.rowCount())]
    assert seen == told and window.playback.time_us == 470_000
    back = [lit(panel)]
    while panel.stepper.back.isEnabled():
        press(panel.stepper.back)
        back.append(lit(panel))
    assert back == told[::-1] and window.playback.time_us == 60_000


def test_that_a_chosen_or_selected_snapshot_is_told_of(show):
    window, panel = show("63")
    assert [panel.choice.itemText(n) for n in range(2)] == ["S1 · Raft", "S2 · Raft"]
    first = panel.story.text(0)
    panel.choice.setCurrentIndex(1)
    assert (first, panel.story.text(0)) == ("P1 begins S1", "P2 begins S2")
    window.bench.session.selection.set(SnapshotItem(0))
    assert panel.story.text(0) == "P1 begins S1"


def test_that_without_anything_to_decide_it_says_what_to_do(show):
    _, panel = show("01")
    assert panel.story.rowCount() == 0 and not panel.list.isVisible()
    assert "choose copies or an agreement for it in the inspector" in panel.note.text()
    assert not panel.choice.isVisible()


def test_that_a_long_run_is_told_from_a_thread(show, monkeypatch, qtbot):
    monkeypatch.setattr(story, "AT_ONCE", 0)
    window, panel = show("64")
    qtbot.waitUntil(lambda: panel.story.rowCount() > 0)
    assert panel.story.text(0) == "P1 begins S1" and not panel.note.isVisible()
    window.playback.scrub(600_000)
    assert lit(panel) == "P1 learns that S1 is committed"


def test_that_nothing_can_be_stepped_through_while_a_long_run_is_read(show, monkeypatch, qtbot):
    _, panel = show("64")
    press(panel.stepper.play)
    assert panel.stepper.playing
    monkeypatch.setattr(story, "AT_ONCE", 0)
    panel.show_run()
    assert not panel.stepper.playing and not panel.stepper.next.isEnabled()
    assert panel.note.text() == "One moment…"
    qtbot.waitUntil(lambda: panel.stepper.next.isEnabled())


def test_that_the_story_is_told_in_the_language_of_the_window(show):
    window, panel = show("64")
    window.findChild(QAction, "action.language.zh_CN").trigger()
    QApplication.processEvents()
    assert panel.story.text(0) == "P1 发起 S1"
    window.findChild(QAction, "action.language.en").trigger()
    QApplication.processEvents()
    assert panel.story.text(0) == "P1 begins S1"


# The card


def bar(window) -> PipelineBar:
    return window.findChild(QFrame, "snapshot.S1").findChild(PipelineBar)


def test_that_the_card_says_how_far_the_snapshot_has_come(open_window):
    window = open_window(shipped("62"))
    window.show()
    window.playback.scrub(130_000)
    QApplication.processEvents()
    assert bar(window).texts == [
        ("captured", "100.0 ms"),
        ("gathered", "120.0 ms"),
        ("decided", "under way"),
    ]
    window.playback.scrub(500_000)
    assert bar(window).texts[2] == ("aborted", "450.0 ms")
    # A stage that was reached is a way back to its instant.
    spot = QPoint(bar(window).width() // 3 + 30, 20)
    QTest.mouseClick(bar(window), LEFT, pos=spot)
    assert window.playback.time_us == 120_000
    assert bar(window).texts[2] == ("decided", "under way")


def test_that_the_card_leads_to_the_story(open_window):
    window = open_window(shipped("63"))
    window.show()
    window.playback.scrub(600_000)
    QApplication.processEvents()
    assert window.dock["decision"].isHidden()
    card = window.findChild(QFrame, "snapshot.S2")
    button = card.findChild(QToolButton, "snapshot.decision")
    window.bench._snapshots.ensureWidgetVisible(button)
    press(button)
    panel = window.findChild(DecisionPanel)
    assert panel.seen and panel.story.text(0) == "P2 begins S2"


def test_that_a_snapshot_that_nobody_keeps_has_no_way(window):
    window.show()
    window.playback.scrub(480_000)
    QApplication.processEvents()
    assert not bar(window).isVisible()
    assert (
        not window.findChild(QFrame, "snapshot.S1")
        .findChild(QToolButton, "snapshot.decision")
        .isVisible()
    )


# The diagram


def test_that_hidden_votes_stay_hidden(open_window):
    window = open_window(shipped("65"))
    run, view = window.bench.editor.run, window.central.view
    vote = next(
        m
        for m in facts(run).answers.nonzero()[0].tolist()
        if run.trace.payloads[m].body[0] == "accepted"
    )
    action = window.findChild(QAction, "action.votes")
    assert action.isChecked() and list(view.picture().about("message", vote))
    action.trigger()
    assert not list(view.picture().about("message", vote))
    assert not Settings().votes
    other = open_window(shipped("65"))
    assert not other.findChild(QAction, "action.votes").isChecked()
    assert not list(other.central.view.picture().about("message", vote))
    other.findChild(QAction, "action.export").trigger()
    form = other.bench.pictures.dialog.form
    assert not form.votes.isChecked() and not form.choice.wishes.votes
    other.bench.pictures.dialog.close()
    action.trigger()
    assert Settings().votes and list(view.picture().about("message", vote))


def test_that_a_decision_and_a_role_say_what_they_are(open_window):
    window = open_window(shipped("62"))
    window.show()
    QApplication.processEvents()
    run, view = window.bench.editor.run, window.central.view
    place, trace = view.place(), run.trace
    spot = QPoint(round(place.x_of(470_000)), place.lanes[1])
    assert view.hit(spot.toPointF()) == Hit("decision", 1)
    QTest.mouseClick(view, LEFT, pos=spot)
    assert window.bench.session.selection.items == (SnapshotItem(0),)
    shown = View(1, 1)
    assert describe(run, Hit("decision", 0), shown) == (
        "P1 decides: S1 is aborted\nTwo-phase commit, 450 ms"
    )
    blocked = next(n for n, s in enumerate(facts(run).roles) if s.kind == "blocked")
    assert describe(run, Hit("role", blocked), shown) == (
        "S1: P2 has voted yes and waits for the decision, since P1 went out of reach\n150 – 470 ms"
    )
    hidden = View(1, 1, future="hidden", rows=trace.row_count, time_us=300_000)
    assert describe(run, Hit("role", blocked), hidden).endswith("since 150 ms")


# Parting the network


def menu_at(view, spot: QPoint) -> dict[str, QAction]:
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, spot, view.mapToGlobal(spot)))
    menu = view.findChildren(QMenu, "topology.menu")[-1]
    offered = {action.objectName(): action for action in menu.actions()}
    menu.close()
    return offered


def test_that_selected_processes_are_parted_from_the_rest_and_healed(open_window, qtbot):
    window = open_window(shipped("02"))
    window.show()
    QApplication.processEvents()
    bench, view = window.bench, window.findChild(TopologyView, "view.topology")
    before = bench.editor.scenario
    window.playback.scrub(100_000)
    view.settle()
    centres = [QPoint(*map(round, spot)) for spot in view.where().centres]
    QTest.mouseClick(view, LEFT, pos=centres[0])
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, centres[2])
    offered = menu_at(view, centres[2])
    assert offered["action.partition"].isEnabled() and not offered["action.heal"].isEnabled()
    offered["action.partition"].trigger()
    ids = [process.id for process in before.processes]
    sides = ((ids[0], ids[2]), (ids[1], ids[3]))
    assert bench.editor.scenario.script[-1] == Partition(100_000, sides)
    assert bench.session.selection.items == (ActionItem(len(before.script)),)
    assert bench.editor.document.history.undo_label == f"Cut off {ids[0]}, {ids[2]}"
    settle(window)
    view.settle()
    qtbot.waitUntil(lambda: bool(list(view.picture().about("cut-channel"))))
    assert list(window.central.view.picture().about("parting", 0))
    window.playback.scrub(99_999)
    assert not list(view.picture().about("cut-channel"))
    assert not window.findChild(QAction, "action.heal").isEnabled()
    window.playback.scrub(300_000)
    QTest.mouseClick(view, LEFT, pos=QPoint(3, 3))
    menu_at(view, QPoint(3, 3))["action.heal"].trigger()
    assert bench.editor.scenario.script[-1] == Heal(300_000)
    settle(window)
    assert not window.findChild(QAction, "action.heal").isEnabled()
    (parting,) = facts(bench.editor.run).partings
    assert (parting.from_us, parting.to_us) == (100_000, 300_000)
    for _ in range(2):
        bench.editor.undo()
    assert bench.editor.scenario == before and not bench.editor.run.trace.partitions


def test_that_all_or_none_cannot_be_parted(open_window):
    window = open_window(shipped("02"))
    action, bench = window.findChild(QAction, "action.partition"), window.bench
    assert not action.isEnabled()
    bench.session.selection.set(ProcessItem("P1"))
    assert action.isEnabled()
    window.findChild(QAction, "action.selectAll").trigger()
    assert not action.isEnabled()


def test_that_the_network_of_a_log_cannot_be_parted(open_window):
    window = open_window(LOG)
    first, *others = window.bench.editor.run.trace.process_ids
    window.bench.session.selection.set(ProcessItem(first))
    assert others and not window.findChild(QAction, "action.partition").isEnabled()


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("62", {"asks to prepare", "vote: yes", "decision: aborted", "acknowledgement"}),
        (
            "65",
            {
                *("prepare, ballot 1.1", "promise, ballot 2.2", "accept, ballot 3.1"),
                *("accepted, ballot 1.1", "decision"),
            },
        ),
        (
            "63",
            {
                *("asks for a vote, term 1", "vote, term 2", "entries, term 1"),
                *("acknowledgement, term 2", "nothing new, term 2", "asks the leader to add it"),
            },
        ),
    ],
)
def test_that_messages_of_an_agreement_say_what_they_are(start, expected):
    trace = simulate(load_scenario(shipped(start))).trace
    told = {
        control_text(trace, message)
        for message in trace.message_keeps.nonzero()[0].tolist()
        if trace.payloads[message].protocol in ("two-phase", "paxos", "raft")
    }
    assert {f"{text} · S1" for text in expected} <= told | {t.replace("S2", "S1") for t in told}


def test_that_a_hidden_future_is_not_told(show):
    window, panel = show("62")
    window.findChild(QAction, "action.future.hidden").trigger()
    window.playback.scrub(150_000)
    total = len(panel.story.steps)
    assert panel.story.rowCount() == panel.story.current + 1 < total
    assert lit(panel).startswith("P1 crashes")
    press(panel.stepper.next)
    assert lit(panel) == "P1 is back, with what is on its stable storage"
    window.playback.scrub(0)
    assert panel.story.rowCount() == 0
    window.playback.scrub(window.playback.end_us)
    assert panel.story.rowCount() == total
    click(panel, 0)
    assert panel.story.rowCount() == 1
    window.findChild(QAction, "action.future.faint").trigger()
    assert panel.story.rowCount() == total
