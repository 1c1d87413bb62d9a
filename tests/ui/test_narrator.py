"""The narrator: the sentence of the play-head, its line of the pseudo-code, steps and clicks."""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from snapviz.resources import PACKAGE, scenarios_folder
from snapviz.ui.panels import narrator as panel_file
from snapviz.ui.panels import story as told_file
from snapviz.ui.panels.narrator import NarratorPanel
from snapviz.ui.panels.narrator_words import SENTENCES, narrated
from snapviz.ui.selection import MessageItem, SnapshotItem
from tests.ui.mouse import press, press_row
from tests.ui.settling import settle


@pytest.fixture
def show(open_window):
    """The window on a shipped scenario, its narrator in front."""

    def opened(start: str):
        (path,) = scenarios_folder().glob(f"{start}-*.snapviz.json")
        window = open_window(path)
        window.show()
        window.findChild(QAction, "action.narrator").trigger()
        QApplication.processEvents()
        panel = window.findChild(NarratorPanel)
        assert panel.seen
        return window, panel

    return opened


def lit(panel) -> str:
    return panel.code.lines[panel.code.current].id if panel.code.current >= 0 else ""


def click(panel, rule: str) -> None:
    (place,) = [n for n, line in enumerate(panel.code.lines) if line.id == rule]
    press_row(panel.list, panel.code.index(place))


def test_that_the_sentence_and_the_line_of_the_play_head_are_shown(show):
    window, panel = show("01")
    window.playback.scrub(100_000)
    assert panel.sentence.text() == "Nothing of this has happened yet." and lit(panel) == ""
    window.playback.scrub(205_000)
    assert lit(panel) == "first"
    assert panel.sentence.text() == (
        "200.0 ms: P2 gets the first marker of S1, on P1→P2: it records its state ($980); "
        "it takes P1→P2 as empty; it sends the marker on P2→P1"
    )
    window.playback.scrub(300_000)
    assert lit(panel) == "marker" and panel.sentence.text().endswith("S1 is complete")


@pytest.mark.parametrize(("start", "story"), [("20", 0), ("62", 3), ("62", 0), ("54", 0)])
def test_that_steps_go_from_one_told_event_to_the_next_and_back(show, start, story):
    """Also where several are told of one instant."""
    window, panel = show(start)
    panel.choice.setCurrentIndex(story)
    window.playback.scrub(0)
    panel.go_to(0)
    seen, times = [lit(panel)], [window.playback.time_us]
    while panel.stepper.next.isEnabled():
        press(panel.stepper.next)
        seen.append(lit(panel))
        times.append(window.playback.time_us)
    assert seen == [step.rule for step in panel.steps]
    assert times == [step.time_us for step in panel.steps]
    back = [lit(panel)]
    while panel.stepper.back.isEnabled():
        press(panel.stepper.back)
        back.append(lit(panel))
    assert back == seen[::-1]


def test_that_a_click_on_a_rule_goes_to_the_next_step_by_it(show):
    window, panel = show("01")
    window.playback.scrub(0)
    click(panel, "marker")
    assert window.playback.time_us == 260_000 and lit(panel) == "marker"
    (item,) = window.bench.session.selection.items
    assert isinstance(item, MessageItem) and (item.source, item.target) == ("P2", "P1")
    # There is no other: it is the next one again.
    click(panel, "marker")
    assert window.playback.time_us == 260_000
    click(panel, "keep")
    assert window.playback.time_us == 190_000 and lit(panel) == "keep"
    # Never by this rule, in this run: nothing moves.
    click(panel, "ignore")
    assert window.playback.time_us == 190_000 and lit(panel) == "keep"


def test_that_clicks_on_one_rule_go_through_all_steps_by_it_and_round(show):
    window, panel = show("20")
    window.playback.scrub(0)
    seen = []
    for _ in range(4):
        click(panel, "keep")
        seen.append(window.playback.time_us)
    assert seen == [105_000, 210_000, 105_000, 210_000]


def test_that_several_snapshots_and_their_agreements_are_offered(show):
    window, panel = show("63")
    offered = [panel.choice.itemText(n) for n in range(panel.choice.count())]
    assert offered == [
        "Whatever happens at the play-head",
        "S1 · Chandy–Lamport", "S1 · Gathering and copies", "S1 · Raft",
        "S2 · Chandy–Lamport", "S2 · Gathering and copies", "S2 · Raft",
    ]  # fmt: skip
    panel.choice.setCurrentIndex(3)
    assert "candidate" in [line.id for line in panel.code.lines]
    window.bench.session.selection.set(SnapshotItem(1))
    assert panel.choice.currentText() == "S2 · Chandy–Lamport"


def test_that_an_agreement_is_told_with_its_line(show):
    window, panel = show("62")
    panel.choice.setCurrentIndex(3)
    window.playback.scrub(145_000)
    assert lit(panel) == "vote" and "writes yes to its log" in panel.sentence.text()
    # A fault is by no rule.
    window.playback.scrub(150_000)
    assert lit(panel) == "" and "P1 crashes" in panel.sentence.text()


