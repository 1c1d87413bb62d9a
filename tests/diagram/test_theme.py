"""Colours: complete, well formed, and readable."""

import re

import pytest

from snapviz.diagram.theme import DARK, LIGHT, THEMES, theme

READABLE = 4.5  # WCAG 2, level AA, for body text
INKS = (
    "ink",
    "muted",
    "accent",
    "good",
    "bad",
    "neutral",
    "orphan",
    "message",
    "past",
    "future",
    "cut",
)
FILLS = (("accent", "accent_ink"), ("good", "good_ink"), ("bad", "bad_ink"))


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
def test_that_every_text_colour_is_readable_on_background_and_panel(colors):
    texts = [colors.color(token) for token in INKS]
    texts += colors.process_inks + colors.snapshot_inks + colors.snapshot_heavies
    for paper in (colors.background, colors.panel):
        for text in texts:
            assert contrast(text, paper) >= READABLE, (text, paper)


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
def test_that_words_on_fills_are_readable(colors):
    for fill, ink in FILLS:
        assert contrast(colors.color(fill), colors.color(ink)) >= READABLE, fill
    for fill in colors.snapshot_inks:
        assert contrast(fill, colors.badge_ink) >= READABLE, fill


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
def test_that_neighbouring_processes_differ_clearly(colors):
    assert len(set(colors.processes)) == len(colors.processes) >= 8
    assert len(colors.processes) == len(colors.process_inks)


def test_that_both_themes_define_every_token_as_a_hex_colour():
    for colors in (LIGHT, DARK):
        for name in colors.__slots__:
            value = getattr(colors, name)
            for color in value if isinstance(value, tuple) else (value,):
                assert name == "name" or re.fullmatch(r"#[0-9a-f]{6}", color), name


def test_that_palettes_cycle():
    assert LIGHT.color("process:0") == LIGHT.color(f"process:{len(LIGHT.processes)}")
    assert LIGHT.color("snapshot-ink:1") == LIGHT.snapshot_ink(1)


@pytest.mark.parametrize("token", ["", "nothing", "name", "processes", "process_inks", "x:1"])
def test_that_an_unknown_token_is_refused(token):
    with pytest.raises(KeyError):
        LIGHT.color(token)


def test_that_an_unknown_theme_is_refused():
    with pytest.raises(KeyError):
        theme("sepia")
