"""Every rule of the format, broken one at a time: where, and in which words."""

from __future__ import annotations

import json

import pytest

from snapviz.scenario import ScenarioError, decode
from tests.scenario.strategies import CATALOGUE

ABSENT = object()


def problems_of(text) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        decode(text if isinstance(text, str | bytes) else json.dumps(text), CATALOGUE)
    return [str(problem) for problem in caught.value.problems]


def put(document, path: str, value) -> None:
    """Set or, with ABSENT, remove what ``script/0/at_ms`` names."""
    *parents, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in parents:
        document = document[step] if isinstance(step, int) else document.setdefault(step, {})
    if value is ABSENT:
        del document[last]
    elif last == "+":
        document.append(value)
    else:
        document[last] = value


SEND = {"at_ms": 1, "action": "send", "from": "P1", "to": "P2"}
SNAPSHOT = {"at_ms": 1, "action": "snapshot", "initiator": "P1"}
CHANNEL = {"from": "P2", "to": "P3"}
PIN = {"from": "P1", "to": "P2", "index": 0, "delay_ms": 1}
MS = "allowed: milliseconds from 0 to 1000000000000, with up to 3 decimals"
COUNT = "allowed: an integer from 0 to 9007199254740991"

BROKEN = [
    # heading
    ("format", ABSENT, "format", 'is missing; allowed: "snapviz/scenario"'),
    ("format", "shiviz", "format", '"shiviz" is not a scenario; allowed: "snapviz/scenario"'),
    ("version", ABSENT, "version", "is missing; allowed: 1 to 1"),
    ("version", "1", "version", '"1" is not a version'),
    ("version", True, "version", "true is not a version"),
    ("version", 1.5, "version", "1.5 is not a version"),
    ("version", 0, "version", "0 is not a version"),
    ("version", 2, "version", "version 2 was written by a newer snapviz"),
    ("version", 10**30, "version", "so upgrade snapviz to open it"),
    # unknown and missing fields
    ("colour", 1, "colour", "is an unknown field; allowed: format, version, title"),
    ("sede", 1, "sede", '(did you mean "seed"?)'),
    ("processes/0/ID", "x", "processes[0].ID", '(did you mean "id"?)'),
    ("script/0/delay", 3, "script[0].delay", "is an unknown field; allowed: at_ms, action, from"),
    ("odd key", 1, '["odd key"]', "is an unknown field"),
    ("processes", ABSENT, "processes", "is missing; required here: format, version, processes"),
    ("processes", [], "processes", "the list is empty; allowed: at least one process"),
    ("processes", {}, "processes", "an object is not a list"),
    ("processes/0", [], "processes[0]", "a list is not an object; allowed: an object with id"),
    ("processes/0/id", ABSENT, "processes[0].id", "is missing"),
    ("script/0/at_ms", ABSENT, "script[0].at_ms", "is missing"),
    ("script/0/action", ABSENT, "script[0].action", "is missing; allowed: send, internal"),
    ("script/0", 7, "script[0]", '7 is not an object; allowed: an object with "action"'),
    ("delays/0/index", ABSENT, "delays[0].index", "is missing"),
    # names
    ("processes/0/id", "", "processes[0].id", '"" is empty'),
    ("processes/2/id", "  ", "processes[2].id", '"  " is empty'),
    ("processes/2/id", 3, "processes[2].id", "3 is not text"),
    ("processes/2/id", "P1", "processes[2].id", '"P1" is already the id of processes[0]'),
    ("processes/2/id", "a\u0000b", "processes[2].id", "the control character U+0000"),
    ("title", "two\nlines", "title", "the control character U+000A"),
    ("title", "\ud800", "title", "half of a surrogate pair (U+D800)"),
    ("description", "\u001b[31m", "description", "the control character U+001B"),
    (
        "processes/0/state/\u0007",
        1,
        'processes[0].state["\\u0007"]',
        "the control character U+0007",
    ),
    ("processes/0/state/a", "\udfff", "processes[0].state.a", "half of a surrogate pair"),
    ("channels/0/from", "P9", "channels[0].from", '"P9" is not the id of a process; allowed: P1'),
    ("channels/0/to", None, "channels[0].to", "null is not text"),
    ("channels/0/to", "P1", "channels[0].to", '"P1" is where the channel starts'),
    ("channels/+", {"from": "P1", "to": "P2"}, "channels[2]", "is already given by channels[0]"),
    (
        "script/0/to",
        "P3",
        "script[0].to",
        'there is no channel from "P1" to "P3"; allowed: P1 -> P2',
    ),
    ("script/0/to", "P1", "script[0].to", 'there is no channel from "P1" to "P1"'),
    ("script/1/initiator", "p1", "script[1].initiator", '(did you mean "P1"?)'),
    ("delays/0/to", "P3", "delays[0].to", 'there is no channel from "P1" to "P3"'),
    ("delays/+", PIN, "delays[1]", 'message 0 from "P1" to "P2" is already pinned by delays[0]'),
    ("workload/kind", "banc", "workload.kind", '"banc" is unknown; allowed: none, bank, token'),
    ("script/0/action", "sned", "script[0].action", '(did you mean "send"?)'),
    ("script/0/action", 3, "script[0].action", "3 is not text"),
    (
        "script/1/protocol",
        "lai-yang",
        "script[1].protocol",
        "allowed: chandy-lamport, global-clock",
    ),
    ("script/1/protocol", [], "script[1].protocol", "a list is not text"),
    ("checkpointing/policy", "x", "checkpointing.policy", "allowed: none, independent, koo-toueg"),
    ("logging/method", "x", "logging.method", "allowed: none, pessimistic, sender-based"),
    # numbers
    ("script/0/payload/amount", -1, "script[0].payload.amount", f"-1 is negative; {COUNT}"),
    ("script/0/payload/amount", 1.5, "script[0].payload.amount", "1.5 is not an integer"),
    ("script/0/payload/amount", "4", "script[0].payload.amount", '"4" is not a number'),
    ("script/0/payload/amount", True, "script[0].payload.amount", "true is not a number"),
    ("script/0/payload/amount", 1e308, "script[0].payload.amount", "digits is too large"),
    ("processes/0/state/balance", -5, "processes[0].state.balance", "-5 is negative"),
    ("processes/0/state/balance", 0.5, "processes[0].state.balance", "0.5 is not an integer"),
    ("processes/0/state/token", None, "processes[0].state.token", "null is not a number"),
    ("processes/0/state/x", 2**63, "processes[0].state.x", "allowed: integers of at most 64 bits"),
    ("processes/0/state", [], "processes[0].state", "a list is not an object"),
    ("script/0/at_ms", -1, "script[0].at_ms", f"-1 is negative; {MS}"),
    ("script/0/at_ms", 10**12 + 1, "script[0].at_ms", "1000000000001 is too large"),
    ("script/0/at_ms", 1e300, "script[0].at_ms", "1e+300 is too large"),
    ("script/0/at_ms", 10**4000, "script[0].at_ms", "an integer of about 4001 digits is too large"),
    ("script/0/at_ms", "1", "script[0].at_ms", '"1" is not a number'),
    ("script/0/delay_ms", 0.0001, "script[0].delay_ms", "0.0001 has more than 3 decimals"),
    ("script/0/delay_ms", -0.001, "script[0].delay_ms", "-0.001 is negative"),
    ("script/0/delay_ms", False, "script[0].delay_ms", "false is not a number"),
    ("delays/0/delay_ms", 12.3456, "delays[0].delay_ms", "12.3456 has more than 3 decimals"),
    ("delays/0/index", -1, "delays[0].index", "-1 is negative"),
    ("seed", -1, "seed", "allowed: an integer from 0 to 9223372036854775807"),
    ("seed", 2**63, "seed", "9223372036854775808 is too large"),
    ("seed", None, "seed", "null is not a number"),
    ("duration_ms", -1, "duration_ms", "-1 is negative"),
    ("channels/0/loss", 1.01, "channels[0].loss", "too large; allowed: a probability from 0 to 1"),
    ("channels/0/loss", -0.01, "channels[0].loss", "is too small"),
    ("channels/0/duplication", "0", "channels[0].duplication", '"0" is not a number'),
    ("channels/0/fifo", 1, "channels[0].fifo", "1 is not a yes or no; allowed: true, false"),
    ("channels/0/when_down", "drop", "channels[0].when_down", "allowed: wait, lost, retransmit"),
    (
        "processes/0/position",
        [0],
        "processes[0].position",
        "the list has 1 values; allowed: [x, y]",
    ),
    ("processes/0/position", "here", "processes[0].position", '"here" is not a list'),
    ("processes/0/position", [0, 1e10], "processes[0].position[1]", "is too large"),
    ("processes/0/position", [0, 10**400], "processes[0].position[1]", "about 401 digits"),
    ("processes/0/clock/drift_ppm", -1e6, "processes[0].clock.drift_ppm", "is too small"),
    ("processes/0/clock/drift_ppm", 1e6 + 1, "processes[0].clock.drift_ppm", "is too large"),
    ("processes/0/clock/offset_ms", -2e12, "processes[0].clock.offset_ms", "is too small"),
    # durations
    (
        "channels/0/delay",
        50,
        "channels[0].delay",
        '50 is not an object; allowed: an object with "kind"',
    ),
    (
        "channels/0/delay",
        {"ms": 1},
        "channels[0].delay.kind",
        "is missing; allowed: fixed, uniform",
    ),
    ("channels/0/delay", {"kind": "fixed"}, "channels[0].delay.ms", "is missing"),
    ("channels/0/delay", {"kind": "gamma"}, "channels[0].delay.kind", '"gamma" is unknown'),
    (
        "channels/0/delay",
        {"kind": "uniform", "low_ms": 2, "high_ms": 1},
        "channels[0].delay.low_ms",
        "2 is above high_ms; allowed: at most 1",
    ),
    (
        "channels/0/delay",
        {"kind": "trace", "values_ms": []},
        "channels[0].delay.values_ms",
        "the list is empty; allowed: at least one value",
    ),
    (
        "channels/0/delay",
        {"kind": "trace", "values_ms": [1, -1]},
        "channels[0].delay.values_ms[1]",
        "-1 is negative",
    ),
    ("workload/interval", {"kind": "fixed", "ms": 0}, "workload.interval.ms", "time would stand"),
    (
        "workload/interval",
        {"kind": "exponential", "mean_ms": 0},
        "workload.interval.mean_ms",
        "is 0",
    ),
    (
        "workload/interval",
        {"kind": "trace", "values_ms": [0, 0]},
        "workload.interval.values_ms",
        "is 0",
    ),
    ("workload/amount", [0, 5], "workload.amount[0]", "0 is too small"),
    ("workload/amount", [5, 4], "workload.amount", "5 is above 4"),
    ("workload/amount", 5, "workload.amount", "5 is not a list; allowed: [lowest, highest]"),
    ("checkpointing/interval_ms", 0, "checkpointing.interval_ms", "0 is too small"),
    ("save_pause_ms", -1, "save_pause_ms", "negative"),
    ("save_pause_ms", "x", "save_pause_ms", "milliseconds"),
    ("logging/flush_interval_ms", 0, "logging.flush_interval_ms", "0 is too small"),
    # actions
    ("script/1/initiator", ABSENT, "script[1].initiator", "is missing"),
    ("script/1/at_local_ms", 3, "script[1].at_local_ms", "is given beside initiator"),
    ("script/1/copies", 3, "script[1].copies", "allowed: 0 to 2"),
    ("script/1/copies", -1, "script[1].copies", "-1 is negative"),
    ("script/1/commit", "2pc", "script[1].commit", "allowed: none, two-phase, paxos, raft"),
    (
        "script/+",
        {"at_ms": 1, "action": "snapshot", "at_local_ms": 3},
        "script[2].at_local_ms",
        'is only for "protocol": "global-clock"',
    ),
    (
        "script/+",
        {**SNAPSHOT, "protocol": "global-clock"},
        "script[2].at_local_ms",
        "is missing; a global-clock snapshot",
    ),
    (
        "script/+",
        {"at_ms": 5, "action": "rollback", "to_ms": 5.001},
        "script[2].to_ms",
        "5.001 is later than the rollback itself; allowed: 0 to 5",
    ),
    (
        "script/+",
        {"at_ms": 5, "action": "restart", "process": "P1", "on": "P2", "snapshot": "S0"},
        "script[2].snapshot",
        '"S0" is not the id of a snapshot; allowed: such as S1',
    ),
    (
        "script/+",
        {"at_ms": 5, "action": "restart", "process": "P1", "snapshot": "S1"},
        "script[2].snapshot",
        "is given without a standby; allowed: only with on",
    ),
    (
        "script/+",
        {"at_ms": 1, "action": "partition", "groups": [["P1"], ["P2", "P1"]]},
        "script[2].groups[1][1]",
        '"P1" is already in group 0',
    ),
    (
        "script/+",
        {"at_ms": 1, "action": "partition", "groups": [["P7"]]},
        "script[2].groups[0][0]",
        '"P7" is not the id of a process',
    ),
    (
        "script/+",
        {"at_ms": 1, "action": "partition", "groups": []},
        "script[2].groups",
        "the list is empty",
    ),
    (
        "script/+",
        {"at_ms": 1, "action": "sync-clocks", "method": "gps"},
        "script[2].method",
        "allowed: cristian, berkeley, ntp",
    ),
    (
        "script/+",
        {"at_ms": 1, "action": "sync-clocks", "rounds": 0},
        "script[2].rounds",
        "allowed: an integer from 1 to 1000",
    ),
    (
        "script/+",
        {"at_ms": 1, "action": "set-channel", "from": "P3", "to": "P1", "loss": 2},
        "script[2].to",
        'there is no channel from "P3" to "P1"; allowed: nothing',
    ),
    # branches
    ("branches/0/script/0/at_ms", 299.999, "branches[0].script[0].at_ms", "allowed: from 300 on"),
    ("branches/0/script/0/at_ms", -1, "branches[0].script[0].at_ms", "-1 is negative"),
    ("branches/0/name", "", "branches[0].name", '"" is empty'),
    ("branches/0/from_ms", ABSENT, "branches[0].from_ms", "is missing"),
    (
        "branches/+",
        {"name": "b", "from_ms": 1},
        "branches[1].name",
        "already the name of branches[0]",
    ),
    (
        "branches/0/script/+",
        {"at_ms": 400, "action": "crash", "process": "P8"},
        "branches[0].script[1].process",
        '"P8" is not the id of a process',
    ),
]


