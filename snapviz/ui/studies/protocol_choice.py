"""A button with the protocols that are meant, all or some."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.ui.buttons import ToolButton
from snapviz.ui.wording import filled
from snapviz.ui.words import protocol_name


class _StayingMenu(QMenu):
    """A menu in which several things can be ticked before it closes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isEnabled():
            action.trigger()
            event.accept()
        else:
            super().mouseReleaseEvent(event)


class ProtocolChoice(ToolButton):
    """``chosen``: the names that are ticked now; at least one is."""

    chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent, role="framed")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        menu = _StayingMenu(self)
        self._all = menu.addAction("")
        self._all.setObjectName("protocols.all")
        self._all.triggered.connect(lambda: self._choose(list(SNAPSHOT_PROTOCOLS)))
        menu.addSeparator()
        self._entries: dict[str, QAction] = {}
        for name in SNAPSHOT_PROTOCOLS:
            entry = menu.addAction("")
            entry.setObjectName(f"protocols.{name}")
            entry.setCheckable(True)
            entry.triggered.connect(self._ticked)
            self._entries[name] = entry
        self.setMenu(menu)
        self.set_names(list(SNAPSHOT_PROTOCOLS))

    @property
    def names(self) -> list[str]:
        return [name for name, entry in self._entries.items() if entry.isChecked()]

    def set_names(self, names: Sequence[str]) -> None:
        for name, entry in self._entries.items():
            entry.setChecked(name in names)
        self.retranslate()

    def _choose(self, names: list[str]) -> None:
        self.set_names(names)
        self.chosen.emit(self.names)

    def _ticked(self) -> None:
        if not self.names:
            # The last one stays: a comparison of nothing says nothing.
            self.sender().setChecked(True)
            return
        self.retranslate()
        self.chosen.emit(self.names)

    def retranslate(self) -> None:
        self._all.setText(self.tr("All protocols"))
        for name, entry in self._entries.items():
            entry.setText(protocol_name(name))
        words = self._words()
        self.setText(f"{words}  ▾")
        self.setAccessibleName(words)
        self.setToolTip(self.tr("Which protocols take the snapshots"))

    def _words(self) -> str:
        names = self.names
        if len(names) == len(self._entries):
            return filled(self.tr("All %1 protocols"), len(names))
        if len(names) == 1:
            return protocol_name(names[0])
        return filled(self.tr("%1 protocols"), len(names))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
