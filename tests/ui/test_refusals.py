"""What the rooms below refuse is told in the language of the window, all of it."""

import ast
import json
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from snapviz.formats.shiviz.executions import read_log
from snapviz.formats.shiviz.presets import PRESETS
from snapviz.resources import PACKAGE, resources_folder
from snapviz.scenario import ScenarioError, decode
from snapviz.scenario.schema import json_schema
from snapviz.study.variation import parse_variation
from snapviz.ui.fields.inline import edit_inline
from snapviz.ui.refusals import told, told_lines
from tests.scenario import conftest
from tests.scenario.strategies import CATALOGUE
from tests.scenario.test_problems import BROKEN, put
from tests.ui.settling import settle

document = conftest.document  # the fixture
ROOMS = ("scenario", "editing", "formats", "lessons", "engine/script.py", "render/wishes.py")
# Words that are names in every language, besides those of the file format.
NAMES = {
    "JSON", "UTF", "GraphML", "graphml", "hyperedge", "edge", "source", "target", "snapviz",
    "host", "clock", "event", "process", "vector_clock", "parser",
    "null", "true", "false", "circle", "grid", "line", "tree", "shell",
}  # fmt: skip
REFUSING = {
    "ValueError", "refusal", "refuse", "_refuse", "Problem", "ExportError", "Unaskable", "NoFact",
}  # fmt: skip
# Asked for by the program itself or by the command line, never by a hand in the window.
NOT_IN_THE_WINDOW = re.compile(
    "there is no layout|is no way to align|is no direction|there is no theme|no future is"
    "|line 1 must be the source|between its id and its text"
    "|is out of range; use|is no answer|^%1[.][a-z_.]+$|^the name %1$|at least one %1$|^%1( %2)?(: %\\d|; allowed: %\\d|; each may be given once)+(%4)?$"
)


PROTOCOL_WORDS = {word for name in CATALOGUE.protocols for word in name.split("-")}


