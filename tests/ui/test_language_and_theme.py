"""Words and colours change while the window is open."""

import re

import pytest
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from snapviz.diagram.theme import DARK, LIGHT
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.ui.actions import button_text
from snapviz.ui.words import TITLES
from tests.ui.settling import settle

# Names of things, not words: the same in every language.
NAMES = re.compile(r"^([PS]\d+|English|简体中文|.*snapviz\.json.*|\W*|[\W\d]*×|.*Σ [\W\d]*)$")

# Signs that are the same in both languages.
UNITS = {"ms", "ppm"}


def switch(window, name: str) -> None:
    window.findChild(QAction, f"action.{name}").trigger()
    QApplication.processEvents()
    while window.appearance.changing:
        QApplication.processEvents()
    settle(window)


def words_of(window) -> set[str]:
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    texts += [button.text() for button in window.findChildren(QPushButton)]
    texts += [menu.title() for menu in window.findChildren(QMenu)]
    texts += [action.text() for action in window.findChildren(QAction)]
    texts += [action.toolTip() for action in window.findChildren(QAction)]
    return {text for text in texts if text and not NAMES.match(text)}


def test_that_the_language_changes_at_run_time(window, trigger):
    trigger(window, "toEnd")
    switch(window, "language.zh_CN")
    assert window.findChild(QDockWidget, "dock.snapshots").windowTitle() == "快照"
    assert window.findChild(QAction, "action.play").text() == "播放(&P)"
    assert "一致" in window.findChild(QLabel, "status.verdict").text()
    assert window.settings.language == "zh_CN"
    switch(window, "language.en")
    assert window.findChild(QDockWidget, "dock.snapshots").windowTitle() == "Snapshots"
    assert "consistent" in window.findChild(QLabel, "status.verdict").text()


def test_that_no_english_word_is_left_in_chinese(window, trigger):
    trigger(window, "toEnd")
    english = words_of(window)
    switch(window, "language.zh_CN")
    kept = english & words_of(window)
    people = {protocol.TITLE for protocol in SNAPSHOT_PROTOCOLS.values()} - set(TITLES)
    same = {*UNITS, *people}
    assert {t for t in kept - same if re.search("[a-z]{2}", t) and " ms" not in t} == set()


def test_that_the_next_window_speaks_the_language_chosen(open_window, write, ring_scenario):
    path = write(ring_scenario())
    first = open_window(path)
    switch(first, "language.zh_CN")
    first.close()
    assert open_window(path).findChild(QDockWidget, "dock.topology").windowTitle() == "拓扑"


def test_that_the_theme_changes_at_run_time(window):
    view = window.findChild(QWidget, "view.spacetime")
    for name, theme in (("dark", DARK), ("light", LIGHT)):
        switch(window, f"theme.{name}")
        colors = QApplication.palette()
        assert colors.color(QPalette.ColorRole.Window).name() == theme.panel
        assert view.grab().toImage().pixelColor(3, 3).name() == theme.background
        assert window.grab().toImage().pixelColor(3, 60).name() == theme.panel


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_that_words_stand_out_from_their_ground(window, theme):
    switch(window, f"theme.{theme}")
    tokens = window.appearance.theme
    for ground in (tokens.background, tokens.panel):
        assert contrast(tokens.ink, ground) >= 7
        assert contrast(tokens.muted, ground) >= 4.5


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_that_the_future_can_be_hidden(window):
    view = window.findChild(QWidget, "view.spacetime")
    switch(window, "future.shown")
    shown = view.grab().toImage()
    switch(window, "future.hidden")
    assert view.grab().toImage() != shown
    assert window.settings.future == "hidden"


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_no_word_is_cut_off(window, trigger, size, language):
    switch(window, f"language.{language}")
    window.resize(*size)
    trigger(window, "toEnd")
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width() - 1, label.text()


def test_that_menu_texts_lose_their_marks_on_buttons():
    assert button_text("E&xport…") == "Export"
    assert button_text("导出(&X)…") == "导出"


def test_that_windows_opened_before_change_their_language_too(window, trigger):
    trigger(window, "export")
    dialog = window.findChild(QDialog, "dialog.export")
    switch(window, "language.zh_CN")
    assert dialog.windowTitle() == "导出时空图"
    dialog.close()


def test_that_what_the_program_names_is_named_in_the_language_chosen(window, qtbot):
    switch(window, "language.zh_CN")
    window.findChild(QAction, "action.template.ring").trigger()
    qtbot.waitUntil(lambda: window.files.document.path is None)
    assert window.files.document.scenario.title == "4 个进程的环"
    window.findChild(QAction, "action.continueFromHere").trigger()
    assert window.files.document.scenario.branches[0].name == "假如"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_no_two_entries_of_a_menu_share_a_letter(window, trigger, language):
    trigger(window, f"language.{language}")
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in menus:
        texts = [action.text().replace("&&", "") for action in menu.actions()]
        letters = [text[text.index("&") + 1].upper() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts
    assert len(menus) > 10
