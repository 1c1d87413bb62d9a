"""Simulating in slices: the window lives on meanwhile, and the person can stop it."""

import pytest
from PySide6.QtCore import QObject, Qt

from snapviz.scenario import load_scenario
from snapviz.simulation import simulate
from snapviz.ui import runner as running
from snapviz.ui.runner import Runner


@pytest.fixture
def slow_slices(monkeypatch):
    """One instant a slice, and progress told from the first slice on."""
    monkeypatch.setattr(running, "SLICE_S", 0.0)
    monkeypatch.setattr(running, "INSTANTS_A_STEP", 1)
    monkeypatch.setattr(running, "SHOW_PROGRESS_AFTER_S", -1.0)


@pytest.fixture
def scenario(write, ring_scenario):
    return load_scenario(write(ring_scenario()))


def test_that_a_small_scenario_is_ready_at_once(qapp, scenario):
    runner, runs = Runner(), []
    runner.finished.connect(lambda _, run: runs.append(run))
    runner.start(scenario)
    assert not runner.busy
    assert runs[0].digest == simulate(scenario).digest


def test_that_slices_give_the_same_run(qtbot, slow_slices, scenario):
    runner, shares = Runner(), []
    runner.progressed.connect(shares.append)
    with qtbot.waitSignal(runner.finished) as finished:
        runner.start(scenario)
        assert runner.busy
    assert finished.args[1].digest == simulate(scenario).digest
    assert shares == sorted(shares)
    assert shares[0] >= 0 and shares[-1] <= 1


def test_that_starting_anew_drops_the_simulation_before(qtbot, slow_slices, scenario):
    from dataclasses import replace

    runner, seen = Runner(), []
    runner.finished.connect(lambda scenario, _: seen.append(scenario.seed))
    runner.start(scenario)
    with qtbot.waitSignal(runner.finished):
        runner.start(replace(scenario, seed=7))
    assert seen == [7]


def test_that_cancelling_keeps_the_document(window, qtbot, slow_slices, write, ring_scenario):
    before = window.files.document
    window.open(write(ring_scenario(title="Long"), "long.snapviz.json"))
    assert window.bench.opening.busy
    cancel = window.findChild(QObject, "status.cancel")
    assert cancel.isVisible()
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not window.bench.opening.busy
    assert window.files.document is before
    assert not cancel.isVisible()


def test_that_a_run_too_long_to_show_is_given_up_with_words(
    window, qtbot, monkeypatch, write, ring_scenario
):
    from dataclasses import replace

    from PySide6.QtWidgets import QLabel

    from snapviz.scenario import edits
    from snapviz.scenario.model import Exponential, Workload
    from snapviz.ui import runner

    monkeypatch.setattr(runner, "MOST_ROWS", 2_000)
    before = window.bench.editor.scenario
    busy = Workload("bank", Exponential(100))
    window.bench.editor.edit(
        lambda s: replace(edits.with_workload(s, busy), duration_us=10**9), "Make it long"
    )
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=10_000)
    assert window.bench.editor.scenario == before
    assert window.bench.editor.run.scenario == before
    assert "too long" in window.findChild(QLabel, "messages.text").text()
