"""The form of one event, and that of two compared."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz import editing
from snapviz.causality.clocks import vector_clock
from snapviz.diagram.facts import event_of_row, last_era, path_between, relation_of_rows
from snapviz.engine.trace import RowKind
from snapviz.ui.fields.inline import sentence
from snapviz.ui.panels.inspector.action import ActionPart, row_link
from snapviz.ui.panels.inspector.form import Form, Links, label
from snapviz.ui.panels.inspector.telling import causal_line, event_lines, event_word, vector_text
from snapviz.ui.selection import EventItem, event_item, message_item, row_of_event
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

translate = QCoreApplication.translate
MESSAGES = (RowKind.SEND, RowKind.RECEIVE, RowKind.DUPLICATE)
LONGEST_CHAIN = 8


class EventForm(Form):
    """What happened, what it knows of, and the action behind it."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._item = EventItem("", 0)
        self._place: int | None = None
        self._heading = self.title()
        self._facts = self.facts("facts")
        self._causes = self.facts("causes")
        self._vector = self.put(label("vector", self, wrap=True, name="inspector.vector"))
        self._links = self.put(Links("links", self))
        self._section = self.section(translate("Inspector", "In the script"))
        self.part = ActionPart(self)
        self.put(self.part)
        self.edited.connect(self._stay)

    def show_items(self, items: tuple) -> None:
        self._item = items[-1]
        self.refresh()

    def refresh(self) -> None:
        run = self.editor.run
        row = row_of_event(run, self._item)
        if row is None:
            return
        kind = run.trace.row_kind[row]
        text = translate("Inspector", "Selected: %1, event %2 of %3")
        self._heading.setText(
            filled(text, event_word(kind), self._item.index + 1, self._item.process)
        )
        self._facts.setText("\n".join(event_lines(run, row)))
        self._causes.setText(causal_line(run, row))
        clock = vector_clock(last_era(run, row).computation, event_of_row(run, row))
        self._vector.setText(vector_text(run, clock))
        self._place = editing.action_of_row(run, row)
        self._links.show_links([*self._message_link(row), *row_link(self, self._place)])
        self._section.setVisible(self._place is not None)
        self.part.show_action(self._place)
        super().refresh()

    def _message_link(self, row: int) -> list:
        run = self.editor.run
        if run.trace.row_kind[row] not in MESSAGES:
            return []
        item = message_item(run, int(run.trace.row_ref[row]))
        words = f"{item.source} → {item.target}"
        text = filled(translate("Inspector", "message %1"), words)
        return [(text, lambda: self.select(item))]

    def _stay(self) -> None:
        """Go on with the event of the edited action, whatever its number has become."""
        run = self.editor.run
        if self._place is None or self._place >= len(run.scenario.script):
            return
        rows = editing.rows_of_action(run, self._place)
        if len(rows) and run.trace.is_application_row[rows[0]]:
            self.select(event_item(run, rows[0]))


class EventsForm(Form):
    """Whether one of two events happened before the other, and why."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._items: tuple[EventItem, ...] = ()
        self._heading = self.title()
        self._why = self.facts("why")
        self._links = self.put(Links("links", self))

    def show_items(self, items: tuple) -> None:
        self._items = items
        self.refresh()

    def refresh(self) -> None:
        run = self.editor.run
        rows = [row_of_event(run, item) for item in self._items]
        if None in rows:
            return
        first, second = self._items
        relation = relation_of_rows(run, *rows)
        if relation == "after":
            first, second, rows = second, first, rows[::-1]
        one, other = event_name(first), event_name(second)
        if relation is None:
            text = translate("Inspector", "%1 and %2 never stood together")
            why = translate("Inspector", "A recovery undid the one before the other happened.")
        elif relation == "concurrent":
            text = translate("Inspector", "%1 and %2 are concurrent")
            why = translate("Inspector", "No chain of messages leads from one to the other.")
        else:
            text = translate("Inspector", "%1 happened before %2")
            why = self._chain(path_between(run, *rows))
        self._heading.setText(sentence(filled(text, one, other)))
        self._why.setText(why)
        self._links.show_links(
            [(event_name(item), lambda item=item: self.select(item)) for item in self._items]
        )
        super().refresh()

    def _chain(self, rows: tuple[int, ...]) -> str:
        """The events of a path, one after another."""
        run = self.editor.run
        items = [event_item(run, row) for row in rows]
        names = [f"{item.process}:{item.index + 1}" for item in items]
        if len(names) > LONGEST_CHAIN:
            names = [*names[: LONGEST_CHAIN - 2], "…", names[-1]]
        return filled(translate("Inspector", "because of %1"), " → ".join(names))


def event_name(item: EventItem) -> str:
    return filled(translate("Inspector", "event %1 of %2"), item.index + 1, item.process)
