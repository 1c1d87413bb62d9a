"""Running the command line inside the test's own process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from snapviz.cli import main

TWO = [{"id": "P1"}, {"id": "P2"}]


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def snapviz(capsys):
    """Run a command; argparse's own exits count as exit codes."""

    def run(*words: object) -> Outcome:
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def write(tmp_path: Path):
    """Write a scenario document into a file and return its path."""

    def write_document(name: str = "x.snapviz.json", **fields: object) -> Path:
        document = {"format": "snapviz/scenario", "version": 1, "processes": TWO, **fields}
        path = tmp_path / name
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    return write_document
