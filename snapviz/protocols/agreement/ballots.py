"""What a Paxos process knows of one snapshot, and what it proposes."""

from __future__ import annotations

from dataclasses import dataclass, field

from snapviz.protocols.agreement.peers import ABANDONED

Ballot = tuple[int, int]
"""The round, and the process that proposes in it."""
NO_BALLOT: Ballot = (0, -1)


@dataclass
class Proposal:
    """What this process proposes. ``value``: None in the first phase.

    ``promises``: by process, what it had accepted; ``accepted``: who has accepted the value.
    """

    ballot: Ballot
    promises: dict[int, tuple[Ballot, str]] = field(default_factory=dict)
    value: str | None = None
    accepted: set[int] = field(default_factory=set)


@dataclass
class Instance:
    """What this process knows about one snapshot; the first five are on its stable storage.

    ``wish``: what it would propose by itself. ``holders``: who has accepted, or heard of, what was
    decided. ``round``: the highest one heard of. ``timer``: the number of the last one set.
    ``since_us``: since when it waits for what it waits for. ``outbid`` and ``silent``: how often a
    proposal came to nothing, and nobody answered.
    """

    promised: Ballot = NO_BALLOT
    accepted: tuple[Ballot, str] = (NO_BALLOT, ABANDONED)
    wish: str | None = None
    decided: str | None = None
    holders: frozenset[int] = frozenset()
    round: int = 0
    proposal: Proposal | None = None
    timer: int = 0
    outbid: int = 0
    silent: int = 0
    since_us: int = 0

    @property
    def saved(self) -> tuple:
        """What has to outlive a crash."""
        return (
            self.promised,
            self.accepted,
            self.wish,
            self.decided,
            tuple(sorted(self.holders)),
        )

    @property
    def has_accepted(self) -> bool:
        """Whether this process has accepted a value, of any ballot."""
        return self.accepted[0] != NO_BALLOT
