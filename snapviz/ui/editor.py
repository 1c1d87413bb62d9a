"""The one door for edits: applied, simulated, kept to be undone, told to the views."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from snapviz.documents import catalogue
from snapviz.run import Run
from snapviz.scenario import ScenarioError
from snapviz.scenario.branching import (
    SharedByAll,
    SharedPast,
    branch_place,
    branch_scenario,
    with_branch_edited,
)
from snapviz.scenario.model import Branch, Scenario
from snapviz.scenario.validity import problems_of, take_for_good
from snapviz.simulation import retold
from snapviz.ui.document import Document
from snapviz.ui.figures import round_ms_text
from snapviz.ui.messages import MessageBar
from snapviz.ui.refusals import told, told_later
from snapviz.ui.runner import Runner
from snapviz.ui.wording import filled

Change = Callable[[Scenario], Scenario]


class Editor(QObject):
    """Edits the document and keeps its run in step.

    ``scenario_changed``: `scenario` is another value. ``run_changed``: `run` is another
    one; it follows the scenario at once for small runs and a moment later for large ones.
    ``history_changed``: what can be undone, or whether there is something to save.

    On a branch `scenario` is what the branch stands for, and so is what every edit starts from;
    the document keeps what the edit makes of the branch. ``branch_changed``: it is another one.
    """

    scenario_changed = Signal()
    run_changed = Signal()
    history_changed = Signal()
    document_changed = Signal()
    branch_changed = Signal()

    def __init__(self, runner: Runner, messages: MessageBar, parent: QObject | None = None):
        super().__init__(parent)
        self._runner = runner
        self._messages = messages
        self._draft: Scenario | None = None
        self._draft_label = ""
        self._awaited: Scenario | None = None
        self._branch: str | None = None
        self._shown: list[tuple[Scenario, str, Scenario]] = []
        self.document: Document | None = None
        self._why: Callable[[], str] = str
        runner.finished.connect(self._run_finished)
        runner.cancelled.connect(self._run_cancelled)

    # What there is

    @property
    def scenario(self) -> Scenario | None:
        """The scenario as it is now, a gesture under way included."""
        return self._shown_of(self._whole)

    @property
    def _whole(self) -> Scenario | None:
        """The same with all branches, of which none stands for it."""
        if self._draft is not None:
            return self._draft
        return self.document.scenario if self.document else None

    def _shown_of(self, whole: Scenario | None) -> Scenario | None:
        """What is shown of a whole scenario; always the same value for the same one."""
        if whole is None or self._branch is None:
            return whole
        for known, name, shown in self._shown:
            if known is whole and name == self._branch:
                return shown
        shown = branch_scenario(whole, self._branch)
        # The document's and, while a hand drags, the draft's.
        self._shown = [*self._shown[-1:], (whole, self._branch, shown)]
        return shown

    @property
    def committed(self) -> Scenario | None:
        """The scenario without the gesture under way."""
        return self._shown_of(self.document.scenario) if self.document else None

    @property
    def branch(self) -> Branch | None:
        """The branch that is shown and edited; None: the base run."""
        if self._branch is None:
            return None
        whole = self._whole
        return whole.branches[branch_place(whole, self._branch)]

    @property
    def base(self) -> Scenario | None:
        """The scenario without any of its branches in it, whatever is shown."""
        return self._whole

    @property
    def can_edit(self) -> bool:
        """There is a document, and it is no log, which only tells what has happened."""
        return self.document is not None and not self.document.is_log

    @property
    def run(self) -> Run | None:
        """The latest finished run of the document."""
        return self.document.run if self.document else None

    def set_document(self, document: Document) -> None:
        """Work on another document, whose run is there."""
        self._runner.drop()
        self._draft = self._awaited = self._branch = None
        self._shown = []
        before, self.document = self.run, document
        if document.is_read and not document.dirty:
            take_for_good(document.scenario, catalogue())
        self.document_changed.emit()
        self.scenario_changed.emit()
        self.run_changed.emit()
        self.history_changed.emit()
        self._let_go(before)

    # Branches

    def choose_branch(self, name: str | None) -> None:
        """Show and edit a branch, or the base run."""
        if self.document is None or name == self._branch:
            return
        self.cancel()
        if name is not None:
            branch_place(self.document.scenario, name)
        self._branch = name
        self.branch_changed.emit()
        self._changed()

    def edit_branches(self, change: Change, label: str, branch: str | None) -> bool:
        """Edit the branches themselves, as one entry of the history; then show one, or the base."""
        if self.document is None:
            return False
        if self.document.is_log:
            self._why = self._why_fixed
            return False
        self.cancel()
        self.document.history.seal()
        try:
            scenario = change(self.document.scenario)
        except ValueError as error:
            self._why = partial(told, str(error))
            return False
        self._why = partial(self.document.refuses, scenario)
        if self.refusal:
            return False
        if scenario != self.document.scenario:
            self.document.history.push(scenario, label)
        self._branch = branch
        self.branch_changed.emit()
        self._changed()
        self.history_changed.emit()
        return True

    def _keep_branch(self, before: Scenario) -> None:
        """The history took a step: the branch may be gone, or have another name."""
        branches = self.document.scenario.branches
        if self._branch is None or any(one.name == self._branch for one in branches):
            return
        place = branch_place(before, self._branch)
        is_renamed = len(branches) == len(before.branches)
        self._branch = branches[place].name if is_renamed else None
        self.branch_changed.emit()

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
            self.tell_refusal()
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
        if scenario != self._whole:
            self._draft = scenario
            self._changed()
        return True

    def commit(self) -> bool:
        """End the gesture: its last preview becomes one entry of the history."""
        draft, self._draft = self._draft, None
        if draft is None and self._branch is not None and self.refusal:
            self.tell_refusal()
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
            self._keep_branch(before)
            self._changed()
            self.history_changed.emit()

    def _applied(self, change: Change) -> Scenario | None:
        """The changed scenario, or None with the reason in ``refusal``."""
        self._why = str
        if self.document.is_log:
            self._why = self._why_fixed
            return None
        whole = self.document.scenario
        try:
            scenario = self._kept(whole, change(self._shown_of(whole)))
            if problems := problems_of(scenario, catalogue()):
                raise ScenarioError(problems)
        except (SharedPast, SharedByAll) as error:
            self._why = partial(self._why_shared, type(error), self.branch)
            return None
        except ValueError as error:
            self._why = told_later(error)
            return None
        self._why = partial(self.document.refuses, scenario)
        return None if self.refusal else scenario

    def _kept(self, whole: Scenario, edited: Scenario) -> Scenario:
        """What an edit of what is shown makes of the document."""
        if self._branch is None:
            return edited
        shown = self._shown_of(whole)
        if edited.script == shown.script and edited.delays != shown.delays:
            raise SharedByAll
        return with_branch_edited(whole, self._branch, edited)

    @property
    def refusal(self) -> str:
        """Why the last change was refused, in the language of the window; empty: it was not."""
        return self._why()

    def tell_refusal(self) -> None:
        """Say above the diagram why the last change was refused."""
        why = self._why
        self._messages.tell(
            lambda: self._messages.problem(self.tr("That cannot be done."), why().splitlines())
        )

    def _why_fixed(self) -> str:
        return self.tr(
            "A log has happened already and cannot be changed; open or start a scenario."
        )

    def _why_shared(self, kind: type[SharedPast | SharedByAll], branch: Branch) -> str:
        if issubclass(kind, SharedByAll):
            text = self.tr(
                "Only the script from %2 ms on is the own of the branch “%1”; "
                "switch to the base run to change anything else."
            )
        else:
            text = self.tr(
                "What happens before %2 ms is shared by the branch “%1” and the base run; "
                "switch to the base run to change it."
            )
        return filled(text, branch.name, round_ms_text(branch.from_us))

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
        before, self.document.run = self.document.run, run
        self.run_changed.emit()
        self._let_go(before)

    def _let_go(self, before: Run | None) -> None:
        """The collector does not look through a large run, so no cycle may keep it."""
        if before is not None and before is not self.run:
            before.forget_snapshots()

    def _run_cancelled(self) -> None:
        """Who does not want to wait for an edit's run does not want the edit."""
        if self._awaited is None:
            return
        self._awaited = None
        self._return_to_run()

    def _take_back(self, error: ScenarioError) -> None:
        self._why = why = told_later(error)
        self._messages.tell(
            lambda: self._messages.problem(self.tr("That cannot be run."), why().splitlines())
        )
        self._return_to_run()

    def _return_to_run(self) -> None:
        """Undo down to the scenario whose run is shown, and show its branch or the base again."""
        self._draft = None
        shown, history, before = self.run.scenario, self.document.history, self._branch
        while not self._shows_again(history.scenario, shown) and history.can_undo:
            history.undo()
        names = [branch.name for branch in history.scenario.branches]
        if self._branch not in names:
            self._branch = None
        if self._branch != before:
            self.branch_changed.emit()
        self.scenario_changed.emit()
        self.history_changed.emit()

    def _shows_again(self, whole: Scenario, shown: Scenario) -> bool:
        """Whether the base run or a branch of a scenario gives what is shown; it is chosen then."""
        names = [branch.name for branch in whole.branches]
        for name in (self._branch, None, *names):
            if name is None or name in names:
                made = whole if name is None else branch_scenario(whole, name)
                if made is shown or made == shown:
                    self._branch = name
                    return True
        return False
