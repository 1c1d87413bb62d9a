"""The plot of a sweep: every share at its height, inside its band."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from snapviz.diagram.display_list import Ellipse, Polygon, Text
from snapviz.diagram.sweep_plot import sweep_plot
from snapviz.diagram.theme import THEMES
from snapviz.study.sweep import Point, Sweep
from snapviz.study.variation import variation
from snapviz.study.wilson import rate

NONE = rate(0, 0)


def made(shares: dict[str, list[int | None]], of: int = 50) -> Sweep:
    """Points at 0, 1, 2 ... of ``skew``; None: no run came to a verdict."""
    longest = max(map(len, shares.values()))
    points = [
        Point(name, Decimal(v), of, NONE if h is None else rate(h, of), NONE, NONE, None, 4.0, 9.0)
        for name, hits in shares.items()
        for v, h in enumerate(hits)
    ]
    vary = variation("skew", range(longest))
    return Sweep("Banks", vary, 7, of, 1000, tuple(points))


def dots(picture):
    return {item.subject[1]: item for item in picture.about("point") if isinstance(item, Ellipse)}


def texts(picture):
    return [item.text for item in picture.items if isinstance(item, Text)]


def test_that_every_point_is_at_its_share():
    picture = sweep_plot(made({"a": [0, 25, 50], "b": [50, 10, 0]}), 800, 400)
    found = dots(picture)
    assert sorted(found) == list(range(6))
    assert found[0].cx == found[3].cx < found[1].cx < found[2].cx
    assert found[1].cx - found[0].cx == pytest.approx(found[2].cx - found[1].cx)
    assert found[0].cy == found[5].cy > found[4].cy > found[1].cy > found[2].cy
    assert found[0].cy - found[1].cy == pytest.approx(found[1].cy - found[2].cy)
    assert found[2].cy < 100
    assert found[0].cy > 300
    marks = {item.text: item.y for item in picture.items if isinstance(item, Text)}
    for number, text in ((0, "0 %"), (2, "100 %")):
        assert 0 < marks[text] - found[number].cy < 8


def test_that_a_line_runs_inside_its_band():
    picture = sweep_plot(made({"a": [1, 9, 30, 48]}))
    (band,) = [item for item in picture.about("band") if isinstance(item, Polygon)]
    upper, lower = band.points[:4], band.points[:3:-1]
    for spot, (x, top), (x2, bottom) in zip(dots(picture).values(), upper, lower, strict=True):
        assert x == x2 == spot.cx
        assert top < spot.cy < bottom
    lines = list(picture.about("series"))
    assert len(lines) == 3
    for before, after in pairwise(lines):
        assert (before.x2, before.y2) == (after.x1, after.y1)


def test_that_where_nothing_was_judged_the_line_is_broken():
    picture = sweep_plot(made({"a": [5, 6, None, 9]}))
    assert sorted(dots(picture)) == [0, 1, 3]
    assert len(list(picture.about("series"))) == 1


def test_that_small_shares_get_a_scale_of_their_own():
    assert "100 %" in texts(sweep_plot(made({"a": [0, 50]})))
    assert "5 %" in texts(sweep_plot(made({"a": [0, 1]}, of=1000)))


def test_that_axes_series_and_seeds_are_named_and_translated():
    words = texts(sweep_plot(made({"chandy-lamport": [0, 3]}), translate=str.upper))
    assert {"CLOCK SKEW, ms", "P(INCONSISTENT)", "CHANDY-LAMPORT", "Banks", "0", "1"} <= set(words)
    assert "50 SEEDS FROM 7  ·  BAND: 95 % CONFIDENCE (WILSON)" in words


def test_that_measures_are_drawn_apart():
    assert not dots(sweep_plot(made({"a": [1, 2]}), measure="wrong"))
    assert "P(wrong)" in texts(sweep_plot(made({"a": [1, 2]}), measure="wrong"))


@pytest.mark.parametrize("size", [(300, 220), (960, 480), (2000, 900)])
@pytest.mark.parametrize("count", [1, 2, 12])
def test_that_everything_stays_on_the_paper(size, count):
    names = {
        f"a protocol called {turn}": [0, 25, 50][: 3 if count > 1 else 1] for turn in range(count)
    }
    picture = sweep_plot(made(names), *size)
    for item in picture.items:
        for token in (getattr(item, "color", None), *(_tokens(item))):
            if token:
                assert all(theme.color(token) for theme in THEMES.values())
        if isinstance(item, Text):
            assert 0 <= item.x <= size[0]
            assert 0 < item.y <= size[1]
    for spot in dots(picture).values():
        assert 0 < spot.cx < size[0]
        assert 0 < spot.cy < size[1]


def _tokens(item):
    style = getattr(item, "style", None)
    return (style.stroke, style.fill) if style else ()


def priced(shares: dict[str, list[float | None]]) -> Sweep:
    """The same with a throughput at every point."""
    sweep = made({name: [0] * len(prices) for name, prices in shares.items()})
    prices = [price for row in shares.values() for price in row]
    points = [replace(p, throughput=t) for p, t in zip(sweep.points, prices, strict=True)]
    return replace(sweep, points=tuple(points), save_pause_us=5000)


def test_that_the_price_of_saving_is_drawn_by_an_axis_of_its_own():
    sweep = priced({"a": [0.95, 0.75, 0.5], "b": [0.9, None, 1.0]})
    picture = sweep_plot(sweep, 800, 400)
    rings = {i.subject[1]: i for i in picture.about("price")}
    assert sorted(rings) == [0, 1, 2, 3, 5]
    assert [rings[n].cx for n in (0, 1, 2)] == [dots(picture)[n].cx for n in (0, 1, 2)]
    assert rings[1].cy == pytest.approx((rings[2].cy + rings[5].cy) / 2)
    marks = {
        item.text: item.y
        for item in picture.items
        if isinstance(item, Text) and item.x > rings[2].cx and item.anchor == "start"
    }
    assert list(marks) == ["50 %", "60 %", "70 %", "80 %", "90 %", "100 %"]
    assert 0 < marks["50 %"] - rings[2].cy < 8 and 0 < marks["100 %"] - rings[5].cy < 8
    ends = [
        i.y for i in picture.items if isinstance(i, Text) and i.anchor == "end" and "%" in i.text
    ]
    assert (marks["50 %"], marks["100 %"]) == (max(ends), min(ends))
    assert rings[0].style.stroke == dots(picture)[0].style.fill != rings[3].style.stroke
    assert "throughput" in texts(picture)
    assert all(0 < item.x < 790 for item in picture.items if isinstance(item, Text))
    assert len(list(picture.about("price-line"))) == 3


def test_that_where_saving_takes_no_time_there_is_no_price():
    picture = sweep_plot(made({"a": [0, 1]}), 800, 400)
    assert "throughput" not in texts(picture) and not list(picture.about("price"))


def test_that_in_little_room_nothing_of_the_plot_lies_over_another():
    names = [f"protocol number {turn}" for turn in range(12)]
    sweep = made({name: [0, 25, 50] for name in names})
    for height in range(150, 400, 10):
        picture = sweep_plot(sweep, 430, height, bare=True)
        written = [item for item in picture.items if isinstance(item, Text)]
        legend = [item for item in written if item.text in names]
        title = next(item for item in written if item.text == "P(inconsistent)")
        shares = sorted(item.y for item in written if item.text.endswith("%"))
        assert min(b - a for a, b in pairwise(shares)) >= 10
        more = [item.text for item in written if item.text.startswith("+ ")]
        assert more == ([f"+ {12 - len(legend)}"] if len(legend) < 12 else [])
        assert all(item.y < title.y - 10 for item in legend) and title.y < shares[0]
    assert len(legend) == 12


def test_that_one_seed_is_one():
    assert any(t.startswith("1 seed from 7") for t in texts(sweep_plot(made({"a": [0]}, of=1))))
    assert any(t.startswith("2 seeds from 7") for t in texts(sweep_plot(made({"a": [0]}, of=2))))
