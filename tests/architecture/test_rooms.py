"""The house rules that can be checked: who imports whom, who needs Qt, who is light."""

from __future__ import annotations

import subprocess
import sys

import pytest


def test_that_rooms_import_only_downwards(root):
    pytest.importorskip("importlinter")
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(root / "pyproject.toml"), cache_dir=None) == 0


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import snapviz", ["numpy", "networkx", "rich", "PySide6", "json"]),
        ("import snapviz.scenario", ["numpy", "networkx", "PySide6"]),
        ("import snapviz.cli", ["numpy", "networkx", "rich", "PySide6"]),
        ("import snapviz; snapviz.simulate", ["networkx", "rich", "PySide6"]),
        ("import snapviz.recovery.garbage, snapviz.recovery.zigzag", ["networkx", "PySide6"]),
    ],
)
def test_that_an_import_brings_no_more_than_it_needs(root, statement, unwanted):
    code = f"import sys; {statement}; print(*(m for m in {unwanted!r} if m in sys.modules))"
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.split() == []


def test_that_the_headless_half_needs_no_qt(root):
    """Every room below the painter can be imported where PySide6 cannot."""
    code = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "pyqtgraph"):
            raise ImportError(name)
sys.meta_path.insert(0, NoQt())
import importlib, pkgutil, snapviz
for module in pkgutil.walk_packages(snapviz.__path__, "snapviz."):
    room = module.name.split(".")[1]
    if room not in ("render", "ui", "app", "__main__"):
        importlib.import_module(module.name)
"""
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_that_no_name_of_an_algorithm_stands_in_a_lower_room(root):
    from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS

    lower = [
        p for room in ("causality", "scenario") for p in (root / "snapviz" / room).rglob("*.py")
    ]
    allowed = {"chandy-lamport", "global-clock"}  # the default, and the one that has a time instead
    for name in set(SNAPSHOT_PROTOCOLS) - allowed:
        assert not [path for path in lower if f'"{name}"' in path.read_text(encoding="utf-8")], name


def test_that_every_room_says_what_it_is_for(root):
    for init in (root / "snapviz").rglob("__init__.py"):
        if not any(part.startswith("_") for part in init.parent.relative_to(root).parts):
            assert init.read_text(encoding="utf-8").startswith('"""'), init
