"""The central widget: the space-time diagram with its play-head."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from snapviz.diagram.spacetime import (
    Hit,
    SpaceTimeLayout,
    View,
    hit,
    layout,
    spacetime,
)
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.render.application import ensure_application

from .layers import Layers
from .range import TimeRange
from .tooltips import describe, row_of
from .words import translated

ZOOM_STEP = 1.25
DRAG_FROM = 4  # pixels between a click and a drag
GRAB = 5  # pixels from the play-head at which it can be taken
LANE_MINIMUM = 22.0


class SpaceTimeView(QWidget):
    """``view.spacetime``. Times are integer microseconds."""

    time_dragged = Signal("qlonglong")  # play-head dragged, or the axis clicked
    row_selected = Signal(int)  # trace row of what was clicked, -1: nothing
    range_changed = Signal("qlonglong", "qlonglong")  # visible from_us, to_us

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None):
        super().__init__(parent)
        ensure_application()
        self.setObjectName("view.spacetime")
        self.setAccessibleName(self.tr("Space-time diagram"))
        self.setAccessibleDescription(
            self.tr("Time to the right, one line for each process, messages as arrows")
        )
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
        self._pressed: QPointF | None = None
        self._shows_focus = False
        self._gesture = ""  # "", "click", "pan" or "time"

    def sizeHint(self) -> QSize:
        return QSize(840, 640)

    # What is shown

    def set_run(self, run) -> None:
        """Show another run (None: empty). A range that showed everything still does."""
        self._run = run
        self._range = self._range.for_end(run.until_us if run else 0)
        selected = self._view.selected_row
        if run is None or (selected is not None and selected >= run.trace.row_count):
            self._view = replace(self._view, selected_row=None)
        self._announce_range()

    def set_position(self, rows: int, time_us: int) -> None:
        """Put the play-head at ``time_us`` with ``rows`` trace rows passed."""
        self._change(rows=rows, time_us=time_us)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._refresh()

    def set_future(self, mode: str) -> None:
        """``shown``, ``faint`` or ``hidden``; ValueError for another word."""
        if mode not in ("shown", "faint", "hidden"):
            raise ValueError(mode)
        self._change(future=mode)

    def set_selected_row(self, row: int | None) -> None:
        """Ring the event of a trace row; None or -1 for none."""
        self._change(selected_row=None if row is None or row < 0 else row)

    def _change(self, **fields) -> None:
        changed = replace(self._view, **fields)
        if changed != self._view:
            self._view = changed
            self._refresh()

    def view(self) -> View:
        """The view on the run as it is painted now; pass it to `spacetime` for the same picture."""
        shown = self._range
        return replace(
            self._view,
            width=self.width(),
            height=self.height(),
            from_us=shown.from_us,
            to_us=shown.to_us,
        )

    def picture(self):
        """Everything shown, as a display list."""
        return spacetime(self._run, self.view())

    def place(self) -> SpaceTimeLayout:
        """Where things lie now."""
        return layout(self._run, self.view())

    # The visible range

    def visible_range(self) -> tuple[int, int]:
        return self._range.from_us, self._range.to_us

    def set_visible_range(self, from_us: int, to_us: int) -> None:
        """Show a stretch of time, kept inside the run."""
        self._set_range(self._range.showing(from_us, to_us))

    def zoom_in(self) -> None:
        self._zoom(1 / ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom(ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole run."""
        self._change(scroll=0.0)
        self._set_range(self._range.whole())

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

    def _scroll(self, pixels: float) -> None:
        limit = self.place().overflow
        self._change(scroll=min(max(self._view.scroll + pixels, 0.0), limit))

    # Painting

    def paintEvent(self, event) -> None:
        self._layers.show(self._run, self.view(), self._theme, self.devicePixelRatioF())
        painter = QPainter(self)
        self._layers.paint(painter)
        if self._shows_focus:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _refresh(self) -> None:
        """Have painted again what changed."""
        ratio = self.devicePixelRatioF()
        region = self._layers.show(self._run, self.view(), self._theme, ratio)
        if region is None:
            self.update()
        else:
            self.update(region)

    # Gestures

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._run is None:
            super().mousePressEvent(event)
            return
        self._pressed = event.position()
        self._gesture = "time" if self._takes_playhead(event.position()) else "click"
        self._last = event.position()
        if self._gesture == "time":
            self._drag_time(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if self._gesture == "time":
            self._drag_time(where)
        elif self._gesture == "click" and self._is_drag(where):
            self._gesture = "pan"
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._gesture == "pan":
            self._pan(self._last.x() - where.x())
            self._scroll(self._last.y() - where.y())
            self._last = where
        elif not self._gesture:
            self._point_at(where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        if self._gesture == "click":
            found = self._hit(event.position())
            row = row_of(self._run, found)
            self.set_selected_row(row)
            self.row_selected.emit(row)
        self._gesture = ""
        self._point_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._hit(event.position()) is None:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta()
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._zoom(ZOOM_STEP ** (-steps.y() / 120), self.place().us_at(event.position().x()))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or not self.place().overflow:
            self._pan(-(steps.y() or steps.x()))
        else:
            self._pan(-steps.x())
            self._scroll(-steps.y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_PageUp: lambda: self._pan(-self.width() * 0.6),
            Qt.Key.Key_PageDown: lambda: self._pan(self.width() * 0.6),
            Qt.Key.Key_Up: lambda: self._scroll(-40),
            Qt.Key.Key_Down: lambda: self._scroll(40),
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

    def leaveEvent(self, event: QEvent) -> None:
        self.unsetCursor()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _show_tooltip(self, where: QPoint, on_screen: QPoint) -> None:
        found = self._hit(QPointF(where))
        text = describe(self._run, found, self._view) if found else ""
        if text:
            QToolTip.showText(on_screen, text, self)
        else:
            QToolTip.hideText()

    def _hit(self, where: QPointF) -> Hit | None:
        return hit(self._run, self.place(), where.x(), where.y())

    def _is_drag(self, where: QPointF) -> bool:
        return (where - self._pressed).manhattanLength() > DRAG_FROM

    def _takes_playhead(self, where: QPointF) -> bool:
        """In the axis row, or on the play-head and on nothing else that can be clicked."""
        place, time_us = self.place(), self._view.time_us
        if where.x() < place.plot.left - GRAB or where.y() > place.plot.bottom:
            return False
        if where.y() < place.plot.top:
            return True
        is_near = time_us is not None and abs(place.x_of(time_us) - where.x()) <= GRAB
        return is_near and self._hit(where) is None

    def _point_at(self, where: QPointF) -> None:
        if self._run is not None and self._takes_playhead(where):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif self._run is not None and self._hit(where):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def _drag_time(self, where: QPointF) -> None:
        self.time_dragged.emit(self.place().us_at(where.x()))

    def _pan(self, pixels: float) -> None:
        self._set_range(self._range.moved(round(pixels / self.place().scale)))
