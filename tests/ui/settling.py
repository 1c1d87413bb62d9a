"""Waiting until the parts of a window have all had their turn."""

from PySide6.QtWidgets import QApplication, QWidget

from snapviz.ui.turns import Turns


def settle(window: QWidget) -> None:
    """Turn the event loop until nothing of the window waits for a turn, and once to paint."""
    while any(turns.busy for turns in window.findChildren(Turns)):
        QApplication.processEvents()
    QApplication.processEvents()
