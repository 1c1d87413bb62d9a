"""The log that Raft replicates: which snapshots are to count, in one order for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Entry(NamedTuple):
    """One place of the log: added in a term, for a snapshot with its digest.

    ``snapshot`` None: a leader's first entry, which says nothing. ``digest`` empty: the snapshot's
    capture failed.
    """

    term: int
    snapshot: int | None
    digest: str = ""


class Ledger:
    """A log; its entries are counted from 1, and before the first stands term 0."""

    def __init__(self, entries: Sequence[Sequence] = ()) -> None:
        self.entries = [Entry(*entry) for entry in entries]

    @property
    def last(self) -> int:
        """The place of the last entry; 0 if there is none."""
        return len(self.entries)

    def term_at(self, place: int) -> int:
        """The term of an entry; 0 before the first."""
        return self.entries[place - 1].term if place else 0

    @property
    def standing(self) -> tuple[int, int]:
        """How far the log has come: of two logs the greater one is more up to date."""
        return self.term_at(self.last), self.last

    def place_of(self, snapshot: int) -> int | None:
        """Where the entry about a snapshot stands; None if there is none."""
        places = enumerate(self.entries, 1)
        return next((place for place, entry in places if entry.snapshot == snapshot), None)

    def holds(self, snapshot: int) -> bool:
        """Whether an entry is about a snapshot."""
        return self.place_of(snapshot) is not None

    def agrees(self, place: int, term: int) -> bool:
        """Whether the entry at a place is here, and of a term."""
        return place <= self.last and self.term_at(place) == term

    def take_over(self, place: int, entries: Sequence[Sequence]) -> bool:
        """Put a leader's entries after a place; only what contradicts them goes.

        Whether that changed anything.
        """
        changed = False
        for at, entry in enumerate(entries, place + 1):
            if not self.agrees(at, entry[0]):
                del self.entries[at - 1 :]
                self.entries.append(Entry(*entry))
                changed = True
        return changed

    def after(self, place: int) -> tuple[tuple, ...]:
        """The entries behind a place, as plain values."""
        return tuple(tuple(entry) for entry in self.entries[place:])
