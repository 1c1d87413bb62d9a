"""What a person edits while another document is opened, and what becomes of both."""

from __future__ import annotations

import json
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from snapviz.scenario import load_scenario, save_scenario, validity
from snapviz.scenario.model import Exponential, Workload
from snapviz.ui import opening as openings
from snapviz.ui import runner as runners
from tests.ui.settling import settle
from tests.ui.spacetime_bench import banks, ms

LEFT = Qt.MouseButton.LeftButton
LONG = banks(
    script=(), workload=Workload("bank", Exponential(ms(4))), duration_us=ms(9_000), title="Long"
)
Buttons = QMessageBox.StandardButton


@pytest.fixture
def slow(monkeypatch):
    """Runs are told of at once, and simulated a few instants at a time."""
    monkeypatch.setattr(runners, "SHOW_PROGRESS_AFTER_S", 0.0)
    monkeypatch.setattr(runners, "SLICE_S", 0.0)
    monkeypatch.setattr(runners, "INSTANTS_A_STEP", 20)


@pytest.fixture
def in_thread(monkeypatch):
    """However small, a file is read in a thread, and that is told of at once."""
    monkeypatch.setattr(openings, "LARGE_FILE", 0)
    monkeypatch.setattr(openings, "SHOW_PROGRESS_AFTER_S", 0.0)


@pytest.fixture
def path(tmp_path):
    save_scenario(LONG, tmp_path / "long.snapviz.json")
    return tmp_path / "long.snapviz.json"


def retitle(window, title="Mine"):
    assert window.bench.editor.edit(lambda s: replace(s, title=title), "Title")


def reseed(window):
    assert window.bench.editor.edit(lambda s: replace(s, seed=s.seed + 1), "Seed")


def begin(window, path):
    window.open(path)
    assert window.bench.opening.busy


def wait(window, qtbot):
    qtbot.waitUntil(lambda: not window.bench.opening.busy, timeout=60_000)
    settle(window)


def question(window):
    """What is asked just now, or None."""
    boxes = window.findChildren(QMessageBox, "dialog.unsaved")
    return next((box for box in boxes if box.isVisible()), None)


def answer(window, qtbot, button):
    qtbot.mouseClick(question(window).button(button), LEFT)
    settle(window)


def offer(window):
    """The button above the diagram that shows what is ready."""
    (button,) = window.central.messages.findChildren(QPushButton)
    return button


def text(window):
    return window.findChild(QLabel, "messages.text").text()


def shown(window):
    """The title of the document whose run the diagram shows."""
    assert window.bench.editor.run.scenario == window.bench.editor.scenario
    assert window.central.view.run is window.bench.editor.run
    return window.files.document.title


@pytest.mark.parametrize("edit", [retitle, reseed])
def test_that_an_edit_meanwhile_is_there_and_the_opening_goes_on(window, path, slow, qtbot, edit):
    before = window.files.document
    begin(window, path)
    edit(window)
    assert window.bench.opening.busy
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=20_000)
    assert window.files.document is before and shown(window) == before.title
    assert window.findChild(QObject, "status.cancel").isVisible()
    wait(window, qtbot)
    assert window.files.document is before and before.dirty
    assert "long.snapviz.json is ready" in question(window).informativeText()
    answer(window, qtbot, Buttons.Discard)
    assert shown(window) == "Long" and question(window) is None
    assert not window.findChild(QObject, "status.cancel").isVisible()


def test_that_saving_what_was_edited_meanwhile_shows_what_was_opened(window, path, slow, qtbot):
    before = window.files.document
    begin(window, path)
    retitle(window)
    wait(window, qtbot)
    answer(window, qtbot, Buttons.Save)
    assert load_scenario(before.path).title == "Mine"
    assert shown(window) == "Long" and text(window) == "Saved ring.snapviz.json"


def test_that_who_would_rather_stay_can_have_it_shown_later(window, path, slow, qtbot):
    before = window.files.document
    begin(window, path)
    reseed(window)
    wait(window, qtbot)
    answer(window, qtbot, Buttons.Cancel)
    assert window.files.document is before and before.dirty
    assert text(window) == "long.snapviz.json is ready."
    qtbot.mouseClick(offer(window), LEFT)
    answer(window, qtbot, Buttons.Discard)
    assert shown(window) == "Long"


def test_that_what_is_ready_stays_offered_where_there_is_no_place_to_save_to(
    window, path, slow, qtbot, monkeypatch
):
    window.files.new()
    retitle(window, "First")
    window.open(path)
    answer(window, qtbot, Buttons.Discard)
    retitle(window, "Second")
    wait(window, qtbot)
    monkeypatch.setattr(window.files, "ask_save", lambda then: None)
    answer(window, qtbot, Buttons.Save)
    assert shown(window) == "Second" and text(window) == "long.snapviz.json is ready."