@pytest.mark.parametrize(
    ("path", "value", "place", "words"),
    BROKEN,
    ids=lambda part: "absent" if part is ABSENT else str(part)[:30],
)
def test_that_a_broken_rule_is_named_with_its_place(document, path, value, place, words):
    decode(json.dumps(document), CATALOGUE)
    put(document, path, value)
    found = problems_of(document)
    assert any(line.startswith(f"{place}: ") and words in line for line in found), found


def test_that_every_problem_is_reported_at_once_in_document_order(document):
    put(document, "processes/1/clock", {"offset_ms": "x"})
    put(document, "channels/0/loss", 2)
    put(document, "channels/0/delay", {"kind": "uniform", "low_ms": 2, "high_ms": 1})
    put(document, "script/0", {**SEND, "to": "P9", "delay_ms": -1, "colour": 1})
    put(document, "delays/0/index", 1.5)
    assert [line.split(": ")[0] for line in problems_of(document)] == [
        "processes[1].clock.offset_ms",
        "channels[0].delay.low_ms",
        "channels[0].loss",
        "script[0].to",
        "script[0].delay_ms",
        "script[0].colour",
        "delays[0].index",
    ]


def test_that_a_problem_in_a_process_does_not_make_its_name_dangle(document):
    put(document, "processes/0/clock", 5)
    put(document, "channels/0/loss", 5)
    places = [line.split(": ")[0] for line in problems_of(document)]
    assert places == ["processes[0].clock", "channels[0].loss"]


