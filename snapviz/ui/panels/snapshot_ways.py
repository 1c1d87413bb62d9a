"""How far the snapshots of a run have come, looked up without a stall."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from snapviz.run import Run
from snapviz.study.pipeline import Pipeline, Stage, pipelines
from snapviz.ui.job import Job

AT_ONCE = 4000  # trace rows up to which it takes no thread


class SnapshotWays(QObject):
    """``ready``: the ways of the run are known now."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._run: Run | None = None
        self._found: dict[int, Pipeline] | None = None
        self._job = Job(self)
        self._job.finished.connect(self._finished)

    def set_run(self, run: Run | None) -> None:
        """Another run; nothing is looked up before it is asked for."""
        self._job.drop()
        self._run, self._found = run, None

    def stages(self, number: int, rows: int, time_us: int, given_up: bool) -> tuple[Stage, ...]:
        """Of a snapshot at the play-head; empty where it is not kept, or not known yet."""
        if self._run is None or not self._run.trace.snapshots[number].is_kept:
            return ()
        if self._found is None and not self._job.busy:
            self._look_up(self._run)
        way = (self._found or {}).get(number)
        return () if way is None else way.stages(rows, time_us, given_up)

    def _look_up(self, run: Run) -> None:
        if run.trace.row_count <= AT_ONCE:
            self._found = pipelines(run)
        else:
            self._job.start(lambda: iter((pipelines(run),)))

    def _finished(self, found: dict[int, Pipeline]) -> None:
        self._found = found
        self.ready.emit()

    def end(self) -> None:
        """Stop all work."""
        self._job.end()
