"""Every shipped lesson is played by a robot through the window, right and wrong, in both languages."""

from __future__ import annotations

import ast
import json
import shutil
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTextBrowser,
    QToolButton,
)

from snapviz.lessons.answers import load_answers
from snapviz.lessons.checking import worlds
from snapviz.lessons.grading import marked
from snapviz.lessons.model import LANGUAGES
from snapviz.lessons.reading import load_lesson
from snapviz.lessons.shelf import shipped_folders
from snapviz.resources import PACKAGE
from snapviz.scenario import Problem, ScenarioError
from snapviz.scenario.model import (
    Checkpointing,
    Clock,
    Crash,
    Heal,
    Logging,
    Send,
    SetChannel,
    SyncClocks,
    TakeSnapshot,
)
from snapviz.simulation import Simulation, simulate
from snapviz.ui.lessons.order_rows import OrderRow, OrderRows
from snapviz.ui.lessons.words import SENTENCES
from snapviz.ui.selection import EventItem, MessageItem
from tests.ui.mouse import press
from tests.ui.settling import settle

FOLDERS = shipped_folders()


class Robot:
    """Presses what a student presses, and reads what a student reads."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        self.lessons = window.bench.lessons
        self.panel = self.lessons.panel

    def press(self, name):
        button = self.panel.findChild(QPushButton, f"lessons.{name}")
        assert button.isEnabled() and not button.isHidden(), name
        button.click()
        self.settle()

    def settle(self):
        QApplication.processEvents()
        working = (self.window.runner, self.window.bench.opening, self.lessons)
        is_busy = lambda: any(one.busy for one in working)
        self.qtbot.waitUntil(lambda: not is_busy(), timeout=5000)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not is_busy(), timeout=5000)
        QApplication.processEvents()

    def text(self, name, kind=QLabel):
        widget = self.panel.findChild(kind, f"lessons.{name}")
        if widget.isHidden():
            return ""
        return widget.text() if kind is QLabel else widget.toPlainText()

    def answer(self, answer):
        if isinstance(answer, dict):
            for name, number in answer.items():
                self.panel.options.findChild(QSpinBox, f"lessons.option.{name}").setValue(number)
            return
        if self.lessons.task.question.form == "order":
            self.arrange(answer)
            return
        for option in self.lessons.task.question.options:
            box = self.panel.options.findChild(QCheckBox, f"lessons.option.{option.id}")
            if box.isChecked() != (option.id in answer):
                box.click()

    def arrange(self, order):
        """Drag each row to its place with the mouse, from the first on."""
        rows = self.panel.options.findChild(OrderRows)
        for place, name in enumerate(order):
            row = rows.findChild(OrderRow, f"lessons.option.{name}")
            pull(row, rows.findChild(OrderRow, f"lessons.option.{rows.order[place]}"))
        assert rows.order == tuple(order)

    def begin(self, number):
        self.lessons.show()
        self.settle()
        lesson = self.lessons._lessons[number]
        self.lessons.begin(lesson)
        self.settle()
        return lesson


@pytest.fixture
def robot(window, qtbot):
    return Robot(window, qtbot)


def pull(row, to):
    """Press on a row, and let go on another."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(row, left, pos=row.rect().center())
    end = to.geometry().center() - QPoint(0, 3)
    for _ in range(8):
        QTest.mouseMove(row, row.mapFromParent(end))
    QTest.mouseRelease(row, left, pos=row.mapFromParent(end))
    QApplication.processEvents()


def wrong_one(question):
    if question.form == "order":
        return tuple(option.id for option in question.options)
    if isinstance(question.key, dict):
        first = next(iter(question.key))
        return {**question.key, first: question.key[first] + 1}
    return next((o.id,) for o in question.options if o.id not in question.key)


