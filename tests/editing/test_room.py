"""The room costs next to nothing until a gesture needs it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from snapviz import editing


@pytest.mark.parametrize("name", sorted(editing.__all__))
def test_that_every_public_name_is_there(name):
    assert getattr(editing, name) is not None
    assert name in dir(editing)


def test_that_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        _ = editing.no_such_name


def test_that_importing_edits_and_layouts_loads_no_outside_library(root):
    code = (
        "import sys, snapviz.editing, snapviz.formats.graphml\n"
        "from snapviz.scenario import edits, layouts, from_template\n"
        "layouts.arranged(from_template('random', 5), 'tree')\n"
        "print(*{'numpy', 'networkx', 'PySide6'} & set(sys.modules))"
    )
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == ""
