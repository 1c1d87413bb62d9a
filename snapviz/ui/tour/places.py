"""Where in the window a step of the tour is done, as a rectangle of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QToolButton, QWidget

from snapviz.ui.panels.snapshot_card import SnapshotCard
from snapviz.ui.tour.steps import complete_snapshot, message_times

if TYPE_CHECKING:
    from snapviz.ui.workbench import Workbench

LANE = 18  # pixels above and below a line that belong to it
SIDES = {"message": "below", "tool": "below", "snapshot": "below", "watch": "above"}
"""Where the callout stands best; elsewhere at the left."""


class Places:
    """Of one window; None where what is looked for is not to be seen."""

    def __init__(self, window: QWidget, bench: Workbench):
        self._window, self._bench = window, bench

    def of(self, step: str) -> QRect | None:
        """Where a step is done."""
        if step == "message":
            return self._lanes(0, 1)
        if step == "snapshot":
            return self._in_flight()
        if step == "tool":
            return self._button(self._window.toolbar, "action.tool.snapshot")
        if step == "watch":
            return self._button(self._window.bottom_bar, "action.play")
        return self._card()

    def _on_window(self, widget: QWidget, rect: QRect) -> QRect | None:
        if not widget.isVisible():
            return None
        seen = rect.intersected(widget.visibleRegion().boundingRect())
        if seen.isEmpty():
            return None
        return QRect(widget.mapTo(self._window, seen.topLeft()), seen.size())

    def _button(self, bar: QWidget, action: str) -> QRect | None:
        for button in bar.findChildren(QToolButton):
            if button.defaultAction() is not None and button.defaultAction().objectName() == action:
                return self._on_window(button, button.rect())
        return None

    def _lanes(
        self, first: int, last: int, from_us: int = 0, to_us: int | None = None
    ) -> QRect | None:
        """A stretch of the lines of some processes."""
        view = self._bench.central.view
        if view.run is None or last >= len(view.place().lanes):
            return None
        place, scale = view.place(), view.type_scale
        left = max(place.x_of(from_us), place.plot.left)
        right = min(place.x_of(view.run.until_us if to_us is None else to_us), place.plot.right)
        top, bottom = place.lanes[first] - LANE, place.lanes[last] + LANE
        corner = QPoint(round(left * scale), round(top * scale))
        size = QSize(round((right - left) * scale), round((bottom - top) * scale))
        return self._on_window(view, QRect(corner, size))

    def _in_flight(self) -> QRect | None:
        """The line of who gets the message, while that is on its way."""
        run = self._bench.editor.run
        times = message_times(run) if run is not None else None
        if times is None:
            return self._lanes(0, len(self._bench.central.view.place().lanes) - 1)
        process, sent_us, received_us = times
        return self._lanes(process, process, sent_us, received_us)

    def _card(self) -> QRect | None:
        """The card of the snapshot, or as much of it as is to be seen."""
        snapshot = complete_snapshot(self._bench.editor.run)
        if snapshot is None:
            return None
        card = self._window.findChild(SnapshotCard, f"snapshot.{snapshot.id}")
        return None if card is None else self._on_window(card, card.rect())
