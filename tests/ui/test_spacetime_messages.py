"""Messages drawn from line to line, and arrow heads dragged, with a real mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from snapviz.diagram.display_list import Text
from snapviz.scenario.model import Pin, Process, Send
from snapviz.ui.selection import ActionItem, EventItem, MessageItem
from tests.ui.spacetime_bench import LEFT, Bench, banks, ms

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bench(qtbot):
    return Bench(qtbot, banks())


def end_of(bench, source, target, index):
    from snapviz.ui.selection import message_of

    run = bench.editor.run
    return int(run.trace.message_received[message_of(run, MessageItem(source, target, index))])


@pytest.mark.parametrize("tool", ["select", "message"])
def test_that_a_drag_from_line_to_line_is_a_message_sent_and_received_there(bench, tool):
    before = bench.scenario
    bench.tools.choose(tool)
    bench.drag(bench.at(2, 60), bench.at(0, 130))
    assert bench.scenario.script[-1] == Send(ms(60), "P3", "P1", {"amount": 10}, ms(70))
    assert end_of(bench, "P3", "P1", 0) == ms(130)
    assert bench.selection.items == (MessageItem("P3", "P1", 0),)
    bench.assert_one_entry(before, "Send P3 → P1")


def test_that_the_message_is_there_while_the_mouse_still_holds_it(bench, qtbot):
    bench.press(bench.at(2, 60))
    bench.move(bench.at(1, 110))
    assert bench.view.view().draft[:4] == (2, ms(60), 1, ms(110))
    assert bench.editor.run.trace.message_count == len(bench.editor.run.trace.payloads)
    assert end_of(bench, "P3", "P2", 0) == ms(110)
    assert bench.history == []
    bench.move(bench.at(0, 90))
    # The view answers once in a frame.
    qtbot.waitUntil(lambda: end_of(bench, "P3", "P1", 0) == ms(90))
    bench.release(bench.at(0, 90))
    assert bench.history == ["Send P3 → P1"]


def test_that_between_the_lines_it_is_a_rubber_arrow_to_the_pointer(bench):
    before = bench.scenario
    bench.press(bench.at(1, 60))
    bench.move(bench.at(2, 110))
    spot = (bench.at(1, 100) + bench.at(2, 100)) / 2
    bench.move(spot)
    draft = bench.view.view().draft
    assert (draft.target, draft.x, draft.y) == (None, spot.x(), spot.y())
    assert bench.scenario == before
    bench.release(spot)
    bench.assert_nothing_done(before)


@pytest.mark.parametrize(
    ("line", "time_ms"), [(2, 55), (1, 200)], ids=["before it was sent", "on its own line"]
)
def test_that_a_message_to_nowhere_leaves_nothing(bench, line, time_ms):
    before = bench.scenario
    bench.drag(bench.at(1, 70), bench.at(line, time_ms))
    bench.assert_nothing_done(before)


def test_that_escape_leaves_nothing_of_a_message(bench):
    before = bench.scenario
    bench.selection.set(EventItem("P1", 0))
    bench.press(bench.at(1, 60))
    bench.move(bench.at(2, 110))
    assert bench.scenario != before
    bench.key(Qt.Key.Key_Escape)
    bench.assert_nothing_done(before)
    assert bench.selection.items == (EventItem("P1", 0),)
    bench.release(bench.at(2, 110))
    bench.assert_nothing_done(before)


def test_that_undo_in_the_middle_of_a_drag_ends_it(bench):
    bench.drag(bench.at(2, 60), bench.at(0, 130))
    bench.press(bench.at(1, 60))
    bench.move(bench.at(2, 110))
    bench.editor.undo()
    bench.release(bench.at(2, 110))
    assert bench.scenario == banks()
    assert bench.editor.document.history.redo_label == "Send P3 → P1"


def test_that_missing_channels_come_with_the_message_both_ways_or_with_shift_one(qtbot):
    for modifiers, wanted in (
        (Qt.KeyboardModifier.NoModifier, [("P1", "P2"), ("P2", "P1")]),
        (SHIFT, [("P1", "P2")]),
    ):
        bench = Bench(qtbot, banks(channels=(), script=()))
        before = bench.scenario
        bench.drag(bench.at(0, 60), bench.at(1, 130), modifiers)
        assert sorted((c.source, c.target) for c in bench.scenario.channels) == wanted
        assert len(bench.scenario.script) == 1
        bench.assert_one_entry(before, "Send P1 → P2")


def test_that_without_balances_a_message_carries_nothing(qtbot):
    names = ("P1", "P2", "P3")
    bench = Bench(qtbot, banks(processes=tuple(map(Process, names)), script=()))
    bench.drag(bench.at(0, 60), bench.at(1, 130))
    assert bench.scenario.script[-1].payload == {}


def test_that_on_fifo_the_arrow_ends_where_the_message_truly_arrives(bench):
    bench.press(bench.at(0, 60))
    bench.move(bench.at(1, 80))  # the $30 before it arrives at 100 ms
    assert bench.view.view().draft.to_us == ms(100)
    bench.release(bench.at(1, 80))
    assert bench.scenario.script[-1].delay_us == ms(20)
    assert end_of(bench, "P1", "P2", 1) == ms(100)


def test_that_the_tool_starts_a_message_even_on_an_event(bench):
    bench.tools.choose("message")
    bench.drag(bench.at(0, 40), bench.at(2, 90))
    assert bench.scenario.script[-1] == Send(ms(40), "P1", "P3", {"amount": 10}, ms(50))


# Arrow heads


def test_that_an_arrow_head_dragged_along_the_line_pins_its_arrival(bench):
    before = bench.scenario
    bench.drag(bench.at(1, 100), bench.at(1, 140))
    assert bench.scenario.delays == (Pin("P1", "P2", 0, ms(100)),)
    assert end_of(bench, "P1", "P2", 0) == ms(140)
    assert bench.selection.items == (MessageItem("P1", "P2", 0),)
    bench.assert_one_entry(before, "Change delay of P1 → P2")


def test_that_everything_later_follows_while_the_head_is_held(bench):
    bench.press(bench.at(1, 100))
    for time_ms in (130, 170, 350):
        bench.move(bench.at(1, time_ms))
        QTest.qWait(30)
        assert end_of(bench, "P1", "P2", 0) == ms(time_ms)
    # FIFO: the marker of S1 waits behind it, and with it the recording of P2.
    assert end_of(bench, "P1", "P2", 1) == ms(350)
    assert bench.editor.run.snapshots[0].processes["P2"].recorded_us == ms(350)
    assert [item.text for item in bench.view.picture().about("hint", 0) if hasattr(item, "text")]
    bench.key(Qt.Key.Key_Escape)
    bench.assert_nothing_done(banks())
    bench.release(bench.at(1, 350))
    bench.assert_nothing_done(banks())


def test_that_a_message_never_arrives_before_it_is_sent(bench):
    bench.drag(bench.at(1, 100), bench.at(1, 10))
    assert bench.scenario.delays == (Pin("P1", "P2", 0, 0),)
    assert end_of(bench, "P1", "P2", 0) == ms(40)


def test_that_a_click_on_a_head_moves_nothing_and_selects_the_event(bench):
    bench.click(bench.at(1, 101))
    bench.assert_nothing_done(banks())
    assert bench.selection.items == (EventItem("P2", 0),)


def test_that_a_marker_can_be_held_up(bench):
    before = bench.scenario
    run = bench.editor.run
    assert run.snapshots[0].processes["P3"].recorded_us == ms(310)
    bench.drag(bench.at(1, 310, -3), bench.at(1, 340))
    assert len(bench.scenario.delays) == 1
    assert bench.editor.run.snapshots[0].processes["P2"].recorded_us == ms(340)
    bench.assert_one_entry(before, "Change delay of marker P1 → P2")


def test_that_a_double_click_on_a_pinned_head_lets_go_of_it(qtbot):
    pinned = banks(delays=(Pin("P1", "P2", 0, ms(100)),))
    bench = Bench(qtbot, pinned)
    assert end_of(bench, "P1", "P2", 0) == ms(140)
    for _ in range(2):  # the second finds no pin
        QTest.mouseDClick(bench.view, LEFT, pos=bench.at(1, 140 if not bench.history else 100))
    assert bench.scenario.delays == ()
    assert end_of(bench, "P1", "P2", 0) == ms(100)
    bench.assert_one_entry(pinned, "Unpin arrival of P1 → P2")


def words(bench) -> set[str]:
    return {item.text for item in bench.view.picture().items if isinstance(item, Text)}


@pytest.mark.parametrize("grips", [False, True])
def test_that_pins_show_and_the_legend_names_them(qtbot, grips):
    bench = Bench(qtbot, banks(delays=(Pin("P1", "P2", 0, ms(100)),)))
    bench.view.show_over(grips=grips)
    assert list(bench.view.picture().about("pin", 0)) and "pinned arrival" in words(bench)
    bench.editor.edit(lambda s: replace(s, delays=()), "no pins")
    bench.view.show_over(grips=grips)
    assert not list(bench.view.picture().about("pin"))
    assert "pinned arrival" not in words(bench)


def test_that_a_pin_of_a_hidden_future_is_not_named(qtbot):
    bench = Bench(qtbot, banks(delays=(Pin("P1", "P2", 0, ms(100)),)))
    bench.view.set_future("hidden")
    for time_us, is_named in ((ms(60), False), (ms(200), True)):
        bench.playback.scrub(time_us)
        bench.view.set_position(bench.playback.rows, bench.playback.time_us)
        assert ("pinned arrival" in words(bench)) == is_named


def test_that_a_time_is_round_unless_alt_is_held_or_one_looks_closely(bench):
    start, end = bench.at(2, 60), bench.at(0, 130)
    bench.drag(start, end, ALT)
    scale = bench.view.place().scale
    action = bench.scenario.script[-1]
    assert action.at_us % 1000 == 0  # Alt came with the moves
    assert action.at_us + action.delay_us == bench.view.place().us_at(end.x())
    assert abs(action.at_us + action.delay_us - ms(130)) <= 1 / scale
    bench.view.set_visible_range(ms(100), ms(110))
    assert bench.view.snapped(ms(101) + 234) == ms(101) + 200 or 1 / bench.view.place().scale < 10
    assert bench.view.snapped(ms(101) + 234, ALT) == ms(101) + 234


def test_that_a_head_that_follows_a_held_message_cannot_overtake_it_and_says_so(qtbot):
    sends = (
        Send(ms(20), "P1", "P2", {"amount": 1}, ms(200)),
        Send(ms(40), "P1", "P2", {"amount": 2}, ms(250)),
    )
    bench = Bench(qtbot, banks(script=sends))
    bench.press(bench.at(1, 290))
    bench.move(bench.at(1, 120))
    hint = next(i.text for i in bench.view.picture().about("hint") if hasattr(i, "text"))
    assert hint.startswith("delay 180 ms") and "FIFO" in hint
    bench.release(bench.at(1, 120))
    assert end_of(bench, "P1", "P2", 1) == ms(220)


def test_that_lines_without_events_say_what_to_do_first(qtbot):
    bench = Bench(qtbot, banks(script=()))
    (words,) = bench.view.picture().about("first-step")
    assert words.text == "Drag from one line to another to send a message"
    bench.drag(bench.at(0, 60), bench.at(1, 130))
    assert not list(bench.view.picture().about("first-step"))
    bench.editor.edit(lambda s: replace(s, processes=s.processes[:1], channels=(), script=()), "")
    (words,) = bench.view.picture().about("first-step")
    assert words.text == "Add another process in the topology to send messages"


def test_that_the_new_message_is_its_action_while_its_run_is_under_way(bench, monkeypatch):
    monkeypatch.setattr(type(bench.view), "in_step", False)
    bench.tools.choose("message")
    bench.drag(bench.at(2, 60), bench.at(0, 130))
    assert bench.selection.items == (ActionItem(4),)


def test_that_a_right_button_in_between_ends_the_gesture(bench):
    bench.press(bench.at(1, 60))
    bench.move(bench.at(2, 110))
    QTest.mousePress(bench.view, Qt.MouseButton.RightButton, pos=bench.at(2, 110))
    bench.assert_nothing_done(banks())
    QTest.mouseRelease(bench.view, Qt.MouseButton.RightButton, pos=QPoint(1, 1))
    bench.release(bench.at(2, 110))
    bench.assert_nothing_done(banks())
