"""Each thing a hand can do in the whole window: one entry, undone, redone, and in the file."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from snapviz.diagram.clockgrips import clock_box
from snapviz.documents import load_scenario
from tests.ui.topology_bench import TopologyBench

LEFT = Qt.MouseButton.LeftButton


class Hand:
    """A mouse in the diagram, the topology and the inspector of one window."""

    def __init__(self, window, folder):
        # Wide enough that a pixel is less than the step of a drag, a millisecond.
        window.resize(1600, 900)
        QApplication.processEvents()
        self.window = window
        self.view = window.central.view
        self.topology = TopologyBench(window, folder)
        self.tools = window.bench.session.tools

    def at(self, line: int, time_ms: float, down: int = 0) -> QPoint:
        place = self.view.place()
        return QPoint(round(place.x_of(time_ms * 1000)), round(place.lanes[line]) + down)

    def drag(self, start: QPoint, end: QPoint, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mousePress(self.view, LEFT, modifiers, start)
        QTest.mouseMove(self.view, (start + end) / 2)
        QTest.mouseMove(self.view, end)
        QTest.mouseRelease(self.view, LEFT, modifiers, end)

    def uses(self, tool: str, spot: QPoint) -> None:
        self.tools.choose(tool)
        QTest.mouseClick(self.view, LEFT, pos=spot)

    def field(self, name: str) -> QWidget:
        dock = self.window.dock["inspector"]
        (found,) = [w for w in dock.findChildren(QWidget, f"field.{name}") if w.isVisible()]
        return found

    def types(self, name: str, text: str) -> None:
        field = self.field(name)
        QTest.mouseClick(field, LEFT)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)


def message(hand):
    hand.drag(hand.at(1, 20), hand.at(2, 70))


def arrow_head(hand):
    hand.drag(hand.at(1, 140), hand.at(1, 170))


def clock(hand):
    box = clock_box(hand.view.place(), 1)
    start = QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))
    hand.drag(start, start + QPoint(round(35_000 * hand.view.place().scale), 0))


def snapshot(hand):
    hand.uses("snapshot", hand.at(2, 300))


def crash(hand):
    hand.uses("crash", hand.at(2, 300))


def sent_sooner(hand):
    hand.drag(hand.at(3, 178), hand.at(3, 150))


def fifo_off(hand):
    hand.topology.click(hand.topology.on_channel("P1", "P2"))
    box = hand.field("fifo")
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def loss(hand):
    hand.topology.click(hand.topology.on_channel("P1", "P2"))
    hand.types("loss", "0.25")


def balance(hand):
    hand.topology.click(hand.topology.at("P3"))
    hand.types("balance", "250")


def of(things: list[dict], **wanted) -> dict:
    """The only one of these that has such entries."""
    (found,) = [
        t for t in things if {k.rstrip("_"): v for k, v in wanted.items()}.items() <= t.items()
    ]
    return found


# What the file holds after each, where it did not before.
IN_FILE = {
    message: lambda f: of(f["script"], at_ms=20, to="P3", delay_ms=50, payload={"amount": 10}),
    arrow_head: lambda f: of(f["delays"], to="P2", index=0, delay_ms=88),
    clock: lambda f: f["processes"][1]["clock"]["offset_ms"] == pytest.approx(35, abs=1),
    snapshot: lambda f: of(f["script"], at_ms=300, action="snapshot", initiator="P3"),
    crash: lambda f: of(f["script"], at_ms=300, action="crash", process="P3"),
    sent_sooner: lambda f: of(f["script"], at_ms=150, action="send", payload={"amount": 60}),
    fifo_off: lambda f: of(f["channels"], from_="P1", to="P2", fifo=False),
    loss: lambda f: of(f["channels"], from_="P1", to="P2", loss=0.25),
    balance: lambda f: f["processes"][2]["state"] == {"balance": 250},
}


def is_in(file: dict, gesture) -> bool:
    try:
        return bool(IN_FILE[gesture](file))
    except (KeyError, IndexError, ValueError):
        return False


@pytest.mark.parametrize("gesture", IN_FILE, ids=lambda gesture: gesture.__name__)
def test_that_a_gesture_is_one_edit_of_the_file(window, trigger, tmp_path, gesture):
    path, editor = tmp_path / "ring.snapviz.json", window.bench.editor
    before = editor.scenario
    assert not is_in(json.loads(path.read_text(encoding="utf-8")), gesture)
    gesture(Hand(window, tmp_path))
    QApplication.processEvents()
    after = editor.scenario
    assert not editor.in_gesture
    trigger(window, "save")
    assert load_scenario(path) == after != before
    assert is_in(json.loads(path.read_text(encoding="utf-8")), gesture)
    trigger(window, "undo")
    assert editor.scenario == before == editor.run.scenario
    assert not editor.document.history.can_undo
    trigger(window, "save")
    assert load_scenario(path) == before
    trigger(window, "redo")
    assert editor.scenario == after == editor.run.scenario
    assert not editor.document.history.can_redo


def test_that_looking_is_no_edit(window, trigger, tmp_path):
    """Cones, selections, the play-head and a cut drawn by hand are not of the scenario."""
    hand, history = Hand(window, tmp_path), window.bench.editor.document.history
    for spot in (hand.at(0, 82), hand.at(1, 140)):
        QTest.mouseMove(hand.view, spot)
        QTest.mouseClick(hand.view, LEFT, pos=spot)
    window.playback.scrub(240_000)
    trigger(window, "handCut")
    hand.drag(hand.at(0, 240), hand.at(0, 100))
    assert hand.view.view().hand_cut[0] == pytest.approx(100_000, abs=1000)
    trigger(window, "fit")
    assert not history.can_undo
    assert not window.bench.editor.document.dirty
