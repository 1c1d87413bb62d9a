"""A sweep on a real Dask cluster: the same count as on one core."""

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
