"""The history of a document."""

from snapviz.scenario.model import Process, Scenario
from snapviz.ui.history import MOST_ENTRIES, History


def titled(title: str) -> Scenario:
    return Scenario(processes=(Process("P1"),), title=title)


def test_that_undo_and_redo_walk_the_same_way_back_and_forth():
    history = History(titled("0"))
    for number in "123":
        history.push(titled(number), f"edit {number}")
    seen = []
    while history.can_undo:
        seen.append((history.scenario.title, history.undo_label))
        history.undo()
    assert seen == [("3", "edit 3"), ("2", "edit 2"), ("1", "edit 1")]
    assert history.scenario.title == "0"
    for number in "123":
        assert history.redo_label == f"edit {number}"
        history.redo()
        assert history.scenario.title == number
    assert not history.can_redo


def test_that_a_new_edit_forgets_what_was_undone():
    history = History(titled("0"))
    history.push(titled("1"), "one")
    history.undo()
    history.push(titled("2"), "two")
    assert not history.can_redo
    history.undo()
    assert history.scenario.title == "0"


def test_that_edits_with_one_key_become_one_entry_until_sealed():
    history = History(titled("0"))
    history.push(titled("1"), "type", "title")
    history.push(titled("12"), "type", "title")
    history.seal()
    history.push(titled("123"), "type", "title")
    history.undo()
    assert history.scenario.title == "12"
    history.undo()
    assert history.scenario.title == "0"


def test_that_an_edit_after_undo_does_not_merge_into_the_past():
    history = History(titled("0"))
    history.push(titled("1"), "type", "title")
    history.push(titled("x"), "other")
    history.undo()
    history.push(titled("12"), "type", "title")
    history.undo()
    assert history.scenario.title == "1"


def test_that_a_merge_never_swallows_the_saved_scenario():
    history = History(titled("0"))
    history.push(titled("1"), "type", "title")
    history.mark_saved()
    history.push(titled("12"), "type", "title")
    assert history.dirty
    history.undo()
    assert not history.dirty


def test_that_dirty_compares_values_not_steps():
    history = History(titled("0"))
    history.push(titled("1"), "one")
    history.push(titled("0"), "back by hand")
    assert not history.dirty
    history.mark_unsaved()
    assert history.dirty


def test_that_the_history_is_bounded():
    history = History(titled("start"))
    for number in range(MOST_ENTRIES + 50):
        history.push(titled(str(number)), "edit")
    steps = 0
    while history.can_undo:
        history.undo()
        steps += 1
    assert steps == MOST_ENTRIES - 1
