"""A strip above the diagram of a log: which execution is shown, and by what it was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from snapviz.diagram.figures import grouped
from snapviz.ui.buttons import ToolButton
from snapviz.ui.fields import ChoiceBox
from snapviz.ui.wording import filled

PREVIEW_AFTER_MS = 250
WIDEST_CHOICE = 130  # the parser needs the room more


class LogStrip(QWidget):
    """Hidden while no log is shown. ``name``: what its parts are called by.

    ``chosen``: the place of an execution. ``preview_wanted``: parser and delimiter as they are
    being written; ``read_wanted``: as they were confirmed with Return, or those of a preset.
    """

    chosen = Signal(int)
    preview_wanted = Signal(str, str)
    read_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, name: str = "logStrip"):
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.executions = ChoiceBox(self)
        self.executions.setObjectName(f"{name}.execution")
        self.executions.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.executions.setMaximumWidth(WIDEST_CHOICE)
        self.parser = QLineEdit(self)
        self.parser.setObjectName(f"{name}.parser")
        self.delimiter = QLineEdit(self)
        self.delimiter.setObjectName(f"{name}.delimiter")
        self.delimiter.setMaximumWidth(WIDEST_CHOICE)
        self.presets = ToolButton(self, "bar")
        self.presets.setObjectName(f"{name}.presets")
        self.presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.presets.setMenu(QMenu(self))
        self.told = QLabel(self)
        self.told.setObjectName(f"{name}.told")
        self._counts: tuple[int, int] | None = (0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self.executions)
        row.addWidget(self.parser, 5)
        row.addWidget(self.delimiter, 1)
        row.addWidget(self.presets)
        row.addWidget(self.told)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PREVIEW_AFTER_MS)
        self._waiting.timeout.connect(lambda: self.preview_wanted.emit(*self._written()))
        self.executions.activated.connect(self.chosen)
        for field in (self.parser, self.delimiter):
            field.textEdited.connect(lambda: self._waiting.start())
            field.returnPressed.connect(self._confirm)
        self.presets.menu().triggered.connect(lambda entry: self._take(*entry.data()))
        self.hide()
        self.retranslate()

    def offer(self, presets: Sequence[tuple[str, str, str]]) -> None:
        """(name, parser, delimiter) of what published logs need."""
        self.presets.menu().clear()
        for name, parser, delimiter in presets:
            entry = self.presets.menu().addAction(name)
            entry.setToolTip(parser)
            entry.setData((parser, delimiter))

    def _take(self, parser: str, delimiter: str) -> None:
        self._write(parser, delimiter)
        self._confirm()

    def _write(self, parser: str, delimiter: str) -> None:
        for field, text in ((self.parser, parser), (self.delimiter, delimiter)):
            field.setText(text)
            field.setCursorPosition(0)

    def _written(self) -> tuple[str, str]:
        return self.parser.text(), self.delimiter.text()

    def show_log(self, labels: Sequence[str], shown: int, parser: str, delimiter: str = "") -> None:
        """Another log, or another execution of it."""
        self._waiting.stop()
        self.executions.clear()
        self.executions.addItems([label or self.tr("(no label)") for label in labels])
        self.executions.setCurrentIndex(shown)
        self.executions.setVisible(len(labels) > 1)
        self._write(parser, delimiter)

    def tell(self, events: int, hosts: int) -> None:
        """What the parser finds."""
        self._counts = (events, hosts)
        self.told.setToolTip("")
        self._tell()

    def tell_problem(self, text: str) -> None:
        """Why the parser finds nothing."""
        self._counts = None
        self.told.setToolTip(text)
        self._tell()

    def _confirm(self) -> None:
        self._waiting.stop()
        self.read_wanted.emit(*self._written())

    def _tell(self) -> None:
        if self._counts is None:
            self.told.setText(self.tr("finds nothing"))
            return
        if self._counts == (1, 1):
            self.told.setText(self.tr("1 event, 1 host"))
            return
        events, hosts = self._counts
        one, many = self.tr("%1 events, 1 host"), self.tr("%1 events, %2 hosts")
        self.told.setText(filled(one if hosts == 1 else many, grouped(events), grouped(hosts)))

    def retranslate(self) -> None:
        self.told.setAccessibleDescription(
            self.tr(
                "A log has happened already. Events lie where causality puts them, not in time."
            )
        )
        self.executions.setAccessibleName(self.tr("Execution of the log"))
        self.parser.setAccessibleName(self.tr("Parser: a regular expression"))
        self.parser.setToolTip(
            self.tr("A regular expression with the groups host, clock and event; Return reads anew")
        )
        self.delimiter.setAccessibleName(self.tr("Delimiter: a regular expression"))
        self.delimiter.setPlaceholderText(self.tr("delimiter"))
        self.delimiter.setToolTip(
            self.tr(
                "A regular expression for what stands between executions; its group trace is the "
                "label of the next; Return reads anew"
            )
        )
        self.presets.setText(self.tr("Presets") + "  ▾")
        self.presets.setAccessibleName(self.tr("Presets"))
        self.presets.setToolTip(self.tr("Parsers and delimiters of published logs"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
