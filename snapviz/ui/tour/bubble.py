"""The callout of the tour: words and buttons on a plate with a tip, and a ring around the place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.tour.placing import GAP, placed, tip
from snapviz.ui.wording import filled

WIDTH = 368
RADIUS = 10
RING = 4  # pixels between a place and the ring around it
BUTTONS = ("end", "back", "skip", "examples", "lessons")


class Ring(QWidget):
    """Around the place; the mouse goes through it."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setObjectName("tour.ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.theme = LIGHT
        self.hide()

    def put_around(self, target: QRect | None) -> None:
        self.setVisible(target is not None)
        if target is not None:
            self.setGeometry(target.adjusted(-RING, -RING, RING, RING))
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class Bubble(QWidget):
    """``pressed``: one of ``BUTTONS``."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setObjectName("tour.bubble")
        self._ring = Ring(parent)
        self._theme = LIGHT
        self._tip: QPoint | None = None
        self._title, self._text, self._note = QLabel(self), QLabel(self), QLabel(self)
        self._where = QLabel(self)
        for label, name, role in (
            (self._title, "title", "heading"), (self._text, "text", ""),
            (self._note, "note", "bad"), (self._where, "where", "muted"),
        ):  # fmt: skip
            label.setObjectName(f"tour.{name}")
            label.setProperty("role", role)
        for label in (self._text, self._note):
            label.setWordWrap(True)
        self._buttons = {name: QPushButton(self) for name in BUTTONS}
        for name, button in self._buttons.items():
            button.setObjectName(f"tour.{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=name: self.pressed.emit(name))
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._where)
        row.setSpacing(6)
        row.addWidget(self._buttons["end"])
        row.addStretch(1)
        for name in BUTTONS[1:]:
            row.addWidget(self._buttons[name])
        column = QVBoxLayout(self)
        # Room for the tip at whichever side it is.
        column.setContentsMargins(GAP + 14, GAP + 12, GAP + 14, GAP + 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._note)
        column.addLayout(row)
        self.setFixedWidth(WIDTH + 2 * GAP)

    # What is shown

    def say(self, title: str, text: str, note: str, place: int, count: int) -> None:
        """The words of a step; at the last place the tour is over."""
        is_over = place == count
        self._title.setText(title)
        self._text.setText(text)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._where.setText("" if is_over else filled(self.tr("%1 of %2"), place + 1, count))
        self._buttons["back"].setVisible(place > 0)
        self._buttons["skip"].setVisible(not is_over)
        for name in ("examples", "lessons"):
            self._buttons[name].setVisible(is_over)
        self._buttons["end"].setText(self.tr("Done") if is_over else self.tr("End"))
        self.setAccessibleName(filled(self.tr("Tour: %1"), title))
        self.setAccessibleDescription(" ".join(filter(None, (text, note))))

    def point_at(self, target: QRect | None, side: str) -> None:
        """Stand beside a place of the window."""
        self.layout().activate()
        height = self.layout().totalHeightForWidth(self.width())
        self.resize(self.width(), max(height, self.layout().totalMinimumSize().height()))
        plate = self.rect().adjusted(GAP, GAP, -GAP, -GAP)
        around = target.adjusted(-RING, -RING, RING, RING) if target is not None else None
        found, side = placed(plate.size(), around, self.parentWidget().rect(), side)
        self.move(found.topLeft() - plate.topLeft())
        self._tip = tip(found, around, side) - self.pos() if side else None
        self._ring.put_around(target)
        self.show()
        self.raise_()
        self.update()

    def leave(self) -> None:
        self.hide()
        self._ring.hide()

    # Looks and words

    def set_theme(self, theme: Theme) -> None:
        self._theme = self._ring.theme = theme
        self.update()
        self._ring.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        plate = QRectF(self.rect().adjusted(GAP, GAP, -GAP, -GAP)).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(plate, RADIUS, RADIUS)
        if self._tip is not None:
            pointed = QPainterPath()
            pointed.addPolygon(self._triangle(plate, QPointF(self._tip)))
            shape = shape.united(pointed)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 1.5))
        painter.setBrush(QColor(self._theme.background))
        painter.drawPath(shape)

    def _triangle(self, plate: QRectF, end: QPointF) -> QPolygonF:
        """From the tip to the edge of the plate that is next to it, and a little inside."""
        half = 9
        if end.y() < plate.top() or end.y() > plate.bottom():
            y = plate.top() + 2 if end.y() < plate.top() else plate.bottom() - 2
            foot = [QPointF(end.x() - half, y), QPointF(end.x() + half, y)]
        else:
            x = plate.left() + 2 if end.x() < plate.left() else plate.right() - 2
            foot = [QPointF(x, end.y() - half), QPointF(x, end.y() + half)]
        return QPolygonF([foot[0], end, foot[1], foot[0]])

    def retranslate(self) -> None:
        self._buttons["back"].setText(self.tr("Back"))
        self._buttons["skip"].setText(self.tr("Skip"))
        self._buttons["skip"].setToolTip(self.tr("The step is done for you"))
        self._buttons["end"].setText(self.tr("End"))
        self._buttons["examples"].setText(self.tr("Examples"))
        self._buttons["lessons"].setText(self.tr("Lessons"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
