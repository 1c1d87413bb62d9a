"""Files that appear under their name whole or not at all."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Self

# What to do about each temporary file should the process end on the spot.
_PENDING: dict[Path, Callable[[], object]] = {}


class ExportError(Exception):
    """The picture was not written; the message says what, where, and what to do."""


class ExportStopped(ExportError):
    """It was asked to stop, and did."""


class WholeFile:
    """Written beside the target, then renamed over it.

    A context manager: the file is discarded unless `commit` was called. Raises ExportError
    where nothing can be written.
    """

    def __init__(self, target: Path):
        self.target = target
        try:
            number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        except OSError as error:
            raise self._error(error) from error
        self.path = Path(name)
        self.stream: BinaryIO = os.fdopen(number, "wb")
        _PENDING[self.path] = lambda: os.close(number)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.stream.close()
        # Another program may have held the file open until a moment ago.
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        _PENDING.pop(self.path, None)

    def write(self, content: bytes) -> None:
        try:
            self.stream.write(content)
        except OSError as error:
            raise self._error(error) from error

    def commit(self) -> None:
        """Move the file into its place."""
        try:
            self.stream.flush()
            os.fsync(self.stream.fileno())
            self.stream.close()
            os.chmod(self.path, _mode(self.target))
            os.replace(self.path, self.target)
        except OSError as error:
            raise self._error(error) from error

    def let_go(self, before_ending: Callable[[], object]) -> None:
        """Leave the writing to another program, which ``before_ending`` stops."""
        self.stream.close()
        _PENDING[self.path] = before_ending

    def take_back(self) -> None:
        """Go on after the other program, before `commit`."""
        self.stream = self.path.open("rb+")

    def _error(self, error: OSError) -> ExportError:
        return ExportError(f"{self.target}: cannot be written: {error.strerror}")


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C is heard only after this; for what must not be left half begun."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[tuple] = []
    before = signal.signal(signal.SIGINT, lambda *told: heard.append(told))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if heard and callable(before):
            before(*heard[0])


def discard_unfinished() -> None:
    """Take away what is half-written, in a process that is about to end on the spot."""
    for path, release in list(_PENDING.items()):
        with suppress(OSError):
            release()
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The permissions the file has, or a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
