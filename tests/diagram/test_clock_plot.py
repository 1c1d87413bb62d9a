"""The picture of the clock errors: lines, samples, bounds and syncs where they were."""

import pytest

from snapviz.diagram.clock_plot import clock_plot
from snapviz.diagram.display_list import Ellipse, Line, Polygon, Text
from snapviz.resources import scenarios_folder
from snapviz.scenario.files import load_scenario
from snapviz.simulation import simulate
from snapviz.study.clock_errors import ClockErrors, synchronisations


@pytest.fixture(scope="module", params=["14", "15", "17", "18"])
def run(request):
    (path,) = scenarios_folder().glob(f"{request.param}-*.snapviz.json")
    return simulate(load_scenario(path))


def scale(picture):
    """What a pixel of height is worth, by two figures of the axis: (error in us) of y."""
    marks = [i for i in picture.items if isinstance(i, Text) and i.anchor == "end"]
    (y0, e0), (y1, e1) = [(m.y, float(m.text) * 1000) for m in (marks[0], marks[-1])]
    return lambda y: e0 + (y - y0) * (e1 - e0) / (y1 - y0)


def test_that_every_corner_of_every_line_is_drawn(run):
    picture = clock_plot(run, 1000, 600)
    error_at = scale(picture)
    for process, line in enumerate(ClockErrors(run).lines()):
        strokes = [i for i in picture.about("clock", process) if isinstance(i, Line)]
        assert len(strokes) == len(line) - 1
        drawn = [error_at(strokes[0].y1), *(error_at(s.y2) for s in strokes)]
        slack = abs(error_at(5) - error_at(0))  # a figure stands by its capitals, not its line
        for found, (_, error) in zip(drawn, line, strict=True):
            assert abs(found - error) <= slack


def test_that_samples_bounds_and_syncs_are_all_there(run):
    picture = clock_plot(run, 1000, 600)
    syncs = synchronisations(run)
    rings = [i for i in picture.about("sample") if isinstance(i, Ellipse)]
    bars = [i for i in picture.about("bound") if isinstance(i, Line)]
    assert len(rings) == len(bars) == sum(len(made.estimates) for made in syncs)
    for ring, bar in zip(rings, bars, strict=True):
        assert ring.cx == bar.x1 == bar.x2
        assert ring.cy == pytest.approx((bar.y1 + bar.y2) / 2)
    full = [ring for ring in rings if ring.style.fill != "background"]
    assert len(full) == sum(made.best is not None for made in syncs)
    assert len([i for i in picture.about("sync") if isinstance(i, Polygon)]) == len(syncs)
    assert all(0 <= i.x <= 1000 and 0 < i.y < 600 for i in picture.items if isinstance(i, Text))
