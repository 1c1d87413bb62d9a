"""The command as a process: bare FILE, export, interruption, Qt left alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest


def _environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return {**kept, **more}


def _snapviz(root, *words: object, cwd=None) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "snapviz", *map(str, words)]
    environment = _environment(PYTHONPATH=str(root))
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, cwd=cwd, check=False
    )


linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="others have a display"
)


@linux_only
def test_that_without_a_display_the_bare_command_prints_and_draws(root, tmp_path):
    pytest.importorskip("PySide6.QtGui")
    scenario = root / "scenarios" / "01-crossing-transfers.snapviz.json"
    done = _snapviz(root, scenario, cwd=tmp_path)
    assert done.returncode == 0
    assert "no display" in done.stderr and "consistent, sum 2000 = 2000" in done.stdout
    picture = tmp_path / "01-crossing-transfers.png"
    assert picture.read_bytes().startswith(b"\x89PNG")


@linux_only
def test_that_without_a_display_or_a_file_there_is_a_word_of_advice(root, tmp_path):
    done = _snapviz(root, cwd=tmp_path)
    assert done.returncode == 2 and "no display" in done.stderr and done.stdout == ""


@pytest.mark.parametrize(("ending", "head"), [("png", b"\x89PNG"), ("svg", b"<"), ("pdf", b"%PDF")])
def test_that_export_writes_what_the_ending_says(root, tmp_path, ending, head):
    pytest.importorskip("PySide6.QtGui")
    out = tmp_path / f"x.{ending}"
    scenario = root / "scenarios" / "05-overtaken-marker.snapviz.json"
    done = _snapviz(root, "export", scenario, out, "--from", 50, "--to", 300, "--theme", "dark")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.read_bytes().startswith(head)


def test_that_the_headless_commands_load_no_qt(root):
    scenario = root / "scenarios" / "01-crossing-transfers.snapviz.json"
    code = (
        "import sys; from snapviz.cli import main\n"
        f"for c in ('run', 'check', 'analyze'): main([c, {str(scenario)!r}])\n"
        "sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False).returncode == 0
    )


@linux_only
def test_that_ctrl_c_stops_cleanly(root, tmp_path):
    path = tmp_path / "long.json"
    path.write_text(
        '{"format": "snapviz/scenario", "version": 1, "duration_ms": 100000000,'
        ' "processes": [{"id": "P1", "state": {"balance": 9}}, {"id": "P2"}],'
        ' "channels": [{"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}],'
        ' "workload": {"kind": "bank", "interval": {"kind": "fixed", "ms": 1}}}'
    )
    command = [sys.executable, "-m", "snapviz", "run", str(path)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment(), cwd=root
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130 and out == b"" and b"Traceback" not in err


def test_that_a_reader_that_leaves_is_no_error(root):
    scenario = root / "scenarios" / "08-bank-of-twelve.snapviz.json"
    command = f"{sys.executable} -m snapviz run {scenario} --json | head -c 10"
    done = subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, check=False)
    assert done.stderr == b""
