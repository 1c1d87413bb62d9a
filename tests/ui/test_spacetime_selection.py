"""What a click selects in the space-time diagram, and what a selection lights there."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from snapviz.diagram.lanes import label_box
from snapviz.ui.selection import (
    ActionItem,
    ChannelItem,
    EventItem,
    MessageItem,
    ProcessItem,
    RecordItem,
    SnapshotItem,
    row_of_event,
)
from snapviz.ui.spacetime.pointing import Pointer
from snapviz.ui.spacetime.stepping import neighbour
from tests.ui.spacetime_bench import Bench, banks, ms

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bench(qtbot):
    return Bench(qtbot, banks())


def row(bench, process, index):
    return row_of_event(bench.editor.run, EventItem(process, index))


def ground(bench) -> QPoint:
    return bench.at(1, 20) - QPoint(0, 40)


def test_that_a_click_selects_what_is_there(bench):
    place = bench.view.place()
    box = label_box(place, 2)
    middle = (bench.at(1, 150) + bench.at(2, 200)) / 2
    spots = {
        EventItem("P1", 0): bench.at(0, 40),
        EventItem("P2", 0): bench.at(1, 100),
        MessageItem("P2", "P3", 0): middle,
        RecordItem(0, "P2"): bench.at(1, 310),
        SnapshotItem(0): QPoint(round(place.x_of(ms(260))), round(place.badge_y)),
        ProcessItem("P3"): QPoint(round(box.left + 20), round(box.top + 6)),
        ActionItem(2): bench.at(2, 220, 11),
    }
    for item, spot in spots.items():
        bench.click(spot)
        assert bench.selection.items == (item,), item
    assert bench.scenario == banks()


def test_that_a_click_on_empty_ground_or_line_clears(bench):
    for spot in (ground(bench), bench.at(1, 20)):
        bench.selection.set(EventItem("P1", 0))
        bench.click(spot)
        assert bench.selection.items == ()
    bench.selection.set(EventItem("P1", 0))
    bench.click(ground(bench), CTRL)
    assert bench.selection.items == (EventItem("P1", 0),)


def test_that_one_event_lights_its_past_and_future(bench):
    bench.click(bench.at(1, 100))
    shown = bench.view.view()
    assert shown.selected_rows == (row(bench, "P2", 0),)
    assert shown.cone_row == row(bench, "P2", 0)
    bench.click(ground(bench))
    assert bench.view.view().cone_row is None


@pytest.mark.parametrize("modifier", [CTRL, SHIFT])
def test_that_of_two_events_the_chain_of_causes_shows(bench, modifier):
    bench.click(bench.at(2, 200))
    bench.click(bench.at(0, 40), modifier)
    assert bench.selection.items == (EventItem("P3", 0), EventItem("P1", 0))
    chain = [("P1", 0), ("P2", 0), ("P2", 1), ("P3", 0)]
    shown = bench.view.view()
    assert shown.path_rows == tuple(row(bench, *event) for event in chain)
    assert shown.cone_row is None
    bench.click(bench.at(0, 40), modifier)
    assert bench.view.view().path_rows == ()
    assert bench.view.view().cone_row == row(bench, "P3", 0)


def test_that_of_two_concurrent_events_the_second_lights_its_cone(bench):
    bench.drag(bench.at(0, 200), bench.at(2, 240))
    bench.selection.set(EventItem("P2", 1), EventItem("P1", 1))
    shown = bench.view.view()
    assert shown.path_rows == ()
    assert shown.cone_row == row(bench, "P1", 1)


def test_that_what_is_selected_elsewhere_is_lit_here(bench):
    run = bench.editor.run
    bench.selection.set(ActionItem(0))
    assert bench.view.view().selected_rows == (row(bench, "P1", 0),)
    assert bench.view.view().selected_messages == (0,)
    bench.selection.set(SnapshotItem(0))
    rows = bench.view.view().selected_rows
    assert sorted(rows) == sorted(record.row for record in run.trace.records)
    bench.selection.set(ChannelItem("P1", "P2"), ProcessItem("P2"))
    shown = bench.view.view()
    ends = np.array(run.trace.channel_ends)[
        run.trace.message_channel[list(shown.selected_messages)]
    ]
    assert {tuple(end) for end in ends.tolist()} == {(0, 1)}
    assert shown.selected_processes == (1,)
    bench.selection.set(MessageItem("P2", "P3", 0))
    assert len(bench.view.view().selected_messages) == 1
    for gone in (EventItem("P9", 0), MessageItem("P1", "P2", 99), ActionItem(99), SnapshotItem(9)):
        bench.selection.set(gone)
        assert bench.view.view().selected_rows == bench.view.view().selected_messages == ()


def test_that_range_selection_and_cone_outlive_an_edit(bench):
    bench.view.set_visible_range(ms(20), ms(300))
    bench.selection.set(EventItem("P3", 0))
    before = row(bench, "P3", 0)
    bench.tools.choose("message")
    bench.editor.edit(
        lambda s: banks(script=(*s.script, *banks().script[:1])), "the first message once more"
    )
    after = row(bench, "P3", 0)
    assert after != before
    shown = bench.view.view()
    assert (shown.selected_rows, shown.cone_row) == ((after,), after)
    assert bench.view.visible_range() == (ms(20), ms(300))
    bench.editor.edit(lambda s: banks(script=()), "nothing happens")
    assert bench.view.view().cone_row is None
    assert bench.selection.items == (EventItem("P3", 0),)


# Hovering


def test_that_an_event_hovered_for_a_moment_lights_its_cone(bench, qtbot):
    bench.move(bench.at(0, 40))
    assert bench.view.view().cone_row is None
    qtbot.waitUntil(lambda: bench.view.view().cone_row is not None)
    assert bench.view.view().cone_row == row(bench, "P1", 0)
    bench.move(bench.at(0, 70))
    assert bench.view.view().cone_row is None
    bench.move(bench.at(1, 100))  # under an arrow head
    qtbot.waitUntil(lambda: bench.view.view().cone_row is not None)
    assert bench.view.view().cone_row == row(bench, "P2", 0)
    QApplication.sendEvent(bench.view, QEvent(QEvent.Type.Leave))
    shown = bench.view.view()
    assert (shown.cone_row, shown.hot, shown.grips) == (None, None, False)


def test_that_hovering_leaves_a_selection_alone(bench):
    bench.selection.set(EventItem("P3", 0))
    bench.move(bench.at(0, 40))
    assert not bench.view.findChild(Pointer).lingers
    assert bench.view.view().cone_row == row(bench, "P3", 0)


def test_that_the_cursor_tells_what_a_press_would_do(bench):
    shape = Qt.CursorShape
    for spot, wanted in (
        (bench.at(1, 20), shape.CrossCursor),
        (bench.at(1, 100), shape.SizeHorCursor),
        (bench.at(0, 40), shape.PointingHandCursor),
        (ground(bench), shape.ArrowCursor),
    ):
        bench.move(spot)
        assert bench.view.cursor().shape() == wanted, spot


# The keyboard


def test_that_arrows_with_alt_go_from_event_to_event(bench):
    bench.playback.scrub(ms(95))
    bench.view.setFocus()
    for key, wanted in (
        (Qt.Key.Key_Right, EventItem("P2", 0)),  # the nearest to the play-head
        (Qt.Key.Key_Right, EventItem("P2", 1)),
        (Qt.Key.Key_Right, EventItem("P2", 1)),
        (Qt.Key.Key_Down, EventItem("P3", 0)),
        (Qt.Key.Key_Up, EventItem("P2", 1)),
        (Qt.Key.Key_Left, EventItem("P2", 0)),
        (Qt.Key.Key_Up, EventItem("P1", 0)),
        (Qt.Key.Key_Up, EventItem("P1", 0)),
    ):
        bench.key(key, ALT)
        assert bench.selection.items == (wanted,)


def test_that_lines_without_events_are_stepped_over(bench):
    run = bench.editor.run
    first, last = row(bench, "P1", 0), row(bench, "P3", 0)
    assert neighbour(run, last, Qt.Key.Key_Down) is None
    assert neighbour(run, first, Qt.Key.Key_Left) is None


def test_that_escape_leaves_the_tool_then_the_selection_then_the_view(bench, qtbot):
    bench.view.setFocus()
    bench.selection.set(EventItem("P1", 0))
    bench.tools.choose("snapshot")
    bench.key(Qt.Key.Key_Escape)
    assert (bench.tools.current, len(bench.selection.items)) == ("select", 1)
    bench.key(Qt.Key.Key_Escape)
    assert bench.selection.items == ()
    seen = []
    bench.central.keyPressEvent = lambda event: seen.append(event.key())
    bench.key(Qt.Key.Key_Escape)
    assert seen == [Qt.Key.Key_Escape]


# Following the play-head


def test_that_pages_turn_when_the_play_head_leaves_the_view(bench):
    bench.view.set_visible_range(0, ms(100))
    bench.playback.scrub(ms(90))
    bench.playback.scrub(ms(104))
    start, end = bench.view.visible_range()
    assert start < ms(104) < end
    assert end - start == ms(100)
    bench.view.set_visible_range(ms(250), ms(350))  # one looks elsewhere
    bench.playback.scrub(ms(110))
    assert bench.view.visible_range() == (ms(250), ms(350))


def test_that_playing_begins_where_the_play_head_is(bench):
    bench.playback.scrub(ms(20))
    bench.view.set_visible_range(ms(250), ms(350))
    bench.playback.play()
    bench.playback.pause()
    start, end = bench.view.visible_range()
    assert start <= ms(20) <= end


def test_that_the_paper_stays_while_it_is_dragged(bench):
    bench.view.set_visible_range(0, ms(100))
    bench.playback.scrub(ms(90))
    bench.press(ground(bench))
    bench.move(ground(bench) + QPoint(8, 0))
    bench.playback.scrub(ms(150))
    assert bench.view.visible_range() == (0, ms(100))
    bench.release(ground(bench))


def test_that_large_type_keeps_the_hand_where_it_points(bench):
    bench.view.set_type_scale(1.6)
    bench.click(bench.at(0, 40) * 1.6)
    assert bench.selection.items == (EventItem("P1", 0),)
    start, end = bench.at(2, 60) * 1.6, bench.at(0, 130) * 1.6
    bench.drag(start, end)
    action = bench.scenario.script[-1]
    assert (action.source, action.target) == ("P3", "P1")
    assert abs(action.at_us - ms(60)) <= 2 / bench.view.place().scale
    from tests.render.pixels import as_array

    whole = as_array(bench.view.grab().toImage())
    bench.view.update()
    assert (as_array(bench.view.grab().toImage()) == whole).all()
