"""The inspector's forms: each field edits the scenario, as one entry of the history."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from snapviz.scenario.model import Clock, Exponential, Fixed, Normal, Pin, TakeSnapshot, Uniform
from snapviz.ui.panels.inspector import InspectorPanel
from snapviz.ui.selection import ActionItem, ChannelItem, MessageItem, ProcessItem
from tests.ui.panel_bench import make_bench, pick


@pytest.fixture
def bench(qtbot, write, ring_scenario):
    return make_bench(qtbot, write(ring_scenario()), InspectorPanel)


def process(bench, name: str):
    return bench.scenario.processes[bench.scenario.process_index()[name]]


def channel(bench, source: str, target: str):
    return bench.scenario.channels[bench.scenario.channel_index()[source, target]]


def entries(bench) -> int:
    """How many edits can be undone; they are undone and brought back."""
    count = 0
    while bench.editor.document.history.can_undo:
        bench.editor.undo()
        count += 1
    for _ in range(count):
        bench.editor.redo()
    return count


# The scenario


@pytest.mark.parametrize(
    "name, typed, attribute, value",
    [
        ("title", "Banks", "title", "Banks"),
        ("seed", "7", "seed", 7),
        ("duration_us", "600.5", "duration_us", 600_500),
    ],
)
def test_that_the_scenario_is_edited_while_nothing_is_selected(
    bench, name, typed, attribute, value
):
    before = bench.scenario
    bench.type(name, typed)
    assert getattr(bench.scenario, attribute) == value and entries(bench) == 1
    bench.undo()
    assert bench.scenario == before
    assert bench.field(name).current() == getattr(before, attribute)


def test_that_the_description_is_committed_by_leaving_it(bench):
    notes = bench.field("description")
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton)
    notes.selectAll()
    QTest.keyClicks(notes, "One")
    QTest.keyClick(notes, Qt.Key.Key_Return)
    QTest.keyClicks(notes, "two")
    assert entries(bench) == 0
    bench.field("seed").setFocus()
    assert bench.scenario.description == "One\ntwo" and entries(bench) == 1


def test_that_the_description_is_read_as_markdown_and_written_as_it_is(bench):
    notes = bench.field("description")
    bench.editor.edit(lambda s: replace(s, description="Money **flows**."), "words")
    bench.field("seed").setFocus()
    assert notes.toPlainText() == "Money flows." and notes.current() == "Money **flows**."
    notes.setFocus()
    assert notes.toPlainText() == "Money **flows**."
    assert not notes.textCursor().charFormat().font().bold()
    bench.field("seed").setFocus()
    assert notes.toPlainText() == "Money flows." and entries(bench) == 1


def test_that_a_workload_brings_its_figures(bench):
    assert [w for w in bench.panel.findChildren(type(bench.field("seed")), "field.amount.0")
            if w.isVisible()] == []  # fmt: skip
    bench.choose("workload", "bank transfers")
    assert bench.scenario.workload.kind == "bank"
    bench.type("amount.0", "5")
    assert bench.scenario.workload.amount == (5, 50)
    bench.type("amount.0", "60")
    assert "above" in bench.wrong("amount.0") and bench.scenario.workload.amount == (5, 50)
    interval = bench.field("interval")
    pick(interval.kind, "normal")
    assert bench.scenario.workload.interval == Normal(60_000, 12_000)
    assert bench.undo_label == "Change interval of workload"


# One process


def test_that_renaming_keeps_the_process_selected(bench):
    bench.select(ProcessItem("P2"))
    bench.type("id", "Bank")
    assert bench.scenario.processes[1].id == "Bank"
    assert bench.session.selection.items == (ProcessItem("Bank"),)
    assert bench.text("title") == "Process Bank" and entries(bench) == 1
    assert bench.undo_label == "Change name of P2"


def test_that_a_taken_name_is_refused_at_the_field(bench):
    before = bench.scenario
    bench.select(ProcessItem("P2"))
    bench.type("id", "P3")
    field = bench.field("id")
    assert field.property("refused") is True and field.text() == "P3"
    assert bench.wrong("id") == "There is already a process P3"
    assert field.accessibleDescription() == bench.wrong("id")
    assert bench.scenario is before and not bench.session.messages.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "P2" and bench.wrong("id") == ""


def test_that_a_balance_is_edited_and_undone(bench):
    bench.select(ProcessItem("P2"))
    bench.type("balance", "250", Qt.Key.Key_Tab)
    assert process(bench, "P2").state == {"balance": 250} and entries(bench) == 1
    bench.undo()
    assert bench.field("balance").text() == "1000"


def test_that_steps_of_an_arrow_key_are_one_entry(bench):
    bench.select(ProcessItem("P2"))
    field = bench.field("balance")
    field.setFocus()
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert process(bench, "P2").state == {"balance": 993}
    assert entries(bench) == 1


def test_that_the_clock_and_the_place_are_edited(bench):
    bench.select(ProcessItem("P3"))
    bench.type("offset_us", "-3.5")
    bench.type("drift_ppb", "20")
    bench.type("x", "2.25")
    assert process(bench, "P3").clock == Clock(-3_500, 20_000)
    assert process(bench, "P3").position[0] == 2.25
    assert entries(bench) == 3


def test_that_other_state_is_a_table_of_names_and_json(bench):
    bench.select(ProcessItem("P1"))
    bench.type("state.0.key", "log")
    bench.type("state.0.value", "[1, 2]")
    assert process(bench, "P1").state == {"balance": 1000, "log": [1, 2]}
    bench.type("state.1.key", "log")
    assert bench.wrong("state") == "There is already a value “log”."
    QTest.keyClick(bench.field("state.1.key"), Qt.Key.Key_Escape)
    bench.type("state.0.key", "notes")
    assert process(bench, "P1").state == {"balance": 1000, "notes": [1, 2]}
    line = bench.field("state.0.key").parentWidget()
    QTest.mouseClick(line.remove, Qt.MouseButton.LeftButton)
    assert process(bench, "P1").state == {"balance": 1000}


def test_that_the_channels_of_a_process_are_links(bench):
    bench.select(ProcessItem("P1"))
    assert bench.links() == ["P1 → P2", "P1 → P4", "P2 → P1", "P4 → P1"]
    bench.follow("P1 → P4")
    assert bench.session.selection.items == (ChannelItem("P1", "P4"),)


def test_that_several_processes_are_edited_together(bench):
    bench.select(ProcessItem("P2"))
    bench.type("offset_us", "5")
    bench.select(ProcessItem("P1"), ProcessItem("P2"))
    assert bench.field("offset_us").text() == ""
    assert bench.field("offset_us").placeholderText() == "various"
    bench.type("balance", "70")
    bench.type("offset_us", "9")
    assert [process(bench, p).state["balance"] for p in ("P1", "P2", "P3")] == [70, 70, 1000]
    assert process(bench, "P1").clock == Clock(9_000) == process(bench, "P2").clock
    assert entries(bench) == 3 and bench.undo_label == "Change clock offset of P1, P2"


# A channel


def test_that_fifo_is_switched_by_a_click(bench):
    bench.select(ChannelItem("P1", "P2"))
    assert bench.text("carried") == "messages: 3 · markers: 1"
    box = bench.field("fifo")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert channel(bench, "P1", "P2").fifo is False
    for _ in range(2):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert channel(bench, "P1", "P2").fifo is False and bench.undo_label == "Change FIFO of P1 → P2"


@pytest.mark.parametrize(
    "kind, delay",
    [
        ("fixed", Fixed(60_000)),
        ("exponential", Exponential(60_000)),
        ("normal", Normal(60_000, 12_000)),
    ],
)
def test_that_another_kind_of_delay_is_about_as_long(bench, kind, delay):
    bench.select(ChannelItem("P1", "P2"))
    pick(bench.field("delay").kind, kind)
    assert channel(bench, "P1", "P2").delay == delay


def test_that_delay_figures_are_edited_and_checked(bench):
    bench.select(ChannelItem("P1", "P2"))
    delay = bench.field("delay")
    delay.second.setFocus()
    delay.second.selectAll()
    QTest.keyClicks(delay.second, "30")
    QTest.keyClick(delay.second, Qt.Key.Key_Return)
    assert bench.wrong("delay") == "The lower one comes first."
    delay.second.selectAll()
    QTest.keyClicks(delay.second, "45.5")
    QTest.keyClick(delay.second, Qt.Key.Key_Return)
    assert bench.wrong("delay") == ""
    assert channel(bench, "P1", "P2").delay == Uniform(40_000, 45_500) and entries(bench) == 1


def test_that_measured_delays_are_a_list(bench):
    bench.select(ChannelItem("P1", "P2"))
    delay = bench.field("delay")
    pick(delay.kind, "measured")
    delay.times.setFocus()
    delay.times.selectAll()
    QTest.keyClicks(delay.times, "10 20.5 30")
    QTest.keyClick(delay.times, Qt.Key.Key_Return)
    assert channel(bench, "P1", "P2").delay.values_us == (10_000, 20_500, 30_000)


def test_that_probabilities_are_checked(bench):
    bench.select(ChannelItem("P1", "P2"))
    bench.type("loss", "1.5")
    assert bench.wrong("loss") == "At most 1 is allowed."
    bench.type("loss", "0.25")
    bench.type("duplication", "5%")
    bench.choose("when_down", "lost")
    made = channel(bench, "P1", "P2")
    assert (made.loss, made.duplication, made.when_down) == (0.25, 0.05, "lost")


def test_that_the_way_back_is_a_link(bench):
    bench.select(ChannelItem("P1", "P2"))
    bench.follow("back: P2 → P1")
    assert bench.session.selection.items == (ChannelItem("P2", "P1"),)


def test_that_a_missing_way_back_can_be_added(qtbot, write, ring_scenario):
    scenario = ring_scenario(script=[])
    scenario["channels"] = scenario["channels"][:1]
    bench = make_bench(qtbot, write(scenario), InspectorPanel)
    bench.select(ChannelItem("P1", "P2"))
    bench.follow("add P2 → P1")
    assert ("P2", "P1") in bench.scenario.channel_index() and entries(bench) == 1
    assert bench.session.selection.items == (ChannelItem("P2", "P1"),)


# An action


def test_that_an_actions_fields_are_edited(bench):
    bench.select(ActionItem(1))
    assert bench.text("title") == "Selected: send"
    bench.type("at_us", "125")
    bench.type("payload", "$12")
    bench.type("delay_us", "")
    bench.choose("channel", "P2 → P3")
    action = bench.script[1]
    assert (action.at_us, action.payload, action.delay_us) == (125_000, {"amount": 12}, None)
    assert (action.source, action.target) == ("P2", "P3") and entries(bench) == 4
    assert bench.undo_label == "Change channel of send"


def test_that_a_snapshot_is_asked_to_be_kept(bench):
    place = next(i for i, a in enumerate(bench.script) if isinstance(a, TakeSnapshot))
    bench.select(ActionItem(place))
    bench.choose("copies", "2")
    bench.choose("commit", "Two-phase commit")
    assert (bench.script[place].copies, bench.script[place].commit) == (2, "two-phase")
    assert bench.undo_label == "Change commit of snapshot"
    bench.undo()
    assert bench.script[place].commit == "none"


def test_that_copies_are_put_across_failure_groups(bench):
    for names, group in ((("P1", "P2"), "rack A"), (("P3",), "rack B")):
        bench.select(*map(ProcessItem, names))
        bench.type("failure_group", group)
    assert [p.failure_group for p in bench.scenario.processes[:3]] == ["rack A", "rack A", "rack B"]
    bench.select(ProcessItem("P3"))
    bench.type("failure_group", "")
    assert process(bench, "P3").failure_group is None
    assert bench.undo_label == "Change failure group of P3"
    place = next(i for i, a in enumerate(bench.script) if isinstance(a, TakeSnapshot))
    bench.select(ActionItem(place))
    bench.choose("placement", "across groups")
    assert bench.script[place].placement == "across-groups"
    bench.undo()
    assert bench.script[place].placement == "ring"


def test_that_what_came_of_an_action_is_linked(bench):
    bench.select(ActionItem(1))
    assert bench.links() == ["event 1 of P2", "message"]
    bench.follow("message")
    assert bench.session.selection.items == (MessageItem("P2", "P1", 0),)


def test_that_a_refused_transfer_says_why(bench):
    bench.select(ActionItem(1))
    bench.type("payload", "5000")
    assert bench.text("outcome").startswith("Refused: P2 has $")


# Messages


def test_that_a_message_is_pinned_by_its_arrival_and_let_go(bench):
    item = MessageItem("P2", "P1", 0)
    bench.select(item)
    assert bench.text("title") == "Selected: message P2 → P1 $40"
    assert "recorded by S1 as channel state" in bench.text("facts")
    bench.type("received", "300")
    assert bench.scenario.delays == (Pin("P2", "P1", 0, 180_000),)
    assert bench.field("received").text() == "300"
    bench.type("received", "100")
    assert bench.wrong("received") == "It is sent at 120.0 ms and cannot arrive before."
    bench.follow("let it travel freely")
    assert bench.scenario.delays == () and entries(bench) == 2


def test_that_an_edited_message_stays_selected_under_its_new_number(bench):
    bench.select(MessageItem("P1", "P2", 0))
    bench.type("at_us", "170")
    assert bench.script[0].at_us == 170_000
    assert bench.session.selection.items == (MessageItem("P1", "P2", 1),)
    assert bench.text("title") == "Selected: message P1 → P2 $30"


# Keeping in step


def test_that_an_edit_elsewhere_is_shown_without_building_anew(bench):
    field = bench.field("title")
    bench.editor.edit(lambda s: replace(s, title="Other"), "x")
    assert bench.field("title") is field and field.text() == "Other"


def test_that_typing_is_not_overwritten_by_an_edit_elsewhere(bench):
    field = bench.field("title")
    field.setFocus()
    QTest.keyClicks(field, "My ")
    bench.editor.edit(lambda s: replace(s, title="Other"), "x")
    assert field.text().startswith("My ")


def test_that_what_is_gone_gives_way_to_the_scenario(bench):
    bench.select(ChannelItem("P1", "P2"))
    from snapviz.scenario import edits

    bench.editor.edit(lambda s: edits.without_channels(s, [("P1", "P2")]), "x")
    assert bench.text("title") == "Scenario"


def test_that_undo_by_key_is_the_windows_unless_something_is_typed(bench):
    bench.type("seed", "7")
    field = bench.field("seed")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert bench.scenario.seed == 42 and field.text() == "42"
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "42" and bench.scenario.seed == 42


def test_that_a_hidden_inspector_does_nothing_until_it_is_shown(bench, monkeypatch):
    shown = []
    monkeypatch.setattr(bench.panel, "_show", lambda: shown.append(1))
    bench.panel.hide()
    bench.select(ProcessItem("P1"))
    assert shown == []
    bench.panel.show()
    assert shown == [1]


def test_that_playing_leaves_the_inspector_alone(bench, monkeypatch):
    shown = []
    monkeypatch.setattr(bench.panel, "_show", lambda: shown.append(1))
    for time_us in range(0, 480_000, 10_000):
        bench.session.playback.scrub(time_us)
    assert shown == []


def test_that_every_field_has_a_name_and_room_for_a_finger(bench):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    for items in ((), (ProcessItem("P1"),), (ChannelItem("P1", "P2"),), (ActionItem(1),)):
        bench.select(*items)
        for kind in (QLineEdit, QComboBox, QAbstractButton):
            for widget in bench.panel.findChildren(kind):
                if widget.isVisible():
                    assert widget.accessibleName() or widget.text(), widget.objectName()
                    assert widget.height() >= 24, widget.objectName()
