"""A partition loses what is sent across it, and nothing else; and a kept snapshot finds a way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.engine.trace import RowKind
from snapviz.scenario.model import (
    Crash,
    Fixed,
    Heal,
    Partition,
    Restart,
    SetChannel,
    TakeSnapshot,
)
from snapviz.simulation import simulate
from tests.engine.worlds import bank, keep_many_keyframes, mesh, pair, processes, sends

APART = Partition(100_000, (("P1",), ("P2",)))


def fates(run) -> dict[int, str]:
    """By when it was sent, what became of each application message."""
    trace = run.trace
    return {
        int(trace.message_sent[m]): "lost" if trace.message_lost[m] else "received"
        for m in range(trace.message_count)
        if not trace.message_control[m]
    }


def test_that_what_is_sent_across_is_lost_and_what_is_under_way_gets_through():
    script = (*sends(99_999, 100_001, 199_999, 200_001), APART, Heal(200_000))
    run = simulate(replace(pair(), script=script))
    assert fates(run) == {
        99_999: "received",
        100_001: "lost",
        199_999: "lost",
        200_001: "received",
    }
    assert run.message_counts["lost"] == 2 and len(run.lost_messages()) == 2
    assert [(p.time_us, p.sides) for p in run.trace.partitions] == [
        (100_000, (1, 2)),
        (200_000, None),
    ]


def test_that_who_is_in_no_group_is_together_in_one_more():
    script = (
        Partition(10, (("P1",),)),
        *sends(20, source="P2", target="P3"),
        *sends(30, source="P1", target="P3"),
        *sends(40, source="P4", target="P1"),
    )
    run = simulate(replace(bank(4), workload=pair().workload, script=script))
    assert fates(run) == {20: "received", 30: "lost", 40: "lost"}


def test_that_a_second_partition_takes_the_place_of_the_first():
    script = (Partition(10, (("P1",),)), Partition(20, (("P2",),)), *sends(30, target="P3"))
    run = simulate(replace(bank(3), workload=pair().workload, script=script))
    assert fates(run) == {30: "received"}


@pytest.mark.parametrize("loss", [0.0, 0.3])
def test_that_a_partition_moves_no_draw(loss):
    """What arrives, arrives when it would; messages without order wait for none that is lost."""
    whole = simulate(bank(4, fifo=False, loss=loss, duplication=0.2))
    script = (Partition(150_000, (("P1", "P2"),)), Heal(300_000))
    parted = simulate(replace(whole.scenario, script=script))
    assert fates(parted).keys() == fates(whole).keys()

    def arrivals(run):
        trace = run.trace
        kinds = (RowKind.RECEIVE, RowKind.DUPLICATE)
        return {
            (int(trace.message_channel[m]), int(trace.message_sent[m]), int(t))
            for kind, m, t in zip(
                trace.row_kind.tolist(),
                trace.row_ref.tolist(),
                trace.row_time.tolist(),
                strict=True,
            )
            if kind in kinds
        }

    ends = parted.trace.channel_ends
    across = {c for c, (a, b) in enumerate(ends) if (a < 2) != (b < 2)}
    expected = {
        (c, sent, at)
        for c, sent, at in arrivals(whole)
        if not (c in across and 150_000 <= sent < 300_000)
    }
    assert arrivals(parted) == expected
    assert len(expected) < len(arrivals(whole))


def test_that_a_changed_channel_stays_cut():
    script = (APART, SetChannel(110_000, "P1", "P2", delay=Fixed(1)), *sends(120_000))
    assert fates(simulate(replace(pair(), script=script))) == {120_000: "lost"}


def test_that_an_edited_run_goes_on_parted(monkeypatch):
    keep_many_keyframes(monkeypatch)
    parted = replace(bank(3), script=(Partition(50_000, (("P1",),)), Heal(400_000)))
    taken = TakeSnapshot(300_000, initiator="P1", copies=1, commit="two-phase")
    edited = replace(parted, script=(*parted.script, taken))
    for before, after in ((parted, edited), (edited, parted), (edited, edited)):
        earlier = simulate(before)
        assert simulate(after, earlier=earlier).digest == simulate(after).digest


def test_that_what_is_sent_again_waits_for_the_net_to_be_whole():
    scenario = pair(when_down="retransmit", delay=Fixed(10_000))
    script = (
        Crash(50_000, "P2"),
        *sends(60_000),
        Partition(80_000, (("P1",),)),
        Restart(90_000, "P2"),
        Heal(195_000),
    )
    run = simulate(replace(scenario, script=script))
    assert fates(run) == {60_000: "received"}
    assert run.trace.message_received.tolist() == [200_000]


@pytest.mark.parametrize(
    "cut", [Crash(20_000, "P2"), Partition(20_000, (("P2",), ("P1", "P3", "P4")))]
)
def test_that_keeping_goes_round_who_is_down_or_cut_off(cut):
    """On a ring both ways P1 reaches P3 by P2, or round by P4."""
    ring = tuple(
        c for c in mesh(4, delay=Fixed(1_000)) if abs(int(c.source[1]) - int(c.target[1])) in (1, 3)
    )
    taken = TakeSnapshot(10_000, initiator="P1", copies=2, commit="two-phase")
    scenario = replace(pair(), processes=processes(4), channels=ring, script=(taken, cut))
    # The capture takes 3 ms; it is over before the cut, the copies of P3's part are not.
    run = simulate(replace(scenario, script=(replace(taken, at_us=16_500), cut)))
    (snapshot,) = run.snapshots
    assert snapshot.status == "complete"
    assert set(snapshot.commit.decided_by) >= {"P1", "P3", "P4"}
    assert snapshot.commit.outcome in ("committed", "aborted")
