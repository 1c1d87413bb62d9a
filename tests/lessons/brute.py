"""The keys of questions by brute force, from the rows of the trace alone."""

from __future__ import annotations

from itertools import pairwise, product

from snapviz.engine.trace import RowKind
from snapviz.run import Run

TICKS = (RowKind.SEND, RowKind.RECEIVE, RowKind.DUPLICATE, RowKind.INTERNAL, RowKind.REFUSED)


class Brute:
    """Application events before a row that no recovery had undone by then, and their messages."""

    def __init__(self, run: Run, before: int | None = None):
        trace = run.trace
        self.names = trace.process_ids
        end = trace.row_count if before is None else before
        undone = {
            row
            for u in trace.undoings
            if u.row < end or before is None
            for row in range(u.first_row, u.row)
            if trace.row_process[row] == u.process
        }
        self.rows = [
            row for row in range(end) if trace.row_kind[row] in TICKS and row not in undone
        ]
        self.of = {row: int(trace.row_process[row]) for row in self.rows}
        self.lines = [[r for r in self.rows if self.of[r] == p] for p in range(len(self.names))]
        self.send, self.receive, self.again = {}, {}, []
        for row in self.rows:
            message = int(trace.row_ref[row])
            message = trace.message_copies.get(message, message)
            kind = trace.row_kind[row]
            if kind == RowKind.SEND:
                self.send[message] = row
            elif kind == RowKind.RECEIVE:
                self.receive[message] = row
            elif kind == RowKind.DUPLICATE:
                self.again.append((message, row))

    def past(self, row: int) -> set[int]:
        """The event and everything that leads to it, by walking back."""
        causes = {r: [] for r in self.rows}
        for line in self.lines:
            for one, two in pairwise(line):
                causes[two].append(one)
        for message, receive in [*self.receive.items(), *self.again]:
            if message in self.send:
                causes[receive].append(self.send[message])
        found, waiting = set(), [row]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += causes[one]
        return found

    def vector(self, row: int) -> dict[str, int]:
        past = self.past(row)
        return {name: sum(self.of[r] == p for r in past) for p, name in enumerate(self.names)}

    def place(self, row: int) -> int:
        return self.lines[self.of[row]].index(row)

    def crossing(self, cut) -> tuple[set[int], set[int]]:
        """Orphans of a cut, and messages sent inside that are not received there."""
        inside = {r for r in self.rows if self.place(r) < cut[self.of[r]]}
        orphans = {m for m, r in self.receive.items() if r in inside and self.send[m] not in inside}
        under_way = {
            m for m, s in self.send.items() if s in inside and self.receive.get(m) not in inside
        }
        return orphans, under_way

    def latest(self, candidates: list[list[int]]) -> tuple[int, ...]:
        """Of all combinations of candidates without orphans, the largest cut."""
        good = [cut for cut in product(*candidates) if not self.crossing(cut)[0]]
        return max(good, key=sum)
