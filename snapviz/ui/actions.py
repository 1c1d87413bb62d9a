"""Every command of the window as one QAction: its name, words, key and icon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from snapviz.diagram.theme import Theme
from snapviz.ui.command_table import COMMANDS, Command
from snapviz.ui.icons import icon
from snapviz.ui.turns import in_turn
from snapviz.ui.wording import filled

ICONS_AT_ONCE = 8  # in one turn of the event loop
BOTH = {
    "export": (
        QT_TRANSLATE_NOOP("Actions", "E&xport Both Diagrams…"),
        QT_TRANSLATE_NOOP("Actions", "Write both diagrams side by side as one picture"),
    ),
    "copyImage": (
        QT_TRANSLATE_NOOP("Actions", "Copy Both Diagrams as &Image"),
        QT_TRANSLATE_NOOP("Actions", "Put both diagrams as shown on the clipboard"),
    ),
}


def button_text(text: str) -> str:
    """A menu text as a button wears it: without mnemonic and dots."""
    return re.sub(r"\(&.\)|&|…", "", text)


class Actions(QObject):
    """The window's actions by name: ``actions["play"]``."""

    def __init__(self, window: QWidget):
        super().__init__(window)
        self._window = window
        self._theme: Theme | None = None
        self._playing = False
        self._history = ("", "")
        self._on_both = False
        self._refused: tuple[str, ...] = ()
        self._reason = ""
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(window)
            action.setObjectName(f"action.{command.name}")
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setMenuRole(QAction.MenuRole.NoRole)
            action.setIconVisibleInMenu(False)
            action.setCheckable(command.checkable)
            window.addAction(action)
            self._actions[command.name] = action
        # In a group a click on the tool that is in hand leaves its button pressed.
        tools = QActionGroup(self)
        for name in self.named("tool."):
            tools.addAction(self._actions[name])
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def named(self, prefix: str) -> list[str]:
        """The names that begin so, in the order of `COMMANDS`."""
        return [name for name in self._actions if name.startswith(prefix)]

    def get(self, name: str) -> QAction | None:
        return self._actions.get(name)

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        """What is refused stays so."""
        for name in names:
            self._actions[name].setEnabled(enabled and name not in self._refused)

    def refuse(self, names: tuple[str, ...], reason: str) -> None:
        """Disable these, whatever `enable` says, and tell why in their tooltips; no longer others."""
        if (names, reason) == (self._refused, self._reason):
            return
        freed = set(self._refused) - set(names)
        self._refused, self._reason = names, reason
        for name in freed:
            self._actions[name].setEnabled(True)
        for name in names:
            self._actions[name].setEnabled(False)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of ``theme``."""
        self._theme = theme
        drawn = [one for one in COMMANDS if one.icon and one.name != "play"]
        for start in range(0, len(drawn), ICONS_AT_ONCE):
            draw = partial(self._draw_icons, drawn[start : start + ICONS_AT_ONCE])
            if self._window.isVisible():
                in_turn(self._window, draw)
            else:
                draw()
        self.set_playing(self._playing)

    def _draw_icons(self, commands: Sequence[Command]) -> None:
        theme = self._theme
        for command in commands:
            self._actions[command.name].setIcon(icon(command.icon, theme.ink, theme.channel))

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
        self.word_history(*self._history)
        self.word_pictures(self._on_both)

    def word_history(self, undo: str, redo: str) -> None:
        """Say what undo would take back, and redo bring back."""
        self._history = (undo, redo)
        for name, label, text in (
            ("undo", undo, QCoreApplication.translate("Actions", "&Undo %1")),
            ("redo", redo, QCoreApplication.translate("Actions", "&Redo %1")),
        ):
            command = next(c for c in COMMANDS if c.name == name)
            self._word(name, command.text, command.tip)
            if label:
                self._actions[name].setText(filled(text, label))
                self._actions[name].setIconText(
                    button_text(QCoreApplication.translate("Actions", command.text))
                )

    def word_pictures(self, both: bool) -> None:
        """Say what is copied and exported: the diagram, or both of a page with two."""
        self._on_both = both
        for name, words in BOTH.items():
            command = next(c for c in COMMANDS if c.name == name)
            self._word(name, *(words if both else (command.text, command.tip)))

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
        tip = f"{told} ({keys})" if keys else told
        refused = name in self._refused
        action.setToolTip(f"{tip}\n{self._reason}" if refused else tip)
        action.setStatusTip("")
