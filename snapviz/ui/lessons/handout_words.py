"""What stands on a printed lesson besides its own texts, in the language that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QTranslator

from snapviz.resources import resources_folder
from snapviz.ui.spacetime.words import translated

WORDS = (
    QT_TRANSLATE_NOOP("Handout", "Name:"),
    QT_TRANSLATE_NOOP("Handout", "key"),
    QT_TRANSLATE_NOOP("Handout", "To be done in the window."),
)


def printed(text: str) -> str:
    """A word of the sheet, or of the diagram on it."""
    return QCoreApplication.translate("Handout", text) if text in WORDS else translated(text)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything that is translated meanwhile is said in this language."""
    translator = QTranslator()
    is_other = language != "en" and translator.load(
        f"snapviz_{language}", str(resources_folder() / "translations")
    )
    if is_other:
        QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        if is_other:
            QCoreApplication.removeTranslator(translator)
