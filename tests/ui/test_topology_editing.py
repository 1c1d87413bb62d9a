"""The topology edited with a real mouse in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from snapviz.scenario import edits
from snapviz.scenario.model import Crash, Restart, Send, TakeSnapshot
from snapviz.ui.selection import ActionItem, ChannelItem, ProcessItem
from tests.ui.settling import settle
from tests.ui.topology_bench import ALT, CTRL, SHIFT, bench_on

ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def on_file(qtbot, write, tmp_path):
    """A bench on a scenario object."""
    return lambda content: bench_on(qtbot, write, tmp_path, content)


@pytest.fixture
def bench(on_file, ring_scenario):
    """A bench on the ring of banks."""
    return on_file(ring_scenario())


def distinct(bench):
    """Positions as the view shows them, by process."""
    made = edits.positioned(bench.scenario)
    return {process.id: process.position for process in made.processes}


# Moving


def test_that_a_dragged_process_stands_where_it_is_dropped_and_all_have_positions(bench):
    before, shown = bench.scenario, distinct(bench)
    start = bench.at("P3")
    where = bench.view.where()
    end = start + QPoint(-17, -40)
    bench.drag(start, end)
    assert bench.position("P3") == pytest.approx(where.position_of(end.x(), end.y()), abs=0.02)
    assert {name: bench.position(name) for name in ("P1", "P2", "P4")} == {
        name: shown[name] for name in ("P1", "P2", "P4")
    }
    assert bench.saved()["processes"][2]["position"] == list(bench.position("P3"))
    bench.assert_one_entry(before, "Move P3")
    assert bench.selection.items == (ProcessItem("P3"),)


def test_that_nothing_else_moves_under_the_mouse_while_a_process_is_dragged(bench):
    places, scale = bench.view.where().centres, bench.view.where().scale
    start = bench.at("P1")
    bench.press(start)
    for step in range(1, 8):
        spot = start + QPoint(6 * step, 7 * step)
        bench.move(spot)
        where = bench.view.where()
        assert where.centres[1:] == places[1:]
        assert where.scale == scale
        dragged = where.centres[0]
        assert (dragged[0] - spot.x(), dragged[1] - spot.y()) == pytest.approx((0, 0), abs=6)
    assert bench.labels == []
    bench.release(spot)
    assert bench.labels == ["Move P1"]


def test_that_a_run_that_comes_during_a_drag_leaves_the_process_in_the_hand(bench):
    bench.press(bench.at("P1"))
    spot = bench.at("P1") + QPoint(30, 44)
    bench.move(spot)
    held = bench.view.where().centres[0]
    bench.view.set_run(bench.editor.run.retold(edits.positioned(bench.scenario)))
    assert bench.view.where().centres[0] == held
    bench.release(spot)
    assert bench.labels == ["Move P1"]


def test_that_after_a_drag_the_processes_glide_to_where_all_of_them_fit(bench, qtbot):
    bench.drag(bench.at("P1"), bench.at("P1") + QPoint(0, 60))
    dropped = bench.view.where().centres
    qtbot.waitUntil(lambda: bench.view.where().centres != dropped, timeout=2000)
    bench.view.settle()
    where = bench.view.where()
    assert min(y for _, y in where.centres) < dropped[0][1] - 10


@pytest.mark.parametrize("count", [4, 12, 20])
def test_that_circles_of_any_size_can_be_moved_by_the_middle(on_file, count):
    ids = [{"id": f"P{n + 1}"} for n in range(count)]
    bench = on_file({"format": "snapviz/scenario", "version": 1, "processes": ids})
    off = round(0.6 * bench.view.where().radius)
    start = bench.at("P2") + QPoint(off, 0)
    bench.drag(start, start + QPoint(-25, 33))
    assert bench.labels == ["Move P2"]


def test_that_all_selected_processes_move_together(bench):
    before = bench.scenario
    bench.click(bench.at("P1"))
    bench.click(bench.at("P2"), CTRL)
    shown = distinct(bench)
    bench.drag(bench.at("P2"), bench.at("P2") + QPoint(-23, 19))
    ways = [
        (bench.position(p)[0] - shown[p][0], bench.position(p)[1] - shown[p][1])
        for p in ("P1", "P2")
    ]
    assert ways[0] == pytest.approx(ways[1], abs=0.01)
    assert ways[0][0] < -0.1 < 0.1 < ways[0][1]
    assert (bench.position("P3"), bench.position("P4")) == (shown["P3"], shown["P4"])
    bench.assert_one_entry(before, "Move P1, P2")


def test_that_a_drag_snaps_into_line_with_another_process_but_not_with_alt(bench):
    start, other = bench.at("P1"), bench.at("P2")
    end = QPoint(start.x() - 9, other.y() - 3)
    bench.press(start)
    bench.move(end)
    assert bench.view.over().guides
    assert bench.view.where().centres[0][1] == bench.view.where().centres[1][1]
    bench.key(ESCAPE)
    bench.release(end)
    bench.drag(start, end, ALT)
    assert bench.position("P1")[1] < bench.position("P2")[1] - 0.01


def test_that_a_process_cannot_be_dragged_out_of_sight(bench):
    bench.press(bench.at("P1"))
    bench.move(QPoint(-500, 40))
    assert bench.view.where().centres[0][0] == 0
    bench.key(ESCAPE)


def test_that_escape_leaves_nothing_of_a_drag(bench):
    before, places = bench.scenario, bench.view.where().centres
    bench.selection.set(ProcessItem("P4"))
    bench.press(bench.at("P1"))
    bench.move(bench.at("P1") + QPoint(40, 40))
    assert bench.view.where().centres != places
    bench.key(ESCAPE)
    assert bench.view.where().centres == places
    bench.release(bench.at("P1") + QPoint(40, 40))
    bench.assert_nothing_done(before)
    assert bench.selection.items == (ProcessItem("P4"),)


def test_that_undo_in_the_middle_of_a_drag_ends_it(bench):
    before = bench.scenario
    bench.drag(bench.at("P1"), bench.at("P1") + QPoint(20, 30))
    bench.press(bench.at("P2"))
    bench.move(bench.at("P2") + QPoint(-40, 0))
    bench.editor.undo()
    bench.release(bench.at("P2") + QPoint(-40, 0))
    assert bench.scenario == before


def test_that_moving_does_not_run_the_scenario_anew(bench):
    trace = bench.editor.run.trace
    bench.drag(bench.at("P1"), bench.at("P1") + QPoint(20, 30))
    assert bench.editor.run.trace is trace
    assert bench.editor.run.scenario is bench.scenario


# Adding


def test_that_a_double_click_on_the_ground_adds_a_process_there(bench):
    before, where = bench.scenario, bench.view.where()
    spot = bench.ground()
    bench.double_click(spot)
    assert [p.id for p in bench.scenario.processes] == ["P1", "P2", "P3", "P4", "P5"]
    assert bench.position("P5") == pytest.approx(where.position_of(spot.x(), spot.y()), abs=1e-3)
    assert bench.scenario.processes[-1].state == {"balance": 1000}
    assert bench.saved()["processes"][4]["id"] == "P5"
    bench.assert_one_entry(before, "Add P5")


def test_that_the_process_tool_adds_one_at_each_click_until_escape(bench):
    bench.tools.choose("process")
    bench.click(bench.ground())
    bench.view.settle()
    bench.click(QPoint(bench.view.width() - 5, 5))
    assert bench.labels == ["Add P5", "Add P6"]
    assert bench.tools.current == "process"
    bench.key(ESCAPE)
    assert bench.tools.current == "select"
    bench.click(QPoint(bench.view.width() // 2, 4))
    assert bench.labels == ["Add P5", "Add P6"]


def test_that_the_new_process_follows_the_hand_until_it_is_let_go(bench):
    before = bench.scenario
    bench.tools.choose("process")
    bench.hover(bench.ground())
    assert bench.view.over().newcomer[:] == (6, 6, "P5")
    bench.press(bench.ground())
    bench.move(QPoint(20, 60))
    assert bench.view.over().newcomer[:2] == (20, 60)
    bench.key(ESCAPE)
    bench.release(QPoint(20, 60))
    assert bench.tools.current == "process"
    bench.tools.choose("select")
    bench.assert_nothing_done(before)


def test_that_a_process_added_beside_another_does_not_lie_on_it(bench):
    bench.tools.choose("process")
    spot = bench.at("P1") + QPoint(round(bench.view.where().radius) + 12, 0)
    bench.click(spot)
    assert bench.labels == ["Add P5"]
    bench.view.settle()
    where = bench.view.where()
    (x1, y1), (x2, y2) = where.centres[0], where.centres[4]
    assert ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 > 2.2 * where.radius


def test_that_one_process_invites_to_add_another(on_file):
    bench = on_file({"format": "snapviz/scenario", "version": 1, "processes": [{"id": "A"}]})
    assert bench.view.over().invitation == "Double-click to add a process"
    spot = bench.at("A") + QPoint(110, 0)
    bench.double_click(spot)
    assert bench.position("P1") == pytest.approx((1, 0), abs=0.02)
    assert "rim to rim" in bench.view.over().invitation
    bench.drag(bench.at("A"), bench.at("A"))
    bench.tools.choose("channel")
    bench.drag(bench.at("A"), bench.at("P1"))
    assert bench.view.over().invitation == ""


# Connecting


def test_that_the_channel_tool_connects_both_ways(bench):
    before = bench.scenario
    bench.tools.choose("channel")
    bench.drag(bench.at("P1"), bench.at("P3"))
    assert bench.channels()[8:] == [("P1", "P3"), ("P3", "P1")]
    assert bench.selection.items == (ChannelItem("P1", "P3"),)
    assert {"from": "P1", "to": "P3"}.items() <= bench.saved()["channels"][8].items()
    bench.assert_one_entry(before, "Connect P1 and P3")
    assert bench.tools.current == "channel"


def test_that_shift_connects_one_way_only(bench):
    before = bench.scenario
    bench.tools.choose("channel")
    bench.drag(bench.at("P4"), bench.at("P2"), SHIFT)
    assert bench.channels()[8:] == [("P4", "P2")]
    bench.assert_one_entry(before, "Connect P4 to P2")


def test_that_the_missing_way_back_gets_the_settings_of_the_way_there(bench):
    bench.editor.edit(lambda s: edits.without_channels(s, [("P2", "P1")]), "x")
    there = bench.scenario.channels[bench.scenario.channel_index()["P1", "P2"]]
    bench.tools.choose("channel")
    bench.drag(bench.at("P2"), bench.at("P1"), SHIFT)
    back = bench.scenario.channels[bench.scenario.channel_index()["P2", "P1"]]
    assert back.delay == there.delay


def test_that_a_channel_can_be_drawn_from_the_handle_on_the_rim(bench):
    before = bench.scenario
    centre, radius = bench.at("P1"), bench.view.where().radius
    bench.hover(centre + QPoint(round(radius), 0))
    assert bench.view.over().handle[0] == 0
    assert bench.view.cursor().shape() == Qt.CursorShape.CrossCursor
    bench.drag(centre + QPoint(0, round(radius)), bench.at("P3"))
    bench.assert_one_entry(before, "Connect P1 and P3")


def test_that_the_rubber_arrow_follows_the_hand_and_escape_takes_it_away(bench):
    before = bench.scenario
    bench.tools.choose("channel")
    bench.press(bench.at("P1"))
    bench.move(bench.at("P1") + QPoint(10, 55))
    assert bench.view.over().rubber.target is None
    bench.move(bench.at("P3") + QPoint(4, 4))
    rubber = bench.view.over().rubber
    assert (rubber.source, rubber.target, rubber.both) == (0, 2, True)
    assert bench.view.over().hint == "Connect P1 and P3"
    bench.key(ESCAPE)
    bench.release(bench.at("P3"))
    bench.assert_nothing_done(before)


def test_that_a_channel_dropped_on_the_ground_adds_a_process_there(bench):
    before = bench.scenario
    bench.tools.choose("channel")
    bench.drag(bench.at("P1"), bench.ground())
    assert bench.channels()[8:] == [("P1", "P5"), ("P5", "P1")]
    assert bench.selection.items == (ProcessItem("P5"),)
    bench.assert_one_entry(before, "Add P5, connected to P1")


def test_that_a_channel_dropped_where_it_began_does_nothing(bench):
    before = bench.scenario
    bench.tools.choose("channel")
    bench.drag(bench.at("P1"), bench.at("P1") + QPoint(12, 8))
    bench.assert_nothing_done(before)


def test_that_connecting_what_is_connected_is_said_and_selects_the_channel(bench):
    before = bench.scenario
    bench.tools.choose("channel")
    bench.drag(bench.at("P1"), bench.at("P2"))
    bench.assert_nothing_done(before)
    assert bench.selection.items == (ChannelItem("P1", "P2"),)
    assert bench.session.messages.isVisible()
    said = bench.session.messages.accessibleDescription()
    assert said == "P1 and P2 are already connected"


# Messages and snapshots


def test_that_the_message_tool_sends_at_the_playhead(bench):
    before = bench.scenario
    bench.session.playback.scrub(290_000)
    bench.tools.choose("message")
    bench.drag(bench.at("P2"), bench.at("P3"))
    assert bench.scenario.script[-1] == Send(290_000, "P2", "P3", {"amount": 10})
    assert bench.selection.items == (ActionItem(7),)
    assert bench.saved()["script"][7] == {
        "at_ms": 290, "action": "send", "from": "P2", "to": "P3", "payload": {"amount": 10},
    }  # fmt: skip
    bench.assert_one_entry(before, "Send P2 → P3")
    sent = bench.editor.run.trace
    assert sent.message_sent[-1] >= 0 and 290_000 in sent.message_sent


def test_that_a_message_brings_its_missing_channels_along(bench):
    before = bench.scenario
    bench.tools.choose("message")
    bench.drag(bench.at("P1"), bench.at("P3"))
    assert bench.channels()[8:] == [("P1", "P3"), ("P3", "P1")]
    bench.assert_one_entry(before, "Send P1 → P3")


def test_that_the_snapshot_tool_starts_one_at_the_process_that_is_clicked(bench):
    before = bench.scenario
    bench.session.playback.scrub(123_000)
    bench.tools.choose("snapshot")
    bench.click(bench.at("P3"))
    wanted = TakeSnapshot(123_000, bench.tools.protocol, "P3")
    assert bench.scenario.script[-1] == wanted
    bench.assert_one_entry(before, "Snapshot from P3")
    bench.click(bench.ground())
    assert bench.labels == ["Snapshot from P3"]


def test_that_the_crash_tool_crashes_the_process_clicked_and_then_restarts_it(bench):
    before = bench.scenario
    bench.session.playback.scrub(123_000)
    bench.tools.choose("crash")
    bench.click(bench.at("P3"))
    assert bench.scenario.script[-1] == Crash(123_000, "P3")
    bench.assert_one_entry(before, "Crash P3")
    bench.session.playback.scrub(200_000)
    bench.click(bench.at("P3"))
    assert bench.scenario.script[-1] == Restart(200_000, "P3")
    assert bench.labels == ["Crash P3", "Restart P3"]


# Menus and the delete key


def test_that_del_deletes_what_is_selected_here(bench):
    before = bench.scenario
    bench.click(bench.on_channel("P1", "P2"))
    bench.key(Qt.Key.Key_Delete)
    assert ("P1", "P2") not in bench.channels()
    bench.assert_one_entry(before, "Delete channel P1 → P2")
    bench.editor.undo()
    bench.click(bench.at("P4"))
    bench.key(Qt.Key.Key_Delete)
    assert [p.id for p in bench.scenario.processes] == ["P1", "P2", "P3"]


def test_that_who_adds_a_process_does_not_see_the_others_jump(open_window, qtbot):
    window = open_window()
    window.files.new()
    view = window.findChild(QWidget, "view.topology")
    before = view.where().centres[0]
    corner = QPoint(round(view.width() * 0.8), round(view.height() * 0.25))
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=corner)
    settle(window)
    assert view.where().centres[0] == pytest.approx(before, abs=0.5)
    assert view.where().centres[1] == pytest.approx((corner.x(), corner.y()), abs=2)
    window.findChild(QAction, "action.fit").trigger()
    assert view.where().centres[0] != pytest.approx(before, abs=0.5)
