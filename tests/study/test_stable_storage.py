"""What is on stable storage at a moment, how much it is, and what of it may go."""

from dataclasses import replace

import numpy as np
import pytest

from snapviz.engine.trace import RowKind
from snapviz.scenario.model import (
    Channel,
    Checkpointing,
    Crash,
    Logging,
    Process,
    Restart,
    Scenario,
    Send,
    TakeCheckpoint,
)
from snapviz.simulation import simulate
from snapviz.study.moment import COLLECTED, DISCARDED, STANDING, TENTATIVE, UNDONE, Moment
from snapviz.study.stable_storage import DISCARDED as GONE
from snapviz.study.stable_storage import (
    STABLE,
    VOLATILE,
    Determinant,
    Garbage,
    Storage,
    Whereabouts,
)

MS = 1000
STATE_BYTES = len("balance") + 8
ENTRY_BYTES = len("amount") + 8 + 3 * 8


def scenario(*script, method="none", policy="none"):
    processes = tuple(Process(pid, {"balance": 100}) for pid in ("P1", "P2"))
    sends = (
        Send(10 * MS, "P1", "P2", {"amount": 5}),
        Send(20 * MS, "P1", "P2", {"amount": 6}),
        Send(200 * MS, "P2", "P1", {"amount": 7}),
    )
    return Scenario(
        processes,
        (Channel("P1", "P2"), Channel("P2", "P1")),
        script=(*sends, *script),
        checkpointing=Checkpointing(policy, 150 * MS),
        logging=Logging(method, 100 * MS),
    )


def moment(run, time_us) -> Moment:
    rows = int(np.searchsorted(run.trace.row_time, time_us, side="right"))
    return Moment(run, rows, time_us)


def test_that_checkpoints_stand_until_they_are_undone():
    # P2's checkpoint has received what P1's restart undoes.
    faults = (TakeCheckpoint(100 * MS, "P2"), Crash(300 * MS, "P1"), Restart(310 * MS, "P1"))
    run = simulate(scenario(*faults))
    before, after = moment(run, 299 * MS), moment(run, 400 * MS)
    assert [list(map(before.status, mine)) for mine in before.taken] == [
        [STANDING],
        [STANDING, STANDING],
    ]
    assert [list(map(after.status, mine)) for mine in after.taken] == [
        [STANDING],
        [STANDING, UNDONE],
    ]
    assert after.candidates == [[0], [0]]
    assert moment(run, 305 * MS).down == {0} and after.down == frozenset()
    assert DISCARDED != UNDONE


def test_that_an_entry_is_stable_when_it_was_written():
    run = simulate(scenario(method="optimistic"))
    at = moment(run, 90 * MS)
    storage = Storage(at)
    assert len(storage.received) == 2
    assert storage.whereabouts(int(storage.received[0])) == Whereabouts(VOLATILE)
    assert [shelf.entries for shelf in storage.shelves] == [0, 0]
    later = Storage(moment(run, 100 * MS))
    assert later.whereabouts(int(later.received[1])) == Whereabouts(STABLE)
    assert [shelf.entry_bytes for shelf in later.shelves] == [0, 2 * ENTRY_BYTES]
    assert [shelf.checkpoint_bytes for shelf in later.shelves] == [STATE_BYTES, STATE_BYTES]


@pytest.mark.parametrize(
    ("method", "place"), [("pessimistic", Whereabouts(STABLE)), ("none", None)]
)
def test_that_the_method_says_where_an_entry_is(method, place):
    storage = Storage(moment(simulate(scenario(method=method)), 90 * MS))
    assert storage.whereabouts(int(storage.received[0])) == place


def test_that_a_determinant_counts_on_both_sides():
    storage = Storage(moment(simulate(scenario()), 990 * MS))
    assert [storage.log.determinant(row) for row in storage.received.tolist()] == [
        Determinant(0, 1, 1, 1),
        Determinant(0, 2, 1, 2),
        Determinant(1, 1, 0, 1),
    ]


def test_that_what_nobody_asks_for_may_go():
    run = simulate(scenario(method="pessimistic", policy="independent"))
    storage = Storage(moment(run, 990 * MS))
    garbage = storage.garbage()
    usable = storage.moment.usable
    # Whoever fails restarts from the last checkpoint, behind which every message lies.
    assert garbage.checkpoints == {n for mine in usable for n in mine[:-1]}
    assert garbage.receives == frozenset(storage.received.tolist())


def test_that_without_a_log_the_line_of_each_failure_is_kept():
    run = simulate(scenario(TakeCheckpoint(100 * MS, "P2"), TakeCheckpoint(110 * MS, "P2")))
    storage = Storage(moment(run, 150 * MS))
    # P1 has only its start, before its sends, so P2 must keep its own: if P1 fails, both go there.
    kept = storage.moment.taken[1]
    assert storage.garbage().checkpoints == {kept[1]}


def test_that_a_coordinated_checkpoint_is_tentative_until_it_is_committed():
    run = simulate(scenario(policy="koo-toueg"))
    trace = run.trace
    settled = [n for n, c in enumerate(trace.checkpoints) if c.settled_row is not None]
    assert len(settled) > 2
    waited = [n for n in settled if trace.checkpoints[n].settled_row > trace.checkpoints[n].row]
    assert waited
    for number in settled:
        taken = trace.checkpoints[number]
        for rows in range(taken.row + 1, trace.row_count + 1):
            at = Moment(run, rows, int(trace.row_time[rows - 1]))
            is_decided = rows > taken.settled_row
            assert at.status(number) == (STANDING if is_decided else TENTATIVE)
            assert (number in at.usable[taken.process]) == is_decided
    # The row that settles one is of the instant at which its process hears of the decision.
    for number in waited:
        row = trace.checkpoints[number].settled_row
        assert trace.row_kind[row] == RowKind.CONTROL


def test_that_what_was_collected_is_on_no_shelf():
    taken = [TakeCheckpoint(us * MS, pid) for us in (100, 300) for pid in ("P1", "P2")]
    told = scenario(*taken, method="pessimistic")
    told = replace(told, checkpointing=replace(told.checkpointing, collect=True))
    run = simulate(told)
    before, after = (Storage(moment(run, us * MS)) for us in (99, 350))
    assert [shelf.entries for shelf in before.shelves] == [0, 2]
    assert [shelf.total_bytes for shelf in after.shelves] == [STATE_BYTES, STATE_BYTES]
    assert [after.moment.status(n) for n in after.moment.taken[1]] == [
        COLLECTED,
        COLLECTED,
        STANDING,
    ]
    assert all(after.whereabouts(row) == Whereabouts(GONE) for row in after.received.tolist())
    assert after.garbage() == Garbage(frozenset(), frozenset())
