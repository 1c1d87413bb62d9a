"""Rows of a legend: as few as needed, and as even as can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snapviz.diagram.wrapping import balanced


@pytest.mark.parametrize(
    ("widths", "rows"),
    [
        ([], []),
        ([40], [1]),
        ([40, 40], [2]),
        ([40, 40, 20], [1, 2]),
        ([30, 30, 30, 30], [2, 2]),
        ([20, 20, 20, 20, 20], [3, 2]),
        ([300, 20], [1, 1]),
    ],
)
def test_that_no_row_is_left_with_a_stray(widths, rows):
    assert balanced(widths, 10, 100) == rows


@given(st.lists(st.integers(1, 90), max_size=12), st.integers(0, 20), st.integers(90, 300))
def test_that_rows_hold_all_fit_and_are_no_more_than_needed(widths, gap, room):
    rows = balanced(widths, gap, room)
    assert sum(rows) == len(widths)
    longest, start, used, needed = [], 0, room + 1, 0
    for count in rows:
        mine = widths[start : start + count]
        longest.append(sum(mine) + gap * (count - 1))
        start += count
    for width in widths:
        used += gap + width
        if used > room:
            used, needed = width, needed + 1
    assert all(wide <= room for wide in longest)
    assert len(rows) == needed
