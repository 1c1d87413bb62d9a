"""Which checkpoints and log entries no later recovery can ask for.

Bhargava and Lian, "Independent checkpointing and concurrent rollback for recovery in distributed
systems", 1988: no recovery goes back behind the line that holds if all processes fail now, so what
is older is obsolete. Wang, Chung, Lin and Fuchs, "Checkpoint space reclamation for uncoordinated
checkpointing in message-passing systems", 1995: of the others, too, only those are ever needed
that stand on the line of some single failure now; of n processes at most n(n + 1)/2.

The latter holds because later events undo closed intervals only through the intervals that are
open now, and what several of those undo is the union of what each does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.recovery.candidates import Candidates
from snapviz.recovery.dependency import following_intervals, line_in
from snapviz.recovery.line import recovery_line
from snapviz.recovery.replay import Sources, Standing, maximal_recoverable, receive_mask


def obsolete_checkpoints(c: Computation, checkpoints: Candidates) -> tuple[tuple[int, ...], ...]:
    """Return for each process its checkpoints behind the line of a crash of all: indices.

    checkpoints: for each process the events before each, ascending, those still kept.
    Raises ValueError in words if they are none of this computation, or none are consistent.
    """
    return tuple(tuple(range(place)) for place in recovery_line(c, checkpoints))


def garbage_checkpoints(c: Computation, checkpoints: Candidates) -> tuple[tuple[int, ...], ...]:
    """Return for each process all checkpoints that no later recovery without logs can use: indices.

    None more can be discarded: a crash now of one process asks for each that is left. n searches
    of the rollback-dependency graph. Raises ValueError as above.
    """
    following = following_intervals(c, checkpoints)
    lines = [line_in(c, checkpoints, following, {failed}) for failed in range(c.process_count)]
    return tuple(
        tuple(sorted(set(range(len(taken))) - {line[process] for line in lines}))
        for process, taken in enumerate(checkpoints)
    )


@dataclass(frozen=True)
class LogGarbage:
    """What may go where receives are logged.

    ``checkpoints``: indices for each process. ``receives``: the receive events, ascending, whose
    entries, wherever they are kept, nobody replays or delivers again. ``messages``: the messages,
    ascending, all of whose receives are among them.
    """

    checkpoints: tuple[tuple[int, ...], ...]
    receives: tuple[int, ...]
    messages: tuple[int, ...]


def log_garbage(c: Computation, sources: Sequence[Sources]) -> LogGarbage:
    """Return what lies behind the state that could be had if all processes failed now.

    sources: what each can be rebuilt from then, so only from what survives a crash of all. A
    process never goes back behind the checkpoint it would restart from in that state.
    Raises ValueError in words if the sources do not fit the computation.
    """
    standings = maximal_recoverable(c, [Sources(one.checkpoints, one.ends) for one in sources])
    kept = _restart_counts(sources, standings)
    behind = c.event_local < kept[c.event_process]
    return LogGarbage(
        tuple(tuple(range(one.checkpoint)) for one in standings),
        tuple(np.flatnonzero(receive_mask(c) & behind).tolist()),
        tuple(np.flatnonzero(_received_behind(c, behind)).tolist()),
    )


def _received_behind(c: Computation, behind: np.ndarray) -> np.ndarray:
    """bool[M]: received, and neither that receive nor a duplicate's is beyond."""
    received = c.message_receive >= 0
    received[received] = behind[c.message_receive[received]]
    late = ~behind[c.duplicate_receive]
    pairs = set(
        zip(
            c.duplicate_send[late].tolist(),
            c.event_process[c.duplicate_receive[late]].tolist(),
            strict=True,
        )
    )
    for message in np.flatnonzero(received).tolist() if pairs else ():
        send, receive = c.message_send[message], c.message_receive[message]
        received[message] = (int(send), int(c.event_process[receive])) not in pairs
    return received


def _restart_counts(sources: Sequence[Sources], standings: Sequence[Standing]) -> np.ndarray:
    """int64[n]: the events before the checkpoint that each process restarts from."""
    counts = [
        one.checkpoints[standing.checkpoint]
        for one, standing in zip(sources, standings, strict=True)
    ]
    return np.array(counts, np.int64)
