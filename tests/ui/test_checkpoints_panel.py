"""The checkpoints dock: what is on stable storage at the play-head."""

import threading

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel

from snapviz.resources import scenarios_folder
from snapviz.study.stable_storage import Storage
from snapviz.ui.fields import FlagField
from snapviz.ui.panels.checkpoints import CheckpointsPanel
from snapviz.ui.panels.checkpoints_log import (
    content_text,
    determinant_text,
    ends_text,
    sent_text,
    where_text,
)
from snapviz.ui.panels.recovery import RecoveryPanel
from snapviz.ui.panels.text_table import TextTable
from snapviz.ui.selection import EventItem, ProcessItem
from tests.ui.mouse import press, press_button

THIN = "\u2009"


@pytest.fixture
def show(window):
    """Bring a dock of a window to the front and return its panel."""

    def bring(name: str = "checkpoints", kind: type = CheckpointsPanel, of=window):
        of.show()
        of.dock[name].raise_()
        QApplication.processEvents()
        found = of.findChild(kind)
        assert found.seen
        return found

    return bring


@pytest.fixture
def failing(open_window, write, ring_scenario):
    """Open the ring of banks with more in it."""

    def opened(*script, **fields):
        scenario = ring_scenario()
        scenario["script"] = scenario["script"][:-1] + list(script)
        return open_window(write(scenario | fields))

    return opened


def action(kind: str, process: str, at_ms: int) -> dict:
    return {"at_ms": at_ms, "action": kind, "process": process}


def listed(panel) -> list[int]:
    return [panel._events.row_at(place) for place in range(panel._events.rowCount())]


def received(panel) -> list[tuple[str, str, str]]:
    run = panel._events.run
    return [(ends_text(run, r), content_text(run, r), sent_text(run, r)) for r in listed(panel)]


def whereabouts(panel) -> list[str]:
    run, storage = panel.run, panel._storage
    garbage = panel._garbage.receives
    return [where_text(run, storage.whereabouts(r), r in garbage) for r in listed(panel)]


def checkpoints(panel) -> list[list[str]]:
    return [[row[0], row[1], row[2], row[4]] for row in panel._table.texts]


def test_that_without_checkpoints_there_are_the_initial_states(show):
    panel = show()
    assert [row[:4] for row in panel._table.texts] == [
        [f"P{n}", "0", "0.0", f"$1{THIN}000"] for n in (1, 2, 3, 4)
    ]
    assert panel.findChild(QLabel, "checkpoints.note").isVisible()


def test_that_one_click_turns_on_periodic_checkpoints(window, show):
    panel = show()
    press_button(panel, "checkpoints.turnOn")
    editor = window.bench.editor
    assert editor.scenario.checkpointing.policy == "independent"
    assert editor.document.history.undo_label == "Turn on periodic checkpoints"
    assert not panel._turn_on.isVisible() and not panel._note.isVisible()
    window.playback.scrub(250_000)
    assert [row[:2] for row in checkpoints(panel)][:3] == [["P1", "0"], ["P1", "1"], ["P1", "2"]]
    window.playback.scrub(150_000)
    assert [row[1] for row in checkpoints(panel)] == ["0", "1"] * 4
    editor.undo()
    assert editor.scenario.checkpointing.policy == "none" and panel._turn_on.isVisible()


def test_that_one_click_keeps_a_message_log(window, show):
    panel = show()
    window.playback.scrub(240_000)
    assert panel._log_title.text() == "Received so far: 3" and whereabouts(panel) == [""] * 3
    press_button(panel, "checkpoints.keepLog")
    assert window.bench.editor.scenario.logging.method == "pessimistic"
    assert panel._log_title.text() == "Message log: 3" and not panel._keep_log.isVisible()
    assert set(whereabouts(panel)) <= {"stable", "stable · may go"}


