"""A bundle is its own Python: what the program starts with it comes in by its own door."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux")

# Stands in for the built program: Python that takes itself for the bundle, as PyInstaller has it.
STAND_IN = """#!/bin/sh
exec {python} -c '
import runpy, sys
sys.executable, sys.argv[0] = "{program}", "{program}"
sys.path[0] = "{folder}"
runpy.run_path("{folder}/bundle_entry.py", run_name="__main__")
' "$@"
"""


@pytest.fixture
def bundle(root, tmp_path):
    """Run the stand-in of a bundle."""
    program = tmp_path / "program"
    (tmp_path / "snapviz").symlink_to(root / "snapviz")
    entry = (root / "resources" / "packaging" / "bundle_entry.py").read_text(encoding="utf-8")
    (tmp_path / "bundle_entry.py").write_text(entry, encoding="utf-8")
    text = STAND_IN.format(python=sys.executable, program=program, folder=tmp_path)
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)

    def run(*words: object) -> subprocess.CompletedProcess:
        return subprocess.run(
            [program, *map(str, words)],
            capture_output=True,
            text=True,
            cwd=root,
            timeout=120,
            check=False,
        )

    return run


def test_that_it_is_the_command(bundle):
    import snapviz

    assert bundle("--version").stdout == f"snapviz {snapviz.__version__}\n"
    assert bundle("run", "nowhere.json").returncode == 2


def test_that_a_sweep_has_workers(bundle, root):
    file = root / "scenarios" / "02-bank-transfer.snapviz.json"
    words = ["sweep", file, "--vary", "skew=0:10:10", "--seeds", "2", "--json"]
    alone, two = bundle(*words, "--jobs", "1"), bundle(*words, "--jobs", "2")
    assert (two.returncode, two.stderr) == (0, alone.stderr)
    assert two.stdout == alone.stdout and '"points"' in two.stdout


def test_that_the_parser_of_a_log_is_tried(bundle, tmp_path):
    log = tmp_path / "a.log"
    log.write_text('a {"a":1}\nstart\nb {"b":1}\nstart\n', encoding="utf-8")
    parser = r"(?<host>\S*) (?<clock>{.*})\n(?<event>.*)"
    done = bundle("analyze", log, "--parser", parser, "--json")
    assert done.returncode == 0, done.stderr
    assert '"b"' in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["-I", "-S", "other.py"],
        ["-m", "json.tool"],
        ["-c", "print('from multiprocessing.resource_tracker import main')"],
    ],
)
def test_that_it_is_no_python_for_anybody_else(bundle, tmp_path, words):
    (tmp_path / "other.py").write_text("print('run')", encoding="utf-8")
    done = bundle(*words)
    assert (done.returncode, done.stdout) == (2, "")


def test_that_the_recipe_names_files_that_are_there(root):
    recipe = (root / "resources" / "packaging" / "snapviz.spec").read_text(encoding="utf-8")
    compile(recipe, "snapviz.spec", "exec")
    named = re.findall(r'ROOT / "([^"]+)"', recipe)
    assert len(named) >= 5
    assert all((root / name).exists() for name in named)
    # Where the program looks for them in an installed package.
    assert "snapviz/_resources" in recipe and "snapviz/_scenarios" in recipe
