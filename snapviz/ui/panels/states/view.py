"""The lattice on the screen: a click, or Return, on a state shows its cut."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from snapviz.causality.global_states import GlobalStates
from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.state_lattice import StateMarks, StatePlaces, place_states, state_lattice
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.render.painter import paint
from snapviz.ui.wording import DOT, filled

Key = Qt.Key
KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
STEPS = {Key.Key_Right: (1, 0), Key.Key_Left: (-1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}


class LatticeView(QWidget):
    """``chosen``: the place of a state."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("states.lattice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 110)
        self._theme: Theme = LIGHT
        self._states: GlobalStates | None = None
        self._ids: tuple[str, ...] = ()
        self._places: StatePlaces | None = None
        self._marks = StateMarks()
        self._shows_focus = False

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    @property
    def marks(self) -> StateMarks:
        return self._marks

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_states(self, states: GlobalStates | None, ids: tuple[str, ...]) -> None:
        self._states, self._ids, self._places = states, ids, None
        self._marks = StateMarks()
        self.update()

    def mark(self, **marks: object) -> None:
        """Change some of `StateMarks`."""
        changed = replace(self._marks, **marks)
        if changed != self._marks:
            self._marks = changed
            self.update()

    @property
    def places(self) -> StatePlaces | None:
        """Where the states lie now."""
        if self._places is None and self._states is not None:
            self._places = place_states(self._states, self.width(), self.height())
        return self._places

    def picture(self) -> DisplayList | None:
        """What is shown, as a display list."""
        if self._states is None:
            return None
        size = self.width(), self.height()
        return state_lattice(self._states, self.places, self._marks, *size)

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self.picture()
        painter = QPainter(self)
        if picture is not None:
            paint(picture, painter, self._theme)
        if self._shows_focus:
            painter.setPen(QColor(self._theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event) -> None:
        self._places = None
        super().resizeEvent(event)

    # Hands

    def _at(self, spot: QPointF) -> int | None:
        places = self.places
        return None if places is None else places.at(spot.x(), spot.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hot = self._at(event.position())
        self.mark(hot=hot)
        self.setCursor(
            Qt.CursorShape.ArrowCursor if hot is None else Qt.CursorShape.PointingHandCursor
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.chosen.emit(found)
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = False
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.mark(hot=None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if self._states is None or key not in STEPS:
            super().keyPressEvent(event)
            return
        self.chosen.emit(self._beside(*STEPS[key]))

    def _beside(self, along: int, down: int) -> int:
        """The state next to the one whose cut is shown, or to the play-head's."""
        marks, places = self._marks, self.places
        here = next((m for m in (marks.hand_cut, marks.playhead) if m is not None), 0)
        if along:
            ends = {a: b for a, b in self._states.edges[::-1]} if along > 0 else {}
            if along < 0:
                ends = {b: a for a, b in self._states.edges[::-1]}
            return ends.get(here, here)
        level = self._states.levels[sum(self._states.cuts[here])]
        column = sorted(
            (self._states.place[cut] for cut in level), key=lambda p: places.points[p][1]
        )
        return column[min(max(column.index(here) + down, 0), len(column) - 1)]

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and Key(event.key()) in STEPS:
            # The window's play-head would take a step instead.
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            text = "" if found is None else self.text_of(found)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def text_of(self, place: int) -> str:
        """A state in words: how many events of each process, and whether the condition holds."""
        cut, holding = self._states.cuts[place], self._marks.holding
        counts = (
            filled(self.tr("%1: %2 events"), pid, n) for pid, n in zip(self._ids, cut, strict=True)
        )
        lines = [DOT.join(counts)]
        if holding is not None:
            lines.append(
                self.tr("the condition holds")
                if place in holding
                else self.tr("the condition does not hold")
            )
        return "\n".join(lines)
