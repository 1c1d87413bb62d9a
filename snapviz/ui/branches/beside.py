"""The base run above the diagram of a branch, or what differs between them."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from snapviz.diagram.theme import Theme
from snapviz.run import Run
from snapviz.ui.branches.comparison import ComparisonView
from snapviz.ui.docks import Heading
from snapviz.ui.spacetime.view import SpaceTimeView


class Beside(QWidget):
    """Its diagram shows the same stretch of time as that of the branch, and the same play-head."""

    def __init__(self, theme: Theme, view: SpaceTimeView, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("branch.beside")
        self._followed = view
        self._is_linking = False
        self.heading = Heading(self)
        self.view = SpaceTimeView(theme, self)
        self.view.setObjectName("view.base")
        self.comparison = ComparisonView(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.comparison)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._pages, 1)
        view.range_changed.connect(lambda a, b: self._link(self.view, a, b))
        self.view.range_changed.connect(lambda a, b: self._link(view, a, b))

    def _link(self, other: SpaceTimeView, from_us: int, to_us: int) -> None:
        if self._is_linking or self.view.run is None or self.isHidden():
            return
        self._is_linking = True
        other.set_visible_range(from_us, to_us)
        self._is_linking = False

    def show_base(self, run: Run | None) -> None:
        """Show the base run, as far as it is known."""
        self._is_linking = True
        self.view.set_run(run)
        if run is not None:
            self.view.set_visible_range(*self._followed.visible_range())
        self._is_linking = False

    def show_time(self, time_us: int) -> None:
        """The play-head stands at an instant: all that happened up to it lies behind."""
        if self.view.run is not None:
            self.view.set_position(self.view.run.trace.rows_at(time_us), time_us)

    def show_comparison(self, wanted: bool) -> None:
        """Show what differs in place of the base run's diagram."""
        self._pages.setCurrentWidget(self.comparison if wanted else self.view)

    @property
    def compares(self) -> bool:
        return self._pages.currentWidget() is self.comparison

    def set_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)
        self.comparison.set_theme(theme)
