"""Snapshots that are taken again and again: when each begins, and whether it ended before the next."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.engine.script import occurrences
from snapviz.engine.trace import RowKind, SnapshotRow
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.telling import Telling
from snapviz.run import Run
from snapviz.scenario.model import TakeSnapshot
from snapviz.study.words import words


def repeated_orders(run: Run) -> list[int]:
    """The places, in the order they happen, of the script's snapshots that are repeated."""
    script = sorted(run.scenario.script, key=lambda action: action.at_us)
    return [
        order
        for order, action in enumerate(script)
        if isinstance(action, TakeSnapshot) and action.every_us is not None
    ]


class Repeating(Telling):
    """All repeated snapshots of a run."""

    def steps(self) -> Iterator[Narrated]:
        for order in repeated_orders(self.run):
            mine = [row for row in self.trace.snapshots if row.order == order]
            for place, row in enumerate(mine):
                yield self._begins(row, mine[place - 1] if place else None)
            yield from (self._ends(row) for row in mine if row.completed_us is not None)
        for row in self._left_out():
            said = words("%1 is down: no snapshot begins now", self.ids[self.process_of(row)])
            yield self.at(row, "skip", said)

    def _left_out(self) -> Iterator[int]:
        """The rows at which one of them was left out; one that is taken only once tells nothing."""
        wanted = self._not_begun()
        for row in self.rows(RowKind.SKIPPED):
            note = self.trace.notes[int(self.trace.row_ref[row])]
            if note.data["action"] == TakeSnapshot.ACTION:
                is_repeated = wanted[note.process, note.time_us].pop(0)
                if is_repeated:
                    yield row

    def _not_begun(self) -> dict[tuple[int, int], list[bool]]:
        """By initiator and instant, of each that the script asks for in vain: is it repeated?"""
        begun = {(row.order, row.started_us) for row in self.trace.snapshots}
        found: dict[tuple[int, int], list[bool]] = {}
        for at_us, order, _, action in occurrences(self.run.scenario.script, self.run.until_us):
            is_one = isinstance(action, TakeSnapshot) and action.initiator is not None
            if is_one and (order, at_us) not in begun:
                key = self.ids.index(action.initiator), at_us
                found.setdefault(key, []).append(action.every_us is not None)
        return found

    def _begins(self, row: SnapshotRow, former: SnapshotRow | None) -> Narrated:
        process = -1 if row.initiator is None else row.initiator
        at = self.before(row.started_us)
        if former is None:
            return Narrated(row.started_us, at, process, "first", words("%1 begins", row.id))
        after = self.ms(row.started_us - former.started_us)
        cause = words("%1 ms have passed since the beginning of %2", after, former.id)
        effects = [words("%1 begins", row.id)]
        if former.completed_us is None or former.completed_us > row.started_us:
            effects.append(words("%1 is not complete yet", former.id))
        return Narrated(row.started_us, at, process, "again", joined(cause, *effects))

    def _ends(self, row: SnapshotRow) -> Narrated:
        lasted = self.ms(row.completed_us - row.started_us)
        said = words("%1 is complete, %2 ms after it began", row.id, lasted)
        return Narrated(row.completed_us, self.until(row.completed_us), -1, "complete", said)
