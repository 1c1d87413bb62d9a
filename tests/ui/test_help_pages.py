"""The pages of the help: complete in both languages, true to the program, no dead link."""

import re

import pytest
from PySide6.QtGui import QKeySequence

from snapviz.diagram.theme import LIGHT
from snapviz.lessons.shelf import shipped_folders
from snapviz.protocols import registry
from snapviz.resources import resources_folder
from snapviz.ui.actions import button_text
from snapviz.ui.command_table import COMMANDS
from snapviz.ui.examples import shipped_examples, shipped_paths
from snapviz.ui.help.door import FRONT, TOPICS
from snapviz.ui.help.finding import bare, index, sentences
from snapviz.ui.help.pages import CONTENTS, LANGUAGES, SHARED, page_path, read_page
from snapviz.ui.help.paper import document_of
from snapviz.ui.help.words import WindowWords
from snapviz.ui.main_window import DOCKS
from snapviz.ui.tools import TOOLS
from tests.ui.settling import settle

HEADINGS = re.compile(r"^(#+) (?:\[([\w.-]+)\])?", re.MULTILINE)
LINK = re.compile(r"\]\(([a-z]+):([^)]*)\)")
NAMED_LINK = re.compile(r"\[([^\]]*)\]\(scenario:([^)]*)\)")
CODE = re.compile(r"`([\w\" :().-]+)`", re.ASCII)
TOOL = {"en": "{} tool", "zh_CN": "{}工具"}
ALGORITHMS = {
    "capture": registry.SNAPSHOT_PROTOCOLS,
    "clocks": registry.CLOCK_SYNCS,
    "checkpointing": registry.CHECKPOINTING,
    "logging": registry.LOGGING,
    "keeping": registry.KEEPING | registry.AGREEMENT,
}
LABELS = {
    "en": ("Idea", "Assumes", "Costs", "Broken", "Source", "See"),
    "zh_CN": ("思想", "假设", "代价", "假设被破坏时", "出处", "参见"),
}


def written(language: str, name: str) -> str:
    return page_path(language, name).read_text(encoding="utf-8")


@pytest.fixture
def words(window):
    return WindowWords(window.menuBar(), window.actions_, window.dock)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_page_is_there_and_no_other(language):
    folder = resources_folder() / "help" / language
    shared = {name for tongue, name in SHARED if tongue == language}
    assert {path.stem for path in folder.iterdir()} == set(CONTENTS) - shared
    assert all(page_path(language, name).is_file() for name in CONTENTS)


@pytest.mark.parametrize("name", CONTENTS)
def test_that_both_languages_say_the_same_in_the_same_places(name):
    texts = [written(language, name) for language in LANGUAGES]
    english, chinese = (
        [
            HEADINGS.findall(text),
            LINK.findall(text),
            re.findall(r"\{[\w:.-]+\}", text),
            len(re.findall(r"^\|", text, re.MULTILINE)),
            len(re.findall(r"^ *(?:-|\d+\.) ", text, re.MULTILINE)),
            re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL),
            [set(CODE.findall(part)) for part in text.split("\n## ")],
        ]
        for text in texts
    )
    assert english == chinese
    assert [bool(re.search("[\u4e00-\u9fff]", text)) for text in texts] == [False, True]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ALGORITHMS)
def test_that_every_algorithm_has_its_section(language, page):
    sections = {one.id: one for one in read_page(language, page).sections}
    assert set(sections) == set(ALGORITHMS[page])
    for name, section in sections.items():
        for label in LABELS[language]:
            assert f"**{label}" in section.text, (name, label)
        kinds = {kind for kind, _ in LINK.findall(section.text)}
        assert kinds == {"scenario", "lesson"}, name


def test_that_every_link_leads_somewhere():
    pages = {name: read_page("en", name) for name in CONTENTS}
    scenarios = {path.name.removesuffix(".snapviz.json") for path in shipped_paths()}
    lessons = {folder.name for folder in shipped_folders()}
    followed = set()
    for name in CONTENTS:
        for kind, target in LINK.findall(written("en", name)):
            page, _, section = target.partition("#")
            found = {
                "page": page in pages and (not section or pages[page].place_of(section) >= 0),
                "scenario": target in scenarios,
                "lesson": target in lessons,
                "https": True,
            }
            assert found[kind], (name, kind, target)
            followed.add((kind, target))
    assert {target for kind, target in followed if kind == "lesson"} == lessons


