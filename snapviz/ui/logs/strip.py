"""A strip above the diagram of a log: which execution is shown, and by what it was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from snapviz.ui.wording import filled

PREVIEW_AFTER_MS = 250
WIDEST_CHOICE = 150  # the parser needs the room more


class LogStrip(QWidget):
    """Hidden while no log is shown.

    ``chosen``: the place of an execution. ``preview_wanted``: the parser as it is being written;
    ``read_wanted``: as it was confirmed with Return.
    """

    chosen = Signal(int)
    preview_wanted = Signal(str)
    read_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("logStrip")
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.executions = QComboBox(self)
        self.executions.setObjectName("logStrip.execution")
        self.executions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.executions.setMaximumWidth(WIDEST_CHOICE)
        self.parser = QLineEdit(self)
        self.parser.setObjectName("logStrip.parser")
        self.told = QLabel(self)
        self.told.setObjectName("logStrip.told")
        self._title = QLabel(self)
        self._counts = (0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        for widget in (self._title, self.executions):
            row.addWidget(widget)
        row.addWidget(self.parser, 1)
        row.addWidget(self.told)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PREVIEW_AFTER_MS)
        self._waiting.timeout.connect(lambda: self.preview_wanted.emit(self.parser.text()))
        self.executions.activated.connect(self.chosen)
        self.parser.textEdited.connect(lambda: self._waiting.start())
        self.parser.returnPressed.connect(self._confirm)
        self.hide()
        self.retranslate()

    def show_log(self, labels: Sequence[str], shown: int, parser: str) -> None:
        """Another log, or another execution of it."""
        self._waiting.stop()
        self.executions.clear()
        self.executions.addItems([label or self.tr("(no label)") for label in labels])
        self.executions.setCurrentIndex(shown)
        self.executions.setVisible(len(labels) > 1)
        self.parser.setText(parser)
        self.parser.setCursorPosition(0)

    def tell(self, events: int, hosts: int) -> None:
        """What the parser finds."""
        self._counts = (events, hosts)
        self.told.setToolTip("")
        self._tell()

    def tell_problem(self, text: str) -> None:
        """Why the parser finds nothing."""
        self.told.setText(self.tr("finds nothing"))
        self.told.setToolTip(text)

    def _confirm(self) -> None:
        self._waiting.stop()
        self.read_wanted.emit(self.parser.text())

    def _tell(self) -> None:
        text = self.tr("%1 events, %2 hosts")
        self.told.setText(filled(text, *self._counts))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Log, read only"))
        self._title.setToolTip(
            self.tr(
                "A log has happened already. Events lie where causality puts them, not in time."
            )
        )
        self.executions.setAccessibleName(self.tr("Execution of the log"))
        self.parser.setAccessibleName(self.tr("Parser: a regular expression"))
        self.parser.setToolTip(
            self.tr("A regular expression with the groups host, clock and event; Return reads anew")
        )
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
