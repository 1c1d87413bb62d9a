"""A panned picture is moved, not painted again, and has every pixel of one that was."""

from __future__ import annotations

import weakref
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from snapviz.diagram import scene as scenes
from snapviz.diagram import sums as tables
from snapviz.diagram.facts import facts
from snapviz.diagram.spacetime import View, layout, moving, still
from snapviz.diagram.sums import Sums
from snapviz.diagram.theme import DARK, LIGHT
from snapviz.render.painter import paint
from snapviz.ui.spacetime import layers as module
from snapviz.ui.spacetime import rough
from snapviz.ui.spacetime.layers import Layers
from tests.diagram.failing_runs import banks_run
from tests.diagram.sample_runs import crowded_run, dense_run, lossy_run, ms, snapped_run
from tests.render.pixels import as_array

SIZE = (700, 420)
NEARLY = 6  # of 255: a cut may be a hair beside its place
STEPS = (1, 5, -1, -40, 230, 0, 3, -3, 500, -200, 2, 2, 2, -7)


@pytest.fixture
def slides(monkeypatch):
    """Whether each picture was moved."""
    told = []
    slide = module.slide

    def listening(*given) -> bool:
        told.append(slide(*given))
        return told[-1]

    monkeypatch.setattr(module, "slide", listening)
    return told


