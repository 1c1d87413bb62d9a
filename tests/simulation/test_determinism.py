"""The same scenario gives the same bytes, whatever the machine is set to."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from snapviz.report import run_report
from snapviz.scenario.model import (
    Channel,
    Exponential,
    Internal,
    Normal,
    Pin,
    Process,
    SetChannel,
    SetClock,
    Workload,
)
from snapviz.simulation import simulate
from tests.engine.worlds import bank, sends, snapshots

# Prints the reports of several scenarios, as JSON whose keys keep their order.
SCRIPT = """
import sys
from tests.simulation.test_determinism import reports
sys.stdout.buffer.write(reports().encode())
"""

SETTINGS = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 1": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C"},
    "Turkish": {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "Kathmandu": {"PYTHONHASHSEED": "4242", "TZ": "Asia/Kathmandu", "PYTHONUTF8": "0"},
}


def several():
    """Scenarios that use every stream, table and kind of row, with names in many letters."""
    script = (
        *snapshots(50_000, 80_000),
        *snapshots(80_000, initiator="P2"),
        *sends(60_000, payload={"text": "İıß", "b": 1, "a": [1.5, None, True]}),
        Internal(70_000, "P1", "düşün"),
        SetClock(80_000, "P2", 5, -3),
        SetChannel(90_000, "P1", "P2", delay=Normal(9_000, 9_000), duplication=0.5),
    )
    base = replace(bank(5, 300_000), script=script, delays=(Pin("P2", "P1", 1, 777),))
    yield base
    yield bank(4, 300_000, fifo=False, loss=0.1, duplication=0.1, delay=Exponential(30_000))
    names = ("İ", "ı", "i", "I")
    yield replace(
        base,
        processes=tuple(Process(name) for name in names),
        channels=tuple(Channel(a, b) for a in names for b in names if a != b),
        workload=Workload("token", Exponential(9_000)),
        script=snapshots(40_000, 41_000, initiator="ı"),
        delays=(),
    )


def reports() -> str:
    return json.dumps([run_report(simulate(scenario)) for scenario in several()])


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_that_reports_are_the_same_bytes_under_any_setting(settings, root):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    environment |= {"PYTHONPATH": str(root)} | SETTINGS[settings]
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=root, capture_output=True, check=True
    )
    assert made.stdout == reports().encode()
    assert len(made.stdout) > 10_000


def test_that_running_twice_in_one_process_gives_the_same():
    assert reports() == reports()
