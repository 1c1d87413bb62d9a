"""The diagram with a hand-drawn cut over it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from snapviz.diagram.facts import facts
from snapviz.diagram.handcut import HandCut, cut_of, times_of_counts
from snapviz.diagram.theme import LIGHT, Theme

from .canvas import Canvas
from .cutting import carried_over, straight


class CutCanvas(Canvas):
    """A cut is one time for each process; it belongs to what is shown, not to the scenario."""

    cut_changed = Signal(object)  # the HandCut that is shown, or None
    hand_cut_closed = Signal()  # the cut is gone, but not by `set_hand_cut`

    def __init__(self, theme: Theme = LIGHT, parent=None):
        super().__init__(theme, parent)
        self._cut_ids: tuple[str, ...] = ()

    def set_run(self, run) -> None:
        had_cut = self._view.hand_cut is not None
        super().set_run(run)
        if self._view.hand_cut is not None:
            self.set_cut_times(self._view.hand_cut)
        elif had_cut:
            self.cut_changed.emit(None)
            self.hand_cut_closed.emit()

    def _kept(self) -> dict[str, Any]:
        return super()._kept() | {"hand_cut": self._kept_cut()}

    def set_hand_cut(self, shown: bool) -> None:
        """Draw a straight cut to be bent by its points, or take it away."""
        if shown and self.run is not None:
            self._cut_ids = self.run.trace.process_ids
            time_us = self._view.time_us
            self.set_cut_times(straight(self.run, time_us, self.visible_range()))
        else:
            self.set_cut_times(None)

    def show_cut_of(self, counts: tuple[int, ...]) -> None:
        """Draw a cut with so many events of each process."""
        self._cut_ids = self.run.trace.process_ids
        self.set_cut_times(times_of_counts(self.run, counts))

    def set_cut_times(self, times_us: tuple[int, ...] | None) -> None:
        """Put the points of the hand-drawn cut, one time for each process; None: no cut."""
        self.show_over(hand_cut=times_us)
        self.cut_changed.emit(self._judged() if times_us is not None else None)

    def set_position(self, rows: int, time_us: int) -> None:
        """A recovery that the play-head passes makes another cut of it."""
        before = self._cut_end()
        super().set_position(rows, time_us)
        if before is not None and self._cut_end() != before:
            self.cut_changed.emit(self._judged())

    def _judged(self) -> HandCut:
        return cut_of(self.run, self._view.hand_cut, self._view.rows)

    def _cut_end(self) -> int | None:
        """The end of the era by which the cut is judged."""
        if self.run is None or self._view.hand_cut is None:
            return None
        return facts(self.run).era(self._view.rows).end

    def snap_hand_cut(self) -> None:
        """Move the cut back to the nearest consistent one."""
        times = self._view.hand_cut
        if times is not None:
            self.set_cut_times(self._judged().nearest_times)

    def close_hand_cut(self) -> None:
        """Take the cut away and say so."""
        if self._view.hand_cut is not None:
            self.set_hand_cut(False)
            self.hand_cut_closed.emit()

    def _kept_cut(self) -> tuple[int, ...] | None:
        """The same cut in another run."""
        times = self._view.hand_cut
        if times is None or self.run is None:
            return None
        time_us, visible = self._view.time_us, self.visible_range()
        times = carried_over(times, self._cut_ids, self.run, visible, time_us)
        self._cut_ids = self.run.trace.process_ids
        return times
