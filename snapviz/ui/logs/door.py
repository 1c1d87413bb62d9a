"""From the file of a log to the diagram: read in a thread, and shown as a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from snapviz.scenario import ScenarioError
from snapviz.ui.document import Document
from snapviz.ui.job import Job
from snapviz.ui.logs.strip import LogStrip
from snapviz.ui.logs.trial import Trial, answered, how
from snapviz.ui.logs.unread import UnreadStrip
from snapviz.ui.refusals import lines_later, told_lines
from snapviz.ui.wording import filled

HEAD = 1 << 16  # bytes by which a file is known
SHOWN_PROBLEMS = 200


def is_log(path: Path) -> bool:
    """Whether the start of a file is that of a log; a file that cannot be read is none."""
    return _kind(path) != "scenario"


def _kind(path: Path) -> str:
    from snapviz.formats.kinds import kind_of

    try:
        with path.open("rb") as file:
            return kind_of(file.read(HEAD))
    except (OSError, ValueError):
        return "scenario"


class Logs(QObject):
    """``ready`` carries a document that shows an execution, ``refused`` what to say instead.

    Whoever shows the document then calls ``introduce``; until then another may be on screen.
    Of a log that was refused, the parser can be corrected in ``unread``.
    """

    ready = Signal(object)
    refused = Signal(object, object)  # what words it, and what lists the details

    def __init__(self, strip: LogStrip, unread: UnreadStrip, parent: QObject | None = None):
        super().__init__(parent)
        self._strip, self._unread = strip, unread
        self._reading: _Wanted | None = None
        self._read_last: _Shown | None = None
        self._shown: _Shown | None = None
        self._job = Job(self)
        self._job.finished.connect(self._read)
        self._tried = Trial(strip, self), Trial(unread, self)
        strip.chosen.connect(self.choose)
        for trial in self._tried:
            trial.strip.read_wanted.connect(lambda *how, t=trial: self.open(t.path, *how))

    @property
    def log(self) -> Any:
        """The log that is shown."""
        return self._read_last.log

    @property
    def place(self) -> int:
        """Which of its executions is."""
        return self._read_last.place

    @property
    def busy(self) -> bool:
        return self._job.busy

    def open(self, path: Path, parser: str = "", delimiter: str = "") -> None:
        """Read a log; `ready` or `refused` follows. Contradicting clocks are shown and told.

        Without a parser the one that fits is looked for.
        """
        self._reading = _Wanted(path, parser, delimiter)
        self._job.start(answered(lambda: _opened(path, parser, delimiter)))

    def choose(self, place: int) -> None:
        """Show another execution of the log; `ready` follows."""
        shown = self._shown
        self._job.start(answered(lambda: _Shown(shown.log, place, shown.path)))

    def drop(self) -> None:
        """Forget what is being read, for something else is wanted."""
        self._job.drop()

    def end(self) -> None:
        """Stop reading."""
        self._job.end()
        for trial in self._tried:
            trial.end()

    def _read(self, answer: Any) -> None:
        if isinstance(answer, ScenarioError):
            self._refuse(answer)
            return
        self._read_last = answer
        self.ready.emit(Document.of_log(answer.run, answer.path))

    def _refuse(self, error: ScenarioError) -> None:
        wanted = self._reading
        self.refused.emit(
            lambda: filled(self.tr("%1 was not opened."), wanted.path.name),
            lines_later(error, SHOWN_PROBLEMS),
        )
        if _kind(wanted.path) == "log" and not self._is_shown(wanted.path):
            self._let_correct(wanted, "\n".join(told_lines(error, 3)))

    def _is_shown(self, path: Path) -> bool:
        """Whether its parser can be corrected above the diagram."""
        return self._strip.isVisible() and self._shown.path == path

    def _let_correct(self, wanted: _Wanted, problem: str) -> None:
        from snapviz.formats.shiviz.presets import DEFAULT

        _, trial = self._tried
        trial.path = wanted.path
        self._offer(self._unread)
        parser = wanted.parser or DEFAULT
        self._unread.ask(wanted.path.name, parser, wanted.delimiter, problem)

    def introduce(self) -> None:
        """Say how the log that is on screen now was read, and what in it contradicts itself."""
        shown = self._shown = self._read_last
        self._tried[0].path = shown.path
        labels = [one.label for one in shown.log.executions]
        preset = shown.log.preset
        self._offer(self._strip)
        self._strip.show_log(labels, shown.place, preset.parser, preset.delimiter)
        self._strip.tell(shown.run.computation.event_count, len(shown.run.trace.process_ids))
        if shown.execution.findings:
            error = ScenarioError([finding.problem for finding in shown.execution.findings])
            name = shown.path.name
            self.refused.emit(
                lambda: filled(
                    self.tr("The clocks of %1 contradict one another; what can be true is shown."),
                    name,
                ),
                lines_later(error, SHOWN_PROBLEMS),
            )

    @staticmethod
    def _offer(strip: LogStrip) -> None:
        from snapviz.formats.shiviz.presets import PRESETS

        strip.offer([(name, p.parser, p.delimiter) for name, p in PRESETS.items()])


@dataclass(frozen=True)
class _Wanted:
    """The log that is being read, and how."""

    path: Path
    parser: str
    delimiter: str


class _Shown:
    """An execution of a log as a run; made in the thread, for it takes its time."""

    def __init__(self, log: Any, place: int, path: Path) -> None:
        from snapviz.formats.logged_run import LoggedRun, log_title

        self.log, self.place, self.path = log, place, path
        self.execution = log.executions[place]
        self.run = LoggedRun(self.execution, log_title(path, self.execution.label))


def _opened(path: Path, parser: str, delimiter: str) -> _Shown:
    from snapviz.formats.logs import load_log

    return _Shown(load_log(path, *how(parser, delimiter), lenient=True), 0, path)
