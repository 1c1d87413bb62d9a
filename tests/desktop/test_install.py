"""`install.sh` puts what a desktop reads where it looks, refuses cleanly, and takes all away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux desktops")


@pytest.fixture
def install(root, tmp_path):
    def run(*words: object, code: int = 0, cwd: Path = tmp_path, **environment: str) -> str:
        script = root / "resources" / "packaging" / "install.sh"
        done = subprocess.run(
            ["sh", str(script), *map(str, words)],
            capture_output=True,
            text=True,
            cwd=cwd,
            env={**os.environ, **environment},
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stderr if code else done.stdout

    return run


@pytest.fixture
def program(tmp_path) -> Path:
    """Something that can be started, in a folder with a blank in its name."""
    made = tmp_path / "my programs" / "snapviz"
    made.parent.mkdir()
    made.write_text('#!/bin/sh\necho "started with $*"\n', encoding="utf-8")
    made.chmod(0o755)
    return made


def test_that_the_entry_starts_this_very_program(install, program, tmp_path):
    install("--prefix", tmp_path / "p", "--program", program)
    share = tmp_path / "p" / "share"
    lines = (share / "applications" / "snapviz.desktop").read_text(encoding="utf-8").splitlines()
    assert f'Exec="{program}" %f' in lines
    assert f"TryExec={program}" in lines
    for file in (
        "icons/hicolor/scalable/apps/snapviz.svg",
        "icons/hicolor/48x48/apps/snapviz.png",
        "icons/hicolor/128x128/apps/snapviz.png",
        "mime/packages/snapviz.xml",
        "metainfo/org.snapviz.snapviz.metainfo.xml",
    ):
        assert (share / file).is_file()
    command = [tmp_path / "p" / "bin" / "snapviz", "run"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "started with run\n"


def test_that_the_entry_as_installed_passes_the_desktops_check(install, program, tmp_path):
    if not shutil.which("desktop-file-validate"):
        pytest.skip("desktop-file-validate is not installed")
    install("--prefix", tmp_path / "p", "--program", program)
    entry = tmp_path / "p" / "share" / "applications" / "snapviz.desktop"
    words = ["desktop-file-validate", entry]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_that_a_scenario_has_a_type_of_its_own(install, program, tmp_path):
    if not (shutil.which("update-mime-database") and shutil.which("gio")):
        pytest.skip("shared-mime-info or gio is not installed")
    install("--prefix", tmp_path / "p", "--program", program)
    file = tmp_path / "a.snapviz.json"
    file.write_text("{}", encoding="utf-8")
    done = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", str(file)],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "p" / "share")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "standard::content-type: application/x-snapviz+json" in done.stdout


def test_that_nothing_is_left_after_uninstalling(install, program, tmp_path):
    install("--prefix", tmp_path / "p", "--program", program)
    install("--prefix", tmp_path / "p", "--program", program)
    install("--prefix", tmp_path / "p", "--uninstall")
    assert not (tmp_path / "p").exists()
    assert program.is_file()


def test_that_what_others_installed_stays(install, program, tmp_path):
    share = tmp_path / "p" / "share"
    others = [share / "applications" / "x.desktop", share / "mime" / "packages" / "x.xml"]
    others += [share / "icons" / "hicolor" / "48x48" / "apps" / "x.png", share / "mime" / "types"]
    space = 'xmlns="http://www.freedesktop.org/standards/shared-mime-info"'
    for file in others:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<mime-info {space}/>" if file.suffix == ".xml" else "", encoding="utf-8")
    install("--prefix", tmp_path / "p", "--program", program)
    install("--prefix", tmp_path / "p", "--uninstall")
    assert all(file.is_file() for file in others)
    assert not list(share.rglob("*snapviz*"))


def test_that_a_command_of_the_environment_itself_is_not_taken_away(install, tmp_path, program):
    command = tmp_path / "p" / "bin" / "snapviz"
    command.parent.mkdir(parents=True)
    command.symlink_to(program)
    install("--prefix", tmp_path / "p", "--program", program)
    install("--prefix", tmp_path / "p", "--uninstall")
    assert command.is_symlink()


def test_that_without_a_prefix_it_is_for_the_person_alone(install, program, tmp_path):
    home, data = tmp_path / "home", tmp_path / "data"
    install("--program", program, HOME=str(home), XDG_DATA_HOME=str(data))
    assert (home / ".local" / "bin" / "snapviz").is_symlink()
    assert (data / "applications" / "snapviz.desktop").is_file()


@pytest.mark.parametrize(
    ("kept_in", "program_in"),
    [
        ("checkout/resources", "checkout/.venv/bin"),
        ("bundle/_internal/snapviz/_resources", "bundle"),
        ("venv/lib/python3.12/site-packages/snapviz/_resources", "venv/bin"),
    ],
)
def test_that_it_starts_the_program_it_came_with(root, program, tmp_path, kept_in, program_in):
    shutil.copytree(root / "resources" / "packaging", tmp_path / kept_in / "packaging")
    shutil.copytree(root / "resources" / "icons", tmp_path / kept_in / "icons")
    beside = tmp_path / program_in / "snapviz"
    beside.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(program, beside)
    # As a bundle has it on top.
    script = tmp_path / "install.sh"
    script.symlink_to(Path(kept_in, "packaging", "install.sh"))
    words = ["sh", script, "--prefix", tmp_path / "p"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert f"it starts {beside}\n" in done.stdout


def test_that_a_relative_prefix_and_program_are_taken_from_here(install, program, tmp_path):
    install("--prefix", "p", "--program", "snapviz", cwd=program.parent)
    entry = program.parent / "p" / "share" / "applications" / "snapviz.desktop"
    assert f'Exec="{program}" %f' in entry.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--prefix"], "--prefix needs a path after it"),
        (["--colour"], "there is no option --colour"),
        (["--prefix", "p", "--program", "nowhere"], "nowhere is not a program"),
        (["--prefix", "file", "--program", "my programs/snapviz"], "file is not a folder"),
        (["--prefix", "taken", "--program", "my programs/snapviz"], "is another program"),
        (["--prefix", "p", "--program", "10%/snapviz"], "cannot start a path with any of"),
        (["--prefix", "p", "--uninstall"], "there is no snapviz in"),
    ],
)
def test_that_it_refuses_in_a_sentence_and_changes_nothing(install, program, tmp_path, words, told):
    (tmp_path / "file").touch()
    (tmp_path / "taken" / "bin").mkdir(parents=True)
    (tmp_path / "taken" / "bin" / "snapviz").touch()
    shutil.copytree(program.parent, tmp_path / "10%")
    before = sorted(tmp_path.rglob("*"))
    error = install(*words, code=2)
    assert error.startswith("install.sh: ") and told in error
    assert error.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_that_a_prefix_of_somebody_else_is_refused(install, program, tmp_path):
    (tmp_path / "p").mkdir(mode=0o555)
    assert "cannot be written" in install("--prefix", "p", "--program", program, code=2)


def test_that_help_is_told(install):
    assert "--uninstall" in install("--help")
