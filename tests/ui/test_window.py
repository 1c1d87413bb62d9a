"""The window as the contract names it, driven as a person drives it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QLabel, QMainWindow, QWidget

from snapviz.engine.script import can_run
from snapviz.scenario.model import Crash, Restart, Rollback, TakeCheckpoint
from snapviz.ui.selection import ProcessItem

ACTIONS = (
    "new", "open", "save", "saveAs", "export", "undo", "redo", "play", "stepForward", "stepBack",
    "toStart", "toEnd", "addProcess", "addChannel", "sendMessage", "takeSnapshot",
)  # fmt: skip
FAULTS = {
    "checkpoint": TakeCheckpoint,
    "crash": Crash,
    "restart": Restart,
    "rollback": Rollback,
}
DOCKS = (
    "topology", "script", "snapshots", "clocks", "checkpoints", "recovery", "inspector",
)  # fmt: skip


def label(window, name: str) -> str:
    return window.findChild(QLabel, name).text()


def test_that_the_contract_names_what_is_there(window):
    assert isinstance(window, QMainWindow)
    assert window.isVisible()
    for name in ("view.spacetime", "view.topology"):
        assert window.findChild(QWidget, name).isVisible()
    for name in DOCKS:
        assert not window.findChild(QDockWidget, f"dock.{name}").isHidden()
    for name in ACTIONS:
        assert window.findChild(QAction, f"action.{name}") is not None, name


def test_that_faults_are_offered(window):
    for name, kind in FAULTS.items():
        assert can_run(kind)
        assert window.findChild(QAction, f"action.{name}").isEnabled() or name == "restart"
        assert window.findChild(QAction, f"action.{name}").isVisible(), name
    for tool in ("checkpoint", "crash", "rollback"):
        assert window.findChild(QAction, f"action.tool.{tool}").isVisible(), tool


def test_that_every_menu_entry_has_a_name_and_words(window):
    for menu_action in window.menuBar().actions():
        for action in menu_action.menu().actions():
            assert action.isSeparator() or action.text()


def test_that_opening_shows_no_modal_dialog(window):
    assert QApplication.activeModalWidget() is None
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]


def test_that_the_run_is_there_when_the_window_is(window):
    assert window.files.document.run is not None
    assert window.windowTitle() == "ring.snapviz.json — snapviz"
    assert label(window, "transport.count").startswith("event 0 of ")


def test_that_a_step_is_shown_by_the_next_turn_of_the_event_loop(window, trigger):
    total = window.playback.row_count
    trigger(window, "stepForward")
    assert label(window, "transport.count") == f"event 1 of {total}"
    assert label(window, "transport.time") == "82.0 ms"
    trigger(window, "stepForward")
    trigger(window, "stepBack")
    assert label(window, "transport.count") == f"event 1 of {total}"


def test_that_each_step_changes_the_picture(window, trigger):
    view = window.findChild(QWidget, "view.spacetime")
    pictures = []
    for _ in range(4):
        trigger(window, "stepForward")
        pictures.append(view.grab().toImage())
    assert all(a != b for a, b in pairwise(pictures))
    trigger(window, "stepBack")
    assert view.grab().toImage() == pictures[2]


def test_that_the_keys_move_the_play_head(window, qtbot):
    qtbot.waitExposed(window)
    total = window.playback.row_count
    for key, rows in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, total), (Qt.Key.Key_Left, total - 1), (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        qtbot.keyClick(window, key)
        assert window.playback.rows == rows


def test_that_space_plays_and_pauses(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.playback.playing
    assert window.findChild(QAction, "action.play").text() == "&Pause"
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert not window.playback.playing


def test_that_playing_reaches_the_end_by_itself(window, qtbot, trigger):
    window.playback.set_speed(10)
    window.playback.scrub(430_000)
    with qtbot.waitSignal(window.playback.playing_changed, timeout=5000, check_params_cb=_stopped):
        trigger(window, "play")
    assert window.playback.rows == window.playback.row_count
    assert label(window, "transport.time") == "480.0 ms"


def _stopped(playing: bool) -> bool:
    return not playing


def test_that_steps_are_offered_only_where_there_is_one(window, trigger):
    at = {name: window.findChild(QAction, f"action.{name}") for name in ACTIONS}
    assert not at["stepBack"].isEnabled() and not at["toStart"].isEnabled()
    trigger(window, "toEnd")
    assert not at["stepForward"].isEnabled() and not at["toEnd"].isEnabled()
    assert at["stepBack"].isEnabled() and at["toStart"].isEnabled()


def test_that_the_density_map_scrubs(window, qtbot):
    minimap = window.findChild(QWidget, "transport.minimap")
    place = QPoint(round(minimap.x_of(240_000)), minimap.height() // 2)
    qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=place)
    assert window.playback.time_us == pytest.approx(240_000, abs=1000)
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(minimap, QPoint(0, 20))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=QPoint(0, 20))
    assert window.playback.time_us == 0


def test_that_the_diagram_drags_time(window):
    window.findChild(QWidget, "view.spacetime").time_dragged.emit(300_000)
    assert window.playback.time_us == 300_000
    assert label(window, "transport.time") == "300.0 ms"


def test_that_the_verdict_follows_the_play_head(window, trigger):
    assert label(window, "status.verdict").startswith("0 messages in transit · Σ = 4")
    window.playback.scrub(215_000)
    assert label(window, "status.verdict").startswith("S1 recording: 1 of 4")
    trigger(window, "toEnd")
    assert label(window, "status.verdict").startswith("✓ S1 consistent · Σ = 4")
    assert "3 messages in transit at the cut" in label(window, "status.verdict")


def test_that_zoom_and_fit_change_what_is_visible(window, trigger):
    view = window.findChild(QWidget, "view.spacetime")
    whole = view.visible_range()
    trigger(window, "zoomIn")
    left, right = view.visible_range()
    assert right - left < whole[1] - whole[0]
    trigger(window, "fit")
    assert view.visible_range() == whole


def test_that_every_control_has_an_accessible_name(window):
    from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QScrollBar

    for kind in (QAbstractButton, QAbstractSlider, QComboBox):
        for control in window.findChildren(kind):
            if isinstance(control, QScrollBar) or not control.isVisible():
                continue
            text = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or text, control.objectName()


def test_that_visible_buttons_are_large_enough_to_hit(window):
    from PySide6.QtWidgets import QToolButton

    for button in window.findChildren(QToolButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= 28, button.text()


def test_that_help_windows_open_beside_the_window(window, trigger):
    for name in ("help", "about"):
        trigger(window, name)
        dialog = window.findChild(QDialog, f"dialog.{name}")
        assert dialog.isVisible() and not dialog.isModal()
        dialog.close()


def test_that_the_window_remembers_its_place(open_window, write, ring_scenario, qtbot):
    path = write(ring_scenario())
    first = open_window(path)
    first.resize(1100, 700)
    first.findChild(QDockWidget, "dock.topology").hide()
    first.proportions._balanced = False
    first.close()
    second = open_window(path)
    assert second.findChild(QDockWidget, "dock.topology").isHidden()


def test_that_the_diagram_has_the_most_room_when_the_window_appears(qtbot, root, monkeypatch):
    """Without any resizing afterwards, which would hide docks that took too much."""
    from snapviz.app import open_window
    from snapviz.ui.proportions import Proportions

    def at_its_first_size(self) -> bool:
        self._window.resize(1440, 900)
        return False

    monkeypatch.setattr(Proportions, "_restore", at_its_first_size)
    window = open_window(root / "scenarios" / "01-crossing-transfers.snapviz.json")
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.centralWidget().width() > 1440 * 0.45, timeout=2000)
    shown = [dock for dock in window.dock.values() if not dock.isHidden()]
    assert len(shown) == 8 and all(dock.width() < 1440 * 0.3 for dock in shown)


def enabled(window, *names: str) -> list[bool]:
    return [window.findChild(QAction, f"action.{name}").isEnabled() for name in names]


def test_that_only_who_is_up_crashes_and_only_who_is_down_restarts(window, trigger):
    window.playback.scrub(300_000)
    assert enabled(window, "crash", "restart") == [True, False]
    select(window, "P2")
    trigger(window, "crash")
    select(window, "P2")
    assert enabled(window, "checkpoint", "crash", "restart") == [False, False, True]
    window.playback.scrub(200_000)
    assert enabled(window, "checkpoint", "crash", "restart") == [True, True, False]
    window.playback.scrub(350_000)
    select(window, "P1")
    assert enabled(window, "crash", "restart") == [True, False]
    window.bench.session.selection.clear()
    trigger(window, "restart")
    assert window.files.document.scenario.script[-1] == Restart(350_000, "P2")
    assert enabled(window, "restart") == [False]


def test_that_nobody_goes_back_from_the_end(window, trigger):
    assert enabled(window, "rollback") == [True]
    trigger(window, "toEnd")
    assert enabled(window, "rollback") == [False]
    trigger(window, "toStart")
    assert enabled(window, "rollback") == [True]


def test_that_paste_is_there_when_processes_are_copied(window, trigger):
    QApplication.clipboard().setText("a shopping list")
    assert enabled(window, "paste", "duplicate") == [False, False]
    select(window, "P2")
    trigger(window, "copy")
    assert enabled(window, "paste", "duplicate") == [True, True]
    trigger(window, "paste")
    assert len(window.files.document.scenario.processes) == 5


def select(window, pid: str) -> None:
    window.bench.session.selection.set(ProcessItem(pid))
