"""The list of the steps of a decision: rows as high as their sentences."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from snapviz.ui.panels.decision_rows import StepDelegate, StoryRows
from snapviz.ui.panels.event_list import EventList

MEASURED = 300  # steps up to which each row has a height of its own; measuring takes its time
USUAL = "P1 has the promises of a majority and asks all to accept (S1, 33a5…) in ballot 1.1"


class StepList(EventList):
    """``event_chosen`` carries the number of a step."""

    def __init__(self, rows: StoryRows, parent: QWidget | None = None):
        self._story, self._drawn = rows, StepDelegate(parent)
        super().__init__(rows, self._drawn, parent)
        rows.rowsInserted.connect(lambda *_: self.arrange())

    def arrange(self) -> None:
        super().arrange()
        header, width = self.verticalHeader(), self.viewport().width()
        count = self._story.rowCount()
        if count > MEASURED:
            header.setDefaultSectionSize(self._drawn.height_of(USUAL, width))
            return
        for place in range(count):
            height = self._drawn.height_of(self._story.text(place), width)
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)

    def follow(self) -> None:
        """Keep the step that is lit in sight, whole."""
        if self._story.rowCount():
            index = self._story.index(max(self._story.current, 0))
            if not self.viewport().rect().contains(self.visualRect(index)):
                self.scrollTo(index, self.ScrollHint.PositionAtCenter)
