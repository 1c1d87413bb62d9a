"""A panel that has something found out in a thread, with its progress and a way to give up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from snapviz.ui.buttons import CloseButton
from snapviz.ui.panels.following import FollowingPanel
from snapviz.ui.session import Session
from snapviz.ui.studies.job import StudyJob

BAR_WIDTH = 140


class AskingPanel(FollowingPanel):
    """``name``: what its parts are called by. ``caption_changed``: what has been found, in short.

    ``close_wanted``: the dock is to go.
    """

    caption_changed = Signal(str)
    close_wanted = Signal()

    def __init__(self, name: str, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self.setObjectName(f"panel.{name}")
        self._job = StudyJob(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(BAR_WIDTH)
        self._cancel = QPushButton(self)
        self._cancel.setObjectName(f"{name}.cancel")
        self._cancel.clicked.connect(self.give_up)
        self._close = CloseButton(name, self)
        self._close.clicked.connect(self.close_wanted)
        self.show_busy(False)

    def give_up(self) -> None:
        """Stop what is being found out."""
        self._job.cancel()
        self.show_busy(False)

    def show_busy(self, is_busy: bool) -> None:
        """Show progress and the way to give up, or neither."""
        self._bar.setVisible(is_busy)
        self._cancel.setVisible(is_busy)

    def end(self) -> None:
        """Stop all work."""
        self._job.end()
