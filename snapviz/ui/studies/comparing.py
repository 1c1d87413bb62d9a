"""The comparison of the scenario on screen: made when somebody looks, and kept in step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from snapviz.diagram.figures import grouped
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import Scenario, TakeSnapshot
from snapviz.simulation import with_protocol
from snapviz.study.comparison import Comparing, Comparison
from snapviz.study.guide import Guide, guide
from snapviz.study.progress import Cancelled, Progress, ShouldStop
from snapviz.ui.session import Session
from snapviz.ui.settings import Settings
from snapviz.ui.studies.job import StudyJob
from snapviz.ui.wording import filled

SETTLED_MS = 350  # for so long nothing is edited before it is run again
INSTANTS = 2_000
MOST_ROWS = 2_000_000
UNASKED_ROWS = 20_000  # in the run of the scenario, up to which it is compared unasked


class ComparisonModel(QObject):
    """``changed``: another result, or whether it is out of date, running, or failed.

    ``result`` and ``guide`` are of the last comparison that ended; ``stale``: the scenario or the
    choice of protocols has changed since. ``failure`` says why there is none.
    """

    changed = Signal()
    progressed = Signal(float)

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._viewers: list[tuple[Callable[[], bool], bool]] = []
        self._made_of: tuple | None = None
        self._cancelled: tuple | None = None
        self.result: Comparison | None = None
        self.guide: Guide | None = None
        self.failure = ""
        known = [name for name in settings.compared if name in SNAPSHOT_PROTOCOLS]
        self._protocols = known or list(SNAPSHOT_PROTOCOLS)
        self._job = StudyJob(self)
        self._job.progressed.connect(self.progressed)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._run)
        session.editor.history_changed.connect(self._edited)
        session.editor.document_changed.connect(self._forget)
        session.editor.run_changed.connect(self._run_changed)

    # What is asked

    @property
    def protocols(self) -> list[str]:
        """What is compared, in the order of the registry."""
        return [name for name in SNAPSHOT_PROTOCOLS if name in self._protocols]

    def choose(self, names: list[str]) -> None:
        """Compare these from now on; remembered. Nothing chosen is not heard."""
        if names and set(names) != set(self._protocols):
            self._protocols = names
            everything = len(names) == len(SNAPSHOT_PROTOCOLS)
            self._settings.compared = [] if everything else self.protocols
            self._edited()

    @property
    def scenario(self) -> Scenario | None:
        """What is compared: the document, whatever the diagram previews."""
        document = self._session.editor.document
        return document.scenario if document else None

    @property
    def has_snapshots(self) -> bool:
        scenario = self.scenario
        return scenario is not None and any(isinstance(a, TakeSnapshot) for a in scenario.script)

    @property
    def busy(self) -> bool:
        return self._job.busy

    @property
    def stale(self) -> bool:
        return self.result is not None and self._made_of != self._asked()

    def _asked(self) -> tuple:
        """What a result depends on: texts and positions are none of it."""
        scenario = self.scenario
        if scenario is None:
            return (None, ())
        processes = tuple(replace(process, position=None) for process in scenario.processes)
        bare = replace(scenario, title="", description="", processes=processes, branches=())
        return bare, tuple(self.protocols)

    # When it is asked

    def add_viewer(self, looks: Callable[[], bool], asks: bool = True) -> None:
        """``looks``: whether somebody sees the result there. ``asks``: only who wants it does."""
        self._viewers.append((looks, asks))

    @property
    def is_long(self) -> bool:
        """Whether it takes so long that only who asks for a comparison gets one."""
        run = self._session.editor.run
        return run is None or run.trace.row_count > UNASKED_ROWS

    def look(self) -> None:
        """Somebody has begun to look: see that there is something."""
        if self._is_missing() and not self.busy and self._is_wanted():
            self._settled.start(0)

    def _is_wanted(self) -> bool:
        return any(looks() for looks, asks in self._viewers if asks or not self.is_long)

    def _run_changed(self) -> None:
        """How long it would take is known."""
        if self.result is None:
            self.changed.emit()

    def again(self) -> None:
        """Run it now, though it was cancelled."""
        self._cancelled = None
        self.look()

    def _is_missing(self) -> bool:
        asked = self._asked()
        return self.has_snapshots and asked not in (self._made_of, self._cancelled)

    def _edited(self) -> None:
        if self._asked() != self._made_of:
            self._job.cancel()
            if self._is_wanted():
                self._settled.start(SETTLED_MS)
        self.changed.emit()

    def _forget(self) -> None:
        self.cancel()
        self.result = self.guide = self._made_of = self._cancelled = None
        self.failure = ""
        self._edited()

    # Running

    def _run(self) -> None:
        if not self._is_missing():
            self.changed.emit()
            return
        asked, scenario, names = self._asked(), self.scenario, self.protocols
        too_long = filled(
            self.tr("In one of these runs more than %1 things happen; shorten the duration."),
            grouped(MOST_ROWS),
        )

        def work(progress: Progress, should_stop: ShouldStop) -> tuple:
            comparing = Comparing(scenario, names)
            while not comparing.advance(INSTANTS):
                if should_stop():
                    raise Cancelled
                if comparing.rows > MOST_ROWS:
                    raise ValueError(too_long)
                progress(comparing.progress)
            found = comparing.finish()
            return asked, found, guide(found)

        self._job.start(work)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop the run under way; it begins again with the next edit, or `again`."""
        self._settled.stop()
        if self._job.busy:
            self._job.cancel()
            self._cancelled = self._asked()
            self.changed.emit()

    @property
    def cancelled(self) -> bool:
        return self._cancelled is not None and self._cancelled == self._asked()

    def end(self) -> None:
        """The window closes."""
        self._settled.stop()
        self._job.end()

    def _finished(self, found: tuple) -> None:
        self._made_of, self.result, self.guide = found
        self.failure = ""
        self.changed.emit()

    def _failed(self, words: str) -> None:
        self._cancelled, self.failure = self._asked(), words
        self.result = self.guide = self._made_of = None
        self.changed.emit()

    # In the diagram

    def preview(self, protocol: str) -> bool:
        """Show the run under a protocol in the diagram, as a preview."""
        return self._session.editor.preview(
            lambda scenario: with_protocol(scenario, protocol), self.tr("Another protocol")
        )

    def end_preview(self) -> None:
        """Show the scenario as it is."""
        self._session.editor.cancel()

    def use(self, protocol: str, label: str) -> None:
        """Take every snapshot of the scenario with a protocol: one edit."""
        self._session.editor.edit(lambda scenario: with_protocol(scenario, protocol), label)
