"""A diagram of one of two runs: its play-head may be bent, and events may be of two kinds."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snapviz.diagram.cuts import curve, extended
from snapviz.diagram.display_list import Item
from snapviz.diagram.emphasis import accented
from snapviz.diagram.glyphs import dot, pen
from snapviz.diagram.scene import backdrop
from snapviz.diagram.theme import Theme
from snapviz.ui.docks import Heading
from snapviz.ui.spacetime.view import SpaceTimeView

MOST_DOTS = 1500  # in sight; beyond, colours would cover one another
NAMED_WIDTH = 2.6
KINDS = ("past", "future")  # colour tokens of the events before the cut and after it


class ComparedView(SpaceTimeView):
    """A diagram that is only looked at; ``time_dragged`` as ever."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        super().__init__(theme, parent)
        self.set_future("shown")
        self._inside: np.ndarray | None = None
        self._bent: tuple[int, ...] | None = None
        self._named: tuple[tuple[int, ...], str] = ((), "orphan")

    def set_run(self, run) -> None:
        """What was marked on the run before holds no more."""
        self._inside = self._bent = None
        super().set_run(run)

    def set_inside(self, rows: np.ndarray | None) -> None:
        """bool[R]: the events before the cut, told from the others by colour; None: none are."""
        self._inside = rows
        self._refresh()

    def set_named(self, messages: tuple[int, ...], token: str) -> None:
        """Light messages in one colour: those that the words above name."""
        self._named = (messages, token)
        self._refresh()

    @property
    def named(self) -> tuple[int, ...]:
        return self._named[0]

    def set_bent(self, times_us: tuple[int, ...] | None) -> None:
        """Draw the play-head through one time for each process, in place of a straight one."""
        self._bent = times_us
        self.show_over(rows=None, time_us=None)
        self._refresh()

    @property
    def bent(self) -> tuple[int, ...] | None:
        return self._bent

    def set_position(self, rows: int, time_us: int) -> None:
        self._bent = None
        super().set_position(rows, time_us)

    def _extras(self) -> tuple[Item, ...]:
        if self.run is None:
            return ()
        place = self.place()
        return (*self._lit(), *self._dots(place), *self._line(place))

    def _lit(self) -> list[Item]:
        messages, token = self._named
        scene = backdrop(self.run, self.view())
        return accented(scene, messages, token, NAMED_WIDTH) if messages else []

    def _dots(self, place) -> list[Item]:
        if self._inside is None:
            return []
        trace, rows = self.run.trace, self.run.event_rows
        times = trace.row_time[rows]
        rows = rows[(times >= place.from_us) & (times <= place.to_us)]
        if len(rows) > MOST_DOTS:
            return []
        return [
            dot(
                place.x_of(int(trace.row_time[row])),
                place.lanes[int(trace.row_process[row])],
                place.dot + 1,
                KINDS[0] if self._inside[row] else KINDS[1],
                ("event", row),
            )
            for row in rows.tolist()
            if place.shows_lane(int(trace.row_process[row]))
        ]

    def _line(self, place) -> list[Item]:
        if self._bent is None:
            return []
        points = [(place.x_of(us), y) for us, y in zip(self._bent, place.lanes, strict=True)]
        line = extended(place.plot, points)
        return curve(place.plot, line, pen("accent", 1.75), ("playhead", 0))


class Titled(QWidget):
    """A diagram under its heading."""

    def __init__(self, view: SpaceTimeView, parent: QWidget | None = None):
        super().__init__(parent)
        self.heading = Heading(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(view, 1)
