"""Narrator: what has just happened in a snapshot, and the line of the pseudo-code it follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QVBoxLayout, QWidget

from snapviz.diagram.theme import Theme
from snapviz.lessons.narration.pseudo_code import Line, PseudoCode, pseudo_code
from snapviz.lessons.narration.story import AGREEMENT, CAPTURE, Narrated, narration
from snapviz.run import Run
from snapviz.study.decision_story import passed
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.job import Job
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.decision import AT_ONCE, item_of
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.narrator_code import CodeList, CodeRows
from snapviz.ui.panels.narrator_words import narrated
from snapviz.ui.panels.stepper import Stepper
from snapviz.ui.selection import SnapshotItem
from snapviz.ui.session import Session
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import protocol_name


class NarratorPanel(FollowingPanel):
    """Steps go from sentence to sentence; a click on a rule goes to the next step by it.

    ``language``: that of the window, for the pseudo-code.
    """

    def __init__(self, session: Session, language: Callable[[], str], parent: QWidget):
        super().__init__(session, parent)
        self.setObjectName("panel.narrator")
        self._language = language
        self._shown: tuple[Run, int, str] | None = None
        self._offered: list[tuple[int, str]] = []
        self.steps: tuple[Narrated, ...] = ()
        self.current = -1
        self._stop: tuple[int, int] | None = None
        self._job = Job(self)
        self._job.finished.connect(self._tell)
        self.choice = QComboBox(self)
        self.choice.setObjectName("narrator.which")
        self.note = remark(self, "narrator.note")
        self.sentence = QLabel(self)
        self.sentence.setObjectName("narrator.sentence")
        self.sentence.setWordWrap(True)
        self.code = CodeRows(self)
        self.list = CodeList(self.code, self)
        self.list.setObjectName("narrator.code")
        self.stepper = Stepper("narrator.steps", self)
        self._build()
        self.choice.currentIndexChanged.connect(lambda _: self._choose())
        self.list.event_chosen.connect(lambda line, _: self.go_to_rule(self.code.lines[line].id))
        self.stepper.moved.connect(self.go_to)
        self.retranslate()

    def _build(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(8, 8, 8, 6)
        inner.setSpacing(6)
        for part in (self.choice, self.note, self.sentence):
            inner.addWidget(part)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.stepper)
        inner.addStretch(0)
        for part in (self.note, self.sentence):
            part.setContentsMargins(6, 2, 6, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.addWidget(card)

    # What is shown

    def show_run(self) -> None:
        """Offer the snapshots of the run, and the agreements on them."""
        before, self._offered = self._chosen, self._stories()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([self._name(*story) for story in self._offered])
            kept = self._offered.index(before) if before in self._offered else 0
            self.choice.setCurrentIndex(kept)
        self.choice.setVisible(len(self._offered) > 1)
        self._choose()

    @property
    def _chosen(self) -> tuple[int, str] | None:
        place = self.choice.currentIndex()
        return self._offered[place] if place >= 0 else None

    def _stories(self) -> list[tuple[int, str]]:
        found = []
        for row in self.run.trace.snapshots if self.run is not None else ():
            found.append((row.number, CAPTURE))
            if row.commit != "none":
                found.append((row.number, AGREEMENT))
        return found

    def _method(self, number: int, part: str) -> str:
        row = self.run.trace.snapshots[number]
        return row.protocol if part == CAPTURE else row.commit

    def _name(self, number: int, part: str) -> str:
        name = self.run.trace.snapshots[number].id
        return f"{name}{DOT}{protocol_name(self._method(number, part))}"

    def _choose(self) -> None:
        chosen = self._chosen
        self._job.drop()
        self._stop, self._shown = None, None
        code = None
        if self.run is not None and chosen is not None:
            self._shown = (self.run, *chosen)
            code = pseudo_code(self._method(*chosen), self._language())
        self._show_code(code)
        self._tell(())
        if code is not None:
            self._make()

    def _show_code(self, code: PseudoCode | None) -> None:
        """Its lines, and below them where they come from."""
        lines = () if code is None else (*code.lines, Line("", code.source, 0))
        self.code.set_lines(lines)

    def _make(self) -> None:
        run, number, part = self._shown
        if run.trace.row_count <= AT_ONCE:
            self._tell(narration(run, number, part))
        else:
            self._job.start(lambda: iter((narration(run, number, part),)))
            self._word_note()

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
        if self.current >= 0 and self.current != self.stepper.step:
            with QSignalBlocker(self.stepper):
                self.stepper.go_to(self.current)
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
            story = (chosen[-1].number, CAPTURE)
            if story in self._offered:
                self.choice.setCurrentIndex(self._offered.index(story))

    # What is clicked

    def go_to(self, number: int) -> None:
        """Take the play-head to a step, and select what happened there."""
        run, step = self.run, self.steps[number]
        times, playback = run.trace.row_time, self.session.playback
        if step.row and int(times[step.row - 1]) == step.time_us:
            playback.to_row(step.row - 1)
        else:
            playback.scrub(step.time_us)
        self.current, self._stop = number, (self.rows, self.time_us)
        self.show_position()
        item = item_of(run, step)
        if item is not None:
            self.session.selection.set(item)

    def go_to_rule(self, rule: str) -> None:
        """To the next step by a rule; after the last one, to the first."""
        found = [number for number, step in enumerate(self.steps) if rule and step.rule == rule]
        later = [number for number in found if number > self.current]
        if found:
            self.go_to((later or found)[0])

    # Looks and words

    def end(self) -> None:
        """Stop all work."""
        self.stepper.pause()
        self._job.end()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.list.set_theme(theme)

    def _word_note(self) -> None:
        text = ""
        if self._shown is None:
            text = self.tr(
                "No snapshot is taken in this run. Take one with the snapshot tool: it is told "
                "here step by step, beside the pseudo-code of its protocol."
            )
        elif not self.code.lines:
            name = protocol_name(self._method(*self._shown[1:]))
            text = filled(self.tr("There is no pseudo-code of %1 here, so it is not told."), name)
        elif self._job.busy:
            text = self.tr("One moment…")
        elif not self.steps:
            text = self.tr("Nothing of this happens in this run.")
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Narrator"))
        self.choice.setAccessibleName(self.tr("What is told"))
        self.sentence.setAccessibleName(self.tr("What has just happened"))
        self.list.setAccessibleName(self.tr("Pseudo-code"))
