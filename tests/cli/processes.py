"""The command as a process of its own, and those it starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def started(root: Path, *words: object, script: str = "") -> Iterator[subprocess.Popen]:
    """A command that runs where there is no display; in the end nothing of it is left.

    script: a program to run instead of ``python -m snapviz``.
    """
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    process = subprocess.Popen(
        [sys.executable, *(("-c", script) if script else ("-m", "snapviz")), *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**kept, "PYTHONPATH": str(root)},
        cwd=root,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def workers_of(process: subprocess.Popen) -> list[int]:
    """The ids of the processes that work for a command, on Linux."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and b"LokyProcess" in _read(folder / "cmdline"):
            parent = int(_read(folder / "stat").rpartition(b") ")[2].split()[1] or b"0")
            found += [int(folder.name)] if parent == process.pid else []
    return found


def has_worked(process: subprocess.Popen, seconds: float) -> bool:
    """Whether a process has had so much processor time, on Linux; waits for it half a minute."""
    until, ticks = time.monotonic() + 30, seconds * os.sysconf("SC_CLK_TCK")
    while time.monotonic() < until:
        figures = _read(Path("/proc") / str(process.pid) / "stat").rpartition(b") ")[2].split()
        if len(figures) > 12 and int(figures[11]) + int(figures[12]) > ticks:
            return True
        time.sleep(0.02)
    return False


def is_alive(number: int) -> bool:
    """A process runs; one that nobody has asked about since it ended does not."""
    state = _read(Path("/proc") / str(number) / "stat").rpartition(b") ")[2]
    return bool(state) and not state.startswith(b"Z")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
