"""The pointer over the diagram, with no button down: what it is on, and what a press would do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, QTimer

from snapviz.diagram.spacetime import Ghost, Hit

from .gestures import WITH_SIGNS, ghost_at

LINGER_MS = 350
CURSORS = {
    "head": Qt.CursorShape.SizeHorCursor,
    "clock": Qt.CursorShape.SizeHorCursor,
    "clock-set": Qt.CursorShape.SizeHorCursor,
    "cut": Qt.CursorShape.SizeHorCursor,
    "process": Qt.CursorShape.CrossCursor,
}


class Pointer(QObject):
    """Sets off what is under the pointer; lights an event's cone when it lingers there."""

    def __init__(self, view):
        super().__init__(view)
        self._view = view
        self._cone_row: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LINGER_MS)
        self._timer.timeout.connect(self._light)

    def at(self, spot: QPointF) -> None:
        """The pointer is here."""
        view = self._view
        if view.run is None:
            view.unsetCursor()
        elif view.takes_playhead(spot):
            self._show(None, Qt.CursorShape.SizeHorCursor)
        elif view.tool in WITH_SIGNS and view.line_at(spot) is not None:
            self._show(None, Qt.CursorShape.CrossCursor, self._ghost(spot))
        else:
            self._on(view.hit(spot, heads=view.changes), spot)

    def _on(self, found: Hit | None, spot: QPointF) -> None:
        view = self._view
        if found is None or (found.kind == "process" and not view.changes):
            self._show(None, None if found is None else Qt.CursorShape.PointingHandCursor)
        else:
            shape = CURSORS.get(found.kind, Qt.CursorShape.PointingHandCursor)
            hot = found if view.edits else None
            self._show(hot, shape, None, view.us_at(spot) if found.kind == "process" else 0)
        under = view.hit(spot) if found and found.kind == "head" else found
        self._linger(under.number if under and under.kind == "event" else None)

    def _ghost(self, spot: QPointF) -> Ghost:
        self._linger(None)
        view = self._view
        return ghost_at(view, view.line_at(spot), view.us_at(spot))

    def _show(self, hot: Hit | None, shape, ghost: Ghost | None = None, hot_us: int = 0) -> None:
        view = self._view
        view.show_over(hot=hot, hot_us=hot_us, ghost=ghost)
        if shape is None:
            view.unsetCursor()
        else:
            view.setCursor(shape)
        if hot is None:
            self._linger(None)

    def _linger(self, row: int | None) -> None:
        view = self._view
        if row == self._cone_row or not view.edits:
            return
        self._put_out()
        self._cone_row = row
        if row is not None and not view.session.selection.items:
            self._timer.start()

    @property
    def lingers(self) -> bool:
        """Whether a cone will be lit if the pointer stays."""
        return self._timer.isActive()

    def _light(self) -> None:
        self._view.show_over(cone_row=self._cone_row)

    def _put_out(self) -> None:
        self._timer.stop()
        if self._cone_row is not None:
            self._view.show_selection()

    def leave(self) -> None:
        """The pointer is elsewhere, or holds something."""
        self._put_out()
        self._cone_row = None
        self._view.show_over(hot=None, hot_us=0, ghost=None)
        self._view.unsetCursor()

    def selected(self) -> None:
        """The selection lights what it lights now."""
        self._timer.stop()
        self._cone_row = None
