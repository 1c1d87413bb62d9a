"""The topology: processes, channels and what travels on them, and what hands do there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from snapviz.diagram.polyline import point_at
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.diagram.topology_over import Over, hit
from snapviz.diagram.view import Hit
from snapviz.ui.gestures import Gesture
from snapviz.ui.selection import ProcessItem
from snapviz.ui.session import Session

from .canvas import TopologyCanvas
from .gestures import begin
from .gestures.adding import add_process
from .keyboard import NUDGES, STEPS, next_item, nudge
from .menus import context_menu
from .picking import item_of, set_off
from .pointing import Pointer
from .renaming import NameEdit
from .tooltips import describe
from .words import invitation, tool_hint

ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TopologyView(TopologyCanvas):
    """``view.topology``. Without a session it only shows."""

    def __init__(
        self, theme: Theme = LIGHT, parent: QWidget | None = None, session: Session | None = None
    ):
        super().__init__(theme, parent)
        self.setObjectName("view.topology")
        self.session = session
        self._gesture: Gesture | None = None
        self._pointer = Pointer(self)
        self._name_edit: NameEdit | None = None
        self._is_fresh = True
        self._has_frame = False
        self._glide.finished.connect(self._pointer.again)
        self._retranslate()
        if session is not None:
            self._connect(session)

    def _connect(self, session: Session) -> None:
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        session.selection.changed.connect(self.show_selection)
        session.tools.changed.connect(self._tool_changed)
        session.editor.history_changed.connect(self.cancel_gesture)
        session.editor.document_changed.connect(self._start_afresh)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Topology"))
        self.setAccessibleDescription(
            self.tr("Processes, the channels between them, and the messages on their way")
        )

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
    def tool(self) -> str:
        """The tool in hand."""
        return self.session.tools.current if self.changes else "select"

    @property
    def gesture(self) -> Gesture | None:
        """What the hand is doing."""
        return self._gesture

    def _is_held(self) -> bool:
        return self._gesture is not None

    def set_run(self, run) -> None:
        """Show another run (None: empty)."""
        before = self.ids
        if self._is_fresh:
            self._run, self._is_fresh = None, False
        super().set_run(run)
        if self.ids != before:
            self.cancel_gesture()
            self._pointer.leave()
            self._close_name(lambda edit: edit.process not in self.ids)
        self.show_selection()

    def set_position(self, rows: int, time_us: int) -> None:
        """Show the system at ``time_us`` with ``rows`` trace rows passed."""
        super().set_position(rows, time_us)
        hot = self._over.hot
        if hot is not None and hot.kind == "message":
            self._pointer.again()

    def _start_afresh(self) -> None:
        """Another document: nothing is held, and nothing glides."""
        self.cancel_gesture()
        self._close_name()
        self._pointer.leave()
        self._is_fresh = True
        self.refit()

    def _tool_changed(self) -> None:
        self.cancel_gesture()
        self._pointer.leave()
        self.update()

    def show_selection(self) -> None:
        """Set off what is selected."""
        if self.session is not None:
            self.show_over(**set_off(self.run, self.session.selection.items))

    def over(self) -> Over:
        """What lies over the diagram, the words included."""
        over = super().over()
        if not self.changes or self.run is None:
            return over
        channels = len(self.run.trace.channel_ends)
        if self._gesture is not None:
            return over
        words = invitation(len(self.ids), channels) if self.tool == "select" else ""
        return replace(over, invitation=words, hint=tool_hint(self.tool, len(self.ids)))

    def hit(self, spot: QPointF) -> Hit | None:
        """What lies at a place of the diagram."""
        return hit(self.laid(), spot.x(), spot.y()) if self.ids else None

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_frame(False)
        if event.button() != Qt.MouseButton.LeftButton or not self.edits or not self.ids:
            self.cancel_gesture()
            super().mousePressEvent(event)
            return
        self.settle()
        QToolTip.hideText()
        self._pointer.at(event.position())
        gesture = begin(self, event.position(), self._pointer.handle)
        self._pointer.leave()
        self._gesture = gesture
        gesture.start()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None:
            if not event.buttons() and self.edits and self.ids:
                self._pointer.at(event.position())
            return
        was_drag = self._gesture.is_drag
        self._gesture.move(event.position(), event.modifiers())
        if self._gesture is not None and self._gesture.is_drag and not was_drag:
            self.setCursor(self._gesture.cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.edits:
            super().mouseReleaseEvent(event)
            return
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.finish(event.position(), event.modifiers())
            self.unsetCursor()
            self.update()
        if self.ids and self.rect().contains(event.position().toPoint()):
            self._pointer.at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.changes or not self.ids:
            return
        if self.tool != "select":
            self.mousePressEvent(event)
            return
        found = self.hit(event.position())
        if found is None:
            spot = event.position()
            add_process(self.session, self.where().free_position_at(spot.x(), spot.y()))
        elif found.kind == "process":
            self.rename(self.ids[found.number])

    def click(self, spot: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Select what is there; with Ctrl or Shift besides what is selected."""
        selection = self.session.selection
        item = item_of(self.run, self.hit(spot))
        if item is None:
            if not modifiers & ADDING:
                selection.clear()
        elif modifiers & ADDING:
            selection.toggle(item)
        else:
            selection.set(item)

    def cancel_gesture(self) -> None:
        """End the gesture under way, if any, as if it had not been."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self.unsetCursor()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        if self._gesture is None:
            self._pointer.leave()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel_gesture()
        self._close_name()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.cancel_gesture()
        self._close_name()
        super().resizeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.edits or not self.ids:
            return
        self.cancel_gesture()
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self._selected_spot() if is_key else QPointF(event.pos())
        context_menu(self, spot, self.hit(spot)).popup(self.mapToGlobal(spot.toPoint()))

    def _selected_spot(self) -> QPointF:
        """Where a menu asked for by a key belongs."""
        chosen = self._over.processes
        if chosen:
            return QPointF(*self.where().centres[chosen[-1]])
        if self._over.channels:
            return QPointF(*point_at(self.laid().ways[self._over.channels[-1]], 0.5))
        return QPointF(self.rect().center())

    # Names

    def rename_selected(self) -> None:
        """Open the name of the selected process for editing."""
        chosen = self.session.selection.of(ProcessItem) if self.changes else []
        if chosen:
            self.rename(chosen[-1].id)

    def rename(self, process: str) -> None:
        """Open the name of a process for editing, where it stands."""
        if process not in self.ids or not self.isVisible():
            return
        self.settle()
        self.cancel_gesture()
        self._close_name()
        self._pointer.leave()
        centre = self.where().centres[self.ids.index(process)]
        edit = NameEdit(self, self.session, process, centre)
        edit.closed.connect(self._name_closed)
        self._name_edit = edit

    def _name_closed(self) -> None:
        self._name_edit = None

    def _close_name(self, unless=lambda edit: True) -> None:
        if self._name_edit is not None and unless(self._name_edit):
            self._name_edit.close_edit()

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        has_alt = plain == Qt.KeyboardModifier.AltModifier
        if not self.edits or not self.ids:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._escape():
            pass
        elif key in NUDGES and has_alt and self._over.processes and self.changes:
            nudge(self.session, [self.ids[p] for p in self._over.processes], NUDGES[key])
        elif key in STEPS and not plain:
            item = next_item(self.run, self.session.selection.last, STEPS[key])
            self.session.selection.set(item)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._over.processes:
            self.rename_selected()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> bool:
        """Leave what one is in: a gesture, a tool, a selection. False: nothing of these."""
        if self._gesture is not None:
            self.cancel_gesture()
        elif self.tool != "select":
            self.session.tools.choose("select")
        elif self.session.selection.items:
            self.session.selection.clear()
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_frame(event.reason() in KEYBOARD)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_frame(False)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.cancel_gesture()
        super().focusOutEvent(event)

    def _show_frame(self, shown: bool) -> None:
        if shown != self._has_frame:
            self._has_frame = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._has_frame:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent), 2.0))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 5, 5)
            painter.end()

    # Words

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _show_tooltip(self, where: QPoint, on_screen: QPoint) -> None:
        found = self.hit(QPointF(where)) if self._gesture is None else None
        text = describe(self.run, found, self._rows, self._time_us) if found else ""
        if text:
            QToolTip.showText(on_screen, text, self)
        else:
            QToolTip.hideText()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        super().changeEvent(event)
