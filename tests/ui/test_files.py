"""Opening and saving, also when it does not work."""

import json
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPlainTextEdit

from snapviz import simulation
from snapviz.scenario import load_scenario


def message(window) -> str:
    return window.findChild(QLabel, "messages.text").text()


def details(window) -> list[str]:
    return window.findChild(QPlainTextEdit, "messages.lines").toPlainText().splitlines()


def bad(ring_scenario) -> dict:
    scenario = ring_scenario(seed="many", duration_ms=-1)
    scenario["script"][0]["to"] = "P9"
    return scenario


def test_that_a_bad_file_shows_every_problem_and_keeps_the_document(window, write, ring_scenario):
    before = window.files.document
    path = write(bad(ring_scenario), "bad.snapviz.json")
    window.open(path)
    assert window.files.document is before
    assert window.central.messages.isVisible()
    assert message(window) == "bad.snapviz.json was not opened."
    lines = details(window)
    assert len(lines) == 3
    assert all(line.startswith(f"{path}: ") for line in lines)
    assert "script[0].to" in "".join(lines)


def test_that_a_bad_first_file_leads_to_the_start_page(open_window, write):
    window = open_window(write("[" * 200_000, "deep.snapviz.json"))
    assert window.central.on_start_page
    assert window.central.messages.isVisible()
    assert not window.findChild(QAction, "action.play").isEnabled()


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_that_what_is_no_file_is_refused_in_words(window, tmp_path, kind):
    path = tmp_path / "nothing.snapviz.json"
    if kind == "folder":
        path.mkdir()
    window.open(path)
    assert message(window) == "nothing.snapviz.json was not opened."
    assert str(path) in details(window)[0]


def that_cannot_run(ring_scenario) -> dict:
    """A scenario that is in order, with a way to agree that nothing knows."""
    scenario = ring_scenario()
    snapshot = {"at_ms": 300, "action": "snapshot", "initiator": "P1", "commit": "two-phase"}
    scenario["script"].append(snapshot)
    return scenario


def test_that_a_scenario_that_cannot_run_yet_is_refused_in_words(
    window, write, ring_scenario, monkeypatch
):
    monkeypatch.setattr(simulation, "AGREEMENT", {})
    scenario = that_cannot_run(ring_scenario)
    before = window.files.document
    window.open(write(scenario, "parted.snapviz.json"))
    assert window.files.document is before
    assert "script[7]" in details(window)[0]


@pytest.mark.parametrize("kind", ["bad", "broken", "commit"])
def test_that_who_has_unsaved_work_is_asked_only_about_what_opens(
    window, write, ring_scenario, kind, monkeypatch
):
    monkeypatch.setattr(simulation, "AGREEMENT", {})
    window.bench.editor.edit(lambda s: replace(s, title="Mine"), "title")
    cannot_run = that_cannot_run(ring_scenario)
    contents = {"bad": bad(ring_scenario), "broken": "{", "commit": cannot_run}
    window.open(write(contents[kind], f"{kind}.snapviz.json"))
    assert window.findChild(QMessageBox, "dialog.unsaved") is None
    assert message(window) == f"{kind}.snapviz.json was not opened."
    assert window.files.document.title == "Mine"
    window.open(write(ring_scenario(title="Other"), "other.snapviz.json"))
    question = window.findChild(QMessageBox, "dialog.unsaved")
    assert question.isVisible() and window.files.document.title == "Mine"
    question.button(QMessageBox.StandardButton.Discard).click()
    assert window.files.document.title == "Other"


def test_that_a_message_closes(window, write):
    window.open(write("{", "broken.snapviz.json"))
    window.central.messages.clear()
    assert not window.central.messages.isVisible()


