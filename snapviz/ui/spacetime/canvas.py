"""The diagram as a widget: what it shows of a run, and how one moves about in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QRegion,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from snapviz.diagram.display_list import DisplayList, Item
from snapviz.diagram.spacetime import SpaceTimeLayout, View, layout, spacetime
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.render.application import ensure_application
from snapviz.ui.turns import in_turn

from .layers import Layers
from .range import TimeRange
from .words import translated

ZOOM_STEP = 1.25
LANE_MINIMUM = 22.0
SLICE_S = 0.010
PAGE_TO = 0.1  # where in the visible range the play-head is after a page was turned


class Canvas(QWidget):
    """Shows a run; zooms, pans and scrolls. Times are integer microseconds.

    Positions inside the diagram are its own pixels, which `set_type_scale` makes larger
    than those of the widget; `spot` turns one into the other.
    """

    range_changed = Signal("qlonglong", "qlonglong")  # visible from_us, to_us
    theme_changed = Signal(object)  # the Theme

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None):
        super().__init__(parent)
        ensure_application()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 200)
        self._theme = theme
        self._run = None
        self._range = TimeRange(0)
        self._view = View(0, 0, lane_minimum=LANE_MINIMUM, translate=translated)
        self._layers = Layers()
        self._type_scale = 1.0
        self._shows_focus = False
        self._awaits_painting = False

    def sizeHint(self) -> QSize:
        return QSize(840, 640)

    # What is shown

    @property
    def run(self):
        """The run that is shown, or None."""
        return self._run

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_run(self, run) -> None:
        """Show another run (None: empty). A range that showed everything still does."""
        self._run = run
        self._range = self._range.for_end(run.until_us if run else 0)
        self._view = replace(self._view, **self._kept())
        self._announce_range()

    def _kept(self) -> dict[str, Any]:
        """The fields of the view that another run changes."""
        count = self._run.trace.row_count if self._run else 0
        return {"selected_rows": tuple(row for row in self._view.selected_rows if row < count)}

    def set_position(self, rows: int, time_us: int) -> None:
        """Put the play-head at ``time_us`` with ``rows`` trace rows passed.

        It is kept in sight where it was in sight.
        """
        before, shown = self._view.time_us, self._range
        self.show_over(rows=rows, time_us=time_us)
        was_seen = before is not None and shown.from_us <= before <= shown.to_us
        if was_seen and time_us != before and self._follows_playhead():
            self.bring_into_sight(time_us)

    def _follows_playhead(self) -> bool:
        return True

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._refresh()
        self.theme_changed.emit(theme)

    def set_future(self, mode: str) -> None:
        """``shown``, ``faint`` or ``hidden``; ValueError for another word."""
        if mode not in ("shown", "faint", "hidden"):
            raise ValueError(mode)
        self.show_over(future=mode)

    def set_votes(self, shown: bool) -> None:
        """Whether votes and acknowledgements are among what is drawn."""
        self.show_over(votes=shown)

    @property
    def type_scale(self) -> float:
        """How many pixels of the widget one of the diagram is."""
        return self._type_scale

    def set_type_scale(self, factor: float) -> None:
        """Draw everything ``factor`` times as large, for a projector."""
        self._type_scale = factor
        self._refresh()
        self.update()

    def set_selected_row(self, row: int | None) -> None:
        """Ring the event of a trace row; None or -1 for none."""
        self.show_over(selected_rows=() if row is None or row < 0 else (row,))

    def show_over(self, **fields) -> None:
        """Change fields of the view; what differs is painted again."""
        changed = replace(self._view, **fields)
        if changed != self._view:
            self._view = changed
            self._refresh()

    def view(self) -> View:
        """The view on the run as it is painted now; pass it to `spacetime` for the same picture."""
        shown = self._range
        return replace(
            self._view,
            future=self._future(),
            width=self.width() / self._type_scale,
            height=self.height() / self._type_scale,
            from_us=shown.from_us,
            to_us=shown.to_us,
        )

    def _future(self) -> str:
        """How what lies after the play-head looks now."""
        return self._view.future

    def picture(self) -> DisplayList:
        """Everything shown, as a display list."""
        drawn = spacetime(self._run, self.view())
        return replace(drawn, items=(*drawn.items, *self._extras()))

    def place(self) -> SpaceTimeLayout:
        """Where things lie now."""
        return layout(self._run, self.view())

    def spot(self, where: QPointF) -> QPointF:
        """A place of the widget as a place in the diagram."""
        return where / self._type_scale

    def _extras(self) -> tuple[Item, ...]:
        """What the widget draws over the diagram."""
        return ()

    # The visible range

    def visible_range(self) -> tuple[int, int]:
        return self._range.from_us, self._range.to_us

    def set_visible_range(self, from_us: int, to_us: int) -> None:
        """Show a stretch of time, kept inside the run."""
        self._set_range(self._range.showing(from_us, to_us))

    def bring_into_sight(self, time_us: int) -> None:
        """Turn a page if an instant is not in the visible range."""
        shown = self._range
        if not shown.from_us <= time_us <= shown.to_us:
            start = time_us - round((shown.to_us - shown.from_us) * PAGE_TO)
            self._set_range(shown.moved(start - shown.from_us))

    def zoom_in(self) -> None:
        self._zoom(1 / ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom(ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole run."""
        self.show_over(scroll=0.0)
        self._set_range(self._range.whole())

    def pan(self, pixels: float) -> None:
        """Move the visible range by a width of the diagram."""
        self._set_range(self._range.moved(round(pixels / self.place().scale)))

    def scroll(self, pixels: float) -> None:
        """Move lanes that do not fit."""
        limit = self.place().overflow
        self.show_over(scroll=min(max(self._view.scroll + pixels, 0.0), limit))

    def _zoom(self, factor: float, around_us: int | None = None) -> None:
        if around_us is None:
            shown, at = self._range, self._view.time_us
            is_seen = at is not None and shown.from_us <= at <= shown.to_us
            around_us = at if is_seen else (shown.from_us + shown.to_us) // 2
        self._set_range(self._range.zoomed(factor, around_us))

    def _set_range(self, wanted: TimeRange) -> None:
        if wanted != self._range:
            self._range = wanted
            self._announce_range()

    def _announce_range(self) -> None:
        self._refresh()
        self.range_changed.emit(*self.visible_range())

    # Painting

    def _ratio(self) -> float:
        return self.devicePixelRatioF() * self._type_scale

    def _show_layers(self) -> QRegion | None:
        ways = (self._theme, self._ratio(), self._extras(), self._is_in_haste())
        return self._layers.show(self._run, self.view(), *ways)

    def _is_in_haste(self) -> bool:
        """Whether the picture moves under a hand that waits for it."""
        return False

    def paintEvent(self, event) -> None:
        self._awaits_painting = False
        self._show_layers()
        painter = QPainter(self)
        painter.save()
        painter.scale(self._type_scale, self._type_scale)
        self._layers.paint(painter)
        painter.restore()
        if self._shows_focus:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
        self._refine_later()

    def _refine_later(self) -> None:
        if self._layers.awaits_refining:
            in_turn(self, self._refine)

    def _refine(self) -> None:
        """Go on with what was painted in haste; the hand that moves it comes first."""
        if self._layers.refine(SLICE_S):
            self.update()
        self._refine_later()

    def _refresh(self) -> None:
        """Have painted again what changed."""
        if self._awaits_painting:
            return  # everything is going to be painted, as it is then
        region = self._show_layers()
        self._refine_later()
        if region is None:
            self._awaits_painting = True
            self.update()
        elif self._type_scale == 1.0:
            self.update(region)
        else:
            self.update(QTransform.fromScale(self._type_scale, self._type_scale).map(region))

    def _reword(self) -> None:
        """What is painted already has words of another language in it."""
        self._layers = Layers()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            in_turn(self, self._reword)
        super().changeEvent(event)

    # Keys and wheel

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta()
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            at = self.spot(event.position()).x()
            self._zoom(ZOOM_STEP ** (-steps.y() / 120), self.place().us_at(at))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or not self.place().overflow:
            self.pan(-(steps.y() or steps.x()))
        else:
            self.pan(-steps.x())
            self.scroll(-steps.y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_PageUp: lambda: self.pan(-self.width() * 0.6),
            Qt.Key.Key_PageDown: lambda: self.pan(self.width() * 0.6),
            Qt.Key.Key_Up: lambda: self.scroll(-40),
            Qt.Key.Key_Down: lambda: self.scroll(40),
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A frame for those who came by keyboard; a click needs none."""
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._shows_focus = event.reason() in reasons
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = False
        self.update()
