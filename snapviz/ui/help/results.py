"""What was found in the help: where, and the sentence with the words lit in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.help.finding import Sentence
from snapviz.ui.panels.clocks_paint import demi_bold

PADDING, SIDE, MOST_LINES, LONGEST = 7, 10, 3, 160
Role = Qt.ItemDataRole


class Results(QAbstractListModel):
    """``words``: those that were looked for."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.found: Sequence[Sentence] = ()
        self.words: Sequence[str] = ()

    def set_found(self, found: Sequence[Sentence], words: str) -> None:
        self.beginResetModel()
        self.found, self.words = found, words.lower().split()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: QModelIndex, role: int = Role.DisplayRole) -> str | None:
        one = self.found[index.row()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return f"{one.where}: {one.text}"
        return None


def excerpt(text: str, words: Sequence[str]) -> str:
    """A sentence, or of a long one what stands around the first word that was found."""
    if len(text) <= LONGEST:
        return text
    places = [text.lower().find(word) for word in words]
    start = max(min((place for place in places if place >= 0), default=0) - LONGEST // 3, 0)
    cut = text[start : start + LONGEST]
    return ("…" if start else "") + cut + ("…" if start + LONGEST < len(text) else "")


class ResultDelegate(QStyledItemDelegate):
    """Where in one line, below it the sentence in up to three."""

    def __init__(self, parent: QListView):
        super().__init__(parent)
        self.theme = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme, model = self.theme, index.model()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.accent_tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.hover))
        room = option.rect.adjusted(SIDE, PADDING, -SIDE, -PADDING)
        one, bold = model.found[index.row()], demi_bold(option.font)
        painter.save()
        painter.setFont(bold)
        painter.setPen(QColor(theme.ink))
        metrics = QFontMetrics(bold)
        where = metrics.elidedText(one.where, Qt.TextElideMode.ElideLeft, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, where)
        painter.setPen(QColor(theme.muted))
        text = self._laid_out(one, model.words, option.font, room.width())
        text.draw(painter, QPointF(room.left(), room.top() + metrics.height() + 3))
        painter.restore()

    def _laid_out(self, one: Sentence, words: Sequence[str], font, width: int) -> QTextLayout:
        said = excerpt(one.text, words)
        made = QTextLayout(said, font)
        made.setFormats(list(self._marks(said, words)))
        made.beginLayout()
        top = 0.0
        for _ in range(MOST_LINES):
            line = made.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        made.endLayout()
        return made

    def _marks(self, said: str, words: Sequence[str]):
        style = QTextCharFormat()
        style.setForeground(QColor(self.theme.accent))
        style.setFontWeight(600)
        for word in words:
            for match in re.finditer(re.escape(word), said.lower()):
                mark = QTextLayout.FormatRange()
                mark.start, mark.length, mark.format = match.start(), len(word), style
                yield mark

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        view, model = self.parent(), index.model()
        width = view.viewport().width()
        font = view.font()
        text = self._laid_out(
            model.found[index.row()], model.words, font, max(width - 2 * SIDE, 60)
        )
        height = QFontMetrics(demi_bold(font)).height() + 3 + text.boundingRect().height()
        return QSize(width, round(height) + 2 * PADDING)


class ResultList(QListView):
    """``chosen`` carries the sentence that was clicked, or gone to by the arrow keys."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("help.results")
        self.setProperty("role", "contents")
        self.results = Results(self)
        self.setModel(self.results)
        self._drawn = ResultDelegate(self)
        self.setItemDelegate(self._drawn)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        self._drawn.theme = theme
        self.viewport().update()

    def show_found(self, found: Sequence[Sentence], words: str) -> None:
        self.results.set_found(found, words)
        self.scrollToTop()

    def place(self, number: int) -> QRect:
        """Where an entry stands in the viewport."""
        return self.visualRect(self.results.index(number))

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.results.found[index.row()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
