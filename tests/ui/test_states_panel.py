"""The dock of global states: the lattice, conditions asked of it, and the cut in the diagram."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication

from snapviz.app import open_window
from snapviz.causality.facts import facts
from snapviz.causality.global_states import global_states
from snapviz.ui.panels.states import counts, work
from snapviz.ui.panels.states import panel as panel_module
from snapviz.ui.panels.states.work import MOST_DRAWN
from tests.ui.mouse import press_button

LOG = Path(__file__).parents[1] / "data" / "shiviz" / "multiple-comparison.log"


@pytest.fixture
def opened(qtbot, root):
    def open_states(name: str | Path):
        path = name if isinstance(name, Path) else root / "scenarios" / f"{name}.snapviz.json"
        window = open_window(path)
        qtbot.addWidget(window)
        window.actions_["states"].trigger()
        panel = window.bench._panels["states"]
        run = window.bench.editor.run
        qtbot.waitUntil(lambda: panel._found is not None and panel._found.run is run)
        return window, panel

    return open_states


def ask(qtbot, panel, text: str) -> str:
    panel.condition.clear()
    qtbot.keyClicks(panel.condition, text)
    qtbot.keyClick(panel.condition, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._found.text == text and not panel._cancel.isVisible())
    return panel.answer.text()


def test_that_the_lattice_of_a_small_run_is_drawn_with_the_snapshots_in_it(opened):
    window, panel = opened("02-bank-transfer")
    states = panel._found.states
    assert len(states.cuts) == 178 and panel.lattice.isVisible()
    assert panel.lattice.marks.snapshots == {
        s.number: states.place[tuple(s.cut.tolist())] for s in window.bench.editor.run.snapshots
    }


def test_that_the_lattice_is_taken_along_as_a_figure(opened, qtbot, tmp_path):
    _, panel = opened("02-bank-transfer")
    press_button(panel, "states.copy")
    lattice = panel.lattice
    assert QGuiApplication.clipboard().image().width() == 2 * lattice.width()
    panel.tools.write(tmp_path / "states.svg")
    qtbot.waitUntil(lambda: panel.tools.job.idle, timeout=20_000)
    size = f'viewBox="0 0 {lattice.width()} {lattice.height()}"'
    assert size in (tmp_path / "states.svg").read_text()


def test_that_the_play_head_is_followed(opened):
    window, panel = opened("02-bank-transfer")
    assert panel.lattice.marks.playhead == 0
    window.actions_["toEnd"].trigger()
    assert panel.lattice.marks.playhead == 177


def test_that_a_click_on_a_state_draws_its_cut_in_the_diagram(opened, qtbot):
    window, panel = opened("02-bank-transfer")
    place = 60
    spot = QPointF(*panel.lattice.places.points[place]).toPoint()
    qtbot.mouseClick(panel.lattice, Qt.MouseButton.LeftButton, pos=spot)
    cut = window.central.view._judged()
    assert cut.counts == panel._found.states.cuts[place] and cut.consistent
    assert window.actions_["handCut"].isChecked() and panel.lattice.marks.hand_cut == place
    qtbot.keyClick(panel.lattice, Qt.Key.Key_Right)
    after = window.central.view._judged().counts
    assert sum(after) == sum(cut.counts) + 1
    qtbot.keyClick(panel.lattice, Qt.Key.Key_Left)
    assert sum(window.central.view._judged().counts) == sum(cut.counts)


def test_that_a_state_of_the_run_before_shows_no_cut(opened, qtbot, monkeypatch, root):
    """While another run is looked at, or when that was given up, the old lattice still stands."""
    window, panel = opened("02-bank-transfer")
    before = window.bench.editor.run
    monkeypatch.setattr(panel._job, "start", lambda work: None)
    window.bench.open_example(root / "scenarios" / "08-bank-of-twelve.snapviz.json")
    qtbot.waitUntil(lambda: window.bench.editor.run is not before)
    assert panel.lattice.isVisible() and panel._found.run is before
    spot = QPointF(*panel.lattice.places.points[60]).toPoint()
    qtbot.mouseClick(panel.lattice, Qt.MouseButton.LeftButton, pos=spot)
    assert not window.actions_["handCut"].isChecked()


def test_that_a_condition_is_answered_and_its_states_are_lit(opened, qtbot):
    window, panel = opened("02-bank-transfer")
    text = ask(qtbot, panel, "P1.balance < 960 and P3.events > 0")
    assert text.startswith("Possibly: yes, in 48 of 178 global states, first after P1 2")
    assert "Definitely: yes" in text
    assert len(panel.lattice.marks.holding) == 48
    panel._witness.click()
    assert window.central.view._judged().counts == panel._found.answer.cut
    assert "Definitely: no" in ask(qtbot, panel, "P1.events = 2 and P2.events = 0")
    assert ask(qtbot, panel, "P1.balance < 0") == (
        "Possibly: no. It holds in no consistent global state."
    )
    assert not panel._witness.isVisible()


def test_that_what_is_wrong_with_a_condition_is_told_while_it_is_written(opened, qtbot):
    _, panel = opened("02-bank-transfer")
    qtbot.keyClicks(panel.condition, "P9.balance < 1")
    assert "column 1: 'P9' is no process" in panel.answer.text()
    assert panel.condition.property("refused")
    panel.condition.clear()
    assert not panel.condition.property("refused") and not panel.answer.isVisible()


def test_that_conditions_on_a_log_count_its_events(opened, qtbot):
    _, panel = opened(LOG)
    assert panel.condition.placeholderText() == "such as mountainView.events > 2"
    assert "Possibly: yes" in ask(qtbot, panel, "mountainView.events = 1")


def test_that_a_lattice_too_large_to_be_drawn_is_said_to_be(opened, qtbot, monkeypatch):
    monkeypatch.setattr(work, "LIMIT", 2500)
    window, panel = opened("08-bank-of-twelve")
    assert global_states(window.bench.editor.run.computation, MOST_DRAWN) is None
    assert not panel.lattice.isVisible() and "too many to be drawn" in panel.note.text()
    assert not panel.tools.isEnabled()
    text = ask(qtbot, panel, "P1.events = 1 and P2.events = 0")
    assert "Possibly: yes, first after P1 1" in text and "Definitely: not known" in text


def test_that_a_long_search_can_be_given_up(opened, qtbot):
    _, panel = opened("08-bank-of-twelve")
    qtbot.keyClicks(panel.condition, "P1.balance < 0")
    qtbot.keyClick(panel.condition, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._bar.value() > 0 or panel._bar.maximum() == 0)
    panel._cancel.click()
    assert "Given up" in panel.answer.text() and not panel._cancel.isVisible()
    assert panel.answer.isVisible()
    qtbot.waitUntil(lambda: panel._job.idle, timeout=20_000)


def test_that_nothing_is_looked_for_while_nobody_sees_it(qtbot, root, monkeypatch):
    asked = []
    monkeypatch.setattr(panel_module, "look", lambda *parts: asked.append(parts))
    window = open_window(root / "scenarios" / "02-bank-transfer.snapviz.json")
    qtbot.addWidget(window)
    window.actions_["stepForward"].trigger()
    assert not asked


def counts_of(run) -> str:
    found = facts(run.computation)
    return (
        f"events {found.events} · direct edges {found.messages} · concurrent pairs "
        f"{found.concurrent_pairs} · longest chain {found.longest_chain} · width {found.width} · "
        f"consistent cuts {found.consistent_cuts}"
    )


def test_that_the_counts_of_the_partial_order_are_told(opened, qtbot, trigger):
    window, panel = opened("02-bank-transfer")
    editor, label = window.bench.editor, panel.counts
    qtbot.waitUntil(lambda: label.text() == counts_of(editor.run))
    assert label.isVisible()
    before = label.text()
    editor.edit(lambda s: replace(s, script=s.script[:2]), "fewer")
    qtbot.waitUntil(lambda: label.text() not in ("", before))
    qtbot.waitUntil(lambda: label.text() == counts_of(editor.run))
    trigger(window, "undo")
    qtbot.waitUntil(lambda: label.text() == before)
    window.open(LOG)
    qtbot.waitUntil(lambda: label.text().startswith("events 8 · direct edges 4 · "))
    trigger(window, "language.zh_CN")
    qtbot.waitUntil(lambda: label.text().startswith("事件 8"))


def test_that_a_run_too_long_to_be_counted_is_said_to_be(opened, qtbot, monkeypatch):
    monkeypatch.setattr(counts, "MOST_EVENTS", 10)
    _, panel = opened("02-bank-transfer")
    qtbot.waitUntil(lambda: "snapviz analyze counts" in panel.counts.text())
