"""The order in which messages are delivered: whether any overtakes what came before it.

Delivery is causal (Birman and Joseph 1987) when of two messages to one process the one sent
causally earlier is delivered first. For messages of one sender that is FIFO.
"""

from __future__ import annotations

import numpy as np

from snapviz.causality.clocks import receive_vectors
from snapviz.causality.computation import Computation


def overtaken(c: Computation) -> list[int]:
    """Return the messages delivered after one that was sent causally later, in message order.

    A message with several copies counts by its first arrival. O(M * n).
    """
    rows, row_of_event = receive_vectors(c)
    known = np.zeros((c.process_count, c.process_count), np.int64)
    received = np.flatnonzero(c.message_receive >= 0)
    in_order = received[np.argsort(c.message_receive[received], kind="stable")]
    sends = c.message_send[in_order]
    targets = c.event_process[c.message_receive[in_order]].tolist()
    sources, places = c.event_process[sends].tolist(), (c.event_local[sends] + 1).tolist()
    found = []
    for message, row, target, source, place in zip(
        in_order.tolist(), row_of_event[sends].tolist(), targets, sources, places, strict=True
    ):
        seen = known[target]
        if place <= seen[source]:
            found.append(message)
        np.maximum(seen, rows[row], out=seen)
        seen[source] = max(seen[source], place)
    return sorted(found)
