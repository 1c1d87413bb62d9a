"""Where a person has been in the help, and the way back. No Qt here."""

from __future__ import annotations

Place = tuple[str, str]
"""The name of a page and the id of a section on it; empty: its top."""


class Trail:
    """Like that of a browser: who goes elsewhere from an earlier place leaves what came after."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place:
        """The place that is shown. Raises IndexError before the first."""
        return self._places[self._at]

    def __bool__(self) -> bool:
        return bool(self._places)

    def visit(self, place: Place) -> None:
        """Go on to a place; to be where one is already changes nothing."""
        if not self._places or place != self.here:
            del self._places[self._at + 1 :]
            self._places.append(place)
            self._at += 1

    def can_step(self, by: int) -> bool:
        return 0 <= self._at + by < len(self._places)

    def step(self, by: int) -> bool:
        """Back (-1) or forward (1); False where there is nothing."""
        if not self.can_step(by):
            return False
        self._at += by
        return True
