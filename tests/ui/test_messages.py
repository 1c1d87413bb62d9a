"""The bar shows all of what it tells, as long as that is not too much."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from snapviz.ui.fonts import window_font
from snapviz.ui.message_lines import SHOWN_LINES
from snapviz.ui.messages import MessageBar

CHINESE = "第 1 行第 15 列: 这不是有效的 JSON：此处应有分隔符“,”，但文本到此结束"


@pytest.fixture
def bar(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.setFont(window_font())
    column = QVBoxLayout(host)
    bar = MessageBar(host)
    column.addWidget(bar)
    column.addStretch(1)
    host.resize(900, 500)
    host.show()
    yield bar
    host.hide()


@pytest.mark.parametrize("width", [450, 900])
@pytest.mark.parametrize("text", ["no channel P1 -> P3", CHINESE, CHINESE * 2])
def test_that_all_of_a_single_problem_is_seen(bar, qtbot, width, text):
    bar.problem("That cannot be done.", [text])
    bar.parentWidget().resize(width, 500)
    lines = bar.findChild(QPlainTextEdit, "messages.lines")
    qtbot.waitUntil(lambda: bar.width() <= width and lines.verticalScrollBar().maximum() == 0)
    assert not lines.horizontalScrollBar().isVisible()
    assert lines.viewport().height() < lines.cursorRect().height() * (
        lines.document().size().height() + 1
    )


def test_that_many_problems_are_scrolled(bar, qtbot):
    bar.problem("That cannot be done.", [CHINESE] * 20)
    lines = bar.findChild(QPlainTextEdit, "messages.lines")
    qtbot.waitUntil(lambda: lines.verticalScrollBar().maximum() > 0)
    assert lines.viewport().height() // lines.cursorRect().height() == SHOWN_LINES
