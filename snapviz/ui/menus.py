"""The menu bar, built from the actions; the words follow the language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from snapviz.ui.actions import Actions, button_text
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
TEMPLATES = (
    ("ring", QT_TRANSLATE_NOOP("Menus", "&Ring of 4")),
    ("line", QT_TRANSLATE_NOOP("Menus", "&Line of 4")),
    ("star", QT_TRANSLATE_NOOP("Menus", "&Star of 5")),
    ("complete", QT_TRANSLATE_NOOP("Menus", "&Complete, 4 processes")),
    ("tree", QT_TRANSLATE_NOOP("Menus", "&Tree of 7")),
    ("grid", QT_TRANSLATE_NOOP("Menus", "&Grid of 9")),
    ("random", QT_TRANSLATE_NOOP("Menus", "Ra&ndom, 6 processes")),
)
TEMPLATE_SIZES = {
    "ring": 4, "line": 4, "star": 5, "complete": 4, "tree": 7, "grid": 9, "random": 6,
}  # fmt: skip
# Languages name themselves, so that everyone finds their own.
LANGUAGE_NAMES = (("en", "English"), ("zh_CN", "简体中文"))


def template_title(topology: str) -> str:
    """What a scenario from a template is called at first: as its entry, in the person's language."""
    return button_text(QCoreApplication.translate("Menus", dict(TEMPLATES)[topology]))


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
        self.future: QMenu | None = None
        self._open_recent: Callable | None = None
        self._open_template: Callable[[str], None] | None = None

    def build(
        self,
        docks: list[list[QDockWidget]],
        set_theme: Callable[[str], None],
        set_language: Callable[[str], None],
        set_future: Callable[[str], None],
        open_recent: Callable,
        open_template: Callable[[str], None],
    ) -> None:
        self._open_recent = open_recent
        self._open_template = open_template
        self._build_file()
        self._build_edit()
        self._build_system()
        view = self._menu(QT_TRANSLATE_NOOP("Menus", "&View"))
        self._add(view, "zoomIn", "zoomOut", "fit", "", "handCut", "votes", "present", "")
        future = self.future = self._menu(QT_TRANSLATE_NOOP("Menus", "F&uture"), view)
        self._choices(future, "future", FUTURE_WORDS, self._settings.future, set_future)
        theme = self._menu(QT_TRANSLATE_NOOP("Menus", "&Theme"), view)
        self._choices(theme, "theme", THEME_WORDS, self._settings.theme, set_theme)
        language = self._menu(QT_TRANSLATE_NOOP("Menus", "&Language"), view)
        chosen = self._settings.language
        self._choices(language, "language", LANGUAGE_NAMES, chosen, set_language)
        for side in docks:
            view.addSeparator()
            view.addActions([dock.toggleViewAction() for dock in side])
        analyze = self._menu(QT_TRANSLATE_NOOP("Menus", "&Analyze"))
        self._add(analyze, "compare", "sweep", "differences", "states", "")
        self._add(analyze, "neverHappened", "breakIt", "decision", "narrator")
        playback = self._menu(QT_TRANSLATE_NOOP("Menus", "&Playback"))
        self._add(playback, "play", "stepForward", "stepBack", "", "toStart", "toEnd")
        self._add(playback, "", "slower", "faster", "", "continueFromHere")
        guide = self._menu(QT_TRANSLATE_NOOP("Menus", "&Help"))
        self._add(guide, "help", "shortcuts", "", "lessons", "tour", "", "about")
        self.retranslate()

    def _build_edit(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&Edit"))
        self._add(menu, "undo", "redo", "", "cut", "copy", "paste", "duplicate", "delete")
        self._add(menu, "", "selectAll", "rename", "", "find", "findNext", "findPrevious")
        self._add(menu, "", "copyImage")

    def _build_system(self) -> None:
        """What a person adds to the system, and the tools to do it with the mouse."""
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&System"))
        self._add(menu, "addProcess", "addChannel", "")
        arrange = self._menu(QT_TRANSLATE_NOOP("Menus", "&Arrange"), menu)
        self._add(arrange, *self._actions.named("arrange."))
        align = self._menu(QT_TRANSLATE_NOOP("Menus", "A&lign"), menu)
        self._add(align, *self._actions.named("align."), "", *self._actions.named("distribute."))
        tools = self._menu(QT_TRANSLATE_NOOP("Menus", "&Tool"), menu)
        self._add(tools, *self._actions.named("tool."))
        menu.addSeparator()
        self._add(menu, "sendMessage", "takeSnapshot", "syncClocks", "")
        self._add(menu, "checkpoint", "crash", "restart", "rollback", "", "partition", "heal")

    def _build_file(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&File"))
        self._add(menu, "new")
        template = self._menu(QT_TRANSLATE_NOOP("Menus", "New from &Template"), menu)
        for topology, text in TEMPLATES:
            entry = template.addAction("")
            entry.setObjectName(f"action.template.{topology}")
            entry.triggered.connect(lambda _=False, t=topology: self._open_template(t))
            self._words.append((entry, text))
        self._add(menu, "open", "examples")
        self._recent = self._menu(QT_TRANSLATE_NOOP("Menus", "&Recent Files"), menu)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._add(menu, "", "save", "saveAs", "", "export", "")
        self._add(menu, "importGraphml", "exportGraphml", "", "quit")
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
