"""Cuts of a computation: whether they are consistent, and what crosses them.

A cut is int[n]: how many events of each process lie inside. Every function raises ValueError in
words if the cut does not fit the computation. Messages are answered as message numbers, ascending.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from snapviz.causality.computation import Computation


def check_cut(c: Computation, cut: ArrayLike) -> NDArray[np.int64]:
    """Return the cut as int64[n], or raise ValueError if it is none of this computation."""
    counts = np.asarray(cut)
    if counts.shape != (c.process_count,):
        raise ValueError(
            f"a cut needs one number of events per process: {c.process_count}, not {counts.size}"
        )
    if counts.size and counts.dtype.kind not in "iu":
        raise ValueError(f"a cut needs whole numbers of events, not {counts.dtype}")
    outside = (counts < 0) | (counts > c.event_counts)
    if outside.any():
        process = int(np.argmax(outside))
        raise ValueError(
            f"cut at process {c.processes[process]}: {counts[process]} events,"
            f" but 0 to {c.event_counts[process]} are possible"
        )
    return counts.astype(np.int64)


def is_consistent(c: Computation, cut: ArrayLike) -> bool:
    """Say whether no message is received inside the cut and sent outside it."""
    return not len(orphans(c, cut))


def orphans(c: Computation, cut: ArrayLike) -> NDArray[np.int64]:
    """Return the messages received inside the cut but sent outside it."""
    sent, received = _inside(c, cut)
    return np.flatnonzero(received & ~sent)


def in_transit(c: Computation, cut: ArrayLike, lost: ArrayLike | None = None) -> NDArray[np.int64]:
    """Return the messages sent inside the cut and not received inside it, or never.

    lost: bool[M], messages that the channels lost and that are therefore on no channel.
    """
    sent, received = _inside(c, cut)
    crossing = sent & ~received
    if lost is not None:
        mask = np.asarray(lost)
        if mask.shape != (c.message_count,) or mask.dtype != np.bool_:
            raise ValueError(f"lost: one bool per message is needed, {c.message_count} in all")
        crossing &= ~mask
    return np.flatnonzero(crossing)


def nearest_consistent(c: Computation, cut: ArrayLike) -> NDArray[np.int32]:
    """Return the one largest consistent cut inside the given one, int32[n].

    Consistent cuts are closed under union (Mattern 1989), so it exists. It leaves out what the
    events after the cut have caused.
    """
    counts = check_cut(c, cut)
    return (c.event_counts - c.effects.close(c.event_counts - counts)).astype(np.int32)


def _inside(c: Computation, cut: ArrayLike) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return bool[M] twice: the send lies inside the cut, the receive lies inside the cut."""
    counts = check_cut(c, cut)
    event_inside = c.event_local < counts[c.event_process]
    sent = event_inside[c.message_send]
    arrived = c.message_receive >= 0
    received = np.zeros(c.message_count, np.bool_)
    received[arrived] = event_inside[c.message_receive[arrived]]
    return sent, received
