"""Docks: which of them wears a heading, and that they come back as they were."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QToolButton

from tests.ui.settling import settle

TABBED = ("script", "notes", "snapshots", "clocks", "checkpoints", "recovery")


def arrangement(window) -> dict[str, tuple]:
    """Of each dock: shown, in front, with a heading, and if it is in front, how high."""
    QApplication.processEvents()
    return {
        name: (
            not dock.isHidden(),
            not dock.visibleRegion().isEmpty(),
            dock.titleBarWidget() is dock.heading,
            dock.visibleRegion().isEmpty() or dock.height(),
        )
        for name, dock in window.dock.items()
    }


def test_that_a_presentation_gives_the_docks_back_as_they_were(window, trigger, qtbot):
    window.dock["clocks"].raise_()
    before = arrangement(window)
    trigger(window, "present")
    assert not any(shown for shown, *_ in arrangement(window).values())
    trigger(window, "present")
    qtbot.waitUntil(lambda: not window.bench.settling)
    assert arrangement(window) == before
    assert before["clocks"][1]
    assert not any(before[name][2] for name in TABBED)


def test_that_a_presentation_can_begin_while_the_last_one_still_ends(window, trigger, qtbot):
    before = arrangement(window)
    for _ in range(3):
        window.bench.set_presenting(True)
        window.bench.set_presenting(False)
    assert window.bench.settling
    qtbot.waitUntil(lambda: not window.bench.settling)
    assert window.updatesEnabled() and arrangement(window) == before


def test_that_the_page_of_examples_gives_the_docks_back_as_they_were(window, trigger):
    window.dock["clocks"].raise_()
    before = arrangement(window)
    trigger(window, "examples")
    assert window.central.on_start_page
    window.central.show_diagram()
    assert arrangement(window) == before


@pytest.mark.parametrize("action", ["present", "examples", "neverHappened"])
def test_that_what_has_the_window_to_itself_has_all_of_it(window, trigger, qtbot, action):
    window.resize(1280, 720)
    trigger(window, "compare")  # which has taken the room of the left side
    settle(window)
    before = arrangement(window)
    assert before["compare"][0] and not before["topology"][0]
    trigger(window, action)
    qtbot.waitUntil(lambda: not window.bench.settling)
    settle(window)
    assert [name for name, (shown, *_) in arrangement(window).items() if shown] == []
    trigger(window, action) if action == "present" else window.central.show_diagram()
    qtbot.waitUntil(lambda: not window.bench.settling)
    settle(window)
    assert [shown for shown, *_ in arrangement(window).values()] == [
        shown for shown, *_ in before.values()
    ]
    window.dock["compare"].hide()
    settle(window)
    assert not window.dock["topology"].isHidden()


def test_that_the_view_menu_lists_every_dock(window):
    view = window.menus.future.parent()
    assert isinstance(view, QMenu)
    listed = set(view.actions())
    missing = [name for name, dock in window.dock.items() if dock.toggleViewAction() not in listed]
    assert not missing


def test_that_a_dock_whose_tab_goes_wears_its_heading_again(window):
    script, notes = window.dock["script"], window.dock["notes"]
    assert script.titleBarWidget() is not script.heading
    notes.toggleViewAction().trigger()
    QApplication.processEvents()
    assert script.titleBarWidget() is script.heading
    notes.toggleViewAction().trigger()
    QApplication.processEvents()
    assert script.titleBarWidget() is not script.heading
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    assert {bar.tabText(i) for bar in bars for i in range(bar.count())} >= {"Script", "About"}


def test_that_a_tab_that_was_alone_for_a_while_shows_its_whole_name(window, trigger, qtbot):
    window.resize(1280, 800)
    tabs = next(bar for bar in window.findChildren(QTabBar) if bar.tabText(0) == "Script")
    before = tabs.tabRect(0).width()
    trigger(window, "compare")
    qtbot.waitUntil(window.dock["script"].isHidden)
    window.dock["compare"].hide()
    qtbot.waitUntil(window.dock["script"].isVisible)
    QApplication.processEvents()
    assert [bar.tabRect(0).width() for bar in window.findChildren(QTabBar)
            if bar.isVisible() and bar.tabText(0) == "Script"] == [before]  # fmt: skip


@pytest.mark.parametrize("name", ["states", "differences"])
def test_that_what_was_asked_for_below_the_diagram_can_be_put_away_there(window, trigger, name):
    trigger(window, name)
    assert window.dock[name].isVisible()
    window.findChild(QToolButton, f"{name}.close").click()
    assert window.dock[name].isHidden()


def test_that_the_clock_errors_can_be_put_away_there(window, qtbot):
    dock = window.dock["clockErrors"]
    with qtbot.waitSignal(dock.widget().plotted, timeout=20_000):
        dock.toggleViewAction().trigger()
    window.findChild(QToolButton, "clockErrors.close").click()
    assert dock.isHidden()


def test_that_the_left_side_comes_back_as_high_as_it_was(window, trigger, qtbot):
    window.resize(1280, 800)
    QApplication.processEvents()
    heights = [window.dock[name].height() for name in ("topology", "script")]
    trigger(window, "compare")
    qtbot.waitUntil(window.dock["script"].isHidden)
    window.dock["compare"].hide()
    qtbot.waitUntil(
        lambda: [window.dock[name].height() for name in ("topology", "script")] == heights
    )


def test_that_a_low_window_shows_the_whole_table_of_a_comparison(window, trigger, qtbot):
    window.resize(1280, 800)
    trigger(window, "compare")
    area = window.bench.studies.compare.table.parentWidget().parentWidget()
    qtbot.waitUntil(lambda: area.viewport().width() >= area.widget().minimumSizeHint().width())


def test_that_a_dock_put_away_stays_away_in_the_next_window(open_window, write, ring_scenario):
    path = write(ring_scenario())
    first = open_window(path)
    for name in ("notes", "checkpoints"):
        first.dock[name].toggleViewAction().trigger()
    first.close()
    second = open_window(path)
    away = {name for name, dock in second.dock.items() if dock.isHidden()}
    assert {"notes", "checkpoints"} <= away and "script" not in away
    second.dock["notes"].toggleViewAction().trigger()
    second.close()
    third = open_window(path)
    assert not third.dock["notes"].isHidden() and third.dock["checkpoints"].isHidden()


@pytest.mark.parametrize("name", ["55-all-or-none", "68-standby-from-a-copy"])
def test_that_tables_at_the_right_show_all_words_in_a_small_window(open_window, root, qtbot, name):
    window = open_window(root / "scenarios" / f"{name}.snapviz.json")
    window.resize(1280, 720)
    tables = {
        "checkpoints": window.dock["checkpoints"].widget()._table,
        "recovery": window.dock["recovery"].widget().forecast.table,
    }
    for dock, table in tables.items():
        window.dock[dock].raise_()
        window.playback.scrub(window.playback.end_us)
        qtbot.waitUntil(lambda shown=table: shown.row_count > 0)
        qtbot.waitUntil(lambda shown=table: shown.width() >= shown.needed_width)


def test_that_no_bar_of_tabs_is_left_over_the_docks(window):
    QApplication.processEvents()
    only = Qt.FindChildOption.FindDirectChildrenOnly
    bars = [bar for bar in window.findChildren(QTabBar, options=only) if bar.isVisible()]
    names = [[bar.tabText(tab) for tab in range(bar.count())] for bar in bars]
    assert len([texts for texts in names if texts]) >= 2 and all(map(all, names))


@pytest.mark.parametrize("before", ["script", "notes"])
def test_that_the_dock_that_was_in_front_is_there_again_when_another_goes(window, trigger, before):
    window.dock[before].raise_()
    QApplication.processEvents()
    trigger(window, "lessons")
    assert not window.dock["lessons"].visibleRegion().isEmpty()
    window.dock["lessons"].toggleViewAction().trigger()
    for _ in range(3):
        QApplication.processEvents()
    assert not window.dock[before].visibleRegion().isEmpty()


def test_that_in_a_low_window_a_lesson_has_the_whole_side_and_gives_it_back(window, trigger, qtbot):
    topology, script, lessons = (window.dock[name] for name in ("topology", "script", "lessons"))
    window.resize(1280, 720)
    QApplication.processEvents()
    before = topology.geometry(), script.geometry()
    trigger(window, "lessons")
    qtbot.waitUntil(lambda: lessons.height() > before[0].height() + before[1].height() - 60)
    assert topology in window.tabifiedDockWidgets(lessons) and not topology.isHidden()
    topology.raise_()
    QApplication.processEvents()
    assert not topology.visibleRegion().isEmpty()
    lessons.raise_()
    lessons.toggleViewAction().trigger()
    qtbot.waitUntil(lambda: (topology.geometry(), script.geometry()) == before)
    assert lessons.isHidden() and topology not in window.tabifiedDockWidgets(script)
    assert not script.visibleRegion().isEmpty()


def test_that_a_window_that_grows_while_a_lesson_is_read_shows_the_topology_again(
    window, trigger, qtbot
):
    window.resize(1280, 720)
    trigger(window, "lessons")
    topology, lessons = window.dock["topology"], window.dock["lessons"]
    qtbot.waitUntil(lambda: topology in window.tabifiedDockWidgets(lessons))
    window.resize(1280, 900)
    qtbot.waitUntil(lambda: topology not in window.tabifiedDockWidgets(lessons))
    for dock in (topology, lessons):
        qtbot.waitUntil(lambda dock=dock: not dock.visibleRegion().isEmpty())


def test_that_a_side_a_lesson_had_is_shared_the_next_time(window, trigger, qtbot, open_window):
    window.resize(1280, 720)
    trigger(window, "lessons")
    topology = window.dock["topology"]
    qtbot.waitUntil(lambda: topology in window.tabifiedDockWidgets(window.dock["lessons"]))
    window.close()
    again = open_window(None)
    assert again.dock["topology"] not in again.tabifiedDockWidgets(again.dock["script"])
    assert again.dock["topology"].isVisible() and again.dock["script"].isVisible()
