"""A line with the counts of the run's partial order, which `snapviz analyze` prints too."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from snapviz.causality.facts import Facts, facts
from snapviz.diagram.figures import grouped
from snapviz.run import Run
from snapviz.ui.panels.states.work import LIMIT
from snapviz.ui.studies.job import StudyJob
from snapviz.ui.wording import DOT, filled

MOST_EVENTS = 100_000  # some seconds of work


class CountsLine(QLabel):
    """Counted in a thread; empty until then."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("states.counts")
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self._of: Run | None = None
        self._found: Facts | None = None
        self._job = StudyJob(self)
        self._job.finished.connect(self._show)

    def show_run(self, run: Run | None) -> None:
        """Count another run; of the same nothing is to be done."""
        if run is self._of:
            return
        self._of, self._found = run, None
        self._job.cancel()
        self.retranslate()
        if run is not None and run.computation.event_count <= MOST_EVENTS:
            c = run.computation
            self._job.start(lambda progress, stop: facts(c, LIMIT))

    def end(self) -> None:
        """Stop all work."""
        self._job.end()

    def _show(self, found: Facts) -> None:
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        self.setText("" if self._found is None else self._text(self._found))
        if self._of is not None and self._of.computation.event_count > MOST_EVENTS:
            text = self.tr("The run is long; snapviz analyze counts what is concurrent in it.")
            self.setText(text)
        self.setToolTip(
            self.tr(
                "Width: the most events that are concurrent at once. Direct edges: messages that "
                "teach their receiver something new."
            )
        )
        self.setVisible(bool(self.text()))

    def _text(self, found: Facts) -> str:
        cuts = found.consistent_cuts
        number = filled(self.tr("more than %1"), grouped(LIMIT)) if cuts is None else grouped(cuts)
        parts = (
            (self.tr("events %1"), grouped(found.events)),
            (self.tr("direct edges %1"), grouped(found.messages)),
            (self.tr("concurrent pairs %1"), grouped(found.concurrent_pairs)),
            (self.tr("longest chain %1"), grouped(found.longest_chain)),
            (self.tr("width %1"), grouped(found.width)),
            (self.tr("consistent cuts %1"), number),
        )
        return DOT.join(filled(words, value) for words, value in parts)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
