"""On the card of a kept snapshot: who crashes, whether its copies outlive that, and going on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snapviz.run import Run
from snapviz.study import continuing
from snapviz.study.continuing import Continuation, Copies
from snapviz.ui.buttons import ToolButton
from snapviz.ui.job import Job
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.recovery_choice import CrashChoice
from snapviz.ui.session import Session
from snapviz.ui.wording import filled
from snapviz.ui.words import listed

AT_ONCE = 4000  # trace rows up to which it takes no thread
MOST_NAMED = 4
translate = QCoreApplication.translate


class ContinuePart(FollowingPanel):
    """Follows the play-head while it is unfolded; the branch that it grows begins there."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName("snapshot.crashes")
        self._number = 0
        self._copies: Copies | None = None
        self.found: Continuation | None = None
        self._job = Job(self)
        self._job.finished.connect(self._take)
        self.choice = CrashChoice(self)
        self.choice.changed.connect(self._show)
        self.says = QLabel(self)
        self.says.setObjectName("snapshot.survives")
        self.says.setWordWrap(True)
        self.says.setContentsMargins(6, 0, 0, 0)
        self.go_on = ToolButton(self, "framed")
        self.go_on.setObjectName("snapshot.continue")
        self.go_on.clicked.connect(self.grow)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 6, 0)
        foot.addWidget(self.go_on)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        column.addWidget(self.says)
        column.addLayout(foot)

    def set_number(self, number: int) -> None:
        """Ask of this snapshot of the run."""
        if number != self._number:
            self._number = number
            self._ask()

    # What is known

    def let_go(self) -> None:
        self._job.drop()
        self._copies = self.found = None

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for what is still being looked for; who looks again asks again."""
        self._job.drop()
        super().hideEvent(event)
        self._follow_position()

    def show_run(self) -> None:
        self.choice.set_processes(self.run.trace.process_ids if self.run is not None else ())

    def show_position(self) -> None:
        self._ask()

    def _ask(self) -> None:
        run, number, time_us = self.run, self._number, self.time_us
        if run is None or number >= len(run.snapshots) or self._is_of(run):
            return
        if run.trace.row_count <= AT_ONCE:
            self._take(Copies(run, number, time_us))
        elif not self._job.busy:
            self.go_on.setEnabled(False)
            self._job.start(lambda: iter((Copies(run, number, time_us),)))

    def _is_of(self, run: Run) -> bool:
        found = self._copies
        asked = (run, self._number, self.time_us)
        return found is not None and (found.run, found.number, found.time_us) == asked

    def _take(self, found: Copies) -> None:
        """What was asked for may no longer be what is wanted."""
        self._copies = found
        if self.run is not None and not self._is_of(self.run):
            self._ask()
            return
        self.choice.show_down(found.down)
        self._show()

    def _show(self) -> None:
        """What would come of it if those who are ticked crashed now."""
        if self._copies is None:
            return
        found = self.found = self._copies.without(self.choice.chosen)
        self.says.setText(outlook_text(found))
        self.go_on.setEnabled(not found.why)
        self._word_button()

    def grow(self) -> None:
        """Let it happen, in a branch of its own."""
        found = self.found
        if found is None or found.why:
            return
        without = listed(found.down, MOST_NAMED)
        text = self.tr("Continue from the copies of %1 without %2 as “%3”")
        done = self.session.grow_branch(
            filled(self.tr("%1 without %2"), found.snapshot, without),
            found.at_us,
            lambda name: filled(text, found.snapshot, without, name),
            found.script,
        )
        if not done:
            self.session.editor.tell_refusal()

    # Words

    def end(self) -> None:
        """Stop all work."""
        self._job.end()

    def _word_button(self) -> None:
        found = self.found
        text = self.tr("A branch from the play-head, in which others take over with the copies")
        if found is not None and found.why:
            text = why_not(found)
        self.go_on.setToolTip(text)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Who crashes"))
        self.go_on.setText(self.tr("Continue from the copies"))
        self._word_button()
        if self.found is not None:
            self.says.setText(outlook_text(self.found))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def outlook_text(found: Continuation) -> str:
    """Whether a snapshot outlives the crashes, and what else is in the way."""
    if found.why not in ("", continuing.OVER, continuing.TAKEN):
        return why_not(found)
    text = translate("ContinuePart", "%1 survives: each part is on a process that stays up.")
    told = filled(text, found.snapshot)
    return f"{told} {why_not(found)}" if found.why else told


def why_not(found: Continuation) -> str:
    """Why a run cannot go on from the copies; empty if it can."""
    if found.why == continuing.GONE:
        text = translate("ContinuePart", "Gone with %1 is what %2 recorded.")
        return filled(text, listed(found.down, MOST_NAMED), listed(found.lost, MOST_NAMED))
    texts = {
        continuing.INCOMPLETE: translate("ContinuePart", "%1 is not complete here."),
        continuing.INCONSISTENT: translate(
            "ContinuePart", "%1 is inconsistent: nobody may go on from it."
        ),
        continuing.UNDONE: translate(
            "ContinuePart", "A recovery has undone what %1 recorded."
        ),
        continuing.UNDECIDED: translate(
            "ContinuePart", "Nobody who stays up knows that %1 was committed."
        ),
        continuing.NOBODY: translate("ContinuePart", "Tick who crashes."),
        continuing.TAKEN: translate(
            "ContinuePart",
            "The next crash, restart or rollback comes at once: choose another moment.",
        ),
        continuing.OVER: translate(
            "ContinuePart", "The run ends here; take the play-head back to let it go on."
        ),
    }  # fmt: skip
    return filled(texts[found.why], found.snapshot) if found.why else ""
