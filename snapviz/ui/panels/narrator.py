"""Narrator: what has just happened in a snapshot, and the line of the pseudo-code it follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from snapviz.lessons.narration.pseudo_code import Line, PseudoCode, pseudo_code
from snapviz.lessons.narration.story import AGREEMENT, CAPTURE, Narrated, narration
from snapviz.run import Run
from snapviz.study.decision_story import passed
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.narrator_code import CodeList, CodeRows
from snapviz.ui.panels.narrator_words import narrated
from snapviz.ui.panels.story import StoryPanel
from snapviz.ui.selection import SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import protocol_name


class NarratorPanel(StoryPanel):
    """Steps go from sentence to sentence; a click on a rule goes to the next step by it.

    ``language``: that of the window, for the pseudo-code.
    """

    def __init__(self, session: Session, language: Callable[[], str], parent: QWidget):
        super().__init__(session, "narrator", parent)
        self._language = language
        self._shown: tuple[Run, int, str] | None = None
        self.steps: tuple[Narrated, ...] = ()
        self.current = -1
        self._stop: tuple[int, int] | None = None
        self.sentence = QLabel(self)
        self.sentence.setObjectName("narrator.sentence")
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(6, 2, 6, 2)
        self.code = CodeRows(self)
        self.list = CodeList(self.code, self)
        self.list.setObjectName("narrator.code")
        self._build(self.sentence, spacing=6)
        self.list.event_chosen.connect(lambda line, _: self.go_to_rule(self.code.lines[line].id))
        self.retranslate()

    # What is shown

    def _stories(self) -> list[tuple[int, str]]:
        """The snapshots of the run, and the agreements on them."""
        found = []
        for row in self.run.trace.snapshots if self.run is not None else ():
            found.append((row.number, CAPTURE))
            if row.commit != "none":
                found.append((row.number, AGREEMENT))
        return found

    def _method(self, number: int, part: str) -> str:
        row = self.run.trace.snapshots[number]
        return row.protocol if part == CAPTURE else row.commit

    def _name(self, story: tuple[int, str]) -> str:
        name = self.run.trace.snapshots[story[0]].id
        return f"{name}{DOT}{protocol_name(self._method(*story))}"

    def _choose(self) -> None:
        run, picked = self.run, self._picked
        self._stop, self._shown = None, None
        code = None
        if run is not None and picked is not None:
            self._shown = (run, *picked)
            code = pseudo_code(self._method(*picked), self._language())
        self._show_code(code)
        if code is None:
            self._job.drop()
            self._tell(())
        else:
            self._make(lambda: narration(run, *picked))

    def _show_code(self, code: PseudoCode | None) -> None:
        """Its lines, and below them where they come from."""
        lines = () if code is None else (*code.lines, Line("", code.source, 0))
        self.code.set_lines(lines)

    def _tell(self, steps: tuple[Narrated, ...]) -> None:
        self.steps, self.current = steps, -1
        self.stepper.set_count(len(steps))
        self.list.setVisible(bool(self.code.lines))
        for part in (self.stepper, self.sentence):
            part.setVisible(bool(steps))
        self._word_note()
        if self.run is not None:
            self.show_position()

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
        self.code.light(step.rule if step is not None else "")
        self.list.follow()

    def show_selection(self) -> None:
        """A snapshot that is selected is told of."""
        chosen = self.session.selection.of(SnapshotItem)
        shown = self._shown[1] if self._shown is not None else -1
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
        found = [number for number, step in enumerate(self.steps) if rule and step.rule == rule]
        later = [number for number in found if number > self.current]
        if found:
            self.go_to((later or found)[0])

    # Looks and words

    def _note_text(self) -> str:
        if self._shown is None:
            return self.tr(
                "No snapshot is taken in this run. Take one with the snapshot tool: it is told "
                "here step by step, beside the pseudo-code of its protocol."
            )
        if not self.code.lines:
            name = protocol_name(self._method(*self._shown[1:]))
            return filled(self.tr("There is no pseudo-code of %1 here, so it is not told."), name)
        if self._job.busy:
            return self.tr("One moment…")
        return "" if self.steps else self.tr("Nothing of this happens in this run.")

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Narrator"))
        self.choice.setAccessibleName(self.tr("What is told"))
        self.sentence.setAccessibleName(self.tr("What has just happened"))
        self.list.setAccessibleName(self.tr("Pseudo-code"))
