"""How far causality reaches back, process by process, without a stored matrix."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BLOCK = 64  # effects of a process, at least, between two rows of its table
CELLS = 1 << 22  # of four bytes, of all tables together at most


class Reach:
    """For every process, the latest cause on each other one among any number of first effects.

    One row per edge: an effect (process, local index) needs a cause (process, local index). A
    table for each process has a row for every so many of its effects: what those before need of
    each process that it is linked to. So a question reads one row of each table, and looks
    through the edges from there on, which are fewer than a block.

    Built once in O(M log M); a question costs O(channels + processes * block) a round.
    """

    def __init__(
        self,
        process_count: int,
        effect_process: NDArray,
        effect_local: NDArray,
        cause_process: NDArray,
        cause_local: NDArray,
    ) -> None:
        count = max(process_count, 1)
        channel = effect_process.astype(np.int64) * count + cause_process
        names, link = _named(channel, count * count)
        target, self._linked = np.divmod(names, count)
        self._links = np.bincount(target, minlength=process_count)
        self._first_link = np.cumsum(self._links) - self._links
        self._length = np.zeros(process_count, np.int64)
        np.maximum.at(self._length, effect_process, effect_local + 1)
        self._block = self._block_size()
        needs = (cause_local + 1).astype(np.int32)
        self._keep_edges(effect_process, effect_local, cause_process, needs)
        place = link - self._first_link[effect_process]
        self._fill_tables(effect_process, effect_local // self._block + 1, place, needs)

    def _block_size(self) -> int:
        size, longest = BLOCK, int(self._length.max(initial=0))
        while size <= longest and int((self._blocks(size) * self._links).sum()) > CELLS:
            size *= 2
        return size

    def _blocks(self, size: int) -> NDArray[np.int64]:
        """int64[n]: the rows of each table; the first is that of no effects at all."""
        return self._length // size + 1

    def _keep_edges(
        self, process: NDArray, local: NDArray, cause_process: NDArray, needs: NDArray
    ) -> None:
        blocks = self._blocks(self._block)
        self._first_block = np.cumsum(blocks) - blocks
        block = self._first_block[process] + local // self._block
        # numpy sorts 16-bit keys by radix, several times faster than others.
        narrow = block.astype(np.uint16) if blocks.sum() <= 1 << 16 else block
        order = np.argsort(narrow, kind="stable")
        self._effect, self._needs = local[order], needs[order]
        self._source = cause_process[order]
        counts = np.bincount(block, minlength=int(blocks.sum()))
        self._first_edge = np.concatenate(([0], np.cumsum(counts)))

    def _fill_tables(self, process: NDArray, row: NDArray, place: NDArray, needs: NDArray) -> None:
        blocks = self._blocks(self._block)
        cells = blocks * self._links
        self._first_cell = np.cumsum(cells) - cells
        self._table = np.zeros(int(cells.sum()), np.int32)
        inside = row < blocks[process]
        cell = (self._first_cell[process] + row * self._links[process] + place)[inside]
        np.maximum.at(self._table, cell, needs[inside])
        for first, rows, links in zip(self._first_cell, blocks, self._links, strict=True):
            table = self._table[first : first + rows * links].reshape(rows, links)
            np.maximum.accumulate(table, axis=0, out=table)

    def close(self, counts: NDArray) -> NDArray[np.int64]:
        """Return the least int64[n] at or above `counts` that holds the causes of all it holds.

        A best chain of causes visits no process twice (from the later visit one could have gone
        on at the earlier one), so fewer than n rounds do, whatever the length of the run.
        """
        # numpy is many times slower at finding the most of different kinds of numbers.
        closed = np.array(counts, dtype=np.int32)
        active = np.flatnonzero((closed > 0) & (self._links > 0))
        while len(active):
            needed = closed.copy()
            reach = np.minimum(closed[active], self._length[active])
            self._need_tables(needed, active, reach // self._block)
            self._need_edges(needed, active, reach)
            grown = needed > closed
            closed = needed
            active = np.flatnonzero(grown & (self._links > 0))
        return closed.astype(np.int64)

    def _need_tables(self, needed: NDArray, active: NDArray, row: NDArray) -> None:
        links = self._links[active]
        cells = _ranges(self._first_cell[active] + row * links, links)
        linked = _ranges(self._first_link[active], links)
        np.maximum.at(needed, self._linked[linked], self._table[cells])

    def _need_edges(self, needed: NDArray, active: NDArray, reach: NDArray) -> None:
        block = self._first_block[active] + reach // self._block
        first = self._first_edge[block]
        count = self._first_edge[block + 1] - first
        edges = _ranges(first, count)
        edges = edges[self._effect[edges] < np.repeat(reach, count)]
        np.maximum.at(needed, self._source[edges].astype(np.intp), self._needs[edges])


def _named(values: NDArray, bound: int) -> tuple[NDArray, NDArray]:
    """The different values below ``bound``, ascending, and which of them each one is."""
    if bound > max(1 << 16, len(values)):
        return np.unique(values, return_inverse=True)
    names = np.flatnonzero(np.bincount(values, minlength=bound))
    place = np.zeros(bound, np.int64)
    place[names] = np.arange(len(names))
    return names, place[values]


def _ranges(first: NDArray, count: NDArray) -> NDArray[np.int64]:
    """The numbers from each first on, so many of each."""
    return np.repeat(first - (np.cumsum(count) - count), count) + np.arange(count.sum())
