"""A real window that is left in the middle of a sweep: it ends soon, silently, with its workers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.processes import is_alive

CHILD = Path(__file__).with_name("sweeping_window.py")
PATIENCE_S = 60

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@pytest.mark.parametrize(("how", "status"), [("close", 0), ("interrupt", 130)])
def test_that_a_window_left_in_mid_sweep_ends_with_all_its_workers(root, tmp_path, how, status):
    kept = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(CHILD), "scenarios/14-clocks-too-far-apart.snapviz.json", how],
        capture_output=True,
        text=True,
        cwd=root,
        env={**os.environ, **kept, "PYTHONPATH": str(root)},
        timeout=PATIENCE_S,
        check=False,
    )
    said, *workers = done.stdout.split()
    assert (done.returncode, said) == (status, "busy")
    assert workers and not any(is_alive(int(number)) for number in workers)
    assert "Traceback" not in done.stderr and "snapviz" not in done.stderr
