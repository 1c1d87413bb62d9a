"""The beginning of a long run, shown while the rest of it is still simulated."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snapviz.diagram.readiness import derive
from snapviz.run import Run
from snapviz.scenario.model import Scenario
from snapviz.simulation import Simulation
from snapviz.ui.central import CentralArea
from snapviz.ui.docks import Heading
from snapviz.ui.document import Document
from snapviz.ui.editor import Editor
from snapviz.ui.figures import round_ms_text
from snapviz.ui.job import Job
from snapviz.ui.opening import Opening
from snapviz.ui.runner import is_large
from snapviz.ui.spacetime.canvas import Canvas
from snapviz.ui.wording import filled

MOST_COVERED = 0.1  # of its time simulated when the first progress is told: the rest is worth it
INSTANTS_A_STEP = 500
translate = QCoreApplication.translate


class Glimpse(QObject):
    """While a document is opened whose run takes long: what happened so far, in place of nothing.

    The beginning is simulated once more, in a thread, as the run under way cannot be looked at.
    """

    def __init__(self, opening: Opening, editor: Editor, central: CentralArea, parent: QObject):
        super().__init__(parent)
        self._opening, self._central = opening, central
        runner = opening.runner
        self._document: Document | None = None
        self._page: Beginning | None = None
        self._job = Job(self)
        self._job.finished.connect(self._show)
        runner.progressed.connect(self._begin)
        # After the files, which show the diagram of a run that belongs to a document.
        runner.finished.connect(self._leave)
        runner.cancelled.connect(self._leave)
        # Whoever edits what stands behind it wants to see what becomes of it.
        editor.scenario_changed.connect(self._give_way)

    @property
    def page(self) -> Beginning | None:
        """What is shown now, if anything is."""
        return self._page

    def _begin(self) -> None:
        """Once for each document that is awaited; what is seen of another one goes."""
        document, covered = self._opening.awaited, self._opening.runner.covered
        if document is self._document:
            return
        self._leave()
        self._document = document
        if document is None or covered >= MOST_COVERED:
            return
        until_us = round(covered * document.scenario.duration_us)
        if until_us > 0:
            self._job.start(lambda: _beginning(document.scenario, until_us))

    def _show(self, run: Run) -> None:
        central = self._central
        title = self._document.title or central.heading.texts[0]
        self._page = Beginning(run, title, central)
        central.show_for_now(self._page)

    def _leave(self) -> None:
        """The run is there, or nobody wants it; what is shown instead may be there already."""
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


class Beginning(QWidget):
    """The diagram of what happened so far, below a heading like that of the whole."""

    def __init__(self, run: Run, title: str, central: CentralArea):
        super().__init__(central)
        self.setObjectName("glimpse")
        self._until_us = run.until_us
        self.heading, canvas = Heading(self), Canvas(central.view.theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(canvas, 1)
        canvas.set_run(run)
        central.view.theme_changed.connect(canvas.set_theme)
        self.heading.set_title(title)
        self.retranslate()

    def retranslate(self) -> None:
        text = translate("Glimpse", "the first %1 ms; the rest is being simulated")
        self.heading.set_caption(filled(text, round_ms_text(round(self._until_us, -3))))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


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
