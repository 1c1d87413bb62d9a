"""The search for events: a strip above the diagram, what it lights, and going from one to one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from snapviz.app import open_window
from snapviz.diagram.facts import facts
from snapviz.ui.selection import EventItem, row_of_event


@pytest.fixture
def window(qtbot, root):
    window = open_window(root / "scenarios" / "02-bank-transfer.snapviz.json")
    qtbot.addWidget(window)
    window.actions_["find"].trigger()
    return window


def look(qtbot, window, words: str, count: int) -> None:
    field = window.central.search_strip.field
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.waitUntil(lambda: len(window.bench.search.rows) == count)


def lit(window) -> list[int]:
    drawn = window.central.view.picture()
    return sorted(item.subject[1] for item in drawn.about("found") if item.subject[1] >= 0)


def shown(window) -> int:
    (item,) = window.bench.session.selection.of(EventItem)
    return row_of_event(window.bench.editor.run, item)


def test_that_events_are_found_lit_and_gone_through(window, qtbot):
    strip = window.central.search_strip
    look(qtbot, window, "$40 p1", 2)
    rows = window.bench.search.rows.tolist()
    assert lit(window) == rows and strip.told.text() == "2 found"
    qtbot.keyClick(strip.field, Qt.Key.Key_Return)
    assert shown(window) == rows[0] and strip.told.text() == "1 of 2"
    window.actions_["findNext"].trigger()
    assert shown(window) == rows[1]
    window.actions_["findNext"].trigger()
    assert shown(window) == rows[0]
    qtbot.keyClick(strip.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert shown(window) == rows[1] and strip.told.text() == "2 of 2"


def test_that_what_is_not_there_is_said_and_esc_closes(window, qtbot):
    strip = window.central.search_strip
    look(qtbot, window, "$40", 2)
    look(qtbot, window, "nowhere", 0)
    assert strip.told.text() == "none found" and lit(window) == []
    look(qtbot, window, "p2", len([r for r in facts(window.bench.editor.run).event_rows
                                   if "P2" in row_words(window, int(r))]))  # fmt: skip
    qtbot.keyClick(strip.field, Qt.Key.Key_Escape)
    assert strip.isHidden() and lit(window) == []


def row_words(window, row: int) -> str:
    trace = window.bench.editor.run.trace
    ends = trace.channel_ends[int(trace.message_channel[trace.row_ref[row]])]
    return " ".join(trace.process_ids[p] for p in (int(trace.row_process[row]), *ends))


def test_that_a_hidden_future_is_not_found(window, qtbot):
    look(qtbot, window, "$40", 2)
    window.bench.set_future("hidden")
    window.actions_["stepForward"].trigger()
    assert len(window.bench.search.rows) == 0
    window.actions_["toEnd"].trigger()
    assert len(window.bench.search.rows) == 2


def test_that_another_run_is_searched_anew(window, qtbot):
    look(qtbot, window, "$40", 2)
    editor = window.bench.editor
    place = next(
        n
        for n, a in enumerate(editor.scenario.script)
        if getattr(a, "payload", None) == {"amount": 40}
    )
    script = editor.scenario.script
    changed = (*script[:place], *script[place + 1 :])
    assert editor.edit(lambda s: replace(s, script=changed), "Delete action")
    qtbot.waitUntil(lambda: window.central.search_strip.told.text() == "none found")


def test_that_the_run_a_hand_left_is_searched(window, qtbot):
    look(qtbot, window, "$40", 2)
    editor = window.bench.editor
    assert editor.preview(lambda s: replace(s, seed=s.seed + 1), "Change seed")
    assert editor.in_gesture and len(window.bench.search.rows) == 0
    assert editor.commit()
    qtbot.waitUntil(lambda: len(window.bench.search.rows) == 2)


def test_that_what_is_found_goes_with_the_future_as_soon_as_it_is_hidden(window, qtbot):
    look(qtbot, window, "$40", 2)
    window.bench.playback.to_start()
    window.bench.set_future("hidden")
    assert len(window.bench.search.rows) == 0
    window.bench.set_future("faint")
    assert len(window.bench.search.rows) == 2


def test_that_the_strip_closes_over_another_document(window, qtbot, root):
    look(qtbot, window, "$40", 2)
    window.open(root / "scenarios" / "01-crossing-transfers.snapviz.json")
    qtbot.waitUntil(lambda: window.files.document.path.name.startswith("01"))
    assert window.central.search_strip.isHidden() and lit(window) == []


def test_that_the_strip_closes_for_a_presentation(window, qtbot):
    look(qtbot, window, "$40", 2)
    window.actions_["present"].trigger()
    assert window.central.search_strip.isHidden() and lit(window) == []
    window.actions_["present"].trigger()
    qtbot.waitUntil(lambda: not window.bench.settling)
    assert window.central.search_strip.isHidden()
