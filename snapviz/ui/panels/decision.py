"""Decision: how it comes that a snapshot counts, or does not, one sentence at a time."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from snapviz.diagram.theme import Theme
from snapviz.engine.trace import RowKind
from snapviz.lessons.narration.story import Narrated
from snapviz.run import Run
from snapviz.study.decision_story import decision_story
from snapviz.study.keeping_steps import Step
from snapviz.ui.job import Job
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.decision_list import StepList
from snapviz.ui.panels.decision_rows import StoryRows
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.stepper import Stepper
from snapviz.ui.selection import Item, ProcessItem, SnapshotItem, message_item
from snapviz.ui.session import Session
from snapviz.ui.wording import DOT
from snapviz.ui.words import protocol_name

AT_ONCE = 4000  # trace rows up to which a story is made without a thread


class DecisionPanel(FollowingPanel):
    """A click on a sentence takes the play-head there; the sentence of the play-head is lit."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName("panel.decision")
        self._shown: tuple[Run, int] | None = None
        self._chosen = -1
        self._job = Job(self)
        self._job.finished.connect(self._tell)
        self.choice = QComboBox(self)
        self.choice.setObjectName("decision.which")
        self.note = remark(self, "decision.note")
        self.story = StoryRows(self)
        self.list = StepList(self.story, self)
        self.list.setObjectName("decision.story")
        self.stepper = Stepper("decision.steps", self)
        self.note.setContentsMargins(6, 2, 6, 2)
        self._build()
        self.choice.currentIndexChanged.connect(lambda _: self._choose_snapshot())
        self.list.event_chosen.connect(lambda step, _: self.go_to(step))
        self.stepper.moved.connect(self.go_to)
        self.retranslate()

    def _build(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(8, 8, 8, 6)
        inner.setSpacing(4)
        inner.addWidget(self.choice)
        inner.addWidget(self.note)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.stepper)
        inner.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.addWidget(card)

    # What is shown

    def show_run(self) -> None:
        """Offer the snapshots of the run that are kept."""
        kept = self._kept()
        with QSignalBlocker(self.choice):
            before = self.choice.currentData()
            self.choice.clear()
            for number in kept:
                self.choice.addItem(self._name(number), number)
            self.choice.setCurrentIndex(kept.index(before) if before in kept else 0)
        self.choice.setVisible(len(kept) > 1)
        self._choose_snapshot()

    def _kept(self) -> list[int]:
        rows = self.run.trace.snapshots if self.run is not None else ()
        return [row.number for row in rows if row.is_kept]

    def _name(self, number: int) -> str:
        row = self.run.trace.snapshots[number]
        method = protocol_name(row.commit) if row.commit != "none" else self.tr("copies only")
        return f"{row.id}{DOT}{method}"

    def _choose_snapshot(self) -> None:
        number = self.choice.currentData()
        self._chosen = -1
        if self.run is None or number is None:
            self._job.drop()
            self._shown = None
            self._tell(())
        else:
            self._shown = (self.run, number)
            self._make()
        self._word_note()

    def _make(self) -> None:
        run, number = self._shown
        if run.trace.row_count <= AT_ONCE:
            self._job.drop()
            self._tell(decision_story(run, number))
            return
        self.story.set_steps(None, 0, ())
        self._job.start(lambda: iter((decision_story(run, number),)))

    def _tell(self, steps: tuple[Step, ...]) -> None:
        run, number = self._shown or (None, 0)
        self.story.set_steps(run, number, steps)
        self.stepper.set_count(len(steps))
        for part in (self.list, self.stepper):
            part.setVisible(bool(steps))
        if run is not None:
            self.show_position()
        self._word_note()

    def show_position(self) -> None:
        if not self.story.steps:
            return
        lit = self.story.set_position(self.rows, self.time_us, self._chosen)
        self._chosen = lit
        if lit >= 0 and lit != self.stepper.step:
            with QSignalBlocker(self.stepper):
                self.stepper.go_to(lit)
        self.list.follow()

    def show_selection(self) -> None:
        """A snapshot that is selected is told of."""
        chosen = self.session.selection.of(SnapshotItem)
        index = self.choice.findData(chosen[-1].number) if chosen else -1
        if index >= 0:
            self.choice.setCurrentIndex(index)

    # What is clicked

    def go_to(self, number: int) -> None:
        """Take the play-head to a step, and select what happened there."""
        run, step = self.run, self.story.steps[number]
        self._chosen = number
        times, playback = run.trace.row_time, self.session.playback
        if step.row and int(times[step.row - 1]) == step.time_us:
            playback.to_row(step.row - 1)
        else:
            # Nothing came in then: a timer ran out, or the network parted.
            playback.scrub(step.time_us)
        item = item_of(run, step)
        if item is not None:
            self.session.selection.set(item)

    # Looks and words

    def end(self) -> None:
        """Stop all work."""
        self.stepper.pause()
        self._job.end()

    def set_future(self, mode: str) -> None:
        """``hidden``: do not tell what is still to come."""
        self.story.set_future(mode != "hidden")
        self.list.follow()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.list.set_theme(theme)

    def _word_note(self) -> None:
        if self._shown is None:
            text = self.tr(
                "Nothing is decided in this run. Select a snapshot in the script, and choose "
                "copies or an agreement for it in the inspector."
            )
        elif self._job.busy:
            text = self.tr("One moment…")
        else:
            text = ""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Decision"))
        self.choice.setAccessibleName(self.tr("Which snapshot"))
        self.list.setAccessibleName(self.tr("The decision step by step"))
        self.story.reword()


def item_of(run: Run, step: Step | Narrated) -> Item | None:
    """The message that brought it about, else the process."""
    trace, row = run.trace, step.row - 1
    if step.process < 0:
        return None
    came_in = row >= 0 and int(trace.row_time[row]) == step.time_us
    is_here = came_in and int(trace.row_process[row]) == step.process
    if is_here and trace.row_kind[row] == RowKind.CONTROL:
        return message_item(run, int(trace.row_ref[row]))
    return ProcessItem(trace.process_ids[step.process])
