"""What the callouts of the tour say; figures of the run stand in braces, as in lessons."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

TITLES = {
    "message": QT_TRANSLATE_NOOP("Tour", "Send a message"),
    "tool": QT_TRANSLATE_NOOP("Tour", "Take the snapshot tool"),
    "snapshot": QT_TRANSLATE_NOOP("Tour", "Start a snapshot"),
    "watch": QT_TRANSLATE_NOOP("Tour", "Watch it"),
    "verdict": QT_TRANSLATE_NOOP("Tour", "Read the verdict"),
    "end": QT_TRANSLATE_NOOP("Tour", "Your first snapshot"),
}
TEXTS = {
    "message": QT_TRANSLATE_NOOP(
        "Tour",
        "Each line is a process, time runs to the right. Press on the line of P1, drag to the line of P2, further right, and let go.",
    ),
    "tool": QT_TRANSLATE_NOOP("Tour", "Click “Snapshot” in the toolbar."),
    "snapshot": QT_TRANSLATE_NOOP(
        "Tour",
        "Click the line of %1 while the message is still on its way. There the snapshot begins.",
    ),
    "watch": QT_TRANSLATE_NOOP(
        "Tour",
        "Press Play. The dashed arrows are markers: who gets the first one records its own state.",
    ),
    "verdict": QT_TRANSLATE_NOOP(
        "Tour", "This card says what was recorded, and whether it goes together. Click “%1” on it."
    ),
    "end": QT_TRANSLATE_NOOP(
        "Tour",
        "The states that were recorded and the messages caught on their way ({%1.transit}) add up to {%1.sum}, and {%1.expected} are there. Nobody had to stop for it.",
    ),
}
TOO_LATE = QT_TRANSLATE_NOOP(
    "Tour", "This one begins too late to be completed. Click once more, further left."
)
NO_SNAPSHOT = QT_TRANSLATE_NOOP("Tour", "There is no complete snapshot any more. Go back a step.")
TITLE = QT_TRANSLATE_NOOP("Tour", "My first snapshot")


def said(text: str) -> str:
    """In the language of the window."""
    return QCoreApplication.translate("Tour", text)
