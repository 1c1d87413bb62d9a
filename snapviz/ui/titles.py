"""What the window, its menu bar and the headings of two docks say about the document."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.ui.document import Document
from snapviz.ui.main_window import MainWindow
from snapviz.ui.wording import filled
from snapviz.ui.words import topology_text

translate = QCoreApplication.translate


def show_title(window: MainWindow, document: Document | None) -> None:
    """Name the document, and say whether it has changes that are not saved."""
    if document is None:
        window.setWindowTitle("snapviz")
        return
    title = document.scenario.title or translate("Workbench", "Untitled scenario")
    if document.is_log:
        _show_log(window, document, title)
    else:
        _show_scenario(window, document, title)
    window.title.adjustSize()
    window.dock["topology"].heading.set_caption(topology_text(document.scenario))


def _show_log(window: MainWindow, document: Document, title: str) -> None:
    # Its title begins with the name of the file.
    window.setWindowTitle(f"{title} — snapviz")
    window.setWindowFilePath(str(document.path))
    kind = translate("Workbench", "log, read only")
    window.title.setText(f"{title} — {kind}")
    window.dock["notes"].heading.set_caption("")


def _show_scenario(window: MainWindow, document: Document, title: str) -> None:
    path = document.path
    name = path.name if path else translate("Workbench", "not saved")
    # Without unsaved changes the title has no place for their sign, and is what it says.
    window.setWindowModified(False)
    sign = "[*]" if document.dirty else ""
    window.setWindowTitle(f"{name if path else title}{sign} — snapviz")
    window.setWindowModified(document.dirty)
    window.setWindowFilePath(str(path) if path else "")
    mark = "• " if document.dirty else ""
    window.title.setText(f"{mark}{title} — {name}")
    seed = filled(translate("Workbench", "seed %1"), document.scenario.seed)
    window.dock["notes"].heading.set_caption(seed)
