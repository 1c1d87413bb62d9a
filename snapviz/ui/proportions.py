"""How the window shares its room: kept between sessions, balanced until someone drags."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from snapviz.ui.settings import Settings

FIRST_SIZE = QSize(1440, 900)
SMALLEST_SIZE = QSize(900, 560)
LEFT_SHARE, LEFT_LIMITS = 0.232, (250, 420)
RIGHT_SHARE, RIGHT_LIMITS = 0.25, (360, 480)
"""The tables at the right show all their words from the lower limit on."""
LOWER_LEFT_SHARE = 0.42
LOWER_RIGHT_SHARE = 0.4
READING_SHARE, READING_LIMITS = 0.29, (336, 520)
LOWER_READING_SHARE = 0.7
"""Of the left side, while a page to be read is open there."""
LOW = 800
"""Pixels of height below which such a page gets the whole side, the other docks being its tabs."""

Column = tuple[QDockWidget, QDockWidget]


class Proportions(QObject):
    """Gives the side docks their share of the width whenever the window changes size.

    ``left`` and ``right`` are the upper and the lower dock of each side, ``tabs`` those at the place
    of the lower left one, itself first and a page to be read last. Once the person drags a
    separator, the docks stay as they were put. ``presents``: they are away for a projector.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        left: Column,
        right: Column,
        tabs: tuple[QDockWidget, ...],
    ):
        super().__init__(window)
        self._tabs = tabs
        self._is_stacked = False
        self._window = window
        self._settings = settings
        self._left = left
        self._right = right
        for dock in left:
            dock.setMinimumWidth(LEFT_LIMITS[0])
        for dock in right:
            dock.setMinimumWidth(RIGHT_LIMITS[0])
        window.setMinimumSize(SMALLEST_SIZE)
        self._is_reading = False
        # Not in the midst of what Qt does to a dock that comes or goes.
        self._sharing = QTimer(self)
        self._sharing.setSingleShot(True)
        self._sharing.setInterval(0)
        self._sharing.timeout.connect(self._share_side)
        self._hidden: list[QWidget] = []
        self.presents = False
        self._docks = QByteArray()
        self._balanced = not self._restore()
        window.installEventFilter(self)

    def _restore(self) -> bool:
        """Put the window where it was; False if there is nothing to go by."""
        geometry, docks = self._settings.geometry, self._settings.docks
        if geometry is None or not self._window.restoreGeometry(geometry):
            room = self._window.screen().availableSize()
            self._window.resize(FIRST_SIZE.boundedTo(room))
        if docks is not None and self._window.restoreState(docks):
            return True
        for name in self._settings.docks_away:
            if name in self._window.dock:
                self._window.dock[name].hide()
        return False

    def set_reading(self, is_reading: bool) -> None:
        """A page to be read is open at the left, and wants more room there; or no more."""
        if is_reading != self._is_reading:
            self._is_reading = is_reading
            self._sharing.start()
            self.balance()

    def _share_side(self) -> None:
        """In a low window the upper left dock is a tab beside the page, else it stands above."""
        is_low = self._window.height() < LOW
        wanted = self._is_reading and is_low and (self._balanced or self._is_stacked)
        if wanted != self._is_stacked and not self._hidden:
            self._is_stacked = wanted
            (self._stack if wanted else self._unstack)()
            self.balance()

    def _stack(self) -> None:
        self._window.tabifyDockWidget(self._tabs[0], self._left[0])
        self._tabs[-1].raise_()

    def _unstack(self) -> None:
        upper, (lower, *others) = self._left[0], self._tabs
        hidden = [dock for dock in (upper, *self._tabs) if dock.isHidden()]
        front = [dock for dock in self._tabs if not dock.visibleRegion().isEmpty()]
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, upper)
        self._window.splitDockWidget(upper, lower, Qt.Orientation.Vertical)
        for before, dock in zip(self._tabs, others, strict=False):
            self._window.tabifyDockWidget(before, dock)
        for dock in hidden:
            dock.hide()
        for dock in front or [lower]:
            dock.raise_()

    @property
    def is_aside(self) -> bool:
        """Whether docks are away only for a while, to come back as they were."""
        return self.presents or bool(self._hidden)

    def set_aside(self, parts: list[QWidget]) -> None:
        """Hide what has nothing to show until :meth:`bring_back`."""
        if not self._hidden:
            self._hidden = [part for part in parts if not part.isHidden()]
            self._docks = self._window.saveState()
            for part in self._hidden:
                part.hide()

    def bring_back(self) -> bool:
        """Show again what was set aside; whether anything was."""
        hidden, self._hidden = self._hidden, []
        if not hidden:
            return False
        # This shows what the window counts as its own, and each only once.
        self._window.restoreState(self._docks)
        for part in hidden:
            if part.isHidden():
                part.show()
        self.balance()
        return True

    def remember(self) -> None:
        """Keep the place of the window; the docks only if someone arranged them."""
        self.bring_back()
        self._is_reading = False
        self._share_side()
        self._settings.geometry = self._window.saveGeometry()
        if not self._balanced:
            self._settings.docks = self._window.saveState()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Of the mouse, only what goes to a separator arrives at the window itself.
        if event.type() == QEvent.Type.MouseButtonPress:
            self._balanced = False
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._sharing.start()
            self.balance()
        return False

    def balance(self) -> None:
        """Give each dock its share, unless the person has arranged them."""
        if not self._balanced:
            return
        width, height = self._window.width(), self._window.height()
        left, lower_left = _share(width, LEFT_SHARE, LEFT_LIMITS), LOWER_LEFT_SHARE
        if self._is_reading:
            left, lower_left = _share(width, READING_SHARE, READING_LIMITS), LOWER_READING_SHARE
        right = _share(width, RIGHT_SHARE, RIGHT_LIMITS)
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._window.resizeDocks([self._left[0], self._right[0]], [left, right], horizontal)
        for column, share in ((self._left, lower_left), (self._right, LOWER_RIGHT_SHARE)):
            lower = round(height * share)
            self._window.resizeDocks(list(column), [height - lower, lower], vertical)


def _share(whole: int, share: float, limits: tuple[int, int]) -> int:
    return min(max(round(whole * share), limits[0]), limits[1])
