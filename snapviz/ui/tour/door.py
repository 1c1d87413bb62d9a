"""The tour in the window: its own document, its steps one after the other, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from snapviz.lessons.facts import NoFact, World
from snapviz.lessons.figures import put_in
from snapviz.ui.document import Document
from snapviz.ui.tools import DEFAULT_PROTOCOL
from snapviz.ui.tour.bubble import Bubble
from snapviz.ui.tour.places import SIDES, Places
from snapviz.ui.tour.steps import STEPS, complete_snapshot, first_scenario, message_times
from snapviz.ui.tour.words import NO_SNAPSHOT, TEXTS, TITLES, TOO_LATE, said
from snapviz.ui.wording import filled

if TYPE_CHECKING:
    from snapviz.ui.workbench import Workbench

FOLLOW_MS = 100


class Tour(QObject):
    """Leads through `STEPS`; after the last one a page says what has come of it."""

    def __init__(self, window, bench: Workbench):
        super().__init__(bench)
        self._window, self._bench = window, bench
        self._places = Places(window, bench)
        self._bubble = Bubble(window)
        self._bubble.pressed.connect(self._press)
        self._document: Document | None = None
        self._place: int | None = None  # None: no tour is under way
        self._shown: tuple | None = None
        # Once for all that a turn of the event loop brings.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        # What it points at is scrolled, zoomed and moved in many ways.
        self._following = QTimer(self)
        self._following.setInterval(FOLLOW_MS)
        self._following.timeout.connect(self._show)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._leave)
        self._connect()

    def _connect(self) -> None:
        bench, window = self._bench, self._window
        session, editor = bench.session, bench.editor
        editor.document_changed.connect(self._document_changed)
        for signal in (
            editor.run_changed, editor.history_changed, session.tools.changed,
            session.selection.changed, session.playback.position_changed,
        ):  # fmt: skip
            signal.connect(self._something_changed)
        bench.central.page_changed.connect(lambda away: away and self.stop())
        window.appearance.theme_changed.connect(self._bubble.set_theme)
        self._bubble.set_theme(window.appearance.theme)

    @property
    def is_on(self) -> bool:
        """Whether a step, or the last page, is shown."""
        return self._place is not None

    @property
    def step(self) -> str:
        """The name of what is shown; ``end``: the last page."""
        return STEPS[self._place].id if self._place < len(STEPS) else "end"

    # Beginning and end

    def start(self) -> None:
        """Begin anew, in a new document, once nothing of the open one can be lost."""
        self._bench.files.leave(self._start)

    def _start(self) -> None:
        self._bench.tour_offers.settle()
        if self._window.actions_["present"].isChecked():
            self._window.actions_["present"].trigger()
        self._bench.session.tools.choose("select")
        self._bench.session.tools.choose_protocol(DEFAULT_PROTOCOL)
        self._document, self._place = Document(first_scenario()), 0
        self._escape.setEnabled(True)
        self._following.start()
        self._bench.files.start(self._document)

    def stop(self) -> None:
        """What was made stays open."""
        if not self.is_on:
            return
        self._place = self._document = None
        self._escape.setEnabled(False)
        self._following.stop()
        self._shown = None
        self._bubble.leave()
        self._bench.session.tools.choose("select")

    def _leave(self) -> None:
        """Esc first lets go of what the mouse holds."""
        view = self._bench.central.view
        if view.is_held:
            view.cancel_gesture()
        else:
            self.stop()

    def end(self) -> None:
        """The window closes."""
        self._place = self._document = None
        self._soon.stop()
        self._following.stop()

    def _document_changed(self) -> None:
        if self.is_on and self._bench.files.document is not self._document:
            self.stop()

    def _press(self, button: str) -> None:
        if button == "back":
            self._enter(self._place - 1)
        elif button == "skip":
            self._skip()
        else:
            self.stop()
            if button != "end":
                self._window.actions_[button].trigger()

    def _skip(self) -> None:
        step = STEPS[self._place]
        if not step.is_done(self._bench):
            step.do(self._bench)
        self._enter(self._place + 1)

    # The steps

    def _enter(self, place: int) -> None:
        """Go to a step, and make ready what it needs."""
        self._place = place
        if self.step == "watch":
            self._bench.session.tools.choose("select")
            self._bench.playback.to_start()
        elif self.step == "verdict":
            self._bench.session.selection.clear()
            self._window.dock["snapshots"].show_in_front()
        self._show()

    def _something_changed(self) -> None:
        if self.is_on:
            self._soon.start()

    def _look(self) -> None:
        """On to the next step as soon as this one is really done."""
        if not self.is_on or self._is_waiting:
            return
        if self._place < len(STEPS) and STEPS[self._place].is_done(self._bench):
            self._enter(self._place + 1)
        else:
            self._show()

    @property
    def _is_waiting(self) -> bool:
        """A hand still holds something, or what is shown is not yet what was made."""
        editor = self._bench.editor
        if editor.in_gesture or self._bench.files.document is not self._document:
            return True
        return editor.run is None or editor.run.scenario != editor.scenario

    # What is shown

    def _show(self) -> None:
        if not self.is_on or self._bench.files.document is not self._document:
            return
        step = self.step
        words = said(TITLES[step]), self._text(), self._note(), self._place, len(STEPS)
        target, room = self._places.of(step), self._window.size()
        if self._shown != (words, target, room):
            self._shown = words, target, room
            self._bubble.say(*words)
            self._bubble.point_at(target, SIDES.get(step, "left"))

    def _text(self) -> str:
        run = self._bench.editor.run
        snapshot = complete_snapshot(run)
        text = said(TEXTS[self.step])
        if self.step == "snapshot":
            times = message_times(run)
            return filled(text, run.trace.process_ids[times[0] if times else 0])
        if snapshot is None:
            return filled(text, "S1") if self.step == "verdict" else text
        text = text.replace("{%1.", "{" + snapshot.id + ".")
        try:
            return put_in(filled(text, snapshot.id), World(run, run.scenario))
        except NoFact:
            return text

    def _note(self) -> str:
        run = self._bench.editor.run
        if complete_snapshot(run) is not None:
            return ""
        if self.step == "snapshot" and run.snapshots:
            return said(TOO_LATE)
        return said(NO_SNAPSHOT) if self.step in ("watch", "verdict", "end") else ""
