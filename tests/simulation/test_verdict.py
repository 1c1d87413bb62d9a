"""Snapshots that go wrong where messages overtake, each guilty message by name."""

from dataclasses import replace

from snapviz.report import run_report
from snapviz.scenario.model import Fixed, Pin, Scenario
from snapviz.simulation import simulate
from tests.engine.worlds import mesh, processes, sends, snapshots


def overtaking(*script, pins=()) -> Scenario:
    channels = mesh(2, fifo=False, delay=Fixed(10_000))
    return Scenario(processes(2), channels, script=script, delays=pins)


def pay(at_us, amount, delay_us=None, source="P1"):
    target = "P2" if source == "P1" else "P1"
    return sends(at_us, source=source, target=target, payload={"amount": amount}, delay_us=delay_us)


def verdict(scenario):
    run = simulate(scenario)
    return run, run_report(run)["snapshots"][0]["verdict"]


def test_that_a_message_received_inside_and_sent_outside_is_an_orphan():
    run, found = verdict(overtaking(*snapshots(5_000), *pay(6_000, 7, delay_us=1_000)))
    assert not found["consistent"]
    assert found["orphans"] == [
        {"from": "P1", "to": "P2", "payload": {"amount": 7}, "sent_ms": 6.0, "received_ms": 7.0}
    ]
    assert (found["missing"], found["extra"]) == ([], [])
    assert found["conserved"] == {"expected": 2000, "recorded": 2007}
    assert not run.sound


def test_that_a_message_in_transit_that_the_marker_overtook_is_missing():
    run, found = verdict(overtaking(*pay(1_000, 7, delay_us=90_000), *snapshots(5_000)))
    assert found["consistent"] and not run.sound
    assert found["missing"] == [
        {"from": "P1", "to": "P2", "payload": {"amount": 7}, "sent_ms": 1.0, "received_ms": 91.0}
    ]
    assert found["conserved"] == {"expected": 2000, "recorded": 1993}


def test_that_a_missing_message_may_never_have_arrived():
    scenario = overtaking(*pay(1_000, 7, delay_us=90_000), *snapshots(5_000))
    _, found = verdict(replace(scenario, duration_us=50_000))
    assert [message["received_ms"] for message in found["missing"]] == [None]


def test_that_a_message_recorded_and_not_in_transit_is_extra():
    # P2 records at 15 ms; what it sends at 16 ms overtakes its marker and P1 still records it.
    run, found = verdict(overtaking(*snapshots(5_000), *pay(16_000, 9, 2_000, source="P2")))
    assert found["consistent"] and not run.sound
    assert found["extra"] == [
        {"from": "P2", "to": "P1", "payload": {"amount": 9}, "sent_ms": 16.0, "received_ms": 18.0}
    ]
    assert found["conserved"] == {"expected": 2000, "recorded": 2009}


def test_that_a_message_without_an_amount_can_be_an_orphan_too():
    run, found = verdict(overtaking(*snapshots(5_000), *sends(6_000, delay_us=1_000)))
    assert [message["payload"] for message in found["orphans"]] == [{}]
    assert found["conserved"] == {"expected": 2000, "recorded": 2000}
    assert not run.sound


def test_that_a_drag_of_one_arrow_heals_a_snapshot():
    scenario = overtaking(*snapshots(5_000), *pay(6_000, 7, delay_us=1_000))
    assert not verdict(scenario)[1]["consistent"]
    healed = replace(scenario, delays=(Pin("P1", "P2", 1, 9_500),))
    run, found = verdict(healed)
    assert run.sound and found["conserved"] == {"expected": 2000, "recorded": 2000}


def test_that_the_same_script_on_fifo_channels_is_sound():
    scenario = overtaking(
        *snapshots(5_000), *pay(6_000, 7, delay_us=1_000), *pay(16_000, 9, 2_000, source="P2")
    )
    ordered = tuple(replace(channel, fifo=True) for channel in scenario.channels)
    assert simulate(replace(scenario, channels=ordered)).sound
