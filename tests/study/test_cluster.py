"""A sweep on a real Dask cluster: the same count as on one core."""

import subprocess
import sys
import time
from contextlib import ExitStack

import pytest

from snapviz.study.progress import Cancelled
from snapviz.study.sweep import sweep
from snapviz.study.workers import ClusterError
from tests.study.worlds import busy

pytestmark = pytest.mark.deep


@pytest.fixture(scope="module")
def cluster():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as running:
        yield running.scheduler_address


def test_that_two_workers_of_a_cluster_count_what_one_core_counts(cluster):
    heard = []
    scenario = busy(3, fifo=False)
    there = sweep(scenario, "delay=0.5:1.5:0.5", 40, scheduler=cluster, progress=heard.append)
    assert there == sweep(scenario, "delay=0.5:1.5:0.5", 40, jobs=1)
    assert len({point.inconsistent.hits for point in there.points}) > 1
    assert heard == [turn / 15 for turn in range(1, 16)]


def test_that_work_on_a_cluster_can_be_stopped_and_begun_anew(cluster):
    heard = []
    with pytest.raises(Cancelled):
        sweep(
            busy(),
            "skew=0:99:1",
            100,
            scheduler=cluster,
            progress=heard.append,
            should_stop=lambda: len(heard) == 2,
        )
    assert len(heard) == 2
    assert sweep(busy(2), "skew=0", 8, scheduler=cluster) == sweep(busy(2), "skew=0", 8, jobs=1)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "foo://x:1", ""])
def test_that_an_address_nobody_answers_at_is_told_in_words(address):
    pytest.importorskip("distributed")
    with pytest.raises(ClusterError, match="--scheduler: no Dask scheduler answers at"):
        sweep(busy(2), "skew=0", 1, scheduler=address)


@pytest.fixture
def mortal(tmp_path):
    """A scheduler with two workers, each a process of its own: the scheduler, its address."""
    distributed = pytest.importorskip("distributed")
    with ExitStack() as stack:

        def start(kind: str, *words: str) -> subprocess.Popen:
            command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words]
            process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process

        known = tmp_path / "scheduler.json"
        place = ("--scheduler-file", str(known), "--no-dashboard")
        scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", *place)
        for _ in range(2):
            start("worker", "--nthreads", "1", "--no-nanny", *place)
        while not known.exists():
            time.sleep(0.05)
        with distributed.Client(scheduler_file=str(known), set_as_default=False) as client:
            client.wait_for_workers(2)
            address = client.scheduler.address
        yield scheduler, address


@pytest.mark.parametrize("end", ["kill", "terminate"])
def test_that_a_scheduler_lost_in_mid_sweep_is_told_in_words(mortal, end, caplog, capfd):
    scheduler, address = mortal

    def lose(share):
        getattr(scheduler, end)()

    with pytest.raises(ClusterError) as told:
        sweep(busy(), "skew=0:99:1", 100, scheduler=address, progress=lose)
    text = str(told.value)
    assert text.startswith(f"--scheduler: the Dask cluster at {address!r} was lost")
    assert "leave --scheduler out" in text and "\n" not in text
    assert "Traceback" not in caplog.text + capfd.readouterr().err


def test_that_the_command_line_says_it_in_a_sentence_and_exits_with_2(mortal, root):
    distributed = pytest.importorskip("distributed")
    scheduler, address = mortal
    file = root / "scenarios" / "08-bank-of-twelve.snapviz.json"
    words = ("sweep", str(file), "--vary", "skew=0:99:1", "--seeds", "100", "--scheduler", address)
    with distributed.Client(address, set_as_default=False) as client:
        command = subprocess.Popen(
            [sys.executable, "-m", "snapviz", *words], stderr=subprocess.PIPE, text=True
        )
        while not client.processing() or not any(client.processing().values()):
            time.sleep(0.1)
    scheduler.kill()
    _, err = command.communicate(timeout=120)
    assert command.returncode == 2
    (line,) = err.splitlines()
    assert line.startswith(f"snapviz: --scheduler: the Dask cluster at {address!r} was lost")
