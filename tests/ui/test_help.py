"""The help in the window: F1, contents, links, words found, theme and language."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from snapviz.diagram.theme import DARK, LIGHT
from snapviz.ui.help.door import TOPICS
from snapviz.ui.help.pages import CONTENTS
from snapviz.ui.playback import Playback
from tests.ui.mouse import press
from tests.ui.settling import settle
from tests.ui.watchdog import LIMIT_S, Watchdog

Key = Qt.Key


@pytest.fixture
def reading(window):
    """The window of the help, opened by its key."""
    QTest.keyClick(window, Key.Key_F1)
    settle_help(window.help.window)
    return window.help.window


def settle_help(helper) -> None:
    settle(helper)
    settle(helper)


def shown_text(helper) -> str:
    return helper.reader.document().toPlainText()


def press_link(helper, words: str) -> None:
    """Click on the first link with these words."""
    reader = helper.reader
    cursor = reader.document().find(words)
    while not cursor.charFormat().isAnchor():
        cursor = reader.document().find(words, cursor)
        assert not cursor.isNull(), words
    start = QTextCursor(cursor)
    start.setPosition(cursor.selectionStart() + 1)
    reader.setTextCursor(start)
    reader.ensureCursorVisible()
    place = reader.cursorRect(start).center() + QPoint(2, 0)
    assert reader.anchorAt(place)
    press(reader.viewport(), place)


def test_that_f1_opens_the_help_and_gives_the_keys_back(window, reading, qtbot):
    assert reading.isVisible() and not reading.isModal()
    assert reading.place == ("first-steps", "")
    assert shown_text(reading).startswith("First steps")
    assert reading.contents.topLevelItemCount() == len(CONTENTS)
    QTest.keyClick(reading, Key.Key_F1)
    assert not reading.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.central.view)
    QTest.keyClick(window, Key.Key_F1)
    QTest.keyClick(reading, Key.Key_Escape)
    assert not reading.isVisible()


def test_that_nothing_of_it_is_made_before_it_is_wanted(window):
    assert window.findChild(QDialog, "dialog.help") is None


@pytest.mark.parametrize("dock", ["script", "inspector", "compare", "narrator", "lessons"])
def test_that_f1_in_a_dock_tells_of_that_dock(window, trigger, qtbot, dock):
    if dock in ("compare", "narrator", "lessons"):
        trigger(window, dock)
    part = window.dock[dock]
    part.raise_()
    settle(window)
    part.widget().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    part.widget().setFocus()
    QTest.keyClick(part.widget(), Key.Key_F1)
    helper = window.help.window
    settle_help(helper)
    assert helper.place == TOPICS[dock]
    page, section = helper.reader.page, TOPICS[dock][1]
    heading = page.sections[page.place_of(section)].title if section else page.title
    top = helper.reader.cursorForPosition(QPoint(20, 20)).block()
    bottom = helper.reader.cursorForPosition(QPoint(20, helper.reader.viewport().height() - 5))
    seen = []
    while top.isValid() and top.position() <= bottom.position():
        seen.append(top.text())
        top = top.next()
    assert heading in seen
    if dock == "lessons":
        qtbot.waitUntil(lambda: not window.bench.lessons.busy, timeout=20_000)


def test_that_the_contents_lead_to_pages_and_sections(reading):
    item = reading.contents.topLevelItem(CONTENTS.index("capture"))
    press(reading.contents.viewport(), reading.contents.visualItemRect(item).center())
    settle_help(reading)
    assert reading.place == ("capture", "") and item.isExpanded()
    below = item.child(2)
    reading.contents.scrollToItem(below)
    press(reading.contents.viewport(), reading.contents.visualItemRect(below).center())
    settle_help(reading)
    assert reading.place == ("capture", "lai-yang")
    assert reading.reader.textCursor().block().text() == "Lai–Yang"
    assert 0 <= reading.reader.cursorRect().top() < 40


def marked(helper) -> str:
    """The section that the contents mark; empty: the top of a page."""
    return helper.contents.currentItem().data(0, Qt.ItemDataRole.UserRole)[1]


def wheel(reader, steps: int) -> None:
    """Turn the wheel over the page, one step after the other."""
    where = reader.viewport().rect().center()
    for _ in range(abs(steps)):
        turn = QWheelEvent(
            where.toPointF(), reader.viewport().mapToGlobal(where).toPointF(), QPoint(),
            QPoint(0, 120 if steps > 0 else -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(reader.viewport(), turn)


def test_that_the_contents_follow_who_scrolls(window, reading):
    window.help.show_topic("capture")
    settle_help(reading)
    page, seen = reading.reader.page, [marked(reading)]
    bar = reading.reader.verticalScrollBar()
    while bar.value() < bar.maximum():
        wheel(reading.reader, -1)
        if marked(reading) != seen[-1]:
            seen.append(marked(reading))
    assert seen == ["", *(section.id for section in page.sections[: len(seen) - 1])]
    assert len(seen) > 6
    wheel(reading.reader, 2000)
    assert marked(reading) == "" and reading.place == ("capture", "")


def test_that_a_section_that_was_scrolled_to_can_be_chosen(window, reading):
    window.help.show_topic("capture", "lai-yang")
    settle_help(reading)
    assert marked(reading) == "lai-yang"
    wheel(reading.reader, -12)
    assert marked(reading) != "lai-yang"
    item = reading.contents.currentItem()
    press(reading.contents.viewport(), reading.contents.visualItemRect(item).center())
    settle_help(reading)
    assert reading.place == ("capture", marked(reading))
    assert reading.reader.textCursor().block().text() == item.text(0)
    assert 0 <= reading.reader.cursorRect().top() < 40


def test_that_one_can_go_back_and_forward(reading):
    assert not reading.back.isEnabled()
    press_link(reading, "lessons")
    settle_help(reading)
    assert reading.place == ("lessons", "")
    press(reading.back)
    settle_help(reading)
    assert reading.place == ("first-steps", "") and not reading.back.isEnabled()
    QTest.keyClick(reading, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle_help(reading)
    assert reading.place == ("lessons", "") and shown_text(reading).startswith("Lessons")


def test_that_words_are_found_and_lit(reading):
    QTest.keyClick(reading, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reading.field.hasFocus()
    QTest.keyClicks(reading.field, "domino")
    settle_help(reading)
    found = reading.results.results.found
    assert found and all("domino" in one.text.lower() for one in found)
    assert f"{len(found)} found" in reading._told.text()
    QTest.keyClick(reading.field, Key.Key_Down)
    settle_help(reading)
    assert reading.place == (found[0].page, found[0].section)
    last = reading.results.results.index(len(found) - 1)
    reading.results.scrollTo(last)
    press(reading.results.viewport(), reading.results.visualRect(last).center())
    settle_help(reading)
    assert reading.place == (found[-1].page, found[-1].section)
    lit = [mark.cursor.selectedText() for mark in reading.reader.extraSelections()]
    assert lit and {word.lower() for word in lit} == {"domino"}
    place = reading.reader.cursorRect()
    assert reading.reader.viewport().rect().contains(place.center())
    reading.field.setFocus()
    QTest.keyClick(reading.field, Key.Key_Escape)
    settle_help(reading)
    assert reading.isVisible() and reading.contents.isVisible()
    assert reading.reader.extraSelections() == []


def test_that_a_link_opens_its_scenario(window, reading, qtbot):
    press_link(reading, "Two transfers cross")
    qtbot.waitUntil(lambda: window.files.document.title == "Two transfers cross", timeout=10_000)
    assert window.files.document.path is None and reading.isVisible()


def test_that_a_link_begins_its_lesson(window, reading, qtbot):
    window.help.show_topic("lessons")
    settle_help(reading)
    press_link(reading, "Raft")
    lessons = window.bench.lessons
    qtbot.waitUntil(lambda: lessons.is_here and not lessons.busy, timeout=30_000)
    assert lessons._lesson.id == "13-raft"
    window.help.show_topic("lessons")
    settle_help(reading)
    press_link(reading, "Paxos")
    qtbot.waitUntil(
        lambda: lessons._lesson.id == "12-paxos" and lessons.is_here and not lessons.busy,
        timeout=30_000,
    )


def test_that_another_language_has_the_same_page(window, reading, trigger):
    window.help.show_topic("gestures", "keys")
    settle_help(reading)
    trigger(window, "language.zh_CN")
    settle(window)
    settle_help(reading)
    assert reading.windowTitle() == "帮助" and reading.place == ("gestures", "keys")
    assert reading.reader.textCursor().block().text() == "按键"
    assert "打开场景文件" in shown_text(reading)
    reading.close()
    trigger(window, "language.en")
    window.help.show()
    settle_help(reading)
    assert reading.reader.textCursor().block().text() == "Keys"


def test_that_another_theme_colours_the_page(window, reading, qtbot):
    for name, theme in (("dark", DARK), ("light", LIGHT)):
        window.findChild(QAction, f"action.theme.{name}").trigger()
        qtbot.waitUntil(lambda: not window.appearance.changing)
        settle_help(reading)
        link = reading.reader.document().find("Two transfers cross").charFormat()
        assert link.foreground().color() == QColor(theme.accent)
        picture = reading.grab().toImage()
        ground = picture.pixelColor(picture.width() - 30, picture.height() - 4)
        assert ground == QColor(theme.background)


def test_that_its_size_is_remembered(window, reading, open_window, write, ring_scenario):
    reading.resize(777, 555)
    reading.close()
    window.close()
    other = open_window(write(ring_scenario(), "other.snapviz.json"))
    other.help.show()
    settle_help(other.help.window)
    assert (other.help.window.width(), other.help.window.height()) == (777, 555)


def test_that_the_keys_of_the_window_rest_while_one_reads(window, reading):
    assert isinstance(window.playback, Playback)
    rows = window.playback.rows
    for key in (Key.Key_Right, Key.Key_Space, Key.Key_End):
        QTest.keyClick(reading.reader, key)
    assert window.playback.rows == rows and not window.playback.playing


def test_that_keyboard_and_mouse_opens_the_gestures(window, trigger):
    trigger(window, "shortcuts")
    settle_help(window.help.window)
    assert window.help.window.place == ("gestures", "")


def read_all(dog: Watchdog, window) -> None:
    dog.does("open", window.help.show, 0.3)
    helper = window.help.window
    for name in CONTENTS:
        dog.does(name, lambda n=name: helper.go_to(n), 0.1)
        dog.waits(name, lambda n=name: helper.reader.page.name == n)
        last = helper.reader.page.sections[-1].id
        dog.does(f"{name}, its end", lambda n=name, s=last: helper.go_to(n, s), 0.1)
    for words in ("m", "marker", ""):
        dog.does(f"find {words}", lambda w=words: helper.field.setText(w), 0.2)
    dog.does("close", helper.close, 0.1)


@pytest.mark.deep
def test_that_no_page_blocks_the_window(open_window, write, ring_scenario):
    best: dict[str, float] = {}
    # Of several attempts the shortest: what the machine adds now and then is not ours.
    for _ in range(3):
        dog, window = Watchdog(), open_window(write(ring_scenario()))
        read_all(dog, window)
        window.close()
        for what, stay in dog.longest.items():
            best[what] = min(stay / dog.slowness, best.get(what, stay))
    assert {what: round(stay, 4) for what, stay in best.items() if stay >= LIMIT_S} == {}
