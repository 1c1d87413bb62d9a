"""Where a figure or a table goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from snapviz.ui.document import Document


def place_dialog(
    parent: QWidget,
    document: Document | None,
    title: str,
    name: str,
    kinds: str,
    write: Callable[[Path], None],
) -> QFileDialog:
    """Beside the document at first; ``name`` follows its name there, and its ending is added to one
    without. ``write`` is called with the place that is chosen."""
    folder = document.path.parent if document and document.path else Path.home()
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(name).suffix[1:])
    stem = document.suggested_name.split(".")[0] if document else "snapviz"
    dialog.selectFile(f"{stem}-{name}")
    dialog.fileSelected.connect(lambda chosen: write(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
