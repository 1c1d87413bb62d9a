"""What is still at work: timers, threads and animations, wherever they hang."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QAbstractAnimation, QProcess, QThread, QThreadPool, QTimer
from shiboken6 import isValid

IS_BUSY = {
    QTimer: QTimer.isActive,
    QThread: QThread.isRunning,
    QProcess: lambda process: process.state() != QProcess.ProcessState.NotRunning,
    QAbstractAnimation: lambda one: one.state() == QAbstractAnimation.State.Running,
}
STOPS_S = 5  # until a thread that has been told to stop has noticed, on a busy machine
_test_of: dict[type, object] = {}


def at_work() -> list[object]:
    """Everything Python knows of that goes on by itself, threads of Python included."""
    pool = QThreadPool.globalInstance()
    found: list[object] = [pool] if pool.activeThreadCount() else []
    there = gc.get_objects()
    # Most of a million objects are dismissed by their type, without a call for each.
    kinds = {kind for kind in set(map(type, there)) if _busy_test(kind) is not None}
    for thing in there:
        if type(thing) in kinds and isValid(thing) and _busy_test(type(thing))(thing):
            found.append(thing)
    return [*found, *threading.enumerate()]


def let_studies_end() -> None:
    """Wait a while for studies: who closes a window tells their threads to stop, and goes."""
    for thread in threading.enumerate():
        if thread.name == "snapviz-study":
            thread.join(STOPS_S)


def since(before: list[object]) -> list[str]:
    """What is at work and was not ``before``, in words."""
    known = set(map(id, before))
    return [_told(thing) for thing in at_work() if id(thing) not in known]


def _busy_test(kind: type):
    # Asked for every type there is, after every test: the answer is kept.
    if kind not in _test_of:
        ways = [way for base, way in IS_BUSY.items() if issubclass(kind, base)]
        _test_of[kind] = ways[0] if ways else None
    return _test_of[kind]


def _told(thing: object) -> str:
    parent = thing.parent() if hasattr(thing, "parent") else None
    interval = f", every {thing.interval()} ms" if isinstance(thing, QTimer) else ""
    name = f" {thing.name}" if isinstance(thing, threading.Thread) else ""
    return f"{type(thing).__name__}{name} of {type(parent).__name__}{interval}"
