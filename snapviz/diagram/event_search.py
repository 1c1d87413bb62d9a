"""Finding events by what they say: all of it in one text, in which a search runs at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import numpy as np

from snapviz.engine.trace import RowKind

from .facts import facts, numbers
from .figures import payload_text

MESSAGES = (RowKind.SEND, RowKind.RECEIVE, RowKind.DUPLICATE)
STRETCH = 20_000  # events put into words between two looks at whether to go on


class EventTexts:
    """A line for each application event: its process, what it says, whom it is from and to.

    Made by `event_texts`. ``rows``: int64[E], the trace rows, ascending.
    """

    def __init__(self, rows: np.ndarray, lines: list[str]) -> None:
        self.rows = rows
        self._text = "\n".join(lines).casefold()
        # Folded, a line may be longer than it was.
        ends = accumulate((len(line) + 1 for line in self._text.split("\n")), initial=0)
        self._starts = np.fromiter(ends, np.int64, len(lines) + 1)[:-1]

    def find(self, wanted: str) -> np.ndarray:
        """int64: the rows of the events that have every word of ``wanted``, in any order."""
        words = sorted(set(wanted.casefold().split()), key=len, reverse=True)
        found = self._with(words[0]) if words else np.zeros(0, np.int64)
        for word in words[1:]:
            found = np.intersect1d(found, self._with(word), assume_unique=True)
        return self.rows[found]

    def _with(self, word: str) -> np.ndarray:
        """int64: the numbers of the lines with a word in them, ascending."""
        text, places = self._text, []
        place = text.find(word)
        while place >= 0:
            places.append(place)
            # The rest of a line that has it says nothing new.
            end = text.find("\n", place)
            place = text.find(word, end) if end >= 0 else -1
        return np.searchsorted(self._starts, np.array(places, np.int64), side="right") - 1


def event_texts(run) -> Iterator[float | EventTexts]:
    """The share done, every so often; at the end the texts."""
    rows = facts(run).event_rows
    lines: list[str] = []
    for start in range(0, len(rows), STRETCH):
        yield start / len(rows)
        lines += _lines(run, rows[start : start + STRETCH])
    yield EventTexts(rows, lines)


def _lines(run, rows: np.ndarray) -> list[str]:
    trace, ids = run.trace, run.trace.process_ids
    columns = (trace.row_kind[rows], trace.row_ref[rows], trace.row_process[rows], rows)
    lines = []
    for kind, ref, process, row in zip(*map(numbers, columns), strict=True):
        if not run.is_timed:
            said = run.text_of_row(row)
        elif kind in MESSAGES:
            source, target = trace.channel_ends[int(trace.message_channel[ref])]
            payload = payload_text(trace.message_payload(ref))
            said = f"{payload} {ids[source]} → {ids[target]}"
        else:
            said = trace.notes[ref].data.get("label") or ""
        lines.append(" ".join(f"{ids[process]} {said}".split()))
    return lines
