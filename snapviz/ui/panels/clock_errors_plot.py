"""The plot of clock errors over the run. Importing this module brings pyqtgraph, so: late."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.run import Run
from snapviz.study.clock_errors import ClockErrors, Estimate, Synchronisation

MS = 1000
LINE, BAR = 2.0, 6.0
BAR_ALPHA = 70
AXIS_PIXELS = 11
LEAST_HEIGHT = 150
ROOM = 0.08  # of the span, above and below what is drawn
LEAST_SPAN_MS = 1.0


class ErrorPlot(pg.GraphicsView):
    """Lines in the colours of the processes, samples with their bounds, syncs, the play-head.

    Put together from its parts: a ``PlotWidget`` brings a menu along that takes longer to make
    than a frame. ``time_dragged``: the play-head line was moved by hand to this time, in
    microseconds.
    """

    time_dragged = Signal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("clockErrors.plot")
        self.setMinimumHeight(LEAST_HEIGHT)
        self._theme = LIGHT
        self._run: Run | None = None
        self._errors: ClockErrors | None = None
        self._syncs: tuple[Synchronisation, ...] = ()
        self._head_us = 0
        self._items: list = []
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False)
        self.axes = {side: pg.AxisItem(side, linkView=self._box) for side in ("left", "bottom")}
        self._lay_out()
        self._head = pg.InfiniteLine(movable=True)
        self._head.sigDragged.connect(self._tell_time)

    def _lay_out(self) -> None:
        ground = pg.GraphicsLayout()
        self.setCentralItem(ground)
        ground.setSpacing(0)
        ground.setContentsMargins(0, 8, 8, 0)  # half a tick's label
        ground.addItem(self.axes["left"], 0, 0)
        ground.addItem(self._box, 0, 1)
        ground.addItem(self.axes["bottom"], 1, 1)
        for axis in self.axes.values():
            axis.enableAutoSIPrefix(False)
            font = QFont(self.font())
            font.setPixelSize(AXIS_PIXELS)
            axis.setStyle(tickFont=font, tickLength=-4)

    # What is shown

    @property
    def box(self) -> pg.ViewBox:
        """What lines and marks are drawn in."""
        return self._box

    def show_run(self, run: Run, errors: ClockErrors, syncs: tuple[Synchronisation, ...]) -> None:
        """Show another run; the errors and the synchronisations are its."""
        self._run, self._errors, self._syncs = run, errors, syncs
        self._draw()

    def show_time(self, time_us: int) -> None:
        """The play-head is elsewhere."""
        self._head_us = time_us
        if self._head.value() != time_us / MS:
            self._head.setValue(time_us / MS)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackground(theme.background)
        for axis in self.axes.values():
            axis.setPen(pg.mkPen(theme.hairline))
            axis.setTextPen(pg.mkPen(theme.muted))
        self._head.setPen(pg.mkPen(theme.accent, width=LINE))
        self._head.setHoverPen(pg.mkPen(theme.accent, width=2 * LINE))
        self._draw()

    def _draw(self) -> None:
        if self._run is None:
            return
        theme, run = self._theme, self._run
        while self._items:
            self._box.removeItem(self._items.pop())
        zero = pg.InfiniteLine(0, angle=0, pen=pg.mkPen(theme.grid, width=1))
        self._add(zero)
        lines = self._errors.lines()
        for process in range(len(lines)):
            self._add_bounds(process)
        for process, line in enumerate(lines):
            times, errors = np.array(line, dtype=float).T / MS
            pen = pg.mkPen(theme.process(process), width=LINE)
            self._add(pg.PlotCurveItem(times, errors, pen=pen, antialias=True))
        for process in range(len(lines)):
            self._add_estimates(process)
            self._add_syncs(process)
        self._head.setBounds((0, run.until_us / MS))
        self._head.setValue(self._head_us / MS)
        self._add(self._head)
        self._fit([error / MS for line in lines for _, error in line])

    def _of(self, process: int) -> list[Synchronisation]:
        return [made for made in self._syncs if made.sync.process == process]

    def _add_bounds(self, process: int) -> None:
        """A bar for each sample: the error is somewhere along it, if both ways took equally long."""
        estimates = [e for made in self._of(process) for e in made.estimates]
        if not estimates:
            return
        color = QColor(self._theme.process(process))
        color.setAlpha(BAR_ALPHA)
        pen = pg.mkPen(color, width=BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        times = np.repeat([estimate.at_us / MS for estimate in estimates], 2)
        ends = np.array([bounds_ms(estimate) for estimate in estimates]).ravel()
        self._add(pg.PlotCurveItem(times, ends, connect="pairs", pen=pen, antialias=True))

    def _add_estimates(self, process: int) -> None:
        """A ring for what a sample estimates, full for the one that counted."""
        found = [(e, e is made.best) for made in self._of(process) for e in made.estimates]
        color, ground = self._theme.process(process), self._theme.background
        brushes = [pg.mkBrush(color if counted else ground) for _, counted in found]
        times = [estimate.at_us / MS for estimate, _ in found]
        errors = [estimate.doubled_us / 2 / MS for estimate, _ in found]
        pen = pg.mkPen(color, width=1.5)
        self._add(pg.ScatterPlotItem(times, errors, size=8, pen=pen, brush=brushes, antialias=True))

    def _add_syncs(self, process: int) -> None:
        """A mark where a clock was synchronised, at the error it had."""
        syncs = [made.sync for made in self._of(process)]
        times, errors = [s.time_us / MS for s in syncs], [s.before_us / MS for s in syncs]
        pen, brush = pg.mkPen(self._theme.background), pg.mkBrush(self._theme.process(process))
        item = pg.ScatterPlotItem(times, errors, size=12, symbol="d", pen=pen, brush=brush)
        item.opts["antialias"] = True
        self._add(item)

    def _add(self, item) -> None:
        self._items.append(item)
        self._box.addItem(item, ignoreBounds=True)

    def _fit(self, errors: list[float]) -> None:
        """The whole run in width; in height all errors, estimates and bounds."""
        for sync in self._syncs:
            for estimate in sync.estimates:
                errors += bounds_ms(estimate)
        low, high = min(errors), max(errors)
        room = max((high - low) * ROOM, LEAST_SPAN_MS / 2)
        width = max(self._run.until_us / MS, 0.001)
        rect = QRectF(0, low - room, width, high - low + 2 * room)
        self._box.setRange(rect, padding=0)

    def _tell_time(self) -> None:
        self._head_us = round(self._head.value() * MS)
        self.time_dragged.emit(self._head_us)

    def name_axes(self, errors: str, times: str) -> None:
        """The words at the axes."""
        style = {"font-size": f"{AXIS_PIXELS}px"}
        self.axes["left"].setLabel(errors, **style)
        self.axes["bottom"].setLabel(times, **style)


def bounds_ms(estimate: Estimate) -> tuple[float, float]:
    """Between which errors, in milliseconds, a sample says the clock is."""
    delay_us = estimate.sample.delay_us
    return (
        (estimate.doubled_us - delay_us) / 2 / MS,
        (estimate.doubled_us + delay_us) / 2 / MS,
    )
