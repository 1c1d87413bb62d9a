"""The page to choose an example from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QPushButton

from snapviz.ui import examples, start_page
from snapviz.ui.start_page import ExampleCard


@pytest.fixture
def shipped(write, ring_scenario, monkeypatch, tmp_path):
    """Three scenarios as if they were shipped, one of them damaged."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    write(ring_scenario(title="Second"), "scenarios/b-second.snapviz.json")
    write(ring_scenario(title="First"), "scenarios/two-crossing.snapviz.json")
    write("{", "scenarios/a-broken.snapviz.json")
    monkeypatch.setattr(examples, "scenarios_folder", lambda: folder)
    return folder


def test_that_the_one_for_beginners_stands_first(shipped):
    assert [e.title for e in examples.shipped_examples()] == ["First", "Second"]
    assert examples.shipped_examples()[0].teaches == "Money goes round."


def test_that_an_installation_without_scenarios_has_none(monkeypatch):
    def nowhere():
        raise FileNotFoundError

    monkeypatch.setattr(examples, "scenarios_folder", nowhere)
    assert examples.shipped_paths() == []


def test_that_a_window_without_a_file_shows_the_first_example(shipped, open_window):
    window = open_window()
    assert window.files.document.title == "First"
    assert window.files.document.path is None
    assert window.windowTitle() == "First — snapviz"


def test_that_a_card_opens_its_example(shipped, window, trigger, qtbot):
    trigger(window, "examples")
    assert window.central.on_start_page
    assert not window.findChild(QDockWidget, "dock.topology").isVisible()
    cards = window.findChildren(ExampleCard)
    assert [card.accessibleName() for card in cards] == ["First", "Second"]
    qtbot.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    assert not window.central.on_start_page
    assert window.files.document.title == "Second"
    assert window.findChild(QDockWidget, "dock.topology").isVisible()


def test_that_return_opens_an_example(shipped, window, trigger, qtbot):
    trigger(window, "examples")
    card = window.findChildren(ExampleCard)[0]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert window.files.document.title == "First"


def test_that_escape_leads_back_to_the_diagram(shipped, window, trigger, qtbot):
    trigger(window, "examples")
    qtbot.keyClick(window.central.start_page, Qt.Key.Key_Escape)
    assert not window.central.on_start_page
    assert window.files.document.title == "A ring of banks"


def test_that_without_a_document_there_is_no_way_back(open_window, shipped, tmp_path):
    window = open_window(tmp_path / "missing.snapviz.json")
    page = window.central.start_page
    back = [b for b in page.findChildren(QPushButton) if b.text() == "Back to the diagram"]
    assert back[0].isHidden()


def test_that_cards_wrap_to_the_width(shipped, qtbot):
    page = start_page.StartPage()
    qtbot.addWidget(page)
    page.resize(400, 600)
    page.show()
    narrow = {card.geometry().left() for card in page.findChildren(ExampleCard)}
    page.resize(1200, 600)
    qtbot.waitUntil(lambda: len({c.geometry().left() for c in page.findChildren(ExampleCard)}) == 2)
    assert len(narrow) == 1
