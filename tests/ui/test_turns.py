"""Work of many parts of a window, one part in each turn of the event loop."""

import shiboken6
from PySide6.QtWidgets import QWidget

from snapviz.ui.turns import in_turn


class Part(QWidget):
    def __init__(self, name, done, parent):
        super().__init__(parent)
        self._name, self._done = name, done

    def act(self):
        self._done.append(self._name)


def test_that_each_part_has_a_turn_of_its_own(qtbot, qapp):
    window, done = QWidget(), []
    qtbot.addWidget(window)
    parts = [Part(name, done, window) for name in "abc"]
    for part in (*parts, parts[0]):
        in_turn(part, part.act)
    assert done == []
    seen = set()
    while len(done) < 3:
        qapp.processEvents()
        seen.add(len(done))
    assert done == ["a", "b", "c"]
    assert {1, 2, 3} <= seen
    qapp.processEvents()
    assert done == ["a", "b", "c"]


def test_that_a_part_that_is_gone_is_passed_over(qtbot):
    window, done = QWidget(), []
    qtbot.addWidget(window)
    gone, left = Part("gone", done, window), Part("left", done, window)
    for part in (gone, left):
        in_turn(part, part.act)
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: done == ["left"])
