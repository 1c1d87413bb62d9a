"""The still part of the topology diagram, kept as it was painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.theme import Theme
from snapviz.ui.spacetime.strokes import Strokes
from snapviz.ui.turns import in_turn

AT_ONCE = 1500  # channels up to which painting them takes no longer than a frame
SLICE_S = 0.010


class Ground(QObject):
    """With very many channels it is painted a few at a time, while the one before still shows."""

    painted = Signal()  # a picture that was begun is there

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._widget = parent
        self.key: tuple = ()
        self.pixmap: QPixmap | None = None
        self._next: tuple[tuple, QPixmap, Theme, Callable[[], DisplayList]] | None = None
        self._strokes: Strokes | None = None

    def shown(
        self,
        key: tuple,
        blank: Callable[[], QPixmap],
        theme: Theme,
        make: Callable[[], DisplayList],
        count: int,
    ) -> QPixmap:
        """What to show of the picture that ``make`` makes; equal keys mean equal pictures.

        ``blank`` makes what it is painted on. ``count``: how many channels there are.
        """
        if key == self.key and self.pixmap is not None:
            self._drop()
            return self.pixmap
        if count <= AT_ONCE:
            self._drop()
            self.key, self.pixmap = key, blank()
            Strokes(make(), theme, self.pixmap).finish()
            return self.pixmap
        if self._next is None or self._next[0] != key:
            self._drop()
            self._next = (key, blank(), theme, make)
            self._next[1].fill(QColor(theme.background))
            in_turn(self._widget, self._go_on)
        begun = self._next[1]
        is_of_size = self.pixmap is not None and self.pixmap.size() == begun.size()
        return self.pixmap if is_of_size else begun

    def _go_on(self) -> None:
        if self._next is None:
            return
        key, pixmap, theme, make = self._next
        if self._strokes is None:
            self._strokes = Strokes(make(), theme, pixmap)
        elif self._strokes.go_on(SLICE_S):
            self._drop()
            self.key, self.pixmap = key, pixmap
            self.painted.emit()
            return
        in_turn(self._widget, self._go_on)

    def forget(self) -> None:
        """Something else is shown, for which nothing that was painted may stand."""
        self._drop()
        self.key, self.pixmap = (), None

    def _drop(self) -> None:
        """Nothing is under way any more."""
        self._next = self._strokes = None
