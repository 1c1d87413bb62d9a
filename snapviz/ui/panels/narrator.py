"""Narrator: what has just happened in a snapshot, and the line of the pseudo-code it follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from snapviz.lessons.narration.narrated import Narrated
from snapviz.lessons.narration.pseudo_code import Line, pseudo_code
from snapviz.lessons.narration.story import (
    CAPTURE,
    Story,
    method_of,
    narration,
    stories,
    whole_narration,
)
from snapviz.run import Run
from snapviz.study.decision_story import passed
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.narrator_code import CodeList, CodeRows
from snapviz.ui.panels.narrator_words import narrated, story_name
from snapviz.ui.panels.story import StoryPanel
from snapviz.ui.selection import SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

WHOLE: Story = (-1, "")
"""All stories of a run together."""
TOLD_AT_ONCE = 400  # trace rows up to which a whole run is told without a thread


class NarratorPanel(StoryPanel):
    """Steps go from sentence to sentence; a click on a rule goes to the next step by it.

    Where several algorithms are at work, the first choice tells of all, with the pseudo-code of
    the one that acted last. ``language``: that of the window, for the pseudo-code.
    """

    def __init__(self, session: Session, language: Callable[[], str], parent: QWidget):
        super().__init__(session, "narrator", parent)
        self._language = language
        self._shown: tuple[Run, Story] | None = None
        self._lines_of: Story | None = None
        self.steps: tuple[Narrated, ...] = ()
        self.current = -1
        self._stop: tuple[int, int] | None = None
        self.sentence = QLabel(self)
        self.sentence.setObjectName("narrator.sentence")
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(6, 2, 6, 2)
        self.heading = remark(self, "narrator.heading")
        self.heading.setContentsMargins(6, 2, 6, 0)
        self.code = CodeRows(self)
        self.list = CodeList(self.code, self)
        self.list.setObjectName("narrator.code")
        self._build(self.sentence, self.heading, spacing=6)
        self.list.event_chosen.connect(lambda line, _: self.go_to_rule(self.code.lines[line].id))
        self.retranslate()

    # What is shown

    def _stories(self) -> list[Story]:
        """All of them together, if there are several, and each."""
        found = [] if self.run is None else stories(self.run)
        return [WHOLE, *found] if len(found) > 1 else found

    def _name(self, story: Story) -> str:
        if story == WHOLE:
            return self.tr("Whatever happens at the play-head")
        return story_name(self.run, story)

    def _choose(self) -> None:
        run, picked = self.run, self._picked
        self._stop, self._shown = None, None
        self._show_code(None)
        if run is not None and picked is not None:
            self._shown = (run, picked)
            if picked != WHOLE:
                self._show_code(picked)
        if picked == WHOLE:
            self._make_last(lambda: whole_narration(run), TOLD_AT_ONCE)
        elif self.code.lines and picked[0] < 0:
            self._make_last(lambda: iter((narration(run, *picked),)), TOLD_AT_ONCE)
        elif self.code.lines:
            self._make(lambda: narration(run, *picked))
        else:
            self._job.drop()
            self._tell(())

    def _show_code(self, story: Story | None) -> None:
        """The lines that a story is told by, and below them where they come from."""
        self._lines_of = story
        code = None
        if story is not None:
            code = pseudo_code(method_of(self.run, story), self._language())
        lines = () if code is None else (*code.lines, Line("", code.source, 0))
        self.code.set_lines(lines)

    def _tell(self, steps: tuple[Narrated, ...]) -> None:
        self.steps, self.current = steps, -1
        self.stepper.set_count(len(steps))
        if steps and self._is_whole:
            self._show_code(steps[0].story)
        self.list.setVisible(bool(self.code.lines))
        for part in (self.stepper, self.sentence):
            part.setVisible(bool(steps))
        self.heading.setVisible(bool(steps) and self._is_whole)
        self._word_note()
        if self.run is not None:
            self.show_position()

    @property
    def _is_whole(self) -> bool:
        """Whether all that happens is told together."""
        return self._shown is not None and self._shown[1] == WHOLE

    def show_position(self) -> None:
        """Light what the play-head stands at; where it was sent to a step, that one."""
        if not self.steps:
            return
        here = (self.rows, self.time_us)
        if self._stop != here:
            self._stop = None
            self.current = passed(self.steps, *here) - 1
        self._light(self.current)
        self._show_step()

    def _show_step(self) -> None:
        step = self.steps[self.current] if self.current >= 0 else None
        if step is None:
            self.sentence.setText(self.tr("Nothing of this has happened yet."))
        else:
            decimals = decimals_for(self.run.until_us)
            time = ms_text(step.time_us, decimals)
            self.sentence.setText(filled(self.tr("%1 ms: %2"), time, narrated(step.said)))
        self._show_lines_of(step)
        self.code.light(step.rule if step is not None else "")
        self.list.follow()

    def _show_lines_of(self, step: Narrated | None) -> None:
        """Where all is told, the pseudo-code is that of the step."""
        if not self._is_whole:
            return
        if step is not None and step.story != self._lines_of:
            self._show_code(step.story)
        self.heading.setText(story_name(self.run, self._lines_of))

    def show_selection(self) -> None:
        """A snapshot that is selected is told of."""
        chosen = self.session.selection.of(SnapshotItem)
        shown = self._shown[1][0] if self._shown is not None else -1
        if chosen and chosen[-1].number != shown:
            self._pick((chosen[-1].number, CAPTURE))

    # What is clicked

    def go_to(self, number: int) -> None:
        """Take the play-head to a step, and select what happened there."""
        self._move_to(self.steps[number])
        self.current, self._stop = number, (self.rows, self.time_us)
        self.show_position()

    def go_to_rule(self, rule: str) -> None:
        """To the next step by a rule; after the last one, to the first."""
        found = [
            number
            for number, step in enumerate(self.steps)
            if rule and step.rule == rule and self._has_these_lines(step)
        ]
        later = [number for number in found if number > self.current]
        if found:
            self.go_to((later or found)[0])

    def _has_these_lines(self, step: Narrated) -> bool:
        """Whether a step is told by the lines that are shown; S1 and S2 may share them."""
        run = self.run
        return method_of(run, step.story) == method_of(run, self._lines_of)

    # Looks and words

    def _note_text(self) -> str:
        if self._shown is None:
            return self.tr(
                "Nothing is done here by an algorithm. Take a snapshot with the snapshot tool, or "
                "choose checkpoints or a message log: it is told here step by step, beside the "
                "pseudo-code."
            )
        if not self.code.lines and not self._is_whole:
            text = self.tr("There is no pseudo-code of %1 here, so it is not told.")
            return filled(text, story_name(*self._shown))
        if self._job.busy:
            return self.tr("One moment…")
        return "" if self.steps else self.tr("Nothing of this happens in this run.")

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Narrator"))
        self.choice.setAccessibleName(self.tr("What is told"))
        self.sentence.setAccessibleName(self.tr("What has just happened"))
        self.list.setAccessibleName(self.tr("Pseudo-code"))
