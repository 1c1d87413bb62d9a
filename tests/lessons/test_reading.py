"""Lessons are read whole, or refused with every problem by file, line or field, and remedy."""

from __future__ import annotations

import json
import shutil
from typing import get_args

import pytest

from snapviz.lessons.checking import check_lesson, worlds
from snapviz.lessons.facts import fact
from snapviz.lessons.figures import PLACE, put_in
from snapviz.lessons.model import LANGUAGES
from snapviz.lessons.problems import LessonError
from snapviz.lessons.reading import load_lesson
from snapviz.lessons.shelf import shipped_folders
from snapviz.scenario.model import Action

FOLDERS = shipped_folders()


@pytest.fixture
def lesson(tmp_path):
    """A copy of a shipped lesson."""
    folder = tmp_path / "mine"
    shutil.copytree(FOLDERS[0], folder)
    return folder


def refused(folder) -> str:
    with pytest.raises(LessonError) as caught:
        check_lesson(load_lesson(folder), folder)
    return str(caught.value)


def change(folder, **changes):
    path = folder / "lesson.json"
    document = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_that_a_shipped_lesson_is_right_in_both_languages(folder):
    lesson = load_lesson(folder)
    check_lesson(lesson, folder)
    assert 4 <= len(lesson.steps) <= 7 and set(lesson.books) == set(LANGUAGES)
    en, zh = (lesson.books[language] for language in LANGUAGES)
    found = worlds(lesson)
    for step in lesson.steps:
        one, other = en.pages[step.id], zh.pages[step.id]
        for part in ("text", "reveal", "hint"):
            mine, theirs = getattr(one, part), getattr(other, part)
            # Both say the same figures.
            assert sorted(PLACE.findall(mine)) == sorted(PLACE.findall(theirs)), (step.id, part)
            assert bool(mine) == bool(theirs)
            assert "{" not in put_in(theirs, found[step.scenario])
        assert (step.ask is None and step.check is None) or (one.reveal and one.hint)


def test_that_what_a_table_compares_is_right_everywhere():
    """A lesson that compares the costs of algorithms says that each comes out right."""
    lesson = load_lesson(FOLDERS[-1])
    page, found = lesson.books["en"].pages["start"], worlds(lesson)["one-bank"]
    compared = {name.split(".")[0] for name in PLACE.findall(page.text)}
    assert len(compared) == 5
    assert all(fact(found, f"{protocol}.S1.sound") for protocol in compared)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_that_a_chinese_text_calls_actions_as_the_chinese_window_does(folder):
    text = (folder / "lesson.zh_CN.md").read_text(encoding="utf-8")
    names = [kind.ACTION for kind in get_args(Action)]
    assert len(names) > 9 and [name for name in names if f"*{name}*" in text] == []


def test_that_there_are_lessons_on_each_subject():
    assert [folder.name[3:] for folder in FOLDERS] == [
        "chandy-lamport", "fifo", "never-happened", "global-clock", "vector-clocks", "domino",
        "clock-sync", "several-at-once", "logs", "copies", "two-phase", "paxos", "raft",
        "which-one",
    ]  # fmt: skip


