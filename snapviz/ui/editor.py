"""The one door for edits: applied, simulated, kept to be undone, told to the views."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from snapviz.documents import catalogue
from snapviz.run import Run
from snapviz.scenario import ScenarioError
from snapviz.scenario.model import Scenario
from snapviz.scenario.validity import problems_of
from snapviz.simulation import retold
from snapviz.ui.document import Document
from snapviz.ui.messages import MessageBar
from snapviz.ui.refusals import told_error
from snapviz.ui.runner import Runner

Change = Callable[[Scenario], Scenario]


class Editor(QObject):
    """Edits the document and keeps its run in step.

    ``scenario_changed``: `scenario` is another value. ``run_changed``: `run` is another
    one; it follows the scenario at once for small runs and a moment later for large ones.
    ``history_changed``: what can be undone, or whether there is something to save.
    """

    scenario_changed = Signal()
    run_changed = Signal()
    history_changed = Signal()
    document_changed = Signal()

    def __init__(self, runner: Runner, messages: MessageBar, parent: QObject | None = None):
        super().__init__(parent)
        self._runner = runner
        self._messages = messages
        self._draft: Scenario | None = None
        self._draft_label = ""
        self._awaited: Scenario | None = None
        self.document: Document | None = None
        self.refusal = ""
        runner.finished.connect(self._run_finished)
        runner.cancelled.connect(self._run_cancelled)

    # What there is

    @property
    def scenario(self) -> Scenario | None:
        """The scenario as it is now, a gesture under way included."""
        if self._draft is not None:
            return self._draft
        return self.document.scenario if self.document else None

    @property
    def run(self) -> Run | None:
        """The latest finished run of the document."""
        return self.document.run if self.document else None

    def set_document(self, document: Document) -> None:
        """Work on another document, whose run is there."""
        self._draft = self._awaited = None
        self.document = document
        self.document_changed.emit()
        self.scenario_changed.emit()
        self.run_changed.emit()
        self.history_changed.emit()

    # Edits

    def edit(self, change: Change, label: str, merge: str = "") -> bool:
        """Apply ``change`` as one entry of the history; False, with words, if it is refused.

        ``label`` names the edit in the person's language. Edits with the same ``merge``
        key that follow one another become one.
        """
        if self.document is None:
            return False
        self.cancel()
        scenario = self._applied(change)
        if scenario is None:
            self._messages.problem(self.tr("That cannot be done."), self.refusal.splitlines())
            return False
        if scenario is not self.document.scenario and scenario != self.document.scenario:
            self.document.history.push(scenario, label, merge)
            self._changed()
            self.history_changed.emit()
        return True

    def preview(self, change: Change, label: str) -> bool:
        """Show what ``change`` would give, while a gesture is under way.

        Every preview starts from the scenario before the gesture. False if it would be
        refused: the last good one stays, and ``refusal`` says why.
        """
        if self.document is None:
            return False
        scenario = self._applied(change)
        if scenario is None:
            return False
        self._draft_label = label
        if scenario != self.scenario:
            self._draft = scenario
            self._changed()
        return True

    def commit(self) -> bool:
        """End the gesture: its last preview becomes one entry of the history."""
        draft, self._draft = self._draft, None
        if draft is None or draft == self.document.scenario:
            return False
        self.document.history.push(draft, self._draft_label)
        self.history_changed.emit()
        return True

    def cancel(self) -> None:
        """End the gesture: everything is as it was before."""
        if self._draft is not None:
            self._draft = None
            self._changed()

    @property
    def in_gesture(self) -> bool:
        """A preview is shown that is neither committed nor cancelled."""
        return self._draft is not None

    def undo(self) -> None:
        self._step(lambda history: history.undo())

    def redo(self) -> None:
        self._step(lambda history: history.redo())

    def _step(self, step: Callable) -> None:
        if self.document is None:
            return
        self.cancel()
        before = self.document.scenario
        step(self.document.history)
        if self.document.scenario is not before:
            self._changed()
            self.history_changed.emit()

    def _applied(self, change: Change) -> Scenario | None:
        """The changed scenario, or None with the reason in ``refusal``."""
        self.refusal = ""
        try:
            scenario = change(self.document.scenario)
            if problems := problems_of(scenario, catalogue()):
                raise ScenarioError(problems)
        except ValueError as error:
            self.refusal = told_error(error)
            return None
        return scenario

    # Simulation

    def _changed(self) -> None:
        self.scenario_changed.emit()
        self._simulate()

    def _simulate(self) -> None:
        """Run the scenario as it is; of those that come while another runs, only the last."""
        if self._awaited is not None and self._runner.busy and self._draft is not None:
            return
        scenario, run = self.scenario, self.run
        same = retold(run, scenario) if run is not None else None
        if same is not None:
            self._runner.drop()
            self._awaited = None
            self._take(same)
            return
        self._awaited = scenario
        try:
            self._runner.start(scenario, run)
        except ScenarioError as error:
            self._awaited = None
            self._take_back(error)

    def _run_finished(self, scenario: Scenario, run: Run) -> None:
        if scenario is not self._awaited:
            return
        self._awaited = None
        self._take(run)
        if scenario is not self.scenario:
            self._simulate()

    def _take(self, run: Run) -> None:
        self.document.run = run
        self.run_changed.emit()

    def _run_cancelled(self) -> None:
        """Who does not want to wait for an edit's run does not want the edit."""
        if self._awaited is None:
            return
        self._awaited = None
        self._return_to_run()

    def _take_back(self, error: ScenarioError) -> None:
        self.refusal = told_error(error)
        self._messages.problem(self.tr("That cannot be run."), self.refusal.splitlines())
        self._return_to_run()

    def _return_to_run(self) -> None:
        """Undo down to the scenario whose run is shown."""
        self._draft = None
        shown, history = self.run.scenario, self.document.history
        while history.can_undo and history.scenario is not shown and history.scenario != shown:
            history.undo()
        self.scenario_changed.emit()
        self.history_changed.emit()
