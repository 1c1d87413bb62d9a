"""Every command of the window as one QAction: its name, words, key and icon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from snapviz.diagram.theme import Theme
from snapviz.ui.icons import icon

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """``name`` becomes the object name ``action.<name>``; ``tip`` says what it does."""

    name: str
    text: str
    tip: str
    keys: tuple = ()
    icon: str = ""


COMMANDS = (
    Command(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a scenario file"),
        (Keys.Open,),
        "open",
    ),
    Command(
        "examples",
        QT_TRANSLATE_NOOP("Actions", "&Examples"),
        QT_TRANSLATE_NOOP("Actions", "Choose one of the scenarios that come with snapviz"),
        ("Ctrl+E",),
        "examples",
    ),
    Command(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Save the scenario"),
        (Keys.Save,),
        "save",
    ),
    Command(
        "saveAs",
        QT_TRANSLATE_NOOP("Actions", "Save &As…"),
        QT_TRANSLATE_NOOP("Actions", "Save the scenario in another file"),
        ("Ctrl+Shift+S",),
    ),
    Command(
        "export",
        QT_TRANSLATE_NOOP("Actions", "E&xport…"),
        QT_TRANSLATE_NOOP("Actions", "Write the diagram as a picture: PNG, SVG or PDF"),
        ("Ctrl+Shift+E",),
        "export",
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close the window"),
        ("Ctrl+Q",),
    ),
    Command(
        "play",
        QT_TRANSLATE_NOOP("Actions", "&Play"),
        QT_TRANSLATE_NOOP("Actions", "Play the run from here"),
        ("Space",),
        "play",
    ),
    Command(
        "stepForward",
        QT_TRANSLATE_NOOP("Actions", "Step &Forward"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next event"),
        ("Right",),
        "step-forward",
    ),
    Command(
        "stepBack",
        QT_TRANSLATE_NOOP("Actions", "Step &Back"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last event"),
        ("Left",),
        "step-back",
    ),
    Command(
        "toStart",
        QT_TRANSLATE_NOOP("Actions", "To the &Start"),
        QT_TRANSLATE_NOOP("Actions", "Go to the start of the run"),
        ("Home",),
        "to-start",
    ),
    Command(
        "toEnd",
        QT_TRANSLATE_NOOP("Actions", "To the &End"),
        QT_TRANSLATE_NOOP("Actions", "Go to the last event of the run"),
        ("End",),
        "to-end",
    ),
    Command(
        "slower",
        QT_TRANSLATE_NOOP("Actions", "S&lower"),
        QT_TRANSLATE_NOOP("Actions", "Play slower"),
        ("[",),
        "slower",
    ),
    Command(
        "faster",
        QT_TRANSLATE_NOOP("Actions", "Fas&ter"),
        QT_TRANSLATE_NOOP("Actions", "Play faster"),
        ("]",),
        "faster",
    ),
    Command(
        "zoomIn",
        QT_TRANSLATE_NOOP("Actions", "Zoom &In"),
        QT_TRANSLATE_NOOP("Actions", "Show less time, in more detail"),
        ("Ctrl++", "Ctrl+="),
        "zoom-in",
    ),
    Command(
        "zoomOut",
        QT_TRANSLATE_NOOP("Actions", "Zoom &Out"),
        QT_TRANSLATE_NOOP("Actions", "Show more time"),
        ("Ctrl+-",),
        "zoom-out",
    ),
    Command(
        "fit",
        QT_TRANSLATE_NOOP("Actions", "&Fit"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole run"),
        ("F",),
        "fit",
    ),
    Command(
        "fullScreen",
        QT_TRANSLATE_NOOP("Actions", "F&ull Screen"),
        QT_TRANSLATE_NOOP("Actions", "Fill the screen with the window, or go back"),
        ("F11",),
    ),
    Command(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "&Keyboard and Mouse"),
        QT_TRANSLATE_NOOP("Actions", "What the keys and the mouse do"),
        ("F1",),
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About snapviz"),
        QT_TRANSLATE_NOOP("Actions", "What this program is"),
    ),
)


def button_text(text: str) -> str:
    """A menu text as a button wears it: without mnemonic and dots."""
    return re.sub(r"\(&.\)|&|…", "", text)


class Actions(QObject):
    """The window's actions by name: ``actions["play"]``."""

    def __init__(self, window: QWidget):
        super().__init__(window)
        self._theme: Theme | None = None
        self._playing = False
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(window)
            action.setObjectName(f"action.{command.name}")
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setMenuRole(QAction.MenuRole.NoRole)
            action.setIconVisibleInMenu(False)
            window.addAction(action)
            self._actions[command.name] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        for name in names:
            self._actions[name].setEnabled(enabled)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of ``theme``."""
        self._theme = theme
        for command in COMMANDS:
            if command.icon and command.name != "play":
                made = icon(command.icon, theme.ink, theme.channel)
                self._actions[command.name].setIcon(made)
        self.set_playing(self._playing)

    def set_playing(self, playing: bool) -> None:
        """Turn Play into Pause and back."""
        self._playing = playing
        if self._theme is not None:
            drawn = "pause" if playing else "play"
            self["play"].setIcon(icon(drawn, self._theme.accent_ink, self._theme.background))
        self._word("play", *self._play_words())

    def retranslate(self) -> None:
        for command in COMMANDS:
            self._word(command.name, command.text, command.tip)
        self._word("play", *self._play_words())

    def _play_words(self) -> tuple[str, str]:
        if self._playing:
            return (
                QT_TRANSLATE_NOOP("Actions", "&Pause"),
                QT_TRANSLATE_NOOP("Actions", "Stop where the run is now"),
            )
        play = next(c for c in COMMANDS if c.name == "play")
        return play.text, play.tip

    def _word(self, name: str, text: str, tip: str) -> None:
        action = self._actions[name]
        worded = QCoreApplication.translate("Actions", text)
        action.setText(worded)
        action.setIconText(button_text(worded))
        told = QCoreApplication.translate("Actions", tip)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{told} ({keys})" if keys else told)
        action.setStatusTip("")
