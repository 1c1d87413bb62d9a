"""Crashes, restarts, checkpoints and rollbacks made and moved by a real mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from snapviz.diagram.facts import facts, is_undone
from snapviz.diagram.marks import BESIDE
from snapviz.diagram.spacetime import Hit
from snapviz.documents import load_scenario
from snapviz.engine.trace import RowKind
from snapviz.scenario.codec import encode
from snapviz.scenario.model import Crash, Restart, Rollback, Send, TakeCheckpoint
from snapviz.ui.commands import Commands
from snapviz.ui.selection import ActionItem, event_item, row_of_event
from tests.diagram.failing_runs import banks_run
from tests.ui.spacetime_bench import Bench, banks, ms


@pytest.fixture
def bench(qtbot):
    return Bench(qtbot, banks())


def failing(*actions):
    """Three banks and two transfers, one of them while P2 may be down."""
    script = (
        Send(ms(40), "P1", "P2", {"amount": 30}, ms(60)),
        Send(ms(150), "P1", "P2", {"amount": 20}, ms(50)),
        *actions,
    )
    return banks(script=script)


def rows(run, kind):
    return (run.trace.row_kind == kind).nonzero()[0].tolist()


def test_that_a_click_with_the_crash_tool_crashes_and_the_next_restarts(bench):
    before = bench.scenario
    bench.tools.choose("crash")
    bench.click(bench.at(1, 120))
    assert bench.scenario.script[-1] == Crash(ms(120), "P2")
    assert bench.selection.items == (ActionItem(len(before.script)),)
    assert len(list(bench.view.picture().about("outage", 1))) == 1
    bench.move(bench.at(1, 180))
    assert bench.view.view().ghost.kind == "restart"
    bench.click(bench.at(1, 180))
    assert bench.scenario.script[-1] == Restart(ms(180), "P2")
    bench.move(bench.at(0, 180))
    assert bench.view.view().ghost.kind == "crash"
    assert bench.history == ["Crash P2", "Restart P2"]
    bench.editor.undo()
    bench.editor.undo()
    assert bench.scenario == before == bench.editor.run.scenario
    bench.editor.redo()
    bench.editor.redo()
    assert [a for a in bench.scenario.script if isinstance(a, Crash | Restart)] == [
        Crash(ms(120), "P2"),
        Restart(ms(180), "P2"),
    ]


def test_that_the_checkpoint_tool_puts_a_square_on_the_line(bench):
    before = bench.scenario
    bench.tools.choose("checkpoint")
    bench.click(bench.at(2, 100))
    bench.assert_one_entry(before, "Checkpoint of P3")
    (row,) = rows(bench.editor.run, RowKind.CHECKPOINT)
    assert list(bench.view.picture().about("mark", row))


def test_that_the_rollback_tool_goes_from_the_later_time_to_the_earlier(bench):
    before = bench.scenario
    bench.playback.scrub(ms(120))
    bench.tools.choose("rollback")
    bench.click(bench.at(1, 240))
    bench.assert_one_entry(before, "Roll back to 120 ms")
    assert bench.scenario.script[-1] == Rollback(ms(240), ms(120))
    bench.playback.scrub(ms(300))
    bench.click(bench.at(0, 50))
    assert bench.scenario.script[-1] == Rollback(ms(300), ms(50))


@pytest.mark.parametrize(
    ("actions", "line", "at", "to", "label", "after"),
    [
        ((Crash(ms(120), "P2"),), 1, 120, 170, "Move crash", Crash(ms(170), "P2")),
        ((TakeCheckpoint(ms(120), "P3"),), 2, 120, 70, "Move checkpoint", TakeCheckpoint(ms(70), "P3")),
        (
            (Crash(ms(120), "P2"), Restart(ms(260), "P2")),
            1, 260, 320, "Move restart", Restart(ms(320), "P2"),
        ),
        ((Rollback(ms(250), ms(60)),), 1, 250, 330, "Move rollback", Rollback(ms(330), ms(60))),
    ],
)  # fmt: skip
def test_that_a_mark_is_dragged_along_its_line(qtbot, actions, line, at, to, label, after):
    bench = Bench(qtbot, failing(*actions))
    before = bench.scenario
    beside = QPoint(round(BESIDE) * isinstance(after, Restart | Rollback), 0)
    start = bench.at(line, at) - beside
    assert bench.view.hit(start.toPointF()).kind == "mark"
    bench.drag(start, bench.at(line, to) - beside)
    assert bench.scenario.script[-1].at_us == pytest.approx(after.at_us, abs=ms(1))
    assert type(bench.scenario.script[-1]) is type(after)
    bench.assert_one_entry(before, label)


def test_that_two_that_restart_together_are_dragged_apart(qtbot):
    bench = Bench(
        qtbot,
        failing(
            Crash(ms(110), "P2"),
            Crash(ms(120), "P3"),
            Restart(ms(260), "P2"),
            Restart(ms(260), "P3"),
        ),
    )
    beside = QPoint(round(BESIDE), 0)
    bench.drag(bench.at(2, 260) - beside, bench.at(2, 330) - beside)
    restarts = [a for a in bench.scenario.script if isinstance(a, Restart)]
    assert restarts[0] == Restart(ms(260), "P2")
    assert restarts[1].process == "P3" and restarts[1].at_us == pytest.approx(ms(330), abs=ms(1))


def test_that_del_takes_a_selected_mark_away(qtbot):
    bench = Bench(qtbot, failing(Crash(ms(120), "P2")))
    bench.click(bench.at(1, 120))
    assert bench.selection.items == (ActionItem(2),)
    (row,) = rows(bench.editor.run, RowKind.CRASH)
    assert row in bench.view.view().selected_rows
    assert action_removed(bench) == failing()


def action_removed(bench):
    """The scenario after the command of the Del key."""
    commands = Commands(bench.session, bench.holder)
    commands.delete()
    assert bench.history == ["Delete action"]
    return bench.scenario


def test_that_a_rollback_to_here_is_in_the_menu_and_says_when(qtbot):
    bench = Bench(qtbot, banks())
    Commands(bench.session, bench.holder)
    bench.playback.scrub(ms(100))
    spot = bench.at(0, 300, down=-40)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        bench.view, QContextMenuEvent(reason, spot, bench.view.mapToGlobal(spot))
    )
    (menu,) = bench.view.findChildren(QMenu)
    offered = {action.text(): action for action in menu.actions()}
    offered["Roll &Back to Here"].trigger()
    menu.close()
    assert bench.scenario.script[-1] == Rollback(ms(310), ms(100))
    assert bench.selection.items == (ActionItem(4),)
    assert bench.history == ["Roll back to 100 ms"]


def test_that_an_undone_event_is_selected_for_what_it_was(qtbot):
    run = banks_run()
    bench = Bench(qtbot, run.scenario)
    run = bench.editor.run
    undone = [r for r in facts(run).event_rows.tolist() if is_undone(run, r)]
    for row in facts(run).event_rows.tolist():
        assert row_of_event(run, event_item(run, row)) == row
    assert {event_item(run, row).era for row in undone} == {0, 1}
    row = undone[0]
    bench.playback.scrub(ms(350))
    place, trace = bench.view.place(), run.trace
    at_ms = int(trace.row_time[row]) / 1000
    spot = bench.at(int(trace.row_process[row]), at_ms)
    assert place.lanes and bench.view.hit(spot.toPointF()) == Hit("event", row)
    bench.click(spot)
    assert bench.selection.items == (event_item(run, row),)
    assert bench.view.view().selected_rows == (row,)
    bench.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    (item,) = bench.selection.items
    assert row_of_event(run, item) > row


def test_that_a_file_keeps_what_was_done(qtbot, tmp_path):
    bench = Bench(qtbot, banks())
    bench.tools.choose("crash")
    bench.click(bench.at(1, 120))
    bench.click(bench.at(1, 240))
    bench.tools.choose("checkpoint")
    bench.click(bench.at(0, 60))
    bench.playback.scrub(ms(90))
    bench.tools.choose("rollback")
    bench.click(bench.at(0, 300))
    path = tmp_path / "made.snapviz.json"
    path.write_text(encode(bench.scenario), encoding="utf-8")
    assert load_scenario(path) == bench.scenario
    made = bench.scenario.script[len(banks().script) :]
    assert [action.ACTION for action in made] == ["crash", "restart", "checkpoint", "rollback"]