def test_that_missing_processes_are_one_problem_not_many(document):
    put(document, "processes", ABSENT)
    assert len(problems_of(document)) == 1


def test_that_a_newer_file_is_not_picked_apart(document):
    document.update(version=7, processes="elsewhere", novelty=1)
    assert len(problems_of(document)) == 1


def test_that_another_json_file_is_not_picked_apart():
    assert len(problems_of({"format": "geojson", "features": [], "version": "x"})) == 1


def test_that_the_printed_list_is_capped_and_counts_the_rest(document):
    document["script"] = [{"at_ms": -1, "action": "heal"}] * 250
    with pytest.raises(ScenarioError) as caught:
        decode(json.dumps(document), CATALOGUE)
    lines = str(caught.value).split("\n")
    assert len(caught.value.problems) == 250
    assert len(lines) == 101
    assert lines[0].startswith("script[0].at_ms: -1 is negative")
    assert lines[-1] == "(document): and 150 more problems"


def test_that_reading_is_given_up_when_nobody_would_read_the_list(document):
    document["script"] = [{"at_ms": -1, "action": "heal"}] * 30_000
    found = problems_of(document)
    assert len(found) == 10_001
    assert found[-1] == "(document): reading stopped here; there may be more"


def test_that_names_of_the_caller_decide_which_protocols_exist(document):
    from snapviz.scenario.catalogue import ANY_NAME

    put(document, "script/1/protocol", "mine")
    put(document, "workload/kind", "mine too")
    assert len(problems_of(document)) == 2
    assert decode(json.dumps(document), ANY_NAME).workload.kind == "mine too"


def test_that_global_clock_snapshots_start_by_the_clocks(document):
    document["script"] = [
        {"at_ms": 1, "action": "snapshot", "at_local_ms": -3, "protocol": "global-clock"}
    ]
    (action,) = decode(json.dumps(document), CATALOGUE).script
    assert (action.initiator, action.at_local_us) == (None, -3000)


def test_that_the_start_of_one_branch_does_not_bind_the_next(document):
    put(document, "branches/+", {"name": "c", "script": [{"at_ms": 1, "action": "heal"}]})
    (line,) = problems_of(document)
    assert line.startswith("branches[1].from_ms: is missing")
