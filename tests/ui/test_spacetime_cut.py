"""The hand-drawn cut: its points are dragged, and its verdict follows in words."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from snapviz.diagram.handcut import cut_of
from snapviz.diagram.theme import DARK
from snapviz.scenario import edits
from tests.ui.spacetime_bench import LEFT, Bench, banks, ms


@pytest.fixture
def bench(qtbot):
    bench = Bench(qtbot, banks())
    bench.playback.scrub(ms(120))
    return bench


@pytest.fixture
def told(bench):
    """What the view says of the cut, one after the other."""
    cuts = []
    bench.view.cut_changed.connect(cuts.append)
    return cuts


def test_that_it_starts_straight_at_the_play_head(bench, told):
    bench.view.set_hand_cut(True)
    assert bench.view.view().hand_cut == (ms(120),) * 3
    assert told == [cut_of(bench.editor.run, (ms(120),) * 3)]
    assert not bench.central.cut_strip.isHidden()
    bench.view.set_hand_cut(False)
    assert bench.view.view().hand_cut is None
    assert told[1:] == [None]
    assert bench.central.cut_strip.isHidden()


def test_that_out_of_sight_of_the_play_head_it_starts_in_the_middle(bench):
    bench.view.set_visible_range(ms(200), ms(300))
    bench.view.set_hand_cut(True)
    assert bench.view.view().hand_cut == (ms(250),) * 3


def test_that_a_point_dragged_behind_a_receive_makes_it_inconsistent_in_words(bench, told):
    bench.view.set_hand_cut(True)
    bench.drag(bench.at(0, 120), bench.at(0, 20))
    cut = told[-1]
    assert cut.times_us == (ms(20), ms(120), ms(120))
    assert not cut.consistent
    strip = bench.central.cut_strip
    assert strip.chip.text() == "✗ inconsistent"
    assert strip.verdict.toolTip() == "P1 → P2 $30 is received before the cut but sent after it"
    assert bench.history == []


def test_that_snapping_moves_it_to_the_nearest_consistent_cut(bench, told):
    bench.view.set_hand_cut(True)
    bench.drag(bench.at(0, 120), bench.at(0, 20))
    strip = bench.central.cut_strip
    assert not strip.snap.isHidden()
    width = strip.verdict.width()
    QTest.mouseClick(strip.snap, LEFT)
    assert told[-1].consistent
    assert told[-1].counts == told[-2].nearest
    assert strip.snap.isHidden()
    QApplication.processEvents()
    assert strip.verdict.width() > width + 100
    assert strip.chip.text() == "✓ consistent"


def test_that_messages_in_transit_are_counted_named_and_summed(bench):
    bench.view.set_hand_cut(True)
    strip = bench.central.cut_strip
    assert strip.details.toolTip() == "Nothing is in transit at the cut"
    bench.drag(bench.at(1, 120), bench.at(1, 70))
    text = strip.details.toolTip()
    assert text == "In transit at the cut: 1 message · P1 → P2 $30 · together $30"
    assert strip.verdict.toolTip().startswith("Nothing is received before")


def test_that_escape_puts_a_point_back(bench, told):
    bench.view.set_hand_cut(True)
    bench.press(bench.at(0, 120))
    bench.move(bench.at(0, 20))
    assert bench.view.view().hand_cut[0] == ms(20)
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.view().hand_cut == (ms(120),) * 3
    assert told[-1].consistent
    bench.release(bench.at(0, 20))
    assert bench.view.view().hand_cut == (ms(120),) * 3


def test_that_it_stays_when_the_scenario_changes_and_is_judged_again(bench, told):
    bench.view.set_hand_cut(True)
    bench.drag(bench.at(0, 120), bench.at(0, 90))
    bench.editor.edit(lambda s: edits.with_new_process(s)[0], "Add P4")
    times = bench.view.view().hand_cut
    assert times == (ms(90), ms(120), ms(120), ms(120))
    assert told[-1].times_us == times
    bench.editor.undo()
    assert bench.view.view().hand_cut == (ms(90), ms(120), ms(120))
    bench.drag(bench.at(2, 60), bench.at(0, 85))
    assert told[-1].counts == (2, 1, 1)


def test_that_closing_it_is_said_and_another_document_closes_it(bench):
    closed = []
    bench.view.hand_cut_closed.connect(lambda: closed.append(True))
    bench.view.set_hand_cut(True)
    QTest.mouseClick(bench.central.cut_strip.close_button, LEFT)
    assert bench.view.view().hand_cut is None
    assert closed == [True]
    bench.view.set_hand_cut(True)
    bench.editor.set_document(bench.editor.document)
    assert bench.view.view().hand_cut is None
    assert closed == [True, True]
    bench.view.set_hand_cut(True)
    bench.view.set_run(None)
    assert bench.view.view().hand_cut is None
    assert closed == [True] * 3
    assert bench.central.cut_strip.isHidden()


def test_that_the_strip_is_worded_again_and_reads_aloud(bench):
    strip = bench.central.cut_strip
    bench.view.set_hand_cut(True)
    bench.view.set_theme(DARK)
    QApplication.sendEvent(strip, QEvent(QEvent.Type.LanguageChange))
    assert strip.accessibleName() == "Hand-drawn cut"
    assert strip.close_button.accessibleName()
    assert strip.snap.text()
    height = bench.view.height()
    bench.drag(bench.at(0, 120), bench.at(0, 20))
    assert bench.view.height() == height
