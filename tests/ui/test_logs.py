"""Logs of real systems as documents in the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMessageBox

from snapviz.app import open_window
from snapviz.diagram.display_list import Text
from snapviz.diagram.spacetime import View, overlay, still

DATA = Path(__file__).parents[1] / "data" / "shiviz"


@pytest.fixture
def opened(qtbot):
    def open_log(name: str):
        window = open_window(DATA / name if isinstance(name, str) else name)
        qtbot.addWidget(window)
        return window

    return open_log


def test_that_a_log_is_shown_and_its_executions_can_be_chosen(opened, qtbot):
    window = opened("multiple-comparison.log")
    run = window.bench.editor.run
    assert run.trace.process_ids == ("mountainView", "paloAlto")
    assert run.computation.event_count == 8
    choice = window.findChild(QComboBox, "logStrip.execution")
    assert choice.isVisible() and choice.count() == 5
    choice.setFocus()
    for _ in range(2):
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    choice.activated.emit(choice.currentIndex())
    wanted = ("seattle", "paloAlto")
    qtbot.waitUntil(lambda: window.bench.editor.run.trace.process_ids == wanted)
    assert choice.currentText() == "Different host from base"
    assert window.findChild(QLabel, "logStrip.told").text() == "8 events, 2 hosts"


def test_that_the_transport_counts_the_events_of_a_log(opened):
    window = opened("chord.log")
    count, run = window.findChild(QLabel, "transport.count"), window.bench.editor.run
    window.playback.to_end()
    assert window.playback.row_count > run.computation.event_count == 1235
    assert count.text() == "event 1\u2009235 of 1\u2009235"


def test_that_the_diagram_of_a_log_claims_no_times(opened):
    run = opened("multiple-comparison.log").bench.editor.run
    shown = View(1000, 600, time_us=3000, rows=4)
    words = {
        i.text
        for picture in (still(run, shown), overlay(run, shown))
        for i in picture.items
        if type(i) is Text
    }
    assert "step" in words and not {"ms", "+0 ms"} & words


def test_that_a_log_is_stepped_through_and_not_changed_or_saved(opened):
    window = opened("graph_viz-RpcClientServer.log")
    before = (DATA / "graph_viz-RpcClientServer.log").read_bytes()
    window.actions_["stepForward"].trigger()
    assert window.playback.rows == 1
    editor = window.bench.editor
    assert not editor.edit(lambda scenario: scenario, "nothing")
    assert "A log has happened already" in editor.refusal
    assert not editor.preview(lambda scenario: scenario, "nothing")
    window.actions_["save"].trigger()
    assert (DATA / "graph_viz-RpcClientServer.log").read_bytes() == before
    assert not window.files.document.dirty


def test_that_a_parser_is_tried_while_it_is_written_and_read_with_return(opened, qtbot):
    window = opened("graph_viz-RpcClientServer.log")
    field = window.findChild(QLineEdit, "logStrip.parser")
    told = window.findChild(QLabel, "logStrip.told")
    parser = field.text()
    field.selectAll()
    qtbot.keyClicks(field, "(?<host>")
    qtbot.waitUntil(lambda: told.text() == "finds nothing")
    assert "column 1" in told.toolTip()
    field.selectAll()
    qtbot.keyClicks(field, parser.replace("(?<host>", "(?<host>client|x"))
    qtbot.waitUntil(lambda: told.text() == "5 events, 1 host")
    assert window.bench.editor.run.computation.event_count == 10
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.bench.editor.run.computation.event_count == 5)
    shown = [label.text() for label in window.central.messages.findChildren(QLabel)]
    assert any("contradict one another" in text for text in shown)


def test_that_a_scenario_opened_after_a_log_is_edited_again(opened, qtbot, root):
    window = opened("graph_viz-RpcClientServer.log")
    window.open(root / "scenarios" / "01-crossing-transfers.snapviz.json")
    qtbot.waitUntil(lambda: not window.files.document.is_log)
    assert not window.central.log_strip.isVisible()
    assert window.bench.editor.edit(lambda scenario: scenario, "nothing")


def test_that_a_log_that_cannot_be_read_is_told(opened, tmp_path):
    path = tmp_path / "bad.log"
    path.write_text('a {"a":1,}\nx\na {"a":2}\nx\n', encoding="utf-8")
    window = opened(path)
    shown = [label.text() for label in window.central.messages.findChildren(QLabel)]
    assert any("bad.log was not opened." in text for text in shown)


def test_that_unsaved_work_is_asked_about_before_a_log_takes_its_place(opened, qtbot, root):
    window = opened(root / "scenarios" / "01-crossing-transfers.snapviz.json")
    editor, strip = window.bench.editor, window.central.log_strip
    editor.edit(lambda scenario: replace(scenario, seed=9), "another seed")
    window.open(DATA / "graph_viz-RpcClientServer.log")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "dialog.unsaved") is not None)
    assert not strip.isVisible() and not window.files.document.is_log
    question = window.findChild(QMessageBox, "dialog.unsaved")
    question.button(QMessageBox.StandardButton.Discard).click()
    qtbot.waitUntil(lambda: window.files.document.is_log)
    assert strip.isVisible() and strip.parser.text()


def test_that_executions_stay_apart_when_the_parser_is_corrected(opened, qtbot):
    window = opened("multiple-comparison.log")
    strip = window.central.log_strip
    assert strip.delimiter.text() == "^=== (?<trace>.*) ===$"
    before = window.bench.editor.run
    strip.parser.setFocus()
    qtbot.keyClick(strip.parser, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.bench.editor.run is not before)
    assert strip.executions.count() == 5
    strip.delimiter.selectAll()
    qtbot.keyClicks(strip.delimiter, "^=== Base (?<trace>.*) ===$")
    qtbot.keyClick(strip.delimiter, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: strip.executions.count() == 1)


def test_that_a_preset_reads_the_log_anew(opened, qtbot):
    window = opened("graph_viz-RpcClientServer.log")
    strip = window.central.log_strip
    names = [entry.text() for entry in strip.presets.menu().actions()]
    assert names == ["default", "event-first", "one-line", "tabbed", "akka", "web"]
    strip.presets.menu().actions()[names.index("one-line")].trigger()
    shown = window.central.messages
    qtbot.waitUntil(lambda: any("not opened" in p.text() for p in shown.findChildren(QLabel)))
    assert window.bench.editor.run.computation.event_count == 10
    before = window.bench.editor.run
    strip.presets.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: window.bench.editor.run is not before)
    assert window.bench.editor.run.computation.event_count == 10


def pages(window) -> str:
    return " ".join(label.text() for label in window.central.messages.findChildren(QLabel))


@pytest.mark.parametrize("first", [None, "01-crossing-transfers.snapviz.json"])
def test_that_a_log_no_preset_reads_is_read_by_a_parser_written_by_hand(
    opened, qtbot, root, tmp_path, first
):
    path = tmp_path / "own.log"
    lines = ['<a> send::{"a":1}', '<b> receive::{"a":1,"b":1}']
    path.write_text("\n".join(lines), encoding="utf-8")
    window = open_window(root / "scenarios" / first if first else None)
    qtbot.addWidget(window)
    strip = window.central.unread_strip
    assert not strip.isVisible()
    window.open(path)
    qtbot.waitUntil(strip.isVisible)
    assert "own.log was not opened." in pages(window)
    assert (strip.name.text(), strip.told.text()) == ("own.log", "finds nothing")
    assert "the parser finds no event" in strip.told.toolTip()
    strip.parser.selectAll()
    qtbot.keyClicks(strip.parser, "<(?<host>.*)> (?<event>.*)::(?<clock>{.*})")
    qtbot.waitUntil(lambda: strip.told.text() == "2 events, 2 hosts")
    qtbot.keyClick(strip.parser, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.files.document is not None and window.files.document.is_log)
    assert not strip.isVisible() and window.central.log_strip.isVisible()
    assert window.bench.editor.run.execution.texts == ["send", "receive"]
    assert window.bench.editor.run.computation.message_count == 1


def test_that_trying_a_parser_on_a_log_that_is_gone_is_told(open_window, qtbot, tmp_path):
    path = tmp_path / "own.log"
    path.write_text('<a> send::{"a":1}', encoding="utf-8")
    window = open_window(path)
    strip = window.central.unread_strip
    assert strip.isVisible()
    path.unlink()
    strip.parser.selectAll()
    qtbot.keyClicks(strip.parser, "<(?<host>.*)> (?<event>.*)")
    qtbot.waitUntil(lambda: "cannot be read" in strip.told.toolTip())
    assert strip.told.text() == "finds nothing"


def test_that_a_log_left_unread_can_be_put_away(opened, qtbot, root, tmp_path):
    path = tmp_path / "a-very-long-name-of-a-log-of-a-system-that-nobody-knows.log"
    path.write_text('<a> send::{"a":1}', encoding="utf-8")
    window = opened("graph_viz-RpcClientServer.log")
    before, strip = window.bench.editor.run, window.central.unread_strip
    window.open(path)
    qtbot.waitUntil(strip.isVisible)
    assert window.bench.editor.run is before and window.central.log_strip.isVisible()
    assert strip.name.toolTip() == path.name and strip.name.text().startswith("a-")
    window.resize(1280, 720)
    assert strip.name.sizeHint().width() < 120
    qtbot.waitUntil(lambda: strip.parser.width() > 170)
    strip.parser.selectAll()
    qtbot.keyClicks(strip.parser, "<(?<host>.*)> (?<event>.*)::(?<clock>{.*})")
    qtbot.waitUntil(lambda: strip.told.text() == "1 event, 1 host")
    strip.parser.setText("(?<host>x)")
    qtbot.keyClick(strip.parser, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.bench.logs.busy)
    assert strip.isVisible()
    qtbot.keyClick(strip.parser, Qt.Key.Key_Escape)
    assert not strip.isVisible() and window.central.log_strip.isVisible()
    table = tmp_path / "bad.csv"
    table.write_text("process,clock\na,x\n", encoding="utf-8")
    window.open(table)
    qtbot.waitUntil(lambda: "bad.csv was not opened." in pages(window))
    assert not strip.isVisible()
