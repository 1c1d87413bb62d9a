"""``snapviz break``: what is printed, and what is refused."""

import pytest

BOTH = [{"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}]
BANK = [{"id": "P1", "state": {"balance": 100}}, {"id": "P2", "state": {"balance": 100}}]
SEND = {"at_ms": 80, "action": "send", "from": "P2", "to": "P1", "payload": {"amount": 40}}


@pytest.fixture
def crossing(write):
    """A transfer crosses a snapshot of P1."""
    script = [SEND, {"at_ms": 100, "action": "snapshot", "initiator": "P1"}]
    return write(title="Crossing", processes=BANK, channels=BOTH, script=script)


def test_that_every_assumption_is_broken_in_turn_and_the_message_named(snapviz, crossing):
    result = snapviz("break", crossing, "--json")
    assert (result.code, result.err) == (0, "")
    told = {entry["assumption"]: entry for entry in result.json["assumptions"]}
    assert list(told)[:4] == ["fifo", "loss", "duplication", "unreachable"]
    assert told["fifo"]["outcome"] == "wrong"
    (guilty,) = told["fifo"]["messages"]
    assert (guilty["from"], guilty["to"], guilty["payload"]) == ("P2", "P1", {"amount": 40})
    assert told["loss"]["messages"][0]["control"]
    assert told["loss"]["messages"][0]["received_ms"] is None
    assert (told["duplication"]["outcome"], told["duplication"]["depends"]) == ("survives", False)
    assert told["unreachable"]["process"] == "P2"


def test_that_the_report_is_that_of_the_study(snapviz, crossing):
    from snapviz.documents import load_scenario
    from snapviz.simulation import simulate
    from snapviz.study.breaking import break_it
    from snapviz.study.breaking_report import breaking_report

    run = simulate(load_scenario(crossing))
    expected = breaking_report(run, 0, [break_it(run, 0, "loss")])
    assert snapviz("break", crossing, "--assumption", "loss", "--json").json == expected


def test_that_people_read_the_sentence_and_the_rule(snapviz, crossing):
    told = " ".join(snapviz("break", crossing, "--assumption", "fifo").out.split())
    assert "Crossing S1, chandy-lamport" in told
    assert "the message P2 → P1 sent at 80 ms was overtaken by the marker" in told
    assert "Rule: what is sent inside the cut and received outside it" in told


def test_that_another_protocol_survives_and_says_why(snapviz, crossing):
    result = snapviz("break", crossing, "--assumption", "fifo", "--protocol", "lai-yang", "--json")
    (told,) = result.json["assumptions"]
    assert (told["outcome"], told["depends"]) == ("survives", False)
    assert "carries the colour of its sender" in told["rule"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--assumption", "gravity"), "invalid choice: 'gravity'"),
        (("--snapshot", "S7"), "no snapshot 'S7'; this run has S1"),
    ],
)
def test_that_what_is_not_there_is_refused(snapviz, crossing, options, words):
    result = snapviz("break", crossing, *options)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_that_a_run_without_a_snapshot_has_nothing_to_break(snapviz, write):
    result = snapviz("break", write(processes=BANK, channels=BOTH))
    assert result.code == 2
    assert "this run takes no snapshot, so there is nothing to break" in result.err


def test_that_late_instants_are_told_to_the_microsecond(snapviz, write):
    ends = {"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}
    snapshot = {"at_ms": 1234567.125, "action": "snapshot", "initiator": "P1"}
    file = write(duration_ms=2000000, channels=ends, script=[snapshot])
    assert "sent at 1234567.125 ms was lost" in snapviz("break", file, "--assumption", "loss").out
