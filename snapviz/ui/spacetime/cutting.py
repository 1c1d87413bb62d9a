"""The cut drawn by hand: where it starts, and what becomes of it when the run is another."""

from __future__ import annotations

from collections.abc import Sequence

from snapviz.diagram.figures import grouped
from snapviz.diagram.handcut import HandCut
from snapviz.engine.application import amount_of, conserved_quantity


def straight(run, time_us: int | None, visible: tuple[int, int]) -> tuple[int, ...]:
    """A cut at one instant: the play-head's, else the middle of what is seen.

    The middle too where the play-head is at an edge, where a cut would say nothing.
    """
    from_us, to_us = visible
    is_seen = time_us is not None and from_us < time_us < to_us
    at_us = time_us if is_seen else (from_us + to_us) // 2
    return (at_us,) * len(run.trace.process_ids)


def carried_over(
    times_us: Sequence[int], ids: Sequence[str], run, visible: tuple[int, int], time_us: int | None
) -> tuple[int, ...]:
    """The cut in another run: each process keeps its time, a new one gets that of a straight cut."""
    kept = dict(zip(ids, times_us, strict=True))
    fresh = straight(run, time_us, visible)
    names = run.trace.process_ids
    pairs = zip(names, fresh, strict=True)
    return tuple(min(kept.get(name, us), run.until_us) for name, us in pairs)


def carried_text(run, cut: HandCut) -> str:
    """How much of the conserved quantity is in transit; empty where nothing is conserved."""
    field = conserved_quantity(run.scenario)
    if field is None:
        return ""
    total = sum(amount_of(run.trace.payloads[message], field) for message in cut.in_transit)
    return f"${grouped(total)}" if field == "amount" else grouped(total)
