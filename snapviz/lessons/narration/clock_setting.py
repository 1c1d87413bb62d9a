"""Clocks that somebody sets, by the script."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.engine.trace import RowKind, Trace
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.telling import Telling
from snapviz.study.words import Words, words


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
            cause = words("The clock of %1 is set", self.ids[note.process])
            effects = self._stands(note.data["offset_us"]), self._runs(note.data["drift_ppb"])
            yield self.at(row, "set", joined(cause, *effects))

    def _stands(self, offset_us: int) -> Words:
        if offset_us == 0:
            return words("it now reads true time")
        text = "it is now %1 ms ahead of true time" if offset_us > 0 else (
            "it is now %1 ms behind true time"
        )  # fmt: skip
        return words(text, self.ms(abs(offset_us)))

    def _runs(self, drift_ppb: int) -> Words:
        if drift_ppb == 0:
            return words("it neither gains nor loses")
        text = "it gains %1 µs a second" if drift_ppb > 0 else "it loses %1 µs a second"
        return words(text, self.rate(drift_ppb))
