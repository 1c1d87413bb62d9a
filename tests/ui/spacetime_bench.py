"""A session around the space-time view alone, moved by a real mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from snapviz.diagram.theme import LIGHT
from snapviz.scenario.model import Channel, Process, Scenario, Send, SetClock, TakeSnapshot
from snapviz.simulation import simulate
from snapviz.ui.actions import Actions
from snapviz.ui.central import CentralArea
from snapviz.ui.document import Document
from snapviz.ui.editor import Editor
from snapviz.ui.messages import MessageBar
from snapviz.ui.playback import Playback
from snapviz.ui.runner import Runner
from snapviz.ui.selection import Selection
from snapviz.ui.session import Session
from snapviz.ui.tools import Tools

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def ms(value: float) -> int:
    return round(value * 1000)


def banks(**changes) -> Scenario:
    """Three banks, all connected; a transfer, an internal... nothing else unless asked for."""
    names = ("P1", "P2", "P3")
    given = {
        "processes": tuple(Process(name, {"balance": 1000}) for name in names),
        "channels": tuple(Channel(a, b) for a in names for b in names if a != b),
        "duration_us": ms(400),
        "script": (
            Send(ms(40), "P1", "P2", {"amount": 30}, ms(60)),
            Send(ms(150), "P2", "P3", {"amount": 20}, ms(50)),
            SetClock(ms(220), "P3", ms(12)),
            TakeSnapshot(ms(260), "chandy-lamport", "P1"),
        ),
    }
    return Scenario(**{**given, **changes})


class Bench:
    """The view with all that a window's session has, and hands to move it."""

    def __init__(self, qtbot, scenario: Scenario, size=(1000, 620)):
        self.holder = QWidget()
        qtbot.addWidget(self.holder)
        self.holder.resize(*size)
        messages = MessageBar(self.holder)
        self.runner = Runner(self.holder)
        self.editor = Editor(self.runner, messages, self.holder)
        parts = (Selection(self.holder), Tools(self.holder), Playback(self.holder))
        self.session = Session(self.editor, *parts, messages, Actions(self.holder))
        self.selection, self.tools, self.playback = parts
        self.central = CentralArea(LIGHT, self.holder, session=self.session)
        self.central.resize(*size)
        self.view = self.central.view
        self.editor.run_changed.connect(self._show_run)
        self.playback.position_changed.connect(
            lambda: self.view.set_position(self.playback.rows, self.playback.time_us)
        )
        self.view.time_dragged.connect(self.playback.scrub)
        document = Document(scenario)
        document.run = simulate(scenario)
        self.editor.set_document(document)
        self.view.fit()
        self.holder.show()
        QApplication.processEvents()
        self.labels: list[str] = []

    def _show_run(self) -> None:
        run = self.editor.run
        self.view.set_run(run)
        self.playback.change_run(run.trace.row_time, run.until_us)

    @property
    def scenario(self) -> Scenario:
        return self.editor.scenario

    @property
    def history(self) -> list[str]:
        """The labels of what can be undone, the first edit first."""
        return [entry.label for entry in self.editor.document.history._entries[1:]]

    def at(self, line: int, time_ms: float, down: float = 0) -> QPoint:
        """The pixel of an instant on a process line."""
        place = self.view.place()
        return QPoint(round(place.x_of(ms(time_ms))), round(place.lanes[line] + down))

    def press(self, spot: QPoint, modifiers=NONE) -> None:
        QTest.mousePress(self.view, LEFT, modifiers, spot)

    def move(self, spot: QPoint, modifiers=NONE) -> None:
        """Several small moves would be one for the view: it answers once in a frame."""
        QTest.mouseMove(self.view, spot)

    def release(self, spot: QPoint, modifiers=NONE) -> None:
        QTest.mouseRelease(self.view, LEFT, modifiers, spot)

    def drag(self, start: QPoint, end: QPoint, modifiers=NONE) -> None:
        self.press(start, modifiers)
        for share in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * share, modifiers)
        self.release(end, modifiers)

    def click(self, spot: QPoint, modifiers=NONE) -> None:
        QTest.mouseClick(self.view, LEFT, modifiers, spot)

    def key(self, key, modifiers=NONE) -> None:
        QTest.keyClick(self.view, key, modifiers)

    def assert_one_entry(self, before: Scenario, label: str) -> None:
        """What was done is one edit, called ``label``, exactly undone and redone."""
        after = self.scenario
        assert self.history == [label]
        assert after != before
        self.editor.undo()
        assert self.scenario == before
        assert self.editor.run.scenario == before
        self.editor.redo()
        assert self.scenario == after
        assert self.editor.run.scenario == after

    def assert_nothing_done(self, before: Scenario) -> None:
        assert self.history == []
        assert self.scenario == before
        assert self.editor.run.scenario == before
        assert not self.editor.in_gesture
        view = self.view.view()
        assert (view.draft, view.ghost) == (None, None)
        assert not list(self.view.picture().about("hint"))
