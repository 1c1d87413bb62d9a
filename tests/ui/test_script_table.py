"""The script table: every action a row that is edited where it stands."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from snapviz.scenario.model import Send, SetChannel, TakeSnapshot, Uniform
from snapviz.ui.panels.script import ScriptPanel
from snapviz.ui.panels.script.row_editor import RowEditor
from snapviz.ui.selection import ActionItem, EventItem, MessageItem, ProcessItem, SnapshotItem
from tests.ui.panel_bench import make_bench, pick

TIME, KIND, WHAT, DETAIL = range(4)


@pytest.fixture
def bench(qtbot, write, ring_scenario):
    return make_bench(qtbot, write(ring_scenario()), ScriptPanel, (346, 420))


@pytest.fixture
def bench_of(qtbot, write, ring_scenario):
    def make(script, **changes):
        scenario = ring_scenario(script=script, **changes)
        return make_bench(qtbot, write(scenario), ScriptPanel, (346, 420))

    return make


def texts(bench, column: int) -> list[str]:
    model = bench.panel.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def row_at(bench, at_us: int) -> int:
    model = bench.panel.table.model()
    rows = range(model.rowCount())
    return next(row for row in rows if bench.script[model.place(row)].at_us == at_us)


def double_click(bench, row: int, column: int) -> RowEditor:
    table = bench.panel.table
    index = table.model().index(row, column)
    table.scrollTo(index)
    where = table.visualRect(index).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(table.viewport(), left, pos=where)
    QTest.mouseDClick(table.viewport(), left, pos=where)
    QApplication.processEvents()
    return open_editor(bench)


def open_editor(bench) -> RowEditor | None:
    found = [e for e in bench.window.findChildren(RowEditor) if e.isVisible()]
    return found[0] if found else None


def part(editor: RowEditor, name: str) -> QWidget:
    (found,) = [w for w in editor.findChildren(QWidget, f"script.{name}")]
    return found


def type_in(field, text: str, key=Qt.Key.Key_Return) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
    QApplication.processEvents()


def selected(bench) -> list[int]:
    rows = bench.panel.table.selectionModel().selectedRows()
    return sorted(bench.panel.table.model().place(index.row()) for index in rows)


# What stands there


def test_that_rows_are_in_time_order_whatever_the_file_says(bench):
    assert texts(bench, TIME) == ["82.0", "120.0", "158.0", "178.0", "200.0", "260.0", "330.0"]
    assert texts(bench, KIND)[4] == "snapshot"
    assert texts(bench, WHAT)[1] == "P2 → P1  $40"
    assert texts(bench, DETAIL)[1] == "delay 160"
    assert texts(bench, DETAIL)[4] == "S1"
    assert bench.script[6].at_us == 200_000


def test_that_the_caption_counts_actions_and_names_the_seed(bench):
    assert bench.panel.caption == "7 actions · seed 42"


def test_that_a_click_on_a_heading_sorts_and_the_file_keeps_its_order(bench):
    header = bench.panel.table.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(DETAIL) + 20, header.height() // 2)
    before = bench.script
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert texts(bench, DETAIL) == sorted(texts(bench, DETAIL), key=str.casefold)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert texts(bench, DETAIL) == sorted(texts(bench, DETAIL), key=str.casefold, reverse=True)
    assert bench.script is before


def test_that_equal_rows_stay_in_time_order_when_sorted(bench):
    bench.panel.table.sortByColumn(KIND, Qt.SortOrder.AscendingOrder)
    sends = [float(t) for t, k in zip(texts(bench, TIME), texts(bench, KIND), strict=True)
             if k == "send"]  # fmt: skip
    assert sends == sorted(sends)


def test_that_rows_before_the_play_head_look_past_and_the_last_is_marked(bench):
    from snapviz.ui.panels.script.model import PassedRole

    model = bench.panel.table.model()

    def marks():
        return [model.index(row, 0).data(PassedRole) for row in range(model.rowCount())]

    assert marks() == [""] * 7
    bench.session.playback.scrub(120_000)
    assert marks() == ["passed", "current", *[""] * 5]
    bench.session.playback.scrub(119_999)
    assert marks() == ["current", *[""] * 6]


def test_that_a_moving_play_head_draws_only_what_changed(bench):
    told = []
    bench.panel.table.model().dataChanged.connect(lambda *index: told.append(index))
    bench.session.playback.scrub(121_000)
    told.clear()
    for time_us in range(121_000, 157_000, 1000):
        bench.session.playback.scrub(time_us)
    assert told == []


def test_that_a_refused_transfer_is_marked_with_its_reason(bench_of):
    bench = bench_of(
        [{"at_ms": 50, "action": "send", "from": "P1", "to": "P2", "payload": {"amount": 5000}}]
    )
    index = bench.panel.table.model().index(0, DETAIL)
    assert index.data() == "refused"
    reason = index.data(Qt.ItemDataRole.ToolTipRole)
    assert reason == "Refused: P1 has $1\u2009000 and cannot send $5\u2009000 to P2."


def test_that_an_action_after_the_end_says_so(bench_of):
    bench = bench_of([{"at_ms": 900, "action": "internal", "process": "P1"}])
    reason = bench.panel.table.model().index(0, TIME).data(Qt.ItemDataRole.ToolTipRole)
    assert reason == "This is after the run ends at 480 ms, so it does not happen."


def test_that_an_empty_script_says_how_to_begin(bench_of):
    bench = bench_of([])
    labels = [label.text() for label in bench.panel.findChildren(QLabel) if label.isVisible()]
    assert any("Nothing is scripted yet." in text for text in labels)
    assert not bench.panel.table.isVisible()
    assert bench.panel.caption == "0 actions · seed 42"


# Editing in place


def test_that_a_time_is_edited_by_double_click(bench):
    field = part(double_click(bench, 1, TIME), "at_us")
    assert field.text() == "120"
    type_in(field, "135.25")
    assert bench.script[1].at_us == 135_250
    assert bench.undo_label == "Change time of send"
    assert open_editor(bench) is None
    bench.undo()
    assert bench.script[1].at_us == 120_000
    bench.redo()
    assert texts(bench, TIME)[1] == "135.250"


def test_that_the_edited_row_stays_selected_where_the_order_puts_it(bench):
    type_in(part(double_click(bench, 0, TIME), "at_us"), "300")
    assert selected(bench) == [0]
    assert bench.panel.table.currentIndex().row() == 5
    assert bench.session.selection.items == (ActionItem(0),)


@pytest.mark.parametrize(
    "text, reason",
    [
        ("12x", "“12x” is not a number."),
        ("-1", "This cannot be negative."),
        ("1.2345", "At most 3 decimals are kept."),
        ("", "A number is missing here."),
    ],
)
def test_that_a_wrong_time_keeps_the_editor_open_with_the_reason(bench, text, reason):
    before = bench.scenario
    editor = double_click(bench, 1, TIME)
    field = part(editor, "at_us")
    type_in(field, text)
    assert open_editor(bench) is editor
    assert field.property("refused") is True
    assert (field.toolTip(), field.accessibleDescription()) == (reason, reason)
    said = bench.panel.findChild(QLabel, "script.reason")
    assert said.isVisible() and said.text() == reason
    assert bench.scenario is before and not bench.editor.document.history.can_undo
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert open_editor(bench) is None and bench.scenario is before


def test_that_f2_enter_and_tab_edit_by_the_keyboard(bench):
    table = bench.panel.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, TIME))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = open_editor(bench)
    QTest.keyClick(part(editor, "at_us"), Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert {name.name for name, _ in open_editor(bench).fields} == {"channel", "payload"}
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert open_editor(bench) is None
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert open_editor(bench) is not None


def test_that_a_send_gets_another_channel_and_payload_in_one_edit(bench):
    editor = double_click(bench, 1, WHAT)
    way = part(editor, "channel")
    assert [way.itemText(i) for i in range(way.count())][:2] == ["P1 → P2", "P1 → P4"]
    pick(way, "P2 → P3")
    type_in(part(editor, "payload"), "$7")
    assert bench.script[1] == Send(120_000, "P2", "P3", {"amount": 7}, 160_000)
    bench.undo()
    assert not bench.editor.document.history.can_undo


@pytest.mark.parametrize(
    "typed, payload",
    [
        ("12", {"amount": 12}),
        ("hello", {"label": "hello"}),
        ('{"a": [1]}', {"a": [1]}),
        ("", {}),
    ],
)
def test_that_a_payload_is_an_amount_a_word_or_json(bench, typed, payload):
    type_in(part(double_click(bench, 1, WHAT), "payload"), typed)
    assert bench.script[1].payload == payload


def test_that_unfinished_json_is_refused(bench):
    field = part(double_click(bench, 1, WHAT), "payload")
    type_in(field, '{"a": ')
    assert field.toolTip() == '“{"a":” is not complete JSON.'
    assert bench.script[1].payload == {"amount": 40}


def test_that_what_the_format_refuses_stays_in_the_editor(bench):
    field = part(double_click(bench, 1, WHAT), "payload")
    type_in(field, '{"amount": -3}')
    assert "is negative" in field.toolTip()
    assert open_editor(bench) is not None and bench.script[1].payload == {"amount": 40}


def test_that_an_empty_delay_is_the_channels(bench):
    field = part(double_click(bench, 1, DETAIL), "delay_us")
    assert field.placeholderText() == "the channel's"
    type_in(field, "")
    assert bench.script[1].delay_us is None
    assert texts(bench, DETAIL)[1] == ""


def test_that_leaving_an_editor_commits(bench, qtbot):
    field = part(double_click(bench, 1, DETAIL), "delay_us")
    field.setText("99")
    field.setModified(True)
    where = bench.panel.table.visualRect(bench.panel.table.model().index(3, KIND)).center()
    QTest.mouseClick(bench.panel.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: open_editor(bench) is None)
    assert bench.script[1].delay_us == 99_000
    assert open_editor(bench) is None


def test_that_a_snapshot_gets_another_initiator(bench):
    editor = double_click(bench, 4, WHAT)
    pick(part(editor, "initiator"), "P3")
    QTest.keyClick(part(editor, "initiator"), Qt.Key.Key_Return)
    assert bench.script[6] == TakeSnapshot(200_000, initiator="P3")
    assert bench.undo_label == "Change initiator of snapshot"


def test_that_a_local_event_a_clock_and_a_channel_are_edited(bench_of):
    bench = bench_of(
        [
            {"at_ms": 50, "action": "internal", "process": "P1"},
            {"at_ms": 60, "action": "set-clock", "process": "P2", "offset_ms": 5},
            {"at_ms": 70, "action": "set-channel", "from": "P1", "to": "P2", "fifo": False},
        ]
    )
    type_in(part(double_click(bench, 0, WHAT), "label"), "think")
    type_in(part(double_click(bench, 1, WHAT), "offset_us"), "-12.5")
    type_in(part(double_click(bench, 1, DETAIL), "drift_ppb"), "100")
    editor = double_click(bench, 2, DETAIL)
    pick(part(editor, "delay").kind, "uniform")
    type_in(part(editor, "loss"), "10%")
    assert bench.script[0].label == "think"
    assert (bench.script[1].offset_us, bench.script[1].drift_ppb) == (-12_500, 100_000)
    assert bench.script[2] == SetChannel(
        70_000, "P1", "P2", fifo=False, delay=Uniform(40_000, 60_000), loss=0.1
    )
    assert texts(bench, WHAT)[:2] == ["P1  think", "P2  −12.5 ms"]


def test_that_a_form_taller_than_the_table_is_shown_whole(bench_of):
    bench = bench_of(
        [{"at_ms": 70, "action": "set-channel", "from": "P1", "to": "P2", "fifo": False}]
    )
    bench.window.resize(346, 260)
    QApplication.processEvents()
    editor = double_click(bench, 0, DETAIL)
    assert bench.window.rect().contains(editor.geometry())
    assert editor.height() >= editor.sizeHint().height()
    type_in(part(editor, "loss"), "2")
    assert part(editor, "loss").toolTip() == "At most 1 is allowed."
    QTest.keyClick(part(editor, "loss"), Qt.Key.Key_Escape)
    assert open_editor(bench) is None and bench.panel.table.hasFocus()


# Selection, both ways


def click(bench, row: int, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    table = bench.panel.table
    where = table.visualRect(table.model().index(row, KIND)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, where)


def test_that_selected_rows_are_selected_actions(bench):
    click(bench, 4)
    assert bench.session.selection.items == (ActionItem(6),)
    click(bench, 1, Qt.KeyboardModifier.ControlModifier)
    assert bench.session.selection.items == (ActionItem(6), ActionItem(1))


@pytest.mark.parametrize(
    "item, place",
    [
        (EventItem("P1", 0), 0),
        (MessageItem("P2", "P1", 0), 1),
        (SnapshotItem(0), 6),
        (ActionItem(3), 3),
    ],
)
def test_that_what_an_action_brought_about_selects_its_row(bench, item, place):
    bench.select(item)
    assert selected(bench) == [place]
    assert bench.session.selection.items == (item,)


def test_that_what_no_action_brought_about_selects_no_row(bench):
    bench.select(ActionItem(3))
    bench.select(ProcessItem("P1"))
    assert selected(bench) == []


def test_that_a_selected_row_is_scrolled_into_view(bench_of):
    bench = bench_of([{"at_ms": n, "action": "internal", "process": "P1"} for n in range(1, 60)])
    bench.select(EventItem("P1", 50))
    table = bench.panel.table
    shown = table.visualRect(table.model().index(50, 0))
    assert table.viewport().rect().contains(shown)


# Adding, deleting, duplicating


def add(bench, kind: str) -> None:
    menu = bench.panel.findChild(QWidget, "script.add").menu()
    menu.aboutToShow.emit()
    (entry,) = [a for a in menu.actions() if a.objectName() == f"script.add.{kind}"]
    entry.trigger()
    QApplication.processEvents()


def test_that_an_action_is_added_at_the_play_head(bench):
    bench.session.playback.scrub(300_000)
    add(bench, "send")
    assert bench.script[7] == Send(300_000, "P1", "P2", {"amount": 10})
    assert bench.session.selection.items == (ActionItem(7),)
    assert selected(bench) == [7] and bench.undo_label == "Add send"
    bench.undo()
    assert len(bench.script) == 7 and len(texts(bench, TIME)) == 7


def test_that_every_kind_the_engine_runs_can_be_added(bench):
    menu = bench.panel.findChild(QWidget, "script.add").menu()
    menu.aboutToShow.emit()
    names = [action.objectName().removeprefix("script.add.") for action in menu.actions()]
    assert names[:4] == ["send", "internal", "snapshot", "set-clock"]
    for count, name in enumerate(names, 8):
        add(bench, name)
        assert len(bench.script) == count, name


def test_that_sending_needs_a_channel(bench_of):
    bench = bench_of([], channels=[])
    menu = bench.panel.findChild(QWidget, "script.add").menu()
    menu.aboutToShow.emit()
    enabled = {a.objectName(): a.isEnabled() for a in menu.actions()}
    assert not enabled["script.add.send"] and enabled["script.add.internal"]


def test_that_delete_removes_the_selected_rows_in_one_edit(bench):
    click(bench, 0)
    click(bench, 1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(bench.panel.table, Qt.Key.Key_Delete)
    assert [action.at_us for action in bench.script][:2] == [158_000, 178_000]
    assert len(texts(bench, TIME)) == 5
    bench.undo()
    assert len(bench.script) == 7


def test_that_duplicate_adds_the_selected_row_once_more(bench):
    click(bench, 1)
    QTest.keyClick(bench.panel.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert bench.script[7] == bench.script[1]
    assert selected(bench) == [7]


def test_that_select_all_means_rows_while_the_table_has_the_keyboard(bench):
    bench.panel.table.setFocus()
    QTest.keyClick(bench.panel.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert selected(bench) == list(range(7))


def test_that_undo_by_key_reaches_the_scenario_from_an_open_editor(bench):
    type_in(part(double_click(bench, 1, TIME), "at_us"), "130")
    editor = double_click(bench, 0, TIME)
    QTest.keyClick(part(editor, "at_us"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.script[1].at_us == 120_000


def test_that_branches_are_only_counted(bench_of):
    bench = bench_of(
        [{"at_ms": 50, "action": "internal", "process": "P1"}],
        branches=[{"name": "what if", "from_ms": 10,
                   "script": [{"at_ms": 20, "action": "internal", "process": "P2"}]}],
    )  # fmt: skip
    assert len(texts(bench, TIME)) == 1
    note = bench.panel._branches
    assert note.text() == "1 branch has a script of its own"
    bench.panel.resize(260, 420)
    QApplication.processEvents()
    assert note.heightForWidth(note.width()) <= note.height()


@pytest.mark.parametrize("column", range(4))
def test_that_headings_are_whole_in_a_small_window(bench_of, column):
    late = {"at_ms": 990, "action": "snapshot", "initiator": "P1", "copies": 2}
    table = bench_of([late]).panel.table
    table.window().resize(290, 420)
    table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    QApplication.processEvents()
    head = table.model().title(column)
    wide = table.itemDelegate().width_of([head], column, table.font())
    assert wide <= table.columnWidth(column)


def test_that_another_row_does_not_close_an_editor_whose_input_is_refused(bench, qtbot):
    field = part(double_click(bench, 1, TIME), "at_us")
    type_in(field, "12x", Qt.Key.Key_End)
    click(bench, 4)
    qtbot.waitUntil(lambda: selected(bench) == [6])
    assert open_editor(bench) is not None and field.toolTip() == "“12x” is not a number."
    assert selected(bench) == [6]


def test_that_a_pinned_arrival_shows_in_the_row_of_its_message(window):
    from snapviz import editing
    from snapviz.ui.panels.script.schema import DETAIL

    editor = window.bench.editor
    message = editing.messages_of_action(editor.run, 0)[0]
    at = int(editor.run.trace.message_sent[message]) + 70_000
    editor.edit(lambda s: editing.set_arrival(editor.run, s, message, at), "Drag the head")
    model = window.bench._panels["script"].table.model()
    row = next(r for r in range(model.rowCount()) if model.place(r) == 0)
    assert model.index(row, DETAIL).data() == "pinned 70"
    editor.undo()
    assert model.index(row, DETAIL).data() == "delay 58"
