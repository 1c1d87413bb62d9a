"""A real window as a process of its own that begins a sweep and leaves in the middle of it.

Run with a scenario and ``close`` or ``interrupt``. Prints ``busy`` and the ids of its workers.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from snapviz import app


def workers() -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rpartition(") ")[2].split()[1]
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if int(parent) == os.getpid() and b"LokyProcess" in command:
            found.append(int(folder.name))
    return found


def begin(window, how: str) -> None:
    window.actions_["sweep"].trigger()
    panel = window.bench.studies.sweep
    panel.form.seeds.set_value(5000)
    panel.begin(panel.form.asked())
    timer = QTimer(window)

    def leave() -> None:
        if panel.sweep is None:
            return
        timer.stop()
        print("busy" if panel.job.busy else "done", *workers(), flush=True)
        if how == "close":
            window.close()
        else:
            os.kill(os.getpid(), signal.SIGINT)

    timer.timeout.connect(leave)
    timer.start(20)


def main(path: str, how: str) -> int:
    application = QApplication(sys.argv[:1])

    def look() -> None:
        (window,) = [w for w in application.topLevelWidgets() if w.objectName() == "mainWindow"]
        begin(window, how)

    QTimer.singleShot(0, application, lambda: QTimer.singleShot(200, application, look))
    return app.main(path)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
