"""The oracle: judges a recorded snapshot by the computation alone, never by its protocol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from numpy.typing import ArrayLike

from snapviz.causality import cuts
from snapviz.causality.computation import Computation


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a snapshot, as message numbers in message order.

    orphans: received before the cut, sent after it.
    missing: in transit across the cut, not recorded.
    extra: recorded, not in transit; a message recorded k times too often stands here k times.
    """

    orphans: tuple[int, ...]
    missing: tuple[int, ...]
    extra: tuple[int, ...]

    @property
    def consistent(self) -> bool:
        """Whether there are no orphans, and nothing else."""
        return not self.orphans


def judge(
    c: Computation, cut: ArrayLike, recorded: Iterable[int], lost: ArrayLike | None = None
) -> Verdict:
    """Judge a snapshot with the given cut (int[n]) and recorded channel states.

    recorded: message numbers, once for each time a protocol put one into a channel state.
    lost: bool[M], messages lost on their way, which no channel state can hold.
    Raises ValueError if the cut, the mask or a message number does not fit the computation.
    """
    copies = Counter(int(message) for message in recorded)
    for message in copies:
        if not 0 <= message < c.message_count:
            raise ValueError(f"recorded message {message} is outside 0..{c.message_count - 1}")
    expected = cuts.in_transit(c, cut, lost).tolist()
    missing = tuple(message for message in expected if message not in copies)
    copies.subtract(expected)
    extra = tuple(message for message in sorted(copies) for _ in range(copies[message]))
    return Verdict(tuple(cuts.orphans(c, cut).tolist()), missing, extra)
