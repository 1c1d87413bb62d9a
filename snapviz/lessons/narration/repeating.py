"""Snapshots that are taken again and again: when each begins, and whether it ended before the next."""

from __future__ import annotations

from collections.abc import Iterator

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
        for row in self.rows(RowKind.SKIPPED):
            note = self.trace.notes[int(self.trace.row_ref[row])]
            if note.data["action"] == "snapshot":
                said = words("%1 is down: no snapshot begins now", self.ids[note.process])
                yield self.at(row, "skip", said)

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