@pytest.fixture
def chinese(qapp):
    translator = QTranslator(qapp)
    assert translator.load("snapviz_zh_CN", str(resources_folder() / "translations"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def names_of_the_format() -> set[str]:
    """Words of the file format: the same in every language."""
    found: set[str] = set()
    waiting = [json_schema()]
    while waiting:
        part = waiting.pop()
        children = part.values() if isinstance(part, dict) else part
        waiting += [child for child in children if isinstance(child, dict | list)]
        if isinstance(part, dict):
            found |= set(part.get("properties", ())) if "type" in part else set()
            found |= {str(name) for name in (*part.get("enum", ()), part.get("const"))}
    return {word for name in found for word in re.findall(r"\w+", name)}


def refusals(scenario: dict) -> list[ScenarioError]:
    found = []
    for path, value, *_ in BROKEN:
        broken = json.loads(json.dumps(scenario))
        put(broken, path, value)
        try:
            decode(json.dumps(broken), CATALOGUE)
        except ScenarioError as error:
            found.append(error)
    texts = ("", "{", "[1,", '{"a" 1}', '{"a": "\x01"}', '{"a": 1, "a": 2}', "[" * 9999, "7")
    for text in (*texts, b"\xff"):
        with pytest.raises(ScenarioError) as caught:
            decode(text, CATALOGUE)
        found.append(caught.value)
    return found


def english_in(text: str) -> set[str]:
    bare = re.sub(r'"(\\.|[^"\\])*"', "", text)
    return set(re.findall(r"[A-Za-z][a-z]{2,}\w*", bare))


def test_that_in_english_it_is_said_as_it_was(document):
    for error in refusals(document):
        assert told_lines(error) == error.lines()
        assert told_lines(error, 0) == error.lines(0)


def test_that_no_english_is_left_in_chinese(chinese, document):
    kept = names_of_the_format() | NAMES | {*CATALOGUE.workloads, "xff"}
    for error in refusals(document):
        for problem in error.problems:
            said = told(problem.message)
            head, _, allowed = said.partition("允许：")
            assert english_in(head) <= kept, problem.message
            assert english_in(allowed) <= kept | PROTOCOL_WORDS, problem.message
            assert said != problem.message


def sentences() -> list[tuple[str, str]]:
    """What the rooms below hand to what refuses, values as ``%1``, with the place in the source."""
    found = []
    for room in ROOMS:
        folder = PACKAGE / room
        for path in [folder] if folder.suffix else sorted(folder.rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and _name(call.func) in REFUSING:
                    places = f"{path.name}:{call.lineno}"
                    found += [(places, text) for arg in call.args if (text := _sentence(arg))]
    return found


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def _sentence(node: ast.expr) -> str:
    if isinstance(node, ast.BinOp) and getattr(node.right, "id", "") == "hint":
        node = node.left
    if isinstance(node, ast.Constant) and re.search(r"\w [a-z]", str(node.value)):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts, count = [], 0
    for value in node.values:
        count += isinstance(value, ast.FormattedValue)
        parts.append(f"%{count}" if isinstance(value, ast.FormattedValue) else value.value)
    text = "".join(parts)
    return "" if re.match(r"%1( \w+%?\d?)*$|line (%|\d)", text) else text


@pytest.mark.parametrize(
    ("text", "parser"),
    [
        ('bob {"bob":1,"bbo":1}\nx', None),
        ('host {"my host":1}\nx', None),
        ('a {"a":1}\nx', "akka"),
        ('a {"a":1}\nx', "akk"),
    ],
)
def test_that_what_was_meant_is_told_in_chinese_too(chinese, text, parser):
    with pytest.raises(ScenarioError) as refused:
        read_log(text, parser)
    said = [told(problem.message) for problem in refused.value.problems]
    assert any("是否想写" in text for text in said), said
    names = {word for name in PRESETS for word in name.split("-")}
    assert not english_in(said[0]) - NAMES - names, said


def test_that_every_sentence_in_the_source_is_known(chinese):
    found = sentences()
    assert len(found) > 70
    unknown = []
    for place, text in found:
        if NOT_IN_THE_WINDOW.search(text):
            continue
        sample = re.sub(r"%\d", "7", text)
        if english_in(told(sample)) - names_of_the_format() - NAMES:
            unknown.append((place, text, told(sample)))
    assert unknown == []


def test_that_the_window_refuses_in_its_own_language(window, trigger, write, ring_scenario):
    trigger(window, "language.zh_CN")
    path = write(ring_scenario(seed="many"), "bad.snapviz.json")
    window.open(path)
    lines = window.findChild(QPlainTextEdit, "messages.lines").toPlainText()
    assert lines == f'{path}: seed: "many" 不是数；允许：0 到 9223372036854775807 的整数'
    from snapviz.scenario.edits import without_channels

    editor = window.bench.editor
    assert not editor.edit(lambda s: without_channels(s, [("P1", "P3")]), "x")
    assert editor.refusal == "没有通道 P1 -> P3"
    assert window.findChild(QLabel, "messages.text").text() == "无法这样做。"
    assert edit_inline(editor, lambda s: without_channels(s, [("P1", "P3")]), "x") == editor.refusal


def renamed(window) -> None:
    """An edit that is made."""
    assert window.bench.editor.edit(lambda s: replace(s, title=s.title + "!"), "Rename")
    settle(window)


def test_that_a_refusal_goes_once_something_else_is_done(open_window, write, ring_scenario):
    from snapviz.scenario.edits import without_channels

    window = open_window(write(ring_scenario()))
    window.show()
    bar, editor = window.central.messages, window.bench.editor
    for undone in (renamed, lambda _: editor.undo() or settle(window)):
        assert not editor.edit(lambda s: without_channels(s, [("P1", "P3")]), "x")
        settle(window)
        assert bar.isVisible()
        window._choose_language("zh_CN" if undone is renamed else "en")
        assert bar.isVisible()  # said anew, and still a refusal
        undone(window)
        assert not bar.isVisible()


def test_that_what_went_wrong_with_a_file_stays_while_one_works_on(
    open_window, write, ring_scenario
):
    window = open_window(write(ring_scenario()))
    window.show()
    bar = window.central.messages
    bar.refusal("Not now.")
    window.files.save_as(window.files.document.path.parent / "no" / "such" / "folder.snapviz.json")
    assert bar.isVisible()
    renamed(window)
    assert bar.isVisible()


@pytest.mark.parametrize("text", ["skew=80:0:10", "loss=0:7:1", "skew=0:80000:1", "fifo=0:1:0.5"])
def test_that_a_range_a_sweep_refuses_is_told_in_chinese(chinese, text):
    with pytest.raises(ScenarioError) as refused:
        parse_variation(text)
    said = told(refused.value.problems[0].message)
    assert re.search("[\u4e00-\u9fff]", said) and "allowed" not in said
