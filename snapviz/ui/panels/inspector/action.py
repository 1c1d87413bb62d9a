"""The fields of a script action: a form of its own, and a part of others."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snapviz import editing
from snapviz.scenario.model import Action
from snapviz.ui.editor import Change
from snapviz.ui.panels.inspector.form import Form, Links
from snapviz.ui.panels.script.outcome import (
    late_words,
    outcomes,
    refusal_words,
    skipped_words,
)
from snapviz.ui.panels.script.schema import ActionField, fields_of
from snapviz.ui.panels.script.words import kind_word
from snapviz.ui.selection import ActionItem, SnapshotItem, event_item, message_item
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

translate = QCoreApplication.translate


class ActionRows(Form):
    """A row for each field of one kind of action."""

    def __init__(self, fields: tuple[ActionField, ...], session: Session, parent: QWidget):
        super().__init__(session, parent)
        self._place = 0
        self._choosing = []
        for field in fields:
            editor = field.make(self)
            if field.choices is not None:
                self._choosing.append((field, editor))
            self.bind(
                field.name,
                field.word(),
                editor,
                lambda f=field: f.read(self._action),
                lambda value, f=field: self._change(f, value),
                unit=field.unit,
                of=lambda: kind_word(self._action),
            )

    @property
    def _action(self) -> Action:
        return self.editor.scenario.script[self._place]

    def _change(self, field: ActionField, value: Any) -> Change:
        place, run = self._place, self.editor.run

        def change(scenario):
            made = field.write(scenario.script[place], value, scenario)
            return editing.change_action(run, scenario, place, made)

        return change

    def show_action(self, place: int) -> None:
        self._place = place
        self.refresh()

    def refresh(self) -> None:
        for field, editor in self._choosing:
            editor.set_choices(field.choices(self.editor.scenario))
        super().refresh()


class ActionPart(QWidget):
    """The rows of whatever action is shown; those of each kind are made once.

    ``left_out`` are fields that the form around it shows by itself.
    """

    def __init__(self, form: Form, left_out: tuple[str, ...] = ()):
        super().__init__(form)
        self._form = form
        self._left_out = left_out
        self._rows: dict[tuple[str, ...], ActionRows] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def committing(self) -> bool:
        return any(rows.committing for rows in self._rows.values())

    def show_action(self, place: int | None) -> None:
        """Show the fields of the action at a place of the script; nothing for None."""
        script = self._form.editor.scenario.script
        there = place is not None and place < len(script)
        self.setVisible(there)
        shown = self._rows_for(script[place]) if there else None
        for rows in self._rows.values():
            rows.setVisible(rows is shown)
        if shown is not None:
            shown.show_action(place)

    def _rows_for(self, action: Action) -> ActionRows:
        fields = tuple(f for f in fields_of(action) if f.name not in self._left_out)
        key = (action.ACTION, *(field.name for field in fields))
        if key not in self._rows:
            rows = ActionRows(fields, self._form.session, self)
            rows.edited.connect(self._form.edited)
            self._column.addWidget(rows)
            self._rows[key] = rows
        return self._rows[key]


class ActionForm(Form):
    """One entry of the script, and what it brought about."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._place = 0
        self._heading = self.title()
        self._outcome = self.facts("outcome")
        self.part = ActionPart(self)
        self.put(self.part)
        self._links = self.put(Links("effects", self))

    def show_items(self, items: tuple) -> None:
        self._place = items[-1].index
        self.refresh()

    def refresh(self) -> None:
        action = self.editor.scenario.script[self._place]
        self._heading.setText(filled(translate("Inspector", "Selected: %1"), kind_word(action)))
        words = self._outcome_words()
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words))
        self.part.show_action(self._place)
        self._links.show_links(self._effects())
        super().refresh()

    def _outcome_words(self) -> str:
        run = self.editor.run
        if run is None:
            return ""
        found = outcomes(run)
        if self._place in found.refused:
            return refusal_words(run, found.refused[self._place])
        if self._place in found.skipped:
            return skipped_words(run, found.skipped[self._place])
        return late_words(run) if self._place in found.late else ""

    def _effects(self) -> list:
        """Links to the event, the message and the snapshot that came of it."""
        run = self.editor.run
        if run is None or self._place >= len(run.scenario.script):
            return []
        links = []
        rows = editing.rows_of_action(run, self._place)
        if len(rows) and run.trace.is_application_row[rows[0]]:
            event = event_item(run, rows[0])
            words = filled(translate("Inspector", "event %1 of %2"), event.index + 1, event.process)
            links.append((words, lambda: self.select(event)))
        number = outcomes(run).snapshots.get(self._place)
        if number is not None:
            words = filled(translate("Inspector", "snapshot %1"), run.snapshots[number].id)
            return [*links, (words, lambda: self.select(SnapshotItem(number)))]
        for message in editing.messages_of_action(run, self._place)[:1]:
            words = translate("Inspector", "message")
            links.append((words, lambda m=message: self.select(message_item(run, m))))
        return links


def row_link(form: Form, place: int | None) -> list:
    """A link to the row of the script, where there is one."""
    if place is None:
        return []
    words = translate("Inspector", "row in the script")
    return [(words, lambda: form.select(ActionItem(place)))]