def painted(layers: Layers, run, view: View, theme, ratio: float) -> np.ndarray:
    layers.show(run, view, theme, ratio)
    canvas = QImage(*(round(side * ratio) for side in SIZE), QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    painter = QPainter(canvas)
    layers.paint(painter)
    painter.end()
    return as_array(canvas)


def panned(run, span_us: int, view: View):
    """Views panned by so many pixels each."""
    from_us, place = ms(300), layout(run, view)
    for pixels in STEPS:
        from_us += round(pixels * span_us / (place.plot.right - place.plot.left))
        from_us = min(max(from_us, 0), run.until_us - span_us)
        yield replace(view, from_us=from_us, to_us=from_us + span_us)


@pytest.mark.parametrize("limit", [100, 25_000], ids=["counted", "followed"])
@pytest.mark.parametrize(
    ("theme", "ratio", "view"),
    [
        (LIGHT, 1.0, View(*SIZE)),
        (DARK, 2.0, View(*SIZE, title="A crowd", legend=False)),
        (LIGHT, 1.0, View(*SIZE, lane_minimum=150.0, scroll=70.0)),
    ],
)
def test_that_a_panned_crowd_is_the_one_painted_anew(
    limit, theme, ratio, view, slides, monkeypatch, qapp
):
    monkeypatch.setattr(scenes, "SLANTED", limit)
    monkeypatch.setattr(scenes, "COARSE", limit)
    monkeypatch.setattr(scenes, "HEADED", 50)
    run, layers = crowded_run(), Layers()
    for shown in panned(run, ms(1703), view):
        found = painted(layers, run, shown, theme, ratio)
        assert (found == painted(Layers(), run, shown, theme, ratio)).all(), shown.from_us
    assert slides.count(True) >= len(STEPS) - 4


@pytest.mark.parametrize(
    ("limit", "loss", "view"),
    [
        (100, 0.0, View(*SIZE)),
        (100, 0.02, View(*SIZE, votes=False)),
        (25_000, 0.0, View(*SIZE, votes=False)),
        (25_000, 0.02, View(*SIZE)),
    ],
    ids=["counted", "counted, lossy", "followed", "followed, lossy"],
)
def test_that_cuts_and_checkpoints_move_with_a_crowd(limit, loss, view, slides, monkeypatch, qapp):
    monkeypatch.setattr(scenes, "SLANTED", limit)
    monkeypatch.setattr(scenes, "COARSE", limit)
    monkeypatch.setattr(scenes, "HEADED", 50)
    run, layers = snapped_run(loss), Layers()
    assert len(run.snapshots) == 4 and run.trace.checkpoints
    views = [*panned(run, ms(1703), view)][:10]
    for shown in views:
        found = painted(layers, run, shown, LIGHT, 1.0).astype(int)
        anew = painted(Layers(), run, shown, LIGHT, 1.0)
        assert np.abs(found - anew).max() <= NEARLY, shown.from_us
    seen = {item.subject[0] for item in still(run, views[0]).items if item.subject}
    assert {"cut", "record", "mark", "snapshot"} <= seen
    assert loss or "past" in seen
    assert slides.count(True) >= 4


def test_that_a_picture_in_haste_moves_too(slides, qapp):
    run, layers = crowded_run(), Layers()
    for number, shown in enumerate(panned(run, ms(300), View(*SIZE))):
        found = painted(layers, run, shown, LIGHT, 1.0)
        assert layers.awaits_refining
        assert (found == painted(Layers(), run, shown, LIGHT, 1.0)).all(), number
    assert slides.count(True) >= len(STEPS) - 4


@pytest.mark.parametrize("limit", [100, 25_000], ids=["counted", "followed"])
def test_that_many_cuts_are_there_at_once_and_good_when_there_is_time(
    limit, slides, monkeypatch, qapp
):
    monkeypatch.setattr(scenes, "SLANTED", limit)
    monkeypatch.setattr(scenes, "COARSE", limit)
    monkeypatch.setattr(scenes, "HEADED", 50)
    monkeypatch.setattr(rough, "MANY_SIGNS", 10)
    run, layers, view = snapped_run(), Layers(), View(*SIZE)
    views = [*panned(run, ms(1703), view)][:10]
    for shown in views[:5]:
        found = painted(layers, run, shown, LIGHT, 1.0).astype(int)
        assert layers.awaits_refining
        assert np.abs(found - painted(Layers(), run, shown, LIGHT, 1.0)).max() <= NEARLY
    assert slides.count(True) >= 2
    refined(layers)
    good = painted(layers, run, views[4], LIGHT, 1.0)
    assert (good == as_array(picture(run, views[4]))).all()
    # A good one that is panned stays good.
    slides.clear()
    for shown in views[5:]:
        found = painted(layers, run, shown, LIGHT, 1.0).astype(int)
        if slides and slides[-1]:
            assert not layers.awaits_refining
            assert np.abs(found - as_array(picture(run, shown))).max() <= NEARLY
        refined(layers)
    assert slides.count(True) >= 2


@pytest.mark.parametrize("cuts", [False, True], ids=["plain", "with cuts"])
def test_that_long_messages_are_counted_until_there_is_time_to_follow_them(
    cuts, slides, monkeypatch, qapp
):
    monkeypatch.setattr(scenes, "HEADED", 50)
    monkeypatch.setattr(rough, "STROKES", 1000)
    monkeypatch.setattr(scenes, "SLANTED", 100)
    run, layers = (snapped_run if cuts else crowded_run)(), Layers()
    view = View(*SIZE, from_us=ms(700), to_us=ms(1500))
    monkeypatch.setattr(tables, "BINS", (200, 200))
    monkeypatch.setattr(facts(run), "sums", Sums(facts(run)), raising=False)
    rough_one = painted(layers, run, view, LIGHT, 1.0)
    assert layers.awaits_refining
    refined(layers)
    good = as_array(picture(run, view)).astype(int)
    unlike = np.abs(painted(layers, run, view, LIGHT, 1.0) - good)
    assert unlike.max() <= (NEARLY if cuts else 0)
    assert (rough_one != good).any()
    inked = [(255 - some[80:300, 100:600].astype(int)).mean() for some in (rough_one, good)]
    assert 0.6 < inked[0] / inked[1] < 1.6


def test_that_no_counts_are_made_for_the_picture_of_a_run_that_is_not_large(monkeypatch, qapp):
    monkeypatch.setattr(scenes, "HEADED", 50)
    for module_ in (scenes, rough):
        monkeypatch.setattr(module_, "STROKES", 1000)
    run = crowded_run.__wrapped__()
    painted(Layers(), run, View(*SIZE, from_us=ms(700), to_us=ms(1500)), LIGHT, 1.0)
    assert "sums" not in vars(facts(run))


def refined(layers: Layers) -> None:
    while layers.awaits_refining:
        layers.refine(0.0)


def picture(run, view: View) -> QImage:
    canvas = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    for drawn in (still(run, view), moving(run, view)):
        paint(drawn, painter, LIGHT)
    painter.end()
    return canvas


def test_that_the_picture_of_the_whole_run_is_kept(monkeypatch, qapp):
    monkeypatch.setattr(scenes, "SLANTED", 100)
    monkeypatch.setattr(scenes, "COARSE", 100)
    monkeypatch.setattr(scenes, "HEADED", 50)
    made = []
    real = module.rough_still
    monkeypatch.setattr(module, "rough_still", lambda *given: made.append(given) or real(*given))
    run, layers, view = crowded_run(), Layers(), View(*SIZE)
    part = replace(view, from_us=0, to_us=ms(1500))
    first = painted(layers, run, view, LIGHT, 1.0)
    for other in (part, replace(part, from_us=ms(30), to_us=ms(1530))):
        painted(layers, run, other, LIGHT, 1.0)
        count = len(made)
        assert (painted(layers, run, view, LIGHT, 1.0) == first).all()
        assert len(made) == count
    dark = painted(layers, run, view, DARK, 1.0)
    assert (dark == painted(Layers(), run, view, DARK, 1.0)).all()
    again = painted(layers, snapped_run(), view, DARK, 1.0)
    assert (again == painted(Layers(), snapped_run(), view, DARK, 1.0)).all()


def test_that_the_picture_of_the_whole_run_is_kept_as_it_is_painted_well(monkeypatch, qapp):
    monkeypatch.setattr(scenes, "SLANTED", 100)
    monkeypatch.setattr(scenes, "HEADED", 50)
    monkeypatch.setattr(rough, "MANY_SIGNS", 10)
    run, layers, view = snapped_run(), Layers(), View(*SIZE)
    part = replace(view, from_us=0, to_us=ms(1500))
    for is_patient in (False, True):
        painted(layers, run, view, LIGHT, 1.0)
        assert scenes.scene(run, view).crowd and layers.awaits_refining
        if is_patient:
            refined(layers)
        painted(layers, run, part, LIGHT, 1.0)
        back = painted(layers, run, view, LIGHT, 1.0)
        assert layers.awaits_refining != is_patient
    assert (back == as_array(picture(run, view))).all()


def test_that_nothing_is_kept_of_the_run_before(qapp):
    run, layers, view = crowded_run.__wrapped__(), Layers(), View(*SIZE)
    painted(layers, run, view, LIGHT, 1.0)
    before = weakref.ref(run)
    del run
    layers.show(snapped_run(), view, LIGHT, 1.0)
    assert before() is None


@pytest.mark.parametrize("make", [dense_run, lossy_run, banks_run])
def test_that_what_does_not_only_move_is_painted_again(make, monkeypatch, slides, qapp):
    monkeypatch.setattr(scenes, "HEADED", 5)
    run, layers = make(), Layers()
    span = run.until_us // 3
    for from_us in range(0, run.until_us - span, span // 5):
        view = View(*SIZE, from_us=from_us, to_us=from_us + span)
        found = painted(layers, run, view, LIGHT, 1.0)
        assert (found == painted(Layers(), run, view, LIGHT, 1.0)).all(), from_us


def test_that_another_zoom_size_theme_or_run_is_painted_as_a_whole(slides, monkeypatch, qapp):
    monkeypatch.setattr(scenes, "HEADED", 50)
    run, layers, view = crowded_run(), Layers(), View(*SIZE, to_us=ms(1500))
    painted(layers, run, view, LIGHT, 1.0)
    moved = replace(view, from_us=ms(30), to_us=ms(1530))
    for shown, theme, ratio in (
        (replace(view, to_us=ms(1501)), LIGHT, 1.0),
        (replace(moved, to_us=ms(1531)), DARK, 1.0),
        (replace(moved, scroll=9.0, lane_minimum=200.0), DARK, 1.0),
        (replace(moved, from_us=ms(40), to_us=ms(1540)), DARK, 1.5),
    ):
        found = painted(layers, run, shown, theme, ratio)
        assert (found == painted(Layers(), run, shown, theme, ratio)).all()
    assert not any(slides)
