"""The installed program under an X server of its own, moved by a mouse and keys of X."""

import json
import mmap
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from snapviz.diagram.clockgrips import clock_box
from snapviz.documents import load_scenario

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
SCREEN = "2560x1440x24"
SIZES = ("1280", "720"), ("2560", "1440")
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


class Screen:
    """A screen that nobody sees: its name, and what is on it.

    ``image`` is what Xvfb keeps up to date in the format of xwd: a header of big-endian numbers,
    the colours, then blue, green, red and nothing for each pixel.
    """

    def __init__(self, name: str, image: Path):
        self.name = name
        with image.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        numbers = struct.unpack(">20I", self._data[:80])
        self._stride, self._start = numbers[12], numbers[0] + 12 * numbers[19]

    def colour(self, spot: QPoint) -> QColor:
        at = self._start + spot.y() * self._stride + 4 * spot.x()
        blue, green, red = self._data[at : at + 3]
        return QColor(red, green, blue)

    def close(self) -> None:
        self._data.close()


@pytest.fixture(scope="module")
def screen(tmp_path_factory) -> Iterator[Screen]:
    folder = tmp_path_factory.mktemp("screen")
    reading, writing = os.pipe()
    options = ["-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(
        ["Xvfb", *options, "-fbdir", str(folder)], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        assert number, "Xvfb did not start"
        shown = Screen(f":{number}", folder / "Xvfb_screen0")
        yield shown
        shown.close()
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
        self.measure()

    def measure(self) -> None:
        """See where the window is."""
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

    def resizes(self, width: str, height: str) -> None:
        self.does("windowsize", "--sync", self.window, width, height)
        until(lambda: self.measure() or self.size == (int(width), int(height)))

    def drags(self, path: list[QPoint]) -> None:
        """Press at the first spot, go over the others, let go at the last."""
        words = _to(path[0]) + ["mousedown", "1"]
        for spot in path[1:]:
            words += _to(spot)
        self.does(*words, "mouseup", "1")

    def ends(self) -> int:
        return self.process.wait(PATIENCE_S)


def _to(spot: QPoint) -> list[str]:
    """Go there, and wait until the mouse has arrived."""
    return ["mousemove", "--sync", str(spot.x()), str(spot.y())]


@pytest.fixture
def program(write, ring_scenario, screen, root) -> Iterator[Program]:
    made = Program(write(ring_scenario()), screen.name, root)
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.wait(PATIENCE_S)


class Twin:
    """The same window, unseen: it says where things are, and does the same."""

    def __init__(self, window, program: Program):
        self._program = program
        self.window, self.view = window, window.central.view
        self.fit()

    def fit(self) -> None:
        self.window.resize(*self._program.size)
        for _ in range(3):
            QApplication.processEvents()

    def at(self, line: int, us: int) -> QPoint:
        place = self.view.place()
        return QPoint(round(place.x_of(us)), round(place.lanes[line]))

    def on_screen(self, spot: QPoint) -> QPoint:
        return spot + self.view.mapTo(self.window, QPoint(0, 0)) + self._program.corner

    def drags(self, start: QPoint, end: QPoint) -> None:
        """Both windows do it."""
        path = [start + (end - start) * step / 4 for step in range(5)]
        self._program.drags([self.on_screen(spot) for spot in path])
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(self.view, left, pos=path[0])
        for spot in path[1:]:
            QTest.mouseMove(self.view, spot)
        QTest.mouseRelease(self.view, left, pos=path[-1])

    @property
    def scenario(self):
        return self.window.bench.editor.scenario


@pytest.fixture
def twin(program, open_window, write, ring_scenario):
    return Twin(open_window(write(ring_scenario(), "twin.snapviz.json")), program)


def draw(twin: Twin) -> None:
    """A message from line P2 at 20 ms to line P3 at 70 ms."""
    twin.drags(twin.at(1, 20_000), twin.at(2, 70_000))


def script(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["script"]


def saved(program: Program, path: Path, wanted: Callable[[], object]) -> None:
    """Save until the file is as it should be: an edit may still be on its way."""
    until(lambda: program.presses("ctrl+s") or wanted())


def test_that_a_drawn_message_is_saved_undone_and_done_again(program, twin, tmp_path):
    path = tmp_path / "ring.snapviz.json"
    before = load_scenario(path)
    draw(twin)
    saved(program, path, lambda: len(script(path)) == 8)
    made = script(path)[-1]
    assert (made["action"], made["from"], made["to"]) == ("send", "P2", "P3")
    assert made["at_ms"] == pytest.approx(20, abs=NEAR_MS)
    assert made["delay_ms"] == pytest.approx(50, abs=2 * NEAR_MS)
    assert load_scenario(path) == twin.scenario
    program.presses("ctrl+z")
    saved(program, path, lambda: load_scenario(path) == before)
    program.presses("ctrl+shift+z")
    saved(program, path, lambda: load_scenario(path) == twin.scenario)
    program.presses("ctrl+q")
    assert program.ends() == 0


@pytest.mark.deep
def test_that_a_clock_is_dragged(program, twin, tmp_path):
    path = tmp_path / "ring.snapviz.json"
    before = load_scenario(path)
    box = clock_box(twin.view.place(), 2)
    start = QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))
    twin.drags(start, start + QPoint(30, 0))
    assert twin.scenario.processes[2].clock != before.processes[2].clock
    saved(program, path, lambda: load_scenario(path) == twin.scenario)


@pytest.mark.deep
@pytest.mark.parametrize("size", SIZES, ids="x".join)
def test_that_hands_work_in_a_window_of_another_size(program, twin, tmp_path, size):
    path = tmp_path / "ring.snapviz.json"
    program.resizes(*size)
    twin.fit()
    draw(twin)
    saved(program, path, lambda: len(script(path)) == 8)
    assert load_scenario(path) == twin.scenario


@pytest.mark.deep
def test_that_a_run_plays_to_its_end(program, twin, screen):
    theme, place = twin.window.appearance.theme, twin.view.place()
    playback = twin.window.playback
    y = round((place.plot.top + place.lanes[0]) / 2)

    def shows_head(us: int) -> bool:
        x = round(place.x_of(us))
        spots = [twin.on_screen(QPoint(x + shift, y)) for shift in (-1, 0, 1)]
        return any(_alike(screen.colour(spot), QColor(theme.accent)) for spot in spots)

    until(lambda: shows_head(0))
    for _ in range(6):
        program.presses("bracketright")
    program.presses("space")
    until(lambda: shows_head(playback.end_us))
    assert not shows_head(0)


def _alike(one: QColor, other: QColor) -> bool:
    """A thin line is blended with its ground."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return max(abs(a - b) for a, b in pairs) < 70


@pytest.mark.deep
def test_that_unsaved_work_is_asked_about_at_the_end(program, twin, tmp_path):
    path = tmp_path / "ring.snapviz.json"
    draw(twin)
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
