"""What Ctrl-C does while a command is carried out."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

INTERRUPTED = 130


@contextmanager
def interrupted_at_once() -> Iterator[None]:
    """Ctrl-C ends the process on the spot: Qt, and half-done imports, take no exception well."""
    with _on_interrupt(_stop):
        yield


@contextmanager
def interrupted_in_order() -> Iterator[None]:
    """Ctrl-C is a KeyboardInterrupt, so that other processes at work are ended too.

    Until they are, a second one is not heard: it would leave them behind.
    """
    with _on_interrupt(_raise_once):
        yield


@contextmanager
def interrupted_afterwards() -> Iterator[None]:
    """Ctrl-C is a KeyboardInterrupt, but only at the end of what is short and must be whole."""
    heard: list[bool] = []
    with _on_interrupt(lambda *_: heard.append(True)):
        yield
    if heard:
        raise KeyboardInterrupt


@contextmanager
def _on_interrupt(handler: Callable[..., None]) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(*_: object) -> None:
    with suppress(OSError):
        os.write(2, b"snapviz: interrupted\n")
    if whole := sys.modules.get("snapviz.render.whole"):
        whole.discard_unfinished()
    os._exit(INTERRUPTED)


def _raise_once(*_: object) -> None:
    signal.signal(signal.SIGINT, _ignore)
    raise KeyboardInterrupt


def _ignore(*_: object) -> None:
    pass
