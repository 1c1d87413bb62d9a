"""What the inspector's forms share: rows of a label and a field, links, facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snapviz.ui.buttons import ToolButton
from snapviz.ui.editor import Change
from snapviz.ui.fields.inline import edit_inline
from snapviz.ui.panels.flow import FlowLayout
from snapviz.ui.selection import Item
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

translate = QCoreApplication.translate
LABEL_WIDTH = 82
UNIT_WIDTH = 26
LINK_ROOM = 8


@dataclass(frozen=True)
class Binding:
    """A field and what it stands for."""

    field: QWidget
    read: Callable[[], Any]
    parts: tuple[QWidget, ...]


class Form(QWidget):
    """A form that is built once and then follows what it shows.

    Subclasses build themselves in ``__init__`` and say in `refresh` what is there now.
    ``edited``: an edit of this form was made. While ``committing`` what is selected may be about
    to change with it.
    """

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(parent)
        self.session = session
        self.editor = session.editor
        self.committing = False
        self._bindings: list[Binding] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._grid: QGridLayout | None = None

    # Building

    def title(self) -> QLabel:
        """The first line: what is selected."""
        return self.put(label("heading", self, wrap=True, name="inspector.title"))

    def facts(self, name: str) -> QLabel:
        """Lines that say what is so and cannot be edited."""
        return self.put(label("muted", self, wrap=True, name=f"inspector.{name}"))

    def section(self, text: str) -> QWidget:
        """A hairline and what comes under it."""
        self._grid = None
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        rule = QFrame(holder)
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        words = label("section", holder)
        words.setText(text)
        column.addWidget(rule)
        column.addWidget(words)
        return self.put(holder)

    def put(self, widget: QWidget) -> QWidget:
        """A widget over the whole width."""
        self._grid = None
        self._column.addWidget(widget)
        return widget

    def row(self, name: str, words: str, field: QWidget, unit: str = "") -> tuple[QWidget, ...]:
        """A field with its label, and under it the room for what is wrong with it."""
        if self._grid is None:
            self._grid = QGridLayout()
            self._grid.setHorizontalSpacing(8)
            self._grid.setVerticalSpacing(4)
            self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
            self._grid.setColumnMinimumWidth(2, UNIT_WIDTH)
            self._grid.setColumnStretch(1, 1)
            self._column.addLayout(self._grid)
        grid, line = self._grid, self._grid.rowCount()
        caption = label("caption", self, wrap=True)
        caption.setText(words)
        caption.setBuddy(field)
        caption.setMaximumWidth(LABEL_WIDTH)
        field.setObjectName(f"field.{name}")
        field.setAccessibleName(f"{words}, {unit}" if unit else words)
        grid.addWidget(caption, line, 0, Qt.AlignmentFlag.AlignTop)
        caption.setMinimumHeight(28)
        grid.addWidget(field, line, 1, 1, 1 if unit else 2)
        parts = [caption, field]
        if unit:
            units = label("caption", self)
            units.setText(unit)
            grid.addWidget(units, line, 2)
            parts.append(units)
        grid.setRowMinimumHeight(line + 1, 0)  # the next row comes below that one
        field.refused.connect(lambda words: self._tell_wrong(name, words, grid, line + 1))
        return tuple(parts)

    def _tell_wrong(self, name: str, words: str, grid: QGridLayout, line: int) -> None:
        """Say under a field what is wrong with it; few fields ever need the words."""
        wrong = _wrong(self, name)
        if wrong is None and not words:
            return
        if wrong is None:
            wrong = label("badLine", self, wrap=True, name=f"wrong.{name}")
            grid.addWidget(wrong, line, 1, 1, 2)
        wrong.setText(words)
        wrong.setVisible(bool(words))

    def bind(
        self,
        name: str,
        words: str,
        field: QWidget,
        read: Callable[[], Any],
        change: Callable[[Any], Change],
        *,
        unit: str = "",
        of: Callable[[], str] | None = None,
    ) -> Binding:
        """A row whose field shows ``read()`` and edits by ``change(value)``.

        ``of`` names what is edited, for the history: "Change balance of P1".
        """
        parts = self.row(name, words, field, unit)

        def commit(value: Any, stepped: bool) -> None:
            whose = of() if of is not None else ""
            self.commit(field, change(value), change_words(words, whose), name, whose, stepped)

        field.committed.connect(commit)
        binding = Binding(field, read, parts)
        self._bindings.append(binding)
        return binding

    def commit(
        self, field: QWidget, change: Change, words: str, name: str, whose: str, stepped: bool
    ) -> bool:
        """Make an edit; what is refused is said at the field and stays in it."""
        merge = f"inspector/{type(self).__name__}/{name}/{whose}" if stepped else ""
        self.committing = True
        refusal = edit_inline(self.editor, change, words, merge)
        self.committing = False
        if refusal:
            field.refuse(refusal)
            return False
        field.forgive()
        self.edited.emit()
        return True

    # Following

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these; they exist."""
        raise TypeError("a form shows something of its own")

    def refresh(self) -> None:
        """Bring every field up to date."""
        for binding in self._bindings:
            if not self.editor.can_edit:
                show_parts(binding.parts, False)
            if not binding.parts[1].isHidden():
                binding.field.set_value(binding.read())

    def select(self, *items: Item) -> None:
        self.session.selection.set(*items)


def label(role: str, parent: QWidget, wrap: bool = False, name: str = "") -> QLabel:
    made = QLabel(parent)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setObjectName(name)
    if wrap:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def change_words(what: str, whose: str) -> str:
    """The name of an edit in the history."""
    if whose:
        return filled(translate("Inspector", "Change %1 of %2"), what, whose)
    return filled(translate("Inspector", "Change %1"), what)


def show_parts(parts: tuple[QWidget, ...], visible: bool) -> None:
    """Show or hide a row; what was wrong with it comes back only with the next edit."""
    for part in parts:
        part.setVisible(visible)
    field = parts[1]
    wrong = _wrong(field.parentWidget(), field.objectName().removeprefix("field."))
    if wrong is not None and not visible:
        wrong.hide()


def _wrong(form: QWidget, name: str) -> QLabel | None:
    """What says what is wrong with a field, if it was ever needed."""
    only = Qt.FindChildOption.FindDirectChildrenOnly
    return form.findChild(QLabel, f"wrong.{name}", options=only)


class Links(QWidget):
    """Links side by side, each selecting something."""

    def __init__(self, name: str, parent: QWidget):
        super().__init__(parent)
        self.setObjectName(f"inspector.{name}")
        self._shown: list[str] = []
        self._follow: list[Callable[[], None]] = []
        self._buttons: list[ToolButton] = []
        # A button keeps room around its words, which begin where those above them do.
        self._flow = FlowLayout(2, outdent=LINK_ROOM)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._flow)

    def show_links(self, links: list[tuple[str, Callable[[], None]]]) -> None:
        """(words, what to do when it is followed) of each."""
        self._follow = [follow for _, follow in links]
        words = [text for text, _ in links]
        if words == self._shown:
            return
        self._shown = words
        while len(self._buttons) < len(words):
            self._add_button(len(self._buttons))
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(words))
            if number < len(words):
                button.setText(words[number])
                button.setAccessibleName(words[number])
        self.setVisible(bool(words))
        self._flow.invalidate()
        self.updateGeometry()

    def _add_button(self, number: int) -> None:
        button = ToolButton(self, "link")
        button.clicked.connect(lambda: self._follow[number]())
        self._buttons.append(button)
        self._flow.addWidget(button)