def do(robot, lesson, step):
    """What solves an act, done to the scenario through the one door for edits."""
    editor = robot.window.bench.editor
    scenario = editor.scenario

    def script(*more):
        return lambda s: replace(s, script=(*s.script, *more))

    def clock(s):
        last = s.processes[-1]
        moved = replace(last, clock=Clock(last.clock.offset_us - 20_000))
        return replace(s, processes=(*s.processes[:-1], moved))

    def later(s):
        *first, last = s.script
        return replace(s, script=(*first, replace(last, at_us=200_000)))

    def out_of_order(s):
        first, *rest = s.channels
        return replace(s, channels=(replace(first, fifo=False), *rest))

    def without(kind, before_us=10**9):
        return lambda s: replace(
            s, script=tuple(a for a in s.script if type(a) is not kind or a.at_us >= before_us)
        )

    def other(kind, **fields):
        return lambda s: replace(
            s, script=tuple(replace(a, **fields) if type(a) is kind else a for a in s.script)
        )

    acts = {
        "10-copies": other(TakeSnapshot, copies=2),
        "11-two-phase": other(Crash, at_us=165_000),
        "12-paxos": without(SetChannel, 250_000),
        "13-raft": other(Heal, at_us=790_000),
        "14-which-one": other(TakeSnapshot, protocol="lai-yang"),
    }
    changes = {
        "run.syncs": without(SyncClocks),
        "run.snapshots": script(TakeSnapshot(100_000, initiator="P2")),
        "P1->P2.fifo": out_of_order,
        "S1.sound": later,
        "S1.consistent": clock,
        "run.messages": script(Send(300_000, "P3", "P1", {"amount": 1})),
        "R2.undone": lambda s: replace(s, logging=Logging("pessimistic")),
        "R1.undone": lambda s: replace(s, checkpointing=Checkpointing("index-based", 100_000)),
    }
    act = acts.get(lesson.id) or changes[step.check.parts[0].fact]
    assert editor.edit(act, "act")
    robot.settle()
    assert editor.scenario != scenario


@pytest.mark.parametrize("number", range(len(FOLDERS)), ids=lambda n: FOLDERS[n].name)
def test_that_a_robot_plays_it_in_both_languages(robot, trigger, number):
    for language in LANGUAGES:
        trigger(robot.window, f"language.{language}")
        lesson = robot.begin(number)
        for place, step in enumerate(lesson.steps):
            if place:
                robot.press("next")
            play_step(robot, lesson, step, lesson.books[language].pages[step.id])
        robot.window.files.document.history.mark_saved()


def play_step(robot, lesson, step, page):
    assert robot.text("title") == page.title
    assert robot.text("text", QTextBrowser) and "{" not in robot.text("text", QTextBrowser)
    if step.stage.at_us is not None:
        assert robot.window.playback.time_us == step.stage.at_us
    assert robot.text("revealText", QTextBrowser) == "" and robot.text("chip") == ""
    if step.ask:
        play_question(robot, step)
    elif step.check:
        do(robot, lesson, step)
    if step.ask or step.check:
        assert robot.text("chip") in ("right", "正确")
        told = robot.text("revealText", QTextBrowser)
        assert told and "{" not in told


def play_question(robot, step):
    """First wrong, which is explained and costs nothing; then right, which reveals."""
    window, question = robot.window, robot.lessons.task.question
    hidden = [window.statusBar() if n == "status" else window.dock[n] for n in step.stage.hide]
    assert all(part.isHidden() for part in hidden)
    assert not robot.panel.findChild(QPushButton, "lessons.show").isEnabled()
    robot.answer(wrong_one(question))
    robot.press("check")
    assert robot.text("chip") in ("not yet", "还不对")
    assert robot.text("explanation") and "%" not in robot.text("explanation")
    assert all(part.isHidden() for part in hidden)
    robot.press("hint")
    assert robot.text("hintText", QTextBrowser)
    robot.answer(question.key)
    robot.press("check")
    assert robot.text("explanation") == "" and not any(part.isHidden() for part in hidden)


def test_that_a_panel_that_is_open_at_the_start_offers_the_lessons(window, qtbot):
    assert "lessons" not in vars(window.bench)
    window.dock["lessons"].show()
    window.dock["lessons"].raise_()
    choice = window.findChild(QComboBox, "lessons.choice")
    qtbot.waitUntil(lambda: choice.count() == len(shipped_folders()) + 1)


