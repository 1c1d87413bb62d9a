"""It never happened: the run as it was, and one that passes through the recorded state."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtWidgets import QLabel, QWidget

from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import Theme
from snapviz.run import Run, Snapshot
from snapviz.study.occurrence import looked_for, swaps
from snapviz.study.retelling import Retelling, pass_through
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.job import Steps
from snapviz.ui.session import Session
from snapviz.ui.whatif.diagram import KINDS
from snapviz.ui.whatif.matching import prefix, prepared, times_of
from snapviz.ui.whatif.page import TwoRunsPage
from snapviz.ui.wording import filled


@dataclass(frozen=True)
class Answer:
    """The retelling; ``moments``: rows after which the run as it was is in the recorded state."""

    snapshot: Snapshot
    told: Retelling
    moments: tuple[int, ...]
    told_moments: frozenset[int]
    swaps: int


def retelling_steps(run: Run, snapshot: Snapshot) -> Steps:
    """Yields None while it works, and the answer last."""
    told = pass_through(run, snapshot)
    yield None
    (again,) = prepared(told.run).snapshots
    found: list[list[int]] = [[], []]
    for place, (which, its) in enumerate(((run, snapshot), (told.run, again))):
        for rows in looked_for(which, its):
            if rows is None:
                yield None
            else:
                found[place].append(rows)
    yield Answer(snapshot, told, tuple(found[0]), frozenset(found[1]), swaps(snapshot))


class RetoldPage(TwoRunsPage):
    """Left the run as it was, right the same events in an order that has the cut as a moment.

    One of the two leads: its play-head is straight. The other's goes through the very same
    events of each process, and is bent where they did not happen at one time.
    """

    word = "never-happened"

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(session, theme, parent)
        self.setObjectName("page.neverHappened")
        self._run: Run | None = None
        self._answer: Answer | None = None
        self._leader = 1
        self._legend = QLabel(self)
        self.extra.addWidget(self._legend)
        for place, view in enumerate(self.views):
            view.time_dragged.connect(lambda us, p=place: self._lead(p, us))
        self.job.finished.connect(self._show)
        self.set_theme(theme)
        self.retranslate()

    @property
    def answer(self) -> Answer | None:
        """What is shown; None while it is worked out."""
        return self._answer

    def ask(self, run: Run, snapshot: Snapshot) -> None:
        """Work out the retelling of a complete, consistent snapshot, then show it."""
        self._run, self._answer = run, None
        self.set_runs(run, run)
        for view in self.views:
            view.set_inside(None)
        self.body.setEnabled(False)
        self.say("neutral", "…", self.tr("Putting the events in another order…"), "")
        self.job.start(lambda: retelling_steps(run, snapshot))

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self.body.setEnabled(True)
        told = answer.told
        self.set_runs(self._run, told.run)
        self.views[0].set_inside(self._inside(self._run, answer.snapshot.cut))
        self.views[1].set_inside(np.arange(told.run.trace.row_count) < told.rows)
        self._leader = 1
        self.follow(told.run)
        self.retranslate()
        self.playback.scrub(told.at_us)

    def _inside(self, run: Run, cut: np.ndarray) -> np.ndarray:
        """bool[R]: the events before the cut."""
        c, inside = run.computation, np.zeros(run.trace.row_count, dtype=bool)
        inside[run.event_rows] = c.event_local < cut[c.event_process]
        return inside

    # The two play-heads

    def _lead(self, place: int, time_us: int) -> None:
        """The hand is on one of the two diagrams: its play-head leads."""
        if self._answer is None:
            return
        if place != self._leader:
            self._leader = place
            self.follow(self._leading)
            self._show_captions()
        self.playback.scrub(time_us)

    @property
    def _leading(self) -> Run:
        return self._answer.told.run if self._leader else self._run

    def show_position(self) -> None:
        if self._answer is None:
            return
        rows, time_us = self.playback.rows, self.playback.time_us
        leads, follows = self.views[self._leader], self.views[1 - self._leader]
        leads.set_position(rows, time_us)
        follows.set_bent(times_of(follows.run, prefix(leads.run, rows), time_us))
        self._say_moment(rows)

    def _say_moment(self, rows: int) -> None:
        answer, snapshot = self._answer, self._answer.snapshot
        counts = prefix(self._leading, rows)
        cut = tuple(snapshot.cut.tolist())
        ahead = sum(max(0, a - b) for a, b in zip(cut, counts, strict=True))
        over = sum(max(0, b - a) for a, b in zip(cut, counts, strict=True))
        if not ahead and not over and self._is_in_state(rows):
            tone, chip = "good", self.tr("✓ recorded state")
            text = self.tr("The global state equals the one that %1 recorded, now.")
            says = filled(text, snapshot.id)
        elif not ahead and not over:
            tone, chip = "bad", self.tr("✗ another state")
            text = self.tr("These are the events before the cut of %1, but %1 did not record this.")
            says = filled(text, snapshot.id)
        elif not over:
            tone, chip = "neutral", self.tr("before it")
            text = self.tr("Events before the cut of %1 that are still to come: %2")
            says = filled(text, snapshot.id, grouped(ahead))
        elif not ahead:
            tone, chip = "neutral", self.tr("after it")
            text = self.tr("Events after the cut of %1 that have happened: %2")
            says = filled(text, snapshot.id, grouped(over))
        else:
            tone, chip = "bad", self.tr("past it already")
            text = self.tr("Of the cut of %1 still missing: %2 events; beyond it already: %3")
            says = filled(text, snapshot.id, grouped(ahead), grouped(over))
        self.say(tone, chip, says, self._whether_it_was(answer))

    def _is_in_state(self, rows: int) -> bool:
        """Computed, not supposed: a snapshot can be consistent and its channels still wrong."""
        moments = self._answer.told_moments if self._leader else self._answer.moments
        run = self._leading
        events = int(np.searchsorted(run.event_rows, rows))
        latest = 0 if not events else int(run.event_rows[events - 1]) + 1
        return latest in moments or rows in moments

    def _whether_it_was(self, answer: Answer) -> str:
        if answer.moments:
            at = int(self._run.trace.row_time[answer.moments[0] - 1]) if answer.moments[0] else 0
            text = self.tr("The run as it was is in this state too, at %1 ms.")
            was = filled(text, ms_text(at, decimals_for(self._run.until_us)))
        else:
            was = self.tr("This state occurs in no moment of the run as it was.")
        if not answer.swaps:
            return was
        text = self.tr("Swaps of neighbouring events that lead from one run to the other: %1")
        return f"{was} {filled(text, grouped(answer.swaps))}"

    # Words

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._show_legend()

    def _show_legend(self) -> None:
        names = (self.tr("prerecording"), self.tr("postrecording"))
        colors = (self.theme.color(token) for token in KINDS)
        parts = [
            f'<span style="color: {color}">●</span> {name}'
            for color, name in zip(colors, names, strict=True)
        ]
        self._legend.setText("&nbsp;&nbsp;".join(parts))
        self._legend.setToolTip(
            self.tr("An event is prerecording if its process records its state after it.")
        )

    def _show_captions(self) -> None:
        """What the line is that takes the place of the play-head."""
        bent = self.tr("blue line: the same events of each process")
        left, right = (part.heading for part in self.titled)
        left.set_caption(bent if self._leader else "")
        right.set_caption(self.tr("the cut is one moment here") if self._leader else bent)

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(self.tr("It never happened"))
        left, right = self.titled
        left.heading.set_title(self.tr("The run as it was"))
        right.heading.set_title(self.tr("The same events in an order that could have been"))
        self.views[0].setAccessibleName(self.tr("The run as it was"))
        self.views[1].setAccessibleName(self.tr("The reordered run"))
        self._show_legend()
        self._show_captions()
        if self._answer is not None:
            self._say_moment(self.playback.rows)
