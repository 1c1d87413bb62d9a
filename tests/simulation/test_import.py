"""A bare import is light, and the headless rooms need no toolkit."""

import json
import subprocess
import sys

import pytest

HEAVY = ("numpy", "networkx", "rich", "PySide6", "pyqtgraph", "snapviz.engine", "snapviz.ui")


def modules_after(code, root):
    """The names of all modules loaded once the code has run in a new Python."""
    program = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    made = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    )
    return set(json.loads(made.stdout))


def test_that_a_bare_import_loads_nothing_heavy(root):
    assert not modules_after("import snapviz", root) & set(HEAVY)


def test_that_simulating_loads_no_toolkit_and_no_graph_library(root):
    code = (
        "import snapviz\n"
        "from snapviz.scenario.model import Process, Scenario\n"
        "from snapviz.report import run_report\n"
        "run_report(snapviz.simulate(Scenario((Process('P1'),))))"
    )
    loaded = modules_after(code, root)
    assert "numpy" in loaded
    assert not {name.partition(".")[0] for name in loaded} & {
        "networkx",
        "rich",
        "PySide6",
        "pyqtgraph",
    }


def test_that_the_package_says_what_it_offers():
    import snapviz

    assert set(snapviz.__all__) <= set(dir(snapviz))
    assert all(getattr(snapviz, name) is not None for name in snapviz.__all__)
    with pytest.raises(AttributeError, match="no attribute 'simulator'"):
        _ = snapviz.simulator
