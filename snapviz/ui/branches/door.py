"""Branches in the window: continue from the play-head, choose, rename, delete, compare."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from snapviz.run import Run
from snapviz.scenario import branching
from snapviz.scenario.model import Scenario
from snapviz.simulation import retold
from snapviz.ui.branches.beside import Beside
from snapviz.ui.central import CentralArea
from snapviz.ui.figures import round_ms_text
from snapviz.ui.runner import Runner
from snapviz.ui.session import Session
from snapviz.ui.wording import filled


class Branches(QObject):
    """Lets the strip and the diagram of the base run follow the editor.

    A runner of its own simulates the base run where it is not the one that was shown last.
    """

    def __init__(self, session: Session, central: CentralArea, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._editor = session, session.editor
        self._central = central
        self._strip = central.branch_strip
        self._beside: Beside | None = None
        self._base: Run | None = None
        self._runner = Runner(self)
        self._runner.finished.connect(self._base_finished)
        self._connect()

    def _connect(self) -> None:
        editor, strip = self._editor, self._strip
        self._session.actions["continueFromHere"].triggered.connect(self.continue_from_here)
        editor.document_changed.connect(self._forget)
        editor.branch_changed.connect(self._take_base)
        editor.scenario_changed.connect(self._follow)
        editor.run_changed.connect(self._show_run)
        self._session.playback.position_changed.connect(self._show_position)
        strip.chosen.connect(self._choose)
        strip.renamed.connect(self._rename)
        strip.delete_wanted.connect(self.delete)
        strip.compare_toggled.connect(self._compare)

    @property
    def base_run(self) -> Run | None:
        """The run beside that of a branch; None while it is not known."""
        return self._base

    @property
    def beside(self) -> Beside | None:
        """What is shown above a branch's diagram, once it was wanted."""
        return self._beside

    # What a person does

    def continue_from_here(self) -> None:
        """Make a branch that begins at the play-head, and show it."""
        at_us, text = self._session.playback.time_us, self.tr("Continue from %1 ms as “%2”")
        self._session.grow_branch(
            self.tr("what if"), at_us, lambda name: filled(text, round_ms_text(at_us), name)
        )

    def _choose(self, name: str | None) -> None:
        self._session.playback.pause()
        self._session.selection.clear()
        self._editor.choose_branch(name)

    def _rename(self, wanted: str) -> None:
        name = self._editor.branch.name
        label = filled(self.tr("Rename branch “%1” to “%2”"), name, wanted)
        done = self._editor.edit_branches(
            lambda scenario: branching.renamed_branch(scenario, name, wanted), label, wanted
        )
        if not done:
            self._editor.tell_refusal()

    def delete(self) -> None:
        """Delete the branch that is shown; the base run is shown then."""
        name = self._editor.branch.name
        self._session.selection.clear()
        self._editor.edit_branches(
            lambda scenario: branching.without_branch(scenario, name),
            filled(self.tr("Delete branch “%1”"), name),
            None,
        )

    def _compare(self, wanted: bool) -> None:
        if self._beside is None:
            return
        self._beside.show_comparison(wanted)
        self._word_heading()
        if wanted:
            self._ask_comparison()

    def _ask_comparison(self) -> None:
        editor, branch = self._editor, self._editor.branch
        known = self._base is not None and editor.run is not None and branch is not None
        if known and editor.run.scenario == editor.scenario:
            comparison = self._beside.comparison
            comparison.ask(self._base, editor.run, branch.name, branch.from_us)

    # Following

    def _forget(self) -> None:
        self._runner.drop()
        self._base = None
        if self._beside is not None:
            self._beside.comparison.job.drop()

    def _take_base(self) -> None:
        """Another branch: the run shown so far may be the base run."""
        run = self._editor.run
        if self._base is None and run is not None and self._fits(run):
            self._base = run

    def _fits(self, run: Run) -> bool:
        """Whether it is the base run of the scenario as it is now."""
        base = replace(self._editor.base, branches=run.scenario.branches)
        return base == run.scenario or retold(run, base) is not None

    def _follow(self) -> None:
        """The scenario is another: so may the base run be, and the branches."""
        editor = self._editor
        branch = editor.branch
        branches = editor.base.branches if editor.base is not None else ()
        if not editor.in_gesture:
            self._strip.show_branches(branches, branch.name if branch else None)
        self._central.view.set_branch(branch.from_us if branch else None)
        if branch is None:
            self._leave()
        else:
            self._see_base()

    def _leave(self) -> None:
        self._runner.drop()
        self._base = None
        self._strip.compare.setChecked(False)
        if self._beside is not None:
            self._beside.comparison.job.drop()
            self._beside.hide()
            self._beside.show_base(None)

    def _see_base(self) -> None:
        if self._beside is None:
            self._make_beside()
        if self._base is not None and not self._fits(self._base):
            self._base = None
        if self._base is None and not self._runner.busy:
            self._runner.start(self._editor.base, self._editor.run)
        self._beside.show()
        self._show_base()

    def _make_beside(self) -> None:
        """Made when it is first wanted: few documents have branches."""
        view = self._central.view
        self._beside = Beside(self._central.theme, view, self._central)
        self._beside.set_theme(self._central.theme)
        self._beside.view.set_future(view.view().future)
        self._beside.view.set_votes(view.view().votes)
        self._beside.view.time_dragged.connect(self._session.playback.scrub)
        self._beside.comparison.event_chosen.connect(self._session.playback.scrub)
        self._central.show_above(self._beside)
        self.retranslate()

    def _base_finished(self, scenario: Scenario, run: Run) -> None:
        if self._editor.branch is None:
            return
        self._base = run
        if not self._fits(run):
            self._base = None
            self._runner.start(self._editor.base, run)
            return
        self._show_base()

    def _show_base(self) -> None:
        if self._beside.view.run is not self._base:
            self._beside.show_base(self._base)
            self._show_position()
            self._show_run()

    def _show_run(self) -> None:
        if self._beside is not None and self._editor.branch is not None and self._beside.compares:
            self._ask_comparison()

    def _show_position(self) -> None:
        if self._beside is not None and self._editor.branch is not None:
            self._beside.show_time(self._session.playback.time_us)

    def end(self) -> None:
        """Stop all work."""
        self._runner.drop()
        if self._beside is not None:
            self._beside.comparison.job.end()

    # Looks and words

    def set_theme(self, theme) -> None:
        self._strip.set_theme(theme)
        if self._beside is not None:
            self._beside.set_theme(theme)

    def set_future(self, mode: str) -> None:
        if self._beside is not None:
            self._beside.view.set_future(mode)

    def set_votes(self, shown: bool) -> None:
        if self._beside is not None:
            self._beside.view.set_votes(shown)

    def _word_heading(self) -> None:
        compares = self._beside.compares
        title = self.tr("Branch and base run") if compares else self.tr("Base run")
        self._beside.heading.set_title(title)

    def retranslate(self) -> None:
        if self._beside is not None:
            self._word_heading()
            self._beside.view.setAccessibleName(self.tr("Base run"))
