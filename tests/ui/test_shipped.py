"""Every shipped scenario, played to its end in the window."""

from itertools import pairwise
from time import thread_time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from snapviz.engine.trace import ABORTED
from snapviz.ui.examples import shipped_paths

LONGEST_STALL_S = 0.050


@pytest.mark.parametrize("path", shipped_paths(), ids=lambda path: path.name.partition(".")[0])
def test_that_it_opens_and_steps_to_its_end(open_window, trigger, path):
    window = open_window(path)
    assert not window.central.messages.isVisible()
    assert window.files.document.title
    assert window.files.document.scenario.description
    for _ in range(3):
        trigger(window, "stepForward")
    trigger(window, "toEnd")
    run = window.files.document.run
    assert window.playback.rows == run.trace.row_count
    verdicts = [s.verdict for s in run.snapshots if s.verdict is not None]
    sign = window.findChild(QLabel, "status.verdict").text()[:1]
    if len(verdicts) == 1 and len(run.snapshots) == 1:
        is_aborted = {decision.outcome for decision in run.trace.decisions} == {ABORTED}
        assert sign == ("✗" if not verdicts[0].sound else "S" if is_aborted else "✓")


@pytest.mark.deep
@pytest.mark.parametrize("path", shipped_paths(), ids=lambda path: path.name.partition(".")[0])
def test_that_the_window_never_stalls_while_it_plays(open_window, qtbot, path):
    window = open_window(path)
    window.playback.set_speed(10)
    assert min(_longest_turn(window, qtbot) for _ in range(3)) < LONGEST_STALL_S


def _longest_turn(window, qtbot) -> float:
    """The longest turn of the event loop in seconds of processor time, whatever else runs here."""
    beats = [thread_time()]
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(thread_time()))
    heart.start(0)
    # Two keys, one after the other: each is answered before the next is heard.
    for key in (window.playback.to_start, window.playback.play):
        key()
        answered = len(beats)
        qtbot.waitUntil(lambda answered=answered: len(beats) > answered)
    qtbot.waitUntil(lambda: not window.playback.playing, timeout=30_000)
    heart.stop()
    return max(after - before for before, after in pairwise(beats))
