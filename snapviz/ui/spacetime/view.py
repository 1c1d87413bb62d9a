"""The central widget: the space-time diagram, and what hands do in it."""

from __future__ import annotations

from math import ceil, log10
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from snapviz.diagram.display_list import Item as Drawn
from snapviz.diagram.spacetime import Hit, hit
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.gestures import Gesture
from snapviz.ui.selection import EventItem, event_item, row_of_event
from snapviz.ui.session import Session

from .choosing import Choosable, choice_near, choosable_items
from .cut_canvas import CutCanvas
from .extras import (
    FoundEvents,
    Hint,
    first_step_items,
    found_items,
    hint_items,
    line_items,
    past_items,
)
from .frames import Frames
from .gestures import begin
from .gestures.arrival import release
from .gestures.editing import NONE_HELD, EditingGesture
from .menu import context_menu
from .picking import item_of, lit, pinned
from .pointing import Pointer
from .stepping import ARROWS, nearest_to, neighbour
from .tooltips import describe, row_of

GRAB = 5  # pixels from the play-head at which it can be taken
LINE_REACH = 9.0  # pixels from a line within which a tool acts on it
MOST_PINS = 200
COARSEST_US = 1000  # times pointed at are whole milliseconds, finer only when zoomed in
ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SpaceTimeView(CutCanvas):
    """``view.spacetime``. Without a session it only shows."""

    time_dragged = Signal("qlonglong")  # play-head dragged, or the axis clicked
    row_selected = Signal(int)  # trace row of what was clicked, -1: nothing
    place_chosen = Signal(int, int)  # a process, and which of its places that can be chosen

    def __init__(
        self, theme: Theme = LIGHT, parent: QWidget | None = None, session: Session | None = None
    ):
        super().__init__(theme, parent)
        self.setObjectName("view.spacetime")
        self.setAccessibleName(self.tr("Space-time diagram"))
        self.setAccessibleDescription(
            self.tr("Time to the right, one line for each process, messages as arrows")
        )
        self.session = session
        self.frames = Frames(self)
        self._pointer = Pointer(self)
        self._gesture: Gesture | None = None
        self._hint: Hint | None = None
        self._branch_us: int | None = None
        self._recovery_line: tuple[int, ...] | None = None
        self._found: FoundEvents | None = None
        self._choosable: Choosable | None = None
        if session is not None:
            self._connect(session)

    def _connect(self, session: Session) -> None:
        session.selection.changed.connect(self.show_selection)
        session.selection.changed.connect(self._pointer.selected)
        session.tools.changed.connect(self.cancel_gesture)
        session.tools.changed.connect(self._pointer.leave)
        session.editor.history_changed.connect(self.cancel_gesture)
        session.editor.document_changed.connect(self._start_afresh)
        session.playback.playing_changed.connect(self._playing_changed)

    # What there is

    @property
    def edits(self) -> bool:
        """Whether hands can take hold of what is shown: there is a document."""
        return self.session is not None and self.session.editor.document is not None

    @property
    def changes(self) -> bool:
        """Whether they can also change it; a log is only looked at."""
        return self.session is not None and self.session.editor.can_edit

    @property
    def is_held(self) -> bool:
        """Whether a gesture of the mouse is under way."""
        return self._gesture is not None

    @property
    def in_step(self) -> bool:
        """Whether the run that is shown is that of the scenario as it is now."""
        scenario = self.session.editor.scenario
        return self.run.scenario is scenario or self.run.scenario == scenario

    @property
    def tool(self) -> str:
        """The tool in hand."""
        return self.session.tools.current if self.changes else "select"

    def set_run(self, run) -> None:
        self._found = None  # rows of the run before
        super().set_run(run)
        if isinstance(self._gesture, EditingGesture):
            self._gesture.shown()

    def _kept(self) -> dict[str, Any]:
        kept = super()._kept()
        if self.session is None:
            return kept
        pins = {"pins": pinned(self.run)[:MOST_PINS] if self.run is not None else ()}
        return kept | pins | lit(self.run, self.session.selection.items)

    def show_selection(self) -> None:
        """Light what is selected."""
        if self.session is not None:
            self.show_over(**lit(self.run, self.session.selection.items))

    def set_hint(self, text: str | None, where: QPointF | None = None) -> None:
        """A few words beside the hand; None: no more."""
        hint = None if not text or where is None else Hint(text, where.x(), where.y())
        if hint != self._hint:
            self._hint = hint
            self._refresh()

    def set_branch(self, from_us: int | None) -> None:
        """Dim what a branch shares with the base run, up to where it begins; None: no branch."""
        if from_us != self._branch_us:
            self._branch_us = from_us
            self._refresh()

    def set_found(self, rows: np.ndarray) -> None:
        """Light events that were looked for: int64 trace rows, ascending."""
        if len(rows) or self._found is not None:
            times = self.run.trace.row_time[rows] if len(rows) else rows
            self._found = FoundEvents(rows, times) if len(rows) else None
            self._refresh()

    def set_recovery_line(self, times_us: tuple[int, ...] | None) -> None:
        """Draw a line through the states that a recovery would lead to; None: none."""
        if times_us != self._recovery_line:
            self._recovery_line = times_us
            self._refresh()

    def set_choosable(self, choosable: Choosable | None) -> None:
        """Offer places on the lines to be chosen by a click; None: no more."""
        if choosable != self._choosable:
            self._choosable = choosable
            self._refresh()

    def choice_at(self, spot: QPointF) -> tuple[int, int] | None:
        """A process and which of its places that can be chosen; None: none is there."""
        if self._choosable is None or self.run is None:
            return None
        return choice_near(self._choosable, self.place(), spot.x(), spot.y())

    def _extras(self) -> tuple[Drawn, ...]:
        if not self.edits or self.run is None:
            return ()
        place = self.place()
        items = first_step_items(self.run, place)
        if self._branch_us is not None:
            items += past_items(self._branch_us, place)
        if self._recovery_line is not None:
            items += line_items(self._recovery_line, place)
        if self._choosable is not None:
            items += choosable_items(self._choosable, place)
        if self._found is not None:
            items += found_items(self.run, self._found, place)
        if self._hint is not None:
            items += hint_items(self._hint, place)
        return tuple(items)

    def _future(self) -> str:
        """Before anything has happened there is nothing that all the rest could be fainter than."""
        at_start = self._view.time_us == 0 and not self._view.rows
        is_resting = self.session is not None and not self.session.playback.playing
        if at_start and is_resting and self._view.future == "faint":
            return "shown"
        return super()._future()

    def _follows_playhead(self) -> bool:
        return self._gesture is None

    def _is_in_haste(self) -> bool:
        return self._gesture is not None and self._gesture.is_drag

    def _playing_changed(self, playing: bool) -> None:
        self._refresh()
        if playing:
            self.bring_into_sight(self.session.playback.time_us)

    # Where things are

    def hit(self, spot: QPointF, heads: bool = False) -> Hit | None:
        """What lies at a place of the diagram."""
        view = self.view() if self.edits else None
        where = self.place(), spot.x(), spot.y()
        return hit(self.run, *where, view=view, heads=heads, votes=self._view.votes)

    def line_at(self, spot: QPointF) -> int | None:
        """The process on whose line a tool would act."""
        place = self.place()
        if not place.plot.contains(spot.x(), spot.y(), LINE_REACH):
            return None
        return place.process_at(spot.y(), LINE_REACH)

    def snapped(self, us: int, modifiers=Qt.KeyboardModifier.NoModifier) -> int:
        """A round time within about a pixel; with Alt the time itself."""
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return us
        pixel_us = max(1.0, 1 / self.place().scale)
        step = min(COARSEST_US, 10 ** ceil(log10(pixel_us)))
        return round(us / step) * step

    def us_at(self, spot: QPointF, modifiers=Qt.KeyboardModifier.NoModifier) -> int:
        """The time that is meant by a place of the diagram, within the run."""
        us = self.snapped(self.place().us_at(spot.x()), modifiers)
        return min(max(us, 0), self.run.until_us)

    def takes_playhead(self, spot: QPointF) -> bool:
        """In the axis row, or on the play-head and on nothing else that can be clicked."""
        place, time_us = self.place(), self._view.time_us
        if self.run is None or spot.x() < place.plot.left - GRAB or spot.y() > place.plot.bottom:
            return False
        if spot.y() < place.plot.top:
            found = self.hit(spot)
            return found is None or found.kind != "badge"
        is_near = time_us is not None and abs(place.x_of(time_us) - spot.x()) <= GRAB
        return is_near and self.hit(spot) is None

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.run is None:
            self.cancel_gesture()
            super().mousePressEvent(event)
            return
        spot = self.spot(event.position())
        self._pointer.leave()
        QToolTip.hideText()
        self._gesture = begin(self, spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot(event.position())
        if self._gesture is None:
            if not event.buttons():
                self._pointer.at(spot)
            return
        was_drag = self._gesture.is_drag
        self._gesture.move(spot, event.modifiers())
        if self._gesture is not None and self._gesture.is_drag and not was_drag:
            self.setCursor(self._gesture.cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        spot = self.spot(event.position())
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.finish(spot, event.modifiers())
        self._pointer.at(spot)
        self._refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.run is None:
            return
        spot = self.spot(event.position())
        found = self.hit(spot, heads=self.changes)
        if found is None:
            self.fit()
        elif found.kind == "head" and self.in_step and found.number in pinned(self.run):
            release(self, found.number)

    def click(self, spot: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Select what is there; with Ctrl or Shift besides what is selected."""
        found = self.hit(spot)
        row = row_of(self.run, found)
        if not self.edits:
            self.set_selected_row(row)
        elif (item := item_of(self.run, found)) is None:
            if not modifiers & ADDING:
                self.session.selection.clear()
        elif modifiers & ADDING:
            self.session.selection.toggle(item)
        else:
            self.session.selection.set(item)
        self.row_selected.emit(row)

    def cancel_gesture(self) -> None:
        """End the gesture under way, if any, as if it had not been."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self.unsetCursor()
            self._refresh()

    def _start_afresh(self) -> None:
        """Another document: nothing is held any more, and its cut is yet to be drawn."""
        self._gesture = None
        self.frames.drop()
        self.set_hint(None)
        self.show_over(**NONE_HELD)
        self.close_hand_cut()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.edits or self.run is None:
            return
        found = None
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            spot = self.spot(QPointF(event.pos()))
            found = self.hit(spot, heads=True)
            item = item_of(self.run, self.hit(spot))
            if item is not None and item not in self.session.selection.items:
                self.session.selection.set(item)
        context_menu(self, found).popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.show_over(grips=self.changes)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.leave()
        self.show_over(grips=False)

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel_gesture()
        super().hideEvent(event)

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape and self._escape():
            return
        if key in ARROWS and modifiers & Qt.KeyboardModifier.AltModifier and self.edits:
            self._step(key)
            return
        super().keyPressEvent(event)

    def _escape(self) -> bool:
        """Leave what one is in: a gesture, a tool, a selection. False: nothing of these."""
        if self._gesture is not None:
            self.cancel_gesture()
        elif self.tool != "select":
            self.session.tools.choose("select")
        elif self.edits and self.session.selection.items:
            self.session.selection.clear()
        else:
            return False
        return True

    def _step(self, key: Qt.Key) -> None:
        """Select the event beside the selected one, or the one nearest to the play-head."""
        chosen, run = self.session.selection.of(EventItem), self.run
        here = row_of_event(run, chosen[-1]) if chosen else None
        row = (
            nearest_to(run, self._view.time_us or 0) if here is None else neighbour(run, here, key)
        )
        if row is not None:
            self.session.selection.set(event_item(run, row))
            self.bring_into_sight(int(run.trace.row_time[row]))

    # Tooltips

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _show_tooltip(self, where: QPoint, on_screen: QPoint) -> None:
        found = None
        if self.run is not None and self._gesture is None:
            found = self.hit(self.spot(QPointF(where)), heads=self.changes)
        text = describe(self.run, found, self._view) if found else ""
        if text:
            QToolTip.showText(on_screen, text, self)
        else:
            QToolTip.hideText()