def test_that_what_a_crash_undoes_is_told(failing, show):
    window = failing(
        action("checkpoint", "P2", 145), action("crash", "P1", 300), action("restart", "P1", 320)
    )
    panel = show(of=window)
    window.playback.scrub(299_000)
    assert ["P2", "1", "145.0", "scripted"] in [
        [*row[:3], row[3].replace(" · may go", "")] for row in checkpoints(panel)
    ]
    window.playback.scrub(330_000)
    assert ["P2", "1", "145.0", "scripted · undone"] in checkpoints(panel)
    window.playback.scrub(299_000)
    assert "undone" not in str(checkpoints(panel))


def test_that_what_a_recovery_undid_is_in_the_log_no_more(failing, show):
    window = failing(action("crash", "P1", 300), action("restart", "P1", 320))
    panel = show(of=window)
    window.playback.scrub(299_000)
    before = received(panel)
    assert ("P2 ← P1", "$30", "sent 82.0") in before
    window.playback.scrub(330_000)
    assert ("P2 ← P1", "$30", "sent 82.0") not in received(panel)
    window.playback.scrub(299_000)
    assert received(panel) == before


def test_that_entries_become_stable_when_they_are_written(failing, show):
    window = failing(logging={"method": "optimistic", "flush_interval_ms": 100})
    panel = show(of=window)
    window.playback.scrub(190_000)
    assert whereabouts(panel) == ["not yet stable"]
    assert panel._shelves.texts[1][2] == "–"
    window.playback.scrub(200_000)
    assert whereabouts(panel) == ["stable"]
    assert panel._shelves.texts[1] == ["P2", "1 · 15 B", "1 · 38 B", "53 B"]


def test_that_a_log_entry_shows_its_determinant(failing, show):
    window = failing(logging={"method": "pessimistic"})
    panel = show(of=window)
    window.playback.scrub(240_000)
    texts = [determinant_text(panel.run, panel._storage, row) for row in listed(panel)]
    assert texts == [
        "no. 1 from P1, no. 1 at P2",
        "no. 2 from P1, no. 2 at P2",
        "no. 1 from P4, no. 1 at P1",
    ]


def test_that_what_may_go_is_marked(failing, show, qtbot):
    window = failing(checkpointing={"policy": "independent", "interval_ms": 100})
    panel = show(of=window)
    window.playback.scrub(450_000)
    qtbot.waitUntil(lambda: bool(panel._garbage.checkpoints), timeout=20_000)
    kinds = [row[3] for row in checkpoints(panel) if row[0] == "P3"]
    assert kinds[0] == "initial state · may go" and kinds[-1] == "independent"


def test_that_the_receives_so_far_are_listed(window, show):
    panel = show()
    window.playback.scrub(139_999)
    assert received(panel) == []
    window.playback.scrub(240_000)
    assert received(panel) == [
        ("P2 ← P1", "$30", "sent 82.0"),
        ("P2 ← P1", "$25", "sent 158.0"),
        ("P1 ← P4", "$60", "sent 178.0"),
    ]
    window.playback.scrub(150_000)
    assert len(received(panel)) == 1


def test_that_the_log_of_one_process_can_be_chosen(window, show):
    panel = show()
    window.playback.to_end()
    press(panel._table, panel._table.row_rect(0).center())
    assert window.bench.session.selection.items == (ProcessItem("P1"),)
    assert [ends for ends, _, _ in received(panel)] == ["P1 ← P4", "P1 ← P2"]
    panel._filter.choose(-1)
    assert len(received(panel)) == 6


def test_that_a_click_on_a_received_message_selects_its_event(window, show):
    panel = show()
    window.playback.to_end()
    panel._list.scrollToTop()
    place = panel._list.visualRect(panel._events.index(0)).center()
    press(panel._list.viewport(), place)
    assert window.bench.session.selection.items == (EventItem("P2", 1),)
    assert panel._events.is_selected(0)


