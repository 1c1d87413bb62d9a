"""Clocks, script actions and tools in the space-time diagram, with a real mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from snapviz.diagram.clockgrips import clock_box
from snapviz.diagram.spacetime import Hit
from snapviz.engine.trace import RowKind
from snapviz.scenario.model import (
    Crash,
    Internal,
    Pin,
    Restart,
    SetClock,
    TakeCheckpoint,
    TakeSnapshot,
    Workload,
)
from snapviz.ui.selection import ActionItem, EventItem, ProcessItem
from snapviz.ui.spacetime.gestures.moving import moved
from snapviz.ui.spacetime.gestures.placing import is_down
from tests.ui.spacetime_bench import LEFT, Bench, banks, ms

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bench(qtbot):
    return Bench(qtbot, banks())


def clock_of(bench, line) -> QPoint:
    box = clock_box(bench.view.place(), line)
    return QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))


def sideways(bench, time_ms) -> QPoint:
    return QPoint(round(ms(time_ms) * bench.view.place().scale), 0)


# Clocks


def test_that_a_clock_dragged_sideways_starts_with_that_offset(bench):
    before = bench.scenario
    start = clock_of(bench, 1)
    bench.drag(start, start + sideways(bench, 35))
    assert bench.scenario.processes[1].clock.offset_us == ms(35)
    assert bench.selection.items == (ProcessItem("P2"),)
    bench.assert_one_entry(before, "Set clock of P2")


def test_that_the_ticks_slide_while_the_clock_is_held_and_escape_puts_it_back(bench):
    start = clock_of(bench, 1)
    bench.press(start)
    texts = []
    for time_ms in (-20, 8):
        bench.move(start + sideways(bench, time_ms))
        QTest.qWait(30)
        assert bench.editor.run.trace.clocks[1].offset_us == ms(time_ms)
        texts += [i.text for i in bench.view.picture().about("hint") if hasattr(i, "text")]
    assert texts == ["P2: −20 ms", "P2: +8 ms"]
    assert bench.view.view().hot == Hit("clock", 1)
    bench.key(Qt.Key.Key_Escape)
    bench.assert_nothing_done(banks())
    assert bench.view.view().hot is None


def test_that_a_clock_moves_by_whole_milliseconds_unless_alt_is_held(bench):
    start = clock_of(bench, 0)
    bench.drag(start, start + QPoint(31, 0))
    offset_us = bench.scenario.processes[0].clock.offset_us
    assert offset_us % 1000 == 0
    assert abs(offset_us - 31 / bench.view.place().scale) <= 500
    bench.drag(start, start + QPoint(31, 0), ALT)
    exact_us = round(31 / bench.view.place().scale)
    assert bench.scenario.processes[0].clock.offset_us == offset_us + exact_us


def test_that_the_mark_of_a_set_clock_changes_that_action(bench):
    before = bench.scenario
    start = bench.at(2, 220, 11)
    bench.drag(start, start + sideways(bench, -20))
    assert bench.scenario.script[2] == SetClock(ms(220), "P3", ms(-8))
    assert bench.selection.items == (ActionItem(2),)
    bench.assert_one_entry(before, "Set clock of P3")


def test_that_with_shift_the_mark_moves_in_time(bench):
    before = bench.scenario
    start = bench.at(2, 220, 11)
    bench.drag(start, start + sideways(bench, -100), SHIFT)
    assert bench.scenario.script[2] == SetClock(ms(120), "P3", ms(12))
    bench.assert_one_entry(before, "Move action")


def test_that_a_drift_alone_is_given_the_offset_it_stands_at(qtbot):
    clock = replace(banks().processes[2].clock, offset_us=ms(5))
    processes = (*banks().processes[:2], replace(banks().processes[2], clock=clock))
    script = (SetClock(ms(220), "P3", None, 1_000_000),)
    bench = Bench(qtbot, banks(processes=processes, script=script))
    start = bench.at(2, 220, 11)
    bench.drag(start, start + sideways(bench, 20))
    assert bench.scenario.script == (SetClock(ms(220), "P3", ms(25), 1_000_000),)


# Script actions


def test_that_a_scripted_send_is_moved_by_its_event(bench):
    before = bench.scenario
    bench.drag(bench.at(1, 150), bench.at(1, 110))
    assert bench.scenario.script[1] == replace(before.script[1], at_us=ms(110))
    assert bench.selection.items == (ActionItem(1),)
    bench.assert_one_entry(before, "Move message")


def test_that_an_internal_event_is_moved(qtbot):
    before = banks(script=(Internal(ms(100), "P2", "audit"),))
    bench = Bench(qtbot, before)
    bench.drag(bench.at(1, 101), bench.at(1, 51))
    assert bench.scenario.script == (Internal(ms(50), "P2", "audit"),)
    bench.assert_one_entry(before, "Move event")


def test_that_a_snapshot_is_moved_by_its_badge_or_where_it_began(bench):
    before = bench.scenario
    bench.drag(bench.at(0, 260), bench.at(0, 200))
    assert bench.scenario.script[3].at_us == ms(200)
    bench.assert_one_entry(before, "Move snapshot")
    place = bench.view.place()
    badge = QPoint(round(place.x_of(ms(200))), round(place.badge_y))
    bench.drag(badge, badge + sideways(bench, 40))
    assert bench.scenario.script[3].at_us == ms(240)
    assert bench.history == ["Move snapshot", "Move snapshot"]


def test_that_moving_an_action_is_taken_back_by_escape(bench):
    bench.press(bench.at(1, 150))
    bench.move(bench.at(1, 110))
    assert bench.scenario != banks()
    bench.key(Qt.Key.Key_Escape)
    bench.assert_nothing_done(banks())
    assert bench.selection.items == ()


def test_that_an_action_stays_within_the_run(bench):
    start = bench.at(1, 150) - QPoint(4, 0)  # taken a little before the event
    bench.drag(start, start + QPoint(2000, 0))
    assert bench.scenario.script[1].at_us == ms(400)
    bench.drag(bench.at(1, 400), bench.at(1, 400) - QPoint(2000, 0))
    assert bench.scenario.script[1].at_us == 0


def test_that_what_the_workload_sends_is_not_moved_but_the_paper(qtbot):
    before = banks(script=(), workload=Workload("bank"), duration_us=ms(2000))
    bench = Bench(qtbot, before)
    bench.view.set_visible_range(ms(200), ms(600))
    run, place = bench.editor.run, bench.view.place()
    sends = run.event_rows[run.trace.row_kind[run.event_rows] == RowKind.SEND]
    spots = [bench.at(run.trace.row_process[r], run.trace.row_time[r] / 1000) for r in sends]
    spot = next(s for s in spots if 500 < s.x() < 700 and begins_pan(bench, s))
    bench.drag(spot, spot - QPoint(60, 0))
    bench.assert_nothing_done(before)
    moved_us = bench.view.visible_range()[0] - ms(200)
    assert moved_us == pytest.approx(60 / place.scale, rel=0.02)


def begins_pan(bench, spot) -> bool:
    """Whether a send is under the pointer, and no arrow head beside it."""
    found = bench.view.hit(QPointF(spot), heads=True)
    return found is not None and found.kind == "event"


# Tools


def test_that_a_click_on_a_line_with_the_snapshot_tool_starts_one_there(bench):
    before = bench.scenario
    bench.tools.choose("snapshot")
    bench.click(bench.at(2, 90))
    made = bench.scenario.script[-1]
    assert made == TakeSnapshot(ms(90), "chandy-lamport", "P3")
    assert bench.editor.run.snapshots[0].initiator == "P3"
    assert bench.selection.items == (ActionItem(4),)
    assert bench.tools.current == "snapshot"
    bench.assert_one_entry(before, "Snapshot from P3")


def test_that_the_tool_shows_what_a_click_would_do(bench):
    bench.tools.choose("snapshot")
    QTest.mouseMove(bench.view, bench.at(2, 90))
    assert bench.view.view().ghost == (2, ms(90), "snapshot")
    QTest.mouseMove(bench.view, bench.at(2, 90) - QPoint(0, 60))
    assert bench.view.view().ghost is None
    bench.tools.choose("select")
    QTest.mouseMove(bench.view, bench.at(2, 90))
    assert bench.view.view().hot == Hit("process", 2)


def test_that_a_snapshot_slides_along_the_line_until_the_button_is_let_go(bench):
    bench.tools.choose("snapshot")
    bench.press(bench.at(2, 90))
    bench.move(bench.at(2, 140))
    assert bench.view.view().ghost == (2, ms(140), "snapshot")
    bench.release(bench.at(2, 140))
    assert bench.scenario.script[-1].at_us == ms(140)
    assert bench.history == ["Snapshot from P3"]
    bench.press(bench.at(2, 90))
    bench.move(bench.at(2, 120))
    bench.key(Qt.Key.Key_Escape)
    bench.release(bench.at(2, 120))
    assert bench.history == ["Snapshot from P3"]
    assert bench.view.view().ghost is None or bench.tools.current == "snapshot"


def test_that_beside_the_lines_a_tool_does_nothing(bench):
    bench.tools.choose("snapshot")
    bench.click(bench.at(2, 90) - QPoint(0, 60))
    bench.assert_nothing_done(banks())


def test_that_what_cannot_be_done_is_said(bench):
    bench.tools.choose("snapshot")
    bench.tools.choose_protocol("no-such-protocol")
    bench.click(bench.at(2, 90))
    bench.tools.choose("select")
    bench.assert_nothing_done(banks())
    assert not bench.session.messages.isHidden()


def test_that_the_other_tools_put_their_actions_into_the_script(bench, monkeypatch):
    made = []
    monkeypatch.setattr(
        type(bench.editor),
        "edit",
        lambda self, change, label, merge="": made.append((change, label)),
    )
    bench.tools.choose("checkpoint")
    bench.click(bench.at(1, 60))
    bench.tools.choose("crash")
    bench.click(bench.at(1, 70))
    assert [label for _, label in made] == ["Checkpoint of P2", "Crash P2"]
    script = [change(banks()).script[-1] for change, _ in made]
    assert script == [TakeCheckpoint(ms(60), "P2"), Crash(ms(70), "P2")]


def test_that_a_crashed_process_is_restarted_by_the_same_tool():
    script = (Restart(ms(50), "P1"), Crash(ms(20), "P1"), Crash(ms(10), "P2"))
    scenario = banks(script=script)
    assert [is_down(scenario, "P1", ms(t)) for t in (10, 20, 49, 50)] == [False, True, True, False]
    assert is_down(scenario, "P2", ms(400))


def test_that_a_tool_put_away_ends_its_gesture(bench):
    bench.tools.choose("message")
    bench.press(bench.at(1, 60))
    bench.move(bench.at(2, 110))
    bench.tools.choose("select")
    bench.assert_nothing_done(banks())
    QTest.mouseRelease(bench.view, LEFT, pos=bench.at(2, 110))
    bench.assert_nothing_done(banks())


def test_that_the_right_button_offers_what_can_be_done_there(qtbot):
    bench = Bench(qtbot, banks(delays=(Pin("P1", "P2", 0, ms(100)),)))
    spot = bench.at(1, 140)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        bench.view, QContextMenuEvent(reason, spot, bench.view.mapToGlobal(spot))
    )
    assert bench.selection.items == (EventItem("P2", 0),)
    (menu,) = bench.view.findChildren(QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert offered["Unpin Arrival"].isEnabled()
    assert bench.session.actions["delete"] in menu.actions()
    offered["Unpin Arrival"].trigger()
    menu.close()
    assert bench.scenario.delays == ()
    assert bench.history == ["Unpin arrival of P1 → P2"]


def test_that_a_snapshot_by_the_clocks_keeps_its_distance_when_moved():
    by_clock = TakeSnapshot(ms(100), "global-clock", at_local_us=ms(140))
    (after,) = moved(None, banks(script=(by_clock,)), 0, ms(130)).script
    assert (after.at_us, after.at_local_us) == (ms(130), ms(170))
