"""Protocols side by side: the table, the run in the diagram, the edit, the card, the price."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from snapviz.diagram.display_list import Text
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.simulation import with_protocol
from snapviz.study.comparison import compare
from snapviz.study.guide import guide
from snapviz.study.varying import VARIABLES
from snapviz.ui.studies import comparing
from snapviz.ui.studies.compare_figure import figure
from snapviz.ui.studies.sentences import ASSUMPTION_NAMES, SENTENCES, told, verdict_text
from snapviz.ui.studies.sweep_form import PLOT_WORDS
from snapviz.ui.words import protocol_name
from tests.ui.mouse import press_button
from tests.ui.settling import settle as settle_turns

ALL = list(SNAPSHOT_PROTOCOLS)


@pytest.fixture
def compared(window, trigger, qtbot):
    """The window with the comparison in front, and there."""
    trigger(window, "compare")
    settle(window, qtbot)
    return window


def settle(window, qtbot) -> None:
    model = window.bench.studies.comparison
    qtbot.waitUntil(lambda: model.result is not None and not model.stale, timeout=20_000)


def panel(window):
    return window.bench.studies.compare


def click_row(window, protocol: str) -> None:
    table = panel(window).table
    row = [trial.protocol for trial in table.trials].index(protocol)
    place = QPoint(30, table.row_rect(row).center().y())
    QTest.mouseClick(table, Qt.MouseButton.LeftButton, pos=place)


def protocols_shown(window) -> set[str]:
    return {snapshot.protocol for snapshot in window.bench.editor.run.trace.snapshots}


def test_that_the_comparison_is_taken_along_as_a_figure(compared, qtbot, tmp_path):
    press_button(compared, "compare.copy")
    assert not QGuiApplication.clipboard().image().isNull()
    tools, model = panel(compared).tools, compared.bench.studies.comparison
    words = {i.text for i in figure(model.result, "").picture.items if isinstance(i, Text)}
    assert words >= {text for row in panel(compared).table.texts for text in row}
    assert words >= set(panel(compared).table.heads)
    tools.write(tmp_path / "compared.pdf")
    qtbot.waitUntil(lambda: tools.job.idle, timeout=20_000)
    assert (tmp_path / "compared.pdf").read_bytes().startswith(b"%PDF")


def test_that_the_table_says_what_the_study_finds(compared):
    found = compare(compared.files.document.scenario)
    texts = panel(compared).table.texts
    assert [row[0] for row in texts] == [protocol_name(name) for name in ALL]
    assert [row[1] for row in texts] == [verdict_text(trial) for trial in found.trials]
    assert texts[0][:3] == ["Chandy–Lamport", "consistent", "8"]
    heads = panel(compared).table.heads
    assert heads == ["control", "bytes", "time ms", "held ms", "in transit", "throughput"]
    advice = [told(line.why) for line in guide(found).advice]
    assert panel(compared).guide.texts[1:] == advice


def test_that_a_clicked_row_is_previewed_and_taken_back(compared):
    document = compared.files.document
    before = document.scenario
    click_row(compared, "global-clock")
    assert protocols_shown(compared) == {"global-clock"}
    assert document.scenario is before and not document.history.can_undo
    assert panel(compared).table.selected == {ALL.index("global-clock")}
    # The preview is none of what is compared.
    assert not compared.bench.studies.comparison.stale
    press_button(compared, "compare.back")
    assert protocols_shown(compared) == {"chandy-lamport"}
    assert panel(compared).table.selected == frozenset()


def test_that_a_protocol_is_taken_by_one_edit(compared, trigger, qtbot):
    document = compared.files.document
    before = document.scenario
    click_row(compared, "lai-yang")
    press_button(compared, "compare.use")
    assert document.scenario == with_protocol(before, "lai-yang")
    assert protocols_shown(compared) == {"lai-yang"}
    assert document.history.undo_label == "Take snapshots with Lai–Yang"
    trigger(compared, "undo")
    assert document.scenario is before and not document.history.can_undo


def test_that_an_edit_ends_the_preview_and_the_comparison_follows(compared, qtbot):
    click_row(compared, "mattern")
    editor, model = compared.bench.editor, compared.bench.studies.comparison
    editor.edit(lambda s: replace(s, seed=7, duration_us=900_000), "More time")
    assert protocols_shown(compared) == {"chandy-lamport"}
    assert panel(compared).table.selected == frozenset()
    assert model.stale
    settle(compared, qtbot)
    assert model.result.until_us == 900_000 and model.result.scenario.seed == 7


def test_that_words_and_places_do_not_make_it_run_again(compared):
    model = compared.bench.studies.comparison
    result = model.result
    compared.bench.editor.edit(lambda s: replace(s, title="Another name"), "Rename")
    assert not model.stale and not model.busy and model.result is result


def test_that_the_choice_of_protocols_is_remembered(
    compared, open_window, write, ring_scenario, qtbot
):
    choice = panel(compared)._choice
    for name in ALL[2:]:
        choice._entries[name].trigger()
    settle(compared, qtbot)
    assert [trial.protocol for trial in panel(compared).table.trials] == ALL[:2]
    choice._entries[ALL[0]].trigger()
    choice._entries[ALL[1]].trigger()
    assert choice.names == [ALL[1]]
    another = open_window(write(ring_scenario(), "again.snapviz.json"))
    assert another.bench.studies.comparison.protocols == [ALL[1]]


def test_that_it_can_be_cancelled_and_begun_again(window, trigger, qtbot):
    model = window.bench.studies.comparison
    qtbot.waitUntil(lambda: not model.busy, timeout=20_000)
    window.bench.editor.edit(
        lambda s: replace(s, duration_us=20_000_000, workload=replace(s.workload, kind="bank")),
        "Busy",
    )
    trigger(window, "compare")
    qtbot.waitUntil(lambda: model.busy, timeout=20_000)
    press_button(window, "compare.cancel")
    assert not model.busy and model.cancelled
    press_button(window, "compare.cancel")
    qtbot.waitUntil(lambda: model.busy, timeout=20_000)
    model.cancel()


def test_that_nothing_runs_while_nobody_looks(open_window, write, ring_scenario, qtbot):
    window = open_window(write(ring_scenario()))
    model = window.bench.studies.comparison
    window.dock["clocks"].raise_()
    qtbot.waitUntil(lambda: not model.busy, timeout=20_000)
    window.bench.editor.edit(lambda s: replace(s, seed=8), "Seed")
    qtbot.wait(600)
    assert not model.busy and (model.result is None or model.stale)
    window.dock["snapshots"].raise_()
    settle(window, qtbot)


def test_that_the_card_shows_a_bar_for_each_protocol(window, qtbot):
    settle(window, qtbot)
    card = window.bench._snapshots.protocols
    assert card.isVisible()
    found = dict(card.bars.texts)
    (trial, *_) = window.bench.studies.comparison.result.trials
    assert found["Chandy–Lamport"] == f"{trial.total('duration_us') / 1000:.1f} ms"
    assert found["Barriers, aligned"] == "not complete"
    image = card.bars.grab().toImage()
    row = card.bars.row_rect(0)
    assert image.pixelColor(150, row.center().y()).name() == card.bars.theme.accent


def test_that_a_long_run_is_compared_only_when_asked_for(
    open_window, write, ring_scenario, monkeypatch, qtbot
):
    monkeypatch.setattr(comparing, "UNASKED_ROWS", 10)
    window = open_window(write(ring_scenario()))
    settle_turns(window)
    card, model = window.bench._snapshots.protocols, window.bench.studies.comparison
    assert card.isVisible() and not model.busy and model.result is None
    assert (
        card.findChild(QLabel, "snapshots.protocolCost.state").text().startswith("The run is long")
    )
    press_button(window, "snapshots.compare")
    settle(window, qtbot)
    assert card.bars.isVisible()


def test_that_the_card_opens_the_comparison(window):
    assert window.dock["compare"].isHidden()
    press_button(window, "snapshots.compare")
    assert window.dock["compare"].isVisible()
    press_button(window, "compare.close")
    assert window.dock["compare"].isHidden()


def test_that_a_closed_comparison_leaves_no_preview(compared, qtbot):
    click_row(compared, "mattern")
    press_button(compared, "compare.close")
    qtbot.waitUntil(lambda: protocols_shown(compared) == {"chandy-lamport"}, timeout=5_000)


def test_that_the_save_pause_is_an_edit_and_has_its_price(compared, qtbot, trigger):
    document = compared.files.document
    field = compared.findChild(QLineEdit, "compare.savePause")
    field.selectAll()
    QTest.keyClicks(field, "25")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert document.scenario.save_pause_us == 25_000
    settle(compared, qtbot)
    table = panel(compared).table
    place = table.heads.index("saving ms")
    assert table.texts[0][2 + place] == "100.0"
    trigger(compared, "undo")
    assert document.scenario.save_pause_us == 0
    settle(compared, qtbot)
    assert field.text() == "0" and "saving ms" not in table.heads


def test_that_a_scenario_without_snapshots_says_so(open_window, write, ring_scenario, trigger):
    window = open_window(write(ring_scenario(script=[])))
    trigger(window, "compare")
    assert "takes no snapshot" in panel(window)._note.text()
    assert not window.bench._snapshots.protocols.isVisible()
    assert not window.bench.studies.comparison.busy


def test_that_a_low_window_makes_room_and_gives_it_back(compared):
    compared.resize(1280, 720)
    press_button(compared, "compare.close")
    assert compared.dock["topology"].isVisible()
    compared.findChild(object, "action.compare").trigger()
    assert compared.dock["topology"].isHidden() and compared.dock["compare"].isVisible()
    press_button(compared, "compare.close")
    assert compared.dock["topology"].isVisible()


def test_that_everything_the_study_says_can_be_translated(root):
    source = "".join(
        (root / "snapviz" / "study" / f"{name}.py").read_text() for name in ("assumptions", "guide")
    )
    said = set(re.findall(r'words\(\s*"([^"]+)"', source))
    source = re.sub(r'"\s*\n\s*"', "", source)
    said |= set(re.findall(r'text = \(?\s*"([^"]+)"', source))
    assert len(said) > 30 and said <= set(SENTENCES)
    from snapviz.study.assumptions import ASSUMPTIONS

    assert set(ASSUMPTIONS) == set(ASSUMPTION_NAMES)
    assert {variable.about for variable in VARIABLES.values()} <= set(PLOT_WORDS)
