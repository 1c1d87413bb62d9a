"""The main window: its frame is there at once, what works in it follows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStatusBar,
    QTabBar,
    QTabWidget,
    QToolBar,
    QWidget,
)

from snapviz.ui.actions import Actions
from snapviz.ui.appearance import Appearance
from snapviz.ui.corner_title import CornerTitle
from snapviz.ui.docks import LOWER_DOCKS, Dock
from snapviz.ui.fronts import Fronts
from snapviz.ui.help.about import About
from snapviz.ui.help.door import Help
from snapviz.ui.menus import TEMPLATE_SIZES, Menus, template_title
from snapviz.ui.proportions import Proportions
from snapviz.ui.settings import Settings
from snapviz.ui.toolbar import MainToolBar
from snapviz.ui.turns import in_turn

BOTTOM_HEIGHT = 70
DOCKS = (
    ("topology", QT_TRANSLATE_NOOP("Docks", "Topology")),
    ("script", QT_TRANSLATE_NOOP("Docks", "Script")),
    ("notes", QT_TRANSLATE_NOOP("Docks", "About")),
    ("lessons", QT_TRANSLATE_NOOP("Docks", "Lessons")),
    ("snapshots", QT_TRANSLATE_NOOP("Docks", "Snapshots")),
    ("clocks", QT_TRANSLATE_NOOP("Docks", "Vector clocks")),
    ("checkpoints", QT_TRANSLATE_NOOP("Docks", "Checkpoints")),
    ("recovery", QT_TRANSLATE_NOOP("Docks", "Recovery")),
    ("clockErrors", QT_TRANSLATE_NOOP("Docks", "Clock errors")),
    ("inspector", QT_TRANSLATE_NOOP("Docks", "Inspector")),
    ("decision", QT_TRANSLATE_NOOP("Docks", "Decision")),
    ("narrator", QT_TRANSLATE_NOOP("Docks", "Narrator")),
    ("compare", QT_TRANSLATE_NOOP("Docks", "Compare")),
    ("sweep", QT_TRANSLATE_NOOP("Docks", "Sweep")),
    ("states", QT_TRANSLATE_NOOP("Docks", "Global states")),
    ("differences", QT_TRANSLATE_NOOP("Docks", "Differences")),
)
LEFT_DOCKS = ("topology", "script", "notes", "lessons")
SIDES = (
    LEFT_DOCKS,
    ("snapshots", "clocks", "checkpoints", "recovery", "inspector", "decision", "narrator"),
    LOWER_DOCKS,
)
"""All docks, as the menu lists them."""
TABS = (
    ("script", "notes", "lessons"),
    LOWER_DOCKS,
    ("snapshots", "clocks", "checkpoints", "recovery"),
    ("inspector", "decision", "narrator"),
)


class MainWindow(QMainWindow):
    """The window onto one document; :meth:`open` and the actions are its doors.

    The frame alone imports little, so that it can be on the screen while
    :meth:`furnish` fetches the engine and the diagrams.
    """

    def __init__(self, application: QApplication):
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.settings = Settings()
        self.appearance = Appearance(application, self)
        self.appearance.set_language(self.settings.language)
        self.appearance.set_theme(self.settings.theme)
        self.actions_ = Actions(self)
        self._bench = None
        self._build_bars()
        self._build_docks()
        self._build_menus()
        self._connect_actions()
        self.toolbar.offer_future(self.menus.future)
        self.appearance.theme_changed.connect(self.toolbar.set_theme)
        self.toolbar.set_theme(self.appearance.theme)
        self.appearance.theme_changed.connect(self.actions_.set_theme)
        self.actions_.set_theme(self.appearance.theme)
        self.retranslate()
        self.proportions = Proportions(
            self,
            self.settings,
            (self.dock["topology"], self.dock["script"]),
            (self.dock["snapshots"], self.dock["inspector"]),
            tuple(self.dock[name] for name in TABS[0]),
        )

    def _build_bars(self) -> None:
        self.toolbar = MainToolBar(self.actions_, self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.toolbar)
        self.title = CornerTitle(self.menuBar())
        self.menuBar().setCornerWidget(self.title)
        self.bottom_bar = QToolBar(self)
        self.bottom_bar.setObjectName("bottomBar")
        self.bottom_bar.setMovable(False)
        self.bottom_bar.setMinimumHeight(BOTTOM_HEIGHT)
        self.bottom_bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self.bottom_bar)
        self.setStatusBar(QStatusBar(self))
        ground = QWidget(self)
        ground.setProperty("role", "central")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(ground)

    def _build_docks(self) -> None:
        area = Qt.DockWidgetArea
        self.setTabPosition(area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setDocumentMode(True)
        self.dock = {name: Dock(name, self) for name, _ in DOCKS}
        for name, dock in self.dock.items():
            left = area.LeftDockWidgetArea if name in LEFT_DOCKS else area.RightDockWidgetArea
            self.addDockWidget(area.BottomDockWidgetArea if name in LOWER_DOCKS else left, dock)
        for tabs in TABS:
            for first, second in pairwise(tabs):
                self.tabifyDockWidget(self.dock[first], self.dock[second])
            self.dock[tabs[0]].raise_()
        # They need width, but the column at the right is read together with them.
        self.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)
        for name in (*LOWER_DOCKS, "lessons", "decision", "narrator"):
            # They come when they are asked for.
            self.dock[name].hide()
        self._fronts = Fronts(self, list(self.dock.values()))
        # Once for all that a turn of the event loop does to them.
        self._headings = QTimer(self)
        self._headings.setSingleShot(True)
        self._headings.setInterval(0)
        self._headings.timeout.connect(self._choose_headings)
        for name, dock in self.dock.items():
            dock.tabs_changed.connect(self._headings.start)
            dock.toggleViewAction().triggered.connect(
                lambda shown, n=name: self.settings.put_away(n, not shown)
            )
        self._choose_headings()

    def _choose_headings(self) -> None:
        for dock in self.dock.values():
            dock.choose_heading()
        # Docks that became tabs leave bars behind that stand in no use, and in the way.
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if bar.count() and not any(bar.tabText(tab) for tab in range(bar.count())):
                bar.hide()

    def _build_menus(self) -> None:
        self.menus = Menus(self, self.actions_, self.settings)
        self.menus.build(
            [[self.dock[name] for name in side] for side in SIDES],
            self._choose_theme,
            self._choose_language,
            self._choose_future,
            lambda path: self.open(path),
            lambda topology: self.files.new_from_template(
                topology, TEMPLATE_SIZES[topology], template_title(topology)
            ),
        )

    def _connect_actions(self) -> None:
        self.help = Help(self)
        self.appearance.theme_changed.connect(self.help.set_theme)
        about = About(self)
        for name, slot in {
            "examples": self.show_examples,
            "quit": self.close,
            "present": self._present,
            "votes": self._choose_votes,
            "help": self.help.show,
            "shortcuts": self.help.show_gestures,
            "about": about.show,
        }.items():
            self.actions_[name].triggered.connect(lambda _=False, s=slot: s())

    def furnish(self) -> None:
        """Put everything that works in its place."""
        if self._bench is None:
            # Late on purpose: numpy, the engine and the diagrams come with it.
            from snapviz.ui.workbench import Workbench

            self._bench = Workbench(self)

    @property
    def bench(self):
        """The views, the playback and the document."""
        self.furnish()
        return self._bench

    @property
    def central(self):
        return self.bench.central

    @property
    def files(self):
        return self.bench.files

    @property
    def playback(self):
        return self.bench.playback

    @property
    def runner(self):
        return self.bench.runner

    def open(self, path: str | Path) -> None:
        """Open a scenario file; what is wrong with it appears above the diagram."""
        self.bench.open(Path(path))

    def open_example(self, path: Path) -> None:
        """Open a shipped scenario as an untitled document."""
        self.bench.open_example(path)

    def show_examples(self) -> None:
        """Show the shipped scenarios to choose from."""
        self.bench.show_examples()

    def _present(self) -> None:
        """Large type, nothing but the diagram; and back."""
        self.bench.set_presenting(self.actions_["present"].isChecked())

    def _choose_theme(self, choice: str) -> None:
        self.settings.theme = choice
        self.appearance.set_theme(choice)

    def _choose_language(self, language: str) -> None:
        self.settings.language = language
        self.appearance.set_language(language)

    def _choose_future(self, mode: str) -> None:
        self.settings.future = mode
        self.bench.set_future(mode)

    def _choose_votes(self) -> None:
        self.settings.votes = self.actions_["votes"].isChecked()
        self.bench.set_votes(self.settings.votes)

    def retranslate(self) -> None:
        parts = [
            self._name_docks,
            self.actions_.retranslate,
            self.menus.retranslate,
            self.help.retranslate,
        ]
        if self._bench is None:
            self.setWindowTitle("snapviz")
        else:
            parts.append(self._bench.retranslate)
        for part in parts:
            if self.isVisible():
                # All words in one turn of the event loop would hold it up for as long as a frame.
                in_turn(self, part)
            else:
                part()

    def _name_docks(self) -> None:
        for name, title in DOCKS:
            self.dock[name].set_title(QCoreApplication.translate("Docks", title))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._bench is not None and not self._bench.may_close():
            event.ignore()
            return
        if self._bench is not None:
            self._bench.end()
        self.proportions.remember()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.open(path)


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if urls else None
