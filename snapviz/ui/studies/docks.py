"""The docks of comparison and sweep: shown when they are asked for, below the diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
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
        for dock in self._docks:
            dock.visibilityChanged.connect(self._make_room)
            dock.toggleViewAction().triggered.connect(
                lambda wanted, dock=dock: self._show_wanted(dock, wanted)
            )

    def show_comparison(self) -> None:
        """Show the comparison in front."""
        self._show(self._window.dock["compare"])

    def show_sweep(self) -> None:
        """Show the sweep in front."""
        self._show(self._window.dock["sweep"])

    def _show_wanted(self, dock: Dock, wanted: bool) -> None:
        if wanted:
            # The menu has shown it already, at no height to speak of.
            dock.hide()
            self._show(dock)

    def _show(self, dock: Dock) -> None:
        others = self._window.tabifiedDockWidgets(dock)
        fresh = dock.isHidden() and all(other.isHidden() for other in others)
        dock.show()
        dock.raise_()
        self._make_room()
        if fresh and not dock.isFloating():
            wanted = round(self._window.height() * SHARE)
            self._window.resizeDocks([dock], [wanted], Qt.Orientation.Vertical)

    def _make_room(self, _visible: bool = True) -> None:
        """In a low window the docks at the left go while one of these is there."""
        if not isValid(self._window):
            # A window on its way out hides its docks.
            return
        docks = self._window.dock
        wanted = any(not dock.isHidden() and not dock.isFloating() for dock in self._docks)
        if wanted and not self._aside and self._window.height() < LOW:
            left = [docks[name] for name in ("topology", "script", "notes")]
            self._aside = [dock for dock in left if not dock.isHidden()]
            for dock in self._aside:
                dock.hide()
        elif not wanted and self._aside:
            aside, self._aside = self._aside, []
            for dock in aside:
                dock.show()

    def end(self) -> None:
        """The window closes."""
        self.comparison.end()
        self.sweep.end()
