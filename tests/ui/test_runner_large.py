"""A run that is large comes with all that pictures of it are made of."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest

from snapviz.diagram.facts import facts
from snapviz.scenario.model import Workload
from snapviz.simulation import Simulation
from snapviz.ui import runner as runners
from snapviz.ui.panels.differences.work import of_seed
from snapviz.ui.runner import Runner
from tests.ui.settling import settle
from tests.ui.spacetime_bench import banks, ms

SCENARIO = banks(script=(), workload=Workload("bank"), duration_us=ms(3_000))


@pytest.mark.parametrize("much", ["LARGE", "CROWDED"])
def test_that_pictures_of_a_large_run_are_prepared_in_a_thread(qtbot, monkeypatch, much):
    monkeypatch.setattr(runners, much, 10)
    runner = Runner()
    shares = []
    runner.progressed.connect(shares.append)
    with qtbot.waitSignal(runner.finished) as told:
        runner.start(SCENARIO)
        assert runner.busy
    scenario, run = told.args
    assert scenario is SCENARIO and not runner.busy
    assert {"stays", "sums", "pace"} <= set(vars(facts(run)))
    assert shares == sorted(shares) and all(0 <= share <= 1 for share in shares)


def test_that_a_large_run_can_be_cancelled_while_it_is_prepared(qtbot, monkeypatch):
    monkeypatch.setattr(runners, "LARGE", 10)
    runner = Runner()
    done = []
    runner.finished.connect(lambda *_: done.append(1))
    runner.start(SCENARIO)
    assert runner.busy
    with qtbot.waitSignal(runner.cancelled):
        runner.cancel()
    assert not runner.busy
    qtbot.wait(100)
    assert not done


def test_that_a_small_run_is_there_at_once_and_derives_nothing(qtbot):
    runner = Runner()
    with qtbot.waitSignal(runner.finished) as told:
        runner.start(SCENARIO)
    assert "sums" not in vars(facts(told.args[1]))


def test_that_the_run_before_an_edit_goes_without_the_collector(window):
    """A large run is never looked through by it."""
    editor = window.bench.editor
    before = weakref.ref(editor.run)
    assert before().snapshots[0].verdict is not None
    gc.disable()
    try:
        assert editor.edit(lambda s: replace(s, seed=s.seed + 1), "Another seed")
        settle(window)
        assert before() is None
    finally:
        gc.enable()


def test_that_the_run_of_the_document_before_goes_without_the_collector(
    window, write, ring_scenario
):
    before = weakref.ref(window.bench.editor.run)
    assert before().snapshots[0].verdict is not None
    gc.disable()
    try:
        window.open(write(ring_scenario(title="Other"), "other.snapviz.json"))
        settle(window)
        assert before() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("name", ["states", "differences"])
def test_that_a_hidden_dock_keeps_no_run(window, qtbot, name):
    editor, panel = window.bench.editor, window.bench._panels[name]
    window.actions_[name].trigger()
    if name == "differences":
        panel.ask(of_seed(editor.scenario, 7))
    qtbot.waitUntil(lambda: panel._found is not None and panel._job.idle, timeout=20_000)
    window.dock[name].hide()
    before = weakref.ref(editor.run)
    gc.disable()
    try:
        assert editor.edit(lambda s: replace(s, seed=s.seed + 1), "Another seed")
        settle(window)
        assert before() is None
    finally:
        gc.enable()
    assert name == "differences" or not panel.tools.isEnabled()
    window.actions_[name].trigger()
    if name == "states":
        qtbot.waitUntil(lambda: panel._found is not None and panel._found.run is editor.run)
    else:
        assert panel._found is None and panel.model.rowCount() == 0


def test_that_a_large_simulation_that_is_over_goes_without_the_collector(qtbot, monkeypatch):
    """What the collector has been told to pass over would stay for good."""
    monkeypatch.setattr(runners, "LARGE", 10)
    runner, made = Runner(), Simulation(SCENARIO)
    known = weakref.ref(made._simulator)
    with qtbot.waitSignal(runner.finished):
        runner.go(SCENARIO, made)
        assert not gc.isenabled()
    assert gc.isenabled()
    del made
    gc.disable()
    try:
        qtbot.waitUntil(lambda: known() is None)
    finally:
        gc.enable()


@pytest.mark.parametrize("end", ["finish", "cancel", "another", "refused", "delete"])
def test_that_the_collector_is_held_while_a_run_is_simulated_only(qtbot, monkeypatch, end):
    monkeypatch.setattr(runners, "SLICE_S", 0.0)
    monkeypatch.setattr(runners, "INSTANTS_A_STEP", 20)
    runner = Runner()
    runner.start(SCENARIO)
    assert runner.busy and not gc.isenabled()
    if end == "cancel":
        runner.cancel()
    elif end == "another":
        runner.start(replace(SCENARIO, duration_us=1))
    elif end == "refused":
        monkeypatch.setattr(runners, "MOST_ROWS", 1)
        with qtbot.waitSignal(runner.cancelled):
            pass
    elif end == "delete":
        runner.deleteLater()
        qtbot.waitUntil(gc.isenabled)
        return
    else:
        with qtbot.waitSignal(runner.finished):
            pass
    assert gc.isenabled() and not runner.busy
