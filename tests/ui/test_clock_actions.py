"""Clock actions in the window: synchronisations and snapshots by the clocks, field by field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.scenario.model import SyncClocks, TakeSnapshot
from snapviz.ui.panels.inspector import InspectorPanel
from snapviz.ui.panels.script import ScriptPanel
from snapviz.ui.selection import ActionItem, ProcessItem
from snapviz.ui.words import protocol_name
from tests.ui.panel_bench import make_bench, pick
from tests.ui.test_script_table import DETAIL, WHAT, double_click, open_editor, part, texts, type_in

SCRIPT = [
    {"at_ms": 20, "action": "sync-clocks", "server": "P2"},
    {"at_ms": 100, "action": "snapshot", "protocol": "global-clock", "at_local_ms": 150},
    {"at_ms": 200, "action": "snapshot", "initiator": "P1"},
]


@pytest.fixture
def table(qtbot, write, ring_scenario):
    return make_bench(qtbot, write(ring_scenario(script=SCRIPT)), ScriptPanel, (346, 620))


@pytest.fixture
def inspector(qtbot, write, ring_scenario):
    bench = make_bench(qtbot, write(ring_scenario(script=SCRIPT)), InspectorPanel, (346, 800))
    bench.session.selection.set(ActionItem(0))
    QApplication.processEvents()
    return bench


def field(bench, name: str) -> QWidget:
    (found,) = [w for w in bench.panel.findChildren(QWidget, f"field.{name}") if w.isVisible()]
    return found


def complaint(bench, name: str) -> str:
    (found,) = [w for w in bench.panel.findChildren(QLabel, f"wrong.{name}") if w.isVisible()]
    return found.text()


def test_that_a_synchronisation_is_edited_in_its_row(table):
    editor = double_click(table, 0, DETAIL)
    type_in(part(editor, "rounds"), "4", Qt.Key.Key_Tab)
    type_in(part(editor, "every_us"), "100", Qt.Key.Key_Tab)
    pick(part(editor, "adjust"), "slew")
    type_in(part(editor, "slew_ppb"), "100000.5")
    editor = double_click(table, 0, WHAT)
    pick(part(editor, "method"), "Berkeley")
    pick(part(editor, "server"), "P1, the first")
    QTest.keyClick(part(editor, "server"), Qt.Key.Key_Return)
    assert table.script[0] == SyncClocks(
        20_000, "berkeley", None, 4, "slew", 100_000_500, every_us=100_000
    )
    assert texts(table, WHAT)[0] == "Berkeley"
    assert texts(table, DETAIL)[0] == "×4, every 100, slew"
    table.editor.undo()
    table.editor.undo()
    assert table.script[0] == SyncClocks(20_000, server="P2")


@pytest.mark.parametrize("row", [1, 2])
def test_that_a_snapshot_is_repeated_from_its_row(table, row):
    editor = double_click(table, row, DETAIL)
    type_in(part(editor, "every_us"), "0.001", Qt.Key.Key_Tab)
    type_in(part(editor, "times"), "3")
    assert (table.script[row].every_us, table.script[row].times) == (1, 3)
    assert texts(table, DETAIL)[row].endswith("every 0.001, 3 times")


def test_that_a_number_of_times_needs_an_interval(table):
    editor = double_click(table, 2, DETAIL)
    type_in(part(editor, "times"), "3")
    assert part(editor, "times").toolTip() == "Say first after how long it happens again."
    assert open_editor(table) is editor and table.script[2].times is None


def test_that_the_local_time_of_a_clock_snapshot_is_edited_in_its_row(table):
    editor = double_click(table, 1, DETAIL)
    type_in(part(editor, "at_local_us"), "-12.5")
    assert table.script[1] == TakeSnapshot(100_000, "global-clock", at_local_us=-12_500)
    assert texts(table, DETAIL)[1] == "at −12.5 local"


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("rounds", "7", 7),
        ("slew_ppb", "20000", 20_000_000),
        ("every_us", "250", 250_000),
    ],
)
def test_that_the_inspector_edits_a_synchronisation(inspector, name, typed, value):
    type_in(field(inspector, name), typed)
    assert getattr(inspector.script[0], name) == value
    inspector.editor.undo()
    assert inspector.script[0] == SyncClocks(20_000, server="P2")


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("rounds", "1001", "At most 1000 is allowed."),
        ("slew_ppb", "0.5", "At least 1 is needed."),
        ("slew_ppb", "500001", "At most 500000 is allowed."),
        ("every_us", "0", "At least 0.001 is needed."),
        ("times", "10001", "At most 10000 is allowed."),
        ("times", "2", "Say first after how long it happens again."),
    ],
)
def test_that_the_inspector_says_at_the_field_what_is_wrong(inspector, name, typed, words):
    type_in(field(inspector, name), typed)
    assert complaint(inspector, name) == words
    assert inspector.script[0] == SyncClocks(20_000, server="P2")


def test_that_without_an_interval_there_is_no_number_of_times(inspector):
    type_in(field(inspector, "every_us"), "50")
    type_in(field(inspector, "times"), "5")
    assert (inspector.script[0].every_us, inspector.script[0].times) == (50_000, 5)
    type_in(field(inspector, "every_us"), "")
    assert inspector.script[0] == SyncClocks(20_000, server="P2")


@pytest.mark.parametrize("protocol", SNAPSHOT_PROTOCOLS)
def test_that_a_snapshot_takes_every_protocol_and_its_start_follows(inspector, protocol):
    inspector.session.selection.set(ActionItem(2))
    QApplication.processEvents()
    pick(field(inspector, "protocol"), protocol_name(protocol))
    action = inspector.script[2]
    assert action.protocol == protocol
    by_clock = protocol == "global-clock"
    assert (action.initiator is None, action.at_local_us is not None) == (by_clock, by_clock)
    assert inspector.editor.run.snapshots[1].protocol == protocol
    type_in(field(inspector, "every_us"), "60")
    assert inspector.script[2].every_us == 60_000


def test_that_the_toolbar_offers_every_protocol_by_its_name(window):
    menus = [m for m in window.toolbar.findChildren(QMenu) if m.actions()]
    (menu,) = [m for m in menus if m.actions()[0].data() in SNAPSHOT_PROTOCOLS]
    offered = {entry.data(): entry.text() for entry in menu.actions()}
    assert offered == {name: protocol_name(name) for name in SNAPSHOT_PROTOCOLS}
    assert len(set(offered.values())) == len(offered)


def test_that_clocks_are_synchronised_by_a_command_at_the_play_head(window, trigger):
    window.playback.scrub(50_000)
    window.bench.session.selection.set(ProcessItem("P3"))
    trigger(window, "syncClocks")
    scenario = window.files.document.scenario
    assert scenario.script[-1] == SyncClocks(50_000, server="P3")
    run = window.files.document.run
    assert {sync.process for sync in run.trace.clock_syncs} == {0, 1, 3}
    trigger(window, "undo")
    assert len(window.files.document.scenario.script) == len(scenario.script) - 1


def test_that_the_command_is_in_the_menus(window):
    action = window.findChild(QAction, "action.syncClocks")
    assert action.text() and action.shortcut().toString() == "Ctrl+Shift+Y"
    assert any(isinstance(at, QMenu) for at in action.associatedObjects())
