"""The room stays light: importing it costs next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

import snapviz.scenario


@pytest.mark.parametrize("name", sorted(snapviz.scenario.__all__))
def test_that_every_public_name_is_there(name):
    assert getattr(snapviz.scenario, name) is not None
    assert name in dir(snapviz.scenario)


def test_that_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        _ = snapviz.scenario.no_such_name


def test_that_reading_a_scenario_loads_no_outside_library():
    script = (
        "import sys, snapviz.scenario as s\n"
        "s.encode(s.from_template('random', 5)); s.json_schema()\n"
        "print(*{'numpy', 'networkx', 'rich', 'PySide6', 'jsonschema'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
