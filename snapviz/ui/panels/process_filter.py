"""The choice whose events a list shows: those of every process, or of one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

ALL = -1


class ProcessFilter(QComboBox):
    """``chosen``: another process number, or -1 for all."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self.setMinimumHeight(28)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(170)
        self.retranslate()
        self.currentIndexChanged.connect(lambda index: self.chosen.emit(index - 1))

    @property
    def process(self) -> int:
        return max(self.currentIndex() - 1, ALL)

    def choose(self, process: int) -> None:
        """Choose a process by its number, or -1 for all."""
        if process + 1 < self.count():
            self.setCurrentIndex(process + 1)

    def set_processes(self, ids: tuple[str, ...]) -> None:
        """Offer other processes; the one chosen stays if it is still there, without a word."""
        if ids != self._ids:
            chosen = self._ids[self.process] if self.process >= 0 else None
            self._ids = ids
            self._fill(ids.index(chosen) if chosen in ids else ALL)

    def _fill(self, chosen: int) -> None:
        with QSignalBlocker(self):
            self.clear()
            self.addItems([self.tr("All processes"), *self._ids])
            self.setCurrentIndex(chosen + 1)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Events of which process"))
        self._fill(self.process)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
