"""All figures of a computation, and of one cut of it, in one answer each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from snapviz.causality import analysis, cuts
from snapviz.causality.computation import Computation
from snapviz.causality.direct import count_direct_edges
from snapviz.causality.lattice import count_consistent_cuts


@dataclass(frozen=True)
class Facts:
    """Figures of a computation.

    messages: direct edges of the vector clocks (see direct.direct_edges): a message that taught
        its receiver nothing new is none. consistent_cuts: exact, or None past the limit.
    """

    processes: tuple[str, ...]
    events: int
    messages: int
    concurrent_pairs: int
    longest_chain: int
    width: int
    consistent_cuts: int | None


@dataclass(frozen=True)
class CutFacts:
    """What a cut is: counts of events per process, messages by their numbers."""

    events: tuple[int, ...]
    consistent: bool
    orphans: tuple[int, ...]
    in_transit: tuple[int, ...]
    nearest_consistent: tuple[int, ...]


def facts(c: Computation, limit: int = 2_000_000) -> Facts:
    """Return the figures of a computation; consistent cuts are counted up to `limit`."""
    return Facts(
        processes=c.processes,
        events=c.event_count,
        messages=count_direct_edges(c),
        concurrent_pairs=analysis.concurrent_pairs(c),
        longest_chain=analysis.longest_chain(c),
        width=analysis.width(c),
        consistent_cuts=count_consistent_cuts(c, limit),
    )


def cut_facts(c: Computation, cut: ArrayLike, lost: ArrayLike | None = None) -> CutFacts:
    """Return what one cut is. lost: bool[M], messages that no channel holds any more.

    Raises ValueError in words if the cut or the mask does not fit the computation.
    """
    counts = cuts.check_cut(c, cut)
    return CutFacts(
        events=_ints(counts),
        consistent=cuts.is_consistent(c, counts),
        orphans=_ints(cuts.orphans(c, counts)),
        in_transit=_ints(cuts.in_transit(c, counts, lost)),
        nearest_consistent=_ints(cuts.nearest_consistent(c, counts)),
    )


def _ints(values: np.ndarray) -> tuple[int, ...]:
    return tuple(values.tolist())