def test_that_opening_another_file_starts_at_its_beginning(window, write, ring_scenario, trigger):
    trigger(window, "toEnd")
    window.open(write(ring_scenario(title="Second"), "second.snapviz.json"))
    assert window.playback.at_start
    assert window.windowTitle() == "second.snapviz.json — snapviz"
    assert [p.name for p in window.settings.recent_files] == [
        "second.snapviz.json",
        "ring.snapviz.json",
    ]


def test_that_a_dropped_file_opens(window, write, ring_scenario):
    path = write(ring_scenario(title="Dropped"), "dropped.snapviz.json")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, copy = QPoint(300, 300), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, copy, data, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(where, copy, data, left, none))
    assert window.files.document.title == "Dropped"


def test_that_saving_writes_a_scenario_that_opens_again(window, trigger):
    document = window.files.document
    trigger(window, "save")
    assert load_scenario(document.path) == document.scenario
    assert message(window) == "Saved ring.snapviz.json"


def test_that_save_as_asks_beside_the_window_and_takes_the_new_name(window, trigger, tmp_path):
    trigger(window, "saveAs")
    dialog = window.findChild(QFileDialog, "dialog.save")
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "copy"))
    dialog.reject()
    copy = tmp_path / "copy.snapviz.json"
    assert load_scenario(copy) == window.files.document.scenario
    assert window.windowTitle() == "copy.snapviz.json — snapviz"


def test_that_a_failed_save_leaves_the_old_file(window, trigger, monkeypatch):
    path = window.files.document.path
    old = path.read_bytes()

    def full_disk(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full_disk)
    trigger(window, "save")
    assert path.read_bytes() == old
    assert message(window) == "ring.snapviz.json was not saved; what was there before is unchanged."
    assert "No space left on device" in details(window)[0]
    assert [p.name for p in path.parent.iterdir()] == ["ring.snapviz.json"]


def test_that_an_example_is_saved_under_a_name_of_its_own(window, write, ring_scenario, trigger):
    path = write(ring_scenario(title="Money, money!"), "shipped.snapviz.json")
    before = path.read_bytes()
    window.open_example(path)
    assert window.files.document.path is None
    assert window.files.document.suggested_name == "money-money.snapviz.json"
    trigger(window, "save")
    dialog = window.findChild(QFileDialog, "dialog.save")
    assert dialog.isVisible()
    dialog.reject()
    assert path.read_bytes() == before


def test_that_a_document_is_dirty_only_while_it_differs_from_its_file(write, ring_scenario):
    from snapviz.ui.document import Document

    document = Document.open(write(ring_scenario()))
    assert not document.dirty
    document.history.push(replace(document.scenario, seed=7), "Seed")
    assert document.dirty
    document.save()
    assert not document.dirty
    assert json.loads(document.path.read_text("utf-8"))["seed"] == 7


@pytest.fixture
def in_chinese(qapp):
    """Switches a window over; the language is given back in the end."""
    switched = []

    def switch(window):
        switched.append(window)
        window.appearance.set_language("zh_CN")
        while window.appearance.changing:
            qapp.processEvents()

    yield switch
    for window in switched:
        window.appearance.set_language("en")


def test_that_a_message_changes_its_language_too(window, write, ring_scenario, in_chinese):
    window.open(write(bad(ring_scenario), "bad.snapviz.json"))
    english = details(window)
    in_chinese(window)
    assert message(window) == "未能打开 bad.snapviz.json。"
    assert len(details(window)) == len(english)
    assert not set(details(window)) & set(english)


def test_that_a_refused_edit_is_told_in_the_language_chosen_later(window, in_chinese):
    window.bench.editor.edit(lambda s: replace(s, seed=-1), "another seed")
    assert message(window) == "That cannot be done."
    (english,) = details(window)
    in_chinese(window)
    assert message(window) != "That cannot be done." and details(window) != [english]


def test_that_a_closed_message_stays_closed_in_another_language(window, write, in_chinese):
    window.open(write("[", "bad.snapviz.json"))
    window.central.messages.clear()
    in_chinese(window)
    assert not window.central.messages.isVisible()
