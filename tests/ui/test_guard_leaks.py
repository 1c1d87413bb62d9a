"""The suite finds what a test leaves behind, and a closed window is at rest."""

import os
import subprocess
import sys
import threading
from textwrap import dedent

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QThread, QTimer, QVariantAnimation
from PySide6.QtTest import QTest

from tests.ui import leaks

GUILTY = """
    import logging, threading
    import pytest
    from PySide6.QtCore import QObject, QTimer, qWarning
    from PySide6.QtWidgets import QWidget
    from tests.ui.conftest import *

    KEPT = []

    def test_timer():
        timer = QTimer()
        timer.start(60_000)
        KEPT.append(timer)

    def test_thread():
        thread = threading.Thread(target=threading.Event().wait, daemon=True)
        thread.start()

    def test_widget():
        widget = QWidget()
        widget.setObjectName("stray")
        KEPT.append(widget)

    def test_qt_warning():
        qWarning("oh")

    def test_log():
        logging.getLogger("snapviz").warning("hm")

    def test_slot(qtbot):
        def fail():
            raise RuntimeError("in a slot")
        QTimer.singleShot(0, fail)
        qtbot.wait(20)
"""


def test_that_each_kind_of_leak_fails_the_test_that_left_it(tmp_path, root):
    (tmp_path / "test_guilty.py").write_text(dedent(GUILTY), encoding="utf-8")
    options = ["-p", "pytestqt.plugin", "-p", "no:cacheprovider", "-q", "-rA", "--color=no"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, f"--rootdir={tmp_path}", str(tmp_path)],
        check=False,
        # What else is installed need not be fetched.
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        cwd=root,
        timeout=60,
    )
    told = [line.split(" - ")[0] for line in done.stdout.splitlines()]
    bad = {line.partition("::")[2] for line in told if line.startswith(("ERROR ", "FAILED "))}
    kinds = {f"test_{name}" for name in ("timer", "thread", "widget", "qt_warning", "log", "slot")}
    assert bad == kinds, done.stdout


class Lasting(QThread):
    def run(self):
        self.exec()


def test_that_a_thread_an_animation_and_a_child_timer_are_seen(qapp):
    before = leaks.at_work()
    parent, thread, glide = QObject(), Lasting(), QVariantAnimation()
    timer = QTimer(parent)
    timer.start(60_000)
    thread.start()
    glide.setDuration(60_000)
    glide.setStartValue(0)
    glide.setEndValue(1)
    glide.start()
    assert sorted(leaks.since(before)) == [
        "Lasting of NoneType",
        "QTimer of QObject, every 60000 ms",
        "QVariantAnimation of NoneType",
    ]
    thread.quit()
    thread.wait()
    glide.stop()
    timer.stop()
    assert leaks.since(before) == []


def playing(window, trigger):
    window.playback.play()


def edited(window, trigger):
    trigger(window, "addProcess")


def exporting(window, trigger):
    trigger(window, "export")


def told_off(window, trigger):
    window.bench.session.messages.success("Well done.")


def in_the_middle_of_a_drag(window, trigger):
    view = window.central.view
    place = view.place()
    start = QPoint(round(place.plot.left) + 40, round(place.lanes[0]))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(60, 40))


@pytest.mark.parametrize("state", [playing, edited, exporting, told_off, in_the_middle_of_a_drag])
def test_that_a_closed_window_comes_to_rest(window, trigger, state, qtbot):
    # Earlier tests may have left threads of their own, such as a pool's.
    threads = threading.active_count()
    state(window, trigger)
    window.files.save()
    window.close()

    def active() -> list[QTimer]:
        return [timer for timer in window.findChildren(QTimer) if timer.isActive()]

    qtbot.waitUntil(lambda: not active(), timeout=2000)
    QTest.qWait(20)
    assert active() == []
    assert threading.active_count() <= threads
