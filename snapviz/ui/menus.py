"""The menu bar, built from the actions; the words follow the language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from snapviz.ui.actions import Actions
from snapviz.ui.settings import Settings

THEME_WORDS = (
    ("system", QT_TRANSLATE_NOOP("Menus", "Like the &System")),
    ("light", QT_TRANSLATE_NOOP("Menus", "&Light")),
    ("dark", QT_TRANSLATE_NOOP("Menus", "&Dark")),
)
FUTURE_WORDS = (
    ("shown", QT_TRANSLATE_NOOP("Menus", "&Shown")),
    ("faint", QT_TRANSLATE_NOOP("Menus", "&Faint")),
    ("hidden", QT_TRANSLATE_NOOP("Menus", "&Hidden")),
)
# Languages name themselves, so that everyone finds their own.
LANGUAGE_NAMES = (("en", "English"), ("zh_CN", "简体中文"))


class Menus(QObject):
    """Fills a window's menu bar. Choices are told to the callables handed in."""

    def __init__(self, window: QMainWindow, actions: Actions, settings: Settings):
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._settings = settings
        self._titles: list[tuple[QMenu, str]] = []
        self._words: list[tuple[QAction, str]] = []
        self._recent: QMenu | None = None
        self._open_recent: Callable | None = None

    def build(
        self,
        docks: list[QDockWidget],
        set_theme: Callable[[str], None],
        set_language: Callable[[str], None],
        set_future: Callable[[str], None],
        open_recent: Callable,
    ) -> None:
        self._open_recent = open_recent
        self._build_file()
        view = self._menu(QT_TRANSLATE_NOOP("Menus", "&View"))
        self._add(view, "zoomIn", "zoomOut", "fit", "", "fullScreen", "")
        future = self._menu(QT_TRANSLATE_NOOP("Menus", "F&uture"), view)
        self._choices(future, "future", FUTURE_WORDS, self._settings.future, set_future)
        theme = self._menu(QT_TRANSLATE_NOOP("Menus", "&Theme"), view)
        self._choices(theme, "theme", THEME_WORDS, self._settings.theme, set_theme)
        language = self._menu(QT_TRANSLATE_NOOP("Menus", "&Language"), view)
        chosen = self._settings.language
        self._choices(language, "language", LANGUAGE_NAMES, chosen, set_language)
        view.addSeparator()
        for dock in docks:
            view.addAction(dock.toggleViewAction())
        playback = self._menu(QT_TRANSLATE_NOOP("Menus", "&Playback"))
        self._add(playback, "play", "stepForward", "stepBack", "", "toStart", "toEnd")
        self._add(playback, "", "slower", "faster")
        self._add(self._menu(QT_TRANSLATE_NOOP("Menus", "&Help")), "shortcuts", "about")
        self.retranslate()

    def _build_file(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&File"))
        self._add(menu, "open", "examples")
        self._recent = self._menu(QT_TRANSLATE_NOOP("Menus", "&Recent Files"), menu)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._add(menu, "", "save", "saveAs", "", "export", "", "quit")
        self._fill_recent()

    def _menu(self, title: str, parent: QMenu | None = None) -> QMenu:
        menu = parent.addMenu("") if parent else self._window.menuBar().addMenu("")
        self._titles.append((menu, title))
        return menu

    def _add(self, menu: QMenu, *names: str) -> None:
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()

    def _choices(self, menu: QMenu, name: str, words, chosen: str, tell: Callable) -> None:
        group = QActionGroup(menu)
        for value, text in words:
            action = menu.addAction("")
            action.setObjectName(f"action.{name}.{value}")
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _=False, v=value: tell(v))
            group.addAction(action)
            self._words.append((action, text))

    def _fill_recent(self) -> None:
        self._recent.clear()
        paths = self._settings.recent_files
        self._recent.menuAction().setEnabled(bool(paths))
        for path in paths:
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, p=path: self._open_recent(p))

    def recent_changed(self) -> None:
        self._fill_recent()

    def retranslate(self) -> None:
        for menu, title in self._titles:
            menu.setTitle(QCoreApplication.translate("Menus", title))
        for action, text in self._words:
            action.setText(QCoreApplication.translate("Menus", text))