def test_that_before_a_lesson_begins_its_page_says_what_lessons_are(window, trigger, qtbot):
    window.dock["lessons"].show()
    text = window.bench.lessons.panel._text
    qtbot.waitUntil(text.isVisible)
    before = text.toPlainText()
    trigger(window, "language.zh_CN")
    assert before.startswith("A lesson") and text.toPlainText().startswith("课程")


def test_that_the_answer_can_be_shown_after_a_try(robot):
    robot.begin(0)
    robot.press("next")
    robot.answer(("pass-on",))
    robot.press("check")
    robot.press("show")
    assert robot.text("revealText", QTextBrowser)


def test_that_a_message_clicked_in_the_diagram_is_an_answer(robot):
    robot.begin(1)
    robot.press("next")
    robot.window.bench.session.selection.set(MessageItem("P1", "P2", 1))
    assert robot.panel.options.answer == robot.lessons.task.question.key


def click_in_diagram(robot, process, us):
    view = robot.window.central.view
    place = view.place()
    spot = QPointF(place.x_of(us), place.lanes[process])
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    QApplication.processEvents()


def line_drawn(robot):
    """Whether a line lies there, and how many rings are marked as chosen."""
    items = robot.window.central.view._extras()
    lines = [item for item in items if item.subject == ("choice", -1)]
    rings = [item for item in items if item.subject[0] == "choice" and item not in lines]
    return bool(lines), sum(ring.style.fill is not None for ring in rings)


def test_that_a_recovery_line_is_drawn_by_clicks(robot):
    robot.begin(5)
    robot.press("next")
    question = robot.lessons.task.question
    assert line_drawn(robot) == (False, 0)
    for process, (name, times) in enumerate(question.choices_us.items()):
        click_in_diagram(robot, process, list(times.values())[-1])
        assert robot.panel.options.answer[name] == list(times)[-1]
    assert line_drawn(robot) == (True, len(question.key))
    robot.press("check")
    assert robot.text("chip") == "not yet"
    for process, (name, number) in enumerate(question.key.items()):
        click_in_diagram(robot, process, question.choices_us[name][number])
    assert robot.panel.options.answer == question.key
    robot.press("check")
    assert robot.text("chip") == "right" and line_drawn(robot) == (False, 0)


def test_that_numbers_move_the_line_and_another_document_takes_it_away(robot, write, ring_scenario):
    robot.begin(5)
    robot.press("next")
    robot.answer(robot.lessons.task.question.key)
    assert line_drawn(robot) == (True, len(robot.lessons.task.question.key))
    robot.window.open(write(ring_scenario(), "other.snapviz.json"))
    robot.settle()
    assert line_drawn(robot) == (False, 0)


def test_that_rows_are_moved_by_keys(robot):
    lesson = robot.begin(4)
    place = next(n for n, step in enumerate(lesson.steps) if step.id == "arrange")
    for _ in range(place):
        robot.press("next")
    rows = robot.panel.options.findChild(OrderRows)
    first, second, *rest = rows.order
    row = rows.findChild(OrderRow, f"lessons.option.{first}")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows.order == (first, second, *rest)
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rows.order == (second, first, *rest) == robot.panel.options.answer
    assert "place 2 of 4" in row.accessibleName() and row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Down)
    assert rows.findChild(OrderRow, f"lessons.option.{rest[0]}").hasFocus()