def test_that_a_scenario_is_called_what_it_is_called_where_it_opens():
    titles = {one.path.name.split(".")[0]: one.title for one in shipped_examples()}
    for name in CONTENTS:
        for said, target in NAMED_LINK.findall(written("en", name)):
            assert said.lower() in titles[target].lower(), name


def test_that_every_dock_has_a_topic():
    assert set(TOPICS) == {name for name, _ in DOCKS}
    for name, section in (*TOPICS.values(), FRONT):
        page = read_page("en", name)
        assert not section or page.place_of(section) >= 0, (name, section)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_shortcut_stands_in_the_table(window, trigger, words, language):
    trigger(window, f"language.{language}")
    settle(window)
    native = QKeySequence.SequenceFormat.NativeText
    rows = document_of(words.put_in("{shortcuts}"), LIGHT, window.font()).toPlainText().split("\n")
    with_keys = [command for command in COMMANDS if window.actions_[command.name].shortcuts()]
    for command in with_keys:
        action = window.actions_[command.name]
        keys = ", ".join(sequence.toString(native) for sequence in action.shortcuts())
        place = rows.index(keys)
        assert action.iconText() in rows[place + 1], command.name
        assert action.toolTip().startswith(rows[place + 2]), command.name
    assert len(with_keys) > 40 and "F1" in rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_mark_of_the_markup_is_left_to_be_seen(window, trigger, words, language):
    trigger(window, f"language.{language}")
    settle(window)
    for name in CONTENTS:
        page = read_page(language, name, words.put_in)
        shown = document_of(page.text, LIGHT, window.font()).toPlainText()
        assert not re.search(r"\*|`|\]\(|\{(do|keys|dock|shortcuts)\b|^#", shown), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_gestures_tell_of_every_tool(window, trigger, language):
    trigger(window, f"language.{language}")
    settle(window)
    text = written(language, "gestures").lower()
    for tool in TOOLS:
        name = button_text(window.actions_[f"tool.{tool}"].iconText()).lower()
        assert TOOL[language].format(name) in text, tool


def test_that_a_page_calls_no_command_that_there_is_not(words):
    with pytest.raises(KeyError):
        words.put_in("Choose {do:nothingLikeThis}.")


def test_that_the_guide_has_no_figures_of_runs():
    """What a run comes to is told by lessons, where it is computed."""
    for name in set(CONTENTS) - {"scenario-file"}:
        assert not re.search(r"\d ms|\$\d", written("en", name)), name


def test_that_sentences_are_cut_at_their_ends():
    text = "One is *here*. Two\nends here!\n\n- a [link](page:x)\n\n| a | b |\n|---|---|\n| c | `d` |\n"
    assert list(sentences(text)) == [
        "One is here.", "Two ends here!", "a link", "a · b", "c · d",
    ]  # fmt: skip
    assert list(sentences("一句。两句！")) == ["一句。", "两句！"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_what_is_found_stands_on_the_page(window, trigger, words, language):
    trigger(window, f"language.{language}")
    settle(window)
    pages = [read_page(language, name, words.put_in) for name in CONTENTS]
    shown = {
        page.name: bare(document_of(page.text, LIGHT, window.font()).toPlainText())
        for page in pages
    }
    for one in index(pages).sentences:
        for part in one.text.split(" · "):
            assert bare(part) in shown[one.page], one


def test_that_all_words_are_looked_for_together():
    pages = [read_page("en", name) for name in CONTENTS]
    found = index(pages).find("ORPHAN marker")
    assert found and all("orphan" in one.text.lower() for one in found)
    assert index(pages).find("no-such-word") == [] == index(pages).find("  ")
    # In no sentence, but in one section.
    spread = index(pages).find("Manetho piecewise")
    assert [(one.page, one.section) for one in spread] == [("logging", "causal")]
    assert index(pages).find("raft")[0].text == "Raft"
