"""Clocks that somebody sets, by the script."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.diagram.figures import grouped
from snapviz.engine.trace import RowKind, Trace
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.telling import Telling
from snapviz.study.words import words


def is_set(trace: Trace) -> bool:
    """Whether a script sets a clock; a synchronisation notes its method."""
    return any(note.kind == RowKind.SET_CLOCK and "method" not in note.data for note in trace.notes)


class ClockSettings(Telling):
    """A clock reads ``offset`` more than true time, and gains ``drift`` on it."""

    def steps(self) -> Iterator[Narrated]:
        for row in self.rows(RowKind.SET_CLOCK):
            note = self.trace.notes[int(self.trace.row_ref[row])]
            if "method" in note.data:
                continue
            name, offset = self.ids[note.process], self.ms(note.data["offset_us"])
            drift = grouped(note.data["drift_ppb"] // 1000)
            effects = (words("it is now %1 ms ahead of true time", offset),
                       words("it gains %1 µs a second", drift))  # fmt: skip
            yield self.at(row, "set", joined(words("The clock of %1 is set", name), *effects))
