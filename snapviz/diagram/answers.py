"""Which messages only answer others: votes and acknowledgements, which a reader may hide."""

from __future__ import annotations

import numpy as np

from snapviz.engine.storage import COPYING, GATHERING
from snapviz.engine.trace import Trace
from snapviz.study.decision_story import PAXOS, RAFT, TWO_PHASE

ANSWERS = {
    GATHERING: frozenset(("got",)),
    COPYING: frozenset(("stored",)),
    TWO_PHASE: frozenset(("vote", "heard")),
    PAXOS: frozenset(("promise", "accepted", "refused", "holds")),
    RAFT: frozenset(("voted", "appended")),
}
"""By protocol, the first word of what it says in answer to somebody."""


def answers(trace: Trace) -> np.ndarray:
    """bool[M]: the votes and acknowledgements among the messages that keep snapshots."""
    column = np.zeros(trace.message_count, dtype=bool)
    for message in np.flatnonzero(trace.message_keeps).tolist():
        payload = trace.payloads[message]
        column[message] = payload.body[0] in ANSWERS.get(payload.protocol, ())
    return column
