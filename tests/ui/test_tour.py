"""The tour is played by a robot with a real mouse, right and wrong; whether it is offered is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QToolButton, QWidget

from snapviz.ui.arrival import Arrival
from snapviz.ui.panels.snapshot_card import SnapshotCard
from snapviz.ui.settings import Settings
from snapviz.ui.tour.placing import SIDES, placed
from snapviz.ui.tour.steps import STEPS, complete_snapshot
from snapviz.ui.tour.words import TITLE, TITLES, TOO_LATE, said
from tests.ui.mouse import press
from tests.ui.settling import settle

LEFT = Qt.MouseButton.LeftButton
MS = 1000


class Student:
    """Presses and drags in the window, and reads the callout."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        self.view = window.central.view

    @property
    def tour(self):
        return self.window.bench.tour

    def settle(self):
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.window.bench.opening.busy)
            self.qtbot.waitUntil(lambda: not self.window.findChild(Arrival).waits)
            self.qtbot.waitUntil(lambda: not self.window.runner.busy)
            settle(self.window)

    def is_at(self, step):
        self.settle()
        assert self.tour.is_on and self.tour.step == step
        assert self.read("title") == said(TITLES[step])
        assert "{" not in self.read("text") and "%" not in self.read("text")

    def read(self, name):
        label = self.window.findChild(QLabel, f"tour.{name}")
        return "" if label.isHidden() else label.text()

    def press(self, name):
        button = self.window.findChild(QPushButton, f"tour.{name}")
        assert button.isVisible() and button.width() >= button.sizeHint().width(), name
        press(button)
        self.settle()

    def tool(self, action, part=QWidget):
        for button in self.window.findChildren(QToolButton):
            own = button.defaultAction()
            if own is not None and own.objectName() == action and button.isVisible():
                press(button, QPoint(14, button.height() // 2))
        self.settle()

    def spot(self, process, ms):
        """A place of the diagram; ``process`` may lie between two lines."""
        place, low = self.view.place(), int(process)
        y = place.lanes[low]
        if process != low:
            y = (y + place.lanes[low + 1]) / 2
        return QPointF(place.x_of(ms * MS), y).toPoint()

    def click(self, process, ms):
        QTest.mouseClick(self.view, LEFT, pos=self.spot(process, ms))
        self.settle()

    def drag(self, start, end):
        one, two = self.spot(*start), self.spot(*end)
        QTest.mousePress(self.view, LEFT, pos=one)
        for part in range(1, 9):
            QTest.mouseMove(self.view, one + (two - one) * part / 8)
            QApplication.processEvents()
        QTest.mouseRelease(self.view, LEFT, pos=two)
        self.settle()

    def leave(self):
        if self.window.files.document is not None:
            self.window.files.document.history.mark_saved()


@pytest.fixture
def begin(open_window, qtbot):
    """Open the window for the first time."""
    students = []

    def begin_it(path=None):
        students.append(Student(open_window(path), qtbot))
        students[-1].settle()
        return students[-1]

    yield begin_it
    for student in students:
        student.leave()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_a_robot_takes_its_first_snapshot(begin, trigger, language):
    student = begin()
    window = student.window
    trigger(window, f"language.{language}")
    student.press("take")
    student.is_at("message")
    assert not window.central.tour_offer.isVisible()
    assert window.files.document.title == said(TITLE)
    _send(student)
    _take_tool(student)
    _start_snapshot(student)
    _watch(student, trigger)
    _read(student)
    assert "$300" in student.read("text")
    student.press("end")
    assert not student.tour.is_on and not window.findChild(QWidget, "tour.bubble").isVisible()
    assert complete_snapshot(window.bench.editor.run).verdict.sound


def _send(student):
    """A click is no message, and neither is a drag to nowhere."""
    student.click(0, 60)
    student.drag((0.5, 60), (0.5, 200))
    student.is_at("message")
    student.drag((0, 60), (1, 200))
    student.is_at("tool")


def _take_tool(student):
    student.tool("action.tool.message")
    student.is_at("tool")
    student.tool("action.tool.snapshot")
    student.is_at("snapshot")


def _start_snapshot(student):
    """Beside the lines it is none, and too late it is never complete."""
    student.click(0.5, 100)
    student.is_at("snapshot")
    assert student.read("note") == ""
    student.click(1, 595)
    student.is_at("snapshot")
    assert student.read("note") == said(TOO_LATE)
    student.click(1, 130)
    student.is_at("watch")
    snapshot = complete_snapshot(student.window.bench.editor.run)
    assert sum(len(held) for held in snapshot.channels.values()) == 1


def _watch(student, trigger):
    student.tool("action.stepForward")
    student.is_at("watch")
    for _ in range(3):
        trigger(student.window, "faster")
    student.tool("action.play")
    student.qtbot.waitUntil(lambda: student.tour.step == "verdict", timeout=20_000)
    student.is_at("verdict")


def _read(student):
    student.click(0, 60)
    student.is_at("verdict")
    snapshot = complete_snapshot(student.window.bench.editor.run)
    card = student.window.findChild(SnapshotCard, f"snapshot.{snapshot.id}")
    badge = next(b for b in card.findChildren(QToolButton) if b.text() == snapshot.id)
    press(badge)
    student.is_at("end")


def test_that_what_was_declined_is_not_offered_again(begin, trigger):
    student = begin()
    assert student.window.central.tour_offer.isVisible()
    assert "tour" not in vars(student.window.bench)
    student.press("decline")
    assert not student.window.central.tour_offer.isVisible()
    student.window.close()
    again = begin().window
    assert not again.central.tour_offer.isVisible()
    trigger(again, "examples")
    assert not again.central.start_page.tour_offer.isVisible()


def test_that_the_start_page_offers_it_and_a_tour_taken_is_not_offered_again(begin, trigger):
    student = begin()
    trigger(student.window, "examples")
    offer = student.window.central.start_page.tour_offer
    assert offer.isVisible()
    press(offer.findChild(QPushButton, "tour.take"))
    student.is_at("message")
    assert not offer.isVisible() and Settings().is_tour_settled
    student.leave()
    student.window.close()
    assert not begin().window.central.tour_offer.isVisible()


def test_that_it_is_not_offered_in_a_presentation(begin, trigger):
    student = begin()
    offer = student.window.central.tour_offer
    assert offer.isVisible()
    for _ in range(2):
        trigger(student.window, "present")
        student.qtbot.waitUntil(lambda: not student.window.bench.settling)
        assert not offer.isVisible()
    assert not Settings().is_tour_settled


def test_that_a_file_that_was_asked_for_is_shown_without_an_offer(window):
    assert not window.central.tour_offer.isVisible()
    assert "tour" not in vars(window.bench)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_every_step_can_be_skipped_and_its_callout_leaves_the_place_free(
    begin, trigger, language
):
    student = begin()
    student.window.resize(1280, 720)
    trigger(student.window, f"language.{language}")
    trigger(student.window, "tour")
    for step in STEPS:
        student.is_at(step.id)
        _look_at_callout(student)
        student.press("skip")
    student.is_at("end")
    _look_at_callout(student)
    assert "$300" in student.read("text")
    for step in reversed(STEPS):
        student.press("back")
        student.is_at(step.id)
        if step.id in ("snapshot", "message"):
            break


def _look_at_callout(student):
    window = student.window
    bubble, ring = (window.findChild(QWidget, f"tour.{name}") for name in ("bubble", "ring"))
    student.qtbot.waitUntil(ring.isVisible)
    plate = bubble.geometry().adjusted(14, 14, -14, -14)
    assert window.rect().contains(plate)
    assert not plate.intersects(ring.geometry().adjusted(1, 1, -1, -1))
    for label in bubble.findChildren(QLabel):
        assert label.isHidden() or label.height() >= label.heightForWidth(label.width())
    for button in bubble.findChildren(QPushButton):
        assert button.isHidden() or button.width() >= button.sizeHint().width()


def test_that_escape_lets_go_first_and_ends_the_tour_then(begin, trigger):
    student = begin()
    trigger(student.window, "tour")
    student.is_at("message")
    student.view.setFocus()
    QTest.mousePress(student.view, LEFT, pos=student.spot(0, 60))
    QTest.mouseMove(student.view, student.spot(1, 200))
    QTest.keyClick(student.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(student.view, LEFT, pos=student.spot(1, 200))
    student.is_at("message")
    assert not student.window.files.document.dirty
    QTest.keyClick(student.view, Qt.Key.Key_Escape)
    assert not student.tour.is_on
    assert not student.window.findChild(QWidget, "tour.bubble").isVisible()


def test_that_nothing_of_an_open_document_is_lost(window, trigger, qtbot):
    student = Student(window, qtbot)
    before = window.files.document
    trigger(window, "addProcess")
    trigger(window, "tour")
    press(asked(window).button(QMessageBox.StandardButton.Cancel))
    student.settle()
    assert window.files.document is before and before.dirty and not student.tour.is_on
    trigger(window, "tour")
    press(asked(window).button(QMessageBox.StandardButton.Discard))
    student.is_at("message")
    assert window.files.document is not before


def asked(window) -> QMessageBox:
    (box,) = (b for b in window.findChildren(QMessageBox, "dialog.unsaved") if b.isVisible())
    return box


def test_that_another_document_ends_the_tour(begin, trigger, write, ring_scenario):
    student = begin()
    trigger(student.window, "tour")
    student.is_at("message")
    student.window.open(write(ring_scenario(), "other.snapviz.json"))
    student.settle()
    assert not student.tour.is_on
    assert not student.window.findChild(QWidget, "tour.bubble").isVisible()


def test_that_the_page_of_examples_ends_the_tour(begin, trigger):
    student = begin()
    trigger(student.window, "tour")
    student.is_at("message")
    trigger(student.window, "examples")
    assert not student.tour.is_on
    assert not student.window.findChild(QWidget, "tour.bubble").isVisible()


def test_that_a_callout_stands_inside_and_beside_its_target():
    room, size = QRect(0, 0, 1280, 720), QSize(340, 150)
    for x in range(0, 1200, 97):
        for y in range(0, 690, 53):
            target = QRect(x, y, 80, 30)
            for wanted in SIDES:
                found, side = placed(size, target, room, wanted)
                assert side and room.contains(found) and not found.intersects(target)
    found, side = placed(size, QRect(0, 0, 1280, 720), room, "left")
    assert not side and room.contains(found)