def test_that_without_a_snapshot_it_says_what_to_do(show, qtbot):
    window, panel = show("01")
    assert not panel.note.isVisible()
    window.bench.editor.edit(lambda scenario: replace(scenario, script=()), "Clear the script")
    qtbot.waitUntil(panel.note.isVisible)
    assert panel.note.text().startswith("Nothing is done here by an algorithm")
    assert not panel.list.isVisible()
    assert not panel.sentence.isVisible() and not panel.stepper.isVisible()


def test_that_a_protocol_without_pseudo_code_says_so(show, monkeypatch):
    monkeypatch.setattr(panel_file, "pseudo_code", lambda *_: None)
    _, panel = show("01")
    assert panel.note.text() == (
        "There is no pseudo-code of S1 · Chandy–Lamport here, so it is not told."
    )
    assert not panel.list.isVisible() and not panel.steps


def test_that_a_long_run_is_told_from_a_thread(show, monkeypatch, qtbot):
    monkeypatch.setattr(told_file, "AT_ONCE", 0)
    window, panel = show("01")
    qtbot.waitUntil(lambda: bool(panel.steps))
    window.playback.scrub(205_000)
    assert lit(panel) == "first" and not panel.note.isVisible()


def test_that_it_speaks_the_language_of_the_window(show, qtbot):
    window, panel = show("01")
    window.playback.scrub(205_000)
    window.findChild(QAction, "action.language.zh_CN").trigger()
    qtbot.waitUntil(lambda: panel.code.lines[0].text == "标记发送规则")
    assert panel.sentence.text().endswith(
        "P2 在 P1→P2 上收到 S1 的第一个标记：记录自己的状态（$980）；认定 P1→P2 为空；"
        "在 P2→P1 上发送标记"
    )
    assert lit(panel) == "first"
    window.findChild(QAction, "action.language.en").trigger()
    qtbot.waitUntil(lambda: panel.code.lines[0].text == "marker sending rule")


@pytest.mark.parametrize(
    ("start", "choice", "at_us", "line", "said"),
    [
        ("51", "Checkpoints · index-based", 90_000, "forced",
         ("carries index 1, and its own is only 0: its index becomes 1; "
         "it saves its state as checkpoint 1")),
        ("55", "Checkpoints · Koo–Toueg", 140_000, "decides",
         "checkpoint 1 is permanent; it tells P2"),
        ("54", "Message log · optimistic", 200_000, "flush", "nothing is to be written"),
        ("59", "Message log · sender-based", 60_000, "note", "as number 1: it confirms that"),
        ("54", "Crashes and recovery", 490_000, "crash", "what is in its memory is gone"),
        ("15", "NTP", 78_500, "adjust", "it sets its clock back by 24.923 ms"),
        ("33", "Causal delivery", 220_000, "hold", "has had 0 of them so far; it is held"),
    ],
)  # fmt: skip
def test_that_what_is_no_snapshot_is_told_with_its_line(show, start, choice, at_us, line, said):
    window, panel = show(start)
    panel.choice.setCurrentText(choice)
    window.playback.scrub(at_us)
    if line == "forced":
        # The message is received as well, after the checkpoint that it forced.
        press(panel.stepper.back)
    assert lit(panel) == line and panel.sentence.text().endswith(said)
    assert not panel.heading.isVisible()


def test_that_the_play_head_picks_the_algorithm(show):
    """All stories together: each sentence with the lines of its own."""
    _window, panel = show("56")
    assert panel.choice.currentIndex() == 0 and panel.heading.isVisible()
    seen = {}
    for place, step in enumerate(panel.steps):
        panel.go_to(place)
        assert lit(panel) == step.rule
        seen[panel.heading.text()] = panel.code.lines[-1].text
    assert set(seen) == {
        "S1 · Chandy–Lamport", "S2 · Chandy–Lamport", "Checkpoints · independent",
        "Message log · pessimistic", "Crashes and recovery",
    }  # fmt: skip
    assert len(set(seen.values())) == 4


def test_that_a_click_on_a_rule_stays_with_its_algorithm(show):
    """Where all is told, other algorithms have a rule of that name too."""
    _, panel = show("59")
    first = next(n for n, step in enumerate(panel.steps) if step.rule == "receive")
    panel.go_to(first)
    heading = panel.heading.text()
    click(panel, "receive")
    assert panel.current > first and panel.heading.text() == heading


def test_that_every_sentence_of_the_narrator_can_be_translated():
    found = set()
    for path in (PACKAGE / "lessons" / "narration").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words":
                found |= {n.value for n in node.args[:1] if isinstance(n, ast.Constant)}
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value} if "%1" in node.value else set()
    assert found == set(SENTENCES)


def test_that_a_hairline_keeps_the_code_off_the_buttons(show):
    window, panel = show("68")
    window.resize(1280, 800)
    window.findChild(QAction, "action.lessons").trigger()
    window.playback.scrub(222_000)
    QApplication.processEvents()
    assert panel.list.verticalScrollBar().maximum() > 0  # lines are cut off
    stepper = panel.stepper
    longest = sorted(range(len(panel.steps)), key=lambda n: len(narrated(panel.steps[n].said)))
    for number in longest[-3:]:
        panel.go_to(number)
        settle(window)
        assert stepper.back.y() >= 6 and stepper.y() > panel.list.geometry().bottom()
    edge = stepper.grab().toImage().pixelColor(stepper.width() // 2, 0)
    assert edge.name() == window.appearance.theme.hairline
