"""The run beside another, event by event, in the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from snapviz.app import open_window
from snapviz.formats.difference_table import difference_csv
from snapviz.formats.logged_run import LoggedRun
from snapviz.formats.logs import load_log
from snapviz.formats.run_difference import difference_report
from snapviz.ui.panels.differences import work
from snapviz.ui.panels.differences.rows import DifferenceRows, _where
from snapviz.ui.selection import EventItem, row_of_event

LOG = Path(__file__).parents[1] / "data" / "shiviz" / "multiple-comparison.log"


@pytest.fixture
def opened(qtbot, root):
    def open_differences(path: Path):
        window = open_window(path)
        qtbot.addWidget(window)
        window.actions_["differences"].trigger()
        panel = window.bench._panels["differences"]
        qtbot.waitUntil(lambda: panel.choice.count() > 0)
        return window, panel

    return open_differences


def choose(qtbot, panel, words: str) -> None:
    place = panel.choice.findText(words)
    assert place >= 0
    panel.choice.setCurrentIndex(place)
    panel.choice.activated.emit(place)


def test_that_two_executions_of_a_log_are_compared(opened, qtbot):
    _, panel = opened(LOG)
    log = load_log(LOG)
    first, other = log.executions[0], log.executions[2]
    choose(qtbot, panel, other.label)
    qtbot.waitUntil(lambda: panel._found is not None)
    wanted = difference_report(LoggedRun(first, ""), LoggedRun(other, ""))
    assert panel._found.report["processes"] == wanted["processes"]
    count = sum(len(p[part]) for p in wanted["processes"] for part in ("only_a", "only_b", "moved"))
    assert panel.model.rowCount() == count > 0
    assert first.label not in [panel.choice.itemText(n) for n in range(panel.choice.count())]


def test_that_a_row_selects_its_event_in_the_diagram(opened, qtbot):
    window, panel = opened(LOG)
    choose(qtbot, panel, load_log(LOG).executions[2].label)
    qtbot.waitUntil(lambda: panel._found is not None)
    rows = [n for n in range(panel.model.rowCount()) if panel.model.row_at(n) is not None]
    panel.table.selectRow(rows[1])
    (item,) = window.bench.session.selection.of(EventItem)
    run = window.bench.editor.run
    row = row_of_event(run, item)
    assert row == panel.model.row_at(rows[1])
    assert run.text_of_row(row) == panel.model.texts_at(rows[1])[3]


def test_that_another_seed_is_simulated_and_compared(opened, qtbot, root):
    window, panel = opened(root / "scenarios" / "08-bank-of-twelve.snapviz.json")
    choose(qtbot, panel, "another seed")
    qtbot.waitUntil(lambda: panel._found is not None, timeout=20_000)
    assert panel.seed.isVisible() and panel.model.rowCount() > 0
    there = panel._found.report
    assert there["a"]["events"] == window.bench.editor.run.computation.event_count
    panel.seed.setText(str(window.bench.editor.scenario.seed))
    panel.seed.committed.emit(window.bench.editor.scenario.seed, False)
    qtbot.waitUntil(lambda: panel.answer.text() == "Nothing differs.", timeout=20_000)
    window.bench.editor.edit(lambda s: replace(s, seed=77), "another seed")
    qtbot.waitUntil(lambda: panel._found is None)


def test_that_a_file_is_compared_with_and_one_that_cannot_be_read_is_told(
    opened, qtbot, root, tmp_path
):
    path = root / "scenarios" / "02-bank-transfer.snapviz.json"
    window, panel = opened(path)
    choose(qtbot, panel, "another file…")
    dialog = window.findChild(QFileDialog, "dialog.compareWith")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: panel.answer.text() == "Nothing differs.", timeout=20_000)
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    panel.ask(work.of_file(bad))
    qtbot.waitUntil(lambda: "bad.json" in panel.answer.text(), timeout=20_000)


def test_that_nothing_is_listed_before_a_run_is_chosen(opened, qtbot):
    _, panel = opened(LOG)
    assert panel.choice.currentIndex() == -1 and panel.choice.placeholderText()
    assert not panel.table.isVisible()
    choose(qtbot, panel, load_log(LOG).executions[2].label)
    qtbot.waitUntil(panel.table.isVisible)


def test_that_another_language_says_the_same_of_what_was_found(opened, qtbot, root, trigger):
    window, panel = opened(root / "scenarios" / "08-bank-of-twelve.snapviz.json")
    choose(qtbot, panel, "another seed")
    qtbot.waitUntil(lambda: panel._found is not None, timeout=20_000)
    found, count = panel._found, panel.model.rowCount()
    trigger(window, "language.zh_CN")
    qtbot.waitUntil(lambda: panel.choice.currentText() == "另一种子")
    assert {panel.model.texts_at(n)[0] for n in range(count)} <= {"仅此处", "仅彼处", "移动"}
    told = [panel.model.texts_at(n)[3] for n in range(count)]
    assert not any("send" in text or "receive" in text for text in told)
    assert any(text.startswith("发送") for text in told)
    assert panel._found is found and panel.model.rowCount() == count > 0
    assert panel.choice.current() == ("seed",) and panel.seed.isVisible()


def test_that_a_run_too_long_to_compare_is_told(opened, qtbot, root, monkeypatch):
    monkeypatch.setattr(work, "MOST_ROWS", 20)
    _, panel = opened(root / "scenarios" / "08-bank-of-twelve.snapviz.json")
    choose(qtbot, panel, "another seed")
    qtbot.waitUntil(lambda: "more than 20 things happen" in panel.answer.text(), timeout=20_000)
    assert panel._found is None and panel.model.rowCount() == 0


def test_that_differences_are_put_into_words_only_when_they_are_seen(
    opened, qtbot, root, monkeypatch
):
    told = []
    there = DifferenceRows.texts_at
    monkeypatch.setattr(
        DifferenceRows, "texts_at", lambda rows, n: told.append(n) or there(rows, n)
    )
    _, panel = opened(root / "scenarios" / "08-bank-of-twelve.snapviz.json")
    choose(qtbot, panel, "another seed")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert max(told) < panel.model.rowCount() // 2
    last = panel.model.texts_at(panel.model.rowCount() - 1)
    assert last[0] in ("only here", "only there", "moved") and last[1] == "P12"


def told_by(window) -> str:
    return " ".join(label.text() for label in window.central.messages.findChildren(QLabel))


def test_that_what_differs_is_taken_along(opened, qtbot, root, tmp_path, trigger):
    window, panel = opened(root / "scenarios" / "08-bank-of-twelve.snapviz.json")
    window.resize(1280, 720)
    assert not panel.tools.isVisible()
    choose(qtbot, panel, "another seed")
    qtbot.waitUntil(panel.tools.isVisible, timeout=20_000)
    trigger(window, "language.zh_CN")
    count = panel.model.rowCount()
    wanted = [panel.model.texts_at(place) for place in range(count)]
    qtbot.mouseClick(panel.tools.copy_button, Qt.MouseButton.LeftButton)
    board = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: len(board.text().splitlines()) == count, timeout=20_000)
    assert [tuple(line.split("\t")) for line in board.text().splitlines()] == wanted
    assert f"{count} 处差异" in told_by(window)
    qtbot.mouseClick(panel.tools.file_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog, "dialog.differences")
    path = tmp_path / "x.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: "x.csv" in told_by(window), timeout=20_000)
    assert path.read_text(encoding="utf-8") == difference_csv(panel._found.report)
    panel.tools.write(tmp_path / "nowhere" / "x.csv")
    qtbot.waitUntil(lambda: "无法写入" in told_by(window), timeout=20_000)


def test_that_a_move_of_microseconds_is_seen():
    moves = [(10.0, 10.001), (10.04, 10.06), (10.0, 12.0), (10.0, 10.0), (None, None)]
    events = [{"event": "x", "a_index": 1, "b_index": 2, "a_ms": a, "b_ms": b} for a, b in moves]
    assert [_where("moved", event) for event in events] == [
        "1 · 10.000 ms → 2 · 10.001 ms",
        "1 · 10.0 ms → 2 · 10.1 ms",
        "1 · 10.0 ms → 2 · 12.0 ms",
        "1 · 10.0 ms → 2 · 10.0 ms",
        "1 → 2",
    ]


def test_that_one_difference_is_one(opened, qtbot, tmp_path):
    captions = []
    (tmp_path / "one.log").write_text('a {"a":1}\nx\na {"a":2}\ny')
    (tmp_path / "two.log").write_text('a {"a":1}\nx')
    _, panel = opened(tmp_path / "one.log")
    panel.caption_changed.connect(captions.append)
    panel.ask(work.of_file(tmp_path / "two.log"))
    qtbot.waitUntil(lambda: "1 difference" in captions)
    assert panel.answer.text() == "1 event is the same; 1 only here, 0 only there, 0 moved."
