"""Pictures that leave the window: the export dialog, and the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from snapviz.diagram.theme import Theme
from snapviz.ui.main_window import MainWindow

if TYPE_CHECKING:
    from snapviz.ui.dialogs.export import ExportDialog
    from snapviz.ui.workbench import Workbench


class Pictures(QObject):
    """Of the diagram, or of a page that lies over it; the dialog is made when it is wanted."""

    def __init__(self, window: MainWindow, bench: Workbench):
        super().__init__(bench)
        self._window, self._bench = window, bench
        self.dialog: ExportDialog | None = None

    def show_export(self) -> None:
        """Show the export dialog beside the window; a page has a figure of its own."""
        bench = self._bench
        if bench.what_if.page is not None:
            bench.what_if.page.tools.ask_place()
            return
        if self.dialog is None:
            self.dialog = self._made()
        self.dialog.show_document(bench.files.document, bench.central.view.visible_range())

    def _made(self) -> ExportDialog:
        from snapviz.ui.dialogs.export import ExportDialog

        dialog = ExportDialog(self._window, self._bench.central.messages)
        dialog.set_theme(self._window.appearance.theme)
        dialog.set_future(self._window.settings.future)
        dialog.set_votes(self._window.settings.votes)
        return dialog

    def copy(self) -> None:
        """Put the diagram, or what a page shows, on the clipboard as it is seen."""
        bench = self._bench
        if bench.what_if.page is not None:
            bench.what_if.page.tools.copy()
            return
        from snapviz.ui.copy_image import copy_image

        copy_image(bench.central.view, self._window.appearance.theme, bench.editor.run)
        bench.session.messages.tell(self._tell_copied)

    def _tell_copied(self) -> None:
        self._bench.session.messages.success(
            QCoreApplication.translate("Workbench", "The diagram is on the clipboard.")
        )

    def set_theme(self, theme: Theme) -> None:
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    def set_future(self, mode: str) -> None:
        if self.dialog is not None:
            self.dialog.set_future(mode)

    def set_votes(self, shown: bool) -> None:
        if self.dialog is not None:
            self.dialog.set_votes(shown)
