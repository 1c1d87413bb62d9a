"""The export command: TikZ and films, their progress, and Ctrl-C on the way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.processes import started

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="others have a display"
)


def _has_encoder() -> bool:
    import importlib.util

    return importlib.util.find_spec("imageio_ffmpeg") is not None


needs_encoder = pytest.mark.skipif(not _has_encoder(), reason="the extra 'video' is not installed")
FILMS = [("gif", 0, b"GIF89a"), pytest.param("mp4", 4, b"ftyp", marks=needs_encoder)]


def _environment(root) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return {**kept, "PYTHONPATH": str(root)}


def _start(root, *words: object) -> subprocess.Popen:
    command = [sys.executable, "-m", "snapviz", "export", *map(str, words)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment(root)
    )


@linux_only
@pytest.mark.parametrize(("ending", "offset", "mark"), [("tex", 0, b"% "), *FILMS])
def test_that_export_writes_films_and_tikz_without_a_display(root, tmp_path, ending, offset, mark):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    scenario = root / "scenarios" / "05-overtaken-marker.snapviz.json"
    out = tmp_path / f"x.{ending}"
    options = ("--from", 50, "--to", 300, "--theme", "dark", "--width", 300)
    process = _start(root, scenario, out, *options)
    told = process.communicate(timeout=60)
    assert (process.returncode, *told) == (0, b"", b"")
    assert out.read_bytes()[offset:].startswith(mark)
    assert os.listdir(tmp_path) == [out.name]


# A machine without a library that Qt's windows and pictures need.
WITHOUT_LIBRARIES = """
import sys

class Missing:
    def find_spec(self, name, *_):
        if name in ("PySide6.QtGui", "PySide6.QtWidgets"):
            raise ImportError("libGL.so.1: cannot open shared object file", name=name)

sys.meta_path.insert(0, Missing())
from snapviz.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("ending", ["png", "pdf", "gif"])
def test_that_missing_libraries_are_named_whatever_is_exported(root, tmp_path, ending):
    scenario = root / "scenarios" / "05-overtaken-marker.snapviz.json"
    out = tmp_path / f"x.{ending}"
    with started(root, "export", scenario, out, script=WITHOUT_LIBRARIES) as process:
        told = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 2 and told.count("\n") == 1
    assert told.startswith("snapviz export: Qt cannot start (libGL.so.1") and "apt-get" in told
    assert os.listdir(tmp_path) == []


@linux_only
@pytest.mark.parametrize("ending", ["gif", pytest.param("mp4", marks=needs_encoder)])
def test_that_ctrl_c_in_a_film_leaves_nothing(root, tmp_path, ending):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    scenario = root / "scenarios" / "08-bank-of-twelve.snapviz.json"
    process = _start(root, scenario, tmp_path / f"x.{ending}", "--width", 3000)
    until = time.monotonic() + 30
    while not os.listdir(tmp_path) and time.monotonic() < until:
        time.sleep(0.02)
    assert os.listdir(tmp_path) != [f"x.{ending}"]
    process.send_signal(signal.SIGINT)
    told = process.communicate(timeout=30)
    assert (process.returncode, *told) == (130, b"", b"snapviz: interrupted\n")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("ending", "start"), [("csv", "process,index,"), ("log", 'P1 {"P1": 1}')])
def test_that_a_run_is_written_as_data_and_analyzed_again(snapviz, write, tmp_path, ending, start):
    file = write(script=[{"at_ms": 1, "action": "internal", "process": "P1"}])
    out = tmp_path / f"x.{ending}"
    assert snapviz("export", file, out) == (0, "", "")
    assert out.read_text(encoding="utf-8").startswith(start)
    (execution,) = snapviz("analyze", out, "--json").json["executions"]
    assert (execution["events"], execution["consistent_cuts"]) == (1, 2)
    result = snapviz("export", file, out, "--from", 1)
    assert result.code == 2 and "--from is for pictures" in result.err


@pytest.mark.parametrize("ending", ["csv", "log", "shiviz"])
@pytest.mark.parametrize(
    "words",
    [
        ("--from", 1),
        ("--to", 1),
        ("--theme", "light"),
        ("--width", 400),
        ("--dpi", 96),
        ("--hide-votes",),
    ],
)
def test_that_data_takes_no_option_of_pictures(snapviz, write, tmp_path, ending, words):
    out = tmp_path / f"x.{ending}"
    result = snapviz("export", write(), out, *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{out}: {words[0]} is for pictures; leave it out")
    assert ("whole run" in result.err) == (words[0] in ("--from", "--to"))
    assert not out.exists()


@pytest.mark.parametrize("ending", ["txt", "jpg"])
def test_that_what_cannot_be_written_is_refused_in_words(snapviz, write, tmp_path, ending):
    result = snapviz("export", write(), tmp_path / f"x.{ending}")
    assert result.code == 2
    assert ".png, .svg, .pdf, .tex, .gif or .mp4, or .csv or .log" in result.err
    assert not (tmp_path / f"x.{ending}").exists()


def test_that_progress_goes_to_a_terminal_on_stderr(snapviz, write, tmp_path, monkeypatch):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    result = snapviz("export", write(), tmp_path / "x.gif", "--width", 200)
    assert result.code == 0 and result.out == ""
    shares = [int(found) for found in re.findall(r"drawing (\d+)%", result.err)]
    assert shares == sorted(shares) and len(set(shares)) > 20 and shares[-1] == 100
    assert result.err.endswith("\r")


def test_that_the_future_of_a_film_is_an_option_and_of_a_picture_none(snapviz, write, tmp_path):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    films = []
    for words in ((), ("--future", "faint"), ("--future", "hidden")):
        out = tmp_path / f"{len(films)}.GIF"
        assert snapviz("export", write(), out, "--width", 200, *words).code == 0
        films.append(out.read_bytes())
    assert films[0] == films[1] != films[2]
    result = snapviz("export", write(), tmp_path / "x.png", "--future", "hidden")
    assert result.code == 2
    assert "--future is for films only; use .gif or .mp4" in result.err
    assert not (tmp_path / "x.png").exists()


def test_that_votes_can_be_left_out(root, tmp_path):
    from snapviz.cli import main

    file = str(root / "scenarios" / "65-two-proposers-duel.snapviz.json")
    shown, without = tmp_path / "shown.tex", tmp_path / "without.tex"
    assert main(["export", file, str(shown)]) == 0
    assert main(["export", file, str(without), "--hide-votes"]) == 0
    texts = [path.read_text(encoding="utf-8") for path in (shown, without)]
    assert ["vote or acknowledgement" in text for text in texts] == [True, False]
    assert all("copy or agreement" in text and "proposes 2.2" in text for text in texts)
