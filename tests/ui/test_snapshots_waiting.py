"""What a card says of a snapshot on its way, and of one that has failed, at the play-head."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from snapviz.resources import scenarios_folder
from snapviz.ui.panels.text_table import TextTable
from snapviz.ui.selection import MessageItem
from tests.ui.test_snapshots_panel import card, chips


def waiting(window, name: str = "S1") -> TextTable:
    return card(window, name).findChild(TextTable, "snapshot.waiting")


@pytest.fixture
def shipped(open_window):
    def open_it(start: str):
        (path,) = scenarios_folder().glob(f"{start}-*.snapviz.json")
        return open_window(path)

    return open_it


def test_that_clocks_are_waited_for_before_anybody_has_recorded(shipped):
    window = shipped("14")
    window.playback.scrub(130_000)
    assert chips(card(window)) == ["recording", "0 / 3 recorded"]
    assert waiting(window).texts == [
        [name, "its clock to read T", "since 100.0"] for name in ("P1", "P2", "P3")
    ]
    status = window.findChild(QLabel, "status.verdict").text()
    assert status.endswith("0 of 3 processes have recorded · 0 control messages in transit")
    window.playback.scrub(206_000)
    assert [row[0] for row in waiting(window).texts] == ["P3"]
    window.playback.scrub(215_000)
    assert waiting(window).texts == [["P1", "message from P2", "since 190.0"]]


def test_that_a_poll_waits_for_a_request_and_for_reports(shipped):
    window = shipped("12")
    window.playback.scrub(195_000)
    assert waiting(window).texts == [
        ["P3", "request", "sent 100.0"],
        ["P1", "report from P3", "since 100.0"],
    ]


def test_that_barriers_wait_for_each_other_on_a_cycle(shipped, trigger):
    window = shipped("32")
    trigger(window, "toEnd")
    assert chips(card(window))[0] == "not complete when the run ends"
    assert {row[1].split()[0] for row in waiting(window).texts} == {"barrier"}


def test_that_a_click_on_what_is_under_way_selects_it(shipped):
    window = shipped("09")
    window.playback.scrub(window.files.document.run.until_us)
    table = waiting(window)
    assert table.texts[0][2].startswith("lost, sent")
    QTest.mouseClick(
        table, Qt.MouseButton.LeftButton, pos=QPoint(30, table.row_rect(0).center().y())
    )
    (chosen,) = window.bench.session.selection.items
    assert isinstance(chosen, MessageItem)


def test_that_a_failed_snapshot_says_why(open_window, write, ring_scenario):
    scenario = ring_scenario(
        processes=[{"id": "A"}, {"id": "B"}],
        channels=[{"from": "B", "to": "A"}],
        script=[
            {"at_ms": 50, "action": "snapshot", "initiator": "A", "protocol": "naive-poll"},
            {"at_ms": 90, "action": "internal", "process": "A"},
        ],
    )
    window = open_window(write(scenario))
    window.playback.scrub(95_000)
    assert chips(card(window)) == ["failed", "1 / 2 recorded"]
    said = card(window).findChild(QLabel, "snapshot.missing").text()
    assert said == "A cannot reach B: no path of channels leads there."
    assert "S1 has failed" in window.findChild(QLabel, "status.verdict").text()
    window._choose_language("zh_CN")
    QApplication.processEvents()
    assert "无法到达" in card(window).findChild(QLabel, "snapshot.missing").text()


def test_that_who_cannot_be_reached_is_named_with_the_reason(shipped):
    window = shipped("10")
    missing = card(window).findChild(QLabel, "snapshot.missing")
    for us in (120_000, 500_000):
        window.playback.scrub(us)
        QApplication.processEvents()
        first, why = missing.text().splitlines()
        assert first.startswith("Not recorded yet: P1")
        assert why == "P2 cannot reach P1: no path of channels leads there."
    second = card(window, "S2").findChild(QLabel, "snapshot.missing")
    window.playback.scrub(220_000)
    assert "\n" not in second.text() and "reach" not in second.text()
