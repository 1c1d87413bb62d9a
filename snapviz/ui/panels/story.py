"""A panel that tells one of the stories of a run, a step at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from snapviz.diagram.theme import Theme
from snapviz.engine.trace import RowKind
from snapviz.lessons.narration.narrated import Narrated
from snapviz.run import Run
from snapviz.study.keeping_steps import Step
from snapviz.ui.fields import ChoiceBox
from snapviz.ui.job import Job
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.stepper import Stepper
from snapviz.ui.selection import Item, ProcessItem, message_item
from snapviz.ui.session import Session

AT_ONCE = 4000  # trace rows up to which a story is made without a thread
LEAST_LIST = 26  # pixels: a row


class StoryPanel(FollowingPanel):
    """``choice``: which story, if there are several; ``note``: why no step is told.

    A panel has a ``list``, an EventList. It says which stories there are (`_stories`, `_name`),
    makes the one picked (`_choose`), shows its steps (`_tell`), goes to one of them (`go_to`),
    and says why there are none (`_note_text`).
    """

    def __init__(self, session: Session, name: str, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName(f"panel.{name}")
        self._offered: list[Any] = []
        self._spare = 0
        self._job = Job(self)
        self._job.finished.connect(self._tell)
        self.choice = ChoiceBox(self)
        self.choice.setObjectName(f"{name}.which")
        self.note = remark(self, f"{name}.note")
        self.note.setContentsMargins(6, 2, 6, 2)
        self.stepper = Stepper(f"{name}.steps", self)
        self.stepper.set_foot()
        self.choice.currentIndexChanged.connect(lambda _: self._choose())
        self.stepper.moved.connect(self.go_to)

    def _build(self, *above: QWidget, spacing: int) -> None:
        """Put it all on a card; ``above``: what stands between the note and the list."""
        card = QFrame(self)
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(8, 8, 8, 6)
        inner.setSpacing(spacing)
        for part in (self.choice, self.note, *above):
            inner.addWidget(part)
        # Long words above may take from the list, but not from what stands below it.
        self._spare = self.list.minimumHeight() - LEAST_LIST
        self.list.setMinimumHeight(LEAST_LIST)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.stepper)
        inner.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.addWidget(card)

    def minimumSizeHint(self) -> QSize:
        """With as many rows as a list has room for elsewhere."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), hint.height() + self._spare)

    # Which story

    def show_run(self) -> None:
        """Offer the stories of the run."""
        before, self._offered = self._picked, self._stories()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([self._name(story) for story in self._offered])
            self._pick(before if before in self._offered else next(iter(self._offered), None))
        self.choice.setVisible(len(self._offered) > 1)
        self._choose()

    @property
    def _picked(self) -> Any:
        """None if there is no story."""
        place = self.choice.currentIndex()
        return self._offered[place] if place >= 0 else None

    def _pick(self, story: Any) -> None:
        """Tell this one, if it is offered."""
        if story in self._offered:
            self.choice.setCurrentIndex(self._offered.index(story))

    def _make(self, make: Callable[[], tuple]) -> None:
        """Tell the steps that ``make`` gives; it is called in a thread if the run is long."""
        self._make_last(lambda: iter((make(),)), AT_ONCE)

    def _make_last(self, make: Callable[[], Iterator[tuple]], at_once: int) -> None:
        """The same of the last of what ``make`` yields, up to ``at_once`` rows without a thread."""
        self._job.drop()
        if self.run.trace.row_count <= at_once:
            self._tell([*make()][-1])
            return
        self._tell(())
        self._job.start(make)
        self._word_note()

    # Where it stands

    def _light(self, number: int) -> None:
        """Let the steps go on from this one, the play-head being there already."""
        if number >= 0 and number != self.stepper.step:
            with QSignalBlocker(self.stepper):
                self.stepper.go_to(number)

    def _move_to(self, step: Step | Narrated) -> None:
        """Take the play-head to a step, and select what happened there."""
        run, playback = self.run, self.session.playback
        if step.row and int(run.trace.row_time[step.row - 1]) == step.time_us:
            playback.to_row(step.row - 1)
        else:
            # Nothing came in then: a timer ran out, or the network parted.
            playback.scrub(step.time_us)
        item = _item_of(run, step)
        if item is not None:
            self.session.selection.set(item)

    # Looks and words

    def end(self) -> None:
        """Stop all work."""
        self.stepper.pause()
        self._job.end()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.list.set_theme(theme)

    def _word_note(self) -> None:
        text = self._note_text()
        self.note.setText(text)
        self.note.setVisible(bool(text))


def _item_of(run: Run, step: Step | Narrated) -> Item | None:
    """The message that brought it about, else the process."""
    trace, row = run.trace, step.row - 1
    if step.process < 0:
        return None
    came_in = row >= 0 and int(trace.row_time[row]) == step.time_us
    is_here = came_in and int(trace.row_process[row]) == step.process
    if is_here and trace.row_kind[row] == RowKind.CONTROL:
        return message_item(run, int(trace.row_ref[row]))
    return ProcessItem(trace.process_ids[step.process])
