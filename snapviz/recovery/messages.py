"""What a recovery line makes of the messages.

Elnozahy, Alvisi, Wang and Johnson, "A survey of rollback-recovery protocols in message-passing
systems", 2002, section 2 (consistent states, in-transit messages): over channels that lose nothing
a message in transit across the line must be had again; an orphan must not be.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from snapviz.causality import cuts
from snapviz.causality.computation import Computation


@dataclass(frozen=True)
class LineMessages:
    """Message numbers, each list ascending; a message in none of them stands on both sides.

    ``orphans``: received within the line, sent beyond it; none if the line is consistent.
    ``in_transit``: sent within, not received within.
    ``to_deliver_again``: those of them whose receive the rollback undoes.
    ``undone``: sent beyond the line and not received within it, as if it had never been.
    """

    orphans: tuple[int, ...]
    in_transit: tuple[int, ...]
    to_deliver_again: tuple[int, ...]
    undone: tuple[int, ...]


def messages_at(c: Computation, line: ArrayLike, lost: ArrayLike | None = None) -> LineMessages:
    """Sort the messages by a line: for each process the events that stand.

    lost: bool[M], messages lost on their way, which are in transit no more.
    Raises ValueError in words if the line or the mask does not fit the computation.
    """
    counts = cuts.check_cut(c, line)
    orphans = cuts.orphans(c, counts)
    in_transit = cuts.in_transit(c, counts, lost)
    sent = c.event_local < counts[c.event_process]
    beyond = np.flatnonzero(~sent[c.message_send])
    return LineMessages(
        tuple(orphans.tolist()),
        tuple(in_transit.tolist()),
        tuple(in_transit[c.message_receive[in_transit] >= 0].tolist()),
        tuple(np.setdiff1d(beyond, orphans).tolist()),
    )
