"""On the card of a kept snapshot: who crashes, and a branch that goes on from the copies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLabel, QPlainTextEdit, QToolButton

from snapviz.resources import scenarios_folder
from snapviz.scenario import branching
from snapviz.scenario.model import Crash, Restart
from snapviz.ui.panels import snapshot_continue
from snapviz.ui.panels.snapshot_continue import ContinuePart
from tests.ui.mouse import press
from tests.ui.settling import settle


@pytest.fixture
def unfolded(open_window):
    """Two copies of each part; the card is asked at 150 ms."""
    (path,) = scenarios_folder().glob("60-*.snapviz.json")
    window = open_window(path)
    window.show()
    window.playback.scrub(150_000)
    settle(window)
    button = card(window).findChild(QToolButton, "snapshot.ifSomeCrash")
    reveal(window, button)
    press(button)
    settle(window)
    return window


def card(window) -> QFrame:
    return window.findChild(QFrame, "snapshot.S1")


def part(window) -> ContinuePart:
    return card(window).findChild(ContinuePart)


def reveal(window, widget) -> None:
    """A mouse finds only what is in sight."""
    column = widget
    while column is not None and not hasattr(column, "ensureWidgetVisible"):
        column = column.parentWidget()
    QApplication.processEvents()
    column.ensureWidgetVisible(widget)
    QApplication.processEvents()


def tick(window, *names: str) -> None:
    for box in part(window).findChildren(QCheckBox):
        if box.isChecked() != (box.accessibleName() in names):
            reveal(window, box)
            press(box)
    settle(window)


def says(window) -> str:
    return part(window).findChild(QLabel, "snapshot.survives").text()


def test_that_the_card_tells_what_the_copies_outlive(unfolded):
    window = unfolded
    tick(window, "P1", "P2")
    assert says(window) == "S1 survives: each part is on a process that stays up."
    assert part(window).go_on.isEnabled()
    tick(window, "P1", "P2", "P3")
    assert says(window) == "Gone with P1, P2, P3 is what P1 recorded."
    assert not part(window).go_on.isEnabled()
    assert part(window).go_on.toolTip() == says(window)
    tick(window)
    assert says(window) == "Tick who crashes." and not part(window).go_on.isEnabled()


def test_that_it_follows_the_play_head(unfolded, trigger):
    window = unfolded
    tick(window, "P1")
    window.playback.scrub(90_000)
    settle(window)
    assert not part(window).go_on.isEnabled()
    trigger(window, "toEnd")
    settle(window)
    # P2 and P3 are down in the run itself.
    boxes = part(window).findChildren(QCheckBox)
    assert [box.isEnabled() for box in boxes] == [True, False, False, True]
    assert says(window) == "Gone with P1, P2, P3 is what P1 recorded."
    tick(window, "P2", "P3", "P4")
    assert "The run ends here" not in says(window)
    tick(window, "P2", "P3")
    assert says(window) == (
        "S1 survives: each part is on a process that stays up."
        " The run ends here; take the play-head back to let it go on."
    )


def test_that_going_on_grows_a_branch_in_one_edit(unfolded, qtbot):
    window = unfolded
    editor = window.bench.editor
    tick(window, "P1", "P2")
    reveal(window, part(window).go_on)
    press(part(window).go_on)
    qtbot.waitUntil(lambda: not window.runner.busy)
    settle(window)
    (branch,) = editor.base.branches
    assert (branch.name, branch.from_us) == ("S1 without P1, P2", 150_000)
    added = [a for a in branch.script if isinstance(a, Crash | Restart) and a.at_us < 200_000]
    assert [a.process for a in added] == ["P1", "P2", "P1", "P2"]
    label = "Continue from the copies of S1 without P1, P2 as “S1 without P1, P2”"
    assert editor.document.history.undo_label == label
    assert window.bench.branches.beside.isVisible()
    (recovery,) = editor.run.trace.recoveries
    assert recovery.hosts == {0: 2, 1: 2}
    editor.undo()
    assert editor.base.branches == () and editor.branch is None


def test_that_a_long_run_is_asked_in_a_thread(unfolded, qtbot, monkeypatch):
    window = unfolded
    monkeypatch.setattr(snapshot_continue, "AT_ONCE", 0)
    tick(window, "P1")
    window.playback.scrub(70_000)
    qtbot.waitUntil(lambda: says(window) == "S1 is not complete here.")
    window.playback.scrub(150_000)
    qtbot.waitUntil(lambda: says(window).startswith("S1 survives"))
    assert part(window).go_on.isEnabled()


def test_that_nobody_waits_for_an_answer_that_is_not_seen(unfolded, qtbot, monkeypatch):
    window = unfolded
    monkeypatch.setattr(snapshot_continue, "AT_ONCE", 0)
    button = card(window).findChild(QToolButton, "snapshot.ifSomeCrash")
    window.playback.scrub(70_000)
    job = part(window)._job
    assert job.busy and not part(window).go_on.isEnabled()
    button.click()
    assert not job.busy
    button.click()
    qtbot.waitUntil(lambda: says(window) == "S1 is not complete here.")
    # Nothing of a run that is gone is kept by a part that is folded.
    button.click()
    bench = window.bench
    assert part(window).found is not None
    assert bench.editor.edit(lambda s: replace(s, seed=s.seed + 1), "Change seed")
    qtbot.waitUntil(lambda: not window.runner.busy)
    assert part(window).found is None


def test_that_only_kept_snapshots_ask_who_crashes(window):
    window.show()
    settle(window)
    assert not card(window).findChild(QToolButton, "snapshot.ifSomeCrash").isVisible()


def test_that_a_log_or_a_lesson_says_why_nothing_grows(unfolded, monkeypatch):
    window = unfolded
    tick(window, "P1")
    session = window.bench.session

    def refuse(*_):
        raise ValueError("Not here.")

    monkeypatch.setattr(branching, "with_new_branch", refuse)
    reveal(window, part(window).go_on)
    press(part(window).go_on)
    lines = session.messages.findChild(QPlainTextEdit, "messages.lines")
    assert lines.toPlainText() == "Not here."
