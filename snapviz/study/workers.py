"""Handing work out: to this thread, to all cores, or to a cluster. Results come in order.

The executor of joblib does the handing out to cores; its Dask backend reaches a cluster.
"""

from __future__ import annotations

import logging
import signal
import socket
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import islice
from multiprocessing import resource_tracker
from time import monotonic, sleep
from typing import Any

NEEDS_DASK = (
    "--scheduler: Dask is not installed; install it with: pip install 'snapviz[cluster]', "
    "or leave --scheduler out to use the cores of this machine"
)
PATIENCE_S = 10
PUT_AWAY_S = 5
IDLE_S = 300
# Tasks handed out to a process at once, so that it need not wait for the next; loky's queue has
# room for 2 a process.
AHEAD = 2
POLL_S = 0.002
# The thread that hands tasks over to the processes, as multiprocessing names it.
FEEDER = "QueueFeederThread"
MASKS = hasattr(signal, "pthread_sigmask")
# Each run keeps one core busy; libraries must not start threads on top of that.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class ClusterError(Exception):
    """There is no way to the cluster, or none any more; the message says why and what to do."""


class WorkersLost(Exception):
    """Processes that worked here were ended by somebody else; the message says what to do."""


LOST = (
    "a process at work was ended from outside, so not everything could be counted; "
    "close other programs if memory is short, and sweep again"
)


def results(
    work: Callable[[Any], Any],
    tasks: Sequence[Any],
    jobs: int | None = None,
    scheduler: str | None = None,
) -> Iterator[Any]:
    """``work`` on each task, results in the order of the tasks, whoever does them.

    jobs: how many processes at once, None for all cores; with 1 the work is done right here.
    scheduler: the address of a Dask scheduler, whose workers do it instead. Closing the iterator
    early gives up what has not been done. Raises ClusterError and WorkersLost.
    """
    if scheduler is None and (jobs == 1 or len(tasks) < 2):
        yield from map(work, tasks)
    elif scheduler is None:
        yield from _on_cores(work, tasks, jobs)
    else:
        yield from _on_cluster(work, tasks, scheduler)


def _on_cores(work: Callable[[Any], Any], tasks: Sequence[Any], jobs: int | None) -> Iterator[Any]:
    # joblib's executor fails all that was handed to it as soon as one of its processes is gone,
    # which can be told in words of our own.
    from concurrent.futures.process import BrokenProcessPool

    from joblib.externals.loky import cpu_count, get_reusable_executor

    count = cpu_count() if jobs is None else jobs
    executor = get_reusable_executor(count, timeout=IDLE_S, env=ONE_THREAD)
    waiting: deque[Future] = deque()
    left = iter(tasks)
    done = False
    try:
        while True:
            with _interrupts_put_off():
                for task in islice(left, AHEAD * count - len(waiting)):
                    waiting.append(executor.submit(work, task))
            if not waiting:
                break
            yield waiting.popleft().result()
        done = True
    except BrokenProcessPool:
        raise WorkersLost(LOST) from None
    finally:
        if not done:
            _taken_over(waiting)
            _end(executor)


def _taken_over(waiting: Iterable[Future]) -> None:
    """Wait a moment until the executor has put all that was handed to it into its queue.

    Ended before that, its own thread fails over work that it no longer finds.
    """
    until = monotonic() + PATIENCE_S
    while monotonic() < until and not all(one.running() or one.done() for one in waiting):
        sleep(POLL_S)


def _end(executor: Any) -> None:
    """Shut it down, and wait for the last of its threads too, for which loky does not wait.

    That thread may be the one that puts the shared locks away; if this process ended in the
    middle of it, loky would warn of a leak.
    """
    executor.shutdown(wait=True, kill_workers=True)
    for thread in threading.enumerate():
        if thread.name == FEEDER:
            thread.join(PUT_AWAY_S)


def _on_cluster(work: Callable[[Any], Any], tasks: Sequence[Any], scheduler: str) -> Iterator[Any]:
    from joblib import Parallel, delayed

    with _backend(scheduler), _losses_told(scheduler):
        with _interrupts_put_off():
            handed_out = Parallel(return_as="generator", n_jobs=-1)(
                delayed(work)(task) for task in tasks
            )
        try:
            # Not ``yield from``, which would close the inner generator before ``_give_up`` can.
            for found in handed_out:  # noqa: UP028
                yield found
        finally:
            _give_up(handed_out)


@contextmanager
def _interrupts_put_off() -> Iterator[None]:
    """Ctrl-C is answered at the end of this; processes started meanwhile never hear of it.

    A terminal sends it to all of them, and each would print a traceback of its own: whoever
    handed the work out ends them. Windows has no mask for them to inherit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if MASKS:
        # Started later, it would lift the mask.
        resource_tracker.ensure_running()
    heard: list[bool] = []
    before = signal.signal(signal.SIGINT, lambda *_: heard.append(True))
    mask = _masked({signal.SIGINT}, "SIG_BLOCK")
    try:
        yield
    finally:
        _masked(mask, "SIG_SETMASK")
        signal.signal(signal.SIGINT, before)
        if heard:
            signal.raise_signal(signal.SIGINT)


def _masked(signals: set[int], how: str) -> set[int]:
    return signal.pthread_sigmask(getattr(signal, how), signals) if MASKS else set()


def _give_up(handed_out: Generator) -> None:
    # joblib warns of work that was done and not used; whoever cancels knows.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        handed_out.close()


@contextmanager
def _losses_told(scheduler: str) -> Iterator[None]:
    """Say in words that a cluster is gone."""
    try:
        yield
    except _losses_of_dask() as error:
        raise ClusterError(
            f"--scheduler: the Dask cluster at {scheduler!r} was lost in the middle of the work "
            f"({_first_line(error)}); start it again and sweep again, or leave --scheduler out "
            "to use the cores of this machine"
        ) from None


def _losses_of_dask() -> tuple[type[Exception], ...]:
    from concurrent.futures import CancelledError

    from distributed import KilledWorker

    return CancelledError, KilledWorker, OSError


def dismiss() -> None:
    """End at once the processes that work here, or idle in case there is more to do."""
    if "joblib.externals.loky" in sys.modules:
        from joblib.externals.loky import get_reusable_executor

        _end(get_reusable_executor(reuse=True))


@contextmanager
def _backend(scheduler: str) -> Iterator[None]:
    from joblib import parallel_config

    with _client(scheduler) as client, parallel_config("dask", client=client):
        yield


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
        from distributed.comm import get_address_host_port
    except ImportError:
        raise ClusterError(NEEDS_DASK) from None
    try:
        # A client that never got through complains when it is collected, so knock first.
        socket.create_connection(get_address_host_port(scheduler, strict=True), PATIENCE_S).close()
        client = Client(scheduler, timeout=PATIENCE_S, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterError(
            f"--scheduler: no Dask scheduler answers at {scheduler!r} ({_first_line(error)}); "
            "give the address it prints when it starts, such as tcp://10.0.0.1:8786"
        ) from None
    with _dask_silent(), client:
        yield client


_CHATTY = ("distributed", "tornado", "asyncio")


@contextmanager
def _dask_silent() -> Iterator[None]:
    """What Dask has to say of a lost connection, it says in tracebacks."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith(_CHATTY)]
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
