"""The files that a desktop reads are well-formed, and agree with the program and one another."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import snapviz
from snapviz.cli import COMMANDS
from snapviz.lessons.reading import ENDING

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
METAINFO = "org.snapviz.snapviz.metainfo.xml"


@pytest.fixture
def folder(root) -> Path:
    return root / "resources" / "packaging"


@pytest.fixture
def entry(folder) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(folder / "snapviz.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo(folder) -> ET.Element:
    return ET.parse(folder / METAINFO).getroot()


@pytest.fixture
def mime_type(folder) -> ET.Element:
    (found,) = ET.parse(folder / "snapviz-mime.xml").getroot()
    return found


@pytest.fixture
def project(root) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_that_the_menu_starts_the_command_with_a_file(entry, project):
    command, file = entry["Exec"].split()
    assert command in project["scripts"]
    # The command line takes a word that is no command of its own for a file.
    assert file == "%f" and file not in COMMANDS
    assert entry["Terminal"] == "false"


def test_that_menu_and_software_centre_say_the_same_of_the_same_program(entry, metainfo, project):
    assert entry["Name"] == metainfo.findtext("name") == project["name"]
    assert entry["Comment"] == metainfo.findtext("summary") == project["description"]
    assert entry["Comment[zh_CN]"] == _chinese(metainfo, "summary")
    assert metainfo.findtext("launchable") == "snapviz.desktop"
    assert metainfo.findtext("provides/binary") in project["scripts"]
    assert [c.text for c in metainfo.iter("category")] == _listed(entry["Categories"])
    assert [k.text for k in metainfo.iter("keyword")] == _listed(entry["Keywords"])
    assert project["license"] in metainfo.findtext("project_license").split()
    assert metainfo.findtext("developer/name") == project["authors"][0]["name"]
    assert f"{metainfo.findtext('id')}.metainfo.xml" == METAINFO


def test_that_the_newest_release_is_this_version(metainfo, project):
    newest = metainfo.find("releases")[0].get("version")
    assert newest == snapviz.__version__ == project["version"]


def test_that_one_file_type_is_meant_everywhere(entry, metainfo, mime_type):
    name = mime_type.get("type")
    assert _listed(entry["MimeType"]) == [name]
    assert [m.text for m in metainfo.iter("mediatype")] == [name]
    glob = mime_type.find(f"{MIME}glob")
    assert glob.get("pattern") == f"*{ENDING}"
    # 50 is what *.json has.
    assert int(glob.get("weight")) > 50
    assert mime_type.find(f"{MIME}sub-class-of").get("type") == "application/json"
    assert mime_type.find(f"{MIME}icon").get("name") == entry["Icon"]


def test_that_what_people_read_is_there_in_chinese(entry, metainfo, mime_type):
    for name in ("GenericName", "Comment", "Keywords"):
        assert _is_chinese(entry[f"{name}[zh_CN]"])
    assert _is_chinese(_chinese(mime_type, f"{MIME}comment"))
    described = metainfo.find("description")
    for parent in (described, described.find("ul")):
        told = [child for child in parent if child.tag in ("p", "li")]
        english = [child for child in told if child.get(LANGUAGE) is None]
        chinese = [child for child in told if child.get(LANGUAGE) == "zh_CN"]
        assert len(english) == len(chinese) > 0
        assert all(_is_chinese(child.text) for child in chinese)


@pytest.mark.parametrize(
    ("program", "options", "name"),
    [
        ("desktop-file-validate", [], "snapviz.desktop"),
        ("appstreamcli", ["validate", "--no-net"], METAINFO),
    ],
)
def test_that_the_desktops_own_check_finds_nothing(folder, program, options, name):
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    words = [program, *options, str(folder / name)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _listed(text: str) -> list[str]:
    return text.rstrip(";").split(";")


def _chinese(parent: ET.Element, tag: str) -> str:
    (found,) = (e.text for e in parent.findall(tag) if e.get(LANGUAGE) == "zh_CN")
    return found


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)
