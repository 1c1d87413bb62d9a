"""What the window says of crashes and recoveries, at any place of the play-head."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snapviz.diagram.facts import facts, is_undone
from snapviz.diagram.spacetime import Hit, View
from snapviz.documents import load_scenario
from snapviz.engine.trace import RowKind
from snapviz.scenario.model import Crash, Restart, Rollback, Send, TakeCheckpoint, TakeSnapshot
from snapviz.simulation import simulate
from snapviz.study.recovery_story import recovery_story
from snapviz.ui.moment import SnapshotTimeline
from snapviz.ui.panels.clocks_moment import RunClocks
from snapviz.ui.panels.event_rows import EventRows
from snapviz.ui.panels.inspector import InspectorPanel
from snapviz.ui.panels.inspector.telling import event_lines
from snapviz.ui.panels.recovery_words import scene_text
from snapviz.ui.panels.script.model import FaultRole, ScriptModel
from snapviz.ui.panels.script.outcome import outcomes, skipped_words
from snapviz.ui.panels.script.words import detail_text
from snapviz.ui.panels.snapshot_words import chip_words, missing_text
from snapviz.ui.selection import ActionItem, ProcessItem, event_item
from snapviz.ui.spacetime.tooltips import describe
from snapviz.ui.words import moment_sentence
from tests.diagram.failing_runs import BANKS, again_run, banks_run, logged_run
from tests.diagram.test_lives import message, row_at, row_of, rows_at
from tests.ui.panel_bench import make_bench
from tests.ui.spacetime_bench import ms


@pytest.fixture
def bench(qtbot):
    return make_bench(qtbot, BANKS, InspectorPanel)


def with_action(*actions):
    scenario = banks_run().scenario
    return simulate(replace(scenario, script=(*scenario.script, *actions)))


def status(run, time_ms):
    rows = rows_at(run, time_ms)
    return moment_sentence(SnapshotTimeline(run).at(rows), run, rows, ms(time_ms)).text


# The status line


def test_that_the_status_counts_what_waits_and_what_is_lost():
    run = banks_run()
    assert "Σ = 4\u2009000: 3\u2009960 in processes + 40 in channels" in status(run, 390)
    late = status(run, 405)
    assert late.startswith("P2 down · 2 messages in transit · Σ = 3\u2009991: 3\u2009960 in")
    assert "9 lost" in late
    assert "lost" not in status(run, 390)
    # The $9 that P2 missed were sent by an event that is undone; the $15 are gone.
    assert "Σ = 3\u2009985" in status(run, 432) and "15 lost" in status(run, 432)
    assert "down" not in status(run, 432)


def test_that_who_stays_down_is_counted_with_what_a_rollback_left_it():
    scenario = banks_run().scenario
    kept = tuple(action for action in scenario.script if not isinstance(action, Restart))
    run = simulate(replace(scenario, script=(*kept, Rollback(ms(420), 0))))
    assert run.trace.recoveries[0].fallen == {1: {"balance": 1000}}
    assert status(run, 410).startswith("P2 down · 2 messages in transit · Σ = 3\u2009991:")
    assert status(run, 421).startswith(
        "P2 down · 0 messages in transit · Σ = 4\u2009000: 4\u2009000 in processes + 0 in channels"
    )


def test_that_a_snapshot_is_given_up_where_a_process_of_it_crashes():
    run = with_action(TakeSnapshot(ms(250), initiator="P1"))
    assert status(run, 310).startswith("S1 recording: 3 of 4")
    assert status(run, 330).startswith("S1 has failed · P2 down")
    timeline = SnapshotTimeline(run)
    (before,), (after,) = timeline.at(rows_at(run, 310)), timeline.at(rows_at(run, 330))
    assert chip_words(before)[0][0] == "recording"
    assert chip_words(after)[0] == ("failed", "bad")
    assert missing_text(after) == "P2 crashed before the snapshot was complete"


# Tooltips and facts


def told(run, kind, number, time_ms=900):
    view = View(1000, 600, rows=rows_at(run, time_ms), time_us=ms(time_ms), future="hidden")
    return describe(run, Hit(kind, number), view)


def test_that_a_mark_says_what_it_is():
    run = banks_run()
    crash, restart = row_of(run, RowKind.CRASH, 1), row_of(run, RowKind.RESTART, 1)
    assert told(run, "mark", crash) == "P2 crashes\n320 ms"
    assert told(run, "mark", restart) == "P2 restarts\n430 ms\n$1\u2009030"
    assert told(run, "mark", crash, 300) == ""
    first = row_of(run, RowKind.CHECKPOINT, 0)
    assert told(run, "mark", first) == "P1: checkpoint 1, scripted\n140 ms\n$970"


@pytest.mark.parametrize(
    ("sent_ms", "words"),
    [
        (210, "lost by the recovery at 430 ms, which undid its receive"),
        (290, "never sent after all: the recovery at 430 ms undid its send"),
        (340, "lost at 400 ms, because its receiver was down"),
        (330, "waited for its receiver, which was down, from 380 to 430 ms"),
    ],
)
def test_that_a_message_says_what_became_of_it_and_not_before(sent_ms, words):
    run = banks_run()
    number = message(run, sent_ms)
    assert words in told(run, "message", number)
    assert words not in told(run, "message", number, 350)


def test_that_what_is_delivered_again_says_so():
    run = again_run()
    assert "delivered again by the recovery at 200 ms" in told(
        run, "message", message(run, 45), 299
    )


def test_that_an_undone_event_says_so_from_the_recovery_on():
    run = banks_run()
    row = row_at(run, 220)
    assert "undone by the recovery at 430 ms" in told(run, "event", row)
    assert "undone" not in told(run, "event", row, 400)
    assert "P2: send, event 2" in told(run, "event", row)
    assert "undone by the recovery at 430 ms" in event_lines(run, row)
    assert not any("undone" in line for line in event_lines(run, row_at(run, 40)))


# Clocks and events


def test_that_clocks_go_back_with_their_processes():
    run = banks_run()
    clocks = RunClocks(run)
    while not clocks.stamped:
        clocks.stamp_on()
    vectors = [clocks.at(1, rows_at(run, t), ms(t)).vector[1] for t in (310, 431, 650, 900)]
    assert vectors == [4, 2, 3, 2]  # at 430 ms it takes what had waited
    for row in facts(run).event_rows.tolist():
        process = int(run.trace.row_process[row])
        shown = clocks.at(process, row + 1, int(run.trace.row_time[row]))
        assert shown.vector == clocks.vector_of_row(row)
        assert shown.lamport == clocks.lamport_of_row(row)


def test_that_the_list_of_events_strikes_out_what_is_undone():
    run, rows = banks_run(), facts(banks_run()).event_rows
    model = EventRows(True)
    model.set_rows(run, rows, rows_at(run, 350))
    assert not any(model.is_undone(place) for place in range(len(rows)))
    told_of = []
    model.dataChanged.connect(lambda first, last: told_of.append((first.row(), last.row())))
    model.set_position(rows_at(run, 440))
    assert (0, len(rows) - 1) in told_of
    passed = rows_at(run, 440)
    undone = [model.is_undone(place) for place in range(len(rows))]
    assert undone == [is_undone(run, row, passed) for row in rows.tolist()] and any(undone)
    place = undone.index(True)
    assert model.data(model.index(place)).endswith("(undone)")


# The script


def test_that_skipped_actions_say_why():
    run = with_action(
        Send(ms(345), "P2", "P1", {"amount": 1}),
        Restart(ms(350), "P3"),
        Restart(ms(360), "P2"),
        TakeCheckpoint(ms(355), "P2"),
    )
    first = len(banks_run().scenario.script)
    found = outcomes(run).skipped
    assert skipped_words(run, found[first]) == "Skipped: P2 is down at this time."
    words = "Skipped: P3 is up, so there is nothing to restart."
    assert skipped_words(run, found[first + 1]) == words
    assert skipped_words(run, found[first + 3]) == "Skipped: P2 is down at this time."
    later = [i for i, a in enumerate(run.scenario.script) if a == Restart(ms(430), "P2")]
    assert skipped_words(run, found[later[0]]) == (
        "Skipped: P2 is up, so there is nothing to restart."
    )
    assert outcomes(logged_run()).skipped == {}


def test_that_a_standby_that_is_down_takes_nobody_over():
    scenario = banks_run().scenario
    script = (Crash(ms(100), "P1"), Crash(ms(110), "P2"), Restart(ms(200), "P1", "P2"))
    run = simulate(replace(scenario, script=script))
    (row,) = outcomes(run).skipped.values()
    words = "Skipped: the standby that is to take P1 over is down itself."
    assert skipped_words(run, row) == words


def test_that_a_takeover_from_a_copy_is_told(root):
    run = simulate(load_scenario(root / "scenarios" / "68-standby-from-a-copy.snapviz.json"))
    scenes = recovery_story(run, run.trace.recoveries[0])
    assert [scene_text(run, scene) for scene in scenes] == [
        "P2 had crashed with $133",
        "Standby takes over as P2",
        "P2: its stable storage is lost with the machine",
        "P2 starts from the copy on P3 of its part of S1: $110",
        "P2: events undone: 3",
        "P2 goes on with $110",
        "P3 starts from its own part of S1: $80",
        "P3: events undone: 1",
        "P3 goes on with $80",
        "orphan, never sent after all: $5 P2 → P3 (125.0)",
        "lost for good: $8 P1 → P2 (120.0)",
        "delivered again: $20 P3 → P2 (70.0)",
    ]


# The inspector


def test_that_checkpoints_and_logs_are_chosen_in_the_scenario(bench):
    bench.choose("checkpointing.policy", "independent")
    assert bench.scenario.checkpointing.policy == "independent"
    bench.type("checkpointing.interval_us", "40")
    assert bench.scenario.checkpointing.interval_us == ms(40)
    assert bench.editor.run.trace.checkpoints[-1].kind == "independent"
    bench.choose("logging.method", "optimistic")
    bench.type("logging.flush_interval_us", "25.5")
    assert bench.scenario.logging.flush_interval_us == 25_500
    while bench.editor.document.history.can_undo:
        bench.undo()
    assert bench.scenario == banks_run().scenario
    bench.redo()
    assert bench.scenario.checkpointing.policy == "independent"


def test_that_no_interval_is_refused_at_its_field(bench):
    bench.choose("checkpointing.policy", "independent")
    bench.type("checkpointing.interval_us", "0")
    assert bench.wrong("checkpointing.interval_us")
    assert bench.scenario.checkpointing.interval_us == 100_000


def test_that_a_standby_can_be_told_from_which_snapshot(qtbot, root):
    path = root / "scenarios" / "68-standby-from-a-copy.snapviz.json"
    bench = make_bench(qtbot, path, InspectorPanel)
    place = next(i for i, a in enumerate(bench.script) if isinstance(a, Restart))
    asked = bench.script[place]
    bench.select(ActionItem(place))
    bench.choose("snapshot", "S1")
    assert bench.script[place] == replace(asked, snapshot="S1")
    assert detail_text(bench.script[place]) == f"on {asked.on}, storage lost, from S1"
    bench.choose("on", "nobody")
    assert bench.script[place] == Restart(asked.at_us, asked.process)
    bench.choose("snapshot", "S1")
    assert bench.wrong("snapshot") and bench.script[place].snapshot is None


def test_that_a_restart_can_be_handed_to_a_standby_and_a_rollback_aimed(bench):
    script = bench.scenario.script
    restart = next(i for i, a in enumerate(script) if isinstance(a, Restart))
    bench.select(ActionItem(restart))
    bench.choose("on", "P4")
    assert bench.script[restart] == Restart(ms(430), "P2", "P4")
    bench.choose("storage", "lost with the machine")
    assert bench.script[restart] == Restart(ms(430), "P2", "P4", "lost")
    bench.choose("on", "nobody")
    assert bench.script[restart] == Restart(ms(430), "P2")
    bench.choose("storage", "lost with the machine")
    assert bench.script[restart] == Restart(ms(430), "P2") and bench.wrong("storage")
    while bench.editor.document.history.can_undo:
        bench.undo()
    assert bench.scenario.script == script
    back = next(i for i, a in enumerate(script) if isinstance(a, Rollback))
    bench.select(ActionItem(back))
    bench.type("to_us", "600")
    assert bench.script[back] == Rollback(ms(700), ms(600))
    bench.type("to_us", "800")
    assert bench.wrong("to_us")
    assert bench.script[back] == Rollback(ms(700), ms(600))


def test_that_an_undone_event_is_inspected_for_what_it_was(bench):
    run = bench.editor.run
    row = row_at(run, 290)
    bench.select(event_item(run, row))
    assert "undone by the recovery at 430 ms" in bench.text("facts")
    assert bench.text("vector") == "[2 4 0 0]"
    bench.select(event_item(run, row), event_item(run, row_at(run, 760)))
    assert "never stood together" in bench.text("title")
    bench.select(ProcessItem("P2"))


def test_that_the_table_marks_what_is_skipped(bench):
    model = ScriptModel()
    run = with_action(Send(ms(345), "P2", "P1", {"amount": 1}))
    model.set_scenario(run.scenario)
    model.set_run(run)
    faults = [model.data(model.index(row, 0), FaultRole) for row in range(model.rowCount())]
    assert faults.count("skipped") == 1


def test_that_a_control_message_of_no_snapshot_is_told_as_such(root):
    run = simulate(load_scenario(root / "scenarios" / "55-all-or-none.snapviz.json"))
    number = run.trace.message_control.tolist().index(True)
    assert run.trace.message_snapshot[number] < 0
    assert told(run, "message", number).startswith("control message")