def test_that_nobody_is_asked_twice_about_the_same_changes(window, path, slow, qtbot):
    retitle(window)
    window.open(path)
    answer(window, qtbot, Buttons.Discard)
    assert window.bench.opening.busy and window.files.document.title == "Mine"
    wait(window, qtbot)
    assert question(window) is None and shown(window) == "Long"


def test_that_what_was_taken_back_needs_no_question(window, path, slow, qtbot):
    begin(window, path)
    reseed(window)
    window.bench.editor.undo()
    wait(window, qtbot)
    assert question(window) is None and shown(window) == "Long"


def test_that_nothing_is_taken_out_of_a_hand(window, path, slow, qtbot):
    editor, before = window.bench.editor, window.files.document
    begin(window, path)
    assert editor.preview(lambda s: replace(s, seed=7), "Seed")
    wait(window, qtbot)
    qtbot.wait(120)
    assert editor.in_gesture and window.files.document is before and question(window) is None
    editor.commit()
    qtbot.waitUntil(lambda: question(window) is not None)
    assert before.scenario.seed == 7
    answer(window, qtbot, Buttons.Discard)
    assert shown(window) == "Long"


def test_that_nothing_comes_between_save_as_and_what_is_saved(window, path, slow, qtbot, tmp_path):
    before = window.files.document
    begin(window, path)
    window.files.ask_save()
    dialog = window.findChild(QFileDialog, "dialog.save")
    wait(window, qtbot)
    qtbot.wait(120)
    assert window.files.document is before
    dialog.fileSelected.emit(str(tmp_path / "copy.snapviz.json"))
    dialog.close()
    assert load_scenario(tmp_path / "copy.snapviz.json") == before.scenario
    qtbot.waitUntil(lambda: window.files.document.title == "Long")
    settle(window)
    assert shown(window) == "Long"


def test_that_a_menu_is_about_what_is_shown(window, path, slow, qtbot):
    before = window.files.document
    begin(window, path)
    menu = QMenu(window)
    menu.addAction("Delete")
    menu.popup(window.mapToGlobal(window.rect().center()))
    wait(window, qtbot)
    qtbot.wait(120)
    assert window.files.document is before
    menu.close()
    qtbot.waitUntil(lambda: window.files.document.title == "Long")


@pytest.mark.parametrize("is_read_late", [False, True])
def test_that_who_closes_the_window_is_not_asked_something_else(
    window, path, slow, qtbot, monkeypatch, is_read_late
):
    if is_read_late:
        monkeypatch.setattr(openings, "LARGE_FILE", 0)
    begin(window, path)
    retitle(window)
    window.close()
    asked = question(window)
    qtbot.waitUntil(lambda: not window.bench.opening.busy, timeout=60_000)
    qtbot.wait(120)
    assert question(window) is asked
    answer(window, qtbot, Buttons.Cancel)
    qtbot.waitUntil(lambda: question(window) not in (None, asked))
    answer(window, qtbot, Buttons.Discard)
    qtbot.waitUntil(lambda: window.files.document.title == "Long", timeout=60_000)


def test_that_nothing_comes_into_a_window_that_was_closed(window, path, slow, qtbot):
    before = window.files.document
    begin(window, path)
    assert window.bench.editor.preview(lambda s: replace(s, seed=7), "Seed")
    wait(window, qtbot)
    window.close()
    window.bench.editor.cancel()
    qtbot.wait(120)
    assert window.files.document is before


def test_that_a_gesture_given_up_lets_what_was_opened_in(window, path, slow, qtbot):
    begin(window, path)
    assert window.bench.editor.preview(lambda s: replace(s, seed=7), "Seed")
    wait(window, qtbot)
    window.bench.editor.cancel()
    qtbot.waitUntil(lambda: window.files.document.title == "Long")
    settle(window)
    assert shown(window) == "Long"


def test_that_cancelling_the_opening_keeps_the_edit(window, path, slow, qtbot):
    before = window.files.document
    begin(window, path)
    reseed(window)
    seed = before.scenario.seed
    cancel = window.findChild(QObject, "status.cancel")
    qtbot.waitUntil(cancel.isVisible)
    qtbot.mouseClick(cancel, LEFT)
    assert not window.bench.opening.busy
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=20_000)
    assert not cancel.isVisible()
    assert window.files.document is before and before.scenario.seed == seed
    assert shown(window) == before.title and question(window) is None


def test_that_the_edit_of_a_long_run_and_an_opening_both_end(window, path, slow, qtbot):
    save_scenario(replace(LONG, title="Other"), path.with_name("other.snapviz.json"))
    window.open(path)
    wait(window, qtbot)
    begin(window, path.with_name("other.snapviz.json"))
    reseed(window)
    assert window.runner.busy and window.bench.opening.busy
    wait(window, qtbot)
    answer(window, qtbot, Buttons.Cancel)
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=60_000)
    settle(window)
    assert shown(window) == "Long"


