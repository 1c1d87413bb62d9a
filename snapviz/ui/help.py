"""What the keys and the mouse do, and what this program is: two small windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import snapviz
from snapviz.ui.actions import Actions
from snapviz.ui.command_table import COMMANDS
from snapviz.ui.icons import application_icon
from snapviz.ui.wording import filled


class Help(QObject):
    """Opens the help windows; each time anew, in the language of the moment."""

    def __init__(self, window: QWidget, actions: Actions):
        super().__init__(window)
        self._window = window
        self._actions = actions

    def show_shortcuts(self) -> None:
        dialog = self._dialog("dialog.shortcuts", self.tr("Keyboard and Mouse"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        keys = self._key_lines()
        half = -(-len(keys) // 2)
        for column, lines in enumerate((self._mouse_lines(), keys[:half], keys[half:])):
            for row, (does, what) in enumerate(lines):
                place = QLabel(does), QLabel(what)
                place[0].setProperty("role", "heading")
                for offset, label in enumerate(place):
                    grid.addWidget(label, row, column * 3 + offset)
        for gap in (2, 5):
            grid.setColumnMinimumWidth(gap, 24)
        self._show(dialog, grid)

    def _key_lines(self) -> list[tuple[str, str]]:
        native = QKeySequence.SequenceFormat.NativeText
        lines = []
        for command in COMMANDS:
            keys = self._actions[command.name].shortcut().toString(native)
            if keys:
                lines.append((keys, self._actions[command.name].iconText()))
        return lines

    def _mouse_lines(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Double-click in the topology"), self.tr("Add a process")),
            (self.tr("Drag from the rim of a process"), self.tr("Connect it; Shift: one way")),
            (self.tr("Drag a process"), self.tr("Move it, or all selected ones")),
            (self.tr("Drag from line to line"), self.tr("Send a message")),
            (self.tr("Drag an arrow head"), self.tr("Change the delay of the message")),
            (self.tr("Drag the grip beside a clock"), self.tr("Change the offset of the clock")),
            (self.tr("Snapshot tool, click a line"), self.tr("Start a snapshot there")),
            (self.tr("Crash tool, click a line"), self.tr("Crash it there; again: restart it")),
            (
                self.tr("Right-click selected processes"),
                self.tr("Part the network between them and the rest"),
            ),
            (self.tr("Click an event"), self.tr("Light its causal past and future")),
            (self.tr("Ctrl+Click another event"), self.tr("Compare the two")),
            (
                self.tr("Drag a point of the hand-drawn cut"),
                self.tr("See whether it is consistent"),
            ),
            (self.tr("Esc"), self.tr("Cancel what the mouse is doing")),
            (self.tr("Ctrl+Wheel"), self.tr("Zoom at the pointer")),
            (self.tr("Wheel"), self.tr("Scroll through time")),
            (self.tr("Drag the play-head"), self.tr("Move through the run")),
            (self.tr("Drop a file"), self.tr("Open it")),
        ]

    def show_about(self) -> None:
        dialog = self._dialog("dialog.about", self.tr("About snapviz"))
        row = QHBoxLayout()
        row.setSpacing(18)
        picture, words = QLabel(), QLabel()
        picture.setPixmap(application_icon().pixmap(64, 64))
        version = filled(self.tr("Version %1"), snapviz.__version__)
        says = self.tr("See how a distributed system takes a snapshot of itself.")
        terms = self.tr("Free software under the MIT licence. Typeface: Inter (SIL OFL).")
        words.setText(f"<h3>snapviz</h3><p>{version}</p><p>{says}</p><p>{terms}</p>")
        words.setWordWrap(True)
        words.setMinimumWidth(320)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._show(dialog, row)

    def _dialog(self, name: str, title: str) -> QDialog:
        dialog = QDialog(self._window)
        dialog.setObjectName(name)
        dialog.setWindowTitle(title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _show(self, dialog: QDialog, content) -> None:
        card = QFrame(dialog)
        card.setProperty("role", "card")
        card.setLayout(content)
        content.setContentsMargins(20, 16, 20, 16)
        close = QPushButton(self.tr("Close"), dialog)
        close.setDefault(True)
        close.clicked.connect(dialog.close)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        dialog.show()
