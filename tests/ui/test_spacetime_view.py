"""The space-time widget: what it shows, and how hands move it."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from snapviz.diagram.spacetime import spacetime
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.render.export import export, export_view
from snapviz.render.surfaces import image
from snapviz.simulation import simulate
from snapviz.ui.spacetime.layers import Layers
from snapviz.ui.spacetime.range import SHORTEST_US, TimeRange
from snapviz.ui.spacetime.tooltips import describe, row_of
from snapviz.ui.spacetime.view import SpaceTimeView
from tests.diagram.sample_runs import lossy_run, ms, orphan_run, quiet_run, ring_run
from tests.render.pixels import as_array

SIZE = (900, 600)


@pytest.fixture
def view(qtbot):
    widget = SpaceTimeView()
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    widget.set_run(ring_run())
    widget.show()
    return widget


def rows_at(us, run=None):
    return int(np.searchsorted((run or ring_run()).trace.row_time, us, side="right"))


def difference(one, other) -> float:
    return float(np.abs(as_array(one).astype(int) - as_array(other)).max())


def wheel(widget, x, y, dy, modifiers=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(x, y), widget.mapToGlobal(QPointF(x, y)), QPoint(), QPoint(0, dy),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_that_what_is_exported_is_what_is_seen(qtbot, tmp_path):
    run = simulate(replace(ring_run().scenario, title=""))
    export(run, tmp_path / "a.png", caption=False)
    seen = export_view(run, caption=False)
    widget = SpaceTimeView()
    qtbot.addWidget(widget)
    widget.resize(int(seen.width), int(seen.height))
    widget.set_run(run)
    widget.set_future("shown")
    assert difference(widget.grab().toImage(), QImage(str(tmp_path / "a.png"))) <= 2


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("future", ["shown", "faint", "hidden"])
def test_that_the_widget_paints_its_display_list(view, theme, future):
    view.set_theme(theme)
    view.set_future(future)
    view.set_position(rows_at(ms(230)), ms(230))
    view.set_selected_row(3)
    view.set_visible_range(ms(50), ms(400))
    assert difference(view.grab().toImage(), image(view.picture(), theme)) <= 2


def test_that_moving_the_playhead_does_not_paint_the_still_part_again(view):
    view.set_position(rows_at(ms(100)), ms(100))
    view.grab()
    kept = view._layers._pixmap
    for us in range(ms(100), ms(480), ms(20)):
        view.set_position(rows_at(us), us)
        view.grab()
    assert view._layers._pixmap is kept
    view.zoom_in()
    view.grab()
    assert view._layers._pixmap is not kept


@pytest.mark.parametrize("future", ["shown", "faint", "hidden"])
def test_that_painting_only_what_changes_gives_the_whole_picture(view, future):
    view.set_future(future)
    layers, canvas = Layers(), QImage(*SIZE, QImage.Format.Format_RGB32)
    smaller = 0
    times = [*range(0, ms(480), ms(23)), ms(470), ms(30), ms(480), 0]
    for index, us in enumerate(times):
        chosen = (index % 9,) if index % 9 else ()
        shown = replace(view.view(), rows=rows_at(us), time_us=us, selected_rows=chosen)
        region = layers.show(ring_run(), shown, LIGHT, 1.0)
        painter = QPainter(canvas)
        if region is not None:
            painter.setClipRegion(region)
            smaller += 1
        layers.paint(painter)
        painter.end()
        assert difference(canvas, image(spacetime(ring_run(), shown), LIGHT)) <= 2, us
    assert smaller > len(times) / 2


def test_that_a_step_of_the_playhead_touches_little_of_the_picture(view):
    layers = Layers()
    for us in (ms(300), ms(304)):
        shown = replace(view.view(), rows=rows_at(us), time_us=us)
        region = layers.show(ring_run(), shown, LIGHT, 1.0)
    touched = sum(rect.width() * rect.height() for rect in region)
    assert 0 < touched < 0.1 * SIZE[0] * SIZE[1]


def test_that_with_a_hidden_future_cuts_appear_as_they_are_recorded(view):
    view.set_future("hidden")
    for us in (ms(150), ms(250), ms(480)):
        view.set_position(rows_at(us), us)
        assert difference(view.grab().toImage(), image(view.picture(), LIGHT)) <= 2


def test_that_it_has_the_names_that_scripts_and_screen_readers_use(view):
    assert view.objectName() == "view.spacetime"
    assert view.accessibleName()
    assert view.accessibleDescription()
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_that_the_whole_run_is_visible_at_first_and_after_fit(view):
    assert view.visible_range() == (0, ms(480))
    view.zoom_in()
    start, end = view.visible_range()
    assert end - start == pytest.approx(ms(480) / 1.25, abs=2)
    view.zoom_out()
    view.zoom_out()
    assert view.visible_range() == (0, ms(480))
    view.zoom_in()
    view.fit()
    assert view.visible_range() == (0, ms(480))


def test_that_zooming_keeps_the_time_under_the_pointer(view):
    x = view.place().x_of(ms(300))
    for _ in range(5):
        wheel(view, x, 300, 120, Qt.KeyboardModifier.ControlModifier)
    assert abs(view.place().us_at(x) - ms(300)) <= 2 / view.place().scale
    start, end = view.visible_range()
    assert end - start < ms(200)


def test_that_zooming_ends_at_the_shortest_range(view):
    for _ in range(80):
        view.zoom_in()
    start, end = view.visible_range()
    assert end - start == SHORTEST_US
    view.grab()


def test_that_the_wheel_moves_through_time_when_all_lanes_fit(view):
    view.set_visible_range(0, ms(200))
    wheel(view, 400, 300, -120)
    assert view.visible_range()[0] > 0
    wheel(view, 400, 300, 1200)
    assert view.visible_range() == (0, ms(200))


def test_that_the_wheel_scrolls_lanes_when_they_do_not_fit(view):
    view.set_run(quiet_run(100))
    before = view.place().lanes[50]
    wheel(view, 400, 300, -120)
    assert view.place().lanes[50] < before
    wheel(view, 400, 300, 12_000)
    assert view.place().lanes[50] == before


def test_that_dragging_the_background_pans(view):
    view.set_visible_range(ms(100), ms(300))
    spot = QPoint(300, 250)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spot)
    for step in range(1, 6):
        QTest.mouseMove(view, spot + QPoint(20 * step, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spot + QPoint(100, 0))
    moved = ms(100) - view.visible_range()[0]
    assert moved == pytest.approx(100 / view.place().scale, rel=0.02)


def test_that_a_click_on_the_axis_and_a_drag_move_the_playhead(view, qtbot):
    times = []
    view.time_dragged.connect(times.append)
    y = int(view.place().axis_y)
    x = int(view.place().x_of(ms(120)))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    QTest.mouseMove(view, QPoint(x + 60, y))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(x + 60, y))
    assert times[0] == view.place().us_at(x)
    assert times[-1] == view.place().us_at(x + 60)


def test_that_the_playhead_can_be_taken_in_the_plot(view):
    times = []
    view.time_dragged.connect(times.append)
    view.set_position(rows_at(ms(60)), ms(60))
    x = round(view.place().x_of(ms(60)))
    y = int((view.place().lanes[0] + view.place().lanes[1]) / 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(x + 2, y))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(x + 2, y))
    assert times == [view.place().us_at(x + 2)]


def test_that_a_click_on_an_event_selects_its_row_and_on_nothing_clears(view, qtbot):
    rows = []
    view.row_selected.connect(rows.append)
    run, place = ring_run(), view.place()
    row = int(run.event_rows[0])
    spot = QPointF(place.x_of(run.trace.row_time[row]), place.lanes[0]).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(120, int(place.lanes[0]) + 60))
    assert rows == [row, -1]


def test_that_a_message_selects_its_arrival_and_a_lost_one_its_send():
    from snapviz.diagram.spacetime import Hit

    run = ring_run()
    row = row_of(run, Hit("message", 0))
    assert run.trace.row_time[row] == ms(140)
    assert row_of(lossy_run(), Hit("message", 0)) == 0
    assert row_of(run, Hit("process", 1)) == row_of(run, None) == -1


def test_that_a_double_click_on_the_background_fits(view):
    view.set_visible_range(ms(100), ms(200))
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 545))
    assert view.visible_range() == (0, ms(480))


def test_that_keys_zoom_and_page(view):
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    start, end = view.visible_range()
    assert end - start < ms(480)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.visible_range()[0] > start
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.visible_range() == (0, ms(480))


def test_that_focus_by_keyboard_shows_and_by_mouse_does_not(view, qtbot):
    plain = view.grab().toImage()
    for reason, is_framed in (
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
    ):
        QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, reason))
        assert (difference(view.grab().toImage(), plain) > 50) == is_framed


def test_that_another_run_keeps_the_range_where_it_still_fits(view):
    view.set_visible_range(ms(100), ms(200))
    view.set_run(orphan_run())
    assert view.visible_range() == (ms(100), ms(200))
    view.set_run(quiet_run(2))  # 100 ms long
    assert view.visible_range() == (0, ms(100))
    view.fit()
    view.set_run(ring_run())
    assert view.visible_range() == (0, ms(480))


@pytest.mark.parametrize("make", [lambda: None, lambda: quiet_run(1), lambda: quiet_run(100)])
def test_that_empty_and_extreme_runs_are_shown(view, make):
    view.set_run(make())
    view.set_position(0, 0)
    view.grab()
    QTest.mouseMove(view, QPoint(300, 300))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    wheel(view, 300, 300, 120)
    wheel(view, 300, 300, 120, Qt.KeyboardModifier.ControlModifier)
    view.zoom_in()
    view.fit()
    view.grab()


def test_that_an_unknown_future_is_refused(view):
    with pytest.raises(ValueError, match="soon"):
        view.set_future("soon")


def test_that_tooltips_tell_what_it_is(view):
    from snapviz.diagram.spacetime import Hit

    run, shown = ring_run(), view.view()
    assert describe(run, Hit("message", 0), shown) == ("$30   P1 → P2\nsent 82 ms, received 140 ms")
    caught = describe(run, Hit("message", 2), shown)
    assert caught.endswith("in transit at the cut of S1")
    receive = row_of(run, Hit("message", 0))
    assert describe(run, Hit("event", receive), shown).startswith(
        "P2: receive, event 2\n140 ms, own clock 132 ms\n$30"
    )
    record = run.snapshots[0].records[0].row
    assert describe(run, Hit("record", record), shown).startswith("S1: P1 recorded its state")
    assert describe(run, Hit("process", 1), shown) == "P2\nclock −8 ms against true time"
    orphan = orphan_run().snapshots[0].verdict.orphans[0]
    assert "orphan of S1" in describe(orphan_run(), Hit("message", orphan), shown)
    assert "lost" in describe(lossy_run(), Hit("message", 0), shown)


def test_that_tooltips_do_not_tell_a_hidden_future(view):
    from snapviz.diagram.spacetime import Hit

    run = ring_run()
    view.set_future("hidden")
    view.set_position(2, ms(100))
    shown = view.view()
    assert describe(run, Hit("message", 4), shown) == ""
    assert describe(run, Hit("event", run.trace.row_count - 1), shown) == ""
    assert describe(run, Hit("record", run.snapshots[0].records[0].row), shown) == ""
    assert describe(run, Hit("message", 0), shown).endswith("sent 82 ms, under way")
    view.set_position(rows_at(ms(300)), ms(300))  # $40 has arrived, S1 is not complete
    told = describe(run, Hit("message", 2), view.view())
    assert "received 280 ms" in told and "S1" not in told
    view.set_position(run.trace.row_count, ms(480))
    assert describe(run, Hit("message", 2), view.view()).endswith("at the cut of S1")


def test_that_a_time_range_stays_inside_the_run():
    whole = TimeRange(1000)
    assert (whole.from_us, whole.to_us, whole.is_whole) == (0, 1000, True)
    assert whole.showing(-500, 300) == TimeRange(1000, 0, 800)
    assert whole.showing(900, 1400) == TimeRange(1000, 500, 1000)
    assert whole.showing(400, 400) == TimeRange(1000, 400, 500)
    assert whole.moved(10**9) == whole
    assert TimeRange(50).showing(10, 20) == TimeRange(50)
    assert TimeRange(0).zoomed(0.5, 0) == TimeRange(0)
