"""``snapviz lesson``: a lesson to start from is right, and what is wrong is told by line."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace

import pytest

from snapviz.lessons.answers import Answers, Given, load_answers, save_answers
from snapviz.lessons.checking import question_of, worlds
from snapviz.lessons.reading import load_lesson
from snapviz.lessons.shelf import shipped_folders
from snapviz.scenario.model import Send, TakeSnapshot


@pytest.fixture
def graded(tmp_path):
    """A lesson that draws its questions for each student, and gives one tool."""
    folder = tmp_path / "graded"
    shutil.copytree(shipped_folders()[0], folder)
    path = folder / "lesson.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document |= {"graded": True, "tools": ["snapshots"]}
    cut = next(step for step in document["steps"] if step["id"] == "cut")
    cut["question"] = {"kind": "consistent-cut"}
    path.write_text(json.dumps(document), encoding="utf-8")
    return folder


def with_action(scenario, action):
    return replace(scenario, script=(*scenario.script, action))


def handed_in(folder, student, acted, wrong_first=False):
    """Everything right, maybe after a wrong try; and what was made of the scenario."""
    lesson = load_lesson(folder)
    found, steps = worlds(lesson), []
    for step in lesson.steps:
        if step.ask is not None:
            question = question_of(lesson, step, found[step.scenario].run, student)
            first = [("nothing",)] if wrong_first else []
            steps.append(Given(step.id, (*first, question.key)))
        elif step.check is not None:
            scenario = lesson.scenarios[step.scenario]
            for action in acted:
                scenario = with_action(scenario, action)
            steps.append(Given(step.id, made=scenario))
    path = folder.parent / f"{student}.answers.json"
    save_answers(Answers(lesson.id, student, tuple(steps)), path)
    return path


def test_that_a_new_lesson_is_right(snapviz, tmp_path):
    folder = tmp_path / "mine"
    assert snapviz("lesson", "new", folder).code == 0
    result = snapviz("lesson", "check", folder)
    assert result.code == 0 and result.out == f"{folder}: 3 steps, 1 asked, 1 to do, all right\n"
    again = snapviz("lesson", "new", folder)
    assert again.code == 2 and "is there already" in again.err
    assert snapviz("lesson", "new", tmp_path / "a" / "b").code == 2


def test_that_what_is_wrong_is_told_and_nothing_else(snapviz, tmp_path):
    folder = tmp_path / "mine"
    snapviz("lesson", "new", folder)
    path = folder / "lesson.en.md"
    path.write_text(path.read_text(encoding="utf-8").replace("{run.total}", "4000"))
    result = snapviz("lesson", "check", folder)
    assert result.code == 2 and result.out == ""
    assert result.err.startswith(f"{path}: line 4: the number 4000 is written out; write a fact")


def test_that_a_word_is_needed(snapviz):
    assert snapviz("lesson").code == 2
    assert snapviz("lesson", "check").code == 2


def test_that_answers_are_marked_for_each_student(snapviz, graded):
    more = TakeSnapshot(100_000, initiator="P2")
    ada = handed_in(graded, "Ada", [more])
    bob = handed_in(
        graded, "=Bob", [more, Send(500_000, "P1", "P2", {"amount": 1})], wrong_first=True
    )
    result = snapviz("lesson", "grade", graded, ada, bob)
    assert result.code == 0, result.err
    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert list(rows[0]) == [
        "student", "right", "of", "first", "second", "channel", "cut", "own",
    ]  # fmt: skip
    assert list(rows[0].values()) == ["Ada", "5", "5", "1", "1", "1", "1", "1"]
    # A message was not among the tools; and a name is no formula.
    assert list(rows[1].values()) == ["'=Bob", "4", "5", "2", "2", "2", "2", "0"]


def test_that_another_student_has_other_questions(graded):
    lesson = load_lesson(graded)
    run = worlds(lesson)["02-bank-transfer"].run
    (step,) = (step for step in lesson.steps if step.id == "cut")
    drawn = {str(question_of(lesson, step, run, name).prompt) for name in ("Ada", "Bob", "Eve")}
    assert len(drawn) == 3
    assert str(question_of(lesson, step, run, " ADA").prompt) in drawn


def test_that_answers_come_back_as_they_were(graded):
    path = handed_in(graded, "Ada", [TakeSnapshot(100_000, initiator="P2")])
    answers = load_answers(path)
    again = path.with_name("again.json")
    save_answers(answers, again)
    assert again.read_bytes() == path.read_bytes() and answers.of("own").made is not None


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("lesson", "other", "lesson: 'other' is another; allowed: graded"),
        ("format", "x", 'line 2, format: "x" is unknown; allowed: snapviz/answers'),
        ("student", "", 'line 5, student: "" is empty; allowed: at least one character'),
        ("steps", [{"step": "cut", "tries": [7]}], "steps[0].tries[0]: 7 is no answer; allowed"),
        ("steps", [{"step": "own", "made": {}}], "steps[0].made"),
        ("score", 100, "score: is an unknown field"),
    ],
)
def test_that_answers_that_are_none_are_refused(snapviz, graded, field, value, said):
    path = handed_in(graded, "Ada", [])
    document = json.loads(path.read_text(encoding="utf-8")) | {field: value}
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    result = snapviz("lesson", "grade", graded, path)
    assert result.code == 2 and result.out == ""
    assert result.err.startswith(f"{path}: ") and said in result.err


def test_that_marks_go_into_a_file(snapviz, graded, tmp_path):
    path, out = handed_in(graded, "阿达", []), tmp_path / "marks.csv"
    assert snapviz("lesson", "grade", graded, path, "--out", out).code == 0
    assert out.read_text(encoding="utf-8-sig").splitlines()[1].startswith("阿达,4,5,")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_a_handout_is_two_files(snapviz, graded, tmp_path, language):
    out = tmp_path / "sheet.pdf"
    result = snapviz("lesson", "handout", graded, out, "--language", language, "--student", "Ada")
    assert result.code == 0, result.err
    for path in (out, tmp_path / "sheet-key.pdf"):
        assert path.read_bytes().startswith(b"%PDF")


def test_that_a_handout_needs_a_name_and_a_lesson(snapviz, graded, tmp_path):
    result = snapviz("lesson", "handout", graded, tmp_path / "sheet.doc")
    assert result.code == 2 and "is no PDF; allowed: a name that ends in .pdf" in result.err
    (graded / "lesson.json").write_text("{}")
    result = snapviz("lesson", "handout", graded, tmp_path / "sheet.pdf")
    assert result.code == 2 and "lesson.json: line 1, scenario: is missing" in result.err


def test_that_marking_runs_each_scenario_once(snapviz, root, tmp_path, monkeypatch):
    from snapviz.lessons import checking

    assert snapviz("lesson", "new", tmp_path / "mine").code == 0
    begun, real = [], checking.Simulation
    monkeypatch.setattr(checking, "Simulation", lambda scenario: begun.append(0) or real(scenario))
    monkeypatch.setattr(checking, "simulate", None)
    lesson = load_lesson(tmp_path / "mine")
    paper = tmp_path / "none.json"
    paper.write_text("{}", encoding="utf-8")
    snapviz("lesson", "grade", tmp_path / "mine", paper)
    assert len(begun) == len(lesson.scenarios) > 0
