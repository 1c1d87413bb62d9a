"""Selecting, hovering, menus and keys in the topology."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from snapviz.diagram.theme import DARK
from snapviz.diagram.topology_over import hit
from snapviz.scenario import edits
from snapviz.scenario.model import Channel
from snapviz.ui.selection import ChannelItem, MessageItem, ProcessItem
from snapviz.ui.topology.tooltips import describe
from tests.ui.topology_bench import ALT, CTRL, TopologyBench, bench_on

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


# Selecting


def test_that_a_click_selects_a_process_and_one_on_the_ground_clears(bench):
    bench.click(bench.at("P2"))
    assert bench.selection.items == processes("P2")
    assert bench.view.over().processes == (1,)
    bench.click(bench.ground())
    assert bench.selection.items == ()
    assert bench.labels == []


def test_that_ctrl_and_click_toggles(bench):
    bench.click(bench.at("P2"))
    bench.click(bench.at("P4"), CTRL)
    bench.click(bench.at("P2"), CTRL)
    assert bench.selection.items == processes("P4")
    bench.click(bench.ground(), CTRL)
    assert bench.selection.items == processes("P4")


@pytest.mark.parametrize("ends", [("P1", "P2"), ("P2", "P1"), ("P3", "P4")])
def test_that_opposite_channels_are_told_apart(bench, ends):
    bench.click(bench.on_channel(*ends))
    assert bench.selection.items == (ChannelItem(*ends),)
    number = bench.scenario.channel_index()[ends]
    assert bench.view.over().channels == (number,)


def test_that_a_channel_behind_a_process_is_clicked_where_it_bends(bench):
    channel = Channel("P1", "P3")
    line = {f"P{n}": (float(n), 0.0) for n in (1, 2, 3, 4)}
    bench.editor.edit(lambda s: edits.moved(edits.with_channel(s, channel), line), "x")
    bench.click(bench.at("P2"))
    assert bench.selection.items == processes("P2")
    spot = bench.on_channel("P1", "P3")
    assert abs(spot.y() - bench.at("P2").y()) > bench.view.where().radius
    bench.click(spot)
    assert bench.selection.items == (ChannelItem("P1", "P3"),)


def test_that_a_channel_is_hit_within_six_pixels_on_its_own_side(bench):
    bench.editor.edit(lambda s: edits.without_channels(s, [("P2", "P1")]), "x")
    laid = bench.view.laid()
    (x1, y1), (x2, y2) = laid.ways[0]
    x, y, length = (x1 + x2) / 2, (y1 + y2) / 2, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    across = ((y2 - y1) / length, (x1 - x2) / length)
    assert hit(laid, x + 5.5 * across[0], y + 5.5 * across[1]) == ("channel", 0)
    assert hit(laid, x + 7 * across[0], y + 7 * across[1]) is None


def test_that_a_message_on_its_way_can_be_selected(bench):
    bench.session.playback.scrub(110_000)
    (dot,) = bench.view.picture().about("message", 0)
    bench.click(QPoint(round(dot.cx), round(dot.cy)))
    assert bench.selection.items == (MessageItem("P1", "P2", 0),)
    assert list(bench.view.picture().about("selected-message", 0))


def test_that_a_rubber_band_selects_the_processes_it_touches(bench):
    left = bench.at("P4")
    bench.press(bench.ground())
    bench.move(QPoint(60, 60))
    assert bench.view.over().band == (6, 6, 60, 60)
    bench.move(bench.at("P1"))
    assert bench.view.over().caught == (0,)
    spot = QPoint(bench.at("P1").x(), left.y())
    bench.move(spot)
    assert bench.view.over().caught == (0, 3)
    bench.release(spot)
    assert bench.selection.items == processes("P1", "P4")
    assert bench.view.over().band is None
    bench.drag(QPoint(bench.view.width() - 4, 6), bench.at("P2"), CTRL)
    assert bench.selection.items == processes("P1", "P4", "P2")


def test_that_a_rubber_band_off_all_processes_selects_channels(bench):
    middle = bench.on_channel("P1", "P2")
    bench.drag(middle + QPoint(14, -14), middle - QPoint(14, -14))
    assert bench.selection.items == (ChannelItem("P1", "P2"), ChannelItem("P2", "P1"))


def test_that_escape_ends_a_rubber_band_and_then_clears_the_selection(bench):
    bench.click(bench.at("P2"))
    bench.press(bench.ground())
    bench.move(bench.at("P1"))
    bench.key(Key.Key_Escape)
    assert bench.view.over().band is None
    bench.release(bench.at("P1"))
    assert bench.selection.items == processes("P2")
    bench.key(Key.Key_Escape)
    assert bench.selection.items == ()


def test_that_what_is_selected_elsewhere_is_shown_here(bench):
    bench.selection.set(ProcessItem("P3"), ChannelItem("P4", "P1"), ProcessItem("gone"))
    picture = bench.view.picture()
    assert list(picture.about("selected-process", 2))
    channel = bench.scenario.channel_index()["P4", "P1"]
    assert list(picture.about("selected", channel))
    bench.editor.edit(lambda s: edits.without_processes(s, ["P3"]), "x")
    assert bench.view.over().processes == ()


def test_that_selecting_all_marks_all(bench):
    bench.session.actions["selectAll"].trigger()
    assert bench.view.over().processes == (0, 1, 2, 3)


# Hovering


def test_that_the_pointer_says_what_a_press_would_do(bench):
    shapes = Qt.CursorShape
    for spot, shape in (
        (bench.at("P1"), shapes.OpenHandCursor),
        (bench.on_channel("P1", "P2"), shapes.PointingHandCursor),
        (bench.ground(), shapes.ArrowCursor),
    ):
        bench.hover(spot)
        assert bench.view.cursor().shape() == shape
    bench.hover(bench.at("P1"))
    assert bench.view.over().hot == ("process", 0)
    QApplication.sendEvent(bench.view, QEvent(QEvent.Type.Leave))
    assert bench.view.over().hot is None


def test_that_hovering_does_not_build_the_still_layer_anew(bench):
    bench.session.playback.scrub(50_000)
    bench.view.grab()
    kept = bench.view._ground.pixmap
    for process in ("P1", "P2", "P3"):
        bench.hover(bench.at(process))
        bench.view.grab()
    assert bench.view._ground.pixmap is kept
    bench.session.playback.scrub(100_000)
    bench.view.grab()
    assert bench.view._ground.pixmap is kept


def told(bench, spot) -> str:
    found = bench.view.hit(spot.toPointF())
    return describe(bench.view.run, found, bench.view._rows, bench.view.time_us)


def test_that_tooltips_tell_how_things_are_at_the_playhead(bench):
    bench.session.playback.scrub(110_000)
    text = told(bench, bench.at("P1"))
    assert text.split("\n") == ["P1", "$970", "clock +0 ms against true time"]
    spot = bench.on_channel("P2", "P1")
    lines = told(bench, spot).split("\n")
    assert lines == ["P2 → P1", "FIFO", "uniform delay 40–80 ms", "0 messages in transit"]
    (dot,) = bench.view.picture().about("message", 0)
    assert told(bench, QPoint(round(dot.cx), round(dot.cy))).startswith("$30   P1 → P2")


def test_that_tooltips_name_the_faults_of_a_channel(bench):
    faults = {"fifo": False, "loss": 0.25, "duplication": 0.1}
    bench.editor.edit(lambda s: edits.replace_channel(s, "P1", "P2", **faults), "x")
    bench.session.playback.scrub(0)
    lines = told(bench, bench.on_channel("P1", "P2")).split("\n")
    assert lines[1] == "not FIFO: messages may overtake one another"
    assert lines[3] == "loses 25 % of the messages · delivers 10 % twice"


def test_that_the_tooltip_is_shown_where_the_pointer_rests(bench):
    spot = bench.at("P1")
    event = QHelpEvent(QEvent.Type.ToolTip, spot, bench.view.mapToGlobal(spot))
    QApplication.sendEvent(bench.view, event)
    assert QToolTip.text().startswith("P1")
    QToolTip.hideText()


# Menus


def menu_at(bench, spot: QPoint) -> QMenu:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, spot, bench.view.mapToGlobal(spot), Qt.NoModifier
    )
    QApplication.sendEvent(bench.view, event)
    menu = bench.view.findChild(QMenu, "topology.menu")
    assert menu.isVisible()
    return menu


def test_that_menus_offer_the_commands_of_the_window(bench):
    actions = bench.session.actions
    menu = menu_at(bench, bench.at("P2"))
    assert bench.selection.items == processes("P2")
    for name in ("rename", "takeSnapshot", "delete", "duplicate"):
        assert actions[name] in menu.actions()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    menu = menu_at(bench, bench.ground())
    assert actions["paste"] in menu.actions() and actions["rename"] not in menu.actions()
    menu.close()


def test_that_the_menu_of_a_channel_switches_fifo_off(bench):
    before = bench.scenario
    menu = menu_at(bench, bench.on_channel("P1", "P2"))
    fifo = next(a for a in menu.actions() if a.objectName() == "topology.fifo")
    assert fifo.isChecked()
    fifo.trigger()
    menu.close()
    assert not bench.scenario.channels[0].fifo
    assert bench.labels == ["Change order of P1 → P2"]
    assert bench.scenario != before


def test_that_a_process_is_added_where_the_menu_was_asked_for(bench):
    spot = bench.ground()
    wanted = bench.view.where().position_of(spot.x(), spot.y())
    menu = menu_at(bench, spot)
    next(a for a in menu.actions() if a.objectName() == "topology.addHere").trigger()
    menu.close()
    assert bench.position("P5") == pytest.approx(wanted, abs=1e-3)


# The keyboard


def test_that_alt_and_arrows_nudge_what_is_selected_in_one_entry(bench):
    shown = edits.positioned(bench.scenario)
    bench.selection.set(*processes("P1", "P2"))
    for _ in range(3):
        bench.key(Key.Key_Right, ALT)
    bench.key(Key.Key_Down, ALT)
    assert bench.labels == ["Move P1, P2"]
    for index, name in enumerate(("P1", "P2")):
        x, y = shown.processes[index].position
        moved = bench.position(name)
        assert moved[0] - x > 2 * (moved[1] - y) > 0
    bench.editor.undo()
    assert bench.scenario.processes[0].position is None


def test_that_up_and_down_go_from_one_thing_to_the_next(bench):
    bench.key(Key.Key_Down)
    bench.key(Key.Key_Down)
    assert bench.selection.items == processes("P2")
    bench.key(Key.Key_Up)
    bench.key(Key.Key_Up)
    assert bench.selection.items == (ChannelItem("P4", "P3"),)


def test_that_only_the_keyboard_brings_a_focus_frame(bench):
    bench.click(bench.ground())
    without = bench.view.grab().toImage()
    bench.session.messages.setFocus()
    bench.view.clearFocus()
    bench.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert bench.view.grab().toImage() != without
    bench.click(bench.ground())
    assert bench.view.grab().toImage() == without
    bench.view.clearFocus()
    bench.view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert bench.view.grab().toImage() == without


def test_that_deleting_works_in_the_real_window(whole):
    before = whole.scenario
    whole.click(whole.on_channel("P1", "P2"))
    whole.key(Key.Key_Delete)
    assert ("P1", "P2") not in whole.channels()
    whole.assert_one_entry(before, "Delete channel P1 → P2")


def test_that_a_drag_and_its_undo_work_in_the_real_window(whole, trigger):
    before = whole.scenario
    whole.drag(whole.at("P3"), whole.at("P3") + QPoint(-30, -20))
    assert whole.labels == ["Move P3"]
    assert whole.saved()["processes"][2]["position"] == list(whole.position("P3"))
    trigger(whole.window, "undo")
    assert whole.scenario == before
    trigger(whole.window, "redo")
    assert whole.scenario.processes[2].position is not None


def test_that_another_theme_and_a_hundred_processes_are_shown(qtbot, write, tmp_path):
    names = [f"P{n}" for n in range(1, 101)]
    ring = [{"from": a, "to": b} for a, b in zip(names, names[1:] + names[:1], strict=True)]
    content = {
        "format": "snapviz/scenario", "version": 1,
        "processes": [{"id": name} for name in names], "channels": ring,
    }  # fmt: skip
    bench = bench_on(qtbot, write, tmp_path, content)
    bench.view.set_theme(DARK)
    bench.view.grab()
    bench.click(bench.at("P50"))
    assert bench.selection.items == processes("P50")
    assert told(bench, bench.at("P50")).startswith("P50")
    bench.drag(bench.at("P50"), bench.at("P50") + QPoint(0, 60))
    assert bench.labels == ["Move P50"]
