"""The window's own words on the pages of the help, so that no page calls a command wrongly."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu, QMenuBar

from snapviz.ui.actions import Actions, button_text
from snapviz.ui.command_table import COMMANDS

NATIVE = QKeySequence.SequenceFormat.NativeText
_PLACE = re.compile(r"\{(do|keys|dock):([\w.-]+)\}|\{shortcuts\}")
HEADINGS = (
    QT_TRANSLATE_NOOP("Help", "Keys"),
    QT_TRANSLATE_NOOP("Help", "Command"),
    QT_TRANSLATE_NOOP("Help", "What it does"),
)


class WindowWords:
    """Puts into a page, in the language of the moment:

    ``{do:compare}``: the menu of a command, its name and its key; ``{keys:fit}``: its keys alone;
    ``{dock:script}``: the title of a dock; ``{shortcuts}``: a table of all keys.
    """

    def __init__(self, bar: QMenuBar, actions: Actions, docks: Mapping[str, QDockWidget]):
        self._bar, self._actions, self._docks = bar, actions, docks

    def put_in(self, text: str) -> str:
        """The text with every place filled. Raises KeyError for a name that there is not."""
        paths = _paths(self._bar)

        def word(match: re.Match) -> str:
            kind, name = match.groups()
            if kind == "do":
                return self._command(paths[f"action.{name}"])
            if kind == "keys":
                return f"**{_keys(self._actions[name])}**"
            if kind == "dock":
                return f"**{self._docks[name].windowTitle()}**"
            return self._table(paths)

        return _PLACE.sub(word, text)

    def _command(self, found: tuple[str, QAction]) -> str:
        menu, action = found
        keys = action.shortcut().toString(NATIVE)
        named = f"*{menu}* › **{_plain(_name(action))}**"
        return f"{named} ({_plain(keys)})" if keys else named

    def _table(self, paths: Mapping[str, tuple[str, QAction]]) -> str:
        """A row for every command that has keys."""
        headings = (QCoreApplication.translate("Help", text) for text in HEADINGS)
        rows = [f"| {' | '.join(headings)} |", "|---|---|---|"]
        for command in COMMANDS:
            action = self._actions[command.name]
            if action.shortcuts():
                menu = paths.get(action.objectName(), ("", action))[0]
                name = " › ".join(filter(None, (menu, _name(action))))
                tip = QCoreApplication.translate("Actions", command.tip)
                rows.append(f"| **{_keys(action)}** | {_plain(name)} | {_plain(tip)} |")
        return "\n".join(rows)


def _keys(action: QAction) -> str:
    return _plain(", ".join(keys.toString(NATIVE) for keys in action.shortcuts()))


def _name(action: QAction) -> str:
    """The choices of a menu have no text for a button."""
    return button_text(action.iconText())


def _paths(menu: QMenuBar | QMenu, above: str = "") -> dict[str, tuple[str, QAction]]:
    """By object name, the menus that lead to an action."""
    found: dict[str, tuple[str, QAction]] = {}
    for action in menu.actions():
        if action.menu() is not None:
            title = button_text(action.menu().title())
            found |= _paths(action.menu(), f"{above} › {title}" if above else title)
        elif action.objectName():
            found[action.objectName()] = (above, action)
    return found


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return "".join("\\" + c if c in "\\`*_[]<>|~" else c for c in text)
