"""Opens the help where a person needs it, and leads from it to scenarios and lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget
from shiboken6 import isValid

from snapviz.diagram.theme import Theme
from snapviz.resources import scenarios_folder

if TYPE_CHECKING:
    from snapviz.ui.help.pages import Page
    from snapviz.ui.help.window import HelpWindow
    from snapviz.ui.main_window import MainWindow

TOPICS = {
    "topology": ("building", "topology"),
    "script": ("building", "script"),
    "notes": ("first-steps", "window"),
    "lessons": ("lessons", ""),
    "snapshots": ("snapshots", "card"),
    "clocks": ("playing", "vector-clocks"),
    "checkpoints": ("recovery", "checkpoints"),
    "recovery": ("recovery", "recoveries"),
    "clockErrors": ("studies", "clock-errors"),
    "inspector": ("building", "inspector"),
    "decision": ("playing", "decision"),
    "narrator": ("playing", "narrator"),
    "compare": ("studies", "compare"),
    "sweep": ("studies", "sweep"),
    "states": ("studies", "global-states"),
    "differences": ("studies", "differences"),
}
"""What is told of each dock: a page, and a section of it."""
FRONT = ("first-steps", "")


class Help(QObject):
    """The window of the help is made when somebody first wants it."""

    def __init__(self, window: MainWindow):
        super().__init__(window)
        self._main = window
        self._window: HelpWindow | None = None
        self._came_from: QWidget | None = None

    @property
    def window(self) -> HelpWindow:
        if self._window is None:
            # Late on purpose: most sessions need no help.
            from snapviz.ui.help.window import HelpWindow

            self._window = HelpWindow(self._main, self._main.settings, self._read)
            self._window.set_theme(self._main.appearance.theme)
            self._window.followed.connect(self.follow)
            self._window.finished.connect(self._give_back)
        return self._window

    def show(self) -> None:
        """Open what is about the dock in hand; outside of docks, what was read last."""
        dock = _dock_of(QApplication.focusWidget())
        name = dock.objectName().removeprefix("dock.") if dock is not None else ""
        if name in TOPICS:
            self.show_topic(*TOPICS[name])
        elif self.window.trail:
            self._bring_up()
        else:
            self.show_topic(*FRONT)

    def show_gestures(self) -> None:
        """Open what the keys and the mouse do."""
        self.show_topic("gestures")

    def show_topic(self, page: str, section: str = "") -> None:
        """Open a page, from a section of it on."""
        self._bring_up()
        self.window.go_to(page, section)

    def _bring_up(self) -> None:
        window = self.window
        if not window.isVisible():
            self._came_from = QApplication.focusWidget()
        window.show()
        window.raise_()
        window.activateWindow()
        window.contents.setFocus()

    def _give_back(self) -> None:
        """Who read goes on where the help was asked for."""
        came_from, self._came_from = self._came_from, None
        self._main.activateWindow()
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()

    def _read(self) -> list[Page]:
        from snapviz.ui.help.pages import CONTENTS, read_page
        from snapviz.ui.help.words import WindowWords

        main = self._main
        words = WindowWords(main.menuBar(), main.actions_, main.dock)
        language = main.appearance.language
        return [read_page(language, name, words.put_in) for name in CONTENTS]

    def follow(self, address: str) -> None:
        """Open a scenario, begin a lesson, or go to a web page."""
        kind, _, target = address.partition(":")
        if kind == "scenario":
            self._main.activateWindow()
            self._main.open_example(scenarios_folder() / f"{target}.snapviz.json")
        elif kind == "lesson":
            self._main.activateWindow()
            self._main.bench.lessons.begin_shipped(target)
        else:
            from snapviz.ui.panels.notes import open_page

            open_page(QUrl(address))

    def set_theme(self, theme: Theme) -> None:
        if self._window is not None:
            self._window.set_theme(theme)

    def retranslate(self) -> None:
        if self._window is not None:
            self._window.retranslate()


def _dock_of(widget: QWidget | None) -> QDockWidget | None:
    while widget is not None and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return widget
