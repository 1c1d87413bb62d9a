"""Temporary files: gone, however the writing ends."""

import os
import subprocess
import sys

import pytest

from snapviz.render.whole import ExportError, WholeFile, discard_unfinished


def test_that_a_file_appears_only_when_it_is_committed(tmp_path):
    target = tmp_path / "a.gif"
    with WholeFile(target) as whole:
        whole.write(b"one")
        assert not target.exists() and len(list(tmp_path.iterdir())) == 1
    assert not list(tmp_path.iterdir())
    with WholeFile(target) as whole:
        whole.write(b"two")
        whole.commit()
    assert [path.name for path in tmp_path.iterdir()] == ["a.gif"]
    assert target.read_bytes() == b"two"


def test_that_a_failure_half_way_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError), WholeFile(tmp_path / "a.gif") as whole:
        whole.write(b"one")
        _ = 1 / 0
    assert not list(tmp_path.iterdir())


def test_that_a_process_that_ends_on_the_spot_can_clean_up(tmp_path):
    code = (
        "import os, sys; from pathlib import Path\n"
        "from snapviz.render.whole import WholeFile, discard_unfinished\n"
        "whole = WholeFile(Path(sys.argv[1]) / 'a.gif'); whole.write(b'x' * 10**6)\n"
        "assert len(os.listdir(sys.argv[1])) == 1\n"
        "discard_unfinished(); os._exit(7)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    assert subprocess.run(command, check=False).returncode == 7
    assert not list(tmp_path.iterdir())


def test_that_there_is_nothing_to_discard_after_all_went_well(tmp_path):
    with WholeFile(tmp_path / "a") as whole:
        whole.commit()
    discard_unfinished()
    assert os.listdir(tmp_path) == ["a"]


def test_that_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ExportError, match="nowhere.*No such file or directory"):
        WholeFile(tmp_path / "nowhere" / "a.gif")
