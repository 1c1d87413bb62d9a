"""The free part of a process's state: names and JSON values, a line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.scenario import edits
from snapviz.scenario.model import Scenario
from snapviz.ui import fields
from snapviz.ui.buttons import ToolButton
from snapviz.ui.fields.inline import edit_inline
from snapviz.ui.icons import icon
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

translate = QCoreApplication.translate


class StateTable(QWidget):
    """Values are edited, renamed and removed in their lines; the last line adds one."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor = session.editor
        self._process = ""
        self._state: dict[str, Any] = {}
        self._theme = LIGHT
        self._lines: list[StateLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._wrong = QLabel(self)
        self._wrong.setObjectName("wrong.state")
        self._wrong.setProperty("role", "badLine")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._column.addWidget(self._wrong)

    def show_state(self, process: str, state: Mapping[str, Any]) -> None:
        self._process, self._state = process, dict(state)
        keys = [*state, ""]
        while len(self._lines) < len(keys):
            self._add_line()
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(keys))
            if number < len(keys):
                line.show_entry(keys[number], state.get(keys[number]))

    def _add_line(self) -> None:
        line = StateLine(len(self._lines), self)
        line.set_theme(self._theme)
        line.key.committed.connect(lambda key, _: self._rename(line, key))
        line.value.committed.connect(lambda value, _: self._set(line, value))
        line.remove.clicked.connect(lambda: self._remove(line))
        for field in (line.key, line.value):
            field.refused.connect(self._tell)
        self._column.insertWidget(len(self._lines), line)
        self._lines.append(line)

    def _tell(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _rename(self, line: StateLine, key: str) -> None:
        old = line.entry
        if not key and old:
            self._remove(line)
        elif not old:
            self._edit(line.key, lambda state: {**state, key: _free(state, key)}, key)
        else:
            self._edit(
                line.key,
                lambda state: {key if k == old else k: v for k, v in _apart(state, old, key)},
                old,
            )

    def _set(self, line: StateLine, value: Any) -> None:
        key = line.entry
        self._edit(line.value, lambda state: {**state, key: value}, key)

    def _remove(self, line: StateLine) -> None:
        key = line.entry
        self._edit(line.key, lambda state: {k: v for k, v in state.items() if k != key}, key)

    def _edit(self, field: fields.LineField, change: Callable[[dict], dict], key: str) -> None:
        name = self._process

        def with_state(scenario: Scenario) -> Scenario:
            process = scenario.processes[scenario.process_index()[name]]
            return edits.replace_process(scenario, name, state=change(dict(process.state)))

        label = filled(translate("Inspector", "Change %1 of %2"), key, name)
        refusal = edit_inline(self._editor, with_state, label)
        field.refuse(refusal)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for line in self._lines:
            line.set_theme(theme)


def _free(state: dict, key: str) -> int:
    """A new entry begins as 0; ValueError if there is one of that name."""
    if key in state:
        raise ValueError(filled(translate("Inspector", "There is already a value “%1”."), key))
    return 0


def _apart(state: dict, old: str, key: str) -> list:
    if key != old and key in state:
        raise ValueError(filled(translate("Inspector", "There is already a value “%1”."), key))
    return list(state.items())


class StateLine(QWidget):
    """One name and its value; an empty name is a line to add one."""

    def __init__(self, number: int, parent: QWidget):
        super().__init__(parent)
        self.entry = ""
        self.key = fields.TextField(self, empty=translate("Inspector", "add a value"))
        self.value = fields.JsonField(self)
        self.remove = ToolButton(self, "small")
        self.key.setObjectName(f"field.state.{number}.key")
        self.value.setObjectName(f"field.state.{number}.value")
        self.key.setAccessibleName(translate("Inspector", "Name of a value"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.key, 2)
        row.addWidget(self.value, 3)
        row.addWidget(self.remove)

    def show_entry(self, key: str, value: Any) -> None:
        self.entry = key
        self.key.set_value(key)
        self.value.setVisible(bool(key))
        self.remove.setVisible(bool(key))
        if key:
            self.value.set_value(value)
            words = filled(translate("Inspector", "Remove %1"), key)
            self.remove.setAccessibleName(words)
            self.remove.setToolTip(words)
            self.value.setAccessibleName(filled(translate("Inspector", "Value of %1"), key))

    def set_theme(self, theme: Theme) -> None:
        self.remove.setIcon(icon("close", theme.muted, theme.channel))
        self.remove.setIconSize(QSize(14, 14))
