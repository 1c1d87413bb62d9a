"""The recovery dock: what a crash would come to, step by step, and what those of a run came to."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from snapviz.scenario.model import Crash, Restart
from snapviz.study.recovery_comparison import ComparingRecovery
from snapviz.study.recovery_story import STANDS
from snapviz.ui.panels.recovery import RecoveryPanel
from snapviz.ui.selection import MessageItem
from tests.ui.mouse import press

THIN = "\u2009"


def recovery_comparison(scenario):
    work = ComparingRecovery(scenario)
    while not work.advance():
        pass
    return work.finish()


@pytest.fixture
def show(open_window, write, ring_scenario):
    """The recovery dock of a window on the ring of banks with more in it."""

    def opened(*script, **fields):
        scenario = ring_scenario()
        scenario["script"] = scenario["script"][:-1] + list(script)
        window = open_window(write(scenario | fields))
        window.show()
        window.dock["recovery"].raise_()
        QApplication.processEvents()
        panel = window.findChild(RecoveryPanel)
        assert panel.seen
        return window, panel

    return opened


def action(kind: str, process: str, at_ms: int) -> dict:
    return {"at_ms": at_ms, "action": kind, "process": process}


def tick(panel, process: int) -> None:
    box = panel.forecast.choice.boxes[process]
    press(box, QPoint(8, box.height() // 2))


def test_that_a_crash_drags_others_along(show):
    window, panel = show(action("checkpoint", "P1", 70), action("checkpoint", "P2", 145))
    window.playback.scrub(150_000)
    # P1 goes back behind its $30, which P2's checkpoint has received.
    assert panel.forecast.table.texts == [
        ["P1", "$970", "checkpoint 1", "1", "0"],
        ["P2", "$990", "its initial state", "2", "0"],
        ["P3", f"$1{THIN}000", "stays", "0", "0"],
        ["P4", f"$1{THIN}000", "stays", "0", "0"],
    ]
    says = panel.forecast.says
    assert says.text() == "P1 crashes: it starts again from checkpoint 1, taken at 70.0 ms."
    press(panel.forecast.stepper.next)
    assert says.text() == (
        "P2 goes back to its initial state: it has received $30 from P1, sent at 82.0 ms, "
        "which P1 has not sent after all."
    )
    assert window.bench.session.selection.items == (MessageItem("P1", "P2", 0),)
    press(panel.forecast.stepper.next)
    assert says.text() == (
        "No message is an orphan now: this is the recovery line. 3 events are undone."
    )
    assert not panel.forecast.stepper.next.isEnabled()
    press(panel.forecast.stepper.back)
    assert says.text().startswith("P2 goes back")


def test_that_the_graph_lights_the_step(show):
    window, panel = show(action("checkpoint", "P1", 70), action("checkpoint", "P2", 145))
    window.playback.scrub(150_000)
    graph = panel.forecast.graph
    assert graph.undone() == (set(), {(0, 1)})
    press(panel.forecast.stepper.next)
    assert graph.undone() == ({(0, 1)}, {(1, 0), (1, 1)})
    red = graph.theme.bad
    image = graph.grab().toImage()
    y = round(graph._y(1) * image.devicePixelRatio())
    colors = {image.pixelColor(x, y).name() for x in range(image.width())}
    assert red in colors


def test_that_the_steps_play_by_themselves(show, qtbot):
    window, panel = show(action("checkpoint", "P1", 70), action("checkpoint", "P2", 145))
    window.playback.scrub(150_000)
    stepper = panel.forecast.stepper
    stepper._timer.setInterval(1)
    press(stepper.play)
    qtbot.waitUntil(lambda: stepper.step == 2 and not stepper.playing)


def test_that_who_crashes_is_chosen_with_the_mouse(show):
    window, panel = show()
    window.playback.scrub(150_000)
    assert panel.forecast.choice.chosen == (0,)
    tick(panel, 0)
    assert panel.forecast.choice.chosen == () and panel.forecast.found is None
    assert not panel.forecast.crash.isVisible()
    assert panel.forecast.says.text().startswith("Tick who crashes")
    tick(panel, 2)
    assert panel.forecast.found.failed == (2,)
    assert [row[2] for row in panel.forecast.table.texts] == ["stays"] * 2 + [
        "its initial state",
        "stays",
    ]


def test_that_a_log_replays_instead(show):
    window, panel = show(logging={"method": "pessimistic"})
    window.playback.scrub(240_000)
    assert panel.forecast.table.texts[0] == ["P1", f"$1{THIN}005", "its initial state", "0", "1"]
    assert panel.forecast.says.text().endswith("From there it replays 1 message it had received.")


def test_that_the_line_is_drawn_in_the_diagram_while_the_dock_is_seen(show):
    window, _ = show(action("checkpoint", "P1", 70))
    window.playback.scrub(75_000)
    view = window.central.view

    def lines():
        return [i for i in view._extras() if i.subject == ("recovery-line", 0)]

    assert lines() and view._recovery_line == (70_000, 75_000, 75_000, 75_000)
    window.dock["snapshots"].raise_()
    QApplication.processEvents()
    assert not lines()
    window.dock["recovery"].raise_()
    QApplication.processEvents()
    assert lines()


def test_that_crash_it_here_does_what_was_foretold_in_one_edit(show):
    window, panel = show(action("checkpoint", "P1", 70), action("checkpoint", "P2", 145))
    editor = window.bench.editor
    before = editor.scenario
    window.playback.scrub(150_000)
    foretold = panel.forecast.found
    press(panel.forecast.crash)
    assert editor.scenario.script[len(before.script) :] == (
        Crash(150_000, "P1"),
        Restart(200_000, "P1"),
    )
    assert editor.document.history.undo_label == "Crash P1 and restart"
    (row,) = editor.run.trace.recoveries
    assert row.line[:2] == (1, 0)
    assert row.undone[0] == foretold.parts[0].undone
    editor.undo()
    assert editor.scenario == before


def test_that_a_crash_after_an_event_finds_that_event(show):
    window, panel = show()
    window.playback.scrub(140_000)
    press(panel.forecast.crash)
    crash = window.bench.editor.scenario.script[-2]
    assert crash == Crash(140_001, "P1")


def test_that_who_is_down_restarts_too(show):
    window, panel = show(action("crash", "P2", 100))
    window.playback.scrub(150_000)
    box = panel.forecast.choice.boxes[1]
    assert box.isChecked() and not box.isEnabled()
    assert panel.forecast.found.failed == (0, 1)
    window.playback.scrub(90_000)
    assert not box.isChecked() and box.isEnabled()


def test_that_a_recovery_of_the_run_is_told_message_by_message(show):
    window, panel = show(
        action("crash", "P1", 300),
        action("restart", "P1", 320),
        logging={"method": "pessimistic"},
    )
    past = panel.past
    assert past.isVisible() and past.choice.itemText(0) == "320.0 ms: P1 restarts"
    (recovery,) = window.bench.editor.run.trace.recoveries
    texts = [row[0] for row in past.table.texts]
    assert texts[0] == f"P1 had crashed with $1{THIN}045"
    assert texts[1] == f"P1 starts from its initial state: $1{THIN}000"
    assert texts[2] == f"P1 had sent $30 to P2, so it is not sent again: $1{THIN}000 → $970"
    assert f"P1 receives $60 from P4 again: $945 → $1{THIN}005" in texts
    assert [s.after for s in past.scenes if s.what == STANDS] == [recovery.after[0]]
    past.stepper.go_to(2)
    assert window.bench.session.selection.items == (MessageItem("P1", "P2", 0),)
    assert past.table.selected == {2} and past.says.text() == texts[2]


def test_that_orphans_and_lost_messages_are_named_and_coloured(show):
    _, panel = show(action("crash", "P1", 300), action("restart", "P1", 320))
    past = panel.past
    bad = [row[0].text for row in past.table._rows if row[0].bad]
    assert "orphan, never sent after all: $30 P1 → P2 (82.0)" in bad
    assert [text for text in bad if text.startswith("lost for good")]


def test_that_without_a_recovery_there_is_nothing_to_tell(show):
    _, panel = show()
    assert not panel.past.isVisible()


def test_that_the_ways_to_recover_are_compared_off_thread(show, qtbot):
    window, panel = show(
        action("crash", "P1", 300),
        action("restart", "P1", 320),
        logging={"method": "pessimistic"},
    )
    costs = panel.costs
    assert not costs.area.isVisible() and costs.button.text() == "Compare policies"
    press(costs.button)
    assert costs.button.text() == "Cancel"
    qtbot.waitUntil(lambda: costs.found is not None, timeout=20_000)
    expected = [
        (one.policy, one.method, one.costs.undone_events)
        for one in recovery_comparison(window.bench.editor.scenario).combinations
    ]
    assert [
        (one.policy, one.method, one.costs.undone_events) for one in costs.found.combinations
    ] == expected
    (used,) = costs.rows.selected
    name, delay, figures = costs.rows.texts[used]
    assert (name, delay) == ("no checkpoints + pessimistic", "")
    assert [d for _, d, _ in costs.rows.texts if d.startswith("delay ")]
    assert figures.startswith("undone 0 · replayed 2 · forced 0 · log ")
    assert costs.button.text() == "Compare policies"
    window.findChild(QAction, "action.language.zh_CN").trigger()
    names = [name for name, _, _ in costs.rows.texts]
    assert {"Koo–Toueg + 因果", "独立 + 悲观", "FDAS + 无日志"} <= set(names)
    assert not any(word in name for name in names for word in ("independent", "none", "causal"))
    window.findChild(QAction, "action.language.en").trigger()
    window.bench.editor.undo()
    tick(panel, 1)
    press(panel.forecast.crash)
    assert costs.found is None and not costs.area.isVisible()


def test_that_a_comparison_can_be_cancelled(show):
    _, panel = show(workload={"kind": "bank"}, duration_ms=20_000)
    costs = panel.costs
    press(costs.button)
    assert costs.button.text() == "Cancel"
    press(costs.button)
    assert costs.button.text() == "Compare policies" and costs.found is None
    assert not costs._job.busy
