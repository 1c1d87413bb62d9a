"""How a row of the script is drawn, and where its editors open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.scenario.model import Send
from snapviz.ui.panels.script.model import ActionRole, FaultRole, PassedRole, SnapshotRole
from snapviz.ui.panels.script.row_editor import RowEditor
from snapviz.ui.panels.script.schema import DETAIL, KIND, TIME, WHAT

ROW_HEIGHT = 28
SIDE = 5
SLACK = 2  # texts are measured in whole pixels
HEAD = 4  # the play-head's mark
MOST_DETAIL = 84  # what a detail may take from what it is a detail of
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Hint = QStyledItemDelegate.EndEditHint
ONWARDS = {0: Hint.NoHint, 1: Hint.EditNextItem, -1: Hint.EditPreviousItem}
State = QStyle.StateFlag


class ScriptDelegate(QStyledItemDelegate):
    """``make`` gives the editor of a cell: (index, parent) -> RowEditor."""

    def __init__(self, make: Callable[[QModelIndex, QWidget], RowEditor], parent: QObject):
        super().__init__(parent)
        self._make = make
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(40, ROW_HEIGHT)

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.save()
        theme, rect = self.theme, option.rect
        if option.state & State.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_tint))
        elif option.state & State.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        if option.state & State.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if index.column() == TIME and index.data(PassedRole) == "current":
            self._paint_head(painter, rect)
        painter.setClipRect(rect)
        shared = (WHAT, DETAIL) if index.column() in (WHAT, DETAIL) else (index.column(),)
        for column in shared:
            self._paint_text(painter, option, index.siblingAtColumn(column))
        painter.restore()

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """One text, of which what has no room ends in dots."""
        column = index.column()
        place = QRect(option.widget.visualRect(index)).adjusted(SIDE, 0, -SIDE, 0)
        text = index.data()
        if column in (WHAT, DETAIL):
            text = self._share(option, index, place)
        painter.setFont(self._font(option.font, column))
        painter.setPen(QColor(self._color(index)))
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, RIGHT if column in (TIME, DETAIL) else LEFT, text)

    def _share(self, option: QStyleOptionViewItem, index: QModelIndex, place: QRect) -> str:
        """What an action is about goes on where its detail leaves room, and the other way round.

        Widens or narrows the place, and returns the text for it.
        """
        view, font = option.widget, option.font
        about, detail = index.siblingAtColumn(WHAT), index.siblingAtColumn(DETAIL)
        room = view.visualRect(detail)
        shown = self._detail(detail, room.width(), font)
        taken = self.width_of([shown], DETAIL, font) if shown else SIDE
        edge = room.right() - min(taken, max(room.width(), MOST_DETAIL))
        if index.column() == WHAT:
            place.setRight(edge)
            return about.data()
        end = view.visualRect(about).left() + self.width_of([about.data()], WHAT, font)
        place.setLeft(min(end, edge + SIDE))
        return shown

    def _detail(self, index: QModelIndex, room: int, font: QFont) -> str:
        """The detail of an action; where it is narrow, of a delay only the figure."""
        text = index.data()
        figure = text.rpartition(" ")[2]
        if isinstance(index.data(ActionRole), Send) and figure[:1].isdigit():
            return text if self.width_of([text], DETAIL, font) - SLACK <= room else figure
        return text

    def _paint_head(self, painter: QPainter, rect: QRect) -> None:
        """A small mark at the row the play-head passed last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        x, y = rect.left() + 2, rect.center().y() + 0.5
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - HEAD), QPointF(x + HEAD, y), QPointF(x, y + HEAD)])
        )

    def _font(self, font: QFont, column: int) -> QFont:
        made = QFont(font)
        if column == KIND:
            made.setWeight(QFont.Weight.DemiBold)
        elif column == DETAIL:
            made.setPixelSize(12)
        return made

    def _color(self, index: QModelIndex) -> str:
        theme, column, fault = self.theme, index.column(), index.data(FaultRole)
        passed = index.data(PassedRole)
        if fault in ("refused", "skipped") and column in (KIND, DETAIL):
            return theme.bad
        if fault == "late":
            return theme.muted
        number = index.data(SnapshotRole)
        if column == KIND and number is not None:
            return theme.snapshot_ink(number)
        if passed == "current" and column == TIME:
            return theme.accent
        if column == DETAIL or (passed and column != KIND):
            return theme.muted
        return theme.ink

    def width_of(self, texts: list[str], column: int, font: QFont) -> int:
        """What a column needs to show these texts whole."""
        metrics = QFontMetrics(self._font(font, column))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return widest + 2 * SIDE + SLACK + HEAD * (column == TIME)

    # Editing

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        editor = self._make(index, parent)
        editor.closed.connect(lambda onwards: self.closeEditor.emit(editor, ONWARDS[onwards]))
        return editor

    def setEditorData(self, editor: RowEditor, index: QModelIndex) -> None:
        """The editor was filled when it was made; what is typed must not be overwritten."""

    def setModelData(self, editor: RowEditor, model: QObject, index: QModelIndex) -> None:
        """The editor makes the edit by itself."""

    def updateEditorGeometry(
        self, editor: RowEditor, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Over its cell, and over what lies beside it where the cell is narrow."""
        rect = QRect(option.rect)
        if editor.is_form:
            self._place_form(editor, option.widget.viewport(), rect)
            return
        view = editor.parentWidget().rect()
        if index.column() == WHAT:
            rect.setRight(view.right() - 4)
        wanted = editor.minimumSizeHint().width() + SIDE
        if rect.width() < wanted:
            left = max(0, min(rect.left(), view.right() - wanted))
            rect.setLeft(rect.left() if index.column() == TIME else left)
            rect.setWidth(max(rect.width(), min(wanted, view.width())))
        editor.setGeometry(rect)

    def _place_form(self, editor: RowEditor, viewport: QWidget, rect: QRect) -> None:
        """Under its row, as wide as the table, inside the window."""
        host, height = editor.parentWidget(), editor.sizeHint().height()
        corner = viewport.mapTo(host, QPoint(0, rect.bottom() + 1))
        top = max(0, min(corner.y(), host.height() - height - SIDE))
        editor.setGeometry(QRect(corner.x(), top, viewport.width(), height))
        editor.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and focus are the editor's own affair."""
        return False
