"""The way of a snapshot on its card: captured, gathered, kept, decided, and when."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.study.pipeline import DECIDED, DONE, FAILED, TO_COME, UNDER_WAY, Stage
from snapviz.ui.figures import ms_text
from snapviz.ui.panels.clocks_paint import LEFT, demi_bold, paint_text, sized
from snapviz.ui.wording import filled

HEIGHT = 48
EDGE = 6
RADIUS = 6.0
SMALL = 12
translate = QCoreApplication.translate


class PipelineBar(QWidget):
    """One sign, word and instant for each stage. ``chosen``: a stage that was reached is clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("snapshot.pipeline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._theme = LIGHT
        self._stages: tuple[Stage, ...] = ()
        self._decimals = 1
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def stages(self) -> tuple[Stage, ...]:
        return self._stages

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Word and figure of each stage, as they stand there."""
        return [(_word(stage), self._figure(stage)) for stage in self._stages]

    def show_stages(self, stages: tuple[Stage, ...], decimals: int) -> None:
        """How far it has come; hidden where it is not kept at all."""
        if (stages, decimals) != (self._stages, self._decimals):
            self._stages, self._decimals = stages, decimals
            self.setVisible(bool(stages))
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleName(translate("SnapshotCard", "The way of the snapshot"))
        self.setAccessibleDescription("\n".join(map(self._told, self._stages)))

    def _figure(self, stage: Stage) -> str:
        if stage.time_us is not None:
            return filled(
                translate("SnapshotCard", "%1 ms"), ms_text(stage.time_us, self._decimals)
            )
        if stage.state == FAILED:
            return translate("SnapshotCard", "never")
        if stage.state == UNDER_WAY and stage.name != DECIDED:
            text = translate("SnapshotCard", "%1 of %2")
            return filled(text, stage.done, stage.total)
        return translate("SnapshotCard", "under way") if stage.state == UNDER_WAY else "–"

    def _told(self, stage: Stage) -> str:
        """A sentence on a stage."""
        texts = {
            "captured": translate("SnapshotCard", "Every process records its part"),
            "gathered": translate("SnapshotCard", "All parts come to one process"),
            "kept": translate("SnapshotCard", "Each part is stored on other processes too"),
            "decided": translate("SnapshotCard", "All agree on whether the snapshot counts"),
        }
        return f"{texts[stage.name]}: {_word(stage)}, {self._figure(stage)}"

    # Drawing

    def _place(self, number: int) -> QRect:
        width = (self.width() - 2 * EDGE) // max(len(self._stages), 1)
        return QRect(EDGE + number * width, 0, width, self.height())

    def _at(self, place: QPointF) -> int | None:
        found = (n for n in range(len(self._stages)) if self._place(n).contains(place.toPoint()))
        return next(found, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, stage in enumerate(self._stages):
            self._paint_stage(painter, number, stage)
        painter.end()

    def _paint_stage(self, painter: QPainter, number: int, stage: Stage) -> None:
        theme, place = self._theme, self._place(number)
        centre = QPointF(place.left() + RADIUS + 1, 10.0)
        if number + 1 < len(self._stages):
            is_reached = self._stages[number + 1].state != TO_COME
            painter.setPen(QPen(QColor(theme.good if is_reached else theme.hairline), 2))
            left = centre.x() + RADIUS + 3
            painter.drawLine(QPointF(left, 10.0), QPointF(place.right() - 1, 10.0))
        self._paint_sign(painter, centre, stage.state)
        words = QRect(place.left(), 18, place.width() - 4, 14)
        painter.setFont(sized(demi_bold(self.font()), SMALL))
        painter.setPen(QColor(theme.muted if stage.state == TO_COME else theme.ink))
        paint_text(painter, words, _word(stage), LEFT)
        painter.setFont(sized(self.font(), SMALL))
        painter.setPen(QColor(theme.muted))
        paint_text(painter, words.translated(0, 14), self._figure(stage), LEFT)

    def _paint_sign(self, painter: QPainter, centre: QPointF, state: str) -> None:
        """A tick, a bar, half a disc or an empty ring: told apart without their colours."""
        theme = self._theme
        color = QColor({DONE: theme.good, FAILED: theme.bad, UNDER_WAY: theme.accent}.get(
            state, theme.channel
        ))  # fmt: skip
        painter.setPen(QPen(color, 1.75))
        painter.setBrush(color if state in (DONE, FAILED) else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, RADIUS, RADIUS)
        ink = QPen(QColor(theme.good_ink if state == DONE else theme.bad_ink), 1.75)
        x, y = centre.x(), centre.y()
        if state == DONE:
            painter.setPen(ink)
            points = [QPointF(x - 3, y), QPointF(x - 0.8, y + 2.2), QPointF(x + 3, y - 2.2)]
            painter.drawPolyline(points)
        elif state == FAILED:
            painter.setPen(ink)
            painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))
        elif state == UNDER_WAY:
            painter.setBrush(color)
            box = QRect(round(x - RADIUS), round(y - RADIUS), round(2 * RADIUS), round(2 * RADIUS))
            painter.drawPie(box, 90 * 16, -180 * 16)

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        is_link = number is not None and self._stages[number].time_us is not None
        shape = Qt.CursorShape
        self.setCursor(shape.PointingHandCursor if is_link else shape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and number is not None and self._stages[number].time_us is not None:
            self.chosen.emit(self._stages[number])
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(QPointF(event.pos()))
            text = "" if number is None else self._told(self._stages[number])
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)


def _word(stage: Stage) -> str:
    if stage.name == DECIDED and stage.state in (DONE, FAILED):
        committed = translate("SnapshotCard", "committed")
        return committed if stage.state == DONE else translate("SnapshotCard", "aborted")
    words = {
        "captured": translate("SnapshotCard", "captured"),
        "gathered": translate("SnapshotCard", "gathered"),
        "kept": translate("SnapshotCard", "kept"),
        "decided": translate("SnapshotCard", "decided"),
    }
    return words[stage.name]
