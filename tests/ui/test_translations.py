"""The Chinese translation is complete, and the compiled file is the one of the text file."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from snapviz.resources import PACKAGE, resources_folder

TS = resources_folder() / "translations" / "snapviz_zh_CN.ts"
PLACE = re.compile(r"%\d|\{\w+\}")


def tool(name: str) -> str:
    """A tool of PySide6, which installs beside the interpreter."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def messages(path: Path) -> dict[tuple[str, str], ElementTree.Element]:
    root = ElementTree.parse(path).getroot()
    return {
        (context.findtext("name"), message.findtext("source")): message.find("translation")
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_that_every_word_in_the_source_is_in_the_translation(tmp_path):
    fresh = tmp_path / "fresh.ts"
    sources = sorted(map(str, (PACKAGE / "ui").rglob("*.py")))
    subprocess.run(
        [tool("pyside6-lupdate"), *sources, "-ts", str(fresh)], check=True, capture_output=True
    )
    assert messages(fresh).keys() == messages(TS).keys()


def test_that_nothing_is_left_untranslated():
    for place, translation in messages(TS).items():
        assert translation.text and "type" not in translation.attrib, place


def test_that_translations_keep_the_places_for_values():
    for place, translation in messages(TS).items():
        assert sorted(PLACE.findall(place[1])) == sorted(PLACE.findall(translation.text)), place


def test_that_mnemonics_of_one_menu_differ():
    by_context: dict[str, list[str]] = {}
    for (context, _), translation in messages(TS).items():
        by_context.setdefault(context, []).extend(re.findall(r"\(&(.)\)", translation.text))
    assert len(set(by_context["ExportForm"])) == len(by_context["ExportForm"])


def test_that_the_compiled_file_is_up_to_date(tmp_path):
    made = tmp_path / "made.qm"
    subprocess.run(
        [tool("pyside6-lrelease"), str(TS), "-qm", str(made)], check=True, capture_output=True
    )
    assert made.read_bytes() == TS.with_suffix(".qm").read_bytes()
