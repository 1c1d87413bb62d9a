"""The inspector: shows and edits what is selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.panels.inspector.action import ActionForm, ActionPart
from snapviz.ui.panels.inspector.channel import ChannelForm
from snapviz.ui.panels.inspector.event import EventForm, EventsForm
from snapviz.ui.panels.inspector.form import Form
from snapviz.ui.panels.inspector.log import HostForm, LogForm
from snapviz.ui.panels.inspector.message import MessageForm
from snapviz.ui.panels.inspector.process import ProcessesForm, ProcessForm
from snapviz.ui.panels.inspector.scenario import ScenarioForm
from snapviz.ui.panels.inspector.snapshot import SnapshotForm
from snapviz.ui.panels.inspector.state import StateTable
from snapviz.ui.selection import (
    ActionItem,
    ChannelItem,
    EventItem,
    Item,
    MessageItem,
    ProcessItem,
    RecordItem,
    SnapshotItem,
    message_of,
    row_of_event,
)
from snapviz.ui.session import Session
from snapviz.ui.turns import in_turn

translate = QCoreApplication.translate
FORMS: dict[type, type[Form]] = {
    ProcessItem: ProcessForm,
    ChannelItem: ChannelForm,
    EventItem: EventForm,
    MessageItem: MessageForm,
    RecordItem: SnapshotForm,
    SnapshotItem: SnapshotForm,
    ActionItem: ActionForm,
}


class InspectorPanel(QScrollArea):
    """One form at a time; each kind is built when it is first needed, then kept."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel.inspector")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session = session
        self._theme = LIGHT
        self._forms: dict[type[Form], Form] = {}
        self._form: Form | None = None
        self._stale = True
        self._is_log = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.follow)
        self._build()
        editor = session.editor
        editor.scenario_changed.connect(self._expect_run)
        for signal in (
            editor.run_changed,
            editor.document_changed,
            session.selection.changed,
        ):
            signal.connect(self.follow)
        self.retranslate()

    def _build(self) -> None:
        page = QWidget(self)
        page.setProperty("role", "page")
        card = QFrame(page)
        card.setProperty("role", "card")
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(14, 12, 14, 12)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(12, 4, 12, 12)
        outer.addWidget(card)
        outer.addStretch(1)
        self.setWidget(page)

    def _expect_run(self) -> None:
        """Mostly the run of an edit comes with it, so that once is enough for both."""
        if self._form is None or not is_committing(self._form):
            self._soon.start()

    def follow(self) -> None:
        """Show what is selected now; while hidden only remember that something changed."""
        self._soon.stop()
        if self._form is not None and is_committing(self._form):
            return
        self._stale = not self.isVisible()
        if not self._stale:
            self._show()

    def _show(self) -> None:
        editor = self._session.editor
        if editor.document is None:
            self._take(None)
            return
        if editor.document.is_log != self._is_log:
            self._is_log = editor.document.is_log
            self._drop_forms()
        kind, items = self._wanted()
        form = self._forms.get(kind) or self._made(kind)
        form.show_items(items)
        self._take(form)

    def _wanted(self) -> tuple[type[Form], tuple[Item, ...]]:
        """The form for the selection, and the items it shows."""
        editor, selection = self._session.editor, self._session.selection
        there = [item for item in selection.items if exists(item, editor)]
        if not there:
            return (LogForm if self._is_log else ScenarioForm), ()
        if self._is_log and isinstance(there[-1], ProcessItem):
            return HostForm, (there[-1],)
        processes = tuple(item for item in there if isinstance(item, ProcessItem))
        if isinstance(there[-1], ProcessItem) and len(processes) > 1:
            return ProcessesForm, processes
        events = tuple(item for item in there if isinstance(item, EventItem))
        if isinstance(there[-1], EventItem) and len(events) == 2:
            return EventsForm, events
        return FORMS[type(there[-1])], (there[-1],)

    def _made(self, kind: type[Form]) -> Form:
        form = kind(self._session, self.widget())
        form.edited.connect(self.follow)
        self._forms[kind] = form
        self._dress(form)
        form.hide()
        self._column.addWidget(form)
        return form

    def _take(self, form: Form | None) -> None:
        if form is self._form:
            return
        if self._form is not None:
            self._form.hide()
        self._form = form
        if form is not None:
            form.show()
        self.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.follow()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        # Each of them costs as much to dress as the one that is seen.
        self._drop_forms(but=self._form)
        if self._form is not None:
            self._dress(self._form)

    def _dress(self, form: Form) -> None:
        for table in form.findChildren(StateTable):
            table.set_theme(self._theme)

    def retranslate(self) -> None:
        """Forms are built in one language, so they are built anew.

        While hidden too: that takes a while, and docks that were away come back all at once.
        """
        self.setAccessibleName(translate("Inspector", "Inspector"))
        self._drop_forms()
        # To build a form takes as long as to show it for the first time.
        for act in (self._make_ahead, self._show):
            in_turn(self, act)

    def _make_ahead(self) -> None:
        document = self._session.editor.document
        if document is None or document.is_log != self._is_log:
            return
        kind, _ = self._wanted()
        if kind not in self._forms:
            self._made(kind)

    def _drop_forms(self, but: Form | None = None) -> None:
        for form in self._forms.values():
            if form is not but:
                self._column.removeWidget(form)
                form.hide()
                form.deleteLater()
        self._forms = {kind: form for kind, form in self._forms.items() if form is but}
        self._form = but

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def is_committing(form: Form) -> bool:
    """Whether the form, or a part of it, is making an edit right now."""
    parts = form.findChildren(ActionPart)
    return form.committing or any(part.committing for part in parts)


def exists(item: Item, editor) -> bool:
    """Whether what is selected is there still."""
    scenario, run = editor.scenario, editor.run
    match item:
        case ProcessItem(name):
            return name in scenario.process_index()
        case ChannelItem(source, target):
            return (source, target) in scenario.channel_index()
        case ActionItem(index):
            return index < len(scenario.script)
    if run is None:
        return False
    match item:
        case EventItem():
            return row_of_event(run, item) is not None
        case MessageItem():
            return message_of(run, item) is not None
        case RecordItem(number, process):
            known = number < len(run.snapshots)
            return known and process in run.snapshots[number].processes
        case SnapshotItem(number):
            return number < len(run.snapshots)
    return False