def test_that_figures_come_from_the_run(lesson):
    found = load_lesson(lesson)
    (world,) = worlds(found).values()
    text = "{S1.sum} {S1.P2.at} {S1.P2->P1.amount} {S1.consistent} {P1.2.vector} {P2.clock}"
    assert put_in(text, world) == "$4\u202f000 274.5 $40 true [2 0 0 0] \u22128"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": "x"}, 'lesson.json: line 2, format: "x" is unknown; allowed: "snapviz/lesson"'),
        ({"version": 2}, "lesson.json: line 3, version: 2 is unknown; allowed: 1"),
        ({"run": "rm"}, ", run: is an unknown field; allowed: format"),
        ({"scenario": "../../secret"}, "lesson.json: scenario: there is no scenario"),
        ({"steps": []}, ", steps: the list is empty; allowed: at least one step"),
        ({"steps": [{"id": 7}]}, "lesson.json: line 7, steps[0].id: 7 is not text; allowed: a string in quotes"),
        ({"steps": [{"id": "a", "question": {"kind": "chanel-state"}}]},
         'line 9, steps[0].question.kind: "chanel-state" is unknown; allowed: consistent-cut'),
        ({"steps": [{"id": "a", "question": {"kind": "vector", "cut": {}}}]},
         "line 10, steps[0].question.cut: is an unknown field; allowed: kind, process, event"),
        ({"steps": [{"id": "a", "check": {"fact": "run.events", "eval": "1"}}]},
         "line 10, steps[0].check.eval: is an unknown field; allowed: fact, is, above, below"),
        ({"steps": [{"id": "a", "check": {"python": "1"}}]}, "steps[0].check: an object is no condition; allowed"),
        ({"steps": [{"id": "a"}, {"id": "a"}]},
         'line 10, steps[1].id: "a" is already steps[0].id; each may be given once'),
        ({"steps": [{"id": "a", "question": {"kind": "vector"}, "check": {"fact": "x", "is": 1}}]},
         "line 6, steps[0]: has a question and a check; allowed: one of them"),
        ({"steps": [{"show": {}}]}, "line 6, steps[0].id: is missing; required here: id"),
        ({"steps": [{"id": "a", "check": {"fact": "x", "above": "y"}}]},
         'line 10, steps[0].check.above: "y" cannot be compared; allowed: a number'),
        ({"tools": ["hammer"]}, '"hammer" is unknown; allowed: messages, snapshots'),
        ({"steps": [{"id": "a", "show": {"hide": ["menu"]}}]},
         'line 10, steps[0].show.hide[0]: "menu" is unknown; allowed: snapshots'),
    ],
)  # fmt: skip
def test_that_what_is_wrong_in_the_fields_is_named(lesson, changes, said):
    change(lesson, **changes)
    assert said in refused(lesson)


def test_that_all_problems_of_all_files_are_told_at_once(lesson):
    change(lesson, version=9, seed="x")
    text = (lesson / "lesson.en.md").read_text(encoding="utf-8")
    (lesson / "lesson.en.md").write_text("stray\n" + text.replace("## [cut]", "## [cat]"))
    (lesson / "lesson.zh_CN.md").unlink()
    said = refused(lesson).split("\n")
    assert all(line.startswith(str(lesson)) for line in said)
    for part in (
        "lesson.json: line 3, version: 9 is unknown",
        ', seed: "x" is not a number',
        "lesson.en.md: line 1: a text outside all pages",
        'no step is called "cat"; allowed: start',
        'the step "cut" has no page; add ## [cut] Heading',
        "lesson.zh_CN.md: (file): cannot be read",
    ):
        assert sum(part in line for line in said) == 1, (part, said)


def test_that_figures_written_out_or_unknown_are_named_by_line(lesson):
    path = lesson / "lesson.en.md"
    text = path.read_text(encoding="utf-8").replace("{run.total}", "$4 000")
    path.write_text(text.replace("{S1.control}", "{S1.contrl}"))
    line = text.split("\n").index(next(s for s in text.split("\n") if "$4 000" in s)) + 1
    said = refused(lesson)
    assert f"lesson.en.md: line {line}: the number $4 is written out" in said
    assert "nothing is called 'contrl' there; allowed: protocol" in said
    assert '(did you mean "control"?)' in said


def test_that_what_does_not_fit_the_run_is_named(lesson):
    steps = [
        {"id": "a", "show": {"at_ms": 9000}, "question": {"kind": "recovery-line"}},
        {"id": "b", "show": {"select": ["P8"]}, "check": {"fact": "S7.sum", "is": 1}},
        {"id": "c", "check": {"fact": "run.snapshots", "is": 2}},
    ]
    change(lesson, steps=steps)
    for language in LANGUAGES:
        pages = "".join(f"## [{step['id']}] X\n" for step in steps)
        (lesson / f"lesson.{language}.md").write_text(f"# T\n{pages}")
    said = refused(lesson)
    for part in (
        "steps[0].show.at_ms: after the end of the run; allowed: 0 to 640",
        "steps[0].question: no checkpoint is taken in this run",
        "steps[1].show.select: no process 'P8'; allowed: P1, P2, P3, P4",
        "steps[1].check: there is no 'S7' in this run",
        "steps[2].check: holds before anything is done",
    ):
        assert part in said


def test_that_a_folder_or_text_that_is_none_is_said(tmp_path, lesson):
    assert "is no folder" in refused(tmp_path / "no")
    (lesson / "lesson.json").write_text('{"format": 1,')
    assert "lesson.json: line 1 column 14: this is not valid JSON" in refused(lesson)
    (lesson / "lesson.json").write_bytes(b"\xff")
    assert "is not UTF-8" in refused(lesson)
