"""Branches as edits: what is shared stays shared, what is edited is the branch's own."""

from dataclasses import replace

import pytest

from snapviz.scenario import branching
from snapviz.scenario.branching import SharedByAll, SharedPast, branch_scenario
from snapviz.scenario.model import Branch, Channel, Internal, Pin, Process, Scenario

EARLY, AT, LATE = Internal(10, "P1"), Internal(20, "P1"), Internal(30, "P2")


@pytest.fixture
def scenario():
    processes = (Process("P1"), Process("P2"))
    script = (LATE, EARLY, AT)
    return Scenario(processes, (Channel("P1", "P2"),), script=script)


@pytest.fixture
def branched(scenario):
    return branching.with_new_branch(scenario, "what if", 20)


def test_that_a_new_branch_goes_on_as_the_run_does(scenario, branched):
    assert branched.branches == (Branch("what if", 20, (LATE, AT)),)
    assert branch_scenario(branched, "what if").script == (EARLY, LATE, AT)
    assert replace(branched, branches=()) == scenario


def test_that_a_branch_of_a_branch_goes_on_as_that_one(branched):
    shown = branch_scenario(branched, "what if")
    edited = branching.with_branch_edited(branched, "what if", replace(shown, script=(EARLY, AT)))
    again = branching.with_new_branch(edited, "what if 2", 25, "what if")
    assert again.branches[1] == Branch("what if 2", 20, (AT,))
    assert branching.with_new_branch(edited, "early", 5, "what if").branches[1].script == (
        EARLY,
        AT,
    )


def test_that_names_are_free_and_may_be_changed(branched):
    assert branching.free_branch_name(branched, "what if") == "what if 2"
    both = branching.with_new_branch(branched, "what if 2", 0)
    assert branching.free_branch_name(both, "what if") == "what if 3"
    assert branching.renamed_branch(both, "what if", "other").branches[0].name == "other"
    with pytest.raises(ValueError, match="already a branch what if 2"):
        branching.renamed_branch(both, "what if", "what if 2")
    with pytest.raises(ValueError, match="at least one character"):
        branching.renamed_branch(both, "what if", "  ")
    with pytest.raises(ValueError, match="no branch gone"):
        branching.without_branch(both, "gone")
    assert branching.without_branch(both, "what if").branches == both.branches[1:]


def test_that_an_edit_goes_into_the_branch_alone(branched):
    shown = branch_scenario(branched, "what if")
    added = Internal(40, "P2")
    made = branching.with_branch_edited(
        branched, "what if", replace(shown, script=(*shown.script, added))
    )
    assert made.script == branched.script
    assert made.branches[0].script == (LATE, AT, added)


@pytest.mark.parametrize(
    "script", [(LATE, AT), (Internal(11, "P1"), LATE, AT), (EARLY, LATE, AT, Internal(19, "P2"))]
)
def test_that_the_shared_past_cannot_be_edited(branched, script):
    shown = branch_scenario(branched, "what if")
    with pytest.raises(SharedPast):
        branching.with_branch_edited(branched, "what if", replace(shown, script=script))


def test_that_only_the_script_and_the_looks_can_be_edited(branched):
    shown = branch_scenario(branched, "what if")
    with pytest.raises(SharedByAll):
        branching.with_branch_edited(branched, "what if", replace(shown, seed=7))
    moved = (Process("P1", position=(1.0, 2.0)), Process("P2"))
    told = replace(shown, title="T", processes=moved)
    made = branching.with_branch_edited(branched, "what if", told)
    assert (made.title, made.processes) == ("T", moved)
    assert made.branches == branched.branches
    pinned = replace(shown, delays=(Pin("P1", "P2", 0, 5),))
    assert branching.with_branch_edited(branched, "what if", pinned) is branched
