"""The topology widget."""

import numpy as np
import pytest

from snapviz.diagram.theme import DARK, LIGHT
from snapviz.diagram.topology import topology
from snapviz.render.surfaces import image
from snapviz.ui.topology.view import TopologyView
from tests.diagram.sample_runs import ms, quiet_run, ring_run
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
