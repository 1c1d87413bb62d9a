"""Unsaved work on disk."""

from pathlib import Path

import pytest

from snapviz.scenario.model import Process, Scenario
from snapviz.ui import journal

WORK = journal.Unsaved(Scenario(processes=(Process("P1"),), title="Übung"), Path("/home/a/b.json"))


def test_that_what_was_written_is_read_back(tmp_path):
    file = tmp_path / f"a{journal.ENDING}"
    journal.write(file, WORK)
    assert journal.read(file) == WORK
    assert journal.kept(tmp_path) == [file]


def test_that_a_half_written_file_is_no_work(tmp_path):
    file = tmp_path / f"a{journal.ENDING}"
    journal.write(file, WORK)
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        assert journal.read(file) is None


def test_that_a_death_while_writing_leaves_the_work_before(tmp_path, monkeypatch):
    file = tmp_path / f"a{journal.ENDING}"
    journal.write(file, WORK)

    def die(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(journal.os, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        journal.write(file, journal.Unsaved(Scenario(processes=(Process("P9"),)), None))
    assert journal.read(file) == WORK
    assert journal.kept(tmp_path) == [file]


def test_that_forgotten_work_leaves_nothing(tmp_path):
    file = tmp_path / f"a{journal.ENDING}"
    journal.write(file, WORK)
    (tmp_path / f"a{journal.ENDING}.tmp").write_text("half")
    journal.forget(file)
    assert list(tmp_path.iterdir()) == []


def test_that_a_missing_folder_keeps_nothing(tmp_path):
    assert journal.kept(tmp_path / "nowhere") == []
