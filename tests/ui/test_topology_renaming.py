"""Processes renamed in the topology, where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip

from snapviz.ui.selection import ProcessItem
from tests.ui.topology_bench import TopologyBench, bench_on

Key = Qt.Key


@pytest.fixture
def bench(qtbot, write, tmp_path, ring_scenario):
    """A bench on the ring of banks."""
    return bench_on(qtbot, write, tmp_path, ring_scenario())


@pytest.fixture
def whole(window, tmp_path):
    """The topology of the real window."""
    return TopologyBench(window, tmp_path)


def processes(*names):
    return tuple(map(ProcessItem, names))


def name_edit(bench) -> QLineEdit | None:
    return next((e for e in bench.view.findChildren(QLineEdit) if e.isVisible()), None)


def typed(bench, text: str) -> QLineEdit:
    edit = name_edit(bench)
    edit.selectAll()
    QTest.keyClicks(edit, text)
    return edit


def test_that_a_double_click_renames_a_process_where_it_stands(bench):
    before = bench.scenario
    bench.double_click(bench.at("P2"))
    edit = typed(bench, "Bank")
    assert edit.geometry().contains(bench.at("P2"))
    QTest.keyClick(edit, Key.Key_Return)
    assert name_edit(bench) is None
    assert [c["to"] for c in bench.saved()["channels"][:2]] == ["Bank", "P4"]
    assert bench.selection.items == processes("Bank")
    bench.assert_one_entry(before, "Rename P2 to Bank")


def test_that_escape_keeps_the_name(bench):
    before = bench.scenario
    bench.click(bench.at("P2"))
    bench.key(Key.Key_Return)
    QTest.keyClick(typed(bench, "Bank"), Key.Key_Escape)
    assert name_edit(bench) is None
    bench.assert_nothing_done(before)
    assert bench.selection.items == processes("P2")


@pytest.mark.parametrize("name", ["P3", " "])
def test_that_a_name_that_cannot_be_is_refused_where_it_is_typed(bench, name):
    before = bench.scenario
    bench.view.rename("P2")
    edit = typed(bench, name)
    QTest.keyClick(edit, Key.Key_Return)
    assert name_edit(bench) is edit
    assert edit.property("refused") is True
    assert edit.toolTip() == edit.accessibleDescription() != ""
    assert not bench.session.messages.isVisible()
    bench.assert_nothing_done(before)
    typed(bench, "Q")
    assert edit.property("refused") is False
    QTest.keyClick(edit, Key.Key_Return)
    assert bench.labels == ["Rename P2 to Q"]
    QToolTip.hideText()


def test_that_a_click_elsewhere_keeps_a_good_name_and_drops_a_bad_one(bench):
    bench.view.rename("P2")
    typed(bench, "Bank")
    bench.click(bench.ground())
    assert name_edit(bench) is None
    assert bench.labels == ["Rename P2 to Bank"]
    bench.view.rename("Bank")
    typed(bench, "P1")
    bench.click(bench.ground())
    assert name_edit(bench) is None
    assert bench.labels == ["Rename P2 to Bank"]


def test_that_undo_of_a_process_being_renamed_closes_its_name(bench):
    bench.session.actions["addProcess"].trigger()
    bench.view.rename("P5")
    bench.editor.undo()
    assert name_edit(bench) is None


def test_that_f2_renames_in_the_real_window(whole, qtbot):
    whole.window.activateWindow()
    whole.click(whole.at("P1"))
    QTest.keyClick(whole.view, Key.Key_F2)
    edit = typed(whole, "Home bank")
    QTest.keyClick(edit, Key.Key_Return)
    assert whole.labels == ["Rename P1 to Home bank"]
    assert whole.saved()["script"][0]["from"] == "Home bank"
    assert whole.view.hasFocus()
