"""A hand with a mouse on the topology: of the real window, or of a session around the view alone."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from snapviz.diagram.polyline import point_at
from snapviz.documents import load_scenario
from snapviz.simulation import simulate
from snapviz.ui.actions import Actions
from snapviz.ui.commands import Commands
from snapviz.ui.document import Document
from snapviz.ui.editor import Editor
from snapviz.ui.messages import MessageBar
from snapviz.ui.playback import Playback
from snapviz.ui.runner import Runner
from snapviz.ui.selection import Selection
from snapviz.ui.session import Session
from snapviz.ui.tools import Tools
from snapviz.ui.topology.view import TopologyView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class SmallWindow(QMainWindow):
    """The topology and all that a window's session has; much faster to open than the real one."""

    def __init__(self, path: Path):
        super().__init__()
        messages = MessageBar()
        editor = Editor(Runner(self), messages, self)
        parts = (editor, Selection(self), Tools(self), Playback(self))
        session = Session(*parts, messages, Actions(self))
        self.setMenuWidget(messages)
        self.commands = Commands(session, self)
        view = TopologyView(parent=self, session=session)
        self.setCentralWidget(view)
        playback = session.playback

        def show_run() -> None:
            view.set_run(editor.run)
            playback.change_run(editor.run.trace.row_time, editor.run.until_us)

        editor.run_changed.connect(show_run)
        editor.document_changed.connect(
            lambda: playback.set_run(editor.run.trace.row_time, editor.run.until_us)
        )
        playback.position_changed.connect(
            lambda: view.set_position(playback.rows, playback.time_us)
        )
        session.actions["rename"].triggered.connect(lambda _: view.rename_selected())
        document = Document(load_scenario(path))
        document.run = simulate(document.scenario)
        editor.set_document(document)
        self.resize(270, 291)
        self.show()


class TopologyBench:
    """Points at processes by their names; every spot is in pixels of the view."""

    def __init__(self, window, folder: Path):
        self.window = window
        self.view: TopologyView = window.findChild(TopologyView, "view.topology")
        self.session = self.view.session
        self.editor = self.session.editor
        self.selection = self.session.selection
        self.tools = self.session.tools
        self._folder = folder
        QApplication.processEvents()
        self.view.settle()

    # What there is

    @property
    def scenario(self):
        return self.editor.scenario

    @property
    def labels(self) -> list[str]:
        """What can be undone, the first edit first."""
        history, labels = self.editor.document.history, []
        while history.can_undo:
            labels.insert(0, history.undo_label)
            history.undo()
        for _ in labels:
            history.redo()
        return labels

    def at(self, process: str) -> QPoint:
        """Where a process stands."""
        self.view.settle()
        x, y = self.view.where().centres[self.view.ids.index(process)]
        return QPoint(round(x), round(y))

    def on_channel(self, source: str, target: str) -> QPoint:
        """The middle of a channel's arrow."""
        self.view.settle()
        number = self.scenario.channel_index()[source, target]
        x, y = point_at(self.view.laid().ways[number], 0.5)
        return QPoint(round(x), round(y))

    def ground(self) -> QPoint:
        """A spot in a corner with nothing on it."""
        return QPoint(6, 6)

    def position(self, process: str):
        number = self.scenario.process_index()[process]
        return self.scenario.processes[number].position

    def channels(self) -> list[tuple[str, str]]:
        return [(channel.source, channel.target) for channel in self.scenario.channels]

    def saved(self) -> dict:
        """What a file of the document holds."""
        path = self._folder / "saved.snapviz.json"
        self.editor.document.save(path)
        return json.loads(path.read_text(encoding="utf-8"))

    # The hand

    def press(self, spot: QPoint, modifiers=NONE) -> None:
        QTest.mouseMove(self.view, spot)
        QTest.mousePress(self.view, LEFT, modifiers, spot)

    def move(self, spot: QPoint) -> None:
        QTest.mouseMove(self.view, spot)

    def release(self, spot: QPoint, modifiers=NONE) -> None:
        QTest.mouseRelease(self.view, LEFT, modifiers, spot)

    def drag(self, start: QPoint, end: QPoint, modifiers=NONE) -> None:
        self.press(start, modifiers)
        self.move((start + end) / 2)
        self.move(end)
        self.release(end, modifiers)

    def click(self, spot: QPoint, modifiers=NONE) -> None:
        QTest.mouseMove(self.view, spot)
        QTest.mouseClick(self.view, LEFT, modifiers, spot)

    def double_click(self, spot: QPoint) -> None:
        """As a hand does it: the second press comes as a double click."""
        QTest.mouseClick(self.view, LEFT, NONE, spot)
        QTest.mouseDClick(self.view, LEFT, NONE, spot)

    def hover(self, spot: QPoint) -> None:
        QTest.mouseMove(self.view, spot - QPoint(1, 1))
        QTest.mouseMove(self.view, spot)

    def key(self, key, modifiers=NONE) -> None:
        self.view.setFocus()
        QTest.keyClick(self.view, key, modifiers)

    # What one gesture leaves

    def assert_one_entry(self, before, label: str) -> None:
        """One entry under this label; undo and redo lead there and back exactly."""
        after = self.scenario
        assert self.labels == [label]
        assert after != before
        self.editor.undo()
        assert self.scenario == before
        self.editor.redo()
        assert self.scenario == after

    def assert_nothing_done(self, before) -> None:
        assert self.scenario == before
        assert self.labels == []
        assert self.view.gesture is None
        over = self.view.over()
        assert (over.rubber, over.newcomer, over.band, over.guides) == (None, None, None, ())


def bench_on(qtbot, write, folder: Path, content) -> TopologyBench:
    """A bench on a scenario object, in a small window that the test closes."""
    window = SmallWindow(write(content))
    qtbot.addWidget(window)
    return TopologyBench(window, folder)
