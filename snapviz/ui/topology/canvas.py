"""The topology diagram painted: a still layer kept as a pixmap, and what moves over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QPointF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from snapviz.diagram.channel_signs import CROWDED
from snapviz.diagram.display_list import DisplayList, Item, Point
from snapviz.diagram.placement import Placement
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.diagram.topology import Network, moving, network, placed, still, topology
from snapviz.diagram.topology_over import Over, over_items, under_items
from snapviz.render.application import ensure_application
from snapviz.render.painter import paint
from snapviz.ui.spacetime.words import translated

from .ground import Ground

GLIDE_MS = 170
UNSEEN = 0.5  # pixels that are no way to glide


class TopologyCanvas(QWidget):
    """Shows one moment of one run. Times are integer microseconds."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None):
        super().__init__(parent)
        ensure_application()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._run = None
        self._rows = 0
        self._time_us = 0
        self._over = Over()
        self._votes = True
        self._moved: dict[int, Point] = {}
        self._before: tuple[dict[str, Point], float] = ({}, 0.0)
        self._ground = Ground(self)
        self._ground.painted.connect(self.update)
        self._frame: tuple | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(lambda _: self.update())

    def sizeHint(self) -> QSize:
        return QSize(330, 330)

    @property
    def run(self):
        """The run that is shown, or None."""
        return self._run

    @property
    def ids(self) -> tuple[str, ...]:
        """The processes that are shown, by their numbers."""
        return tuple(self._run.trace.process_ids) if self._run is not None else ()

    @property
    def time_us(self) -> int:
        """Where the play-head is."""
        return self._time_us

    def set_run(self, run) -> None:
        """Show another run (None: empty); processes glide to where it has them."""
        before = self._shown() if self._run is not None else ({}, 0.0)
        self._run = run
        self._glide.stop()
        if not self._is_held():
            self._moved = {}
        if not self._is_akin(before[0]):
            self._ground.forget()
        if run is not None:
            self._rows = min(self._rows, run.trace.row_count)
            self._time_us = min(self._time_us, run.until_us)
            if self.isVisible() and not self._is_held() and self._is_elsewhere(before[0]):
                self._before = before
                self._glide.start()
        self.update()

    def _is_held(self) -> bool:
        """Whether a hand is on the diagram, under which nothing may move."""
        return False

    def _shown(self) -> tuple[dict[str, Point], float]:
        where = self.where()
        return dict(zip(self.ids, where.centres, strict=True)), where.radius

    def _is_akin(self, before: Mapping[str, Point]) -> bool:
        """Whether what was shown before may stand for this until it is painted."""
        stay = before.keys() & set(self.ids)
        return 2 * len(stay) >= max(len(before), len(self.ids))

    def _is_elsewhere(self, before: Mapping[str, Point]) -> bool:
        """Whether processes have a way to glide, and not too much would have to be redrawn."""
        if len(self._run.trace.channel_ends) > CROWDED:
            return False
        centres = zip(self.ids, self.where().centres, strict=True)
        ways = (QPointF(*before[name]) - QPointF(*at) for name, at in centres if name in before)
        return any(way.manhattanLength() > UNSEEN for way in ways)

    def settle(self) -> None:
        """Let nothing glide any more."""
        if self._glide.state() == QVariantAnimation.State.Running:
            self._glide.stop()
            self.update()

    def set_position(self, rows: int, time_us: int) -> None:
        """Show the system at ``time_us`` with ``rows`` trace rows passed."""
        if (rows, time_us) != (self._rows, self._time_us):
            self._rows, self._time_us = rows, time_us
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_votes(self, shown: bool) -> None:
        """Whether votes and acknowledgements are among what travels."""
        self._votes = shown
        self.update()

    def show_over(self, **fields) -> None:
        """Change what lies over the diagram: fields of `Over`."""
        over = replace(self._over, **fields)
        if over != self._over:
            self._over = over
            self.update()

    def set_moved(self, moved: Mapping[int, Point]) -> None:
        """Show some processes elsewhere for the time being, everything else where it is."""
        if moved != self._moved:
            self._moved = dict(moved)
            self.update()

    # Where things are

    def where(self) -> Placement:
        """Where the processes stand just now."""
        return self._base().with_centres(self._moved)

    def _base(self) -> Placement:
        target = self._target()
        if self._glide.state() != QVariantAnimation.State.Running:
            return target
        share, (before, radius) = self._glide.currentValue(), self._before
        centres = {}
        for process, (name, (x, y)) in enumerate(zip(self.ids, target.centres, strict=True)):
            from_x, from_y = before.get(name, (x, y))
            centres[process] = (from_x + (x - from_x) * share, from_y + (y - from_y) * share)
        radius += (target.radius - radius) * share
        return replace(target.with_centres(centres), radius=radius)

    def _target(self) -> Placement:
        """Fitted to the widget; after an edit at the scale it had, as long as everybody fits in.

        Whoever adds one process after another must not see the others jump away.
        """
        size = (self.width(), self.height())
        fitted = placed(self._run, *size, translated)
        positions = {process.id: process.position for process in self._run.scenario.processes}
        key = (positions, size, fitted)
        if self._frame is not None and key == self._frame[0]:
            return self._frame[1]
        target = fitted
        if self._frame is not None and self._goes_on(positions, size):
            target = fitted.framed(self._frame[1], *size) or fitted
        self._frame = (key, target)
        return target

    def _goes_on(self, positions: Mapping[str, Point | None], size: tuple[int, int]) -> bool:
        """Whether this is the picture from before with some processes moved, added or gone."""
        before, size_before, _ = self._frame[0]
        stay = [name for name, at in positions.items() if at and before.get(name) == at]
        return size == size_before and 2 * len(stay) >= min(len(positions), len(before))

    def refit(self) -> None:
        """Fit the diagram to the widget again."""
        self._frame = None
        self.update()

    def prepare(self, run) -> None:
        """Find where the channels of the run that is shown next will be: with very many it takes long."""
        where = placed(run, self.width(), self.height(), translated)
        network(run, 0, 0, where, self._votes)

    def laid(self) -> Network:
        """The run laid out as it is shown."""
        return network(self._run, self._rows, self._time_us, self.where(), self._votes)

    # Painting

    def picture(self) -> DisplayList:
        """What the widget shows."""
        size = (self.width(), self.height())
        if not self.ids:
            return topology(self._run, self._rows, self._time_us, *size, translated)
        laid = self.laid()
        return DisplayList(*size, (*still(laid, *size, translated), *self._lively(laid)))

    def _lively(self, laid: Network) -> list[Item]:
        over = self.over()
        items = under_items(laid, over)
        items += moving(laid, frozenset(self._moved))
        return items + over_items(laid, over, self.width(), self.height())

    def over(self) -> Over:
        """What lies over the diagram now."""
        return self._over

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = (self.width(), self.height())
        if not self.ids:
            paint(self.picture(), painter, self._theme)
        else:
            laid = self.laid()
            painter.drawPixmap(0, 0, self._still_pixmap(laid))
            paint(DisplayList(*size, tuple(self._lively(laid))), painter, self._theme)
        painter.end()

    def _still_pixmap(self, laid: Network) -> QPixmap:
        """Channels and legend; the channels of processes being dragged are not among them."""
        size, ratio = (self.width(), self.height()), self.devicePixelRatioF()
        without = frozenset(self._moved)
        words = (translated("message"), translated("may lose messages"))
        base = self._base()
        key = (self._run, base, laid.rings, size, ratio, self._theme.name, words, without)

        def made() -> DisplayList:
            return DisplayList(*size, tuple(still(laid, *size, translated, without)))

        return self._ground.shown(key, self._blank, self._theme, made, len(laid.ways))

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.settle()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)
