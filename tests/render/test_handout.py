"""A lesson on paper: the sheet asks and does not tell, the key tells."""

from __future__ import annotations

import pytest

from snapviz.lessons.checking import question_of, worlds
from snapviz.lessons.figures import put_in
from snapviz.lessons.reading import load_lesson
from snapviz.lessons.shelf import shipped_folders


@pytest.mark.parametrize("folder", shipped_folders(), ids=lambda folder: folder.name)
def test_that_the_sheet_asks_and_only_the_key_tells(qapp, folder):
    from snapviz.render.handout import Writing, papers

    lesson = load_lesson(folder)
    found = worlds(lesson)
    sheet, key = (
        p.document.toPlainText() for p in papers(lesson, found, Writing("en", str, str), "Ada")
    )
    sheet, key = sheet.replace("\xa0", " "), key.replace("\xa0", " ")
    assert "Name: Ada" in sheet
    for step in lesson.steps:
        page = lesson.books["en"].pages[step.id]
        assert page.title in sheet
        if step.ask is None:
            continue
        question = question_of(lesson, step, found[step.scenario].run, "Ada")
        assert str(question.prompt) in sheet and str(question.prompt) in key
        for option in question.options:
            assert str(option.text) in sheet
            right = isinstance(question.key, dict) or option.id in question.key
            assert not right or str(option.text) in key
        told = put_in(page.reveal, found[step.scenario]).split("*")[0].strip()[:40]
        assert told in key and told not in sheet


def test_that_the_key_numbers_what_is_to_be_put_in_order(qapp):
    from snapviz.render.handout import Writing, papers

    lesson = next(load_lesson(f) for f in shipped_folders() if f.name == "05-vector-clocks")
    found = worlds(lesson)
    step = next(step for step in lesson.steps if step.id == "arrange")
    question = question_of(lesson, step, found[step.scenario].run)
    texts = {option.id: str(option.text) for option in question.options}
    sheet, key = (
        p.document.toPlainText().replace("\xa0", " ")
        for p in papers(lesson, found, Writing("en", str, str), "")
    )
    told = [f"{place}. {texts[name]}" for place, name in enumerate(question.key, 1)]
    assert [line for line in key.split("\n") if line.strip() in told] == told
    assert not any(line in sheet for line in told)


def test_that_a_sheet_has_a_figure_for_each_question(qapp):
    from snapviz.render.handout import Writing, papers

    lesson = load_lesson(shipped_folders()[0])
    sheet, key = papers(lesson, worlds(lesson), Writing("en", str, str), "")
    asked = sum(step.ask is not None for step in lesson.steps)
    pictures = [p.document.toPlainText().count("\ufffc") for p in (sheet, key)]
    assert pictures == [asked, 0]
