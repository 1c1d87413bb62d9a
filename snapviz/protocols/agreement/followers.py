"""What a Raft leader knows of its followers."""

from __future__ import annotations

from collections.abc import Iterable

Told = tuple[int, int]
"""How far a log is known to be committed, and how far all are known to hold it."""


class Followers:
    """Since the leader was elected.

    ``matched``: how far each log is known to equal the leader's; ``next``: the place from which to
    send on; ``told``: what each has said it knows.
    """

    def __init__(self, processes: Iterable[int], last: int) -> None:
        self.told: dict[int, Told] = dict.fromkeys(processes, (0, 0))
        self.matched = dict.fromkeys(self.told, 0)
        self.next = dict.fromkeys(self.told, last + 1)

    def agreed(self, process: int, place: int, told: Told) -> None:
        """A follower's log equals the leader's up to a place."""
        self.matched[process] = max(self.matched[process], place)
        self.next[process] = max(self.next[process], place + 1)
        self.told[process] = max(self.told[process], told)

    def differed(self, process: int, last: int) -> None:
        """It does not where it was last asked, and has only so many entries."""
        before = min(self.next[process] - 2, last)
        self.next[process] = max(self.matched[process], before) + 1

    def reached(self, own: int) -> tuple[int, int]:
        """How far a majority's logs are equal, and how far all are; ``own``: the leader's end."""
        places = sorted([own, *self.matched.values()], reverse=True)
        return places[len(places) // 2], places[-1]

    def holding(self, place: int) -> set[int]:
        """Whose logs equal the leader's at least up to a place."""
        return {process for process, matched in self.matched.items() if matched >= place}

    def knowing(self, committed: int) -> int:
        """How many know that so much is committed."""
        return sum(told[0] >= committed for told in self.told.values())

    def know_all(self, last: int) -> bool:
        """Whether each knows that all hold so much."""
        return all(told == (last, last) for told in self.told.values())
