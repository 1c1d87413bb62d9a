"""The words inside diagrams, offered to translators."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

WORDS = (
    QT_TRANSLATE_NOOP("Diagram", "No processes yet"),
    QT_TRANSLATE_NOOP("Diagram", "event"),
    QT_TRANSLATE_NOOP("Diagram", "message"),
    QT_TRANSLATE_NOOP("Diagram", "marker"),
    QT_TRANSLATE_NOOP("Diagram", "control message"),
    QT_TRANSLATE_NOOP("Diagram", "copy or agreement"),
    QT_TRANSLATE_NOOP("Diagram", "state recorded"),
    QT_TRANSLATE_NOOP("Diagram", "in transit at the cut"),
    QT_TRANSLATE_NOOP("Diagram", "orphan"),
    QT_TRANSLATE_NOOP("Diagram", "in transit, not recorded"),
    QT_TRANSLATE_NOOP("Diagram", "recorded, not in transit"),
    QT_TRANSLATE_NOOP("Diagram", "lost"),
    QT_TRANSLATE_NOOP("Diagram", "received again"),
    QT_TRANSLATE_NOOP("Diagram", "refused"),
    QT_TRANSLATE_NOOP("Diagram", "drift"),
    QT_TRANSLATE_NOOP("Diagram", "step"),
    QT_TRANSLATE_NOOP("Diagram", "causal past"),
    QT_TRANSLATE_NOOP("Diagram", "causal future"),
    QT_TRANSLATE_NOOP("Diagram", "clock set"),
    QT_TRANSLATE_NOOP("Diagram", "seed"),
    QT_TRANSLATE_NOOP("Diagram", "trace"),
    QT_TRANSLATE_NOOP("Diagram", "consistent"),
    QT_TRANSLATE_NOOP("Diagram", "inconsistent"),
    QT_TRANSLATE_NOOP("Diagram", "orphans"),
    QT_TRANSLATE_NOOP("Diagram", "missing"),
    QT_TRANSLATE_NOOP("Diagram", "extra"),
    QT_TRANSLATE_NOOP("Diagram", "recording"),
    QT_TRANSLATE_NOOP("Diagram", "complete"),
    QT_TRANSLATE_NOOP("Diagram", "aborted"),
    QT_TRANSLATE_NOOP("Diagram", "failed"),
    QT_TRANSLATE_NOOP("Diagram", "checkpoint"),
    QT_TRANSLATE_NOOP("Diagram", "scripted checkpoint"),
    QT_TRANSLATE_NOOP("Diagram", "independent checkpoint"),
    QT_TRANSLATE_NOOP("Diagram", "coordinated checkpoint"),
    QT_TRANSLATE_NOOP("Diagram", "forced checkpoint"),
    QT_TRANSLATE_NOOP("Diagram", "crash"),
    QT_TRANSLATE_NOOP("Diagram", "restart"),
    QT_TRANSLATE_NOOP("Diagram", "put back"),
    QT_TRANSLATE_NOOP("Diagram", "recovery line"),
    QT_TRANSLATE_NOOP("Diagram", "undone"),
    QT_TRANSLATE_NOOP("Diagram", "undone message"),
    QT_TRANSLATE_NOOP("Diagram", "undone orphan"),
    QT_TRANSLATE_NOOP("Diagram", "waits"),
    QT_TRANSLATE_NOOP("Diagram", "recalled"),
    QT_TRANSLATE_NOOP("Diagram", "delivered again"),
    QT_TRANSLATE_NOOP("Diagram", "on {process}"),
    QT_TRANSLATE_NOOP("Diagram", "down"),
)


def translated(word: str) -> str:
    """A word of a diagram in the language of the application; names of protocols are everyone's."""
    found = QCoreApplication.translate("Diagram", word)
    return found if found != word else QCoreApplication.translate("Words", word)
