"""Whatever is compared, swept, asked or broken, the window answers the next thing soon."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from snapviz.resources import scenarios_folder
from tests.ui.hand import LEFT, Hand, too_long

CHOSEN = (
    "02-bank-transfer",
    "08-bank-of-twelve",
    "15-clocks-brought-together",
    "24-spezialetti-kearns",
    "64-leader-dies",
)
SHOWN_S, DONE_S = 0.4, 120


def click(hand: Hand, what: str, widget: QWidget, spot: QPoint | None = None) -> None:
    place = widget.rect().center() if spot is None else spot
    hand.dog.does(what, lambda: QTest.mouseClick(widget, LEFT, pos=place), 0.15)


def clock_errors(hand: Hand, panel: QWidget) -> None:
    hand.dog.waits("clockErrors comes", lambda: panel._plot is not None and panel._plot.isVisible())
    time_us = hand.window.playback.end_us // 2
    hand.dog.does("clockErrors scrub", lambda: hand.window.playback.scrub(time_us), 0.1)


def comparison(hand: Hand, panel: QWidget) -> None:
    model = hand.window.bench.studies.comparison
    hand.dog.waits("compare comes", lambda: model.result is not None and not model.busy, DONE_S)
    row = next(n for n, trial in enumerate(panel.table.trials) if not trial.refusal)
    click(hand, "compare row", panel.table, QPoint(30, panel.table.row_rect(row).center().y()))
    click(hand, "compare back", panel.findChild(QAbstractButton, "compare.back"))


def sweeping(hand: Hand, panel: QWidget) -> None:
    seeds = panel.findChild(QLineEdit, "sweep.seeds")
    seeds.selectAll()
    QTest.keyClicks(seeds, "3")
    QTest.keyClick(seeds, Qt.Key.Key_Return)
    click(hand, "sweep go", panel.findChild(QAbstractButton, "sweep.go"))
    hand.dog.waits("sweep comes", lambda: panel.job.idle, DONE_S)
    assert panel.sweep is not None


def global_states(hand: Hand, panel: QWidget) -> None:
    hand.dog.waits("states come", lambda: panel._found is not None, DONE_S)
    for key in f"{panel.run.trace.process_ids[0]}.events > 2":
        hand.dog.does("states type", lambda k=key: QTest.keyClicks(panel.condition, k), 0.02)
    hand.dog.does("states ask", lambda: QTest.keyClick(panel.condition, Qt.Key.Key_Return), 0.1)
    hand.dog.waits("states answer", lambda: not panel._job.busy, DONE_S)
    assert panel.answer.text()


def differences(hand: Hand, panel: QWidget) -> None:
    place = panel.choice.findText("another seed")
    panel.choice.setCurrentIndex(place)
    hand.dog.does("differences choose", lambda: panel.choice.activated.emit(place), 0.1)
    hand.dog.waits("differences come", lambda: panel._found is not None, DONE_S)


STUDIES = {
    "clockErrors": clock_errors,
    "compare": comparison,
    "sweep": sweeping,
    "states": global_states,
    "differences": differences,
}


def use_docks(hand: Hand) -> None:
    """Open each of them, have it do its work, look at it in every way, close it."""
    for name, use in STUDIES.items():
        dock = hand.window.dock[name]
        hand.dog.does(f"{name} show", dock.show_in_front, SHOWN_S)
        use(hand, dock.widget())
        hand.looks(name)
        hand.dog.does(f"{name} close", dock.hide, SHOWN_S)
    for name in STUDIES:
        hand.dog.does(f"all: {name} show", hand.window.dock[name].show_in_front, SHOWN_S)
    hand.looks("all")
    for name in STUDIES:
        hand.dog.does(f"all: {name} close", hand.window.dock[name].hide, SHOWN_S)


def use_pages(hand: Hand) -> None:
    """Both pages with two runs; one of them is refused where a process crashes."""
    for name in ("breakIt", "neverHappened"):
        hand.action(name, SHOWN_S)
        page = hand.window.bench.what_if.page
        if page is None:
            continue
        hand.dog.waits(f"{name} comes", lambda p=page: not p.job.busy, DONE_S)
        for broken, switch in getattr(page, "switches", {}).items():
            click(hand, f"{name} {broken}", switch)
            hand.dog.waits(f"{name} {broken} comes", lambda p=page: not p.job.busy, DONE_S)
        for step in ("toStart", "stepForward", "toEnd"):
            hand.action(step, 0.1, name)
        hand.looks(name)
        leave(hand, name)


def leave(hand: Hand, name: str) -> None:
    page = hand.window.bench.what_if.page
    hand.dog.does(f"{name} leave", lambda: QTest.keyClick(page, Qt.Key.Key_Escape), SHOWN_S)
    assert hand.window.bench.what_if.page is None


@pytest.mark.deep
@pytest.mark.parametrize("name", CHOSEN)
def test_that_no_study_blocks_the_window(open_window, name):
    def attempt():
        hand = Hand(open_window(scenarios_folder() / f"{name}.snapviz.json"))
        use_docks(hand)
        use_pages(hand)
        return hand

    assert too_long(attempt) == {}


@pytest.mark.deep
def test_that_coming_back_from_a_long_run_blocks_nothing(open_window, write):
    def attempt():
        hand = Hand(open_window(write(busy())))
        hand.dog.waits("open", lambda: hand.window.bench.editor.run is not None)
        hand.dog.does("rest", lambda: None, 2)
        hand.dog.longest.clear()
        for _ in range(2):
            hand.action("breakIt", SHOWN_S)
            page = hand.window.bench.what_if.page
            hand.dog.waits("breakIt comes", lambda p=page: not p.job.busy, DONE_S)
            leave(hand, "breakIt")
        return hand

    assert too_long(attempt) == {}


def busy() -> dict:
    """A run of some 80,000 rows."""
    ids = [f"P{number}" for number in range(12)]
    delay = {"kind": "uniform", "low_ms": 5, "high_ms": 40}
    return {
        "format": "snapviz/scenario",
        "version": 1,
        "duration_ms": 20_000,
        "processes": [{"id": pid, "state": {"balance": 1000}} for pid in ids],
        "channels": [{"from": a, "to": b, "delay": delay} for a in ids for b in ids if a != b],
        "workload": {"kind": "bank", "interval": {"kind": "exponential", "mean_ms": 6}},
        "script": [{"at_ms": 900, "action": "snapshot", "initiator": "P0"}],
    }
