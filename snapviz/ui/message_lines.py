"""The details below a message: as high as they are written, up to some lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

SHOWN_LINES = 6


class MessageLines(QPlainTextEdit):
    """Read only; more than `SHOWN_LINES` are scrolled."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("messages.lines")
        self.setReadOnly(True)
        self.document().setDocumentMargin(0)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        # Chinese punctuation may hang over the edge; nothing is hidden beyond it.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def say(self, lines: Sequence[str]) -> None:
        """Each on a line of its own; hidden if there are none."""
        self.setPlainText("\n".join(lines))
        self.setVisible(bool(lines))
        self._fit()

    def _fit(self) -> None:
        height = ceil(sum(islice(self._heights(), SHOWN_LINES))) + 2 * self.frameWidth() + 2
        if height != self.height():
            self.setFixedHeight(height)

    def _heights(self) -> Iterator[float]:
        """Of each line as it is wrapped, in pixels: Chinese ones are higher than the font says."""
        block = self.document().begin()
        while block.isValid():
            self.document().documentLayout().blockBoundingRect(block)  # lays it out
            lines = block.layout()
            yield from (lines.lineAt(place).height() for place in range(lines.lineCount()))
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
