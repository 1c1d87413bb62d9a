"""The window as a step wants it: play-head, future, selection, what would tell too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from snapviz.lessons.model import Stage
from snapviz.ui.selection import ProcessItem

if TYPE_CHECKING:
    from snapviz.ui.workbench import Workbench


class WindowStage:
    """Sets the window of a workbench, and gives back what it took away."""

    def __init__(self, bench: Workbench, window) -> None:
        self._bench = bench
        self._window = window
        self._hidden: list[tuple[QWidget, bool]] = []

    def set(self, stage: Stage, is_told: bool) -> None:
        """Set it. ``is_told``: the answer is known already, so nothing is hidden."""
        self.bring_back()
        session = self._bench.session
        if stage.at_us is not None:
            session.playback.pause()
            session.playback.scrub(stage.at_us)
        self._bench.set_future(stage.future or self._window.settings.future)
        session.selection.set(*(ProcessItem(name) for name in stage.select))
        if not is_told:
            for name in stage.hide:
                self._hide(name)

    def _hide(self, name: str) -> None:
        widget = self._window.statusBar() if name == "status" else self._window.dock[name]
        if not widget.isHidden():
            self._hidden.append((widget, not widget.visibleRegion().isEmpty()))
            widget.hide()

    def bring_back(self) -> None:
        """Show again what was hidden; what was in front is in front."""
        hidden, self._hidden = self._hidden, []
        if not isValid(self._window):
            return
        for widget, was_in_front in hidden:
            widget.show()
            if was_in_front:
                widget.raise_()

    def leave(self) -> None:
        """No lesson any more: everything is as the person has chosen it."""
        self.bring_back()
        self._bench.set_future(self._window.settings.future)
        self._bench.central.view.set_recovery_line(None)