def test_that_the_words_of_an_option_can_be_clicked(robot):
    robot.begin(0)
    robot.press("next")
    row = robot.panel.options._rows["record"]
    spot = QPoint(row.width() - 12, row.height() // 2)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=spot)
    assert robot.panel.options.answer == ("record",)
    QTest.mouseClick(robot.panel.options._rows["close"], Qt.MouseButton.LeftButton, pos=spot)
    assert robot.panel.options.answer == ("close",)


def test_that_a_wrong_act_is_no_answer_and_told_why(robot, trigger):
    """The clocks lesson wants one clock moved and nothing else; two are too many."""
    robot.begin(3)
    for _ in range(4):
        robot.press("next")
    editor = robot.window.bench.editor
    both = lambda s: replace(
        s,
        processes=tuple(
            replace(p, clock=Clock(4_000 - k * 20_000)) for k, p in enumerate(s.processes)
        ),
    )
    assert editor.edit(both, "act")
    robot.settle()
    assert not editor.run.snapshots[0].verdict.consistent
    assert robot.text("chip") == "not yet"
    assert robot.text("explanation") == "Clocks to be changed: 1, and not 2."
    trigger(robot.window, "language.zh_CN")
    assert robot.text("explanation") == "要改动的时钟：1 个，而不是 2 个。"
    trigger(robot.window, "undo")
    robot.settle()
    assert robot.text("chip") == "" and robot.text("explanation") == ""
    robot.window.files.document.history.mark_saved()


def test_that_the_language_can_be_changed_in_the_middle(robot, trigger):
    lesson = robot.begin(4)
    robot.press("next")
    robot.answer({"P1": 9, "P2": 0, "P3": 0})
    robot.press("check")
    trigger(robot.window, "language.zh_CN")
    assert robot.text("title") == lesson.books["zh_CN"].pages["send"].title
    assert robot.text("chip") == "还不对" and robot.panel.options.answer["P1"] == 9
    assert "向量" in robot.text("prompt")


def test_that_who_errs_twice_skips_and_comes_back_is_told_why_each_time(robot, trigger):
    robot.begin(10)
    robot.press("next")
    for wrong in ("committed", "pending"):
        robot.answer((wrong,))
        robot.press("check")
        assert "no decision on its log" in robot.text("explanation")
        trigger(robot.window, "language.zh_CN")
        assert "日志上没有找到决定" in robot.text("explanation")
        trigger(robot.window, "language.en")
    robot.press("next")
    robot.press("back")
    assert robot.text("chip") == robot.text("explanation") == ""
    assert robot.panel.options.answer == () and not robot.text("revealText", QTextBrowser)
    robot.answer(("aborted",))
    robot.press("check")
    assert robot.text("chip") == "right" and robot.text("where") == "2 of 5 · 1 of 3 right"


def test_that_another_document_ends_a_lesson_and_begin_brings_it_back(robot, write, ring_scenario):
    robot.begin(0)
    robot.press("next")
    assert robot.window.dock["snapshots"].isHidden()
    robot.window.open(write(ring_scenario(), "other.snapviz.json"))
    robot.settle()
    assert not robot.window.dock["snapshots"].isHidden()
    robot.press("begin")
    assert robot.text("where").startswith("2 of 6") and robot.window.dock["snapshots"].isHidden()


def test_that_what_was_hidden_is_back_the_next_time(robot, open_window):
    robot.begin(0)
    robot.press("next")
    robot.window.close()
    again = open_window(None)
    assert not again.dock["snapshots"].isHidden()


def test_that_a_broken_lesson_is_told_in_the_window(robot, tmp_path):
    (tmp_path / "lesson.json").write_text('{"format": "snapviz/lesson"}')
    robot.lessons.open(tmp_path)
    robot.settle()
    lines = robot.window.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert "lesson.json: line 1, steps: is missing; required here: format" in lines


def test_that_a_broken_lesson_is_told_in_the_language_of_the_window(robot, trigger, tmp_path):
    trigger(robot.window, "language.zh_CN")
    text = '{"format": "snapviz/lesson", "version": 1,\n"scenario": "x", "steps": [\n{"id": 7}]}'
    (tmp_path / "lesson.json").write_text(text)
    robot.lessons.open(tmp_path)
    robot.settle()
    lines = robot.window.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert f"{tmp_path}/lesson.json: 第 3 行，steps[0].id: 7 不是文本" in lines


def test_that_a_refusal_is_told_again_in_another_language(robot, trigger, tmp_path):
    (tmp_path / "lesson.json").write_text('{"format": "snapviz/lesson", "version": 1, "steps": 7}')
    robot.lessons.open(tmp_path)
    robot.settle()
    trigger(robot.window, "language.zh_CN")
    settle(robot.window)
    said = robot.window.findChild(QLabel, "messages.text").text()
    lines = robot.window.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert said == f"未能打开课程 {tmp_path.name}。"
    assert "第 1 行，steps: 7 不是" in lines


def test_that_the_reveal_of_an_order_selects_the_events(robot):
    robot.begin(4)
    for _ in range(3):
        robot.press("next")
    robot.answer(("before",))
    robot.press("check")
    expected = (EventItem("P1", 0), EventItem("P3", 1))
    assert robot.window.bench.session.selection.items == expected


def test_that_every_sentence_of_a_question_can_be_translated():
    found = set()
    lessons = PACKAGE / "lessons"
    for path in [lessons / "overdone.py", *(lessons / "questions").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "told":
                found.add(node.args[0].value)
    assert found - {"%1"} == set(SENTENCES)


def graded(tmp_path, **fields):
    """A copy of the first lesson, with other fields."""
    folder = tmp_path / "graded"
    shutil.copytree(FOLDERS[0], folder)
    path = folder / "lesson.json"
    document = json.loads(path.read_text(encoding="utf-8")) | {"graded": True} | fields
    document["steps"][4]["question"] = {"kind": "consistent-cut"}
    path.write_text(json.dumps(document), encoding="utf-8")
    return folder


def test_that_a_graded_lesson_is_answered_saved_and_marked(robot, tmp_path, qtbot):
    folder = graded(tmp_path, tools=["snapshots"])
    robot.lessons.show()
    robot.lessons.open(folder)
    robot.settle()
    name = robot.panel.findChild(QLineEdit, "lessons.student")
    save = robot.panel.findChild(QPushButton, "lessons.save")
    assert name.isVisible() and not save.isEnabled()
    prompts = []
    for student in ("Ada", "Bob"):
        name.clear()
        QTest.keyClicks(name, student)
        QTest.keyClick(name, Qt.Key.Key_Return)
        robot.settle()
        for _ in range(4 - robot.lessons._place):
            robot.press("next")
        prompts.append(robot.text("prompt"))
        robot.answer(wrong_one(robot.lessons.task.question))
        robot.press("check")
        robot.answer(robot.lessons.task.question.key)
        robot.press("check")
        assert robot.text("where") == "5 of 6 · 1 of 5 right"
        path = tmp_path / f"{student}.answers.json"
        save.click()
        dialog = robot.window.findChild(QFileDialog, "dialog.saveAnswers")
        assert dialog.selectedFiles()[0].endswith(f"{student}.answers.json")
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        lesson = load_lesson(folder)
        marks = marked(lesson, worlds(lesson), load_answers(path))
        assert marks.student == student and marks.right == 1
        assert [m.right_at for m in marks.steps if m.step == "cut"] == [2]
    assert prompts[0] != prompts[1]


def test_that_a_name_given_beside_another_scenario_leaves_that_alone(robot, tmp_path, root):
    robot.lessons.show()
    robot.lessons.open(graded(tmp_path))
    robot.settle()
    robot.window.bench.open_example(root / "scenarios" / "05-overtaken-marker.snapviz.json")
    robot.settle()
    shown = robot.window.files.document
    assert not robot.lessons.is_here
    name = robot.panel.findChild(QLineEdit, "lessons.student")
    QTest.keyClicks(name, "Ada")
    QTest.keyClick(name, Qt.Key.Key_Return)
    robot.settle()
    assert robot.window.files.document is shown and robot.window.settings.student == "Ada"
    robot.press("begin")
    robot.settle()
    assert robot.lessons.is_here and robot.lessons._progress.student == "Ada"


def test_that_a_lesson_gives_only_its_tools(robot, tmp_path):
    robot.lessons.show()
    robot.lessons.open(graded(tmp_path, tools=["snapshots", "clocks"]))
    robot.settle()
    editor = robot.window.bench.editor
    assert not editor.edit(lambda s: replace(s, seed=s.seed + 1), "act")
    assert editor.refusal == "This lesson lets you change only: snapshots, clocks."
    taken = TakeSnapshot(100_000, initiator="P2")
    assert editor.edit(lambda s: replace(s, script=(*s.script, taken)), "act")
    assert not editor.edit(lambda s: replace(s, channels=s.channels[1:]), "act")
    robot.settle()
    robot.window.files.document.history.mark_saved()


def test_that_progress_is_kept(robot, open_window, qtbot):
    robot.begin(0)
    robot.press("next")
    robot.answer(("record",))
    robot.press("check")
    assert robot.text("where") == "2 of 6 · 1 of 5 right"
    robot.window.close()
    again = Robot(open_window(None), qtbot)
    again.begin(0)
    assert again.text("where") == "2 of 6 · 1 of 5 right"


def test_that_a_lesson_done_is_marked_in_the_list(robot):
    lesson = robot.begin(5)
    choice = robot.panel.findChild(QComboBox, "lessons.choice")
    assert "✓" not in choice.itemText(5)
    robot.press("next")
    robot.answer(robot.lessons.task.question.key)
    robot.press("check")
    for _ in range(3):
        robot.press("next")
    do(robot, lesson, lesson.steps[-1])
    assert choice.itemText(5) == lesson.books["en"].title + "  ✓"
    robot.window.files.document.history.mark_saved()


def test_that_a_page_is_given_room_to_be_read(robot):
    robot.window.resize(1280, 800)
    before = robot.window.dock["topology"].width()
    robot.begin(7)
    page = robot.panel
    assert page.width() >= 330 > before
    assert page.height() >= 340
    robot.window.dock["lessons"].close()
    robot.settle()
    assert robot.window.dock["topology"].width() == before


def test_that_a_hint_asked_for_is_in_sight(robot):
    robot.window.resize(1280, 720)
    robot.begin(8)
    for _ in range(2):
        robot.press("next")
    robot.answer(("m6",))
    robot.press("check")
    hint = robot.panel.findChild(QTextBrowser, "lessons.hintText")
    robot.press("hint")
    robot.qtbot.waitUntil(
        lambda: hint.visibleRegion().boundingRect().height() >= hint.height() - 1, timeout=5000
    )


def test_that_a_lesson_is_run_in_no_thread_of_the_window(robot, tmp_path, monkeypatch):
    threads = []

    def noted(scenario, *others):
        threads.append(threading.current_thread())
        return simulate(scenario, *others)

    def begun(scenario):
        threads.append(threading.current_thread())
        return Simulation(scenario)

    for module in ("questions.choices", "facts"):
        monkeypatch.setattr(f"snapviz.lessons.{module}.simulate", noted)
    monkeypatch.setattr("snapviz.lessons.checking.Simulation", begun)
    robot.lessons.show()
    folder = tmp_path / "mine"
    shutil.copytree(FOLDERS[-1], folder)
    robot.lessons.open(folder)
    robot.settle()
    robot.press("next")
    assert robot.panel.options is not None
    assert len(threads) > 8 and threading.main_thread() not in threads


class Slow(Simulation):
    """Half done for as long as nobody opens the gate."""

    gate = threading.Event()
    progress = 0.5

    def advance(self, *instants):
        return self.gate.wait(0.005) and super().advance(*instants)


@pytest.mark.parametrize("is_cancelled", [True, False])
def test_that_the_play_of_a_lesson_of_ones_own_is_shown_and_can_be_cancelled(
    robot, qtbot, tmp_path, monkeypatch, is_cancelled
):
    monkeypatch.setattr("snapviz.lessons.checking.Simulation", Slow)
    Slow.gate.clear()
    robot.lessons.show()
    robot.settle()
    shown = robot.window.files.document
    folder = tmp_path / "mine"
    shutil.copytree(FOLDERS[0], folder)
    robot.lessons.open(folder)
    bar = robot.panel.findChild(QProgressBar)
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: bar.value() == 250)
    assert "mine" in robot.text("waiting")
    if is_cancelled:
        press(robot.panel.findChild(QToolButton, "lessons.cancel"))
        assert not robot.lessons.busy
    Slow.gate.set()
    robot.settle()
    assert not bar.isVisible() and robot.lessons.is_here != is_cancelled
    assert (robot.window.files.document is shown) == is_cancelled


def test_that_a_lesson_that_cannot_be_run_is_refused(robot, tmp_path, monkeypatch):
    def fails(scenario, *others):
        raise ScenarioError([Problem("script[0]", "cannot be run")])

    monkeypatch.setattr("snapviz.lessons.checking.Simulation", fails)
    folder = tmp_path / "mine"
    shutil.copytree(FOLDERS[0], folder)
    robot.lessons.open(folder)
    robot.settle()
    lines = robot.window.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert lines == "script[0]: cannot be run"
