"""Decision: how it comes that a snapshot counts, or does not, one sentence at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from snapviz.run import Run
from snapviz.study.decision_story import decision_story
from snapviz.study.keeping_steps import Step
from snapviz.ui.panels.decision_list import StepList
from snapviz.ui.panels.decision_rows import StoryRows
from snapviz.ui.panels.story import StoryPanel
from snapviz.ui.selection import SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.wording import DOT
from snapviz.ui.words import protocol_name


class DecisionPanel(StoryPanel):
    """A click on a sentence takes the play-head there; the sentence of the play-head is lit."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, "decision", parent)
        self._shown: tuple[Run, int] | None = None
        self._chosen = -1
        self.story = StoryRows(self)
        self.list = StepList(self.story, self)
        self.list.setObjectName("decision.story")
        self._build(spacing=4)
        self.list.event_chosen.connect(lambda step, _: self.go_to(step))
        self.retranslate()

    # What is shown

    def _stories(self) -> list[int]:
        """The snapshots that are kept."""
        rows = self.run.trace.snapshots if self.run is not None else ()
        return [row.number for row in rows if row.is_kept]

    def _name(self, number: int) -> str:
        row = self.run.trace.snapshots[number]
        method = protocol_name(row.commit) if row.commit != "none" else self.tr("copies only")
        return f"{row.id}{DOT}{method}"

    def _choose(self) -> None:
        run, number = self.run, self._picked
        self._chosen = -1
        if run is None or number is None:
            self._job.drop()
            self._shown = None
            self._tell(())
        else:
            self._shown = (run, number)
            self._make(lambda: decision_story(run, number))

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
        self._light(lit)
        self.list.follow()

    def show_selection(self) -> None:
        """A snapshot that is selected is told of."""
        chosen = self.session.selection.of(SnapshotItem)
        if chosen:
            self._pick(chosen[-1].number)

    # What is clicked

    def go_to(self, number: int) -> None:
        """Take the play-head to a step, and select what happened there."""
        self._chosen = number
        self._move_to(self.story.steps[number])

    # Looks and words

    def set_future(self, mode: str) -> None:
        """``hidden``: do not tell what is still to come."""
        self.story.set_future(mode != "hidden")
        self.list.follow()

    def _note_text(self) -> str:
        if self._shown is None:
            return self.tr(
                "Nothing is decided in this run. Select a snapshot in the script, and choose "
                "copies or an agreement for it in the inspector."
            )
        return self.tr("One moment…") if self._job.busy else ""

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Decision"))
        self.choice.setAccessibleName(self.tr("Which snapshot"))
        self.list.setAccessibleName(self.tr("The decision step by step"))
        self.story.reword()