# Reading in a thread


def test_that_a_large_file_is_read_in_a_thread(window, path, in_thread, qtbot):
    window.open(path)
    assert window.bench.opening.reading and window.files.document.title != "Long"
    wait(window, qtbot)
    assert shown(window) == "Long" and window.files.document.path == path
    assert window.files.document.run.scenario == load_scenario(path)


def test_that_a_bad_large_file_is_refused_in_words(window, write, in_thread, qtbot, ring_scenario):
    before = window.files.document
    window.open(write(ring_scenario(seed="many"), "bad.snapviz.json"))
    wait(window, qtbot)
    assert window.files.document is before
    assert text(window) == "bad.snapviz.json was not opened."
    details = window.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert "bad.snapviz.json: seed: " in details


def test_that_a_bad_large_first_file_leads_to_the_start_page(open_window, write, in_thread):
    window = open_window(write("[" * 200_000, "deep.snapviz.json"))
    assert window.central.on_start_page and window.central.messages.isVisible()


def test_that_a_window_opened_by_name_has_read_its_file(open_window, write, in_thread):
    window = open_window(write(json.loads('{"format": "snapviz/scenario"}')))
    assert not window.files.reading and window.central.on_start_page


def test_that_reading_can_be_given_up(window, path, in_thread, qtbot):
    before = window.files.document
    window.open(path)
    cancel = window.findChild(QObject, "status.cancel")
    while window.bench.opening.reading and not cancel.isVisible():
        QApplication.processEvents()
    window.bench.opening.cancel()
    qtbot.wait(60)
    assert window.files.document is before and not cancel.isVisible()


def test_that_another_file_takes_the_place_of_one_being_read(
    window, path, write, in_thread, qtbot, ring_scenario
):
    window.open(path)
    window.open(write(ring_scenario(title="Other"), "other.snapviz.json"))
    wait(window, qtbot)
    assert shown(window) == "Other"
    qtbot.wait(60)
    assert shown(window) == "Other"


@pytest.mark.parametrize("is_log_last", [False, True])
def test_that_of_a_log_and_a_scenario_what_was_wanted_last_is_shown(
    window, path, in_thread, qtbot, tmp_path, is_log_last
):
    log = tmp_path / "own.log"
    log.write_text('a {"a":1}\nsend\n', encoding="utf-8")
    for wanted in (path, log) if is_log_last else (log, path):
        window.open(wanted)
    qtbot.waitUntil(lambda: not window.files.reading)
    wait(window, qtbot)
    qtbot.wait(60)
    assert window.files.document.path == (log if is_log_last else path)


def test_that_progress_is_told_of_the_file_it_is_named_after(
    window, path, write, in_thread, slow, qtbot, ring_scenario, monkeypatch
):
    opening, told = window.bench.opening, []
    window.open(path)
    qtbot.waitUntil(lambda: opening.runner.covered > 0.02, timeout=20_000)
    go_on, really = threading.Event(), openings._answer
    monkeypatch.setattr(openings, "_answer", lambda *rest: go_on.wait(30) and really(*rest))
    opening.progressed.connect(lambda share: told.append((opening.name, share)))
    window.open(write(ring_scenario(title="Other"), "other.snapviz.json"))
    qtbot.waitUntil(lambda: len(told) > 2)
    assert set(told) == {("other.snapviz.json", 0.0)}
    go_on.set()
    wait(window, qtbot)
    assert shown(window) == "Other"


def test_that_a_new_document_takes_the_place_of_a_file_being_read(window, path, in_thread, qtbot):
    window.open(path)
    window.files.new()
    made = window.files.document
    wait(window, qtbot)
    qtbot.wait(60)
    assert window.files.document is made and made.title == ""


def test_that_who_edits_while_a_file_is_read_is_asked_once(window, path, in_thread, slow, qtbot):
    window.open(path)
    retitle(window)
    qtbot.waitUntil(lambda: question(window) is not None, timeout=20_000)
    answer(window, qtbot, Buttons.Discard)
    wait(window, qtbot)
    assert question(window) is None and shown(window) == "Long"


def test_that_a_window_closes_while_a_file_is_read(window, path, in_thread):
    window.open(path)
    window.close()
    assert not window.bench.opening.busy


def test_that_what_was_read_is_not_judged_anew_by_the_first_edit(
    window, path, slow, qtbot, monkeypatch
):
    window.open(path)
    wait(window, qtbot)
    judged, really = [], validity._read
    monkeypatch.setattr(
        validity, "_read", lambda part, *rest: judged.append(part) or really(part, *rest)
    )
    reseed(window)
    (part,) = judged
    assert len(LONG.channels) > 0 and part.channels == ()
    assert not window.bench.editor.edit(lambda s: replace(s, seed=-1), "Seed")
    window.runner.cancel()
