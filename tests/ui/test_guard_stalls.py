"""Whatever a hand does in a shipped scenario, the window answers the next thing soon."""

from time import thread_time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from snapviz.ui.examples import shipped_paths
from tests.ui.hand import LEFT, Hand, sideways, too_long
from tests.ui.watchdog import LIMIT_S, Watchdog

HOVERED = 12
DOCKS = ("script", "notes", "snapshots", "clocks", "checkpoints", "recovery", "inspector")


def play(hand: Hand) -> None:
    window = hand.window
    hand.dog.does("open", lambda: window.open(window.files.document.path), 0.3)
    window.playback.set_speed(10)
    hand.dog.does("play", window.playback.play)
    hand.dog.waits("play", lambda: not window.playback.playing)
    hand.action("toStart")
    for _ in range(min(10, window.playback.row_count)):
        hand.action("stepForward", 0.02)
    for _ in range(3):
        hand.action("stepBack", 0.02)
    for share in (0.2, 0.9, 0.4, 0.65):
        time_us = round(window.playback.end_us * share)
        hand.dog.does("scrub", lambda t=time_us: window.playback.scrub(t), 0.03)
    hand.action("toEnd")


def look(hand: Hand) -> None:
    """Hover, click, zoom; every dock; theme, language, future."""
    dog, view = hand.dog, hand.view
    trace, place = hand.window.bench.editor.run.trace, view.place()
    for row in np.linspace(0, trace.row_count - 1, HOVERED).astype(int):
        x, y = place.x_of(int(trace.row_time[row])), place.lanes[int(trace.row_process[row])]
        spot = QPoint(round(x), round(y))
        dog.does("hover", lambda s=spot: QTest.mouseMove(view, s), 0.3)
        dog.does("press", lambda s=spot: QTest.mousePress(view, LEFT, pos=s), 0.01)
        dog.does("select", lambda s=spot: QTest.mouseRelease(view, LEFT, pos=s), 0.05)
    dog.does("escape", lambda: QTest.keyClick(view, Qt.Key.Key_Escape), 0.05)
    for name in ("zoomIn", "zoomIn", "zoomOut", "fit"):
        hand.action(name)
    for name in DOCKS:
        dog.does(f"dock {name}", hand.window.dock[name].raise_, 0.1)
    for name in ("theme.dark", "theme.light", "language.zh_CN", "language.en"):
        hand.action(name)
    for name in ("future.hidden", "future.shown", "future.faint"):
        hand.action(name)


def edit(hand: Hand) -> None:
    view = hand.view
    for dock in ("clocks", "snapshots"):
        hand.window.dock[dock].raise_()
        if (head := hand.head()) is not None:
            hand.drags(f"arrow head beside {dock}", sideways(head, 40))
    if (clock := hand.clock()) is not None:
        hand.drags("clock", sideways(clock, 40))
    hand.action("tool.message")
    first, second = hand.line(0, 0.31), hand.line(1, 0.42)
    hand.drags("message", [first, (first + second) / 2, second])
    hand.action("tool.snapshot")
    spot = hand.line(1, 0.5)
    hand.dog.does("ghost", lambda: QTest.mouseMove(view, spot), 0.03)
    hand.dog.does("snapshot: press", lambda: QTest.mousePress(view, LEFT, pos=spot), 0.02)
    hand.dog.does("snapshot: drop", lambda: QTest.mouseRelease(view, LEFT, pos=spot), 0.15)
    hand.action("tool.select")
    hand.action("undo")
    hand.action("redo")
    hand.action("handCut")
    pull(hand, "cut point", hand.cut_point())
    hand.action("handCut")
    topology = hand.window.findChild(QWidget, "view.topology")
    topology.settle()
    x, y = topology.where().centres[0]
    start = QPoint(round(x), round(y))
    dog = hand.dog
    dog.does("process: press", lambda: QTest.mousePress(topology, LEFT, pos=start), 0.02)
    for shift in (5, 12, 20):
        end = start + QPoint(shift, shift)
        dog.does("process: move", lambda s=end: QTest.mouseMove(topology, s), 0.03)
    dog.does("process: drop", lambda: QTest.mouseRelease(topology, LEFT, pos=end), 0.3)
    hand.action("undo", 0.3)


def pull(hand: Hand, what: str, start: QPoint | None) -> None:
    """Drag something that is no part of the scenario."""
    assert start is not None, what
    dog, view = hand.dog, hand.view
    before = view.view().hand_cut
    dog.does(f"{what}: press", lambda: QTest.mousePress(view, LEFT, pos=start), 0.02)
    for spot in sideways(start, 60)[1:]:
        dog.does(f"{what}: move", lambda s=spot: QTest.mouseMove(view, s), 0.03)
    dog.does(f"{what}: drop", lambda: QTest.mouseRelease(view, LEFT, pos=spot), 0.1)
    assert view.view().hand_cut != before, what


def choose(hand: Hand) -> None:
    """Select rows of the script, processes and channels of the topology; present and return."""
    dog, window = hand.dog, hand.window
    window.dock["script"].raise_()
    table = window.findChild(QAbstractItemView, "script.table")
    for row in range(min(table.model().rowCount(), 4)):
        spot = table.visualRect(table.model().index(row, 0)).center()
        port = table.viewport()
        dog.does("script row", lambda s=spot, p=port: QTest.mouseClick(p, LEFT, pos=s), 0.05)
    topology = window.findChild(QWidget, "view.topology")
    topology.settle()
    where = topology.where()
    spots = [QPoint(round(x), round(y)) for x, y in where.centres[:3]]
    for spot in spots:
        dog.does("process", lambda s=spot: QTest.mouseClick(topology, LEFT, pos=s), 0.05)
    for name in ("present", "present"):
        hand.action(name, 0.3)
    dog.does("escape", lambda: QTest.keyClick(hand.view, Qt.Key.Key_Escape), 0.05)


def export(hand: Hand) -> None:
    hand.action("export", 0.4)
    dialog = hand.window.findChild(QDialog, "dialog.export")
    hand.dog.does("close export", dialog.close, 0.05)


@pytest.mark.deep
@pytest.mark.parametrize("path", shipped_paths(), ids=lambda path: path.name.partition(".")[0])
def test_that_no_gesture_blocks_the_window(open_window, write, path):
    def attempt():
        hand = Hand(open_window(write(path.read_text(encoding="utf-8"))))
        for part in (play, look, choose, edit, export):
            part(hand)
        hand.window.files.save()
        return hand

    assert too_long(attempt) == {}


@pytest.mark.deep
def test_that_the_watchdog_sees_what_a_slot_takes(qapp):
    def dawdle():
        until = thread_time() + 2 * LIMIT_S
        while thread_time() < until:
            pass

    dog = Watchdog()
    dog.does("later", lambda: QTimer.singleShot(10, dawdle), 0.05)
    dog.does("at once", dawdle)
    dog.does("nothing", lambda: None)
    assert dog.longest["later"] >= 2 * LIMIT_S
    assert dog.longest["at once"] >= 2 * LIMIT_S
    assert dog.longest["nothing"] < LIMIT_S
