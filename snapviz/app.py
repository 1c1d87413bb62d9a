"""The desktop door: opens the window."""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from snapviz.ui.icons import application_icon
from snapviz.ui.main_window import MainWindow

AWAKE_MS = 250
SWITCH_S = 0.0005
PAINTING = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


def open_window(path: str | os.PathLike | None = None) -> QMainWindow:
    """Show the main window and return it; a QApplication is made if there is none.

    ``path`` names a scenario file or a log. Without one the first shipped scenario is
    shown, so that there is something to play with. No dialog opens: what is
    wrong with a file is told inside the window.
    """
    application = _application()
    window = MainWindow(application)
    window.show()
    # The frame is painted now; what it shows takes a moment longer to fetch.
    application.processEvents(PAINTING)
    window.furnish()
    if path is not None:
        window.open(path)
        # A log is read in a thread, and so is a large file; whoever opened the window by name
        # wants to see it.
        while window.files.reading:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    else:
        _open_first_example(window)
    window.central.view.setFocus()
    application.processEvents(PAINTING)
    return window


def _open_first_example(window: MainWindow) -> None:
    from snapviz.ui.examples import shipped_paths

    samples = shipped_paths()
    if samples:
        window.open_example(samples[0])
        window.bench.offer_tour()
    else:
        window.show_examples()


def main(path: str | os.PathLike | None = None) -> int:
    """Open the window and run until it is closed; the exit status, 130 after Ctrl-C."""
    # Bound to a name: without an owner in Python the window would be gone at once.
    window = open_window(path)
    # What is there now stays; looking through it again and again would stall the window.
    gc.collect()
    gc.freeze()
    # numpy fetches it with the first set operation, which takes longer than a turn may.
    Thread(target=import_module, args=("numpy.ma",), daemon=True).start()
    signal.signal(signal.SIGINT, lambda *_: QApplication.exit(130))
    # Python looks at signals only when it gets to run.
    awake = QTimer(window)
    awake.timeout.connect(lambda: None)
    awake.start(AWAKE_MS)
    return QApplication.exec()


def _application() -> QApplication:
    application = QApplication.instance()
    # A thread at work is asked so often to let the window's thread have its turn.
    sys.setswitchinterval(SWITCH_S)
    if application is None:
        application = QApplication(sys.argv[:1])
    QCoreApplication.setOrganizationName("snapviz")
    QCoreApplication.setApplicationName("snapviz")
    QGuiApplication.setApplicationDisplayName("snapviz")
    QGuiApplication.setDesktopFileName("snapviz")
    QApplication.setWindowIcon(application_icon())
    return application
