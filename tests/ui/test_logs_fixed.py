"""A log as a document that is only looked at: steps for times, and nothing to edit it with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel

from snapviz.app import open_window
from snapviz.diagram.clockgrips import clock_box
from snapviz.diagram.facts import facts
from snapviz.diagram.spacetime import Hit
from snapviz.ui.panels.clocks_table import ClockTable
from snapviz.ui.selection import ProcessItem, event_item
from snapviz.ui.spacetime.gestures.pan import Pan
from snapviz.ui.spacetime.tooltips import describe

DATA = Path(__file__).parents[1] / "data" / "shiviz"

HERE = Hit("process", 0)


@pytest.fixture
def window(qtbot):
    window = open_window(DATA / "multiple-comparison.log")
    qtbot.addWidget(window)
    return window


def label(window, name: str) -> str:
    return window.findChild(QLabel, name).text()


def test_that_the_window_names_the_log_and_its_execution(window):
    assert window.windowTitle() == "multiple-comparison.log: Base execution — snapviz"
    assert window.title.text() == "multiple-comparison.log: Base execution — log, read only"
    shown = [part.text() for part in window.central.heading.findChildren(QLabel)]
    assert shown == ["multiple-comparison.log: Base execution", "steps 0 – 8"]


def test_that_an_execution_with_a_long_name_is_cut_with_an_ellipsis(window):
    box = window.central.log_strip.executions
    box.resize(130, 32)
    box.setItemText(0, "An execution whose name has no room")
    assert box.shown_text().endswith("…") and len(box.shown_text()) > 8


def test_that_the_window_counts_steps_and_not_milliseconds(window, qtbot):
    window.actions_["stepForward"].trigger()
    assert label(window, "transport.time") == "step 1"
    assert label(window, "transport.rate").endswith("steps/s")
    view, run = window.central.view, window.bench.editor.run
    known = facts(run)
    told = [describe(run, Hit("event", int(row)), view.view()) for row in known.event_rows]
    told += [describe(run, Hit(kind, 0), view.view()) for kind in ("message", "process", "label")]
    window.dock["clocks"].raise_()
    told += window.findChild(ClockTable, "clocks.processes").texts
    for row in known.event_rows.tolist():
        window.bench.session.selection.set(event_item(run, row))
        told += [part.text() for part in window.dock["inspector"].findChildren(QLabel)]
    assert any("step 3" in text for text in told)
    assert not [text for text in told if " ms" in text or "clock " in text.lower()]


def test_that_what_a_log_says_of_an_event_is_told_whole(window):
    run, view = window.bench.editor.run, window.central.view
    text = run.execution.texts[0]
    row = int(run.event_rows[0])
    assert len(text) > 18 and text in describe(run, Hit("event", row), view.view())
    window.bench.session.selection.set(event_item(run, row))
    assert text in label(window.dock["inspector"], "inspector.facts")


def test_that_a_log_of_one_host_invites_to_nothing(qtbot, tmp_path):
    path = tmp_path / "alone.log"
    path.write_text('one {"one": 1}\nbegins\n', "utf-8")
    window = open_window(path)
    qtbot.addWidget(window)
    view = window.bench._topology
    assert len(view.ids) == 1 and view.over().invitation == ""


def test_that_nothing_is_offered_that_would_change_a_log(window):
    actions = window.actions_
    for name in (
        "save",
        "addProcess",
        "tool.message",
        "arrange.grid",
        "compare",
        "delete",
        "partition",
        "heal",
    ):
        assert not actions[name].isEnabled()
        assert "has happened already" in actions[name].toolTip()
    for name in ("export", "handCut", "play", "tool.select", "selectAll", "fit"):
        assert actions[name].isEnabled()
    window.bench.session.selection.set(ProcessItem("paloAlto"))
    assert not actions["rename"].isEnabled() and actions["copy"].isEnabled()
    fields = [
        f for f in window.dock["inspector"].findChildren(object) if f.objectName()[:6] == "field."
    ]
    assert not [field for field in fields if field.isVisible()]
    for name in ("script", "snapshots", "checkpoints", "recovery"):
        assert window.dock[name].isHidden()


def test_that_what_is_told_of_snapshots_makes_way_for_a_log(window, qtbot, root):
    told = ("decision", "narrator")
    log = window.files.document.path
    assert not any(window.actions_[name].isEnabled() for name in told)
    window.open(root / "scenarios" / "62-coordinator-dies.snapviz.json")
    qtbot.waitUntil(lambda: not window.files.document.is_log)
    for name in told:
        window.actions_[name].trigger()
        assert not window.dock[name].isHidden()
    window.open(log)
    qtbot.waitUntil(lambda: window.files.document.is_log)
    assert all(window.dock[name].isHidden() for name in told)


def test_that_a_mouse_cannot_change_a_log(window, qtbot):
    view = window.central.view
    place, run = view.place(), window.bench.editor.run
    box = clock_box(place, 0)
    shown = window.central.messages.isVisible()
    starts = [
        (round((box.left + box.right) / 2), round(box.bottom - 6)),
        (round(place.x_of(int(run.trace.message_received[0]))), round(place.lanes[1])),
        (round(place.x_of(6500)), round(place.lanes[0])),
    ]
    for start in starts:
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(*start))
        assert type(view._gesture) is Pan
        assert (view.hit(QPointF(*start), heads=view.changes) or HERE).kind not in ("clock", "head")
        qtbot.mouseMove(view, QPoint(start[0] + 60, start[1] + 60))
        assert not window.bench.editor.in_gesture and not view.view().grips
        qtbot.mouseRelease(
            view, Qt.MouseButton.LeftButton, pos=QPoint(start[0] + 60, start[1] + 60)
        )
    assert window.central.messages.isVisible() == shown
    assert window.bench.editor.run is run


def test_that_a_topology_of_a_log_is_selected_in_and_not_moved(window, qtbot):
    view = window.bench._topology
    spot = QPoint(*map(round, view.where().centres[1]))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert window.bench.session.selection.items == (ProcessItem("paloAlto"),)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseMove(view, spot + QPoint(40, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spot + QPoint(40, 0))
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert view._name_edit is None and not window.central.messages.isVisible()


def test_that_a_scenario_after_a_log_has_everything_back(window, qtbot, root):
    window.open(root / "scenarios" / "02-bank-transfer.snapviz.json")
    qtbot.waitUntil(lambda: not window.files.document.is_log)
    actions = window.actions_
    for name in ("save", "addProcess", "tool.message", "arrange.grid", "compare", "sweep"):
        assert actions[name].isEnabled() and "happened already" not in actions[name].toolTip()
    assert not window.dock["script"].isHidden() and not window.dock["snapshots"].isHidden()
    assert window.dock["compare"].isHidden()
    assert label(window, "transport.time").endswith("ms")
    assert window.windowTitle() == "02-bank-transfer.snapviz.json — snapviz"


def test_that_a_tab_chosen_after_a_log_stays_in_front(qtbot, root):
    scenario = root / "scenarios" / "02-bank-transfer.snapviz.json"
    window = open_window(scenario)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    snapshots = window.dock["snapshots"]
    other = next(d for d in window.tabifiedDockWidgets(snapshots) if d.objectName() != "compare")
    snapshots.raise_()
    qtbot.waitUntil(lambda: not snapshots.visibleRegion().isEmpty())
    window.open(DATA / "multiple-comparison.log")
    qtbot.waitUntil(lambda: window.files.document.is_log and snapshots.isHidden())
    window.open(scenario)
    qtbot.waitUntil(lambda: not snapshots.visibleRegion().isEmpty())
    other.show()
    other.raise_()
    qtbot.waitUntil(lambda: not other.visibleRegion().isEmpty())
    window.bench._reading_only.bring_back()
    assert not other.visibleRegion().isEmpty()


def test_that_docks_taken_back_for_a_log_are_there_in_the_next_window(window, qtbot, root):
    window.close()
    again = open_window(root / "scenarios" / "02-bank-transfer.snapviz.json")
    qtbot.addWidget(again)
    assert not again.dock["script"].isHidden()
