"""The topology widget."""

import numpy as np
import pytest

from snapviz.diagram.theme import DARK, LIGHT
from snapviz.diagram.topology import topology
from snapviz.render.surfaces import image
from snapviz.scenario.model import Scenario
from snapviz.simulation import simulate
from snapviz.ui.spacetime import strokes
from snapviz.ui.topology import ground
from snapviz.ui.topology.view import TopologyView
from tests.diagram.sample_runs import crowded_run, ms, quiet_run, ring_run
from tests.engine.worlds import mesh, processes
from tests.render.pixels import as_array, is_near


@pytest.fixture
def view(qtbot):
    widget = TopologyView()
    qtbot.addWidget(widget)
    widget.resize(340, 340)
    widget.set_run(ring_run())
    widget.show()
    return widget


def test_that_it_has_the_names_that_scripts_and_screen_readers_use(view):
    assert view.objectName() == "view.topology"
    assert view.accessibleName() and view.accessibleDescription()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_it_shows_the_diagram_of_its_moment(view, theme):
    us = ms(230)
    rows = int(np.searchsorted(ring_run().trace.row_time, us, side="right"))
    view.set_theme(theme)
    view.set_position(rows, us)
    drawn = as_array(view.grab().toImage()).astype(int)
    expected = as_array(image(topology(ring_run(), rows, us, 340, 340), theme))
    assert np.abs(drawn - expected).max() <= 2
    assert is_near(drawn[2, 2], theme.background, 0)


@pytest.mark.parametrize("make", [lambda: None, lambda: quiet_run(1), lambda: quiet_run(100)])
def test_that_empty_and_extreme_runs_are_shown(view, make):
    view.set_position(10**6, ms(480))
    view.set_run(make())
    view.grab()


def test_that_positions_beyond_a_shorter_run_are_taken_back_to_its_end(view):
    view.set_position(ring_run().trace.row_count, ms(480))
    view.set_run(quiet_run(3))
    assert (view._rows, view._time_us) == (0, ms(100))


def test_that_very_many_channels_are_painted_a_few_at_a_time(view, qtbot, monkeypatch):
    view.grab()
    kept = view._ground.pixmap
    monkeypatch.setattr(ground, "AT_ONCE", 3)
    monkeypatch.setattr(ground, "SLICE_S", 0.0)
    monkeypatch.setattr(strokes, "BATCH", 2)
    with qtbot.waitSignal(view._ground.painted):
        view.set_run(crowded_run())
        view.grab()
        assert view._ground.pixmap is kept  # shown until the other one is whole
    expected = as_array(image(topology(crowded_run(), 0, 0, 340, 340), LIGHT)).astype(int)
    qtbot.waitUntil(lambda: is_like(as_array(view.grab().toImage()), expected))
    qtbot.waitUntil(lambda: view._ground._next is None)
    assert view._ground.pixmap is not kept


def test_that_the_channels_of_another_scenario_do_not_stand_for_those_under_way(view, monkeypatch):
    view.grab()
    monkeypatch.setattr(ground, "AT_ONCE", 3)
    view.set_run(simulate(Scenario(processes(12), mesh(12), duration_us=ms(1))))
    drawn = as_array(view.grab().toImage())
    (x1, y1), (x2, y2) = view.where().centres[0], view.where().centres[6]
    assert view._ground.pixmap is None
    assert is_near(drawn[round((y1 + y2) / 2), round((x1 + x2) / 2)], LIGHT.background, 0)


def is_like(drawn: np.ndarray, expected: np.ndarray) -> bool:
    return bool(np.abs(drawn - expected).max() <= 2)
