"""Branches in the window: made at the play-head, edited apart, compared, kept in the file."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from snapviz.scenario import load_scenario
from snapviz.simulation import on_branch, simulate

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def branched(window, trigger):
    """The window on a branch from 250 ms on."""
    window.show()
    window.playback.scrub(250_000)
    trigger(window, "continueFromHere")
    return window


def click(widget, place: QPoint | None = None) -> None:
    QTest.mouseClick(widget, LEFT, pos=place or widget.rect().center())
    QApplication.processEvents()


def chips(window) -> list[str]:
    return [chip.accessibleName() for chip in window.central.branch_strip.chips]


def script_times(script) -> list[int]:
    return [action.at_us // 1000 for action in script]


def whole(window):
    return window.bench.editor.base


def test_that_continuing_from_here_is_one_edit_and_shows_both_runs(branched):
    window = branched
    editor = window.bench.editor
    (branch,) = whole(window).branches
    assert (branch.name, branch.from_us) == ("what if", 250_000)
    assert script_times(branch.script) == [260, 330]
    assert editor.document.history.undo_label == "Continue from 250 ms as “what if”"
    assert chips(window) == ["Base run", "what if · from 250 ms"]
    beside = window.bench.branches.beside
    assert beside.isVisible() and beside.view.run is window.bench.branches.base_run
    assert beside.view.run.scenario.script == whole(window).script
    assert window.central.view.run is editor.run
    assert [i for i in window.central.view._extras() if i.subject == ("shared-past", 0)]
    editor.undo()
    assert whole(window).branches == () and editor.branch is None
    assert beside.isHidden() and window.central.branch_strip.isHidden()


def test_that_an_edit_goes_into_the_branch_and_not_into_the_base(branched, trigger):
    window, editor = branched, branched.bench.editor
    base = whole(window).script
    trigger(window, "sendMessage")
    assert whole(window).script == base
    assert script_times(whole(window).branches[0].script) == [260, 330, 250]
    assert len(editor.run.scenario.script) == len(base) + 1
    assert len(window.bench.branches.base_run.scenario.script) == len(base)
    editor.undo()
    assert editor.branch.name == "what if"
    assert script_times(whole(window).branches[0].script) == [260, 330]


def test_that_the_shared_past_cannot_be_edited(branched, trigger):
    window, editor = branched, branched.bench.editor
    before = whole(window)
    window.playback.scrub(100_000)
    trigger(window, "sendMessage")
    assert whole(window) is before
    assert editor.refusal == (
        "What happens before 250 ms is shared by the branch “what if” and the base run; "
        "switch to the base run to change it."
    )
    assert window.central.messages.isVisible()
    trigger(window, "addProcess")
    assert whole(window) is before
    assert editor.refusal.startswith("Only the script from 250 ms on")


def test_that_a_drag_in_the_shared_past_is_refused_in_words(branched):
    window, view = branched, branched.central.view
    place = view.place()
    before = whole(window)
    start = QPoint(round(place.x_of(120_000)), round(place.lanes[1]))
    QTest.mousePress(view, LEFT, pos=start)
    for step in (8, 16, 24):
        QTest.mouseMove(view, start + QPoint(step, 0))
    QTest.mouseRelease(view, LEFT, pos=start + QPoint(24, 0))
    assert whole(window) is before
    assert window.bench.editor.refusal.startswith("What happens before 250 ms")
    assert window.central.messages.isVisible()


def test_that_an_arrow_head_dragged_in_a_branch_is_the_branch_s_own(branched):
    window, view = branched, branched.central.view
    place = view.place()
    # $12 from P1, sent at 330, is received by P2 at 398.
    start = QPoint(round(place.x_of(398_000)), round(place.lanes[1]))
    end = QPoint(round(place.x_of(440_000)), start.y())
    QTest.mousePress(view, LEFT, pos=start)
    for x in range(start.x(), end.x() + 1, 4):
        QTest.mouseMove(view, QPoint(x, start.y()))
    QTest.mouseRelease(view, LEFT, pos=end)
    sent = whole(window).branches[0].script[1]
    assert sent.at_us == 330_000 and sent.delay_us > 100_000
    assert whole(window).delays == ()
    assert whole(window).script[5].delay_us == 68_000


def test_that_the_mouse_switches_to_the_base_and_back(branched, trigger):
    window, editor = branched, branched.bench.editor
    trigger(window, "sendMessage")
    there = editor.run.digest
    click(window.central.branch_strip.chips[0])
    assert editor.branch is None and editor.scenario is editor.base
    assert window.bench.branches.beside.isHidden()
    assert editor.run.digest == simulate(editor.base).digest != there
    trigger(window, "sendMessage")
    assert script_times(editor.base.script)[-1] == 250
    click(window.central.branch_strip.chips[1])
    assert editor.branch.name == "what if" and editor.run.digest == there
    base_run = window.bench.branches.base_run
    assert base_run.digest == simulate(editor.base).digest


def test_that_both_diagrams_share_time_and_play_head(branched):
    window = branched
    view, other = window.central.view, window.bench.branches.beside.view
    view.set_visible_range(100_000, 300_000)
    assert other.visible_range() == (100_000, 300_000)
    other.set_visible_range(200_000, 400_000)
    assert view.visible_range() == (200_000, 400_000)
    window.playback.scrub(333_000)
    assert other.view().time_us == view.view().time_us == 333_000
    assert other.view().rows == (other.run.trace.row_time <= 333_000).sum()
    place = other.place()
    click(other, QPoint(round(place.x_of(250_000)), round(place.plot.top - 10)))
    assert abs(window.playback.time_us - 250_000) < 3_000


def test_that_a_branch_is_renamed_where_it_stands(branched, qtbot):
    window, strip = branched, branched.central.branch_strip
    click(strip.rename)
    assert strip.field.isVisible()
    QTest.keyClicks(strip.field, "no crash")
    QTest.keyClick(strip.field, Qt.Key.Key_Return)
    assert whole(window).branches[0].name == "no crash"
    assert chips(window)[1] == "no crash · from 250 ms"
    assert window.bench.editor.branch.name == "no crash"
    window.bench.editor.undo()
    assert window.bench.editor.branch.name == "what if"
    click(strip.rename)
    QTest.keyClicks(strip.field, "other")
    QTest.keyClick(strip.field, Qt.Key.Key_Escape)
    assert strip.field.isHidden() and whole(window).branches[0].name == "what if"


def test_that_a_name_that_is_taken_is_refused(branched, trigger):
    window, strip = branched, branched.central.branch_strip
    trigger(window, "continueFromHere")
    assert [b.name for b in whole(window).branches] == ["what if", "what if 2"]
    click(strip.rename)
    QTest.keyClicks(strip.field, "what if")
    QTest.keyClick(strip.field, Qt.Key.Key_Return)
    assert window.central.messages.isVisible()
    assert [b.name for b in whole(window).branches] == ["what if", "what if 2"]


def test_that_a_branch_can_be_deleted_and_brought_back(branched):
    window, editor = branched, branched.bench.editor
    click(window.central.branch_strip.delete)
    assert editor.base.branches == () and editor.branch is None
    assert editor.run.digest == simulate(editor.base).digest
    editor.undo()
    assert chips(window) == ["Base run", "what if · from 250 ms"] and editor.branch is None


def test_that_who_will_not_wait_for_a_branch_is_back_where_the_run_is(branched, monkeypatch):
    window, editor = branched, branched.bench.editor
    click(window.central.branch_strip.chips[0])
    entries = editor.document.history.undo_label
    monkeypatch.setattr(type(window.runner), "_advance", lambda _: None)
    editor.edit(lambda s: replace(s, seed=s.seed + 1), "another seed")
    editor.choose_branch("what if")
    assert window.runner.busy
    window.runner.cancel()
    assert editor.branch is None and editor.run.scenario == editor.scenario
    assert editor.document.history.undo_label == entries
    assert len(editor.base.branches) == 1
    assert window.central.branch_strip.chips[0].isChecked()


def test_that_branches_are_compared_on_request(branched, trigger, qtbot):
    window = branched
    comparison = window.bench.branches.beside.comparison
    click(window.central.branch_strip.compare)
    qtbot.waitUntil(lambda: comparison.found is not None)
    assert comparison.found.same
    trigger(window, "sendMessage")
    qtbot.waitUntil(lambda: comparison.found is not None and not comparison.found.same)
    assert [row[:3] for row in comparison.states.texts][:2] == [
        ["P1", "$1\u2009033", "$1\u2009023"],
        ["P2", "$1\u2009027", "$1\u2009037"],
    ]
    first = comparison.events.texts[0]
    assert first[0] == "250.0" and first[1:3] == ["P1", "branch"]
    window.playback.to_end()
    click(comparison.events, comparison.events.row_rect(0).center())
    assert window.playback.time_us == 250_000
    click(window.central.branch_strip.compare)
    assert window.bench.branches.beside.view.isVisible()


def test_that_branches_are_kept_in_the_file(branched, trigger, tmp_path):
    window = branched
    trigger(window, "sendMessage")
    path = tmp_path / "kept.snapviz.json"
    window.files.save_as(path)
    (written,) = json.loads(path.read_text(encoding="utf-8"))["branches"]
    assert (written["name"], written["from_ms"], len(written["script"])) == ("what if", 250, 3)
    again = simulate(on_branch(load_scenario(path), "what if"))
    assert again.digest == window.bench.editor.run.digest


def test_that_the_context_menu_offers_it(window):
    from PySide6.QtGui import QContextMenuEvent

    view = window.central.view
    where = QPoint(400, 60)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, view.mapToGlobal(where))
    QApplication.sendEvent(view, event)
    menu = view.findChild(QMenu)
    assert "action.continueFromHere" in [action.objectName() for action in menu.actions()]
    menu.close()


def test_that_the_legend_of_the_base_run_changes_its_language(branched, trigger, qtbot):
    view = branched.bench.branches.beside.view
    before = view._layers
    trigger(branched, "language.zh_CN")
    qtbot.waitUntil(lambda: view._layers is not before)
    shown = view.grab().toImage()
    view._layers = type(before)()
    assert view.grab().toImage() == shown
    trigger(branched, "language.en")
    qtbot.waitUntil(lambda: view.grab().toImage() != shown)
