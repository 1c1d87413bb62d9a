"""The boundary of a cut by the clocks on its card, and live while a clock is dragged."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from snapviz.diagram.clockgrips import clock_box
from snapviz.resources import scenarios_folder
from snapviz.ui.panels.text_table import TextTable
from snapviz.ui.selection import MessageItem
from tests.ui.settling import settle
from tests.ui.test_snapshots_panel import card, chips

LEFT = Qt.MouseButton.LeftButton
SAFE = [
    ["skew at T", "8", "P1 reads T first, P3 last"],
    ["fastest", "10", "P1 → P3 $15"],
    ["margin", "+2", "safe while skew < fastest"],
    ["closest", "+3", "P1 → P3 $15 after T"],
]


@pytest.fixture
def window(open_window):
    return open_window(scenarios_folder() / "13-clocks-close-enough.snapviz.json")


def table(window) -> TextTable:
    return card(window).findChild(TextTable, "snapshot.boundary")


def verdict(window) -> QLabel:
    return card(window).findChild(QLabel, "snapshot.boundaryVerdict")


class Drag:
    """The clock of a process in the hand; ``to`` moves it so many milliseconds."""

    def __init__(self, window, process: int):
        self.view = window.central.view
        box = clock_box(self.view.place(), process)
        middle = QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))
        self.start = self.here = middle
        QTest.mouseMove(self.view, middle)
        QTest.mousePress(self.view, LEFT, pos=middle)

    def to(self, ms: float) -> None:
        self.here = self.start + QPoint(round(ms * 1000 * self.view.place().scale), 0)
        for part in (0.5, 1.0):
            QTest.mouseMove(self.view, self.start + (self.here - self.start) * part)
            QApplication.processEvents()
        self.view.frames.flush()
        QApplication.processEvents()

    def drop(self) -> None:
        QTest.mouseRelease(self.view, LEFT, pos=self.here)
        QApplication.processEvents()


def test_that_the_card_has_the_figures_once_all_have_recorded(window, trigger):
    assert table(window).isHidden() or not table(window).isVisible()
    window.playback.scrub(203_000)
    assert not table(window).isVisible()
    trigger(window, "toEnd")
    assert table(window).isVisible() and table(window).texts == SAFE
    assert verdict(window).text() == "No message can break this cut."


def test_that_it_turns_while_a_clock_is_dragged_and_names_the_guilty(window, trigger, qtbot):
    trigger(window, "toEnd")
    drag = Drag(window, 2)
    drag.to(-10)
    qtbot.waitUntil(lambda: table(window).texts[0][1] == "18")
    assert [row[1] for row in table(window).texts] == ["18", "10", "−8", "−7"]
    words = "Broken by P1 → P3 $15: sent after T of P1, received 7 ms before T of P3."
    assert verdict(window).text() == words
    assert verdict(window).property("role") == "badLine"
    assert chips(card(window))[0] == "✗ inconsistent cut"
    hint = window.central.view._hint.text
    assert hint == "P3: −14 ms · skew 18 ms, fastest message 10 ms · ✗ P1 → P3 $15 breaks S1"
    drag.to(-3)
    qtbot.waitUntil(lambda: table(window).texts[0][1] == "11")
    assert verdict(window).text().startswith("It holds by luck: a message as fast as 10 ms")
    drag.drop()
    assert window.files.document.scenario.processes[2].clock.offset_us == -7_000
    trigger(window, "undo")
    settle(window)
    assert table(window).texts == SAFE


def test_that_it_shows_during_a_drag_wherever_the_play_head_is(window, qtbot):
    window.playback.scrub(0)
    drag = Drag(window, 2)
    drag.to(-10)
    qtbot.waitUntil(lambda: table(window).isVisible())
    assert table(window).texts[3][1] == "−7"
    QTest.keyClick(window.central.view, Qt.Key.Key_Escape)
    drag.drop()
    qtbot.waitUntil(lambda: not table(window).isVisible())


def test_that_a_click_on_the_closest_message_lights_it(window, trigger):
    trigger(window, "toEnd")
    rows = table(window)
    QTest.mouseClick(rows, LEFT, pos=QPoint(30, rows.row_rect(3).center().y()))
    assert window.bench.session.selection.last == MessageItem("P1", "P3", 0)


def test_that_other_snapshots_have_none(open_window, write, ring_scenario, trigger):
    window = open_window(write(ring_scenario()))
    trigger(window, "toEnd")
    assert not table(window).isVisible()


def test_that_it_speaks_chinese(window, trigger):
    trigger(window, "toEnd")
    window._choose_language("zh_CN")
    QApplication.processEvents()
    assert table(window).texts[2] == ["余量", "+2", "偏斜 < 最快消息则安全"]
    parts = [w for w in card(window).findChildren(QWidget) if isinstance(w, QLabel)]
    assert "没有消息能破坏此割集。" in [w.text() for w in parts]
