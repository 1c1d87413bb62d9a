"""Break it: the run as it is, and the same run with one assumption of its snapshot broken."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from snapviz.diagram.theme import Theme
from snapviz.run import Run, Snapshot
from snapviz.study.blame import rule, verdict
from snapviz.study.breakages import ways
from snapviz.study.breaking import Breaking, Broken
from snapviz.ui.buttons import ToolButton
from snapviz.ui.session import Session
from snapviz.ui.whatif.matching import prepared
from snapviz.ui.whatif.page import TwoRunsPage
from snapviz.ui.whatif.words import chip, told
from snapviz.ui.wording import filled
from snapviz.ui.words import protocol_name

SLICE = 2000
FLAT_MARGIN = 16
TOKENS = {"survives": "good"}  # of the message that is named, where it is not guilty


def breaking_steps(run: Run, number: int, assumption: str) -> Iterator[int | Broken]:
    """Yields how many runs have been tried, and the answer last."""
    breaking = Breaking(run, number, assumption)
    while not breaking.advance(SLICE):
        yield breaking.tried
    broken = breaking.finish()
    prepared(broken.run)
    yield broken


class BrokenPage(TwoRunsPage):
    """Switches for what can be broken; one is on at a time.

    ``kept``: the scenario of the broken run shall be the person's, under this label.
    """

    kept = Signal(object, str)
    word = "broken"

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None):
        super().__init__(session, theme, parent)
        self.setObjectName("page.breakIt")
        self._run: Run | None = None
        self._snapshot: Snapshot | None = None
        self._broken: Broken | None = None
        self.switches: dict[str, ToolButton] = {}
        self.keep_button = QPushButton(self)
        self.keep_button.setObjectName("breakIt.keep")
        self.extra.addWidget(self.keep_button)
        self.keep_button.clicked.connect(self._keep)
        self._build_switches()
        self.job.progressed.connect(self._show_progress)
        self.job.finished.connect(self._show)
        for view in self.views:
            view.time_dragged.connect(self.playback.scrub)
        self.set_theme(theme)
        self.retranslate()

    def _build_switches(self) -> None:
        bar = QWidget(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(FLAT_MARGIN, 8, FLAT_MARGIN, 4)
        row.setSpacing(6)
        self._lead = QLabel(bar)
        self._lead.setProperty("role", "muted")
        row.addWidget(self._lead)
        group = QButtonGroup(self)
        for name in ways():
            switch = ToolButton(bar, "bar")
            switch.setObjectName(f"breakIt.{name}")
            switch.setCheckable(True)
            switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            switch.clicked.connect(lambda _=False, n=name: self.break_it(n))
            group.addButton(switch)
            row.addWidget(switch)
            self.switches[name] = switch
        row.addStretch(1)
        self.layout().insertWidget(0, bar)

    @property
    def broken(self) -> Broken | None:
        """What is shown; None while it is searched for."""
        return self._broken

    def ask(self, run: Run, snapshot: Snapshot) -> None:
        """Begin with the first assumption of a snapshot."""
        self._run, self._snapshot = run, snapshot
        self.set_runs(run, run)
        self.retranslate()
        self.break_it(next(iter(self.switches)))

    def break_it(self, assumption: str) -> None:
        """Search off the event loop; the diagrams stay as they are meanwhile."""
        self._broken = None
        self.switches[assumption].setChecked(True)
        self.keep_button.setEnabled(False)
        run, number = self._run, self._snapshot.number
        self.views[1].set_named((), "orphan")
        self.views[1].show_over(selected_processes=())
        self._show_progress(0)
        self.job.start(lambda: breaking_steps(run, number, assumption))

    def _show_progress(self, tried: int) -> None:
        text = self.tr("Searching for a run in which %1 goes wrong; runs tried: %2")
        self.say("neutral", "…", filled(text, self._snapshot.id, tried), "")

    def _show(self, broken: Broken) -> None:
        self._broken = broken
        right = self.views[1]
        self.set_runs(broken.base, broken.run)
        ids = list(broken.run.trace.process_ids)
        cut_off = () if broken.process is None else (ids.index(broken.process),)
        right.set_named(broken.messages, TOKENS.get(broken.outcome, "orphan"))
        right.show_over(selected_processes=cut_off)
        self.keep_button.setEnabled(broken.run is not broken.base)
        self.follow(broken.run)
        self._say()
        self.playback.to_end()

    def _say(self) -> None:
        broken = self._broken
        self.titled[1].heading.set_caption(
            filled(self.tr("seed %1 · runs tried: %2"), broken.scenario.seed, broken.tried)
        )
        tone, text = chip(broken)
        self.say(tone, text, told(verdict(broken)), told(rule(broken)))

    def show_position(self) -> None:
        if self._broken is None:
            return
        rows, time_us = self.playback.rows, self.playback.time_us
        left, right = self.views
        right.set_position(rows, time_us)
        left.set_position(left.run.trace.rows_at(time_us), time_us)

    def _keep(self) -> None:
        broken = self._broken
        if broken is not None:
            text = self.tr("Break %1: %2")
            names = filled(text, broken.snapshot.id, self._name(broken.assumption))
            self.kept.emit(broken.scenario, names)

    # Words

    def _name(self, assumption: str) -> str:
        translate = QCoreApplication.translate
        return {
            "fifo": translate("BrokenPage", "FIFO order"),
            "loss": translate("BrokenPage", "A message lost"),
            "duplication": translate("BrokenPage", "A message twice"),
            "unreachable": translate("BrokenPage", "A process unreachable"),
            "crash": translate("BrokenPage", "A process crashes"),
        }[assumption]

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(self.tr("Break an assumption"))
        for name, switch in self.switches.items():
            switch.setText(self._name(name))
            switch.setAccessibleName(self._name(name))
        self._lead.setText(self.tr("Break:"))
        self.keep_button.setText(self.tr("Keep this as my scenario"))
        left, right = self.titled
        left.heading.set_title(self.tr("The run as it is"))
        right.heading.set_title(self.tr("What if"))
        if self._snapshot is not None:
            name = protocol_name(self._snapshot.protocol)
            left.heading.set_caption(f"{self._snapshot.id} · {name}")
        self.views[0].setAccessibleName(self.tr("The run as it is"))
        self.views[1].setAccessibleName(self.tr("The run with something broken"))
        if self._broken is not None:
            self._say()
