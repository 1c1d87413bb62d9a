"""A panel by itself, with everything a window gives it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from snapviz.ui.actions import Actions
from snapviz.ui.appearance import Appearance
from snapviz.ui.commands import Commands
from snapviz.ui.document import Document
from snapviz.ui.editor import Editor
from snapviz.ui.messages import MessageBar
from snapviz.ui.playback import Playback
from snapviz.ui.runner import Runner
from snapviz.ui.selection import Selection
from snapviz.ui.session import Session
from snapviz.ui.tools import Tools


@dataclass
class Bench:
    """A window with one panel in it, and the session behind."""

    window: QMainWindow
    session: Session
    commands: Commands
    panel: QWidget

    @property
    def editor(self) -> Editor:
        return self.session.editor

    @property
    def scenario(self):
        return self.editor.scenario

    @property
    def script(self):
        return self.editor.scenario.script

    @property
    def undo_label(self) -> str:
        return self.editor.document.history.undo_label

    def select(self, *items) -> None:
        self.session.selection.set(*items)
        QApplication.processEvents()

    def field(self, name: str) -> QWidget:
        """The field of a name that is shown."""
        found = [w for w in self.panel.findChildren(QWidget, f"field.{name}") if w.isVisible()]
        assert len(found) == 1, (name, found)
        return found[0]

    def wrong(self, name: str) -> str:
        """What is said under a field."""
        found = [w for w in self.panel.findChildren(QWidget, f"wrong.{name}") if w.isVisible()]
        return found[0].text() if found else ""

    def text(self, name: str) -> str:
        """What a label of the inspector says."""
        found = self.panel.findChildren(QWidget, f"inspector.{name}")
        return "".join(w.text() for w in found if w.isVisible())

    def links(self) -> list[str]:
        found = self.panel.findChildren(QWidget)
        return [w.text() for w in found if w.property("role") == "link" and w.isVisible()]

    def follow(self, words: str) -> None:
        """Click on a link."""
        (link,) = [
            w
            for w in self.panel.findChildren(QWidget)
            if w.property("role") == "link" and w.isVisible() and w.text() == words
        ]
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def type(self, name: str, text: str, key=Qt.Key.Key_Return) -> None:
        """Type over what a field says, and press a key."""
        field = self.field(name)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, key)
        QApplication.processEvents()

    def choose(self, name: str, words: str) -> None:
        """Choose in a list by the keyboard."""
        pick(self.field(name), words)

    def undo(self) -> None:
        self.session.actions["undo"].trigger()
        QApplication.processEvents()

    def redo(self) -> None:
        self.session.actions["redo"].trigger()
        QApplication.processEvents()


def pick(combo, words: str) -> None:
    """Choose an entry of a combo box with the arrow keys."""
    wanted = combo.findText(words)
    assert wanted >= 0, [combo.itemText(i) for i in range(combo.count())]
    combo.setFocus()
    for _ in range(combo.count()):
        if combo.currentIndex() == wanted:
            break
        down = combo.currentIndex() < wanted
        QTest.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    QApplication.processEvents()
    assert combo.currentText() == words


def make_bench(qtbot, path, make_panel, size=(346, 700)) -> Bench:
    """A panel on the scenario of a file."""
    window = QMainWindow()
    qtbot.addWidget(window)
    appearance = Appearance(QApplication.instance(), window)
    appearance.set_theme("light")
    runner, messages = Runner(window), MessageBar(window)
    editor, playback = Editor(runner, messages, window), Playback(window)
    session = Session(editor, Selection(window), Tools(window), playback, messages, Actions(window))
    commands = Commands(session, window)

    def follow_run() -> None:
        playback.change_run(editor.run.trace.row_time, editor.run.until_us)

    editor.run_changed.connect(follow_run)
    panel = make_panel(session, window)
    panel.set_theme(appearance.theme)
    window.setCentralWidget(panel)
    open_path(editor, path)
    playback.set_run(editor.run.trace.row_time, editor.run.until_us)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Bench(window, session, commands, panel)


def open_path(editor: Editor, path) -> None:
    from snapviz.simulation import simulate

    document = Document.open(path)
    document.run = simulate(document.scenario)
    editor.set_document(document)
