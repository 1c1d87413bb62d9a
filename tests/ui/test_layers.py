"""Painting only what changed gives the whole picture, whatever lies over it."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from snapviz.diagram.spacetime import Draft, Ghost, Hit, View, spacetime
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.render.surfaces import image
from snapviz.ui.spacetime import rough, strokes
from snapviz.ui.spacetime.layers import Layers
from tests.diagram.sample_runs import ms, ring_run
from tests.render.pixels import as_array

SIZE = (760, 460)
CUT = (ms(150), ms(290), ms(240), ms(300))
STATES = (
    {"selected_rows": (3,)},
    {"selected_rows": (3, 8), "selected_messages": (1, 4), "grips": True},
    {"selected_messages": (4,), "selected_processes": (1, 2), "hot": Hit("label", 0)},
    {"hot": Hit("message", 2), "grips": True},
    {"hot": Hit("process", 2), "hot_us": ms(60)},
    {"hot": Hit("process", 2), "hot_us": ms(62)},
    {"hot": Hit("clock", 2), "grips": True},
    {"hot": Hit("badge", 0), "ghost": Ghost(2, ms(330), "crash")},
    {"ghost": Ghost(2, ms(334), "snapshot")},
    {"draft": Draft(0, ms(90), None, 0, 300.0, 200.0)},
    {"draft": Draft(0, ms(90), None, 0, 310.0, 260.0), "hot": Hit("head", 3)},
    {"draft": Draft(0, ms(90), 1, ms(150))},
    {"cone_row": 12},
    {"future": "shown", "rows": 12, "time_us": ms(150)},
    {"rows": 12, "time_us": ms(150)},
    {"cone_row": 12, "rows": 20, "time_us": ms(250)},
    {"cone_row": 12, "rows": 21, "time_us": ms(262), "hot": Hit("event", 3)},
    {"cone_row": 3, "rows": 21, "time_us": ms(262)},
    {"path_rows": (0, 3, 12, 20, 26)},
    {"hand_cut": CUT, "hot": Hit("cut", 1)},
    {"hand_cut": (ms(150), ms(200), ms(240), ms(300))},
    {"hand_cut": CUT, "cone_row": 12, "future": "hidden", "rows": 20, "time_us": ms(250)},
    {},
)


def difference(one, other) -> float:
    return float(np.abs(as_array(one).astype(int) - as_array(other)).max())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_every_change_is_painted(theme, qapp):
    layers, canvas = Layers(), QImage(*SIZE, QImage.Format.Format_RGB32)
    partly = 0
    for state in (*STATES, *STATES[::-3]):
        shown = replace(View(*SIZE), **state)
        region = layers.show(ring_run(), shown, theme, 1.0)
        painter = QPainter(canvas)
        if region is not None:
            painter.setClipRegion(region)
            partly += 1
        layers.paint(painter)
        painter.end()
        assert difference(canvas, image(spacetime(ring_run(), shown), theme)) <= 2, state
    assert partly > len(STATES) / 2


def test_that_nothing_laid_over_the_still_part_paints_it_again(qapp):
    layers, canvas = Layers(), QImage(*SIZE, QImage.Format.Format_RGB32)
    kept = None
    for state in STATES:
        if state.get("future") == "hidden":
            continue
        layers.show(ring_run(), replace(View(*SIZE), **state), LIGHT, 1.0)
        painter = QPainter(canvas)
        layers.paint(painter)
        painter.end()
        kept = kept or layers._pixmap
        assert layers._pixmap is kept, state


def test_that_a_heavy_picture_is_painted_in_slices_and_then_whole(qapp, monkeypatch):
    monkeypatch.setattr(rough, "HEAVY", 3)
    monkeypatch.setattr(strokes, "BATCH", 7)
    layers, canvas = Layers(), QImage(*SIZE, QImage.Format.Format_RGB32)

    def painted() -> QImage:
        painter = QPainter(canvas)
        layers.paint(painter)
        painter.end()
        return canvas

    views = [View(*SIZE), View(*SIZE, cone_row=12), View(*SIZE, to_us=ms(300), cone_row=12)]
    for view in views:
        layers.show(ring_run(), view, LIGHT, 1.0)
        painted()
        slices = 0
        while layers.awaits_refining:
            slices += 1
            layers.refine(0.0)
        assert slices > 5 or view is views[1]
        whole = image(spacetime(ring_run(), view), LIGHT)
        assert difference(painted(), whole) <= 2, view


def test_that_another_view_is_never_shown_with_strokes_of_the_one_before(qapp, monkeypatch):
    monkeypatch.setattr(rough, "HEAVY", 3)
    monkeypatch.setattr(strokes, "BATCH", 7)
    layers, canvas = Layers(), QImage(*SIZE, QImage.Format.Format_RGB32)
    for to_us in (None, ms(200)):
        layers.show(ring_run(), View(*SIZE, to_us=to_us), LIGHT, 1.0)
        painter = QPainter(canvas)
        layers.paint(painter)
        painter.end()
        for _ in range(4):
            assert not layers.refine(0.0)
    while layers.awaits_refining:
        layers.refine(0.0)
    painter = QPainter(canvas)
    layers.paint(painter)
    painter.end()
    exact = image(spacetime(ring_run(), View(*SIZE, to_us=ms(200))), LIGHT)
    assert difference(canvas, exact) <= 2


def test_that_a_cone_is_painted_once_while_the_playhead_moves(qapp):
    layers, canvas = Layers(), QImage(*SIZE, QImage.Format.Format_RGB32)
    lit = set()
    for step in range(5):
        view = View(*SIZE, cone_row=12, rows=20, time_us=ms(250 + step))
        layers.show(ring_run(), view, LIGHT, 1.0)
        painter = QPainter(canvas)
        layers.paint(painter)
        painter.end()
        lit.add(id(layers._lit_pixmap))
    assert len(lit) == 1
