"""The dock that compares the run with another one: which, how far it is, and what differs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from snapviz.diagram.figures import grouped
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.run import Run
from snapviz.scenario.tables import MAX_SEED
from snapviz.ui import fields
from snapviz.ui.logs.door import Logs
from snapviz.ui.panels.asking import AskingPanel
from snapviz.ui.panels.cards import remark
from snapviz.ui.panels.differences.rows import DifferenceRows
from snapviz.ui.panels.differences.taking import DifferenceTools
from snapviz.ui.panels.differences.work import (
    Difference,
    Other,
    compare,
    of_execution,
    of_file,
    of_protocol,
    of_seed,
)
from snapviz.ui.refusals import told
from snapviz.ui.selection import event_item
from snapviz.ui.session import Session
from snapviz.ui.wording import filled
from snapviz.ui.words import protocol_name

ROW_HEIGHT = 26
WIDTHS = (96, 120, 230)


class DifferencesPanel(AskingPanel):
    """``caption_changed``: how much differs."""

    def __init__(self, session: Session, logs: Logs, parent: QWidget | None = None):
        super().__init__("differences", session, parent)
        self._logs = logs
        self._shown: Run | None = None
        self._found: Difference | None = None
        self._label = QLabel(self)
        self.choice = fields.ChoiceField(self)
        self.choice.setObjectName("differences.choice")
        self.seed = fields.IntegerField(0, MAX_SEED, self)
        self.seed.setObjectName("differences.seed")
        self.seed.setMaximumWidth(110)
        self.answer = remark(self, "differences.answer")
        self.model = DifferenceRows(self)
        self.table = QTableView(self)
        self.tools = DifferenceTools(session, self.model, self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        self.choice.setMinimumWidth(300)
        for part in (self._label, self.choice, self.seed, self._bar, self._cancel):
            above.addWidget(part)
        above.addStretch(1)
        above.addWidget(self.tools)
        above.addWidget(self._close)
        self.table.setModel(self.model)
        self.table.setProperty("role", "rows")
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)
        card = self._card = QFrame(self)
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 10)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.answer)
        column.addWidget(card, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self.choice.activated.connect(lambda _: self._chosen())
        self.seed.committed.connect(lambda *_: self._chosen())
        self._job.progressed.connect(lambda share: self._bar.setValue(round(share * 1000)))
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._refuse)
        self.table.selectionModel().currentRowChanged.connect(self._go_to)

    # With what

    def _chosen(self) -> None:
        """Compare with what is chosen; a file has to be named first."""
        kind = self.choice.current()
        self.seed.setVisible(kind == ("seed",))
        if kind == ("file",):
            self._ask_file()
        elif (other := self._other(kind)) is not None:
            self.ask(other)

    def _other(self, kind: tuple | None) -> Other | None:
        scenario = self.session.editor.scenario
        if kind == ("seed",):
            return of_seed(scenario, int(self.seed.text() or 0))
        if kind and kind[0] == "protocol":
            return of_protocol(scenario, kind[1])
        if kind and kind[0] == "execution":
            return of_execution(self._logs.log, kind[1], self.choice.currentText())
        return None

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Compare with"))
        dialog.setObjectName("dialog.compareWith")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.ask(of_file(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask(self, other: Other) -> None:
        """Compare with another run, in a thread."""
        run = self.run
        if run is not None:
            self._job.start(lambda progress, stop: compare(run, other, progress, stop))
            self._bar.setRange(0, 1000)
            self.show_busy(True)

    def _offered(self) -> list[tuple[str, tuple]]:
        """What the run can be compared with."""
        found: list[tuple[str, tuple]] = []
        if self.run is not None and not self.run.is_timed:
            labels = [one.label for one in self._logs.log.executions]
            shown = self._logs.place
            found += [(label or self.tr("(no label)"), ("execution", place))
                      for place, label in enumerate(labels) if place != shown]  # fmt: skip
        elif self.run is not None:
            found.append((self.tr("another seed"), ("seed",)))
            if self.run.snapshots:
                found += [(protocol_name(name), ("protocol", name)) for name in SNAPSHOT_PROTOCOLS]
        return [*found, (self.tr("another file…"), ("file",))]

    def end(self) -> None:
        super().end()
        self.tools.end()

    # What is shown

    def let_go(self) -> None:
        if self.run is not self._shown:
            self._begin_anew()

    def show_run(self) -> None:
        """Another run, or the same in other words."""
        chosen = self.choice.current()
        self.choice.set_choices(self._offered())
        if self.run is self._shown:
            self.choice.set_value(chosen)
            self.model.show(self._found)
        else:
            self._begin_anew()
        self._show_words()

    def _begin_anew(self) -> None:
        """What was found is of the run before."""
        self._shown, self._found = self.run, None
        self.give_up()
        self.model.show(None)
        self.choice.set_value(None)
        self.seed.hide()
        if self.run is not None:
            self.seed.set_value(self.session.editor.scenario.seed + 1)

    def _show(self, found: Difference) -> None:
        self.show_busy(False)
        self._found = found
        self.model.show(found)
        self._show_words()

    def _refuse(self, words: str) -> None:
        self.show_busy(False)
        self.answer.setText(told(words))

    def _show_words(self) -> None:
        self.answer.setText(self._answer_text())
        count = self.model.rowCount()
        for part in (self._card, self.tools):
            part.setVisible(bool(count))
        is_told = self._found is not None
        words = self.tr("1 difference") if count == 1 else self.tr("%1 differences")
        self.caption_changed.emit(filled(words, grouped(count)) if is_told else "")

    def _answer_text(self) -> str:
        if self._found is None:
            return self.tr("Choose another run to compare this one with, event by event.")
        report = self._found.report
        if report["same"]:
            return self.tr("Nothing differs.")
        parts = report["processes"]
        counts = [sum(len(part[name]) for part in parts) for name in ("only_a", "only_b", "moved")]
        same = sum(part["same"] for part in parts)
        many = self.tr("%1 events are the same; %2 only here, %3 only there, %4 moved.")
        one = self.tr("%1 event is the same; %2 only here, %3 only there, %4 moved.")
        return filled(one if same == 1 else many, *map(grouped, (same, *counts)))

    def _go_to(self, now: QModelIndex) -> None:
        """Select the event in the diagram, if it is in the run that is shown."""
        row = self.model.row_at(now.row()) if now.isValid() else None
        if row is not None and self._found is not None and self._found.run is self.run:
            self.session.selection.set(event_item(self.run, row))

    # Words

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Differences"))
        self._label.setText(self.tr("Compare with"))
        self.choice.setAccessibleName(self.tr("The other run"))
        self.choice.setPlaceholderText(self.tr("choose a run…"))
        self.seed.setAccessibleName(self.tr("Seed of the other run"))
        self.table.setAccessibleName(self.tr("What differs"))
        self._cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Comparing"))
