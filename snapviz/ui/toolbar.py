"""The bar above the diagram: what is used often, and the tool in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from snapviz.ui.actions import Actions
from snapviz.ui.buttons import ToolButton
from snapviz.ui.icons import icon
from snapviz.ui.tools import TOOLS

GROUPS = (
    ("new", "open", "save"),
    ("undo", "redo"),
    tuple(f"tool.{tool}" for tool in TOOLS[:3]),
    tuple(f"tool.{tool}" for tool in TOOLS[3:7]),
)
AT_THE_END = ("handCut", "zoomOut", "zoomIn", "fit", "export", "examples")
WORDED_FROM = 1180  # pixels of width from which the tools carry their names
ICON = QSize(18, 18)


class MainToolBar(QToolBar):
    """Files and history as icons, tools with their names where there is room."""

    def __init__(self, actions: Actions, parent: QWidget):
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        strip = QWidget(self)
        strip.setProperty("role", "strip")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(strip)
        self._row.setContentsMargins(12, 7, 12, 7)
        self._row.setSpacing(5)
        self._tools: list[QToolButton] = []
        self._protocols = QMenu(self)
        self._future: QToolButton | None = None
        self._add_groups(actions)
        self.addWidget(strip)
        self.retranslate()

    def _add_groups(self, actions: Actions) -> None:
        for index, group in enumerate(GROUPS):
            if index:
                self._row.addWidget(_divider())
            for name in group:
                self._add(actions[name], is_tool=name.startswith("tool."))
        self._row.addStretch(1)
        for name in AT_THE_END:
            self._add(actions[name])

    def _add(self, action: QAction, is_tool: bool = False) -> None:
        button = ToolButton(self, "bar" if is_tool else "barIcon", action)
        button.setIconSize(ICON)
        button.setVisible(action.isVisible())
        action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
        self._row.addWidget(button)
        if is_tool:
            self._tools.append(button)
        if action.objectName() == "action.tool.snapshot":
            self._snapshot = button

    def offer_future(self, menu: QMenu) -> None:
        """A button for what lies after the play-head: shown, faint or hidden."""
        self._future = ToolButton(self, "barIcon")
        self._future.setObjectName("toolbar.future")
        self._future.setIconSize(ICON)
        self._future.setMenu(menu)
        self._future.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._row.addWidget(self._future)
        self.retranslate()

    def set_theme(self, theme) -> None:
        if self._future is not None:
            self._future.setIcon(icon("future", theme.ink, theme.channel))

    def offer_protocols(
        self, protocols: Iterable[str], words: Callable[[str], str], choose: Callable[[str], None]
    ) -> None:
        """Hang the protocols on the snapshot tool, where there is a choice."""
        protocols = list(protocols)
        if len(protocols) < 2:
            return
        self._words = words
        for name in protocols:
            entry = self._protocols.addAction(words(name))
            entry.setData(name)
            entry.setCheckable(True)
        self._protocols.triggered.connect(lambda entry: choose(entry.data()))
        self._snapshot.setMenu(self._protocols)
        self._snapshot.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def show_protocol(self, name: str) -> None:
        """Mark the protocol of the snapshots to come."""
        for entry in self._protocols.actions():
            entry.setChecked(entry.data() == name)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        worded = self.width() >= WORDED_FROM
        for button in self._tools:
            wanted = style.ToolButtonTextBesideIcon if worded else style.ToolButtonIconOnly
            role = "bar" if worded else "barIcon"
            if button.toolButtonStyle() != wanted or button.property("role") != role:
                button.setToolButtonStyle(wanted)
                button.setProperty("role", role)
                button.style().polish(button)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Toolbar"))
        for button in self.findChildren(QToolButton):
            if button.defaultAction() is not None:
                button.setAccessibleName(button.defaultAction().iconText())
        for entry in self._protocols.actions():
            entry.setText(self._words(entry.data()))
        if self._future is not None:
            self._future.setAccessibleName(self.tr("Future"))
            self._future.setToolTip(
                self.tr("What lies after the play-head: shown, faint or hidden")
            )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _divider() -> QWidget:
    holder = QWidget()
    holder.setFixedWidth(11)
    line = QFrame(holder)
    line.setProperty("role", "divider")
    line.setGeometry(5, 5, 1, 24)
    return holder
