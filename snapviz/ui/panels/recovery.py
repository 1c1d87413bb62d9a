"""Recovery: what a crash would come to just now, and what those of the run came to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from snapviz import editing
from snapviz.diagram.theme import Theme
from snapviz.scenario.model import Crash, Restart, Scenario
from snapviz.study.moment import Moment
from snapviz.study.recovery_story import Scene
from snapviz.ui.panels.cards import filled_with_cards
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.panels.recovery_costs import RecoveryCostCard
from snapviz.ui.panels.recovery_forecast import ForecastCard
from snapviz.ui.panels.recovery_past import PastCard
from snapviz.ui.panels.recovery_words import names_of
from snapviz.ui.selection import ProcessItem, message_item
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

DOWN_US = 50_000


class RecoveryPanel(FollowingPanel):
    """``line_changed``: for each process the time of its state on the recovery line, or None."""

    line_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName("panel.recovery")
        self.forecast = ForecastCard(self)
        self.past = PastCard(self)
        self.costs = RecoveryCostCard(self)
        column = filled_with_cards(self).column
        column.addWidget(self.forecast)
        column.addWidget(self.past)
        column.addWidget(self.costs)
        column.addStretch(1)
        self.forecast.shown.connect(self._announce_line)
        self.forecast.crash_wanted.connect(self.crash_here)
        self.forecast.process_chosen.connect(self._choose)
        self.forecast.stepper.moved.connect(self._select_orphans)
        self.past.scene_chosen.connect(self._select_scene)
        self._sight.appeared.connect(self._announce_line)
        self._sight.vanished.connect(self._hide_line)
        self.retranslate()

    # What is shown

    def show_run(self) -> None:
        self.past.show_run(self.run)
        self.costs.set_scenario(self.run.scenario if self.run is not None else None)
        if self.run is None:
            self.forecast.set_moment(None)

    def show_position(self) -> None:
        self.forecast.set_moment(Moment(self.run, self.rows, self.time_us))

    def show_selection(self) -> None:
        ids = self.run.trace.process_ids
        chosen = [item.id for item in self.session.selection.of(ProcessItem)]
        self.forecast.table.set_selected(frozenset(ids.index(p) for p in chosen if p in ids))

    def _announce_line(self) -> None:
        """Words may change while another tab is in front; the line is not to be seen then."""
        self.line_changed.emit(self.forecast.line_us() if self.seen else None)

    def _hide_line(self) -> None:
        self.line_changed.emit(None)

    # What is clicked

    def _choose(self, process: int, added: bool) -> None:
        item, selection = ProcessItem(self.run.trace.process_ids[process]), self.session.selection
        selection.toggle(item) if added else selection.set(item)

    def _select_orphans(self, step: int) -> None:
        """What forces the step is selected everywhere."""
        falls = self.forecast.found.falls
        orphans = falls[step].orphans if step < len(falls) else ()
        self.session.selection.set(*(message_item(self.run, message) for message in orphans))

    def _select_scene(self, scene: Scene) -> None:
        if scene.message >= 0:
            self.session.selection.set(message_item(self.run, scene.message))
        elif scene.process >= 0:
            self.session.selection.set(ProcessItem(self.run.trace.process_ids[scene.process]))

    def crash_here(self) -> None:
        """Let it happen: those who are ticked crash right after the play-head, and restart."""
        run, found = self.run, self.forecast.found
        crashing = [p for p in found.failed if p not in found.moment.down]
        at_us = self._after(found.moment)
        back_us = max(at_us, min(at_us + DOWN_US, run.until_us))
        ids = run.trace.process_ids

        def change(scenario: Scenario) -> Scenario:
            for kind, time_us in ((Crash, at_us), (Restart, back_us)):
                for process in crashing:
                    scenario = editing.add_action(run, scenario, kind(time_us, ids[process]))
            return scenario

        names = names_of(run, crashing)
        self.session.editor.edit(change, filled(self.tr("Crash %1 and restart"), names))

    def _after(self, moment: Moment) -> int:
        """The first instant at which a script action finds what the play-head shows."""
        times = self.run.trace.row_time
        has_just_happened = moment.rows and int(times[moment.rows - 1]) == moment.time_us
        return min(moment.time_us + (1 if has_just_happened else 0), self.run.until_us)

    # Looks and words

    def end(self) -> None:
        """Stop all work."""
        self.forecast.stepper.pause()
        self.past.stepper.pause()
        self.forecast.end()
        self.costs.end()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.forecast.set_theme(theme)
        self.past.set_theme(theme)
        self.costs.set_theme(theme)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Recovery"))
