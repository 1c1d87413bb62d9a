"""A protocol takes one class and one line in the registry: the window needs no change for it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from snapviz.ui.selection import ActionItem
from tests.protocols.smallest import tell_all
from tests.ui.panel_bench import pick
from tests.ui.test_snapshots_panel import card, chips

__all__ = ["tell_all"]


def click_on_line(window, process: int, time_us: int) -> None:
    view = window.central.view
    place = view.place()
    spot = QPoint(round(place.x_of(time_us)), round(place.lanes[process]))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()


def choose_in_toolbar(window, words: str) -> None:
    menus = [menu for menu in window.toolbar.findChildren(QMenu) if menu.actions()]
    (entry,) = [e for menu in menus for e in menu.actions() if e.text() == words]
    entry.trigger()


def test_that_a_snapshot_is_taken_with_it_by_the_mouse(tell_all, window, trigger):
    choose_in_toolbar(window, "Tell all")
    trigger(window, "tool.snapshot")
    click_on_line(window, 1, 300_000)
    action = window.files.document.scenario.script[-1]
    assert (action.protocol, action.initiator) == ("tell-all", "P2")
    trigger(window, "toEnd")
    said = [label.text() for label in card(window, "S2").findChildren(QLabel)]
    assert any(words.startswith("Tell all · from P2 at ") for words in said)
    assert chips(card(window, "S2"))[-1] == "complete"
    assert "S2" in window.findChild(QLabel, "status.verdict").text()


def test_that_inspector_and_script_name_it(tell_all, window):
    place = len(window.files.document.scenario.script) - 1
    window.bench.session.selection.set(ActionItem(place))
    QApplication.processEvents()
    inspector = window.dock["inspector"].widget()
    (choice,) = [w for w in inspector.findChildren(QWidget, "field.protocol")]
    pick(choice, "Tell all")
    assert window.files.document.scenario.script[place].protocol == "tell-all"
    table = window.dock["script"].widget().table.model()
    rows = [table.index(row, 2).data() for row in range(table.rowCount())]
    assert any("Tell all" in words for words in rows)


def test_that_what_it_waits_for_is_told_at_the_play_head(tell_all, window):
    choose_in_toolbar(window, "Tell all")
    window.playback.scrub(300_000)
    window.actions_["takeSnapshot"].trigger()
    QApplication.processEvents()
    window.playback.scrub(300_000)
    QApplication.processEvents()
    assert chips(card(window, "S2")) == ["recording", "1 / 4 recorded"]
