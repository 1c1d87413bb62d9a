"""Work in another thread: told when it is done, not heard of when it was given up."""

import threading

import pytest
from shiboken6 import delete

from snapviz.study.progress import Cancelled
from snapviz.ui.studies.job import StudyJob


@pytest.fixture
def job(qtbot):
    made = StudyJob()
    heard = []
    made.finished.connect(heard.append)
    made.failed.connect(lambda words: heard.append(f"failed: {words}"))
    yield made, heard
    made.end()


def until_stopped(begun: threading.Event):
    def work(progress, should_stop):
        begun.set()
        while not should_stop():
            progress(0.5)
        raise Cancelled

    return work


def test_that_a_result_is_told(job, qtbot):
    made, heard = job
    made.start(lambda progress, should_stop: 42)
    assert made.busy
    qtbot.waitUntil(lambda: heard == [42])
    assert not made.busy and made.idle


def test_that_of_two_only_the_later_is_told(job, qtbot):
    made, heard = job
    begun = threading.Event()
    made.start(until_stopped(begun))
    assert begun.wait(10)
    made.start(lambda progress, should_stop: "later")
    qtbot.waitUntil(lambda: heard == ["later"])


def test_that_what_was_cancelled_is_not_heard_of(job, qtbot):
    made, heard = job
    begun = threading.Event()
    with qtbot.waitSignal(made.progressed):
        made.start(until_stopped(begun))
    made.cancel()
    assert not made.busy
    qtbot.waitUntil(lambda: made.idle)
    assert heard == []


def test_that_a_failure_is_told_in_its_words(job, qtbot):
    made, heard = job

    def fail(progress, should_stop):
        raise ValueError("too long")

    made.start(fail)
    qtbot.waitUntil(lambda: heard == ["failed: too long"])


def test_that_a_deleted_job_leaves_no_thread(qapp, qtbot):
    made, begun = StudyJob(), threading.Event()
    made.start(until_stopped(begun))
    assert begun.wait(10)
    delete(made)
    qtbot.waitUntil(lambda: not at_work())


def test_that_ending_a_job_does_not_wait_for_its_thread(qapp, qtbot, monkeypatch):
    made, begun, held = StudyJob(), threading.Event(), threading.Event()
    waits, join = [], threading.Thread.join

    def deaf(progress, should_stop):
        begun.set()
        held.wait(30)

    made.start(deaf)
    assert begun.wait(10)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "join", lambda one, s=None: (waits.append(s), join(one, 0)))
        made.end()
    assert not any(waits) and None not in waits
    assert at_work() and made.idle
    held.set()
    qtbot.waitUntil(lambda: not at_work())


def at_work() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "snapviz-study"]
