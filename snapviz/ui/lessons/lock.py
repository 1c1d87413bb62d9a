"""What a lesson lets its students change, in words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from snapviz.lessons.locks import forbidden
from snapviz.lessons.model import Lesson
from snapviz.scenario.model import Scenario
from snapviz.ui.wording import filled

TOOL_WORDS = {
    "messages": QT_TRANSLATE_NOOP("LessonTools", "messages"),
    "snapshots": QT_TRANSLATE_NOOP("LessonTools", "snapshots"),
    "checkpoints": QT_TRANSLATE_NOOP("LessonTools", "checkpoints"),
    "crashes": QT_TRANSLATE_NOOP("LessonTools", "crashes"),
    "clocks": QT_TRANSLATE_NOOP("LessonTools", "clocks"),
    "delays": QT_TRANSLATE_NOOP("LessonTools", "delays"),
    "channels": QT_TRANSLATE_NOOP("LessonTools", "channels"),
    "processes": QT_TRANSLATE_NOOP("LessonTools", "processes"),
    "settings": QT_TRANSLATE_NOOP("LessonTools", "settings of the run"),
}
ONLY = QT_TRANSLATE_NOOP("LessonTools", "This lesson lets you change only: %1.")
NOTHING = QT_TRANSLATE_NOOP("LessonTools", "This lesson lets you change nothing.")


def refused(lesson: Lesson, origin: Scenario, scenario: Scenario) -> str:
    """Why a lesson does not let a scenario become another; nothing, if it does."""
    if not forbidden(origin, scenario, lesson.tools):
        return ""
    if not lesson.tools:
        return _said(NOTHING)
    return filled(_said(ONLY), ", ".join(_said(TOOL_WORDS[tool]) for tool in lesson.tools))


def _said(text: str) -> str:
    return QCoreApplication.translate("LessonTools", text)
