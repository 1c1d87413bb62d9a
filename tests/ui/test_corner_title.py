"""The title in the corner of the menu bar has its room."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication


def retitle(window, title: str) -> None:
    assert window.bench.editor.edit(lambda s: replace(s, title=title), "Change title")
    QApplication.processEvents()


def test_that_the_title_is_shown_whole_however_it_changes(window):
    title, bar = window.title, window.menuBar()
    for words in ("A", "A rather longer title than before", "Short"):
        retitle(window, words)
        assert words in title.text() and title.text() == title.words
        assert bar.width() - 10 < title.geometry().right() < bar.width()
        assert title.fontMetrics().horizontalAdvance(title.text()) < title.width()


def test_that_a_long_title_leaves_the_menus_their_room(window):
    retitle(window, "very long " * 60)
    title, bar = window.title, window.menuBar()
    last = bar.actionGeometry(bar.actions()[-1])
    assert title.geometry().left() > last.right()
    assert title.text().endswith("…") and title.toolTip() == title.words
