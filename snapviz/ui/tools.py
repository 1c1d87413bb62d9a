"""The tool in hand: what a press of the mouse on a diagram begins."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

TOOLS = ("select", "process", "channel", "message", "snapshot", "checkpoint", "crash", "rollback")
DEFAULT_PROTOCOL = "chandy-lamport"


class Tools(QObject):
    """One tool at a time; ``select`` is the one to come back to."""

    changed = Signal()
    protocol_changed = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._current = "select"
        self._protocol = DEFAULT_PROTOCOL

    @property
    def current(self) -> str:
        """One of ``TOOLS``."""
        return self._current

    def choose(self, tool: str) -> None:
        """Take another tool; ValueError for an unknown one."""
        if tool not in TOOLS:
            raise ValueError(tool)
        if tool != self._current:
            self._current = tool
            self.changed.emit()

    @property
    def protocol(self) -> str:
        """The protocol of the snapshots to come."""
        return self._protocol

    def choose_protocol(self, protocol: str) -> None:
        if protocol != self._protocol:
            self._protocol = protocol
            self.protocol_changed.emit()
