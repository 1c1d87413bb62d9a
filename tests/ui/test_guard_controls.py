"""Every control of the window: named, reached, large enough, and its words not cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDockWidget,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSizeGrip,
    QTabBar,
    QWidget,
)

from snapviz.ui.fields import NotesField
from snapviz.ui.selection import ActionItem, ChannelItem, EventItem, MessageItem, ProcessItem
from tests.ui.settling import settle

SMALLEST = 24  # pixels of a target, in its smaller dimension
CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit,
    NotesField, QPlainTextEdit,
)  # fmt: skip
# Parts of other controls, which carry the name.
PARTS = (QScrollBar, QSizeGrip, QHeaderView)
LANGUAGES = ("en", "zh_CN")
DOCKS = ("script", "notes", "snapshots", "clocks", "checkpoints", "recovery", "inspector")


def shown(top: QWidget, kind) -> list:
    return [w for w in top.findChildren(QWidget) if isinstance(w, kind) and w.isVisible()]


def is_part(control: QWidget) -> bool:
    """Made by Qt inside of another control."""
    parent = control.parentWidget()
    inside = isinstance(parent, (QAbstractSpinBox, QComboBox, QTabBar, QAbstractItemView))
    return isinstance(control, PARTS) or inside or control.objectName().startswith("qt_")


def controls(top: QWidget) -> list[QWidget]:
    found = [w for w in shown(top, CONTROLS) if not is_part(w)]
    views = [w for w in shown(top, QWidget) if w.objectName().startswith("view.")]
    return found + views


def told(control: QWidget) -> str:
    """Which control it is, for the person who reads that the test failed."""
    text = control.text() if isinstance(control, (QAbstractButton, QLabel)) else ""
    names = [type(control).__name__, control.objectName(), text, str(control.property("role"))]
    parent = control.parentWidget()
    while parent is not None and not parent.objectName():
        parent = parent.parentWidget()
    return " ".join([*filter(None, names), "in", parent.objectName() if parent else "nothing"])


def is_named(control: QWidget) -> bool:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return bool(control.accessibleName() or text)


def in_menus(window) -> set:
    """Every action that a menu of the menu bar offers."""
    found, waiting = set(), [window.menuBar()]
    while waiting:
        for action in waiting.pop().actions():
            found.add(action)
            if action.menu() is not None:
                waiting.append(action.menu())
    return found


def is_reached(control: QWidget, offered: set) -> bool:
    """By Tab, by a key, or in a menu."""
    if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return True
    action = control.defaultAction() if hasattr(control, "defaultAction") else None
    menu = control.menu() if hasattr(control, "menu") else None
    return action in offered or (menu is not None and menu.menuAction() in offered)


def is_small(control: QWidget) -> bool:
    clicked = isinstance(control, (QAbstractButton, QComboBox, QAbstractSlider, QLineEdit))
    return clicked and min(control.width(), control.height()) < SMALLEST


def is_cut_off(widget: QWidget) -> bool:
    """Words that do not fit, and no tooltip that has them all."""
    if not widget.text() or widget.toolTip():
        return False
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width()) - 1
        return widget.width() < widget.sizeHint().width() - 1
    style = widget.toolButtonStyle() if hasattr(widget, "toolButtonStyle") else None
    if style == Qt.ToolButtonStyle.ToolButtonIconOnly and not widget.icon().isNull():
        return False
    if widget.findChildren(QLabel):
        return False  # a card: its labels are looked at by themselves
    if style == Qt.ToolButtonStyle.ToolButtonTextOnly or widget.icon().isNull():
        # Some of a fixed size ask for more than their words need.
        return widget.width() < widget.fontMetrics().horizontalAdvance(widget.text()) + 2
    return widget.width() < widget.sizeHint().width() - 1


def cut_off_tabs(top: QWidget) -> list[str]:
    cut = []
    for bar in shown(top, QTabBar):
        for index in range(bar.count()):
            room = bar.tabRect(index)
            words = bar.fontMetrics().horizontalAdvance(bar.tabText(index))
            if room.width() < words or room.height() < SMALLEST or room.right() > bar.width():
                cut.append(f"tab {bar.tabText(index)} {room} of {bar.width()}")
    return cut


def faults(window, top: QWidget) -> list[str]:
    offered, found = in_menus(window), cut_off_tabs(top)
    for control in controls(top):
        if not is_named(control):
            found.append(f"no name: {told(control)}")
        if control.isEnabled() and not is_reached(control, offered):
            found.append(f"not by keyboard: {told(control)}")
        if is_small(control):
            found.append(f"{control.width()}x{control.height()}: {told(control)}")
    for widget in [*shown(top, QLabel), *shown(top, QAbstractButton)]:
        if not is_part(widget) and is_cut_off(widget):
            found.append(f"cut off: {told(widget)}")
    return found


def settled(window) -> None:
    settle(window)
    assert (window.width(), window.height()) == (1280, 720)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_window_is_for_every_hand_and_eye(window, trigger, language):
    trigger(window, f"language.{language}")
    window.resize(1280, 720)
    trigger(window, "toEnd")
    trigger(window, "handCut")
    found: dict[str, list[str]] = {}
    for dock in DOCKS:
        window.dock[dock].raise_()
        settled(window)
        found[dock] = faults(window, window)
    assert {dock: wrong for dock, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_inspector_is_so_for_everything_it_shows(window, trigger, language):
    trigger(window, f"language.{language}")
    window.resize(1280, 720)
    inspector = window.findChild(QDockWidget, "dock.inspector")
    items = (
        ProcessItem("P1"), ChannelItem("P1", "P2"), ActionItem(0), ActionItem(6),
        MessageItem("P1", "P2", 0), EventItem("P1", 0),
    )  # fmt: skip
    found: dict[str, list[str]] = {}
    for item in items:
        window.bench.session.selection.set(item)
        settled(window)
        found[str(item)] = faults(window, inspector)
    assert {item: wrong for item, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_dialogs_and_the_start_page_are_so_too(window, trigger, language):
    trigger(window, f"language.{language}")
    window.resize(1280, 720)
    trigger(window, "export")
    dialog = window.findChild(QDialog, "dialog.export")
    settled(window)
    found = faults(window, dialog)
    dialog.close()
    for name in ("help", "about"):
        trigger(window, name)
        dialog = window.findChild(QDialog, f"dialog.{name}")
        found += faults(window, dialog)
        dialog.close()
    trigger(window, "examples")
    settled(window)
    found += faults(window, window.centralWidget())
    assert found == []
