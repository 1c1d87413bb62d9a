"""The recoveries that a run really has, each one told message by message."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from snapviz.diagram.theme import Theme
from snapviz.run import Run
from snapviz.study.recovery_story import Scene, recovery_story
from snapviz.ui.fields import ChoiceBox
from snapviz.ui.panels.cards import Card, heading, remark
from snapviz.ui.panels.recovery_words import WRONG, recovery_name, recovery_text, scene_text
from snapviz.ui.panels.stepper import Stepper
from snapviz.ui.panels.text_table import Cell, TableArea, TextTable

MOST_HEIGHT = 260
MOST_SCENES = 400


class PastCard(Card):
    """Hidden in a run without recoveries. ``scene_chosen``: the scene that is told now."""

    scene_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None):
        self._title = heading(parent)
        super().__init__(self._title, None, parent)
        self._run: Run | None = None
        self._scenes: tuple[Scene, ...] = ()
        self.choice = ChoiceBox(self)
        self.choice.setObjectName("recovery.which")
        self.summary = remark(self, "recovery.summary")
        self.says = remark(self, "recovery.scene")
        self.table = TextTable((), self)
        self.table.setObjectName("recovery.story")
        self.table.set_choosable(True)
        self.area = TableArea(self.table, self)
        self.stepper = Stepper("recovery.scenes", self)
        for text in (self.summary, self.says):
            text.setContentsMargins(6, 2, 6, 2)
        for part in (self.choice, self.summary, self.area, self.says, self.stepper):
            self.column.addWidget(part)
        self.choice.currentIndexChanged.connect(lambda _: self._tell())
        self.table.row_chosen.connect(lambda row, _: self.stepper.go_to(row))
        self.stepper.moved.connect(self._show_scene)
        self.retranslate()

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """What is told of the recovery that is chosen."""
        return self._scenes

    def show_run(self, run: Run | None) -> None:
        """Offer the recoveries of another run."""
        self._run = run
        recoveries = run.trace.recoveries if run is not None else []
        self.setVisible(bool(recoveries))
        with QSignalBlocker(self.choice):
            before = max(0, self.choice.currentIndex())
            self.choice.clear()
            self.choice.addItems([recovery_name(run, row) for row in recoveries])
            self.choice.setCurrentIndex(min(before, len(recoveries) - 1))
        self._tell()

    def _tell(self) -> None:
        index = self.choice.currentIndex()
        if self._run is None or index < 0:
            self._scenes = ()
            self.table.set_rows([])
            self.stepper.set_count(0)
            return
        recovery = self._run.trace.recoveries[index]
        self._scenes = recovery_story(self._run, recovery)[:MOST_SCENES]
        self.summary.setText(recovery_text(self._run, recovery))
        self.table.set_rows([(self._cell(scene),) for scene in self._scenes])
        self.area.fit(MOST_HEIGHT)
        self.stepper.set_count(len(self._scenes))
        self._mark()

    def _cell(self, scene: Scene) -> Cell:
        dot = scene.process if scene.process >= 0 else None
        return Cell(scene_text(self._run, scene), dot=dot, bad=scene.what in WRONG)

    def _mark(self) -> None:
        step = self.stepper.step
        self.table.set_selected(frozenset((step,)) if self._scenes else frozenset())
        text = scene_text(self._run, self._scenes[step]) if self._scenes else ""
        self.says.setText(text)

    def _show_scene(self) -> None:
        self._mark()
        place = self.table.row_rect(self.stepper.step)
        self.area.ensureVisible(0, place.center().y(), 0, place.height())
        self.scene_chosen.emit(self._scenes[self.stepper.step])

    def set_theme(self, theme: Theme) -> None:
        self.table.set_theme(theme)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Recoveries of this run"))
        self.choice.setAccessibleName(self.tr("Which recovery"))
        self.table.setAccessibleName(self.tr("The recovery step by step"))
        if self._run is not None:
            self.show_run(self._run)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
