"""Work in a thread whose steps nobody can interrupt: the window waits for none of them."""

from __future__ import annotations

import threading

import pytest

from snapviz.ui.job import Job


@pytest.fixture
def job(qapp):
    made = Job()
    yield made
    made.end()


def test_that_an_answer_does_not_wait_for_work_that_was_dropped(job, qtbot):
    heard, begun, held = [], threading.Event(), threading.Event()
    job.finished.connect(heard.append)

    def long_step():
        begun.set()
        assert held.wait(30)
        yield "dropped"

    def quick():
        yield "wanted"

    job.start(long_step)
    assert begun.wait(10)
    job.start(quick)
    try:
        qtbot.waitUntil(lambda: heard == ["wanted"], timeout=5000)
        assert not held.is_set() and not job.busy and at_work()
    finally:
        held.set()
    qtbot.waitUntil(lambda: not at_work() and not job._timer.isActive())
    assert heard == ["wanted"]


def test_that_only_shares_are_told_as_shares(job, qtbot):
    told, shares, go_on = [], [], threading.Semaphore(0)
    job.progressed.connect(told.append)
    job.shared.connect(shares.append)

    def steps():
        for step in (0.25, "half", 0.75):
            yield step
            assert go_on.acquire(timeout=30)
        yield "all"

    job.start(steps)
    for seen in (0.25, "half", 0.75):
        qtbot.waitUntil(lambda seen=seen: seen in told)
        go_on.release()
    qtbot.waitUntil(lambda: not job.busy)
    assert set(shares) == {0.25, 0.75} and "half" in told


def test_that_what_goes_wrong_is_raised_once(job):
    def fail():
        raise RuntimeError("no answer")
        yield

    job.start(fail)
    # No turn of the event loop before the thread has ended.
    job._work.settle(10)
    with pytest.raises(RuntimeError, match="no answer"):
        job._look()
    assert not job.busy and not job._timer.isActive()


def at_work() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "snapviz-steps"]
