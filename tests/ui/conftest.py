"""Tests of the window: no settings of the person's own, no warnings of Qt, nothing left open."""

import gc
import json
import logging
import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QtMsgType
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication

    from tests.ui import leaks
except ImportError:
    # Where Qt is not installed, only the other rooms are tested.
    collect_ignore_glob = ["test_*.py"]

# What the offscreen platform says of itself, not of us.
HARMLESS = ("This plugin does not support",)
UNIFORM = {"kind": "uniform", "low_ms": 40, "high_ms": 80}


@pytest.fixture(autouse=True)
def settings_of_this_test(tmp_path_factory, monkeypatch, qapp):
    folder = tmp_path_factory.mktemp("settings")
    # Where unsaved work is kept.
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder))
    QCoreApplication.setOrganizationName("snapviz")
    QCoreApplication.setApplicationName("snapviz")
    return folder


@pytest.fixture(autouse=True)
def no_words_of_qt(qtlog):
    yield
    bad = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    said = [r.message for r in qtlog.records if r.type in bad]
    assert [m for m in said if not m.startswith(HARMLESS)] == []


@pytest.fixture(autouse=True)
def no_words_of_python(caplog):
    """Nothing is logged: what a person should know is said in the window."""
    yield
    records = [r for when in ("setup", "call") for r in caplog.get_records(when)]
    assert [r.getMessage() for r in records if r.levelno >= logging.WARNING] == []


@pytest.fixture(autouse=True)
def exceptions_in_slots_are_seen(request):
    """pytest-qt fails a test for an exception in a slot, unless it is told not to look."""
    assert not request.config.getini("qt_no_exception_capture")
    assert request.node.get_closest_marker("qt_no_exception_capture") is None
    assert request.node.get_closest_marker("no_qt_log") is None


@pytest.fixture(scope="session")
def what_was_there_before(qapp):
    """Modules and their like, which need not be searched for leaks after each test."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def nothing_left_at_work(qapp, what_was_there_before, nothing_left_open):
    before = leaks.at_work()
    yield
    # Windows are closed by now, but deleted only when the event loop gets to it.
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    leaks.let_studies_end()
    assert leaks.since(before) == []


@pytest.fixture(autouse=True)
def nothing_left_open(qapp, no_words_of_qt):
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in before]
    assert [w for w in left if w.isVisible()] == []
    assert [w.objectName() for w in left if w.parent() is None] == []


def ring(**changes) -> dict:
    """Four banks in a ring, one snapshot from P1, three messages in transit at its cut."""
    names = ["P1", "P2", "P3", "P4"]
    pairs = [(names[i], names[(i + d) % 4]) for i in range(4) for d in (1, 3)]
    sends = [
        (82, "P1", "P2", 30, 58), (120, "P2", "P1", 40, 160), (158, "P1", "P2", 25, 66),
        (178, "P4", "P1", 60, 62), (260, "P4", "P3", 15, 100), (330, "P1", "P2", 12, 68),
    ]  # fmt: skip
    scenario = {
        "format": "snapviz/scenario",
        "version": 1,
        "title": "A ring of banks",
        "description": "Money goes **round**. One snapshot.",
        "seed": 42,
        "duration_ms": 480,
        "processes": [{"id": name, "state": {"balance": 1000}} for name in names],
        "channels": [{"from": a, "to": b, "delay": UNIFORM} for a, b in pairs],
        "script": [
            {
                "at_ms": at, "action": "send", "from": a, "to": b,
                "payload": {"amount": amount}, "delay_ms": delay,
            }
            for at, a, b, amount, delay in sends
        ]
        + [
            {"at_ms": 200, "action": "snapshot", "initiator": "P1", "protocol": "chandy-lamport"}
        ],
    }  # fmt: skip
    return scenario | changes


@pytest.fixture
def ring_scenario():
    return ring


@pytest.fixture
def write(tmp_path):
    """Write a scenario object, or text, to a file of this test."""

    def write_file(content, name: str = "ring.snapviz.json") -> Path:
        path = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def open_window(qtbot):
    """Open the window on a file, wait until its run is there; it closes with the test."""
    from snapviz.app import open_window as really_open

    def open_it(path=None):
        window = really_open(path)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        opening = window.bench.opening
        qtbot.waitUntil(lambda: not (window.runner.busy or opening.busy), timeout=10_000)
        return window

    return open_it


@pytest.fixture
def window(open_window, write):
    """The window on the ring of banks."""
    return open_window(write(ring()))


@pytest.fixture
def trigger():
    """Trigger an action by its name, and let the event loop turn once."""

    def run(window, name: str) -> None:
        action = window.findChild(QAction, f"action.{name}")
        assert action is not None and action.isEnabled(), name
        action.trigger()
        QApplication.processEvents()

    return run
