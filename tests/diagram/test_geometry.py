"""Clipping and smooth curves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snapviz.diagram.geometry import (
    Box,
    clip_polygon,
    clip_polyline,
    clip_segment,
    flattened,
    smooth,
)

BOX = Box(0, 0, 100, 50)
numbers = st.integers(-300, 300)


def test_that_a_segment_inside_is_kept_whole():
    assert clip_segment(10, 10, 90, 40, BOX) == (0.0, 1.0)


def test_that_a_segment_outside_is_dropped():
    assert clip_segment(-10, 10, -5, 40, BOX) is None
    assert clip_segment(10, 60, 90, 60, BOX) is None


def test_that_a_crossing_segment_is_cut_at_the_border():
    assert clip_segment(-100, 25, 100, 25, BOX) == (0.5, 1.0)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(numbers, numbers, numbers, numbers)
def test_that_what_clipping_keeps_lies_inside(x1, y1, x2, y2):
    kept = clip_segment(x1, y1, x2, y2, BOX)
    if kept is None:
        return
    t0, t1 = kept
    assert 0 <= t0 <= t1 <= 1
    for t in kept:
        assert BOX.contains(x1 + t * (x2 - x1), y1 + t * (y2 - y1), 1e-6)


def test_that_a_polyline_leaving_and_returning_becomes_two_pieces():
    pieces = clip_polyline([(10, 10), (10, 80), (60, 80), (60, 10)], BOX)
    assert pieces == [[(10, 10), (10, 50)], [(60, 50), (60, 10)]]


def test_that_a_polygon_is_cut_to_the_box():
    ring = clip_polygon([(-50, -50), (150, -50), (150, 25), (-50, 25)], BOX)
    assert {(round(x), round(y)) for x, y in ring} == {(0, 0), (100, 0), (100, 25), (0, 25)}


def test_that_a_polygon_outside_vanishes():
    assert clip_polygon([(200, 0), (300, 0), (300, 20)], BOX) == []


def test_that_the_smooth_curve_passes_through_its_points_with_vertical_tangents():
    points = [(10.0, 0.0), (40.0, 20.0), (25.0, 50.0)]
    commands = smooth(points)
    assert commands[0] == ("M", 10.0, 0.0)
    assert [command[-2:] for command in commands[1:]] == points[1:]
    for command, start in zip(commands[1:], points, strict=False):
        _, x1, _, x2, _, x, _ = command
        assert (x1, x2) == (start[0], x)


def test_that_the_flattened_curve_runs_monotonically_between_points():
    flat = flattened([(10.0, 0.0), (40.0, 20.0)])
    assert flat == sorted(flat)
    assert flat[0] == (10.0, 0.0) and flat[-1] == pytest.approx((40.0, 20.0))
