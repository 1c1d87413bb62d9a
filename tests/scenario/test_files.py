"""Files are read whole or refused in words, written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from snapviz.scenario import (
    ScenarioError,
    encode,
    files,
    from_template,
    load_scenario,
    model,
    save_scenario,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file semantics")


@pytest.fixture
def old() -> model.Scenario:
    return from_template("ring", 3, "bank")


@pytest.fixture
def new() -> model.Scenario:
    return from_template("line", 4, "token")


@pytest.fixture
def path(tmp_path, old) -> Path:
    path = tmp_path / "case.snapviz.json"
    save_scenario(old, path)
    return path


def refusal_of(call, *args) -> str:
    with pytest.raises(ScenarioError) as caught:
        call(*args)
    return str(caught.value)


def test_that_a_saved_file_loads_as_the_same_scenario(path, old):
    assert load_scenario(path) == load_scenario(str(path)) == old
    assert path.read_text(encoding="utf-8") == encode(old)
    assert b"\r" not in path.read_bytes()


def test_that_saving_replaces_the_whole_file_and_leaves_nothing_beside_it(path, new):
    save_scenario(new, path)
    assert load_scenario(path) == new
    assert os.listdir(path.parent) == [path.name]


def test_that_what_a_file_is_its_content_decides(tmp_path, old):
    path = tmp_path / "notes.txt"
    save_scenario(old, path)
    assert load_scenario(path) == old


def test_that_a_folder_is_refused_in_words(tmp_path):
    assert refusal_of(load_scenario, tmp_path) == (
        f"{tmp_path}: (file): this is a folder; name the file inside it"
    )


def test_that_a_missing_file_is_refused_in_words(tmp_path):
    words = refusal_of(load_scenario, tmp_path / "no.json")
    assert words.startswith(f"{tmp_path / 'no.json'}: (file): cannot be read: No such file")


def test_that_a_name_no_file_can_have_is_refused_in_words():
    assert "(file): cannot be read: " in refusal_of(load_scenario, "a\0b")
    assert "(file): cannot be " in refusal_of(save_scenario, from_template("line", 1), "a\0b")


def test_that_an_unreadable_file_is_refused_in_words(path, monkeypatch):
    def closed(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", closed)
    assert refusal_of(load_scenario, path) == (f"{path}: (file): cannot be read: Permission denied")


def test_that_an_empty_file_is_refused_in_words(tmp_path):
    path = tmp_path / "empty.json"
    path.write_bytes(b"")
    assert refusal_of(load_scenario, path).startswith(f"{path}: (document): the file is empty")


def test_that_an_endless_file_is_refused_in_words(path, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    assert "is larger than" in refusal_of(load_scenario, path)


def test_that_every_problem_line_begins_with_the_file(tmp_path):
    path = tmp_path / "bad.json"
    path.write_text('{"format": "snapviz/scenario", "version": 1, "processes": [{}, {"id": 1}]}')
    lines = refusal_of(load_scenario, path).split("\n")
    assert [line.split(": ")[:2] for line in lines] == [
        [str(path), "processes[0].id"],
        [str(path), "processes[1].id"],
    ]


@pytest.mark.parametrize("step", ["write", "fsync", "chmod", "replace"])
def test_that_a_failed_save_leaves_the_old_file_and_no_other(path, old, new, monkeypatch, step):
    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    if step == "write":
        real = open

        def opened(file, mode="r", *args, **kwargs):
            made = real(file, mode, *args, **kwargs)
            if "w" in mode:
                made.write(b"half of it")
                made.flush()
                made.close()
                fail()
            return made

        monkeypatch.setattr("builtins.open", opened)
    else:
        monkeypatch.setattr(files.os, step, fail)
    words = refusal_of(save_scenario, new, path)
    monkeypatch.undo()
    assert words == f"{path}: (file): cannot be saved: No space left on device"
    assert load_scenario(path) == old
    assert os.listdir(path.parent) == [path.name]


def test_that_an_interrupted_save_leaves_the_old_file_and_no_other(path, old, new, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save_scenario(new, path)
    assert load_scenario(path) == old
    assert os.listdir(path.parent) == [path.name]


def test_that_a_scenario_that_could_not_be_opened_again_is_not_saved(path, old):
    twice = model.Scenario(processes=(model.Process("a"), model.Process("a")))
    assert "processes[1].id" in refusal_of(save_scenario, twice, path)
    strange = model.Scenario(processes=(model.Process("a", {"x": {1, 2}}),))
    assert "(document): cannot be saved" in refusal_of(save_scenario, strange, path)
    endless = model.Scenario(processes=(model.Process("a", {"x": float("inf")}),))
    assert "(document): cannot be saved" in refusal_of(save_scenario, endless, path)
    torn = model.Scenario(processes=(model.Process("a"),), title="\ud800")
    assert "half of a surrogate pair" in refusal_of(save_scenario, torn, path)
    assert load_scenario(path) == old


def test_that_saving_needs_no_catalogue(path):
    scenario = model.Scenario(
        processes=(model.Process("a"),), script=(model.TakeSnapshot(0, "mattern", "a"),)
    )
    save_scenario(scenario, path)


def test_that_saving_into_a_missing_folder_is_refused_in_words(tmp_path, old):
    target = tmp_path / "no" / "x.json"
    assert refusal_of(save_scenario, old, target).startswith(f"{target}: (file): cannot be saved: ")


def test_that_saving_over_a_folder_is_refused_in_words(tmp_path, old):
    (tmp_path / "x.json").mkdir()
    assert refusal_of(save_scenario, old, tmp_path / "x.json").endswith("it is a folder")


@posix_only
def test_that_permission_bits_are_kept(path, new):
    path.chmod(0o640)
    save_scenario(new, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix_only
def test_that_a_new_file_has_the_usual_permissions(tmp_path, old):
    usual = tmp_path / "usual"
    usual.touch()
    save_scenario(old, tmp_path / "made.json")
    assert (tmp_path / "made.json").stat().st_mode == usual.stat().st_mode


@posix_only
def test_that_a_symbolic_link_stays_and_its_target_is_replaced(tmp_path, path, new):
    link = tmp_path / "elsewhere" / "link.json"
    link.parent.mkdir()
    link.symlink_to(path)
    save_scenario(new, link)
    assert link.is_symlink()
    assert load_scenario(path) == new
    assert os.listdir(link.parent) == ["link.json"]


@posix_only
def test_that_a_read_only_file_is_not_replaced(path, old, new, monkeypatch):
    # Checked by asking, because the tests may run as root, who may write anything.
    monkeypatch.setattr(files.os, "access", lambda *_: False)
    assert refusal_of(save_scenario, new, path).endswith("cannot be saved: the file is read-only")
    assert load_scenario(path) == old


@posix_only
def test_that_a_pipe_is_not_replaced_by_a_file(tmp_path, old):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal_of(save_scenario, old, pipe).endswith("it is not a regular file")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
