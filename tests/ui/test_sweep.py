"""Sweeps in the window: asked for, drawn while they go on, stopped, written; nobody left at work."""

import csv
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from snapviz.study.sweep import sweep
from snapviz.ui.studies.sweep_form import Asked, SweepForm
from tests.ui.mouse import press_button


def loose(ring_scenario) -> dict:
    """The ring, with channels that keep no order."""
    scenario = ring_scenario(duration_ms=400)
    delay = {"kind": "uniform", "low_ms": 1, "high_ms": 90}
    channels = [{**channel, "fifo": False, "delay": delay} for channel in scenario["channels"]]
    return {**scenario, "channels": channels, "workload": {"kind": "bank"}}


@pytest.fixture
def window(open_window, write, ring_scenario, trigger):
    made = open_window(write(loose(ring_scenario)))
    trigger(made, "sweep")
    return made


@pytest.fixture
def panel(window):
    return window.bench.studies.sweep


def ask(panel, what="delay", first="0.5", last="1.5", by="0.5", seeds="20", protocols=None) -> None:
    panel.form.what.set_value(what)
    panel.form.what.committed.emit(what, False)
    for name, text in (("first", first), ("last", last), ("by", by), ("seeds", seeds)):
        field = panel.findChild(QLineEdit, f"sweep.{name}")
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    panel.form.protocols.set_names(protocols or ["chandy-lamport", "naive-poll"])


