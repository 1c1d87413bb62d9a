"""The installed program under an X server of its own, moved by a mouse and keys of X."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from snapviz.documents import load_scenario

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
SCREEN = "1440x900x24"
PATIENCE_S = 30
NEAR_MS = 1.5  # a pixel is less

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


def until(wanted: Callable[[], object]) -> object:
    """Wait until something is so; what it is."""
    end = time.monotonic() + PATIENCE_S
    while not (found := wanted()):
        assert time.monotonic() < end, wanted
        time.sleep(0.05)
    return found


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen that nobody sees."""
    reading, writing = os.pipe()
    options = ["-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(
        ["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


class Program:
    """``python -m snapviz FILE``, with hands on it."""

    def __init__(self, path: Path, display: str, root: Path):
        home = path.parent / "home"
        places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        places["XDG_RUNTIME_DIR"] = str(home)
        home.mkdir(mode=0o700)
        self._environment = os.environ | places | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "snapviz", str(path)], env=self._environment, cwd=root
        )
        self.window = until(lambda: self.find(path.name))
        self.does("windowfocus", "--sync", self.window)
        place = self.does("getwindowgeometry", "--shell", self.window)
        told = dict(line.split("=") for line in place.split())
        self.corner = QPoint(int(told["X"]), int(told["Y"]))
        self.size = int(told["WIDTH"]), int(told["HEIGHT"])

    def does(self, *words: str) -> str:
        return subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        ).stdout

    def find(self, name: str) -> str:
        """The X window of a title; empty if there is none."""
        assert self.process.poll() is None, "the program ended"
        return self.does("search", "--onlyvisible", "--name", name).strip()

    def presses(self, *keys: str) -> None:
        self.does("key", "--clearmodifiers", *keys)

    def drags(self, start: QPoint, end: QPoint) -> None:
        """Slowly enough to be a hand."""
        words = _to(start) + ["mousedown", "1"]
        for step in range(1, 5):
            words += ["sleep", "0.03", *_to(start + (end - start) * step / 4)]
        self.does(*words, "sleep", "0.05", "mouseup", "1")

    def ends(self) -> int:
        return self.process.wait(PATIENCE_S)


def _to(spot: QPoint) -> list[str]:
    return ["mousemove", str(spot.x()), str(spot.y())]


@pytest.fixture
def program(write, ring_scenario, display, root) -> Iterator[Program]:
    made = Program(write(ring_scenario()), display, root)
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.wait(PATIENCE_S)


@pytest.fixture
def draw(program, open_window, write, ring_scenario):
    """Drag from line P2 at 20 ms to line P3 at 70 ms: the same window, unseen, says where."""
    twin = open_window(write(ring_scenario(), "twin.snapviz.json"))
    twin.resize(*program.size)
    for _ in range(3):
        QApplication.processEvents()
    view = twin.central.view
    place, corner = view.place(), view.mapTo(twin, QPoint(0, 0)) + program.corner

    def at(line: int, us: int) -> QPoint:
        return corner + QPoint(round(place.x_of(us)), round(place.lanes[line]))

    return lambda: program.drags(at(1, 20_000), at(2, 70_000))


def script(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["script"]


def test_that_a_drawn_message_is_saved_and_undone(program, draw, tmp_path):
    path = tmp_path / "ring.snapviz.json"
    before = load_scenario(path)
    draw()
    program.presses("ctrl+s")
    until(lambda: len(script(path)) == 8)
    made = script(path)[-1]
    assert (made["action"], made["from"], made["to"]) == ("send", "P2", "P3")
    assert made["at_ms"] == pytest.approx(20, abs=NEAR_MS)
    assert made["delay_ms"] == pytest.approx(50, abs=2 * NEAR_MS)
    program.presses("ctrl+z", "ctrl+s")
    until(lambda: load_scenario(path) == before)
    program.presses("ctrl+q")
    assert program.ends() == 0


@pytest.mark.deep
def test_that_unsaved_work_is_asked_about_at_the_end(program, draw, tmp_path):
    path = tmp_path / "ring.snapviz.json"
    draw()
    program.presses("ctrl+q")
    question = until(lambda: program.find("Unsaved changes"))
    program.does("windowfocus", "--sync", question)
    program.presses("Escape")
    until(lambda: not program.find("Unsaved changes"))
    assert len(script(path)) == 7
    program.does("windowfocus", "--sync", program.window)
    program.presses("ctrl+q")
    program.does("windowfocus", "--sync", until(lambda: program.find("Unsaved changes")))
    program.presses("Return")
    assert program.ends() == 0
    assert len(script(path)) == 8
