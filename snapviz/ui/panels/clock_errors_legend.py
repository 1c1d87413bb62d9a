"""The clocks by their colours, each with its error at the play-head."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.panels.flow import FlowLayout


class ErrorLegend(QWidget):
    """A name in the ink of its process, and how many milliseconds its clock is off."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("clockErrors.legend")
        self._theme = LIGHT
        self._rows: list[tuple[int, str, str]] = []
        self._labels: list[QLabel] = []
        self._flow = FlowLayout(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 6, 0)
        column.addLayout(self._flow)

    @property
    def texts(self) -> list[str]:
        """What stands there: ``P1 +4 ms``."""
        return [f"{name} {error} ms" for _, name, error in self._rows]

    def show_rows(self, rows: list[tuple[int, str, str]]) -> None:
        """(process number, id, error) of each."""
        if rows == self._rows:
            return
        self._rows = rows
        while len(self._labels) < len(rows):
            label = QLabel(self)
            self._labels.append(label)
            self._flow.addWidget(label)
        for place, label in enumerate(self._labels):
            label.setVisible(place < len(rows))
        self._fill()
        self.setAccessibleDescription(", ".join(self.texts))

    def _fill(self) -> None:
        for (number, name, error), label in zip(self._rows, self._labels, strict=False):
            ink, muted = self._theme.process_ink(number), self._theme.ink
            shown = name.replace("&", "&amp;").replace("<", "&lt;")
            label.setText(
                f'<b style="color:{ink}">━ {shown}</b> <span style="color:{muted}">{error}</span>'
            )
        self._flow.invalidate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()
