"""Clicks of a real mouse, and what they set off."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget


def press(widget: QWidget, place: QPoint | None = None, ctrl: bool = False) -> None:
    """In the middle, if no place is given."""
    spot = widget.rect().center() if place is None else place
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, spot)
    QApplication.processEvents()


def press_button(inside: QWidget, name: str) -> None:
    """A button that can be seen and used."""
    button = inside.findChild(QAbstractButton, name)
    assert button.isVisible() and button.isEnabled(), name
    press(button)


def press_row(view: QAbstractItemView, index: QModelIndex) -> None:
    """A row of a list, scrolled to first."""
    view.scrollTo(index)
    QApplication.processEvents()
    press(view.viewport(), view.visualRect(index).center())