def children() -> list[str]:
    """What the processes started by this one that are still there were started as."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            command = (folder / "cmdline").read_text()
        except OSError:
            continue
        if int(status[1]) == os.getpid() and status[0] != "Z" and "resource_tracker" not in command:
            found.append(command)
    return found


def wait_idle(panel, qtbot) -> None:
    qtbot.waitUntil(lambda: panel.job.idle, timeout=60_000)


def test_that_a_sweep_counts_what_the_command_line_counts(window, panel, qtbot):
    ask(panel)
    press_button(panel, "sweep.go")
    assert panel.job.busy
    qtbot.waitUntil(lambda: not panel.job.busy, timeout=60_000)
    expected = sweep(
        window.files.document.scenario,
        "delay=0.5:1.5:0.5",
        20,
        ["chandy-lamport", "naive-poll"],
        jobs=1,
    )
    assert panel.sweep == expected
    assert any(point.inconsistent.hits for point in expected.points)
    assert [row[1] for row in panel.table.texts] == ["0.5", "1", "1.5"] * 2
    assert panel.table.texts[0][0] == "Chandy–Lamport"
    assert children() == []


def test_that_a_point_tells_its_figures(panel, qtbot):
    ask(panel)
    press_button(panel, "sweep.go")
    qtbot.waitUntil(lambda: not panel.job.busy, timeout=60_000)
    places = [
        i for i in panel.view.picture().items if (getattr(i, "subject", 0) or [0])[0] == "point"
    ]
    text = panel.view.text_at(QPointF(places[0].cx + 2, places[0].cy))
    assert text.startswith("Chandy–Lamport\n0.5: ") and text.endswith("/ 20")
    assert panel.view.text_at(QPointF(-50, -50)) == ""


def test_that_curves_are_drawn_on_the_way_and_cancelling_leaves_nobody(panel, qtbot):
    ask(panel, "skew", "0", "40", "1", "400")
    press_button(panel, "sweep.go")
    qtbot.waitUntil(lambda: bool(panel.sweep) and panel._bar.value() > 0, timeout=60_000)
    assert panel.job.busy and panel._bar.value() < 1000
    assert children()
    press_button(panel, "sweep.go")
    assert not panel.job.busy
    wait_idle(panel, qtbot)
    assert children() == []
    assert panel.findChild(QLabel, "sweep.state").text().startswith("Cancelled: up to")
    assert panel.form.isEnabled()


def test_that_closing_the_window_leaves_nobody_at_work(window, panel, qtbot):
    ask(panel, "skew", "0", "400", "1", "2000")
    press_button(panel, "sweep.go")
    qtbot.waitUntil(lambda: bool(children()), timeout=60_000)
    window.close()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: children() == [], timeout=30_000)


def test_that_table_and_figure_are_written(window, panel, qtbot, tmp_path):
    panel.begin(Asked(panel.form.asked().variation, 2, ["chandy-lamport"], 0))
    qtbot.waitUntil(lambda: not panel.job.busy, timeout=60_000)
    panel.write(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"protocol,")
    for name, head in (("a.png", b"\x89PNG"), ("a.pdf", b"%PDF"), ("a.svg", b"<?xml")):
        panel.tools.write(tmp_path / name)
        qtbot.waitUntil(lambda: panel.tools.job.idle, timeout=20_000)
        assert (tmp_path / name).read_bytes().startswith(head)
    panel.tools.copy()
    assert QGuiApplication.clipboard().image().width() == 2 * 960
    assert "clock skew" in (tmp_path / "a.svg").read_text()
    rows = list(csv.DictReader((tmp_path / "a.csv").read_text().splitlines()))
    assert [row["skew"] for row in rows] == ["0", "10", "20", "30", "40", "50", "60", "70", "80"]
    panel.write(tmp_path / "nowhere" / "a.csv")
    assert window.central.messages.isVisible()


def test_that_the_price_of_saving_is_in_table_and_plot(panel, qtbot):
    ask(panel, "interval", "20", "40", "20", "8", ["chandy-lamport"])
    panel.form.pause.set_value(30_000)
    press_button(panel, "sweep.go")
    qtbot.waitUntil(lambda: not panel.job.busy, timeout=60_000)
    assert panel.sweep.save_pause_us == 30_000
    assert panel.table.heads()[-1] == "throughput"
    assert all(row[-1].endswith("%") for row in panel.table.texts)
    rings = list(panel.view.picture().about("price"))
    assert len(rings) == len(panel.sweep.points)
    text = panel.view.text_at(QPointF(rings[0].cx, rings[0].cy + 3))
    assert text == f"Chandy–Lamport\n20 ms: throughput {panel.table.texts[0][-1]}"


def test_that_all_that_is_asked_for_stands_in_one_row(window, panel):
    window.resize(1280, 800)
    QApplication.processEvents()
    parts = [w for w in panel.form.children() if isinstance(w, QWidget)]
    middles = {w.geometry().center().y() for w in parts}
    assert len(parts) == 7 and max(middles) - min(middles) <= 1
    assert all(panel.form.rect().contains(w.geometry()) for w in parts)


@pytest.mark.parametrize(
    ("first", "last", "by", "told"),
    [
        ("5", "1", "1", "goes nowhere"),
        ("0", "9", "0", "goes nowhere"),
        ("0", "99999", "1", "at most 1000"),
        ("0.00001", "1", "1", "allowed are steps of"),
    ],
)
def test_that_a_range_that_cannot_be_is_told_at_the_field(panel, first, last, by, told):
    ask(panel, "skew", first, last, by)
    press_button(panel, "sweep.go")
    assert not panel.job.busy and told in panel.form.last.toolTip()
    state = panel.findChild(QLabel, "sweep.state")
    assert told in state.text() and state.property("role") == "badLine"
    ask(panel, "skew", "0", "10", "1")
    assert panel.form.asked() is not None
    assert state.text() == "" and state.property("role") == "muted"


def test_that_what_is_wrong_elsewhere_is_still_told_when_one_field_is_right(panel):
    state, form = panel.findChild(QLabel, "sweep.state"), panel.form
    form.by.refuse("no step")
    form.seeds.refuse("no number")
    assert state.text() == "no step"
    form.by.forgive()
    assert state.text() == "no number" and state.property("role") == "badLine"
    form.seeds.forgive()
    assert state.text() == "" and state.property("role") == "muted"


def test_that_what_is_no_number_is_told_at_its_field(qtbot):
    form = SweepForm()
    qtbot.addWidget(form)
    form.first.setText("many")
    assert form.asked() is None and "many" in form.first.toolTip()
    form.first.setText("1")
    assert form.asked() is not None and not form.first.toolTip()


def test_that_a_scenario_that_has_changed_is_told(window, panel, qtbot):
    panel.begin(Asked(panel.form.asked().variation, 1, ["chandy-lamport"], 0))
    qtbot.waitUntil(lambda: not panel.job.busy, timeout=60_000)
    assert panel.findChild(QLabel, "sweep.state").text() == ""
    window.bench.editor.edit(lambda s: replace(s, seed=5), "Seed")
    assert "has changed" in panel.findChild(QLabel, "sweep.state").text()


def test_that_a_refusal_is_told_in_the_panel(open_window, write, ring_scenario, trigger, qtbot):
    window = open_window(write(ring_scenario(script=[])))
    trigger(window, "sweep")
    panel = window.bench.studies.sweep
    press_button(panel, "sweep.go")
    qtbot.waitUntil(lambda: not panel.job.busy, timeout=60_000)
    assert "takes no snapshot" in panel._note.text() and panel._note.isVisible()


def test_that_a_form_of_two_rows_is_shown_whole(panel, qtbot):
    form = panel.form
    form.setFixedWidth(600)
    qtbot.waitUntil(lambda: form.protocols.y() > form.what.height())
    qtbot.waitUntil(lambda: form.protocols.geometry().bottom() < form.height())
