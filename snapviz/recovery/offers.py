"""What each process of a run under way can bring into a recovery."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np

from snapviz.engine.hooks import Received
from snapviz.engine.stable import CheckpointRow
from snapviz.recovery.history import History, logging_of
from snapviz.recovery.plan import Offer

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Offers:
    """What stands, what is stored, and what of the logs can be had again.

    ``taken``: for each process what it can start from, the earliest state first.
    """

    def __init__(
        self,
        run: Simulator,
        history: History,
        restarting: Collection[int],
        parts: Sequence[CheckpointRow] = (),
    ) -> None:
        self._run = run
        self._history = history
        self._restarting = restarting
        self._logging = logging_of(run)
        storage = run.lives.storage
        self.taken = [
            sorted(
                [storage.checkpoints[number] for number in storage.usable(process)]
                + [part for part in parts if part.process == process],
                key=lambda taken: taken.row,
            )
            for process in run.every_process
        ]

    def all(self, to_us: int | None) -> list[Offer]:
        """Those of all processes, who may keep nothing that happened after ``to_us``."""
        return [self._offer(process, to_us) for process in self._run.every_process]

    def _offer(self, process: int, to_us: int | None) -> Offer:
        rows = self._history.rows[process]
        at_most = len(rows)
        if to_us is not None:
            at_most = int(np.searchsorted(self._history.trace.row_time[rows], to_us, "right"))
        return Offer(
            checkpoints=self._history.counts(process, [taken.row for taken in self.taken[process]]),
            gone=None if self._logging is None else self._gone(process),
            live=process not in self._run.lives.down,
            count=len(rows),
            at_most=at_most,
        )

    def _gone(self, process: int) -> frozenset[int]:
        rows = self._history.rows[process]
        return frozenset(
            local
            for local in self._history.receives(process)
            if not self.has_again(process, int(rows[local]))
        )

    def has_again(self, process: int, row: int) -> bool:
        """Whether a receive at a row can be replayed, or delivered once more."""
        lives, trace = self._run.lives, self._history.trace
        if self._logging is None or row < lives.storage.log_starts.get(process, 0):
            return False
        sender = trace.channel_ends[trace.message_channel[trace.row_ref[row]]][0]
        return self._logging.has_again(
            Received(
                flushed=row < lives.storage.flushed.get(process, 0),
                receiver_up=process not in lives.down,
                sender_up=sender not in lives.down,
                sender_restarts=sender in self._restarting,
            )
        )
