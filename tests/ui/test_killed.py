"""Killed in the middle of editing and saving: the file is whole, the work comes back."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from snapviz.documents import load_scenario
from snapviz.ui import journal
from snapviz.ui.recovery import unsaved_folder

CHILD = Path(__file__).with_name("killed_editor.py")
PATIENCE_S = 30


def edit_until_killed(path: Path, source: random.Random, count: int) -> tuple[int, int]:
    """Killed soon after ``count`` edits: the last that was certainly saved, or certainly kept."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(path.parent)}
    with subprocess.Popen(
        [sys.executable, str(CHILD), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=CHILD.parent.parent.parent,
    ) as child:
        lines = [child.stdout.readline() for _ in range(count)]
        time.sleep(source.random() * 0.02)
        child.kill()
        lines += child.stdout.readlines()
    said = {"saved": 0, "kept": 0}
    for line in lines:
        word, _, number = line.strip().partition(" ")
        if number:
            said[word] = int(number)
    return said["saved"], said["kept"]


@pytest.mark.parametrize(
    "times", [pytest.param(3, id="some"), pytest.param(40, id="many", marks=pytest.mark.deep)]
)
def test_that_a_kill_takes_neither_the_file_nor_the_work(times, write, ring_scenario):
    source = random.Random(times)
    path = write(ring_scenario(title="0"))
    for _ in range(times):
        saved, kept = edit_until_killed(path, source, source.randrange(2, 30))
        assert max(saved, kept) > 0
        in_file = int(load_scenario(path).title)
        assert in_file >= saved
        works = [journal.read(file) for file in journal.kept(unsaved_folder())]
        # The newest may be from a moment before the last save, which then made it needless.
        newest = max([in_file, *(int(work.scenario.title) for work in works if work)])
        assert newest >= max(saved, kept)


def test_that_unsaved_work_is_offered_back(open_window, write, ring_scenario, qtbot):
    path = write(ring_scenario(title="0"))
    source, kept = random.Random(1), 0
    while kept % 5 in (0, 4) or kept < int(load_scenario(path).title):
        # Two edits after it was saved; now and then it gets to the next save.
        _, kept = edit_until_killed(path, source, 7)
    window = open_window()
    text = window.findChild(QLabel, "messages.text")
    qtbot.waitUntil(lambda: text.isVisible() and path.name in text.text())
    offer = next(b for b in window.findChildren(QPushButton) if "Restore" in b.text())
    offer.click()
    qtbot.waitUntil(lambda: window.bench.editor.document.path == path)
    assert int(window.bench.editor.scenario.title) >= kept
    assert window.bench.editor.document.dirty
    window.files.save()
    assert load_scenario(path).title == window.bench.editor.scenario.title
    window.close()
    assert journal.kept(unsaved_folder()) == []


def test_that_a_clean_end_leaves_nothing_to_restore(open_window, write, ring_scenario, trigger):
    window = open_window(write(ring_scenario()))
    trigger(window, "addProcess")
    window.bench.recovery.write()
    window.bench.recovery.settle()
    assert len(journal.kept(unsaved_folder())) == 1
    trigger(window, "undo")
    window.close()
    assert journal.kept(unsaved_folder()) == []
    assert not any(unsaved_folder().iterdir())


def test_that_what_is_offered_hides_nothing_and_what_is_said_moves_nothing(window, qtbot):
    central, bar = window.central, window.central.messages

    def top() -> int:
        return central.heading.mapTo(central, central.heading.rect().topLeft()).y()

    bar.success("Saved.")
    assert bar.isVisible() and top() == 0
    bar.offer("Unsaved work.", "Restore", lambda: None)
    qtbot.waitUntil(lambda: top() > bar.geometry().bottom())
    bar.clear()
    qtbot.waitUntil(lambda: top() == 0)
