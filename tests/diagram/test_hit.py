"""What is under the pointer."""

import pytest

from snapviz.diagram.facts import facts
from snapviz.diagram.spacetime import Hit, View, hit, layout
from tests.diagram.sample_runs import ms, quiet_run, ring_run

VIEW = View(1000, 700)


def place():
    return layout(ring_run(), VIEW)


def test_that_every_event_is_hit_at_its_dot():
    run, where = ring_run(), place()
    for row in run.event_rows.tolist():
        x = where.x_of(int(run.trace.row_time[row]))
        y = where.lanes[int(run.trace.row_process[row])]
        found = hit(run, where, x + 2, y - 2)
        assert found.kind in ("event", "record")
        distance = abs(where.x_of(run.trace.row_time[found.number]) - x - 2)
        assert distance <= 2.01


def test_that_recordings_are_hit_at_their_diamonds():
    run, where = ring_run(), place()
    for record in run.snapshots[0].records:
        x, y = where.x_of(record.time_us), where.lanes[record.process]
        assert hit(run, where, x, y) == Hit("record", record.row)


@pytest.mark.parametrize("message", [0, 2, 4])
def test_that_messages_are_hit_along_their_arrows(message):
    run, where = ring_run(), place()
    known = facts(run)
    x1, x2 = where.x_of(known.sent[message]), where.x_of(known.end[message])
    y1, y2 = where.lanes[known.source[message]], where.lanes[known.target[message]]
    found = hit(run, where, x1 + 0.3 * (x2 - x1) + 2, y1 + 0.3 * (y2 - y1))
    assert found == Hit("message", message)


def test_that_a_bare_stretch_of_a_line_is_its_process():
    where = place()
    assert hit(ring_run(), where, where.x_of(ms(20)), where.lanes[1] + 3) == Hit("process", 1)


def test_that_empty_places_hit_nothing():
    where = place()
    assert hit(ring_run(), where, where.x_of(ms(10)), (where.lanes[0] + where.lanes[1]) / 2) is None
    assert hit(ring_run(), where, 3, 3) is None
    assert hit(None, where, 100, 100) is None


def test_that_a_run_without_events_can_be_pointed_at():
    run = quiet_run(2)
    where = layout(run, VIEW)
    assert hit(run, where, 300, where.lanes[0]) == Hit("process", 0)
