"""A dock with a calm heading: its name, and beside it what it is about just now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

LOWER_DOCKS = ("compare", "sweep", "clockErrors", "states", "differences")
"""Those below the diagram, which come when they are asked for."""


class Heading(QWidget):
    """A title in ink, a caption in grey at the far end."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self._caption = QLabel(self)
        self._caption.setProperty("role", "muted")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy.Policy
        self._caption.setSizePolicy(policy.Ignored, policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 7)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._caption, 1)

    @property
    def texts(self) -> tuple[str, str]:
        """Title and caption."""
        return self._title.text(), self._caption.text()

    def set_title(self, text: str) -> None:
        self._title.setText(text)

    def set_caption(self, text: str) -> None:
        self._caption.setText(text)
        self._caption.setToolTip(text)


def on_card(content: QWidget) -> QWidget:
    """The content on a card with the margin that panels have."""
    holder = QWidget()
    card = QFrame(holder)
    card.setProperty("role", "card")
    inner = QVBoxLayout(card)
    inner.setContentsMargins(1, 6, 1, 6)
    inner.addWidget(content)
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(12, 4, 12, 12)
    outer.addWidget(card)
    return holder


class Dock(QDockWidget):
    """``name`` becomes the object name ``dock.<name>``.

    Among tabs the tab is the heading, so the dock's own goes. ``tabs_changed``: docks may
    be among others than before, and should choose their headings.
    """

    tabs_changed = Signal()

    def __init__(self, name: str, parent: QMainWindow):
        super().__init__(parent)
        self.setObjectName(f"dock.{name}")
        self.heading = Heading(self)
        self._no_heading = QWidget(self)
        self._no_heading.setFixedHeight(8)
        self.setTitleBarWidget(self.heading)
        self.toggleViewAction().triggered.connect(lambda wanted: wanted and self.raise_())
        # A dock that comes or goes takes the tabs of others with it.
        for signal in (self.visibilityChanged, self.topLevelChanged, self.dockLocationChanged):
            signal.connect(lambda *_: self.tabs_changed.emit())

    def choose_heading(self) -> None:
        """Show the heading where no tab does its work."""
        window = self.parent()
        others = window.tabifiedDockWidgets(self) if isinstance(window, QMainWindow) else ()
        tabbed = any(not dock.isHidden() for dock in others)
        wanted = self._no_heading if tabbed and not self.isFloating() else self.heading
        if self.titleBarWidget() is not wanted:
            self.titleBarWidget().hide()
            self.setTitleBarWidget(wanted)
            wanted.show()

    def show_in_front(self) -> None:
        """Show it, before those that share its place."""
        self.show()
        self.raise_()

    def set_title(self, text: str) -> None:
        self.setWindowTitle(text)
        self.heading.set_title(text)
