"""Vector clocks at the play-head, of each event, and of two of them compared."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QToolButton

from snapviz.causality.clocks import lamport_clocks, vector_clocks
from snapviz.diagram.figures import offset_text
from snapviz.ui.figures import ms_text
from snapviz.ui.panels.clocks import ClocksPanel
from snapviz.ui.panels.clocks_moment import RunClocks
from snapviz.ui.selection import EventItem, MessageItem, ProcessItem, event_item
from tests.ui.mouse import press
from tests.ui.settling import settle


@pytest.fixture
def panel(window) -> ClocksPanel:
    """The panel of the window on the ring of banks, its tab in front."""
    window.dock["clocks"].raise_()
    QApplication.processEvents()
    found = window.findChild(ClocksPanel)
    assert found.seen
    return found


def press_event(panel, row: int, ctrl: bool = False) -> None:
    """Click the row of an event in the list, as a person would, after scrolling to it."""
    events = panel._list
    index = panel._events.index(panel._events.place_of(row))
    events.scrollTo(index)
    press(events.viewport(), events.visualRect(index).center(), ctrl)


def label(panel, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def buttons(panel) -> list[QToolButton]:
    shown = panel._card.findChildren(QToolButton)
    return [button for button in shown if not button.isHidden()]


def test_that_the_clocks_are_those_of_the_computation(window, panel):
    run, chance = window.bench.editor.run, random.Random(7)
    vectors, stamps = vector_clocks(run.computation), lamport_clocks(run.computation)
    for time_us in [0, run.until_us, *(chance.randrange(run.until_us) for _ in range(20))]:
        window.playback.scrub(time_us)
        for process in range(4):
            shown = panel._table.clocks_of(process)
            events = run.computation.events_of(process)
            mine = events[: run.events_before(window.playback.rows, process)]
            assert list(shown.vector) == (vectors[mine[-1]].tolist() if len(mine) else [0] * 4)
            assert shown.lamport == (stamps[mine[-1]] if len(mine) else 0)
            assert shown.local_us == time_us


def test_that_every_event_is_listed_with_its_vector(window, panel):
    run = window.bench.editor.run
    vectors = vector_clocks(run.computation)
    assert panel._events.rowCount() == run.computation.event_count
    for event, row in enumerate(run.event_rows.tolist()):
        assert panel._events.row_at(event) == row
        assert list(panel._clocks.vector_of_row(row)) == vectors[event].tolist()


def test_that_the_play_head_tells_past_from_future(window, panel):
    window.playback.scrub(200_000)
    passed = [panel._events.is_passed(place) for place in range(panel._events.rowCount())]
    times = [panel._events.line(place).time for place in range(panel._events.rowCount())]
    assert [time for time, done in zip(times, passed, strict=True) if done] == [
        "82.0",
        "120.0",
        "140.0",
        "158.0",
        "178.0",
    ]
    assert panel._events.current == 4


def test_that_the_words_say_what_happened(panel):
    words = [panel._events.line(place).words for place in range(3)]
    assert words == ["send $30 to P2", "send $40 to P1", "receive $30 from P1"]
    assert panel._events.line(2).name == "P2 event 2"


def test_that_a_click_selects_an_event_and_a_selected_event_is_marked(window, panel):
    run, selection = window.bench.editor.run, window.bench.session.selection
    press_event(panel, int(run.event_rows[1]))
    assert selection.items == (EventItem("P2", 0),)
    assert panel._events.is_selected(1)
    last = int(run.event_rows[-1])
    selection.set(event_item(run, last))
    index = panel._events.index(panel._events.place_of(last))
    assert panel._list.viewport().rect().contains(panel._list.visualRect(index).center())
    assert panel._events.is_selected(index.row()) and not panel._events.is_selected(1)


def test_that_keys_walk_through_the_events(window, panel):
    events = panel._list
    events.setFocus()
    events.setCurrentIndex(panel._events.index(0))
    QTest.keyClick(events, Qt.Key.Key_Down)
    QTest.keyClick(events, Qt.Key.Key_Return)
    assert window.bench.session.selection.items == (EventItem("P2", 0),)


def test_that_a_click_on_a_process_lists_its_events_only(window, panel):
    press(panel._table, panel._table.row_rect(1).center())
    assert window.bench.session.selection.items == (ProcessItem("P2"),)
    assert panel._table.selected == {1}
    lines = [panel._events.line(place) for place in range(panel._events.rowCount())]
    assert {line.process for line in lines} == {1}
    window.bench.session.selection.set(EventItem("P4", 0))
    assert panel._filter.process == -1, "an event elsewhere would not be found in the list"


def test_that_happened_before_is_told_with_its_chain(window, panel):
    run = window.bench.editor.run
    press_event(panel, int(run.event_rows[2]))
    press_event(panel, int(run.event_rows[0]), ctrl=True)
    assert label(panel, "clocks.relation") == "P1 event 1 happened before P2 event 2"
    assert label(panel, "clocks.reason") == (
        "P2 event 2 knows of it: its entry for P1 is 1, at least the 1 that P1 event 1 has there."
    )
    steps = [button.text() for button in buttons(panel)]
    assert steps == ["P1 event 1", "message $30", "P2 event 2"]


def test_that_each_step_of_a_chain_can_be_looked_at(window, panel):
    selection = window.bench.session.selection
    selection.set(EventItem("P1", 0), EventItem("P2", 1))
    QApplication.processEvents()
    for place, item in enumerate(
        (EventItem("P1", 0), MessageItem("P1", "P2", 0), EventItem("P2", 1))
    ):
        button = buttons(panel)[place]
        panel._cards.ensureWidgetVisible(button)
        press(button)
        assert selection.items == (item,)
        assert label(panel, "clocks.relation") == "P1 event 1 happened before P2 event 2"
    selection.set(EventItem("P4", 0))
    assert panel._card.findChild(QLabel, "clocks.hint").isVisible()


def test_that_concurrent_events_do_not_know_of_one_another(window, panel):
    window.bench.session.selection.set(EventItem("P2", 0), EventItem("P4", 0))
    assert label(panel, "clocks.relation") == "P2 event 1 and P4 event 1 are concurrent"
    assert label(panel, "clocks.reason") == (
        "Neither knows of the other: the entry for P2 is 1 at P2 event 1 but only 0 at "
        "P4 event 1, and the entry for P4 is 1 at P4 event 1 but only 0 at P2 event 1."
    )
    assert panel._shown.deciding == {1, 3}
    assert buttons(panel) == []


def test_that_events_of_one_process_are_told_by_its_own_entry(window, panel):
    window.bench.session.selection.set(EventItem("P1", 2), EventItem("P1", 0))
    assert label(panel, "clocks.relation") == "P1 event 1 happened before P1 event 3"
    assert label(panel, "clocks.reason") == (
        "Both are events of P1, and its entry grew from 1 to 3."
    )


def test_that_an_edit_that_takes_an_event_away_ends_the_comparison(window, panel):
    from snapviz.editing import delete_actions

    editor = window.bench.editor
    window.bench.session.selection.set(EventItem("P2", 0), EventItem("P4", 1))
    assert panel._shown is not None
    run = editor.run
    editor.edit(lambda scenario: delete_actions(run, scenario, [3, 4]), "Delete")
    settle(window)
    assert panel._shown is None
    editor.undo()
    settle(window)
    assert panel._shown is not None


def test_that_a_hidden_panel_does_nothing(window, panel, monkeypatch):
    window.dock["snapshots"].raise_()
    QApplication.processEvents()
    assert not panel.seen
    monkeypatch.setattr(RunClocks, "at", lambda *_: pytest.fail("asked for clocks"))
    monkeypatch.setattr(panel._events, "set_position", lambda *_: pytest.fail("listed events"))
    window.playback.scrub(250_000)
    window.bench.session.selection.set(EventItem("P1", 0))
    monkeypatch.undo()
    window.dock["clocks"].raise_()
    QApplication.processEvents()
    assert panel._events.current == 6
    assert panel._events.is_selected(0)


def test_that_playing_refreshes_figures_less_often_than_frames(window, panel):
    window.playback.play()
    asked = []
    panel.show_position = lambda: asked.append(window.playback.time_us)
    for time_us in range(0, 100_000, 10_000):
        window.playback.scrub(time_us)
    assert len(asked) <= 1
    window.playback.pause()
    assert asked[-1] == window.playback.time_us
    window.playback.step_forward()
    assert asked[-1] == window.playback.time_us


def test_that_a_hidden_future_is_not_listed(window, panel):
    window.playback.scrub(200_000)
    panel.set_future("hidden")
    assert panel._events.rowCount() == 5
    window.playback.scrub(230_000)
    assert panel._events.rowCount() == 6
    window.playback.scrub(0)
    assert panel._events.rowCount() == 0
    panel.set_future("shown")
    assert panel._events.rowCount() == 12


def test_that_long_runs_get_their_timestamps_between_frames(window, panel, monkeypatch, qtbot):
    run = window.bench.editor.run
    monkeypatch.setattr("snapviz.ui.panels.clocks_moment.STRETCH", 3)
    panel.show_run()
    window.playback.scrub(run.until_us)
    assert None in [panel._table.clocks_of(process).lamport for process in range(4)]
    assert "…" in panel._table.texts[0]
    qtbot.waitUntil(lambda: not panel._stamping.isActive())
    stamps = lamport_clocks(run.computation)
    last = [stamps[run.computation.events_of(process)[-1]] for process in (0, 1, 3)]
    assert [panel._table.clocks_of(process).lamport for process in (0, 1, 3)] == last


def test_that_local_clocks_show_offset_and_reading(open_window, write, ring_scenario):
    scenario = ring_scenario()
    scenario["processes"][2]["clock"] = {"offset_ms": 35}
    window = open_window(write(scenario))
    window.dock["clocks"].raise_()
    QApplication.processEvents()
    window.playback.scrub(100_000)
    texts = window.findChild(ClocksPanel)._table.texts
    assert texts[2] == "P3 · 0 · Lamport 0 · local clock 135.0 ms (+35 ms)"


def test_that_many_processes_have_sparse_vectors(open_window, write):
    names = [f"P{n}" for n in range(1, 15)]
    scenario = {
        "format": "snapviz/scenario",
        "version": 1,
        "processes": [{"id": name} for name in names],
        "channels": [{"from": a, "to": b} for a, b in pairwise(names)],
        "script": [{"at_ms": 10, "action": "send", "from": "P3", "to": "P4"}],
    }
    window = open_window(write(scenario))
    window.dock["clocks"].raise_()
    QApplication.processEvents()
    window.playback.scrub(100_000)
    panel = window.findChild(ClocksPanel)
    assert panel._table.texts[3].startswith("P4 · P3:1 P4:1 · ")
    assert not panel._table._columns.dense
    panel.grab()


def test_that_the_panel_changes_its_language_and_colours(window, panel):
    window.bench.session.selection.set(EventItem("P1", 0), EventItem("P2", 1))
    light = panel.grab().toImage()
    window.findChild(QAction, "action.theme.dark").trigger()
    QApplication.processEvents()
    assert panel.grab().toImage() != light
    english = panel._card.accessibleName()
    window.findChild(QAction, "action.language.zh_CN").trigger()
    QApplication.processEvents()
    window.findChild(QAction, "action.language.en").trigger()
    QApplication.processEvents()
    assert panel._card.accessibleName() == english
    assert label(panel, "clocks.relation") == "P1 event 1 happened before P2 event 2"
    assert panel.findChild(QFrame, "clocks.comparison") is panel._card


def test_that_an_edit_behind_another_tab_may_be_followed_by_another_language(window, panel):
    from snapviz.scenario.edits import renamed

    for name in ("clocks", "checkpoints", "recovery"):
        window.dock[name].raise_()
        QApplication.processEvents()
    window.dock["snapshots"].raise_()
    QApplication.processEvents()
    window.bench.editor.edit(lambda scenario: renamed(scenario, "P1", "bank"), "Rename")
    window.findChild(QAction, "action.language.zh_CN").trigger()
    QApplication.processEvents()
    window.findChild(QAction, "action.language.en").trigger()
    window.dock["clocks"].raise_()
    QApplication.processEvents()
    assert panel._table.texts[0].startswith("bank · ")


def test_that_large_clock_offsets_have_a_column_wide_enough(window, panel):
    def with_fast_clock(scenario):
        first, *others = scenario.processes
        clock = replace(first.clock, offset_us=12_345_600, drift_ppb=40_000)
        return replace(scenario, processes=(replace(first, clock=clock), *others))

    assert window.bench.editor.edit(with_fast_clock, "Change the clock")
    QApplication.processEvents()
    table = panel._table
    window.playback.to_end()
    clocks = table.clocks_of(0)
    figures = QFontMetrics(table.font())
    _, local, offset = table._rest_places(table.row_rect(0))
    decimals = table._decimals
    assert figures.horizontalAdvance(ms_text(clocks.local_us, decimals)) < local.width()
    assert figures.horizontalAdvance(offset_text(clocks.offset_us)) < offset.width()
