"""Theme and language of the whole application, changed while it runs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from snapviz.diagram.theme import DARK, LIGHT, Theme
from snapviz.resources import resources_folder
from snapviz.ui.dressing import Dressing
from snapviz.ui.fonts import window_font
from snapviz.ui.style import FRAME, palette, style_sheet

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Dresses the application and its window; ``theme_changed`` carries the tokens now in use."""

    theme_changed = Signal(object)

    def __init__(self, application: QApplication, window: QMainWindow):
        super().__init__(window)
        self._application = application
        self._dressing = Dressing(window, FRAME)
        self._choice = "system"
        self._translators: list[QTranslator] = []
        self.theme: Theme = LIGHT
        self.language = "en"
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def set_theme(self, choice: str) -> None:
        """``light``, ``dark``, or ``system``: what the desktop asks for."""
        self._choice = choice
        hints = QGuiApplication.styleHints()
        # Title bars and Qt's own dialogs follow the hint; ours follows the choice.
        hints.setColorScheme(SCHEMES[choice])
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if choice == "system" else None
        self._dress(DARK if dark or choice == "dark" else LIGHT)

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._dress(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)

    def _dress(self, theme: Theme) -> None:
        self.theme = theme
        application = self._application
        if application.style().name() != "fusion":
            application.setStyle("Fusion")
        if application.font() != (font := window_font()):
            application.setFont(font)
        application.setPalette(palette(theme))
        self._dressing.change(style_sheet(theme), style_sheet(theme, of_dock=True))
        self.theme_changed.emit(theme)

    @property
    def changing(self) -> bool:
        """Whether parts of the window do not wear the theme yet."""
        return self._dressing.under_way

    def set_language(self, language: str) -> None:
        """``en`` (the words in the source) or a language of ``resources/translations``."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []
        self.language = language
        self._dressing.repaint()
        if language == "en":
            return
        ours = str(resources_folder() / "translations")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{language}", qt), (f"snapviz_{language}", ours)):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)
