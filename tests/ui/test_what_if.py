"""The pages with two runs: the run that never happened, and the run with something broken."""

from __future__ import annotations

import ast
import inspect
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit

from snapviz.diagram.spacetime import Hit
from snapviz.engine.trace import RowKind
from snapviz.simulation import simulate
from snapviz.study import blame
from snapviz.ui.selection import SnapshotItem
from snapviz.ui.spacetime.tooltips import describe
from snapviz.ui.whatif.matching import prefix, times_of
from snapviz.ui.whatif.words import SENTENCES
from tests.ui.settling import settle

LEFT = Qt.MouseButton.LeftButton


def shown(window):
    return window.bench.what_if.page


@pytest.fixture
def ask(qtbot, trigger):
    """Open a page of a window by its action, and wait for its answer."""

    def ask_it(window, action: str):
        trigger(window, action)
        page = shown(window)
        qtbot.waitUntil(lambda: not page.job.busy, timeout=20_000)
        QApplication.processEvents()
        return page

    return ask_it


@pytest.fixture
def never(open_window, root, ask):
    window = open_window(root / "scenarios" / "03-never-happened.snapviz.json")
    return window, ask(window, "neverHappened")


@pytest.fixture
def ring(window, ask):
    return window, ask(window, "neverHappened")


# It never happened


def test_that_the_recorded_state_is_reached_though_it_never_was(never):
    window, page = never
    assert window.central.on_start_page and not window.dock["topology"].isVisible()
    assert page.says.text() == "The global state equals the one that S1 recorded, now."
    assert page.adds.text().startswith("This state occurs in no moment of the run as it was.")
    assert page.adds.text().endswith("lead from one run to the other: 1")
    left, right = page.views
    assert left.run is window.bench.editor.run and right.run is page.answer.told.run
    assert right.view().time_us == page.answer.told.at_us


def test_that_both_play_heads_stand_at_the_same_events_of_each_process(ring):
    _, page = ring
    left, right = page.views
    run = right.run
    for rows in range(run.trace.row_count + 1):
        page.playback.to_row(rows - 1)
        counts = prefix(run, rows)
        before = [
            int(np.searchsorted(times, us, side="right"))
            for times, us in zip(_times(left.run), left.bent, strict=True)
        ]
        assert before == list(counts)
        assert (right.bent, right.view().rows) == (None, rows)


