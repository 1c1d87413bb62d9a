"""The pseudo-code of a protocol: its lines, one of them lit; a rule can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from snapviz.lessons.narration.pseudo_code import Line
from snapviz.ui.panels.clocks_paint import demi_bold
from snapviz.ui.panels.event_list import EventDelegate, EventList

Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
LEFT, RIGHT, STEP, PADDING, LEAST = 12, 8, 14, 4, 17
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class CodeRows(QAbstractListModel):
    """``current``: the line that is lit, -1 if none is."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.current = -1

    def set_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines, self.current = lines, -1
        self.endResetModel()

    def light(self, rule: str) -> None:
        """Light the line of a rule, or none."""
        found = [place for place, line in enumerate(self.lines) if rule and line.id == rule]
        self.current = found[0] if found else -1
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def is_passed(self, place: int) -> bool:
        """All lines hold all the time."""
        return True

    def is_undone(self, place: int) -> bool:
        return False

    def is_selected(self, place: int) -> bool:
        return place == self.current

    def row_at(self, place: int) -> int:
        """What the list tells that is clicked: the number of the line."""
        return place

    def rowCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.lines[index.row()].text
        return None


class CodeDelegate(EventDelegate):
    """A line, indented, on as many lines of the screen as it needs; what is no rule is grey."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._widget = parent

    def height_of(self, line: Line, width: int) -> int:
        """Of a line in a list so many pixels wide; the lit one is bold, so all have its room."""
        metrics = QFontMetrics(demi_bold(self._widget.font()))
        room = QRect(0, 0, max(width - self._left(line) - RIGHT, 60), 1000)
        return max(metrics.boundingRect(room, WRAPPED, line.text).height(), LEAST) + 2 * PADDING

    def _left(self, line: Line) -> int:
        return LEFT + STEP * line.depth

    def paint_line(self, painter: QPainter, place: QRect, model: CodeRows, number: int) -> None:
        line, is_lit = model.lines[number], number == model.current
        painter.setFont(demi_bold(painter.font()) if is_lit else painter.font())
        painter.setPen(QColor(self.theme.ink if line.id else self.theme.muted))
        room = place.adjusted(self._left(line), PADDING, -RIGHT, -PADDING + 1)
        painter.drawText(room, WRAPPED, line.text)


class CodeList(EventList):
    """``event_chosen`` carries the number of a line."""

    def __init__(self, rows: CodeRows, parent: QWidget | None = None):
        self._code, self._drawn = rows, CodeDelegate(parent)
        super().__init__(rows, self._drawn, parent)

    def arrange(self) -> None:
        super().arrange()
        header, width = self.verticalHeader(), self.viewport().width()
        for place, line in enumerate(self._code.lines):
            height = self._drawn.height_of(line, width)
            if header.sectionSize(place) != height:
                header.resizeSection(place, height)
