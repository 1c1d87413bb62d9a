"""What the topology says beside the hand: what a tool does, what to do first."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate
# Words of the legend, offered to translators.
LEGEND = (
    QT_TRANSLATE_NOOP("Diagram", "not FIFO"),
    QT_TRANSLATE_NOOP("Diagram", "may lose messages"),
    QT_TRANSLATE_NOOP("Diagram", "cut off"),
)


def tool_hint(tool: str, processes: int) -> str:
    """What to do with the tool in hand; nothing for the select tool."""
    if tool in ("channel", "message") and processes < 2:
        return translate("TopologyView", "Add another process first")
    hints = {
        "process": translate("TopologyView", "Click to add a process"),
        "channel": translate("TopologyView", "Drag from one process to another"),
        "message": translate("TopologyView", "Drag from sender to receiver"),
        "snapshot": translate("TopologyView", "Click a process to start a snapshot"),
        "checkpoint": translate("TopologyView", "Click a process to take a checkpoint"),
        "crash": translate("TopologyView", "Click a process to crash it, again to restart it"),
    }
    return hints.get(tool, "")


def invitation(processes: int, channels: int) -> str:
    """The next thing to do while there is next to nothing."""
    if processes <= 1:
        return translate("TopologyView", "Double-click to add a process")
    if not channels:
        return translate("TopologyView", "Draw channels from rim to rim")
    return ""
