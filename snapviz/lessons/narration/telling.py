"""What all share that tell of a whole run: its rows, and names and values as people read them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import numpy as np

from snapviz.diagram.figures import grouped, milliseconds, payload_text
from snapviz.engine.eras import Era
from snapviz.engine.stable import CheckpointRow, RecoveryRow
from snapviz.engine.trace import ClockChange, HeldSend, Routed, RowKind
from snapviz.lessons.narration.narrated import Narrated
from snapviz.run import Run
from snapviz.study.words import Words, words

BACK = (RowKind.RESTART, RowKind.ROLL_BACK)


class Telling:
    """The steps of one algorithm in a run; a subclass finds them in ``steps``."""

    def __init__(self, run: Run):
        self.run, self.trace = run, run.trace
        self.ids = run.trace.process_ids

    def steps(self) -> Iterator[Narrated]:
        """In any order."""
        raise NotImplementedError

    def tell(self) -> list[Narrated]:
        """In the order they happen."""
        return sorted(self.steps(), key=lambda step: (step.time_us, step.row))

    # The trace

    def rows(self, *kinds: RowKind) -> list[int]:
        """The rows of some kinds."""
        return np.flatnonzero(np.isin(self.trace.row_kind, kinds)).tolist()

    def process_of(self, row: int) -> int:
        return int(self.trace.row_process[row])

    def time_of(self, row: int) -> int:
        """In microseconds."""
        return int(self.trace.row_time[row])

    def at(self, row: int, rule: str, said: Words) -> Narrated:
        """The step that a row is."""
        return Narrated(self.time_of(row), row + 1, self.process_of(row), rule, said)

    def before(self, time_us: int) -> int:
        """How many rows lie before an instant, at which a timer ran out."""
        return int(np.searchsorted(self.trace.row_time, time_us))

    def until(self, time_us: int, row: int | None = None) -> int:
        """How many lie before what came at an instant, and before ``row`` as well."""
        found = int(np.searchsorted(self.trace.row_time, time_us, side="right"))
        return found if row is None else min(found, row)

    def put_back(self, row: int, time_us: int) -> int:
        """After the rows from ``row`` on in which processes are put back at an instant."""
        trace = self.trace
        while (
            row < trace.row_count and trace.row_kind[row] in BACK and self.time_of(row) == time_us
        ):
            row += 1
        return row

    def original(self, message: int) -> int:
        """The message that this one is a copy of."""
        return self.trace.message_copies.get(message, message)

    def attached(self, message: int, protocol: str) -> Any:
        """What a protocol attached to a message."""
        place = self.trace.riders.index(protocol)
        return self.trace.riding[self.original(message)][place]

    def coming(self, row: int) -> int:
        """The application message that the process of a row is about to receive then."""
        trace = self.trace
        for after in range(row + 1, trace.row_count):
            is_here = trace.row_process[after] == trace.row_process[row]
            if is_here and trace.row_kind[after] == RowKind.RECEIVE:
                return int(trace.row_ref[after])
        return -1

    @cached_property
    def received_in(self) -> dict[int, int]:
        """By message, the row in which it is received."""
        return {int(self.trace.row_ref[row]): row for row in self.rows(RowKind.RECEIVE)}

    @cached_property
    def sent_in(self) -> dict[int, int]:
        """By message, the row in which it is sent."""
        return {int(self.trace.row_ref[row]): row for row in self.rows(RowKind.SEND)}

    @cached_property
    def held_sends(self) -> dict[int, HeldSend]:
        """By message, those that waited at their senders, of whatever protocol."""
        return {held.message: held for held in self.trace.held_sends if held.message is not None}

    # Recoveries

    def recovery_of(self, row: int) -> RecoveryRow:
        """The one that put a process back at a row."""
        return [recovery for recovery in self.trace.recoveries if recovery.row <= row][-1]

    def restart_of(self, row: int) -> tuple[CheckpointRow, list[int]]:
        """From what its process starts at such a row, and the messages it receives once more."""
        recovery, process = self.recovery_of(row), self.process_of(row)
        index = recovery.line[process]
        start = next(c for c in self.trace.checkpoints if (c.process, c.index) == (process, index))
        rows = Era(self.trace, recovery.row).rows_of_process[process]
        kept = len(rows) - recovery.undone[process]
        again = rows[np.searchsorted(rows, start.row) : kept].tolist()
        kinds, refs = self.trace.row_kind, self.trace.row_ref
        return start, [int(refs[r]) for r in again if kinds[r] == RowKind.RECEIVE]

    # Names

    def source(self, message: int) -> int:
        return int(self.trace.channel_source[self.trace.message_channel[message]])

    def target(self, message: int) -> int:
        return int(self.trace.channel_target[self.trace.message_channel[message]])

    def names(self, processes: Iterable[int]) -> str:
        return ", ".join(self.ids[process] for process in processes)

    def payload(self, message: int) -> str:
        """What an application message carries."""
        return payload_text(self.trace.message_payload(message)) or "–"

    def what(self, message: int) -> Words:
        """A message of whatever kind, and from whom it is."""
        payload = self.trace.payloads[message]
        if type(payload) is Routed:
            return words("a control message of %1", self.ids[payload.origin])
        if self.trace.message_control[message]:
            return words("a control message of %1", self.ids[self.source(message)])
        return words("%1 from %2", self.payload(message), self.ids[self.source(message)])

    def ms(self, time_us: int) -> str:
        """``274.5``, without the unit."""
        return milliseconds(time_us)

    def rate(self, ppb: int) -> str:
        """``20 000`` or ``0.5`` microseconds a second, from billionths; nothing of them is lost."""
        whole, rest = divmod(abs(ppb), 1000)
        return grouped(whole) + (f".{rest:03}".rstrip("0") if rest else "")

    def local_us(self, process: int, row: int, time_us: int) -> int:
        """What a process's own clock reads at an instant, all rows before ``row`` having happened."""
        rows, changes = self._clock_rows.get(process, []), self._clocks[process]
        before = len(changes) - len(rows) + bisect_left(rows, row)
        return changes[before - 1].clock.local(time_us)

    @cached_property
    def _clocks(self) -> dict[int, list[ClockChange]]:
        """By process, how its clock runs, one after the other; the first ones have no row."""
        found: dict[int, list[ClockChange]] = {}
        for change in self.trace.clocks:
            found.setdefault(change.process, []).append(change)
        return found

    @cached_property
    def _clock_rows(self) -> dict[int, list[int]]:
        """By process, where its clock is set."""
        found: dict[int, list[int]] = {}
        for row in self.rows(RowKind.SET_CLOCK):
            found.setdefault(self.process_of(row), []).append(row)
        return found
