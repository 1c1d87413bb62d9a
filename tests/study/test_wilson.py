"""Score intervals, against figures that textbooks print."""

import pytest

from snapviz.study.wilson import rate, wilson


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (1, 10, 0.0179, 0.4042),
        # Newcombe, Statistics in Medicine 17 (1998), table I: 81/263, 15/148, 0/20, 1/29.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_that_the_interval_is_that_of_the_textbooks(hits, of, low, high):
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


def test_that_the_interval_never_leaves_0_to_1_and_holds_the_share():
    for of in range(1, 60):
        for hits in range(of + 1):
            low, high = wilson(hits, of)
            assert 0 <= low <= hits / of <= high <= 1
            assert low < high


def test_that_more_trials_and_less_confidence_narrow_it():
    low, high = wilson(50, 100)
    wide_low, wide_high = wilson(5, 10)
    assert wide_low < low < high < wide_high
    lax_low, lax_high = wilson(50, 100, confidence=0.8)
    assert low < lax_low < lax_high < high


def test_that_of_no_trials_nothing_is_known():
    assert wilson(0, 0) == (0.0, 1.0)
    assert rate(0, 0).value is None


@pytest.mark.parametrize(("hits", "of"), [(3, 2), (-1, 2), (0, -1)])
def test_that_counts_that_cannot_be_are_refused(hits, of):
    with pytest.raises(ValueError, match="cannot be"):
        wilson(hits, of)
