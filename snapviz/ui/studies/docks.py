"""The docks of comparison and sweep: shown when they are asked for, below the diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from shiboken6 import isValid

from snapviz.ui.docks import LOWER_DOCKS
from snapviz.ui.session import Session
from snapviz.ui.studies.compare import ComparePanel
from snapviz.ui.studies.comparing import ComparisonModel
from snapviz.ui.studies.sweep import SweepPanel

if TYPE_CHECKING:
    from snapviz.ui.docks import Dock
    from snapviz.ui.main_window import MainWindow

SHARE = 0.4
LEAST, MOST = 0.28, 0.6
"""Of the window's height: the share that the first of them gets, and that others leave it."""
LOW = 820
"""A window less high, in pixels, has no room for what stands at the left as well."""


class Studies(QObject):
    """``comparison``: the model that the dock and a card among the snapshots show."""

    def __init__(self, window: MainWindow, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self._window = window
        self._aside: list[Dock] = []
        self.comparison = ComparisonModel(session, window.settings, self)
        self.compare = ComparePanel(session, self.comparison, window)
        self.sweep = SweepPanel(session, window)
        for name, panel in (("compare", self.compare), ("sweep", self.sweep)):
            panel.close_wanted.connect(window.dock[name].hide)
            panel.caption_changed.connect(window.dock[name].heading.set_caption)
        self._docks = [window.dock[name] for name in LOWER_DOCKS]
        # Open since the last session, they are as high as they were left.
        self._stood = bool(self._standing)
        for dock in self._docks:
            dock.visibilityChanged.connect(self._make_room)

    @property
    def _standing(self) -> list[Dock]:
        """Those of them that stand in the window, one before another."""
        return [dock for dock in self._docks if not dock.isHidden() and not dock.isFloating()]

    def _grow(self) -> None:
        """Shown by whomever, the first of them has no height to speak of, or far too much."""
        if not isValid(self._window):
            return
        room = self._window.height()
        if self._standing and not LEAST * room <= self._standing[0].height() <= MOST * room:
            wanted = round(room * SHARE)
            self._window.resizeDocks(self._standing[:1], [wanted], Qt.Orientation.Vertical)
        self._window.central.view.setUpdatesEnabled(True)

    def _make_room(self, _visible: bool = True) -> None:
        """In a low window the docks at the left go while one of these is there."""
        if not isValid(self._window) or self._window.proportions.is_aside:
            # A window on its way out hides its docks; others come back as they were.
            return
        docks, wanted = self._window.dock, bool(self._standing)
        if wanted != self._stood:
            self._stood = wanted
            # Only the next turn of the event loop knows the height that it was given, and
            # the diagram need not be laid out for that one too.
            self._window.central.view.setUpdatesEnabled(False)
            QTimer.singleShot(0, self, self._grow)
        if wanted and not self._aside and self._window.height() < LOW:
            left = [docks[name] for name in ("topology", "script", "notes")]
            self._aside = [dock for dock in left if not dock.isHidden()]
            for dock in self._aside:
                dock.hide()
        elif not wanted and self._aside:
            aside, self._aside = self._aside, []
            for dock in aside:
                dock.show()
            balance = self._window.proportions.balance
            QTimer.singleShot(0, self._window.proportions, balance)

    def end(self) -> None:
        """The window closes."""
        self.comparison.end()
        self.sweep.end()
