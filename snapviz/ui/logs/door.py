"""From the file of a log to the diagram: read in a thread, and shown as a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from snapviz.scenario import ScenarioError
from snapviz.ui.document import Document
from snapviz.ui.job import Job
from snapviz.ui.logs.strip import LogStrip
from snapviz.ui.refusals import lines_later, told_lines
from snapviz.ui.wording import filled

PREVIEWED = 1 << 16  # characters
HEAD = 1 << 16  # bytes by which a file is known
SHOWN_PROBLEMS = 200


def is_log(path: Path) -> bool:
    """Whether the start of a file is that of a log; a file that cannot be read is none."""
    from snapviz.formats.kinds import kind_of

    try:
        with path.open("rb") as file:
            return kind_of(file.read(HEAD)) != "scenario"
    except (OSError, ValueError):
        return False


class Logs(QObject):
    """``ready`` carries a document that shows an execution, ``refused`` what to say instead.

    Whoever shows the document then calls ``introduce``; until then another may be on screen.
    """

    ready = Signal(object)
    refused = Signal(object, object)  # what words it, and what lists the details

    def __init__(self, strip: LogStrip, parent: QObject | None = None):
        super().__init__(parent)
        self._strip = strip
        self._reading: Path | None = None
        self._read_last: _Shown | None = None
        self._shown: _Shown | None = None
        self._job, self._preview = Job(self), Job(self)
        self._job.finished.connect(self._read)
        self._preview.finished.connect(self._previewed)
        strip.chosen.connect(self.choose)
        strip.read_wanted.connect(lambda *how: self.open(self._shown.path, *how))
        strip.preview_wanted.connect(self._start_preview)

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
        self._reading = path
        self._job.start(_answered(lambda: _opened(path, parser, delimiter)))

    def choose(self, place: int) -> None:
        """Show another execution of the log; `ready` follows."""
        shown = self._shown
        self._job.start(_answered(lambda: _Shown(shown.log, place, shown.path)))

    def end(self) -> None:
        """Stop reading."""
        self._job.end()
        self._preview.end()

    def _read(self, answer: Any) -> None:
        if isinstance(answer, ScenarioError):
            name = self._reading.name
            self.refused.emit(
                lambda: filled(self.tr("%1 was not opened."), name),
                lines_later(answer, SHOWN_PROBLEMS),
            )
            return
        self._read_last = answer
        self.ready.emit(Document.of_log(answer.run, answer.path))

    def introduce(self) -> None:
        """Say how the log that is on screen now was read, and what in it contradicts itself."""
        from snapviz.formats.shiviz.presets import PRESETS

        shown = self._shown = self._read_last
        labels = [one.label for one in shown.log.executions]
        preset = shown.log.preset
        self._strip.offer([(name, p.parser, p.delimiter) for name, p in PRESETS.items()])
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

    def _start_preview(self, parser: str, delimiter: str) -> None:
        path = self._shown.path
        self._preview.start(_answered(lambda: _found(path, parser, delimiter)))

    def _previewed(self, answer: Any) -> None:
        if isinstance(answer, ScenarioError):
            self._strip.tell_problem("\n".join(told_lines(answer, 3)))
        else:
            self._strip.tell(*answer)


class _Shown:
    """An execution of a log as a run; made in the thread, for it takes its time."""

    def __init__(self, log: Any, place: int, path: Path) -> None:
        from snapviz.formats.logged_run import LoggedRun, log_title

        self.log, self.place, self.path = log, place, path
        self.execution = log.executions[place]
        self.run = LoggedRun(self.execution, log_title(path, self.execution.label))


def _how(parser: str, delimiter: str) -> tuple[str | None, str | None]:
    """A parser that is given comes with its delimiter, even if that is none."""
    return (parser, delimiter) if parser else (None, delimiter or None)


def _opened(path: Path, parser: str, delimiter: str) -> _Shown:
    from snapviz.formats.logs import load_log

    return _Shown(load_log(path, *_how(parser, delimiter), lenient=True), 0, path)


def _found(path: Path, parser: str, delimiter: str) -> tuple[int, int]:
    """How many events and hosts a parser finds in the start of a log."""
    from snapviz.formats.shiviz.reading import read_records

    with path.open(encoding="utf-8", errors="replace") as file:
        found = read_records(file.read(PREVIEWED), *_how(parser, delimiter))
    hosts = {host for one in found.executions for host in one.hosts}
    return sum(len(one.lines) for one in found.executions), len(hosts)


def _answered(ask: Callable[[], Any]) -> Callable[[], Iterator[Any]]:
    """One step: the answer, or the error that came instead."""

    def steps() -> Iterator[Any]:
        try:
            yield ask()
        except ScenarioError as error:
            yield error

    return steps
