"""The shipped scenarios give these runs, to the byte, on every machine and in every environment.

A change that moves a golden run changes what teachers' files do: it needs a
reason, and ``python tests/golden/test_golden_traces.py`` to write the runs anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCENARIOS = sorted((HERE.parent.parent / "scenarios").glob("*.snapviz.json"))
NAMES = [path.name.removesuffix(".snapviz.json") for path in SCENARIOS]

REPORT_ALL = """
import sys
from snapviz.cli import main
for path in sys.argv[1:]:
    main(["run", path, "--json"])
"""


def golden(name: str) -> Path:
    return HERE / f"{name}.json"


def all_reports(**environment: str) -> bytes:
    """The JSON of every shipped scenario, from a fresh interpreter."""
    root = HERE.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", REPORT_ALL, *map(str, SCENARIOS)],
        capture_output=True,
        check=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
    )
    return done.stdout


def test_that_there_are_at_least_eight_scenarios_and_a_golden_run_for_each():
    assert len(NAMES) >= 8
    assert sorted(path.stem for path in HERE.glob("*.json")) == NAMES


@pytest.mark.parametrize(("path", "name"), list(zip(SCENARIOS, NAMES, strict=True)), ids=NAMES)
def test_that_a_shipped_scenario_gives_its_golden_run(path, name, capsys):
    from snapviz.cli import main

    assert main(["run", str(path), "--json"]) == 0
    assert capsys.readouterr().out == golden(name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "TZ": "Asia/Kathmandu"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "LANG": "C"},
    ],
)
def test_that_hash_seed_locale_and_time_zone_change_no_byte(environment):
    expected = b"".join(golden(name).read_bytes() for name in NAMES)
    assert all_reports(**environment) == expected


if __name__ == "__main__":
    for path, name in zip(SCENARIOS, NAMES, strict=True):
        words = [sys.executable, "-m", "snapviz", "run", str(path), "--json"]
        text = subprocess.run(words, capture_output=True, check=True).stdout
        json.loads(text)
        golden(name).write_bytes(text)
