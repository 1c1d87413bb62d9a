"""Who crashes: a box to tick for each process."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from snapviz.ui.panels.flow import FlowLayout


class CrashChoice(QWidget):
    """``changed``: somebody else was ticked. Who is down already stays ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._flow = FlowLayout(12)
        self.setLayout(self._flow)
        self.setContentsMargins(6, 0, 6, 0)
        self._boxes: list[QCheckBox] = []
        self._wanted: set[str] | None = None

    @property
    def boxes(self) -> list[QCheckBox]:
        """In the order of the processes."""
        return self._boxes

    @property
    def chosen(self) -> tuple[int, ...]:
        """The processes that are ticked."""
        return tuple(i for i, box in enumerate(self._boxes) if box.isChecked())

    def set_processes(self, ids: tuple[str, ...]) -> None:
        """Offer these processes; who was ticked stays so, at first the first one is."""
        if [box.text() for box in self._boxes] == list(ids):
            return
        for box in self._boxes:
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        if self._wanted is None and ids:
            self._wanted = {ids[0]}
        self._boxes = [self._made(pid) for pid in ids]

    def _made(self, pid: str) -> QCheckBox:
        box = QCheckBox(pid.replace("&", "&&"), self)
        box.setObjectName("recovery.crashes")
        box.setAccessibleName(pid)
        box.setChecked(pid in self._wanted)
        box.clicked.connect(lambda ticked, p=pid: self._tick(p, ticked))
        self._flow.addWidget(box)
        return box

    def _tick(self, pid: str, ticked: bool) -> None:
        (self._wanted.add if ticked else self._wanted.discard)(pid)
        self.changed.emit()

    def show_down(self, down: frozenset[int]) -> None:
        """These are down already, and restart with those who crash now."""
        for process, box in enumerate(self._boxes):
            with QSignalBlocker(box):
                is_down = process in down
                box.setEnabled(not is_down)
                box.setChecked(is_down or box.accessibleName() in self._wanted)
