"""What is seen of a long run before it is there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from snapviz.diagram.facts import facts
from snapviz.diagram.theme import DARK
from snapviz.scenario import save_scenario
from snapviz.scenario.model import Exponential, Workload
from snapviz.ui import runner as runners
from snapviz.ui.beginning import Beginning
from snapviz.ui.figures import round_ms_text
from snapviz.ui.spacetime.canvas import Canvas
from tests.ui.settling import settle
from tests.ui.spacetime_bench import banks, ms

LONG = banks(
    script=(), workload=Workload("bank", Exponential(ms(2))), duration_us=ms(30_000), title="Long"
)
OTHER = replace(LONG, seed=LONG.seed + 1, title="Other")
SHORT = banks(script=(), workload=Workload("bank"), duration_us=ms(300), title="Short")


@pytest.fixture
def slow(monkeypatch):
    """Runs are told of at once, and simulated a few instants at a time."""
    monkeypatch.setattr(runners, "SHOW_PROGRESS_AFTER_S", 0.0)
    monkeypatch.setattr(runners, "SLICE_S", 0.0)
    monkeypatch.setattr(runners, "INSTANTS_A_STEP", 20)


@pytest.fixture
def paths(tmp_path):
    known = {s.title: tmp_path / f"{s.title}.snapviz.json" for s in (LONG, OTHER, SHORT)}
    for scenario in (LONG, OTHER, SHORT):
        save_scenario(scenario, known[scenario.title])
    return known


def glimpsed(window, qtbot):
    """The run that is seen while the other one is simulated."""
    glimpse = window.bench.glimpse
    qtbot.waitUntil(lambda: glimpse.page is not None, timeout=20_000)
    assert window.bench.opening.busy
    assert window.bench.central.shows(glimpse.page)
    return glimpse.page.findChild(Canvas).run


def test_that_the_beginning_of_a_long_run_is_seen_before_the_rest(window, paths, slow, qtbot):
    window.open(paths["Long"])
    begun = glimpsed(window, qtbot)
    words = window.bench.glimpse.page.heading.texts
    assert words[0] == "Long" and words[1].startswith("the first ")
    assert 0 < begun.until_us < LONG.duration_us // 10
    qtbot.waitUntil(lambda: not window.bench.opening.busy, timeout=60_000)
    settle(window)
    run, central = window.bench.editor.run, window.bench.central
    assert run.scenario.title == "Long" and not central.on_start_page
    assert window.bench.glimpse.page is None
    for name in ("row_time", "row_kind", "row_process"):
        mine, rest = getattr(begun.trace, name), getattr(run.trace, name)
        assert len(mine) and (mine == rest[: len(mine)]).all()
    assert np.searchsorted(run.trace.row_time, begun.until_us, side="right") == len(mine)


def test_that_a_crowded_beginning_comes_with_what_its_picture_is_made_of(
    window, paths, slow, qtbot, monkeypatch
):
    monkeypatch.setattr(runners, "CROWDED", 1)
    window.open(paths["Long"])
    assert "sums" in vars(facts(glimpsed(window, qtbot)))
    window.bench.opening.cancel()


def test_that_what_is_looked_at_stays_where_it_is_when_the_whole_is_there(
    window, paths, slow, qtbot
):
    bench = window.bench
    window.open(paths["Long"])
    begun = glimpsed(window, qtbot)
    canvas = bench.glimpse.page.findChild(Canvas)
    settle(window)
    middle = begun.until_us // 4, begun.until_us // 2
    canvas.set_visible_range(*middle)
    place, lanes = canvas.mapTo(window, QPoint(0, 0)), canvas.size()
    qtbot.waitUntil(lambda: not bench.opening.busy, timeout=60_000)
    settle(window)
    view = bench.central.view
    assert view.run is not begun and view.visible_range() == middle
    assert (view.mapTo(window, QPoint(0, 0)), view.size()) == (place, lanes)
    (show_all,) = bench.central.messages.findChildren(QPushButton)
    qtbot.mouseClick(show_all, Qt.MouseButton.LeftButton)
    assert view.visible_range() == (0, LONG.duration_us)


def test_that_it_is_said_how_far_the_run_is(window, paths, slow, qtbot):
    bench = window.bench
    window.open(paths["Long"])
    begun = glimpsed(window, qtbot)
    said = lambda: bench.glimpse.page.heading.texts[1]
    first = round_ms_text(round(begun.until_us, -3))
    for percent in (20, 50):
        qtbot.waitUntil(lambda p=percent: bench.opening.runner.covered > p / 100, timeout=60_000)
        covered = int(bench.opening.runner.covered * 100)
        assert said() in [
            f"the first {first} of {round_ms_text(LONG.duration_us)} ms; {p} % simulated"
            for p in (covered - 1, covered)
        ]
    bench.opening.cancel()


def test_that_who_goes_back_sees_what_stood_there_until_all_is_ready(window, paths, slow, qtbot):
    bench = window.bench
    window.open(paths["Long"])
    glimpsed(window, qtbot)
    back = window.findChild(QObject, "glimpse.back")
    assert back.isVisible() and "ring.snapviz.json" in back.toolTip()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert bench.glimpse.page is None and bench.central.view.isVisible()
    qtbot.waitUntil(lambda: not bench.opening.busy, timeout=60_000)
    settle(window)
    assert bench.editor.document.title == "Long"
    assert bench.central.view.visible_range() == (0, LONG.duration_us)


def test_that_there_is_no_way_back_to_what_was_not_seen(window, paths, slow, qtbot):
    window.bench.show_examples()
    window.open(paths["Long"])
    glimpsed(window, qtbot)
    assert not window.findChild(QObject, "glimpse.back").isVisible()
    window.bench.opening.cancel()


@pytest.mark.parametrize("is_from_start_page", [False, True])
def test_that_who_cancels_is_back_where_he_was(window, paths, slow, qtbot, is_from_start_page):
    bench = window.bench
    before = bench.editor.document
    if is_from_start_page:
        bench.show_examples()
    window.open(paths["Long"])
    glimpsed(window, qtbot)
    bench.opening.cancel()
    assert bench.editor.document is before
    assert bench.central.on_start_page is is_from_start_page
    assert bench.central.shows(bench.central.start_page) is is_from_start_page
    assert bench.glimpse.page is None


def test_that_another_file_takes_the_place_of_the_one_under_way(window, paths, slow, qtbot):
    window.open(paths["Long"])
    glimpsed(window, qtbot)
    window.open(paths["Short"])
    qtbot.waitUntil(lambda: window.bench.editor.scenario.title == "Short", timeout=20_000)
    qtbot.waitUntil(lambda: window.bench.glimpse.page is None)
    settle(window)
    assert not window.bench.central.on_start_page


def test_that_another_long_file_takes_the_place_of_what_is_seen(window, paths, slow, qtbot):
    bench, seen = window.bench, lambda: bench.glimpse.page
    window.open(paths["Long"])
    glimpsed(window, qtbot)
    window.open(paths["Other"])
    qtbot.waitUntil(lambda: seen() and seen().heading.texts[0] == "Other", timeout=20_000)
    bench.opening.cancel()
    assert not bench.central.on_start_page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(Beginning)


def test_that_who_cancels_is_back_on_the_page_of_two_runs(window, paths, slow, qtbot):
    bench = window.bench
    bench.what_if.show_never_happened()
    page = bench.what_if.page
    window.open(paths["Long"])
    glimpsed(window, qtbot)
    bench.opening.cancel()
    assert bench.central.shows(page) and bench.what_if.page is page


def test_that_what_is_seen_meanwhile_follows_theme_and_language(window, paths, slow, qtbot):
    window.open(paths["Long"])
    glimpsed(window, qtbot)
    page = window.bench.glimpse.page
    window.appearance.set_theme("dark")
    assert page.findChild(Canvas).theme is DARK
    try:
        window.appearance.set_language("zh_CN")
        QApplication.processEvents()
        assert window.bench.glimpse.page is page
        assert not page.heading.texts[1].startswith("the first")
    finally:
        window.appearance.set_language("en")


def test_that_what_is_seen_gives_way_to_what_is_edited(window, paths, slow, qtbot):
    bench = window.bench
    window.open(paths["Long"])
    glimpsed(window, qtbot)
    assert bench.editor.edit(lambda s: replace(s, seed=7), "Seed")
    assert bench.glimpse.page is None and bench.central.view.isVisible()
    covered = bench.opening.runner.covered
    qtbot.waitUntil(lambda: bench.opening.runner.covered > covered + 0.02, timeout=20_000)
    assert bench.opening.busy and bench.glimpse.page is None
    bench.opening.cancel()


def test_that_edits_and_short_runs_have_none(window, paths, slow, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(window.bench.glimpse._job, "start", shown.append)
    monkeypatch.setattr(runners, "SHOW_PROGRESS_AFTER_S", 60.0)
    window.open(paths["Short"])
    qtbot.waitUntil(lambda: window.bench.editor.scenario.title == "Short", timeout=20_000)
    monkeypatch.setattr(runners, "SHOW_PROGRESS_AFTER_S", 0.0)
    assert window.bench.editor.edit(lambda s: LONG, "Another")
    while window.bench.runner.busy and window.bench.runner.covered < 0.05:
        QApplication.processEvents()
    window.bench.runner.cancel()
    assert not shown
