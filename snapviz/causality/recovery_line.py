"""The recovery line: the latest checkpoints from which all processes can go on together.

A set of checkpoints, one per process, is consistent when the cut it makes has no orphan. Such
sets are closed under taking the later checkpoint of each process, so there is one latest set
(Randell 1975; Wang et al. 1995).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.causality.cuts import nearest_consistent


def recovery_line(c: Computation, checkpoints: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return for each process the index, in its list, of its checkpoint on the recovery line.

    checkpoints: for each process the events before each of its checkpoints, ascending, the
        first 0 (its initial state). Of several checkpoints of one state the last is named.
    Every round rolls at least one process back, to what the orphans of the others leave of it.
    Raises ValueError in words if the checkpoints are none of this computation.
    """
    _check(c, checkpoints)
    places = [len(taken) - 1 for taken in checkpoints]
    while True:
        cut = [taken[place] for taken, place in zip(checkpoints, places, strict=True)]
        allowed = nearest_consistent(c, np.array(cut, np.int64)).tolist()
        if allowed == cut:
            return tuple(places)
        places = [
            bisect_right(taken, most) - 1 for taken, most in zip(checkpoints, allowed, strict=True)
        ]


def _check(c: Computation, checkpoints: Sequence[Sequence[int]]) -> None:
    if len(checkpoints) != c.process_count:
        raise ValueError(
            f"a recovery line needs the checkpoints of {c.process_count} processes,"
            f" not of {len(checkpoints)}"
        )
    for process, taken in zip(c.processes, checkpoints, strict=True):
        if not taken or taken[0] != 0:
            raise ValueError(f"process {process}: its first checkpoint is its initial state, 0")
        if list(taken) != sorted(taken):
            raise ValueError(f"process {process}: its checkpoints are not in the order taken")
