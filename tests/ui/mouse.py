"""Clicks of a real mouse, and what they set off."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


def press(widget: QWidget, place: QPoint | None = None) -> None:
    """In the middle, if no place is given."""
    spot = widget.rect().center() if place is None else place
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
    QApplication.processEvents()


def press_row(view: QAbstractItemView, index: QModelIndex) -> None:
    """A row of a list, scrolled to first."""
    view.scrollTo(index)
    QApplication.processEvents()
    press(view.viewport(), view.visualRect(index).center())
