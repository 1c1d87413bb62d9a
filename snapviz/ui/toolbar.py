"""The bar above the diagram: what is used often, as buttons with icon and word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from snapviz.ui.actions import Actions
from snapviz.ui.buttons import ToolButton

GROUPS = (("examples", "open", "save"), ("export",), ("zoomOut", "zoomIn", "fit"))
ICON_ONLY = ("zoomIn", "zoomOut")
ICON = QSize(18, 18)


class MainToolBar(QToolBar):
    """``title`` at its far end names the document."""

    def __init__(self, actions: Actions, parent: QWidget):
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        strip = QWidget(self)
        strip.setProperty("role", "strip")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(strip)
        self._row.setContentsMargins(12, 7, 12, 7)
        self._row.setSpacing(6)
        self._add_buttons(actions)
        self.title = QLabel(strip)
        self.title.setProperty("role", "muted")
        self.title.setObjectName("toolbar.title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self.title, 1)
        self.addWidget(strip)
        self.retranslate()

    def _add_buttons(self, actions: Actions) -> None:
        for index, group in enumerate(GROUPS):
            if index:
                self._row.addWidget(_divider())
            for name in group:
                only_icon = name in ICON_ONLY
                button = ToolButton(self, "barIcon" if only_icon else "bar", actions[name])
                button.setIconSize(ICON)
                style = Qt.ToolButtonStyle
                button.setToolButtonStyle(
                    style.ToolButtonIconOnly if only_icon else style.ToolButtonTextBesideIcon
                )
                button.setAccessibleName(actions[name].toolTip())
                self._row.addWidget(button)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Toolbar"))
        for button in self.findChildren(QToolButton):
            if button.defaultAction() is not None:
                button.setAccessibleName(button.defaultAction().iconText())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _divider() -> QWidget:
    holder = QWidget()
    holder.setFixedWidth(13)
    line = QFrame(holder)
    line.setProperty("role", "divider")
    line.setGeometry(6, 5, 1, 24)
    return holder
