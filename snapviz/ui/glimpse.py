"""The beginning of a long run, shown while the rest of it is still simulated."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from snapviz.diagram.readiness import derive
from snapviz.run import Run
from snapviz.scenario.model import Scenario
from snapviz.simulation import Simulation
from snapviz.ui.beginning import Beginning
from snapviz.ui.central import CentralArea
from snapviz.ui.document import Document
from snapviz.ui.editor import Editor
from snapviz.ui.figures import round_ms_text
from snapviz.ui.job import Job
from snapviz.ui.opening import Opening, name_of
from snapviz.ui.runner import is_large
from snapviz.ui.wording import filled

MOST_COVERED = 0.1  # of its time simulated when the first progress is told: the rest is worth it
INSTANTS_A_STEP = 500


class Glimpse(QObject):
    """While a document is opened whose run takes long: what happened so far, in place of nothing.

    The beginning is simulated once more, in a thread, as the run under way cannot be looked at.
    """

    def __init__(self, opening: Opening, editor: Editor, central: CentralArea, parent: QObject):
        super().__init__(parent)
        self._opening, self._editor, self._central = opening, editor, central
        runner = opening.runner
        self._document: Document | None = None
        self._page: Beginning | None = None
        self._job = Job(self)
        self._job.finished.connect(self._show)
        runner.progressed.connect(self._follow)
        # After the files, which show the diagram of a run that belongs to a document.
        runner.finished.connect(self._hand_over)
        runner.cancelled.connect(self._leave)
        # Whoever edits what stands behind it wants to see what becomes of it.
        editor.scenario_changed.connect(self._change)

    @property
    def page(self) -> Beginning | None:
        """What is shown now, if anything is."""
        return self._page

    def _follow(self) -> None:
        """Begin once for each document that is awaited; what is seen of another one goes."""
        document, covered = self._opening.awaited, self._opening.runner.covered
        if document is self._document:
            if self._page is not None:
                self._page.set_covered(covered)
            return
        self._leave()
        self._document = document
        if document is None or covered >= MOST_COVERED:
            return
        until_us = round(covered * document.scenario.duration_us)
        if until_us > 0:
            self._job.start(lambda: _beginning(document.scenario, until_us))

    def _show(self, run: Run) -> None:
        central, here = self._central, self._editor.document
        title = self._document.title or name_of(self._document) or central.heading.texts[0]
        is_seen = here is not None and not central.on_start_page
        around = (name_of(here) or self.tr("the diagram before")) if is_seen else ""
        self._page = Beginning(run, title, around, central)
        self._page.left.connect(self._give_way)
        central.show_for_now(self._page)

    def _hand_over(self) -> None:
        """The whole run is there: what was looked at stays where it is."""
        page, document = self._page, self._document
        self._leave()
        if page is not None and self._editor.document is document:
            view, messages = self._central.view, self._central.messages
            view.set_visible_range(*page.visible_range())
            messages.tell(lambda: messages.success(*self._told(document), view.fit))

    def _told(self, document: Document) -> tuple[str, str]:
        text = self.tr("The whole run is there, %1 ms of it.")
        ms = round_ms_text(document.scenario.duration_us)
        return filled(text, ms), self.tr("Show all of it")

    def _change(self) -> None:
        """An edit of what stands behind it; not that what is awaited stands there now."""
        if self._editor.document is not self._document:
            self._give_way()

    def _leave(self) -> None:
        """Nobody wants it any more; what is shown instead may be there already."""
        self._give_way()
        self._document = None

    def _give_way(self) -> None:
        """Show again what stood here; it does not come back for this document."""
        self._job.drop()
        page, self._page = self._page, None
        if page is not None:
            self._central.take_away(page)
            page.deleteLater()

    def end(self) -> None:
        """Stop all work."""
        self._job.end()


def _beginning(scenario: Scenario, until_us: int) -> Iterator[Run | None]:
    simulation = Simulation(scenario, until_us)
    while not simulation.advance(INSTANTS_A_STEP):
        yield None
    run = simulation.finish()
    simulation.close()
    if is_large(run.trace.row_count, run.trace.message_count):
        for _ in derive(run):
            yield None
    yield run
