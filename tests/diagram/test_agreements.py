"""Roles, decisions, votes and partings in the space-time diagram and in the topology."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

import snapviz
from snapviz.diagram.display_list import Ellipse, Line, Path, Segments, Text
from snapviz.diagram.facts import facts
from snapviz.diagram.geometry import Box
from snapviz.diagram.role_items import LOOKS, band_box, look_items
from snapviz.diagram.roles import BLOCKED, CANDIDATE, FOLLOWER, LEADER
from snapviz.diagram.spacetime import Hit, View, hit, layout, spacetime, still_key
from snapviz.diagram.topology import topology
from tests.diagram.sample_runs import ring_run

VIEW = View(1200, 700)


@pytest.fixture
def run(root):
    @cache
    def run_of(start: str):
        (path,) = (root / "scenarios").glob(f"{start}-*.snapviz.json")
        return snapviz.simulate(snapviz.load_scenario(path))

    return run_of


def words(picture) -> set[str]:
    return {item.text for item in picture.items if isinstance(item, Text)}


def at(run, time_ms: float, **fields) -> View:
    rows = int((run.trace.row_time <= time_ms * 1000).sum())
    return replace(VIEW, rows=rows, time_us=round(time_ms * 1000), **fields)


def test_that_roles_have_words_and_legend_entries(run):
    told = words(spacetime(run("63"), VIEW))
    assert {"leader · term 1", "follower · term 2", "leader · term 2"} <= told
    assert {LEADER, CANDIDATE, FOLLOWER, "committed", "network parted"} <= told
    assert "blocked" not in told and "aborted" not in told
    told = words(spacetime(run("62"), VIEW))
    assert {"blocked, waits for P1", "prepared", BLOCKED, "aborted", "S1 aborted"} <= told
    told = words(spacetime(run("65"), VIEW))
    assert {"proposes 2.2", "promised 1.1", "accepted 1.1", "S1 committed"} <= told


def test_that_a_run_without_agreement_has_none_of_it(run):
    picture = spacetime(ring_run(), VIEW)
    for kind in ("role", "decision", "parting"):
        assert not list(picture.about(kind))
    assert layout(ring_run(), VIEW).legend_lines < layout(run("63"), VIEW).legend_lines


@pytest.mark.parametrize("start", ["60", "62", "63", "65", "66", "68"])
def test_that_no_width_of_a_window_takes_a_sign_from_the_legend(run, start):
    def legend(width: int) -> list[str]:
        items = spacetime(run(start), replace(VIEW, width=width)).items
        return [item.text for item in items if isinstance(item, Text) and item.role == "legend"]

    assert legend(2400) == legend(827) == legend(623) and len(legend(623)) > 6


def test_that_looks_differ_in_shape_and_not_in_colour_alone():
    box = Box(0, 0, 80, 11)
    shapes = set()
    for look in set(LOOKS.values()):
        drawn = look_items(box, look, "muted")
        shapes.add(
            tuple(
                (
                    type(i),
                    i.style.fill is not None,
                    i.style.dash,
                    i.style.opacity,
                    getattr(i, "height", 0),
                )
                for i in drawn
            )
        )
    assert len(shapes) == len(set(LOOKS.values()))


def test_that_bands_lie_under_their_lines_and_words_leave_one_another_alone(run):
    drawn = run("63")
    place = layout(drawn, VIEW)
    for stretch in facts(drawn).roles:
        box = band_box(place, stretch)
        assert place.lanes[stretch.process] < box.top < place.lanes[stretch.process] + 20
    picture = spacetime(drawn, VIEW)
    plates = {
        (i.x, i.y, i.x + i.width, i.y + i.height)
        for kind in ("role", "decision", "parting")
        for i in picture.about(kind)
        if getattr(i, "radius", 0) == 4.0
    }
    boxes = [Box(*plate) for plate in plates]
    assert len(boxes) > 6
    assert not any(a.overlaps(b) for a in boxes for b in boxes if a is not b)


def test_that_bands_give_way_where_lines_are_close(run):
    low = replace(VIEW, height=140)
    assert layout(run("63"), low).spacing < 12
    assert not list(spacetime(run("63"), low).about("role"))
    assert "leader · term 1" not in words(spacetime(run("63"), low))


def test_that_it_is_marked_more_strongly_where_it_is_decided(run):
    drawn = run("64")
    picture = spacetime(drawn, VIEW)
    first, *others = sorted(range(3), key=lambda n: drawn.trace.decisions[n].time_us)
    (big,) = [i for i in picture.about("decision", first) if isinstance(i, Ellipse)]
    assert big.style.fill == "snapshot-ink:0"
    for number in others:
        (small,) = [i for i in picture.about("decision", number) if isinstance(i, Ellipse)]
        assert small.rx < big.rx and small.style.fill == "background"
        assert any(isinstance(i, Path) for i in picture.about("decision", number))
    aborted = spacetime(run("62"), VIEW)
    assert any(isinstance(i, Line) for i in aborted.about("decision", 0))
    assert not any(isinstance(i, Path) for i in aborted.about("decision", 0))


def test_that_marks_and_bands_can_be_pointed_at(run):
    drawn = run("64")
    place = layout(drawn, VIEW)
    for number, decision in enumerate(drawn.trace.decisions):
        spot = place.x_of(decision.time_us), place.lanes[decision.process]
        assert hit(drawn, place, *spot, view=VIEW) == Hit("decision", number)
    number = next(n for n, s in enumerate(facts(drawn).roles) if s.kind == LEADER)
    box = band_box(place, facts(drawn).roles[number])
    spot = ((box.left + box.right) / 2, box.bottom - 1)
    assert hit(drawn, place, *spot, view=VIEW) == Hit("role", number)


def test_that_a_hidden_future_hides_what_is_not_decided_yet(run):
    drawn = run("64")
    early, late = at(drawn, 150, future="hidden"), at(drawn, 600, future="hidden")
    assert not list(spacetime(drawn, early).about("decision"))
    assert "committed" not in words(spacetime(drawn, early))
    assert LEADER not in words(spacetime(drawn, early))
    assert CANDIDATE in words(spacetime(drawn, early))
    assert len({i.subject for i in spacetime(drawn, late).about("decision")}) == 3
    assert still_key(drawn, early) != still_key(drawn, late)
    place = layout(drawn, early)
    decision = drawn.trace.decisions[0]
    spot = place.x_of(decision.time_us), place.lanes[decision.process]
    assert hit(drawn, place, *spot, view=early) == Hit("process", decision.process)


def test_that_hidden_votes_are_not_drawn_hit_nor_in_the_legend(run):
    drawn = run("65")
    known, place = facts(drawn), layout(drawn, VIEW)
    votes = [m for m in known.answers.nonzero()[0].tolist() if known.arrived[m] >= 0]
    kinds = {drawn.trace.payloads[m].body[0] for m in votes}
    assert kinds == {"got", "promise", "accepted"}
    shown, without = spacetime(drawn, VIEW), spacetime(drawn, replace(VIEW, votes=False))
    assert all(list(shown.about("message", m)) for m in votes)
    assert not any(list(without.about("message", m)) for m in votes)
    assert "vote or acknowledgement" in words(shown) - words(without)
    assert "copy or agreement" in words(without)
    message = next(m for m in votes if drawn.trace.payloads[m].body[0] == "accepted")
    x = (place.x_of(known.sent[message]) + place.x_of(known.end[message])) / 2
    y = (place.lanes[known.source[message]] + place.lanes[known.target[message]]) / 2
    assert hit(drawn, place, x, y, view=VIEW) == Hit("message", message)
    found = hit(drawn, place, x, y, view=replace(VIEW, votes=False))
    assert found is None or found.number not in votes
    moving = at(drawn, 130)
    assert len(spacetime(drawn, moving).items) > len(
        spacetime(drawn, replace(moving, votes=False)).items
    )


def test_that_a_parting_is_drawn_from_beginning_to_end(run):
    drawn = run("63")
    place = layout(drawn, VIEW)
    picture = spacetime(drawn, VIEW)
    ground = next(iter(picture.about("parting", 0)))
    assert ground.x == pytest.approx(place.x_of(155_000))
    assert ground.x + ground.width == pytest.approx(place.x_of(450_000))
    assert "P1 | P2, P3" in words(picture)
    cuts = [
        i
        for i in picture.about("parting", 0)
        if isinstance(i, Segments) and i.style.stroke == "orphan"
    ]
    ((_, y, _, _),) = cuts[0].strokes
    assert place.lanes[0] < y < place.lanes[1]
    edge = hit(drawn, place, place.x_of(155_000), place.plot.bottom - 6, view=VIEW)
    assert edge == Hit("parting", 0)


def test_that_channels_look_cut_while_the_network_is_parted(run):
    drawn = run("63")
    ends = drawn.trace.channel_ends
    for time_ms, parted in ((154, False), (155, True), (449, True), (450, False)):
        view = at(drawn, time_ms)
        picture = topology(drawn, view.rows, view.time_us, 400, 400)
        cut = {i.subject[1] for i in picture.about("cut-channel")}
        expected = {n for n, (a, b) in enumerate(ends) if 0 in (a, b)} if parted else set()
        assert cut == expected
    assert "cut off" in words(picture)
