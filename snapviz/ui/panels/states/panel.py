"""The dock of global states: a condition above, what becomes of it, and the lattice below."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from snapviz.diagram.handcut import HandCut
from snapviz.diagram.theme import Theme
from snapviz.study.condition import fields_of
from snapviz.study.predicate import NAME, Predicate, PredicateError
from snapviz.ui.fields.line import mark_refused
from snapviz.ui.figure_tools import Figure, FigureTools
from snapviz.ui.panels.asking import AskingPanel
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.states.answer import answer_text, caption_text, note_text
from snapviz.ui.panels.states.counts import CountsLine
from snapviz.ui.panels.states.view import LatticeView
from snapviz.ui.panels.states.work import Found, look
from snapviz.ui.refusals import told
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

ASK_AFTER_MS = 250


class StatesPanel(AskingPanel):
    """``cut_wanted``: event counts of a cut to be shown; ``caption_changed``: how many there are."""

    cut_wanted = Signal(tuple)

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__("states", session, parent)
        self._found: Found | None = None
        self._cut: HandCut | None = None
        self._problem = ""
        self._label = QLabel(self)
        self.condition = QLineEdit(self)
        self.condition.setObjectName("states.condition")
        self._label.setBuddy(self.condition)
        self._witness = QPushButton(self)
        self._witness.setObjectName("states.witness")
        self.tools = FigureTools(session, "states", self._take_along, self)
        self.tools.setEnabled(False)
        self.answer = remark(self, "states.answer")
        self.note = remark(self, "states.note")
        self.counts = CountsLine(self)
        self._card = QFrame(self)
        self.lattice = LatticeView(self._card)
        self._key = remark(self, "states.key")
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(ASK_AFTER_MS)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        for part in (self._label, self.condition, self._witness, self._bar, self._cancel):
            above.addWidget(part, 1 if part is self.condition else 0)
        for part in (self.tools, self._close):
            above.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 10)
        column.setSpacing(6)
        column.addLayout(above)
        for part in (self.answer, self.note, self.counts):
            column.addWidget(part)
        self._card.setProperty("role", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.lattice)
        column.addWidget(self._card, 1)
        column.addWidget(self._key)
        column.addStretch(0)

    def _connect(self) -> None:
        self.condition.textChanged.connect(self._edited)
        self.condition.returnPressed.connect(self._ask)
        self._waiting.timeout.connect(self._ask)
        self._witness.clicked.connect(lambda: self.cut_wanted.emit(self._found.answer.cut))
        self._job.progressed.connect(self._tell)
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._refuse)
        self.lattice.chosen.connect(self._show_state)

    # Asking

    def _edited(self) -> None:
        """Say at once what is wrong with it; ask when the hand rests."""
        self._validate()
        self._waiting.start()

    def _validate(self) -> bool:
        self._problem, run, text = "", self.run, self.condition.text().strip()
        if run is not None and text:
            try:
                Predicate(text, run.trace.process_ids, fields_of(run))
            except PredicateError as error:
                self._problem = told(str(error))
        mark_refused(self.condition, self._problem)
        if self._problem:
            super().give_up()
        self._show_words()
        return not self._problem

    def _ask(self) -> None:
        self._waiting.stop()
        run = self.run
        if run is None or not self.seen:
            self._missed.add("run")
            return
        text = self.condition.text().strip() if self._validate() else ""
        self._job.start(lambda progress, stop: look(run, text, progress, stop))
        self.show_busy(True)

    def give_up(self) -> None:
        super().give_up()
        self.answer.setText(self.tr("Given up. Return asks again."))
        self.answer.show()

    def _tell(self, share: float) -> None:
        self._bar.setRange(0, 1000 if share else 0)
        self._bar.setValue(round(share * 1000))

    def _refuse(self, words: str) -> None:
        self.show_busy(False)
        self._problem = told(words)
        self._show_words()

    def end(self) -> None:
        super().end()
        self.counts.end()

    # What is shown

    def let_go(self) -> None:
        self._waiting.stop()
        super().give_up()
        self.counts.show_run(None)
        self._found = None
        self.lattice.show_states(None, ())
        self.tools.setEnabled(False)
        self._show_words()

    def show_run(self) -> None:
        self.counts.show_run(self.run)
        if self.run is None:
            self._job.cancel()
            return
        self._suggest()
        self._ask()

    def _suggest(self) -> None:
        """Show how a condition is written, with the names of this run."""
        pid, fields = self.run.trace.process_ids[0], fields_of(self.run)[0]
        name = pid if NAME.fullmatch(pid) else f'"{pid}"'
        example = f"{name}.balance < 900" if "balance" in fields else f"{name}.events > 2"
        self.condition.setPlaceholderText(filled(self.tr("such as %1"), example))

    def show_position(self) -> None:
        self._mark_places()

    def show_cut(self, cut: HandCut | None) -> None:
        """The cut that is drawn in the diagram now."""
        self._cut = cut
        self._mark_places()

    def _show(self, found: Found) -> None:
        self.show_busy(False)
        self._found = found
        ids = found.run.trace.process_ids
        self.lattice.show_states(found.states, ids)
        self.tools.setEnabled(found.states is not None)
        self._mark_places()
        self._show_words()

    def _take_along(self) -> Figure | None:
        """The lattice, as it is seen."""
        picture = self.lattice.picture()
        if picture is None:
            return None
        about = self.answer.text() or self.tr("Global states")
        return Figure(picture, self._found.run.scenario.title, about, "states")

    def _mark_places(self) -> None:
        found = self._found
        if found is None or found.states is None or found.run is not self.run:
            return
        run, answer, place = found.run, found.answer, found.states.place
        here = tuple(run.events_before(self.rows, p) for p in range(len(run.trace.process_ids)))
        snapshots = {
            s.number: place[tuple(s.cut.tolist())]
            for s in run.snapshots
            if s.cut is not None and tuple(s.cut.tolist()) in place
        }
        self.lattice.mark(
            holding=found.holding,
            witness=place.get(answer.cut) if answer is not None else None,
            playhead=place.get(here),
            hand_cut=None if self._cut is None else place.get(self._cut.counts),
            snapshots=snapshots,
        )

    def _show_state(self, place: int) -> None:
        """Show the cut of a state, unless the lattice is still that of the run before."""
        if self._found.run is self.run:
            self.cut_wanted.emit(self._found.states.cuts[place])

    def show_busy(self, is_busy: bool) -> None:
        super().show_busy(is_busy)
        self._bar.setRange(0, 0)

    def _show_words(self) -> None:
        found = self._found
        is_told = found is not None and found.run is self.run
        text = self._problem or (answer_text(found) if is_told else "")
        self.answer.setText(text)
        self.answer.setVisible(bool(text))
        self.answer.setProperty("role", "badLine" if self._problem else "muted")
        self.answer.style().polish(self.answer)
        has_witness = is_told and found.answer is not None and found.answer.cut is not None
        self._witness.setVisible(has_witness and not self._problem)
        if not is_told:
            return
        note = note_text(found)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        for part in (self._card, self._key):
            part.setVisible(not note)
        self._key.setText(self._key_text(found))
        self.caption_changed.emit(caption_text(found))

    def _key_text(self, found: Found) -> str:
        text = self.tr("A click shows the cut of a state in the diagram. Blue ring: the play-head.")
        if any(snapshot.cut is not None for snapshot in found.run.snapshots):
            text += " " + self.tr("Diamond: what a snapshot recorded.")
        if found.holding is not None:
            text += " " + self.tr("Green: the condition holds.")
        return text

    # Looks and words

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self.lattice, self.tools):
            part.set_theme(theme)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Global states"))
        self.lattice.setAccessibleName(self.tr("Lattice of the consistent global states"))
        self._label.setText(self.tr("Condition"))
        self.condition.setAccessibleName(self.tr("Condition on a global state"))
        self._cancel.setText(self.tr("Cancel"))
        self._witness.setText(self.tr("Show where"))
        self._witness.setToolTip(self.tr("Draw the cut of the first such state in the diagram"))
        self._bar.setAccessibleName(self.tr("Looking at global states"))
        if self._found is not None:
            self._validate()
