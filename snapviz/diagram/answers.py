"""Which messages only answer others: votes and acknowledgements, which a reader may hide."""

from __future__ import annotations

import numpy as np

from snapviz.engine.trace import Trace

ANSWERS = {
    "gathering": frozenset(("got",)),
    "copying": frozenset(("stored",)),
    "two-phase": frozenset(("vote", "heard")),
    "paxos": frozenset(("promise", "accepted", "refused", "holds")),
    "raft": frozenset(("voted", "appended")),
}
"""By protocol, the first word of what it says in answer to somebody."""


def answers(trace: Trace) -> np.ndarray:
    """bool[M]: the votes and acknowledgements among the messages that keep snapshots."""
    column = np.zeros(trace.message_count, dtype=bool)
    for message in np.flatnonzero(trace.message_keeps).tolist():
        payload = trace.payloads[message]
        column[message] = payload.body[0] in ANSWERS.get(payload.protocol, ())
    return column
