"""From words to the events that say them: lit in the diagram, and gone to one by one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QObject

from snapviz.diagram.event_search import EventTexts, event_texts
from snapviz.ui.central import CentralArea
from snapviz.ui.job import Job
from snapviz.ui.selection import EventItem, event_item, row_of_event
from snapviz.ui.session import Session

NOTHING = np.zeros(0, np.int64)


class Search(QObject):
    """Puts the events of a run into words when the strip is opened, in a thread, and finds there."""

    def __init__(self, session: Session, central: CentralArea, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._central = session, central
        self._strip, self._view = central.search_strip, central.view
        self._texts: EventTexts | None = None
        self._every = NOTHING
        self._rows = NOTHING
        self._words = ""
        self._preparing, self._finding = Job(self), Job(self)
        self._preparing.finished.connect(self._prepared)
        self._finding.finished.connect(self._found)
        actions = session.actions
        self._strip.offer(actions)
        actions["find"].triggered.connect(lambda _=False: self.begin())
        actions["findNext"].triggered.connect(lambda _=False: self.step(1))
        actions["findPrevious"].triggered.connect(lambda _=False: self.step(-1))
        self._strip.wanted.connect(self._look)
        self._strip.stepped.connect(self.step)
        self._strip.close_wanted.connect(self.close)
        session.editor.document_changed.connect(self.leave)
        session.editor.run_changed.connect(self._forget)
        session.editor.history_changed.connect(self._go_on)
        session.playback.position_changed.connect(self.limit)

    @property
    def rows(self) -> np.ndarray:
        """int64: the trace rows of the events that were found and may be seen, ascending."""
        return self._rows

    def begin(self) -> None:
        """Show the strip; the play-head and the selection stay as they are."""
        self._strip.begin()
        self._prepare()

    def close(self) -> None:
        """Put the light out and give the diagram its keys back."""
        self._strip.hide()
        self._finding.drop()
        self._show(NOTHING)
        self._view.setFocus()

    def leave(self) -> None:
        """Close the strip if it is open: what was looked for is not there any more."""
        if not self._strip.isHidden():
            self.close()

    def end(self) -> None:
        """Stop all work."""
        self._preparing.end()
        self._finding.end()

    def _forget(self) -> None:
        """Another run says other things."""
        self._texts = None
        self._preparing.drop()
        self._finding.drop()
        self._show(NOTHING)
        self._go_on()

    def _go_on(self) -> None:
        """Find in the new run what was looked for in the one before, once no hand changes it."""
        is_wanted = self._texts is None and self._strip.isVisible()
        if is_wanted and not self._session.editor.in_gesture and not self._preparing.busy:
            self._prepare()

    def _prepare(self) -> None:
        run = self._session.editor.run
        if self._texts is not None or run is None:
            self._look(self._strip.field.text())
            return
        self._strip.tell_preparing()
        self._preparing.start(lambda: event_texts(run))

    def _prepared(self, texts: EventTexts) -> None:
        self._texts = texts
        self._look(self._strip.field.text())

    def _look(self, words: str) -> None:
        texts, self._words = self._texts, words
        if texts is not None:
            self._finding.start(lambda: _answer(texts, words))

    def _found(self, rows: np.ndarray) -> None:
        self._show(rows)

    def _show(self, every: np.ndarray) -> None:
        self._every = every
        self.limit()

    def limit(self) -> None:
        """Of a future that is hidden nothing is found."""
        rows = self._every
        if self._view.view().future == "hidden":
            rows = rows[rows < self._session.playback.rows]
        self._rows = rows
        self._view.set_found(rows)
        self._tell()

    def _tell(self) -> None:
        is_asked = bool(self._words.strip()) and self._strip.isVisible()
        here = self._here()
        place = np.searchsorted(self._rows, here) if here is not None else len(self._rows)
        is_found = place < len(self._rows) and self._rows[place] == here
        if self._texts is not None or not self._strip.isVisible():
            count = len(self._rows) if is_asked else None
            self._strip.tell(int(place) + 1 if is_found else None, count)

    def _here(self) -> int | None:
        """The row of the event that is selected."""
        chosen, run = self._session.selection.of(EventItem), self._session.editor.run
        return row_of_event(run, chosen[-1]) if chosen and run is not None else None

    def step(self, by: int) -> None:
        """Select the next event found, or the one before; from the play-head at first."""
        rows, run = self._rows, self._session.editor.run
        if not len(rows):
            return
        here = self._here()
        if here is None:
            here = self._session.playback.rows - (1 if by > 0 else 0)
        side = "right" if by > 0 else "left"
        place = int(np.searchsorted(rows, here, side)) - (0 if by > 0 else 1)
        row = int(rows[place % len(rows)])
        self._session.selection.set(event_item(run, row))
        self._view.bring_into_sight(int(run.trace.row_time[row]))
        self._tell()


def _answer(texts: EventTexts, words: str) -> Iterator[np.ndarray]:
    yield texts.find(words)
