"""What was edited, to be undone and redone. No Qt here.

An edit is applied before it is kept: only a scenario that stands comes in here,
so undo can never take back what has not happened.
"""

from __future__ import annotations

from dataclasses import dataclass

from snapviz.scenario.model import Scenario

MOST_ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One edit: its name in the person's words, and the scenario after it.

    Two neighbouring entries with the same ``merge`` key become one.
    """

    label: str
    scenario: Scenario
    merge: str = ""


class History:
    """The scenarios of one document, in the order they came about."""

    def __init__(self, scenario: Scenario) -> None:
        self._entries = [Entry("", scenario)]
        self._place = 0
        self._saved: Scenario | None = scenario

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is now."""
        return self._entries[self._place].scenario

    @property
    def dirty(self) -> bool:
        """Whether the scenario is another than the one opened or saved last."""
        return self.scenario is not self._saved and self.scenario != self._saved

    @property
    def undo_label(self) -> str:
        """The edit that `undo` takes back; empty if there is none."""
        return self._entries[self._place].label if self.can_undo else ""

    @property
    def redo_label(self) -> str:
        """The edit that `redo` brings back; empty if there is none."""
        return self._entries[self._place + 1].label if self.can_redo else ""

    @property
    def can_undo(self) -> bool:
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        return self._place + 1 < len(self._entries)

    def push(self, scenario: Scenario, label: str, merge: str = "") -> None:
        """Keep an edit that has been applied; what had been undone is gone."""
        last = self._entries[self._place]
        del self._entries[self._place + 1 :]
        if merge and last.merge == merge and last.scenario is not self._saved:
            self._entries.pop()
        self._entries.append(Entry(label, scenario, merge))
        del self._entries[: max(0, len(self._entries) - MOST_ENTRIES)]
        self._place = len(self._entries) - 1

    def seal(self) -> None:
        """Let no further edit merge with the last one."""
        last = self._entries[self._place]
        self._entries[self._place] = Entry(last.label, last.scenario)

    def undo(self) -> None:
        if self.can_undo:
            self._place -= 1
            self.seal()

    def redo(self) -> None:
        if self.can_redo:
            self._place += 1
            self.seal()

    def mark_saved(self) -> None:
        """What is there now is what the file holds."""
        self._saved = self.scenario

    def mark_unsaved(self) -> None:
        """No file holds what is there now."""
        self._saved = None