@pytest.mark.parametrize(
    ("name", "kind"), [("checkpoints", CheckpointsPanel), ("recovery", RecoveryPanel)]
)
def test_that_behind_another_tab_nothing_is_done(window, show, monkeypatch, name, kind):
    panel = show(name, kind)
    window.dock["snapshots"].raise_()
    QApplication.processEvents()
    assert not panel.seen
    monkeypatch.setattr(kind, "show_position", lambda _: pytest.fail("not asked for"))
    window.playback.scrub(300_000)
    monkeypatch.undo()
    assert panel._missed == {"position"}
    show(name, kind)
    assert panel._missed == set()


@pytest.mark.parametrize(
    ("name", "kind"), [("checkpoints", CheckpointsPanel), ("recovery", RecoveryPanel)]
)
def test_that_the_panels_change_their_language(window, show, name, kind):
    panel = show(name, kind)
    table = panel._table if name == "checkpoints" else panel.forecast.table
    english = table.accessibleName(), table._header
    window.findChild(QAction, "action.language.zh_CN").trigger()
    QApplication.processEvents()
    assert (table.accessibleName(), table._header) != english
    window.findChild(QAction, "action.language.en").trigger()
    QApplication.processEvents()
    assert (table.accessibleName(), table._header) == english
    assert table.texts


def test_that_what_was_collected_is_shown_as_gone(failing, show, qtbot):
    taken = [action("checkpoint", f"P{n}", at_ms) for at_ms in (300, 500) for n in (1, 2, 3, 4)]
    fault = {"checkpointing": {"collect": True}, "logging": {"method": "pessimistic"}}
    window = failing(*taken, duration_ms=600, **fault)
    panel = show(of=window)
    window.findChild(QAction, "action.toEnd").trigger()
    qtbot.waitUntil(lambda: len(checkpoints(panel)) == 12)
    assert [row[3] for row in checkpoints(panel)][:3] == [
        "initial state · gone",
        "scripted · gone",
        "scripted",
    ]
    struck = [[cell.struck for cell in row] for row in panel._table._rows[:3]]
    assert struck == [[False, True, True, True, False]] * 2 + [[False] * 5]
    assert all(row[1].startswith("1 · ") for row in panel._shelves.texts)
    assert set(whereabouts(panel)[:2]) == {"gone"}


def test_that_collecting_is_a_setting_that_can_be_undone(window):
    field = window.findChild(FlagField, "field.checkpointing.collect")
    assert not field.isChecked()
    field.click()
    assert window.bench.editor.scenario.checkpointing.collect
    window.findChild(QAction, "action.undo").trigger()
    assert not window.bench.editor.scenario.checkpointing.collect


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_no_table_cuts_its_texts_in_a_small_window(open_window, trigger, show, language):
    window = open_window(scenarios_folder() / "50-domino.snapviz.json")
    trigger(window, f"language.{language}")
    window.bench.playback.to_end()
    show(of=window)
    for name in ("checkpoints.table", "checkpoints.shelves"):
        assert window.findChild(TextTable, name).cut_texts == []
    show("recovery", RecoveryPanel, of=window)
    assert window.findChild(TextTable, "recovery.table").cut_texts == []


def test_that_a_long_run_is_worked_out_off_thread(window, show, qtbot, monkeypatch):
    panel = show()
    window.playback.scrub(450_000)
    qtbot.waitUntil(lambda: not panel._job.busy, timeout=20_000)
    expected = checkpoints(panel), received(panel), panel._shelves.texts
    monkeypatch.setattr("snapviz.ui.panels.checkpoints.AT_ONCE", 10)
    threads = []
    whole = Storage.prepare

    def prepare(storage):
        threads.append(threading.current_thread())
        whole(storage)

    monkeypatch.setattr(Storage, "prepare", prepare)
    window.playback.scrub(100_000)
    window.playback.scrub(450_000)
    qtbot.waitUntil(lambda: not panel._job.busy, timeout=20_000)
    assert threads and threading.main_thread() not in threads
    assert panel._storage.moment.time_us == 450_000
    assert (checkpoints(panel), received(panel), panel._shelves.texts) == expected
