"""Trying a parser on the start of a log while it is being written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from snapviz.scenario import ScenarioError
from snapviz.scenario.files import read_whole
from snapviz.ui.job import Job
from snapviz.ui.logs.strip import LogStrip
from snapviz.ui.refusals import told_lines

PREVIEWED = 1 << 16  # bytes


class Trial(QObject):
    """Tells a strip what the parser in it finds in the log at ``path``."""

    def __init__(self, strip: LogStrip, parent: QObject | None = None):
        super().__init__(parent)
        self.strip = strip
        self.path: Path | None = None
        self._job = Job(self)
        self._job.finished.connect(self._tell)
        strip.preview_wanted.connect(self._start)

    def end(self) -> None:
        """Stop trying."""
        self._job.end()

    def _start(self, parser: str, delimiter: str) -> None:
        path = self.path
        self._job.start(answered(lambda: _found(path, parser, delimiter)))

    def _tell(self, answer: Any) -> None:
        if isinstance(answer, ScenarioError):
            self.strip.tell_problem("\n".join(told_lines(answer, 3)))
        else:
            self.strip.tell(*answer)


def how(parser: str, delimiter: str) -> tuple[str | None, str | None]:
    """A parser that is given comes with its delimiter, even if that is none."""
    return (parser, delimiter) if parser else (None, delimiter or None)


def _found(path: Path, parser: str, delimiter: str) -> tuple[int, int]:
    """How many events and hosts a parser finds in the start of a log."""
    from snapviz.formats.kinds import text_of
    from snapviz.formats.shiviz.reading import read_records

    start = text_of(read_whole(str(path))[:PREVIEWED])
    found = read_records(start, *how(parser, delimiter))
    hosts = {host for one in found.executions for host in one.hosts}
    return sum(len(one.lines) for one in found.executions), len(hosts)


def answered(ask: Callable[[], Any]) -> Callable[[], Iterator[Any]]:
    """One step: the answer, or the error that came instead."""

    def steps() -> Iterator[Any]:
        try:
            yield ask()
        except ScenarioError as error:
            yield error

    return steps
