"""Checkpoints and recovery show what the run has, and nothing else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from snapviz.scenario import load_scenario
from snapviz.simulation import simulate
from snapviz.ui.panels.checkpoints import CheckpointsPanel
from snapviz.ui.panels.checkpoints_data import Checkpoint, RunCheckpoints, checkpoints_of
from snapviz.ui.panels.checkpoints_log import content_text, ends_text, sent_text
from snapviz.ui.panels.recovery import RecoveryPanel
from snapviz.ui.selection import EventItem, ProcessItem


@pytest.fixture
def show(window):
    """Bring a dock of the window to the front and return its panel."""

    def bring(name: str, kind: type):
        window.dock[name].raise_()
        QApplication.processEvents()
        found = window.findChild(kind)
        assert found.seen
        return found

    return bring


def press(widget, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QApplication.processEvents()


def received(panel) -> list[tuple[str, str, str]]:
    events = panel._events
    rows = [events.row_at(place) for place in range(events.rowCount())]
    run = events.run
    return [(ends_text(run, r), content_text(run, r), sent_text(run, r)) for r in rows]


def text(panel, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def test_that_without_checkpoints_there_are_the_initial_states(show):
    panel = show("checkpoints", CheckpointsPanel)
    assert panel._table.texts == [
        [f"P{n}", "0", "0.0", "$1\u2009000", "initial state"] for n in (1, 2, 3, 4)
    ]
    assert panel.findChild(QLabel, "checkpoints.note").isVisible()


def test_that_the_receives_so_far_are_listed(window, show):
    panel = show("checkpoints", CheckpointsPanel)
    window.playback.scrub(139_999)
    assert received(panel) == []
    window.playback.scrub(240_000)
    assert received(panel) == [
        ("P2 ← P1", "$30", "sent 82.0"),
        ("P2 ← P1", "$25", "sent 158.0"),
        ("P1 ← P4", "$60", "sent 178.0"),
    ]
    assert panel._log_title.text() == "Received so far: 3"
    window.playback.scrub(150_000)
    assert len(received(panel)) == 1


def test_that_the_log_of_one_process_can_be_chosen(window, show):
    panel = show("checkpoints", CheckpointsPanel)
    window.playback.to_end()
    press(panel._table, panel._table.row_rect(0).center())
    assert window.bench.session.selection.items == (ProcessItem("P1"),)
    assert [ends for ends, _, _ in received(panel)] == ["P1 ← P4", "P1 ← P2"]
    panel._filter.choose(-1)
    assert len(received(panel)) == 6


def test_that_a_click_on_a_received_message_selects_its_event(window, show):
    panel = show("checkpoints", CheckpointsPanel)
    window.playback.to_end()
    place = panel._list.visualRect(panel._events.index(0)).center()
    press(panel._list.viewport(), place)
    assert window.bench.session.selection.items == (EventItem("P2", 1),)
    assert panel._events.is_selected(0)


def test_that_a_restart_goes_back_to_the_start(window, show):
    panel = show("recovery", RecoveryPanel)
    window.playback.scrub(150_000)
    assert panel._table.texts == [
        ["P1", "$970", "#0 at 0.0", "1"],
        ["P2", "$990", "#0 at 0.0", "2"],
        ["P3", "$1\u2009000", "#0 at 0.0", "0"],
        ["P4", "$1\u2009000", "#0 at 0.0", "0"],
    ]
    assert text(panel, "recovery.line") == (
        "Every process would start again from its initial state. 3 events would be undone."
    )
    assert text(panel, "recovery.cause").startswith("There is nothing later")
    press(panel._table, panel._table.row_rect(2).center())
    assert window.bench.session.selection.items == (ProcessItem("P3"),)
    assert panel._table.selected == {2}


def taken(process: str, index: int, at_us: int, events: int) -> Checkpoint:
    return Checkpoint(process, index, at_us, events, {"balance": 1}, "independent")


def test_that_checkpoints_of_a_run_are_taken_up(write, ring_scenario):
    run = simulate(load_scenario(write(ring_scenario())))
    run.checkpoints = (taken("P2", 1, 145_000, 2), taken("P1", 1, 70_000, 0))
    lists = checkpoints_of(run)
    assert [[c.index for c in mine] for mine in lists] == [[0, 1], [0, 1], [0], [0]]
    assert lists[0][0].kind == "initial" and lists[1][1].kind == "independent"
    at = RunCheckpoints(run).at(run.trace.row_count, 100_000)
    assert [len(mine) for mine in at] == [2, 1, 1, 1]


def test_that_an_orphan_rolls_further_back_than_the_latest_checkpoint(window, show):
    run = window.bench.editor.run
    # P2 has received $30 that P1's latest checkpoint has not sent.
    run.checkpoints = (taken("P1", 1, 70_000, 0), taken("P2", 1, 145_000, 2))
    panel = show("recovery", RecoveryPanel)
    panel.show_run()
    window.playback.scrub(150_000)
    assert text(panel, "recovery.line") == (
        "P2, P3, P4: from the initial state. P1: from checkpoint 1. 3 events would be undone."
    )
    assert text(panel, "recovery.cause").startswith("P2 cannot use the latest checkpoint")
    run.checkpoints = (taken("P1", 1, 90_000, 1), taken("P2", 1, 145_000, 2))
    panel.show_run()
    window.playback.scrub(200_000)
    assert text(panel, "recovery.line") == (
        "P3, P4: from the initial state. P1, P2: from checkpoint 1. 2 events would be undone."
    )
    assert text(panel, "recovery.cause") == (
        "The latest checkpoints are consistent with one another."
    )


@pytest.mark.parametrize(
    ("name", "kind"), [("checkpoints", CheckpointsPanel), ("recovery", RecoveryPanel)]
)
def test_that_behind_another_tab_nothing_is_done(window, show, monkeypatch, name, kind):
    panel = show(name, kind)
    window.dock["snapshots"].raise_()
    QApplication.processEvents()
    assert not panel.seen
    monkeypatch.setattr(kind, "show_position", lambda _: pytest.fail("not asked for"))
    window.playback.scrub(300_000)
    monkeypatch.undo()
    assert panel._missed == {"position"}
    show(name, kind)
    assert panel._missed == set()


@pytest.mark.parametrize(
    ("name", "kind"), [("checkpoints", CheckpointsPanel), ("recovery", RecoveryPanel)]
)
def test_that_the_panels_change_their_language(window, show, name, kind):
    panel = show(name, kind)
    english = panel._table.accessibleName(), panel._table._header
    window.findChild(QAction, "action.language.zh_CN").trigger()
    QApplication.processEvents()
    assert (panel._table.accessibleName(), panel._table._header) != english
    window.findChild(QAction, "action.language.en").trigger()
    QApplication.processEvents()
    assert (panel._table.accessibleName(), panel._table._header) == english
    assert panel._table.texts
