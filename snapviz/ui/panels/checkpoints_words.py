"""Checkpoints in words: how one came about, and what it is now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.study.moment import COLLECTED, DISCARDED, LOST, TENTATIVE, UNDONE
from snapviz.ui.wording import DOT

translate = QCoreApplication.translate


def kind_word(kind: str) -> str:
    """How a checkpoint came about, in a word."""
    words = {
        "initial": translate("Checkpoints", "initial state"),
        "independent": translate("Checkpoints", "independent"),
        "coordinated": translate("Checkpoints", "coordinated"),
        "forced": translate("Checkpoints", "forced"),
        "scripted": translate("Checkpoints", "scripted"),
        "snapshot": translate("Checkpoints", "from a snapshot"),
    }
    return words.get(kind, kind)


def standing_text(kind: str, status: str, may_go: bool) -> str:
    """How it came about, and what became of it unless it simply stands."""
    words = {
        TENTATIVE: translate("Checkpoints", "tentative"),
        UNDONE: translate("Checkpoints", "undone"),
        DISCARDED: translate("Checkpoints", "discarded"),
        COLLECTED: translate("Checkpoints", "gone"),
        LOST: translate("Checkpoints", "lost"),
    }
    parts = [kind_word(kind)]
    if status in words:
        parts.append(words[status])
    elif may_go:
        parts.append(translate("Checkpoints", "may go"))
    return DOT.join(parts)
