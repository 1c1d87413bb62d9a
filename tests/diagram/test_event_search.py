"""Finding events by what they say."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from snapviz.diagram.event_search import EventTexts, event_texts
from snapviz.diagram.facts import facts
from snapviz.documents import load_scenario
from snapviz.formats.logged_run import LoggedRun
from snapviz.formats.logs import load_log
from snapviz.simulation import simulate

DATA = Path(__file__).parents[1] / "data" / "shiviz"


@pytest.fixture(scope="module")
def texts() -> EventTexts:
    lines = ["P1 $40 P1 → P2", "P2 $40 P1 → P2", "P2 start", "P10 Straße"]
    return EventTexts(np.array([2, 3, 7, 9]), lines)


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        ("$40", [2, 3]),
        ("p2 $40", [2, 3]),
        ("START", [7]),
        ("start p2", [7]),
        ("P1", [2, 3, 9]),
        ("strasse", [9]),
        ("", []),
        ("  ", []),
        ("$4 start", []),
        (".", []),
        ("P2 P2", [2, 3, 7]),
    ],
)
def test_that_events_with_every_word_are_found(texts, wanted, rows):
    assert texts.find(wanted).tolist() == rows


def test_that_every_event_of_a_run_can_be_found(root):
    run = simulate(load_scenario(root / "scenarios" / "02-bank-transfer.snapviz.json"))
    *shares, made = event_texts(run)
    assert shares == [0.0] and made.rows.tolist() == facts(run).event_rows.tolist()
    found = made.find("$40 P1")
    trace = run.trace
    payloads = [trace.message_payload(int(trace.row_ref[row])) for row in found]
    assert payloads and all(payload["amount"] == 40 for payload in payloads)
    every = np.unique(np.concatenate([made.find(pid) for pid in trace.process_ids]))
    assert every.tolist() == made.rows.tolist()


def test_that_a_log_is_searched_in_its_own_words():
    run = LoggedRun(load_log(DATA / "multiple-comparison.log").executions[0], "x")
    *_, made = event_texts(run)
    whole = run.execution.texts[0]
    assert int(run.event_rows[0]) in made.find(whole).tolist()
