"""Gestures in the whole window: the menus, the panels and the saved file follow."""

import json

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from snapviz.ui.selection import EventItem, MessageItem

LEFT = Qt.MouseButton.LeftButton


def at(window, line: int, time_ms: float) -> QPoint:
    place = window.central.view.place()
    return QPoint(round(place.x_of(time_ms * 1000)), round(place.lanes[line]))


def drag(window, start: QPoint, end: QPoint) -> None:
    view = window.central.view
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)


def action(window, name: str) -> QAction:
    return window.findChild(QAction, f"action.{name}")


def test_that_a_drawn_message_is_undone_redone_and_saved(window, trigger, tmp_path):
    bench = window.bench
    before = bench.editor.scenario
    drag(window, at(window, 1, 20), at(window, 2, 70))
    assert action(window, "undo").text() == "&Undo Send P2 → P3"
    assert bench.session.selection.items == (MessageItem("P2", "P3", 0),)
    after = bench.editor.scenario
    trigger(window, "undo")
    assert bench.editor.scenario == before
    trigger(window, "redo")
    assert bench.editor.scenario == after
    trigger(window, "save")
    saved = json.loads((tmp_path / "ring.snapviz.json").read_text(encoding="utf-8"))
    assert saved["script"][-1] == {
        "at_ms": 20, "action": "send", "from": "P2", "to": "P3",
        "payload": {"amount": 10}, "delay_ms": 50,
    }  # fmt: skip


def test_that_a_dragged_head_is_saved_as_a_pin(window, trigger, tmp_path):
    drag(window, at(window, 1, 140), at(window, 1, 170))
    trigger(window, "save")
    saved = json.loads((tmp_path / "ring.snapviz.json").read_text(encoding="utf-8"))
    assert saved["delays"] == [{"from": "P1", "to": "P2", "index": 0, "delay_ms": 88}]


def test_that_a_selected_message_is_deleted_by_the_command(window, trigger):
    drag(window, at(window, 1, 20), at(window, 2, 70))
    trigger(window, "delete")
    assert len(window.bench.editor.scenario.script) == 7
    assert window.bench.session.selection.items == ()


def test_that_the_hand_drawn_cut_is_on_or_off_as_its_command(window):
    view, cut = window.central.view, action(window, "handCut")
    window.playback.scrub(150_000)
    cut.trigger()
    assert view.view().hand_cut == (150_000,) * 4
    assert cut.isChecked()
    view.close_hand_cut()
    assert not cut.isChecked()
    cut.trigger()
    cut.trigger()
    assert view.view().hand_cut is None


def test_that_escape_in_the_diagram_stays_there_while_there_is_something_to_leave(window, trigger):
    view = window.central.view
    trigger(window, "tool.snapshot")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert action(window, "tool.select").isChecked()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.bench.session.selection.items == (EventItem("P1", 0),)
    assert window.playback.rows == 0


def test_that_a_run_that_has_not_begun_is_in_full_ink(window, trigger, qtbot):
    view = window.central.view

    def is_veiled() -> bool:
        return bool(list(view.picture().about("veil")))

    assert window.playback.at_start and not is_veiled()
    trigger(window, "stepForward")
    assert is_veiled()
    trigger(window, "toStart")
    assert not is_veiled()
    seen = view.grab().toImage()
    window.playback.play()
    assert is_veiled()
    qtbot.waitUntil(lambda: view.grab().toImage() != seen)
    window.playback.pause()
    window.playback.to_start()
    assert not is_veiled()
    trigger(window, "future.hidden")
    assert is_veiled()
    trigger(window, "future.faint")
