"""The command as a process: bare FILE, export, interruption, Qt left alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.processes import has_worked


def _environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return {**kept, **more}


def _snapviz(root, *words: object, cwd=None) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "snapviz", *map(str, words)]
    environment = _environment(PYTHONPATH=str(root))
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=cwd,
        check=False,
    )


linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="others have a display"
)


@linux_only
def test_that_without_a_display_the_bare_command_prints_and_draws(root, tmp_path):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    scenario = root / "scenarios" / "01-crossing-transfers.snapviz.json"
    done = _snapviz(root, scenario, cwd=tmp_path)
    assert done.returncode == 0
    assert "no display" in done.stderr and "consistent, sum 2000 = 2000" in done.stdout
    picture = tmp_path / "01-crossing-transfers.png"
    assert picture.read_bytes().startswith(b"\x89PNG")


@linux_only
def test_that_without_a_display_a_log_is_told_and_drawn(root, tmp_path):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    log = root / "tests" / "data" / "shiviz" / "graph_viz-RpcClientServer.log"
    done = _snapviz(root, log, cwd=tmp_path)
    assert done.returncode == 0
    assert "no display" in done.stderr and "events on the longest chain" in done.stdout
    picture = tmp_path / "graph_viz-RpcClientServer.png"
    assert picture.read_bytes().startswith(b"\x89PNG")


@linux_only
def test_that_without_a_display_or_a_file_there_is_a_word_of_advice(root, tmp_path):
    done = _snapviz(root, cwd=tmp_path)
    assert done.returncode == 2 and "no display" in done.stderr and done.stdout == ""


@pytest.mark.parametrize(("ending", "head"), [("png", b"\x89PNG"), ("svg", b"<"), ("pdf", b"%PDF")])
def test_that_export_writes_what_the_ending_says(root, tmp_path, ending, head):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
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
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, capture_output=True, check=False
        ).returncode
        == 0
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
    assert has_worked(process, 1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130 and out == b"" and b"Traceback" not in err


def test_that_a_reader_that_leaves_is_no_error(root):
    scenario = root / "scenarios" / "08-bank-of-twelve.snapviz.json"
    command = f"{sys.executable} -m snapviz run {scenario} --json | head -c 10"
    done = subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, check=False)
    assert done.stderr == b""


def test_that_a_full_disk_is_told(root, tmp_path):
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    scenario = root / "scenarios" / "01-crossing-transfers.snapviz.json"
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "snapviz", "check", str(scenario)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=root, check=False)
    assert done.returncode == 2 and b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


@linux_only
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "2>/dev/full"])
@pytest.mark.parametrize(
    ("words", "code"), [(("check", "05"), 1), (("run", "05"), 0), (("run", "nowhere"), 2)]
)
def test_that_streams_nobody_can_write_to_leave_the_exit_code(root, closed, words, code):
    file = root / "scenarios" / "05-overtaken-marker.snapviz.json"
    name, which = words
    command = f"{sys.executable} -m snapviz {name} {file if which == '05' else which} {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, check=False)
    assert done.returncode == code and b"Traceback" not in done.stderr
    # What is a problem is never taken for a result.
    assert bool(done.stdout) == (code != 2 and not closed.startswith(">"))


@linux_only
@pytest.mark.parametrize("words", [("check",), ("check", "--json")])
def test_that_a_reader_that_leaves_does_not_change_the_verdict(root, words):
    scenario = root / "scenarios" / "05-overtaken-marker.snapviz.json"
    command = [sys.executable, "-m", "snapviz", *words, str(scenario)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=root, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@linux_only
@pytest.mark.parametrize("wait", [0.3, 0.6, 0.9])
def test_that_ctrl_c_stops_an_export_cleanly(root, tmp_path, wait):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    scenario = root / "scenarios" / "08-bank-of-twelve.snapviz.json"
    code = (
        "import sys, snapviz.cli as cli\n"
        "print('ready', flush=True)\n"
        f"while True: cli.main(['export', {str(scenario)!r}, 'x.png'])"
    )
    environment = _environment(PYTHONPATH=str(root))
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=tmp_path,
    )
    assert process.stdout.readline() == b"ready\n"
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    try:
        _, err = process.communicate(timeout=5)
    except subprocess.TimeoutExpired:
        # The interrupt fell between two exports, and main() reported it and returned.
        process.kill()
        _, err = process.communicate()
        assert err == b"snapviz: interrupted\n"
    else:
        assert (process.returncode, err) == (130, b"snapviz: interrupted\n")


def test_that_the_scenario_is_not_overwritten_by_its_picture(snapviz, write):
    path = write("x.png")
    before = path.read_bytes()
    result = snapviz("export", path, path)
    assert result.code == 2 and path.read_bytes() == before


def test_that_the_same_picture_is_the_same_file(root, tmp_path):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    scenario = root / "scenarios" / "02-bank-transfer.snapviz.json"
    for ending in ("png", "svg", "pdf"):
        outs = [tmp_path / f"{name}.{ending}" for name in "ab"]
        for out in outs:
            assert _snapviz(root, "export", scenario, out).returncode == 0
        assert outs[0].read_bytes() == outs[1].read_bytes(), ending


def test_that_a_run_of_one_instant_can_be_drawn(snapviz, write, tmp_path):
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    path = write(
        duration_ms=0, script=[{"at_ms": 0, "action": "internal", "process": "P1", "label": "now"}]
    )
    assert snapviz("export", path, tmp_path / "x.svg").code == 0
    refused = snapviz("export", path, tmp_path / "y.svg", "--from", 12345.678, "--to", 3)
    assert refused.code == 2 and not (tmp_path / "y.svg").exists()
    assert "from 12345.678 ms to 0 ms is empty" in refused.err


def test_that_a_picture_of_a_missing_scenario_is_refused_in_words(snapviz, tmp_path):
    (tmp_path / "x.png").write_bytes(b"precious")
    result = snapviz("export", tmp_path / "none.json", tmp_path / "x.png")
    assert result.code == 2 and str(tmp_path / "none.json") in result.err
    assert (tmp_path / "x.png").read_bytes() == b"precious"


def test_that_the_help_lists_every_command(snapviz):
    from snapviz.cli import COMMANDS

    told = snapviz("--help")
    assert told.code == 0
    assert set(COMMANDS) >= {"run", "check", "export", "new", "analyze", "compare", "sweep"}
    assert all(f"\n    {name} " in told.out for name in COMMANDS)


@pytest.mark.parametrize("words", [("--foo",), ("--json", "run", "x"), ("-",), ("-x",)])
def test_that_an_unknown_option_before_a_command_is_named(snapviz, words):
    result = snapviz(*words)
    assert (result.code, result.out) == (2, "")
    assert f"no option {words[0]!r} before a command" in result.err
    assert "such as: snapviz run FILE --json" in result.err


def test_that_options_without_a_command_are_told(snapviz, write):
    result = snapviz(write(), "--json")
    assert result.code == 2 and "snapviz run" in result.err


@linux_only
def test_that_ctrl_c_ends_a_command_that_cannot_say_so(root):
    code = (
        "import signal\n"
        "from snapviz.commands.interruption import interrupted_at_once\n"
        "with interrupted_at_once():\n"
        "    signal.raise_signal(signal.SIGINT)\n"
    )
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-c", code], stderr=full, cwd=root, check=False)
    assert done.returncode == 130
