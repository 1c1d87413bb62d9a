"""How far causality reaches back, process by process, without a stored matrix."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class Reach:
    """For every pair of linked processes, the latest cause among any number of first effects.

    One row per edge: an effect (process, local index) needs a cause (process, local index). The
    rows are kept per channel, sorted by effect, with a running maximum over the causes, so that
    one binary search a channel answers what a prefix of the effect's process needs of the cause's.
    Built once in O(M log M); a question costs O(channels * log M) a round.

    A sweep over events could end early only at or below every frontier event, which an isolated
    process pushes back to the start of the run; here the cost does not depend on the event asked.
    """

    def __init__(
        self,
        process_count: int,
        effect_process: NDArray,
        effect_local: NDArray,
        cause_process: NDArray,
        cause_local: NDArray,
    ) -> None:
        channel = effect_process.astype(np.int64) * max(process_count, 1) + cause_process
        names, rank = np.unique(channel, return_inverse=True)
        self._target, self._source = np.divmod(names, max(process_count, 1))
        self._span = 1 + int(max(effect_local.max(initial=0), cause_local.max(initial=0)))
        keys = rank.astype(np.int64) * self._span + effect_local
        order = np.argsort(keys, kind="stable")
        self._keys = keys[order]
        rank = rank[order]
        self._first = np.searchsorted(rank, np.arange(len(names)))
        # Offsets that grow with the channel let one running maximum serve all channels.
        offsets = rank * self._span
        self._latest = np.maximum.accumulate(offsets + cause_local[order]) - offsets

    def close(self, counts: NDArray) -> NDArray[np.int64]:
        """Return the least int64[n] at or above `counts` that holds the causes of all it holds.

        A best chain of causes visits no process twice (from the later visit one could have gone
        on at the earlier one), so fewer than n rounds do, whatever the length of the run.
        """
        closed = np.array(counts, dtype=np.int64)
        active = np.flatnonzero(closed[self._target])
        while len(active):
            wanted = active * self._span + np.minimum(closed[self._target[active]], self._span)
            found = np.searchsorted(self._keys, wanted) - 1
            some = found >= self._first[active]
            needed = closed.copy()
            np.maximum.at(needed, self._source[active[some]], self._latest[found[some]] + 1)
            grown = needed > closed
            closed = needed
            active = np.flatnonzero(grown[self._target])
        return closed
