"""One picture in the making: a run's facts, the view on it, and what is known so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

import numpy as np

from snapviz.engine.stable import RecoveryRow
from snapviz.engine.trace import Record

from .facts import Facts, Mark, facts
from .lattice import lattice
from .layout import SpaceTimeLayout, layout, layout_key
from .marked import Marked
from .view import View

LABELLED = 400  # messages in view up to which payloads are written
HEADED = 1500  # up to which arrows have heads and events are single dots
LOST_STUB = 0.45  # of the way to the receiver, where a lost message ends
LOST_SLOPE = 0.6  # pixels to the right for each pixel down of a lost message's whole way
LOST_WIDTH = 90.0  # pixels to the right of its whole way, at most
SLANTED = 12_500  # up to which each is followed from pixel to pixel; beyond, they are counted
COARSE = 100_000  # the same where the running counts are too coarse for the picture
STROKES = 250_000  # columns that they pass together, up to which they are followed at once


@dataclass(frozen=True)
class Scene:
    """``messages`` are the numbers of the messages to draw one by one, in sending order.

    ``crowd``: how many more there are about, of which only counts are drawn. ``tallied``: the
    snapshots that have markers among those, and how many.
    """

    facts: Facts
    view: View
    place: SpaceTimeLayout
    messages: np.ndarray
    crowd: int = 0
    tallied: tuple[tuple[int, int], ...] = ()

    @property
    def is_labelled(self) -> bool:
        return not self.crowd and len(self.messages) <= LABELLED

    @property
    def is_headed(self) -> bool:
        return not self.crowd and len(self.messages) <= HEADED

    @property
    def is_hasty(self) -> bool:
        """Whether its signs are painted roughly, so that they are there at once."""
        return False

    @cached_property
    def marked(self) -> Marked:
        """Those of the messages that snapshots mark which show as complete."""
        return self.facts.marked.among(self.messages, self.complete_until_us)

    @property
    def known_rows(self) -> int:
        """The row from which on nothing may show: with a hidden future that of the play-head."""
        return rows_known(self.facts, self.view)

    @property
    def passed(self) -> int:
        """How many rows the play-head has passed; without one, all and what comes of them."""
        rows = self.view.rows
        return self.facts.trace.row_count + 1 if rows is None else rows

    def is_undone(self, row: int) -> bool:
        """Whether an event has been undone by now."""
        return bool(self.facts.lives.undone_row[row] < self.passed)

    @property
    def recoveries(self) -> list[tuple[int, RecoveryRow]]:
        """The recoveries so far, with their numbers."""
        rows = enumerate(self.facts.trace.recoveries)
        return [(number, recovery) for number, recovery in rows if recovery.row < self.passed]

    def knows(self, row: int) -> bool:
        """Whether a row may show."""
        return row < self.known_rows

    def records(self, number: int) -> dict[int, Record]:
        """The recordings of a snapshot that may show, by process."""
        recorded, known = self.facts.records[number], self.known_rows
        if known >= self.facts.trace.row_count:
            return dict(recorded)
        return {process: record for process, record in recorded.items() if record.row < known}

    def is_complete(self, number: int) -> bool:
        """Whether the snapshot shows as a whole cut."""
        return bool(self.complete[number])

    @cached_property
    def complete(self) -> np.ndarray:
        """bool[S]: the snapshots that show as whole cuts."""
        return self.facts.recordings.complete(self.known_rows, self.complete_until_us)

    @property
    def complete_until_us(self) -> int | None:
        """The instant until which a snapshot must be complete to show so; None: at any."""
        view = self.view
        if view.future != "hidden" or view.rows is None:
            return None
        return view.time_us

    def mark(self, message: int) -> Mark | None:
        """What the message is to the snapshots that show as complete."""
        mark = self.facts.marks.get(message)
        if mark is None or not any(map(self.is_complete, mark.snapshots)):
            return None
        return mark


def rows_known(known: Facts, view: View | None) -> int:
    """How many rows may show."""
    if view is None or view.future != "hidden" or view.rows is None:
        return known.trace.row_count
    return min(view.rows, known.trace.row_count)


def records_shown(scene: Scene) -> tuple:
    """How much of each snapshot shows, and what is undone: all by which still parts differ."""
    numbers = range(len(scene.facts.records))
    recorded = tuple((len(scene.records(n)), scene.is_complete(n)) for n in numbers)
    recorded += _told(scene)
    lives = scene.facts.lives
    if not len(lives.mark_rows):
        return recorded
    marks = int(np.searchsorted(lives.mark_rows, scene.known_rows))
    changed = sum(
        row is not None and row < scene.passed
        for taken in lives.checkpoints
        for row in (taken.settled_row, taken.ended_row, taken.collected_row)
    )
    return (*recorded, marks, len(scene.recoveries), changed)


def _told(scene: Scene) -> tuple[int, ...]:
    """How many decisions, roles and partings show."""
    known = scene.facts
    if not known.trace.remarks and not known.trace.decisions and not known.trace.partitions:
        return ()
    rows = scene.known_rows
    told = (known.trace.decisions, known.roles, known.partings)
    return tuple(sum(one.row <= rows for one in some) for some in told)


def backdrop(run, view: View) -> Scene:
    """A scene without messages, for what is drawn at every move of the play-head."""
    known = facts(run)
    # The height of a caption depends on the language too.
    key = None if view.caption else layout_key(view)
    place = known.kept("place", key, lambda: layout(run, view)) if key else layout(run, view)
    return Scene(known, view, place, np.empty(0, dtype=np.int64))


def scene(run, view: View) -> Scene:
    """Lay the picture out and choose the messages in it."""
    return filled(backdrop(run, view))


def filled(drawn: Scene) -> Scene:
    """The same scene with the messages in view, or of very many those that stand out."""
    known, place = drawn.facts, drawn.place
    about = known.stays.about(place.from_us, place.to_us)
    count = about.stop - about.start
    if count > COARSE or count > HEADED and _is_much(drawn, count):
        return counted(drawn)
    wanted = shown(known, drawn.view.votes, np.arange(about.start, about.stop))
    return replace(drawn, messages=_in_view(known, place, wanted))


def _is_much(drawn: Scene, count: int) -> bool:
    """Whether so many messages are too much to follow, and their counts are fine enough."""
    much = count > SLANTED or strokes_of(drawn, count) > STROKES
    return much and may_count(drawn) and drawn.facts.sums.suits(lattice(drawn.place))


def may_count(drawn: Scene) -> bool:
    """Whether its run is so large that the running counts are made before anybody waits for them."""
    return drawn.facts.trace.message_count > SLANTED


def strokes_of(drawn: Scene, count: int) -> float:
    """How many columns so many messages pass together, about."""
    place = drawn.place
    columns = min(drawn.facts.usual_flight * place.scale, place.plot.right - place.plot.left)
    return count * (1 + columns)


def counted(drawn: Scene) -> Scene:
    """The same scene with the messages that stand out, and only counts of all others."""
    known, place = drawn.facts, drawn.place
    about = known.stays.about(place.from_us, place.to_us)
    others = known.sums.others
    first, after = np.searchsorted(others, (about.start, about.stop))
    return replace(
        drawn,
        messages=_in_view(known, place, shown(known, drawn.view.votes, others[first:after])),
        crowd=about.stop - about.start - int(after - first),
        tallied=tuple(known.sums.tallied(about).items()),
    )


def shown(known: Facts, votes: bool, chosen: np.ndarray) -> np.ndarray:
    """Of some messages those that show: without ``votes`` none that only answers others."""
    return chosen if votes else chosen[~known.answers[chosen]]


class CrowdScene(Scene):
    """One whose messages are not told apart, however few there are."""

    @property
    def is_labelled(self) -> bool:
        return False

    @property
    def is_headed(self) -> bool:
        return False


class HastyScene(CrowdScene):
    """One that has so many signs that painting them well takes longer than a frame."""

    @property
    def is_hasty(self) -> bool:
        return True


def part(drawn: Scene, first: int, after: int) -> CrowdScene:
    """Some columns of a crowded picture, which must be wider than a microsecond.

    Where they reach beyond its edges, from the edge on.
    """
    known, place, columns = drawn.facts, drawn.place, lattice(drawn.place)
    plot, from_us, to_us = place.plot, place.from_us, place.to_us
    if first > 0:
        plot = plot._replace(left=place.plot.left + first)
        from_us = round((columns.first + first) / place.scale)
    if after < columns.columns - 1:
        plot = plot._replace(right=place.plot.left + after)
        to_us = round((columns.first + after) / place.scale)
    place = replace(place, plot=plot, from_us=from_us, to_us=to_us)
    wider = replace(place, from_us=max(drawn.place.from_us, from_us - _stub_us(drawn)))
    about = known.stays.about(wider.from_us, to_us)
    numbers, tallied = np.arange(about.start, about.stop), ()
    if drawn.crowd:
        numbers = known.sums.others[
            slice(*np.searchsorted(known.sums.others, (about.start, about.stop)))
        ]
        tallied = tuple(known.sums.tallied(about).items())
    numbers = _in_view(known, wider, shown(known, drawn.view.votes, numbers))
    return CrowdScene(known, drawn.view, place, numbers, drawn.crowd, tallied)


def _stub_us(drawn: Scene) -> int:
    """How long after its send a lost message may still be seen."""
    return ceil(LOST_STUB * LOST_WIDTH / drawn.place.scale) if drawn.facts.loses else 0


def _in_view(known: Facts, place: SpaceTimeLayout, chosen: np.ndarray) -> np.ndarray:
    """Those of the messages that are in view."""
    end = np.where(known.end[chosen] >= 0, known.rest[chosen], known.sent[chosen])
    chosen = chosen[(known.sent[chosen] <= place.to_us) & (end >= place.from_us)]
    # A lost message has no end; its stub is short and lies right of its send.
    if not place.overflow:
        return chosen
    lanes = np.asarray(place.lanes)
    y1, y2 = lanes[known.source[chosen]], lanes[known.target[chosen]]
    is_below = np.minimum(y1, y2) > place.plot.bottom
    is_above = np.maximum(y1, y2) < place.plot.top
    return chosen[~is_below & ~is_above]
