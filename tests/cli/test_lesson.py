"""``snapviz lesson``: a lesson to start from is right, and what is wrong is told by line."""

from __future__ import annotations


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
