"""The dock in which the same run is seen under every protocol, side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
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

from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import Theme
from snapviz.ui.buttons import CloseButton, ToolButton
from snapviz.ui.fields.inline import edit_inline
from snapviz.ui.fields.numbers import MillisecondsField
from snapviz.ui.figure_tools import Figure, FigureTools
from snapviz.ui.figures import round_ms_text
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.sight import Sight
from snapviz.ui.session import Session
from snapviz.ui.studies.compare_figure import figure
from snapviz.ui.studies.compare_table import CompareTable
from snapviz.ui.studies.comparing import ComparisonModel
from snapviz.ui.studies.guide_card import GuideCard
from snapviz.ui.studies.protocol_choice import ProtocolChoice
from snapviz.ui.studies.split import Split, scrolled
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import protocol_name

NOBODY = -1
PAUSE_WIDTH = 64
TABLE_SHARE = 0.66
HEIGHT = 300


class ComparePanel(QWidget):
    """A click on a row previews that run in the diagram; a button makes it the scenario's own.

    ``close_wanted``: the dock is to go. ``caption_changed``: what the comparison is of.
    """

    close_wanted = Signal()
    caption_changed = Signal(str)

    def __init__(self, session: Session, model: ComparisonModel, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel.compare")
        self._session, self._model = session, model
        self._shown = NOBODY
        self._sight = Sight(self)
        self._sight.appeared.connect(self._appear)
        model.add_viewer(lambda: self._sight.seen)
        model.changed.connect(self._show)
        model.progressed.connect(lambda share: self._bar.setValue(round(share * 100)))
        session.editor.scenario_changed.connect(self._follow)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._choice = ProtocolChoice(self)
        self._choice.setObjectName("compare.protocols")
        self._choice.set_names(self._model.protocols)
        self._choice.chosen.connect(self._model.choose)
        self._pause_label, self._pause_unit = QLabel(self), QLabel(self)
        self._pause = MillisecondsField(self)
        self._pause.setObjectName("compare.savePause")
        self._pause.setFixedWidth(PAUSE_WIDTH)
        self._pause.committed.connect(self._set_pause)
        self._pause_label.setBuddy(self._pause)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(110)
        self._cancel = ToolButton(self, role="framed")
        self._cancel.setObjectName("compare.cancel")
        self._cancel.clicked.connect(self._stop_or_begin)
        self._state = QLabel(self)
        self._state.setObjectName("compare.state")
        self._state.setProperty("role", "muted")
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._back = ToolButton(self, role="framed")
        self._back.setObjectName("compare.back")
        self._back.clicked.connect(self._end_preview)
        self._use = QPushButton(self)
        self._use.setObjectName("compare.use")
        self._use.setDefault(True)
        self._use.clicked.connect(self._take)
        self.tools = FigureTools(self._session, "compare", self._take_along, self)
        self._close = CloseButton("compare", self)
        self._close.clicked.connect(self.close_wanted)
        self.table = CompareTable(self)
        self.table.row_chosen.connect(lambda row, _: self._choose(row))
        self.guide = GuideCard(self)
        self._note = remark(self, "compare.note")
        self._note.setContentsMargins(14, 6, 14, 6)
        self._arrange()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(12, 2, 8, 4)
        line.setSpacing(8)
        for part in (self._choice, self._pause_label, self._pause, self._pause_unit):
            line.addWidget(part)
        line.addSpacing(8)
        line.addWidget(self._bar)
        line.addWidget(self._cancel)
        line.addWidget(self._state, 1)
        for part in (self._back, self._use, self.tools, self._close):
            line.addWidget(part)
        self._split = Split(scrolled(self.table, self), self.guide, TABLE_SHARE, self)
        card = QFrame(self)
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(self._note)
        inner.addWidget(self._split, 1)
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
        self.table.set_theme(theme)
        self.tools.set_theme(theme)

    def _take_along(self) -> Figure | None:
        found = self._model.result
        return None if found is None else figure(found, self._caption())

    # What is shown

    def _appear(self) -> None:
        self._show()
        self._model.look()

    def _show(self) -> None:
        if not self._sight.seen:
            return
        model = self._model
        result, busy = model.result, model.busy
        self.table.show_comparison(result, model.stale)
        self.guide.show_guide(model.guide, model.stale)
        self._split.setVisible(result is not None and model.has_snapshots)
        note = self._note_text()
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if not busy:
            self._bar.setValue(0)
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy or model.cancelled)
        self._cancel.setText(self.tr("Cancel") if busy else self.tr("Run again"))
        scenario = model.scenario
        self._pause.setEnabled(scenario is not None)
        self._pause.set_value(scenario.save_pause_us if scenario else 0)
        self.tools.setEnabled(result is not None)
        self._show_shown()
        self.caption_changed.emit(self._caption())

    def _note_text(self) -> str:
        model = self._model
        if model.scenario is None:
            return self.tr("Open a scenario to compare protocols on its run.")
        if not model.has_snapshots:
            return self.tr("This scenario takes no snapshot, so there is nothing to compare.")
        if model.failure:
            return model.failure
        if model.result is None:
            return self.tr("Cancelled.") if model.cancelled else self.tr("Comparing…")
        return ""

    def _caption(self) -> str:
        found = self._model.result
        if found is None:
            return ""
        parts = [
            filled(self.tr("seed %1"), found.scenario.seed),
            filled(self.tr("until %1 ms"), round_ms_text(found.until_us)),
        ]
        rate = found.per_second(found.received_without)
        if rate is not None:
            parts.append(
                filled(
                    self.tr("with no snapshot %1 messages received, %2 a second"),
                    grouped(found.received_without),
                    f"{rate:.1f}",
                )
            )
        return DOT.join(parts)

    def _show_shown(self) -> None:
        """Which run the diagram shows, and what can be done about it."""
        shown = self._shown != NOBODY and self._shown < self.table.row_count
        name = protocol_name(self.table.trials[self._shown].protocol) if shown else ""
        if shown:
            text = filled(self.tr("The diagram shows this run under %1"), name)
        elif self._model.stale:
            text = self.tr("The scenario has changed; these figures are of before.")
        elif self.table.row_count:
            text = self.tr("Click a row to see that run in the diagram")
        else:
            text = ""
        self._state.setText(text)
        self._state.setToolTip(text)
        self._use.setVisible(shown)
        self._back.setVisible(shown)
        self._use.setText(self.tr("Use this protocol"))
        self._back.setText(self.tr("Back to the scenario"))
        self.table.set_selected(frozenset([self._shown]) if shown else frozenset())

    # What is done

    def _choose(self, row: int) -> None:
        trial = self.table.trials[row]
        if row == self._shown or trial.refusal or self._model.stale:
            self._end_preview()
            return
        self._shown = row
        if not self._model.preview(trial.protocol):
            self._shown = NOBODY
        self._show_shown()

    def _end_preview(self) -> None:
        if self._shown != NOBODY:
            self._shown = NOBODY
            self._model.end_preview()
        self._show_shown()

    def _follow(self) -> None:
        """Whoever edits something ends the preview."""
        if self._shown != NOBODY and not self._session.editor.in_gesture:
            self._shown = NOBODY
            self._show_shown()

    def _take(self) -> None:
        protocol = self.table.trials[self._shown].protocol
        label = filled(self.tr("Take snapshots with %1"), protocol_name(protocol))
        self._end_preview()
        self._model.use(protocol, label)

    def _set_pause(self, value: int, stepped: bool) -> None:
        merge = "compare/pause" if stepped else ""
        refusal = edit_inline(
            self._session.editor,
            lambda scenario: replace(scenario, save_pause_us=value),
            self.tr("Change the save pause"),
            merge,
        )
        self._pause.refuse(refusal) if refusal else self._pause.forgive()

    def _stop_or_begin(self) -> None:
        if self._model.busy:
            self._model.cancel()
        else:
            self._model.again()

    def hideEvent(self, event) -> None:
        # What is previewed could not be told from the scenario any more.
        QTimer.singleShot(0, self, self._leave)
        super().hideEvent(event)

    def _leave(self) -> None:
        if not self._sight.seen:
            self._end_preview()

    # Words

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Compare"))
        self.table.setAccessibleName(self.tr("Protocols compared"))
        self._pause_label.setText(self.tr("Save pause"))
        self._pause_unit.setText("ms")
        tip = self.tr("How long a process is busy when it has recorded its state")
        self._pause.setToolTip(tip)
        self._pause_label.setToolTip(tip)
        self._pause.setAccessibleName(self._pause_label.text())
        self._bar.setAccessibleName(self.tr("Comparing…"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
