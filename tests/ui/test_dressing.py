"""Another theme: part by part, nothing half dressed to be seen."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QTabBar, QWidget

from snapviz.diagram.theme import DARK, LIGHT
from snapviz.ui import dressing
from snapviz.ui.panels.inspector.form import Form
from snapviz.ui.selection import EventItem, ProcessItem
from snapviz.ui.style import style_sheet
from tests.ui.settling import settle as turned

CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


def sheets(window) -> list[bool]:
    """For each part in sight whether it wears the dark theme."""
    parts = window.findChildren(QWidget, options=CHILDREN)
    dark = {of_dock: style_sheet(DARK, of_dock) for of_dock in (False, True)}
    return [
        part.styleSheet() == dark[isinstance(part, QDockWidget)]
        for part in parts
        if part.isVisible() and part.objectName() != dressing.SPLITTER
    ]


def painted(window) -> list[bool]:
    """For each part in sight whether it may be painted."""
    parts = window.findChildren(QWidget, options=CHILDREN)
    return [part.updatesEnabled() for part in parts if part.isVisible()]


@pytest.fixture
def one_a_turn(monkeypatch):
    monkeypatch.setattr(dressing, "SLICE_S", 0.0)


def settle(window) -> None:
    while window.appearance.changing:
        QApplication.processEvents()


def test_that_nothing_is_painted_until_all_that_is_in_sight_is_dressed(window, one_a_turn):
    window.appearance.set_theme("dark")
    assert window.appearance.changing and not any(sheets(window))
    seen = []
    while window.appearance.changing:
        QApplication.processEvents()
        seen.append((sum(sheets(window)), sum(painted(window))))
    assert len(seen) > 2
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert all(done == len(sheets(window)) for done, shown in seen if shown)
    shown = [shown for _, shown in seen if shown]
    assert shown[0] < 3 and shown == sorted(shown)
    assert all(sheets(window)) and all(painted(window))
    window.appearance.set_theme("light")
    settle(window)


def test_that_the_last_of_two_wishes_wins(window):
    window.appearance.set_theme("dark")
    QApplication.processEvents()
    window.appearance.set_theme("light")
    settle(window)
    assert all(painted(window)) and not any(sheets(window))
    assert window.dock["script"].styleSheet() == style_sheet(LIGHT, of_dock=True)


def test_that_what_comes_later_is_dressed_too(window, trigger):
    window.appearance.set_theme("dark")
    settle(window)
    trigger(window, "about")
    dialog = window.findChild(QDialog, "dialog.about")
    assert dialog.styleSheet() == style_sheet(DARK)
    dialog.close()
    window.tabifyDockWidget(window.dock["topology"], window.dock["script"])
    QApplication.processEvents()
    bars = [bar for bar in window.findChildren(QTabBar, options=CHILDREN) if bar.isVisible()]
    assert bars and all(bar.styleSheet() == style_sheet(DARK) for bar in bars)
    assert QApplication.instance().styleSheet() == ""
    window.appearance.set_theme("light")
    settle(window)


def test_that_another_language_is_painted_part_by_part(window):
    window.appearance.set_language("zh_CN")
    assert not any(painted(window))
    settle(window)
    assert all(painted(window))
    window.appearance.set_language("en")
    settle(window)
    assert all(painted(window))


def test_that_the_frame_changes_its_words_bit_by_bit(window):
    def chinese() -> int:
        words = (
            window.dock["script"].windowTitle(),
            window.actions_["zoomIn"].text(),
            window.menuBar().actions()[0].text(),
        )
        return sum(not word.replace("&", "").isascii() for word in words)

    window.appearance.set_language("zh_CN")
    seen = [chinese()]
    while seen[-1] < 3:
        QApplication.processEvents()
        seen.append(chinese())
    assert set(seen) == {0, 1, 2, 3}
    window.appearance.set_language("en")
    settle(window)
    turned(window)
    assert chinese() == 0


def test_that_icons_follow_the_theme_bit_by_bit(window):
    before = {name: window.actions_[name].icon().cacheKey() for name in ("new", "present")}

    def drawn() -> int:
        return sum(window.actions_[name].icon().cacheKey() != key for name, key in before.items())

    window.appearance.set_theme("dark")
    assert drawn() < 2
    settle(window)
    turned(window)
    assert drawn() == 2
    window.appearance.set_theme("light")
    settle(window)
    turned(window)


def test_that_forms_nobody_sees_are_not_dressed(window):
    inspector, selection = window.dock["inspector"].widget(), window.bench.session.selection
    window.dock["inspector"].raise_()
    for item in (ProcessItem("P1"), EventItem("P1", 0)):
        selection.set(item)
        turned(window)
    before = len(inspector.findChildren(Form))
    window.appearance.set_theme("dark")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    forms = inspector.findChildren(Form)
    assert 0 < len(forms) < before and all(form.isVisibleTo(inspector) for form in forms)
    settle(window)
    selection.set(ProcessItem("P1"))
    turned(window)
    assert any(form.isVisible() for form in inspector.findChildren(Form))
    window.appearance.set_theme("light")
    settle(window)
