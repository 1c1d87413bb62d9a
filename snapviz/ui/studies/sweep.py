"""The dock that counts what goes wrong as one thing varies, over many seeds, on all cores."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from snapviz.diagram.sweep_plot import NAMES, seeds_text
from snapviz.diagram.theme import Theme
from snapviz.scenario.model import Scenario
from snapviz.study.progress import Progress, ShouldStop
from snapviz.study.sweep import Look, Sweep, sweep
from snapviz.study.workers import dismiss
from snapviz.ui.buttons import CloseButton, ToolButton
from snapviz.ui.dialogs.place import place_dialog
from snapviz.ui.fields.choice import ChoiceField
from snapviz.ui.figure_tools import Figure, FigureTools
from snapviz.ui.panels.cards import remark
from snapviz.ui.refusals import told
from snapviz.ui.session import Session
from snapviz.ui.studies.job import StudyJob
from snapviz.ui.studies.split import Split, scrolled
from snapviz.ui.studies.sweep_files import figure, write_table
from snapviz.ui.studies.sweep_form import Asked, SweepForm
from snapviz.ui.studies.sweep_table import SweepTable
from snapviz.ui.studies.sweep_view import SweepView, plot_word
from snapviz.ui.wording import DOT, filled

PLOT_SHARE = 0.5
HEIGHT = 320
LOOK_S = 0.25  # between two pictures while it goes on


class SweepPanel(QWidget):
    """``close_wanted``: the dock is to go. While a sweep goes on its curves are drawn live."""

    close_wanted = Signal()
    caption_changed = Signal(str)
    _looked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel.sweep")
        self._session = session
        self.sweep: Sweep | None = None
        self._of: Scenario | None = None
        self._failure = ""
        self.job = StudyJob(self)
        self.job.progressed.connect(lambda share: self._bar.setValue(round(share * 1000)))
        self.job.finished.connect(self._finished)
        self.job.failed.connect(self._failed)
        self._looked.connect(self._take_look)
        self._build()
        session.editor.history_changed.connect(self._show)
        session.editor.document_changed.connect(self._forget)
        self.retranslate()

    def _build(self) -> None:
        self.form = SweepForm(self)
        self.form.refused.connect(self._show_state)
        self._go = QPushButton(self)
        self._go.setObjectName("sweep.go")
        self._go.setDefault(True)
        self._go.clicked.connect(self._begin_or_stop)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(110)
        self._csv = ToolButton(self, role="framed")
        self._csv.clicked.connect(self._ask)
        self._csv.setObjectName("sweep.csv")
        self.tools = FigureTools(self._session, "sweep", self._take_along, self)
        self._close = CloseButton("sweep", self)
        self._close.clicked.connect(self.close_wanted)
        self.measure = ChoiceField(self)
        self.measure.setObjectName("sweep.measure")
        self.measure.setFixedWidth(150)
        self.measure.committed.connect(lambda *_: self._show_result())
        self._state = QLabel(self)
        self._state.setObjectName("sweep.state")
        self._state.setProperty("role", "muted")
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note = remark(self, "sweep.note")
        self._note.setContentsMargins(14, 8, 14, 8)
        self.view, self.table = SweepView(self), SweepTable(self)
        self._arrange()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(12, 2, 8, 4)
        line.setSpacing(8)
        line.addWidget(self.form, 1)
        top = Qt.AlignmentFlag.AlignTop
        for part in (self._go, self._close):
            line.addWidget(part, 0, top)
        below = QHBoxLayout()
        below.setContentsMargins(10, 2, 6, 0)
        below.addWidget(self.measure)
        below.addWidget(self._bar)
        below.addWidget(self._state, 1)
        below.addWidget(self._csv)
        below.addWidget(self.tools)
        self._split = Split(self.view, scrolled(self.table, self), PLOT_SHARE, self)
        card = QFrame(self)
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addLayout(below)
        inner.addWidget(self._note)
        inner.addWidget(self._split, 1)
        inner.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(line)
        around = QVBoxLayout()
        around.setContentsMargins(12, 0, 12, 10)
        around.addWidget(card)
        whole.addLayout(around, 1)

    def sizeHint(self) -> QSize:
        return QSize(1000, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        self.tools.set_theme(theme)
        self.view.set_theme(theme)
        self.table.set_theme(theme)

    # Sweeping

    @property
    def _scenario(self) -> Scenario | None:
        document = self._session.editor.document
        return document.scenario if document else None

    def _begin_or_stop(self) -> None:
        if self.job.busy:
            self.job.cancel()
            self._show()
            return
        asked = self.form.asked()
        if asked is not None and self._scenario is not None:
            self.begin(asked)

    def begin(self, asked: Asked) -> None:
        """Sweep the scenario as it is now."""
        self.sweep, self._failure, self._of = None, "", self._scenario
        scenario = replace(self._of, save_pause_us=asked.save_pause_us)

        def work(progress: Progress, should_stop: ShouldStop) -> Sweep:
            try:
                return sweep(
                    scenario,
                    asked.variation,
                    asked.seeds,
                    asked.protocols,
                    progress=progress,
                    should_stop=should_stop,
                    look=self._looking(should_stop),
                )
            finally:
                # Nobody stays behind to wait for more to do.
                dismiss()

        self._bar.setValue(0)
        self.job.start(work)
        self._show()

    def _looking(self, should_stop: ShouldStop) -> Look:
        """Called in the other thread: hand over a picture of it, but not too often."""
        last = [monotonic()]

        def look(make) -> None:
            if monotonic() - last[0] > LOOK_S and not should_stop():
                self._looked.emit(make())
                last[0] = monotonic()

        return look

    def _take_look(self, found: Sweep) -> None:
        if self.job.busy:
            self.sweep = found
            self._show_result()

    def _finished(self, found: Sweep) -> None:
        self.sweep = found
        self._show()

    def _failed(self, words: str) -> None:
        self.sweep, self._failure = None, told(words)
        self._show()

    def _forget(self) -> None:
        """Another document."""
        self.job.cancel()
        self.sweep, self._failure, self._of = None, "", None
        scenario = self._scenario
        self.form.pause.set_value(scenario.save_pause_us if scenario else 0)
        self._show()

    def end(self) -> None:
        """The window closes: nobody is left at work."""
        self.job.end()

    # What is shown

    def _show(self) -> None:
        busy = self.job.busy
        self._go.setText(self.tr("Cancel") if busy else self.tr("Sweep"))
        self._go.setEnabled(self._scenario is not None)
        self.form.setEnabled(not busy)
        self._bar.setVisible(busy)
        self._show_result()

    def _show_result(self) -> None:
        found, measure = self.sweep, self.measure.current() or "inconsistent"
        self.view.show_sweep(found, measure)
        self.table.show_sweep(found, measure)
        self._split.setVisible(found is not None)
        ready = found is not None and not self.job.busy
        for part in (self._csv, self.tools):
            part.setEnabled(ready)
        self._note.setText(self._failure or self._how_text())
        self._note.setVisible(found is None)
        self._show_state()
        self.caption_changed.emit(self._caption())

    def _show_state(self) -> None:
        refusal = self.form.refusal
        self._state.setText(refusal or self._state_text())
        self._state.setToolTip(self._state.text())
        self._state.setProperty("role", "badLine" if refusal else "muted")
        self._state.style().polish(self._state)

    def _caption(self) -> str:
        """What the plot leaves out."""
        if self.sweep is None:
            return ""
        seeds = seeds_text(self.sweep, plot_word)
        return DOT.join((seeds, plot_word("band: 95 % confidence (Wilson)")))

    def _how_text(self) -> str:
        if self.job.busy:
            return self.tr("Sweeping…")
        return self.tr(
            "A sweep runs this scenario with every value of what varies, with many seeds and "
            "under each protocol, and counts how often a snapshot goes wrong."
        )

    def _state_text(self) -> str:
        found = self.sweep
        if found is None:
            return ""
        runs = max((point.runs for point in found.points), default=0)
        if not self.job.busy and any(point.runs < found.seeds for point in self._counted()):
            return filled(self.tr("Cancelled: up to %1 of %2 seeds counted"), runs, found.seeds)
        if not self.job.busy and self._of is not self._scenario and self._of != self._scenario:
            return self.tr("The scenario has changed; these figures are of before.")
        refused = dict.fromkeys(point.refusal for point in found.points if point.refusal)
        return "; ".join(refused)

    def _counted(self) -> list:
        return [point for point in self.sweep.points if not point.refusal]

    # Files

    def _take_along(self) -> Figure | None:
        if self.sweep is None or self.job.busy:
            return None
        return figure(self.sweep, self.measure.current(), plot_word)

    def _ask(self) -> None:
        document, title = self._session.editor.document, self.tr("Export the table")
        name, kinds = f"{self.sweep.variation.name}.csv", "CSV (*.csv)"
        dialog = place_dialog(self, document, title, name, kinds, self.write)
        dialog.setObjectName("dialog.sweep")
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the table."""
        words = write_table(self.sweep, path)
        bar = self._session.messages
        if words:
            bar.tell(lambda: bar.problem(self.tr("That cannot be written."), [told(words)]))
        else:
            bar.tell(lambda: bar.success(filled(self.tr("Wrote %1"), path.name)))

    # Words

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Sweep"))
        chosen = self.measure.current() if self.measure.count() else None
        self.measure.set_choices([(plot_word(text), name) for name, text in NAMES.items()])
        self.measure.set_value(chosen or "inconsistent")
        self.measure.setAccessibleName(self.tr("What is counted"))
        self._csv.setText(self.tr("CSV…"))
        self._csv.setToolTip(self.tr("Export the table as CSV"))
        self._bar.setAccessibleName(self.tr("Sweeping…"))
        self.view.setAccessibleName(self.tr("Sweep"))
        self.table.setAccessibleName(self.tr("Points of the sweep"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
