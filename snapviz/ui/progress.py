"""What the status line tells of work under way, and what its Cancel gives up."""

from __future__ import annotations

from PySide6.QtCore import QObject

from snapviz.ui.editor import Editor
from snapviz.ui.opening import Opening
from snapviz.ui.runner import Runner
from snapviz.ui.status_line import StatusLine


class Progress(QObject):
    """Of a document being opened; else of the run of an edit, which goes on beside it."""

    def __init__(self, status: StatusLine, runner: Runner, editor: Editor, opening: Opening):
        super().__init__(status)
        self._status, self._runner, self._opening = status, runner, opening
        runner.progressed.connect(self._show_edit)
        opening.progressed.connect(self._show_opening)
        for signal in (runner.finished, runner.cancelled, editor.run_changed, opening.ended):
            signal.connect(self._hide)
        status.cancelled.connect(self._cancel)

    def _show_edit(self, share: float) -> None:
        if not self._opening.busy:
            self._status.show_progress(share)

    def _show_opening(self, share: float) -> None:
        self._status.show_progress(share, self._opening.name)

    def _hide(self) -> None:
        if not self._opening.busy and not self._runner.busy:
            self._status.hide_progress()

    def _cancel(self) -> None:
        if self._opening.busy:
            self._opening.cancel()
        else:
            self._runner.cancel()
