"""The table widget of the script: keys, columns, and where editing begins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from snapviz.ui.buttons import RETURNS
from snapviz.ui.panels.script.delegate import MOST_DETAIL, ROW_HEIGHT, ScriptDelegate
from snapviz.ui.panels.script.model import COLUMNS, ScriptModel
from snapviz.ui.panels.script.schema import DETAIL, KIND, TIME, WHAT

LEAST_WHAT = 90
EDIT_KEYS = (Qt.Key.Key_F2, *RETURNS)
Mode = QHeaderView.ResizeMode
Hint = QAbstractItemDelegate.EndEditHint
ONWARDS = {Hint.EditNextItem: 1, Hint.EditPreviousItem: -1}


class ScriptTable(QTableView):
    """Selects whole rows; double click, F2 and Enter edit, Esc gives the selection up."""

    def __init__(self, model: ScriptModel, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("script.table")
        self.setProperty("role", "script")
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setHighlightSections(False)
        header.setSectionResizeMode(Mode.Fixed)
        self.setSortingEnabled(True)
        self.sortByColumn(TIME, Qt.SortOrder.AscendingOrder)
        for signal in (model.modelReset, model.headerDataChanged):
            signal.connect(lambda *_: self.fit_columns())
        model.dataChanged.connect(lambda _from, _to, roles: roles or self.fit_columns())

    def fit_columns(self) -> None:
        """Times and actions as wide as they need, what is left to what they are about."""
        model, delegate = self.model(), self.itemDelegate()
        if not isinstance(delegate, ScriptDelegate):
            return
        self.ensurePolished()
        widths = [0] * COLUMNS
        for column in (TIME, KIND, DETAIL):
            texts = model.longest(column)
            texts.append(model.title(column))
            widths[column] = delegate.width_of(texts, column, self.font())
        room = self.viewport().width()
        widths[DETAIL] = min(widths[DETAIL], MOST_DETAIL)
        widths[WHAT] = max(LEAST_WHAT, room - sum(widths))
        head = delegate.width_of([model.title(DETAIL)], DETAIL, self.font())
        widths[DETAIL] = max(head, room - widths[TIME] - widths[KIND] - widths[WHAT])
        widths[WHAT] = max(head, room - widths[TIME] - widths[KIND] - widths[DETAIL])
        for column, width in enumerate(widths):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_columns()

    def edit_current(self) -> None:
        """Open the editor of the current cell, or of the first one beside it that has any."""
        index = self.currentIndex()
        if not index.isValid():
            return
        columns = [index.column(), *(c for c in (WHAT, TIME) if c != index.column())]
        for column in columns:
            cell = index.siblingAtColumn(column)
            if cell.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(cell)
                self.edit(cell)
                return

    def edit(self, index, trigger=None, event=None):
        """Begin an edit; of the action's name, which is fixed, that of what it is about."""
        if trigger is None:
            return super().edit(index)
        doubled = QAbstractItemView.EditTrigger.DoubleClicked
        if trigger == doubled and index.column() == KIND:
            index = index.siblingAtColumn(WHAT)
        return super().edit(index, trigger, event)

    def commitData(self, editor: QWidget) -> None:
        """Whoever moves to another row leaves the editor, and so commits."""
        editor.submit()

    def closeEditor(self, editor: QWidget, hint) -> None:
        """Close an editor that is done, and open that of the next or previous cell that has one.

        One whose input is refused stays open.
        """
        if not editor.is_done or editor.isHidden():
            return
        focused = QApplication.focusWidget()
        keeps_focus = focused is None or focused is editor or editor.isAncestorOf(focused)
        super().closeEditor(editor, Hint.NoHint)
        if keeps_focus:
            self.setFocus()
        if hint in ONWARDS:
            cell = self._beside(self.currentIndex(), ONWARDS[hint])
            if cell is not None:
                self.setCurrentIndex(cell)
                self.edit(cell)

    def _beside(self, index: QModelIndex, step: int) -> QModelIndex | None:
        """The nearest cell that can be edited, in reading order."""
        model = self.model()
        cell = index.row() * COLUMNS + index.column() + step
        while 0 <= cell < model.rowCount() * COLUMNS:
            found = model.index(*divmod(cell, COLUMNS))
            if found.flags() & Qt.ItemFlag.ItemIsEditable:
                return found
            cell += step
        return None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._claims(event):
            event.accept()
            return True
        return super().event(event)

    def _claims(self, event: QKeyEvent) -> bool:
        """Keys that mean something else in a table than in the window."""
        return event.key() == Qt.Key.Key_F2 or event.matches(QKeySequence.StandardKey.SelectAll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in EDIT_KEYS:
            self.edit_current()
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def rows(self) -> list[int]:
        """The selected rows, the current one last."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        current = self.currentIndex().row()
        return sorted(chosen, key=lambda row: row == current)

    def show_rows(self, rows: list[int]) -> None:
        """Select these rows and bring the last of them into view."""
        model, flag = self.model(), QItemSelectionModel.SelectionFlag
        wanted = QItemSelection()
        for row in rows:
            wanted.select(model.index(row, 0), model.index(row, COLUMNS - 1))
        self.selectionModel().select(wanted, flag.ClearAndSelect)
        if rows:
            column = max(self.currentIndex().column(), 0)
            last: QModelIndex = model.index(rows[-1], column)
            self.selectionModel().setCurrentIndex(last, flag.NoUpdate)
            self.scrollTo(last)
