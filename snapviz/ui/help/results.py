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

PADDING, SIDE, GAP, LINES = 7, 10, 3, 2
LONGEST, LEAD = 90, 12  # letters of an excerpt, and of those before what was found
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
    """A sentence from shortly before the first word that was found, as much as there is room for."""
    places = [place for place in (text.lower().find(word) for word in words) if place >= 0]
    first = min(places, default=0)
    start = first - LEAD if len(text) > LONGEST // 2 and first > LONGEST // 3 else 0
    end = start + LONGEST
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


class ResultDelegate(QStyledItemDelegate):
    """Where in one line, below it the sentence in up to two."""

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
        text.draw(painter, QPointF(room.left(), room.top() + metrics.height() + GAP))
        painter.restore()

    def _laid_out(self, one: Sentence, words: Sequence[str], font, width: int) -> QTextLayout:
        said = excerpt(one.text, words)
        made = QTextLayout(said, font)
        made.setFormats(list(self._marks(said, words)))
        made.beginLayout()
        top = 0.0
        for _ in range(LINES):
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
        font = self.parent().font()
        lines = QFontMetrics(demi_bold(font)).height() + LINES * QFontMetrics(font).height()
        return QSize(80, lines + GAP + 2 * PADDING)


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
        # Measuring every sentence would take long.
        self.setUniformItemSizes(True)
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
