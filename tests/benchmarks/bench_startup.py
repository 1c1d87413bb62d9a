"""How long until something is there: the package imported, the window painted.

python -m pytest -o addopts= -p no:pytest-qt --import-mode=importlib tests/benchmarks/bench_startup.py -s
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCENARIO = ROOT / "scenarios" / "02-bank-transfer.snapviz.json"
ROUNDS = 9

# Prints the seconds of CPU the process has used when its first window has painted itself.
FIRST_PAINT = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
class Watch(QObject):
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.UpdateRequest and thing.isWidgetType() and thing.isWindow():
            app.removeEventFilter(self)
            thing.repaint()
            print(time.process_time(), flush=True)
            os._exit(0)
        return False
app = QApplication(sys.argv[:1])
watch = Watch()
app.installEventFilter(watch)
"""
BARE_WINDOW = FIRST_PAINT + "window = QMainWindow(); window.show(); app.exec()"
OUR_WINDOW = (
    FIRST_PAINT
    + f"from snapviz.app import open_window; window = open_window({str(SCENARIO)!r}); app.exec()"
)
BARE_PYTHON = "import time; print(time.process_time())"
OUR_IMPORT = "import snapviz, time; print(time.process_time())"


def _best(code: str, settings: Path) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(settings)}
    words = [sys.executable, "-c", code]
    seconds = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            words,
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env=environment,
            timeout=60,
        )
        seconds.append(float(done.stdout.split()[0]))
    return min(seconds)


def test_that_the_import_takes_under_a_tenth_of_a_second_of_its_own(tmp_path):
    bare, ours = (_best(code, tmp_path) for code in (BARE_PYTHON, OUR_IMPORT))
    print(f"\npython {bare * 1e3:.0f} ms, with snapviz {ours * 1e3:.0f} ms")
    assert ours - bare < 0.1


def test_that_the_first_paint_takes_under_three_bare_windows(tmp_path):
    pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
    bare, ours = (_best(code, tmp_path) for code in (BARE_WINDOW, OUR_WINDOW))
    print(f"\nbare window {bare * 1e3:.0f} ms, ours {ours * 1e3:.0f} ms: {ours / bare:.2f} times")
    assert ours / bare < 3