def test_that_the_bent_line_runs_clear_of_the_events_on_both_sides(never):
    _, page = never
    left = page.views[0]
    place, room = left.place(), left.run.until_us // 60
    for times, us, lane in zip(_times(left.run), left.bent, place.lanes, strict=True):
        before = int(np.searchsorted(times, us, side="right"))
        around = [
            int(t) for t in (*times[max(before - 1, 0) : before], *times[before : before + 1])
        ]
        gap = around[1] - around[0] if 0 < before < len(times) else left.run.until_us
        assert all(abs(us - at) >= min(room, gap // 2 - 1) > 0 for at in around), lane


def test_that_the_run_told_anew_claims_no_clocks(open_window, write, ring_scenario, ask):
    ring = ring_scenario()
    ring["processes"][0]["clock"] = {"offset_ms": 30}
    page = ask(open_window(write(ring)), "neverHappened")
    read = [
        [i.text for i in v.picture().items if getattr(i, "role", "") == "clock"] for v in page.views
    ]
    assert read[0][0] == "+30 ms" and read[1] == []
    run, view = page.views[1].run, page.views[1].view()
    assert "clock" not in describe(run, Hit("event", int(run.event_rows[0])), view)
    assert describe(run, Hit("label", 0), view) == "P1"


def _times(run):
    rows = run.event_rows
    processes, times = run.trace.row_process[rows], run.trace.row_time[rows]
    return [times[processes == p] for p in range(len(run.trace.process_ids))]


def test_that_a_hand_on_the_left_diagram_makes_it_lead(ring):
    _, page = ring
    left, right = page.views
    spot = left.place().x_of(180_000)
    QTest.mouseClick(left, LEFT, pos=QPoint(round(spot), round(left.place().plot.top) - 8))
    assert left.bent is None and right.bent is not None
    assert abs(left.view().time_us - 180_000) < 3_000
    rows = left.view().rows
    assert right.bent == times_of(right.run, prefix(left.run, rows), left.view().time_us)


def test_that_the_steps_and_keys_of_the_window_move_the_page(ring, trigger):
    window, page = ring
    before = window.playback.rows
    trigger(window, "toStart")
    assert (page.playback.rows, page.chip.text()) == (0, "before it")
    assert not window.actions_["stepBack"].isEnabled()
    trigger(window, "stepForward")
    assert page.playback.rows == 1
    trigger(window, "toEnd")
    assert page.chip.text() == "after it"
    trigger(window, "play")
    assert page.playback.playing and not window.playback.playing
    trigger(window, "play")
    assert not page.playback.playing and window.playback.rows == before


@pytest.mark.parametrize("way", ["key", "button"])
def test_that_there_is_a_way_back(ring, way):
    window, page = ring
    if way == "key":
        page.views[0].setFocus()
        QTest.keyClick(page.views[0], Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(page.close_button, LEFT)
    assert shown(window) is None and not window.central.on_start_page
    assert window.dock["topology"].isVisible()
    assert window.bench.player is window.playback


def test_that_events_before_and_after_the_cut_are_told_apart(ring):
    _, page = ring
    for view in page.views:
        dots = [i for i in view._extras() if i.subject and i.subject[0] == "event"]
        tokens = {i.subject[1]: i.style.fill for i in dots}
        run = view.run
        assert set(tokens) == set(run.event_rows.tolist())
        record = {r.process: r.row for r in run.trace.records if r.snapshot == 0}
        for row, token in tokens.items():
            inside = row < record[int(run.trace.row_process[row])]
            assert token == ("past" if inside else "future")


def test_that_it_can_be_asked_again_of_this_run_and_of_others(ring, ask, root):
    window, page = ring
    first = page.answer
    assert ask(window, "neverHappened") is page  # while it is shown
    assert page.answer is not None and page.answer is not first
    window.bench.what_if.leave()
    window.open(root / "scenarios" / "03-never-happened.snapviz.json")  # fewer events and processes
    settle(window)
    assert ask(window, "neverHappened") is page
    assert page.chip.text() == "✓ recorded state"
    for view in page.views:
        dots = [i for i in view._extras() if i.subject and i.subject[0] == "event"]
        assert len(dots) == len(view.run.event_rows)


def test_that_the_theme_changes_with_the_page_and_the_status_stays_its_own(ring):
    window, page = ring
    window._choose_theme("dark")
    assert all(view.theme.name == "dark" for view in page.views)
    assert window.findChild(QLabel, "status.verdict").text() == page.chip.text()


def test_that_an_edit_closes_the_page(ring, trigger):
    window, _ = ring
    window.bench.editor.edit(lambda scenario: replace(scenario, seed=7), "Another seed")
    assert shown(window) is None and not window.central.on_start_page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("05-overtaken-marker", "the message P1 → P2 sent at 120 ms is an orphan"),
        ("09-lost-marker", "is not complete, so there is no recorded state"),
    ],
)
def test_that_it_is_refused_in_words_where_no_run_passes_through(
    open_window, root, trigger, name, words
):
    window = open_window(root / "scenarios" / f"{name}.snapviz.json")
    unfit = next(
        s for s in window.bench.editor.run.snapshots if not (s.verdict and s.verdict.sound)
    )
    window.bench.session.selection.set(SnapshotItem(unfit.number))
    trigger(window, "neverHappened")
    assert shown(window) is None
    bar = window.central.messages
    assert bar.isVisible() and words in _text(bar)


def _text(bar) -> str:
    parts = [label.text() for label in bar.findChildren(QLabel)]
    parts += [edit.toPlainText() for edit in bar.findChildren(QPlainTextEdit)]
    return " ".join(parts)


def test_that_the_card_asks_for_its_own_snapshot(open_window, root, qtbot, trigger):
    window = open_window(root / "scenarios" / "02-bank-transfer.snapviz.json")
    trigger(window, "toEnd")
    card = window.bench._snapshots.findChild(object, "snapshot.S2")
    button = card.findChild(object, "snapshot.neverHappened")
    QTest.mouseClick(button, LEFT)
    page = shown(window)
    qtbot.waitUntil(lambda: page.answer is not None)
    assert page.answer.snapshot.id == "S2"


def test_that_both_diagrams_go_to_the_clipboard(ring, trigger):
    window, page = ring
    window._choose_theme("dark")
    for copy in (page.tools.copy_button.click, lambda: trigger(window, "copyImage")):
        QGuiApplication.clipboard().clear()
        copy()
        picture = QGuiApplication.clipboard().image()
        assert picture.width() == 2 * (page.views[0].width() + page.views[1].width() + 1)
        assert picture.pixelColor(2, picture.height() - 2).name() == page.theme.background


def test_that_both_diagrams_are_exported_as_one_picture(ring, trigger, qtbot, tmp_path):
    window, page = ring
    assert window.actions_["export"].text() == "E&xport Both Diagrams…"
    trigger(window, "export")
    dialog = page.findChild(QFileDialog, "dialog.figure")
    assert dialog.selectedFiles()[0].endswith("-never-happened.png")
    dialog.fileSelected.emit(str(tmp_path / "both.svg"))
    dialog.reject()
    qtbot.waitUntil(lambda: page.tools.job.idle, timeout=20_000)
    drawn = (tmp_path / "both.svg").read_text()
    wide = page.views[0].width() + page.views[1].width() + 1
    assert f'viewBox="0 0 {wide} ' in drawn and page.says.text() in drawn
    page.left.emit()
    assert window.actions_["export"].text() == "E&xport Diagram…"
    assert window.actions_["copyImage"].text() == "Copy Diagram as &Image"


def test_that_narrow_pages_put_one_diagram_below_the_other_if_all_lanes_fit(ring):
    window, page = ring
    assert page.body.orientation() == Qt.Orientation.Horizontal
    window.resize(1000, 900)
    QApplication.processEvents()
    assert page.body.orientation() == Qt.Orientation.Vertical
    window.resize(1000, 600)
    QApplication.processEvents()
    assert page.body.orientation() == Qt.Orientation.Horizontal


def test_that_a_state_recorded_wrong_is_not_claimed_to_be_reached(open_window, root, ask):
    window = open_window(root / "scenarios" / "02-bank-transfer.snapviz.json")
    page = ask(window, "breakIt")
    QTest.mouseClick(page.keep_button, LEFT)
    verdict = window.bench.editor.run.snapshots[0].verdict
    assert verdict.consistent and verdict.missing
    window.bench.session.selection.set(SnapshotItem(0))
    page = ask(window, "neverHappened")
    assert (page.chip.text(), page.chip.property("tone")) == ("✗ another state", "bad")


# Break it


@pytest.fixture
def broken(window, ask):
    return window, ask(window, "breakIt")


def switch(qtbot, page, name: str):
    QTest.mouseClick(page.switches[name], LEFT)
    qtbot.waitUntil(lambda: not page.job.busy, timeout=20_000)
    return page.broken


def test_that_the_guilty_message_is_lit_and_named(broken):
    _, page = broken
    found = page.broken
    assert (found.assumption, found.outcome) == ("fifo", "wrong")
    assert page.chip.text() == "✗ goes wrong" and page.chip.property("tone") == "bad"
    assert page.views[1].named == found.messages
    assert page.says.text().startswith("S1 goes wrong: the message ")
    assert page.adds.text().startswith("Rule: ")
    drawn = [i.subject for i in page.views[1]._extras()]
    assert ("halo", found.messages[0]) in drawn


def test_that_each_switch_breaks_another_thing_and_one_is_on(qtbot, broken):
    _, page = broken
    outcomes = {name: switch(qtbot, page, name).outcome for name in page.switches}
    assert outcomes["loss"] == outcomes["unreachable"] == "incomplete"
    assert outcomes["duplication"] == "survives"
    assert [s.isChecked() for s in page.switches.values()].count(True) == 1
    lost = switch(qtbot, page, "loss")
    assert page.views[1].run.trace.message_lost[lost.messages[0]]
    cut_off = switch(qtbot, page, "unreachable")
    ids = cut_off.run.trace.process_ids
    assert page.views[1].view().selected_processes == (ids.index(cut_off.process),)


def test_that_keeping_it_is_one_edit_that_undo_takes_back(broken, trigger):
    window, page = broken
    before, kept = window.bench.editor.scenario, page.broken.scenario
    QTest.mouseClick(page.keep_button, LEFT)
    assert window.bench.editor.scenario == kept and shown(window) is None
    assert window.bench.editor.run.digest == simulate(kept).digest
    assert "Break S1: FIFO order" in window.actions_["undo"].text()
    trigger(window, "undo")
    assert window.bench.editor.scenario == before


def test_that_going_back_changes_nothing(broken, trigger):
    window, page = broken
    before = window.bench.editor.scenario
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.bench.editor.scenario is before
    assert not window.actions_["undo"].isEnabled()


def test_that_a_protocol_that_needs_no_order_survives_and_says_why(open_window, root, ask):
    window = open_window(root / "scenarios" / "20-lai-yang.snapviz.json")
    page = ask(window, "breakIt")
    assert page.chip.text() == "✓ survives"
    assert "carries the colour of its sender" in page.adds.text()
    trace = page.broken.run.trace
    assert not any(channel.fifo for channel in page.broken.scenario.channels)
    assert (trace.row_kind == RowKind.SEND).any()


def test_that_leaving_in_the_middle_of_a_search_stops_it(open_window, root, trigger):
    window = open_window(root / "scenarios" / "08-bank-of-twelve.snapviz.json")
    trigger(window, "breakIt")
    page = shown(window)
    page.break_it("duplication")
    assert page.job.busy
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.job.busy and shown(window) is None


def test_that_without_a_snapshot_there_is_nothing_to_ask(open_window, write, ring_scenario):
    window = open_window(write(ring_scenario(script=[])))
    for name in ("neverHappened", "breakIt"):
        assert not window.actions_[name].isEnabled()


def test_that_every_sentence_of_the_study_is_known_to_the_translators():
    tree = ast.parse(inspect.getsource(blame))
    prose = [
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
    ]
    found = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in prose
    }
    sentences = {text for text in found if " " in text or "%" in text}
    assert sentences <= set(SENTENCES)
    assert set(SENTENCES) <= found


def test_that_both_diagrams_show_the_same_stretch_of_time(ring):
    _, page = ring
    left, right = page.views
    left.set_visible_range(100_000, 300_000)
    assert right.visible_range() == (100_000, 300_000)
    right.fit()
    assert left.visible_range()[0] == 0 and left.visible_range()[1] >= left.run.until_us
