"""The keys of questions by brute force, from the rows of the trace alone."""

from __future__ import annotations

from itertools import pairwise, product

from snapviz.diagram.figures import payload_text, state_text
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

    def may_be(self, run: Run, snapshot, cut) -> bool:
        """Between the start and the end of a snapshot, and nothing received that was not sent."""
        for process, count in enumerate(cut):
            times = [int(run.trace.row_time[row]) for row in self.lines[process]]
            if sum(t < snapshot.started_us for t in times) > count:
                return False
            if sum(t <= snapshot.completed_us for t in times) < count:
                return False
            if self.names[process] == snapshot.initiator:
                records = [r for r in run.trace.records if r.snapshot == snapshot.number]
                (row,) = (r.row for r in records if r.process == process)
                if sum(r < row for r in self.lines[process]) != count:
                    return False
        return not self.crossing(cut)[0]

    def balances(self, run: Run, cut) -> tuple[int, ...] | None:
        """What everybody has after so many events, added up; None where there is no money."""
        if any("balance" not in state for state in run.initial_states):
            return None
        return tuple(self.balance(run, p, self.lines[p][:k]) for p, k in enumerate(cut))

    def balance(self, run: Run, process: int, rows: list[int]) -> int:
        money = run.initial_states[process]["balance"]
        for row in rows:
            kind, ref = int(run.trace.row_kind[row]), int(run.trace.row_ref[row])
            if kind in (RowKind.SEND, RowKind.RECEIVE):
                amount = (run.trace.message_payload(ref) or {}).get("amount", 0)
                money += amount if kind == RowKind.RECEIVE else -amount
        return money

    def played(self, run: Run, snapshot, mistake: str | None) -> tuple[list[int], list[int]]:
        """The cut and the channels by markers, each process a small machine fed row by row."""
        cut, kept = [0] * len(self.names), []
        for process, name in enumerate(self.names):
            due = {c for c, ends in enumerate(run.trace.channel_ends) if ends[1] == process}
            state, open_channels, heard, done = None, set(), set(), 0
            begins = [r for r in run.trace.records if r.snapshot == snapshot.number]
            (own,) = (r.row for r in begins if r.process == process)
            for row in range(run.trace.row_count):
                if run.trace.row_process[row] != process:
                    continue
                kind, ref = int(run.trace.row_kind[row]), int(run.trace.row_ref[row])
                if name == snapshot.initiator and row == own:
                    state, open_channels = done, set(due)
                if row in self.of:
                    if kind == RowKind.RECEIVE:
                        channel = int(run.trace.message_channel[ref])
                        if channel in open_channels and mistake != "no-channels":
                            kept.append(run.trace.message_copies.get(ref, ref))
                    done += 1
                elif kind == RowKind.CONTROL:
                    body = run.trace.payloads[ref]
                    if getattr(body, "snapshot", None) != snapshot.number:
                        continue
                    channel = int(run.trace.message_channel[ref])
                    is_first = state is None
                    heard.add(channel)
                    if mistake == "late-state" and name != snapshot.initiator:
                        state = done if heard == due and state is None else state
                        continue
                    if is_first:
                        state, open_channels = done, set(due)
                    if mistake != "never-closes":
                        open_channels.discard(channel)
                    if mistake == "closes-all" and not is_first:
                        open_channels.clear()
                    if heard == due:
                        open_channels.clear()
            cut[process] = state
        return cut, sorted(kept)

    def told(self, run: Run, cut, messages) -> str:
        """As a question tells it."""
        parts = []
        for process, name in enumerate(self.names):
            rows = self.lines[process][: cut[process]]
            state = run.states_at(rows[-1] + 1 if rows else 0)[process]
            parts.append(f"{name} {state_text(state)}".rstrip())
        for message in messages:
            a, b = run.trace.channel_ends[int(run.trace.message_channel[message])]
            carried = payload_text(run.trace.message_payload(message))
            parts.append(f"{self.names[a]}→{self.names[b]} {carried}")
        return ", ".join(parts)

    def latest(self, candidates: list[list[int]]) -> tuple[int, ...]:
        """Of all combinations of candidates without orphans, the largest cut."""
        good = [cut for cut in product(*candidates) if not self.crossing(cut)[0]]
        return max(good, key=sum)
