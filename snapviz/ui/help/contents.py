"""The contents of the help as a tree: pages, and the sections of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from snapviz.ui.help.finding import plain
from snapviz.ui.help.pages import Page

PLACE = Qt.ItemDataRole.UserRole


class ContentsTree(QTreeWidget):
    """``wanted``: the name of a page and the id of a section on it, empty for its top."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("help.contents")
        self.setProperty("role", "contents")
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(
            lambda item, _: item and self.wanted.emit(*item.data(0, PLACE))
        )
        # One that is marked because a person scrolled there is not changed by a click.
        self.itemClicked.connect(lambda item, _: self.wanted.emit(*item.data(0, PLACE)))

    def offer(self, pages: Sequence[Page]) -> None:
        """Other pages, or the same in another language."""
        self.blockSignals(True)
        self.clear()
        for page in pages:
            top = QTreeWidgetItem([page.title])
            top.setData(0, PLACE, (page.name, ""))
            for section in page.sections:
                title = plain(section.title)
                below = QTreeWidgetItem([title])
                below.setToolTip(0, title)
                below.setData(0, PLACE, (page.name, section.id))
                top.addChild(below)
            self.addTopLevelItem(top)
        self.blockSignals(False)

    def show_place(self, page: Page, section: str) -> None:
        """Mark what is read, the sections of its page in sight, and of no other."""
        self.blockSignals(True)
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            is_it = top.data(0, PLACE)[0] == page.name
            top.setExpanded(is_it)
            if is_it:
                item = top.child(page.place_of(section)) or top
                self.setCurrentItem(item)
                self.scrollToItem(item)
        self.blockSignals(False)
