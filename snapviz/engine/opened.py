"""Snapshots while a run is in the making."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple


class SavedState(NamedTuple):
    """A local state as it was before trace row ``row``, when ``messages`` had been sent."""

    time_us: int
    row: int
    messages: int
    state: dict[str, Any]


@dataclass(slots=True)
class OpenSnapshot:
    """A snapshot under way: how many processes have not finished their part.

    ``order``: its action's place among the script's actions as they happen. ``marks``: by
    process, how many messages had been sent in the whole run when it recorded. ``in_transit``:
    the messages sent inside the cut that are still to be received, with their channels; None
    until all have recorded, or if the protocol does not wait for them. ``ended``: the status of
    one that was given up, and ``failure`` the kind and the processes it is about. ``copies`` and
    ``commit``: on how many other processes it is kept, and how all agree on it; ``placement``: how
    those are chosen. Of one that is kept, ``parts``: the processes whose part is complete; ``heard``: by process, the (channel, message)
    it recorded.
    """

    protocol: str
    initiator: int | None
    started_us: int
    parts_left: int
    order: int | None = None
    completed_us: int | None = None
    marks: dict[int, int] = field(default_factory=dict)
    in_transit: dict[int, int] | None = None
    ended: str | None = None
    failure: tuple[str, tuple[int, ...]] | None = None
    copies: int = 0
    commit: str = "none"
    placement: str = "ring"
    parts: set[int] = field(default_factory=set)
    heard: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def is_kept(self) -> bool:
        """Whether its parts are gathered, copied or agreed on."""
        return self.copies > 0 or self.commit != "none"

    @property
    def status(self) -> str:
        """``recording``, ``complete``, ``failed`` or ``aborted``."""
        return self.ended or ("recording" if self.completed_us is None else "complete")

    @property
    def is_over(self) -> bool:
        """Nothing more becomes of it."""
        return self.ended is not None or self.completed_us is not None

    def copied(self) -> OpenSnapshot:
        """The same, to be changed apart."""
        transit = None if self.in_transit is None else self.in_transit.copy()
        return replace(
            self,
            marks=self.marks.copy(),
            in_transit=transit,
            parts=self.parts.copy(),
            heard={process: found.copy() for process, found in self.heard.items()},
        )
