"""Work in a thread takes nothing of the window apart."""

import gc
import threading

from snapviz.render.background import Background, Uncollected, collect_meanwhile


class Knot:
    """Held by nothing but itself; notes which thread takes it apart."""

    def __init__(self, found):
        self.itself, self.found = self, found

    def __del__(self):
        self.found.append(threading.current_thread())


def test_that_a_thread_collects_nothing_and_the_window_does():
    gc.collect()
    found, started, go_on = [], threading.Event(), threading.Event()

    def work():
        started.set()
        go_on.wait(5)
        # More than enough to set the collector off.
        return [[] for _ in range(150_000)]

    Knot(found)
    work_there = Background(work, is_uncollected=True)
    assert started.wait(5) and not gc.isenabled()
    go_on.set()
    work_there.wait()
    assert gc.isenabled()
    gc.collect()
    assert found == [threading.main_thread()]


def test_that_two_at_once_leave_the_collector_as_it_was():
    go_on = threading.Event()
    one = Background(lambda: go_on.wait(5), is_uncollected=True)
    two = Background(lambda: None, is_uncollected=True)
    two.wait()
    assert not gc.isenabled()
    collect_meanwhile()
    go_on.set()
    one.wait()
    assert gc.isenabled()


def test_that_the_collector_is_held_once_however_often_that_is_said():
    one, two = Uncollected(), Uncollected()
    one.begin()
    one.begin()
    two.begin()
    one.end()
    assert not gc.isenabled()
    two.end()
    assert gc.isenabled()
    two.end()
    one.begin()
    assert not gc.isenabled()
    one.end()
    assert gc.isenabled()


def test_that_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        quiet = Uncollected()
        quiet.begin()
        quiet.end()
        assert not gc.isenabled()
    finally:
        gc.enable()
