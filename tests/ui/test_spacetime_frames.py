"""Answers to the mouse once in a frame, pictures in haste, and what tooltips tell."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from snapviz import editing
from snapviz.diagram.display_list import Shade
from snapviz.diagram.spacetime import Hit
from snapviz.diagram.theme import LIGHT
from snapviz.render.surfaces import image
from snapviz.scenario.model import Pin, Workload
from snapviz.ui.spacetime.frames import FRAME_MS, Frames
from snapviz.ui.spacetime.rough import HEAVY, rough_scene, rough_still, scene_of
from snapviz.ui.spacetime.tooltips import describe
from tests.render.pixels import as_array
from tests.ui.spacetime_bench import Bench, banks, ms


@pytest.fixture
def crowd(qtbot):
    """A bank with many messages in view."""
    return Bench(qtbot, banks(script=(), workload=Workload("bank"), duration_us=ms(9_000)))


def test_that_of_many_requests_in_a_frame_the_first_and_the_last_are_done(qtbot):
    frames, done = Frames(), []
    for number in range(5):
        frames.request(lambda n=number: done.append(n))
    assert done == [0]
    qtbot.waitUntil(lambda: done == [0, 4], timeout=50 * FRAME_MS)


def test_that_what_was_dropped_is_not_done(qtbot):
    frames, done = Frames(), []
    frames.request(lambda: done.append("at once"))
    frames.request(lambda: done.append("at the end of the frame"))
    frames.drop()
    QTest.qWait(3 * FRAME_MS)
    assert done == ["at once"]
    frames.request(lambda: done.append("a"))
    frames.request(lambda: done.append("b"))
    frames.flush()
    frames.flush()
    assert done == ["at once", "a", "b"]


def haste(view) -> int:
    """How far the widget is from its display list, painted well."""
    seen, exact = view.grab().toImage(), image(view.picture(), LIGHT)
    return int(abs(as_array(seen).astype(int) - as_array(exact)).max())


def test_that_a_large_run_is_drawn_roughly_while_held_and_well_afterwards(crowd, qtbot):
    view = crowd.view

    def is_fine() -> bool:
        return haste(view) <= 2

    assert crowd.editor.run.trace.message_count > HEAVY
    view.set_visible_range(ms(100), ms(8_900))
    assert haste(view) > 60  # at once, to be made better in the next turns of the event loop
    qtbot.waitUntil(is_fine)
    spot = crowd.at(1, 4_000, 60)
    crowd.press(spot)
    crowd.move(spot + QPoint(40, 0))
    qtbot.wait(5 * FRAME_MS)
    assert haste(view) > 60
    crowd.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(is_fine)
    crowd.release(spot)
    crowd.press(spot)
    crowd.move(spot + QPoint(40, 0))
    crowd.move(spot + QPoint(20, 0))
    assert haste(view) > 60
    crowd.release(spot + QPoint(20, 0))  # nothing moves any more
    qtbot.waitUntil(is_fine)


def test_that_a_rough_picture_is_one_raster_and_a_small_run_has_none(crowd, qtbot):
    view = replace(crowd.view.view(), grips=False)
    drawn, is_heavy = rough_scene(scene_of(crowd.editor.run, view))
    rough = rough_still(crowd.editor.run, view)
    assert is_heavy
    assert [type(item) for item in rough.about("messages")] == [Shade]
    assert not list(rough.about("message"))
    small = Bench(qtbot, banks())
    drawn, is_heavy = rough_scene(scene_of(small.editor.run, small.view.view()))
    found = rough_still(small.editor.run, small.view.view(), drawn)
    assert list(found.about("message")) and not is_heavy
    assert rough_still(None, view).items


def test_that_tooltips_tell_what_a_hand_can_do_there(qtbot):
    bench = Bench(qtbot, banks(delays=(Pin("P1", "P2", 0, ms(100)),)))
    run, shown = bench.editor.run, bench.view.view()
    head = describe(run, Hit("head", 0), shown)
    assert head.startswith("P2: receive, event 1\n140 ms")
    assert head.endswith("pinned: double-click to let the channel decide again")
    assert describe(run, Hit("head", 1), shown).endswith("drag along the line to change the delay")
    marker = describe(run, Hit("head", 2), shown)
    assert marker.startswith("marker of S1")
    assert describe(run, Hit("label", 1), shown) == describe(run, Hit("process", 1), shown)
    assert describe(run, Hit("clock", 1), shown).endswith("set the clock at the start")
    row = next(r for r in range(run.trace.row_count) if editing.action_of_row(run, r) == 2)
    assert describe(run, Hit("clock-set", row), shown).startswith("P3: clock set\n220 ms")
    assert describe(run, Hit("badge", 0), shown) == "S1   Chandy–Lamport\nstarted 260 ms"
    bench.view.set_hand_cut(True)
    assert describe(run, Hit("cut", 1), bench.view.view()).startswith("P2: 200 ms")
