"""The one door for telling the person something: a bar above the diagram."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.buttons import ToolButton
from snapviz.ui.icons import icon, pixmap
from snapviz.ui.message_lines import MessageLines

SUCCESS_STAYS_MS = 8000


class MessageBar(QWidget):
    """Shows one message at a time, the latest; hidden when there is none.

    A problem stays until it is closed or another message comes, a refusal at most until
    something else is done; a success leaves by itself. What was said with `tell` is said
    anew in another language.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("messages")
        self._frame = QFrame(self)
        self._frame.setProperty("role", "message")
        self._theme = LIGHT
        self._kind = "info"
        self._is_refusal = False
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setProperty("role", "heading")
        self._text.setWordWrap(True)
        self._lines = MessageLines(self)
        self._action = QPushButton(self)
        self._close = ToolButton(self, "small")
        self._run_action: Callable[[], None] | None = None
        self._say: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SUCCESS_STAYS_MS)
        self._build()
        self._timer.timeout.connect(self.clear)
        self._close.clicked.connect(self.clear)
        self._action.clicked.connect(self._act)
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        self._text.setObjectName("messages.text")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._text)
        column.addWidget(self._lines)
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 10, 12, 4)
        around.addWidget(self._frame)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, top)
        row.addLayout(column, 1)
        row.addWidget(self._action, 0, top)
        row.addWidget(self._close, 0, top)

    @property
    def takes_room(self) -> bool:
        """Whether it stays for long, and so must not hide what it stands above."""
        return self._kind == "info" and not self.isHidden()

    def tell(self, say: Callable[[], None]) -> None:
        """``say`` calls one of the three below, now and whenever the language changes."""
        say()
        self._say = say

    def problem(self, text: str, lines: Sequence[str] = ()) -> None:
        """Say what went wrong, each detail on a line of its own."""
        self._show("problem", text, lines)

    def refusal(self, text: str, lines: Sequence[str] = ()) -> None:
        """Say why an edit was not made."""
        self._show("problem", text, lines)
        self._is_refusal = True

    def forget_refusal(self) -> None:
        """An edit was made after the one that was refused."""
        if self._is_refusal:
            self.clear()

    def success(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Say what was done; ``action`` words a button that calls ``run``."""
        self._show("success", text, (), action, run)
        self._timer.start()

    def offer(self, text: str, action: str, run: Callable[[], None]) -> None:
        """Offer something until it is taken or closed; ``action`` words the button for ``run``."""
        self._show("info", text, (), action, run)

    def clear(self) -> None:
        self._timer.stop()
        self._run_action = self._say = None
        self._is_refusal = False
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._close.setIcon(icon("close", theme.ink, theme.channel))
        self._close.setIconSize(QSize(16, 16))
        self._draw_icon()

    def _show(
        self,
        kind: str,
        text: str,
        lines: Sequence[str],
        action: str = "",
        run: Callable[[], None] | None = None,
    ) -> None:
        self._timer.stop()
        self._say = None
        self._is_refusal = False
        self._kind = kind
        self._run_action = run
        self._text.setText(text)
        self._lines.say(lines)
        self._action.setText(action)
        self._action.setVisible(run is not None)
        self._frame.setProperty("kind", kind)
        self._frame.style().polish(self._frame)
        self._draw_icon()
        self.setAccessibleDescription(" ".join([text, *lines]))
        self.show()

    def _draw_icon(self) -> None:
        theme = self._theme
        color = {"problem": theme.bad, "success": theme.good}.get(self._kind, theme.accent)
        name = "problem" if self._kind == "problem" else "success"
        self._icon.setPixmap(pixmap(name, color, 20, self.devicePixelRatioF()))

    def _act(self) -> None:
        run = self._run_action
        self.clear()
        if run is not None:
            run()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Message"))
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        self._lines.setAccessibleName(self.tr("Details"))
        if self._say is not None and not self.isHidden():
            self.tell(self._say)

    def showEvent(self, event: QShowEvent) -> None:
        if self._kind == "success":
            self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees has time."""
        self._timer.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Refusals:
    """The bar as the editor has it: all its problems are refusals."""

    def __init__(self, bar: MessageBar):
        self.tell = bar.tell
        self.problem = bar.refusal
