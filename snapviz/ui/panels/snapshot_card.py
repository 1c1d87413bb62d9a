"""One snapshot on a card: what it recorded so far, and what the oracle says of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.run import Run, Snapshot
from snapviz.ui.buttons import ToolButton
from snapviz.ui.figures import decimals_for
from snapviz.ui.icons import icon
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.panels.flow import FlowLayout
from snapviz.ui.panels.snapshot_boundary import BoundaryPart
from snapviz.ui.panels.snapshot_kept import KeptPart
from snapviz.ui.panels.snapshot_pipeline import PipelineBar
from snapviz.ui.panels.snapshot_questions import Questions
from snapviz.ui.panels.snapshot_waiting import WaitingPart
from snapviz.ui.panels.snapshot_words import (
    chip_words,
    cost_text,
    fault_lines,
    kept_lines,
    origin_text,
)
from snapviz.ui.panels.tables import CHANNEL_WIDTHS, STATE_WIDTHS, channel_rows, state_rows
from snapviz.ui.panels.text_table import TextTable
from snapviz.ui.selection import Item, MessageItem, RecordItem, SnapshotItem, message_item
from snapviz.ui.session import Session
from snapviz.ui.wording import filled

CHIP_HEIGHT = 20
CHIP_GAP = 4
BADGE_SIDE = 6


class SnapshotCard(QFrame):
    """A card that follows one snapshot; :meth:`show_moment` brings it up to date.

    ``item_chosen``: the snapshot, or a part of it, and whether to add it to the selection.
    """

    item_chosen = Signal(object, bool)

    def __init__(self, session: Session | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.setProperty("role", "card")
        self._run: Run | None = None
        self._snapshot: Snapshot | None = None
        self._theme = LIGHT
        self._moment: SnapshotMoment | None = None
        self._origin = QLabel(self)
        self._origin.setWordWrap(True)
        self._fold = ToolButton(self, "fold")
        self._fold.setCheckable(True)
        self._fold.setChecked(True)
        self._badge = ToolButton(self, "badge")
        self._chips: list[QLabel] = []
        self._chip_row = FlowLayout(CHIP_GAP)
        self._body = QWidget(self)
        self._waiting = WaitingPart(self)
        self._boundary = BoundaryPart(session, self)
        self.pipeline = PipelineBar(self)
        self._states = TextTable(STATE_WIDTHS, self._body)
        self._channels = TextTable(CHANNEL_WIDTHS, self._body)
        self._channels_title = QLabel(self._body)
        self._no_channels = QLabel(self._body)
        self._faults = QLabel(self._body)
        self.kept = KeptPart(session, self._body)
        self._cost = QLabel(self._body)
        self._questions = Questions(session, self._body)
        self._build()
        self._connect()
        self._show_body()

    def _build(self) -> None:
        for label in (self._channels_title, self._no_channels, self._cost):
            label.setProperty("role", "muted")
        for label in (self._channels_title, self._no_channels):
            label.setContentsMargins(6, 0, 6, 0)
        for table in (self._states, self._channels):
            table.set_choosable(True)
        self._faults.setProperty("role", "badLine")
        self._faults.setObjectName("snapshot.faults")
        self._cost.setObjectName("snapshot.cost")
        for label in (self._faults, self._cost):
            label.setWordWrap(True)
            label.setContentsMargins(6, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._badge)
        head.addWidget(self._origin, 1)
        head.addWidget(self._fold)
        chips = QWidget(self)
        chips.setLayout(self._chip_row)
        chips.setContentsMargins(6, 0, 0, 0)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        parts = (self._channels_title, self._no_channels, self._channels, self._faults, self.kept)
        for widget in (self._states, *parts, self._cost, self._questions):
            body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (chips, self.pipeline, self._waiting, self._boundary, self._body):
            column.addWidget(part)

    def _connect(self) -> None:
        self._fold.toggled.connect(self._set_open)
        self._badge.clicked.connect(lambda: self._choose(SnapshotItem(self._snapshot.number)))
        for part in (self._waiting, self._boundary):
            part.item_chosen.connect(self.item_chosen)
        self._states.row_chosen.connect(self._choose_state)
        self._channels.row_chosen.connect(self._choose_message)

    # What is shown

    @property
    def snapshot(self) -> Snapshot:
        return self._snapshot

    def set_snapshot(self, run: Run, snapshot: Snapshot) -> None:
        """Show another snapshot, or the same one of an edited run."""
        self._run, self._snapshot, self._moment = run, snapshot, None
        self.setObjectName(f"snapshot.{snapshot.id}")
        self._badge.setText(snapshot.id)
        self._badge.ensurePolished()
        self._badge.setFixedWidth(
            self._badge.fontMetrics().horizontalAdvance(snapshot.id) + 2 * BADGE_SIDE
        )
        self._questions.set_snapshot(run, snapshot)
        self.kept.set_snapshot(snapshot)
        self.set_theme(self._theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (
            self._states, self._channels, self._waiting, self._boundary, self.pipeline,
        ):  # fmt: skip
            part.set_theme(theme)
        if self._snapshot is not None:
            color = theme.snapshot_ink(self._snapshot.number)
            self._badge.setStyleSheet(f"QToolButton {{ color: {color}; }}")
            self._draw_fold()

    def show_moment(self, moment: SnapshotMoment) -> None:
        """Show what is known at this moment; cheap when nothing has changed."""
        self._moment = moment
        self._show_body()
        self._show_words()

    def _show_words(self) -> None:
        moment, run = self._moment, self._run
        if moment is None:
            return
        decimals = decimals_for(run.until_us)
        self._states.set_rows(state_rows(moment.processes, decimals))
        self._channels.set_rows(channel_rows(moment.channels, decimals))
        self._origin.setText(origin_text(run, self._snapshot))
        self._show_chips(chip_words(moment))
        self._waiting.show_moment(run, moment)
        self._boundary.show_moment(run, moment)
        some = bool(moment.channels)
        self._channels.setVisible(some)
        self._no_channels.setVisible(not some)
        if moment.complete:
            self._no_channels.setText(self.tr("No message was in transit."))
        else:
            self._no_channels.setText(self.tr("Nothing recorded so far."))
        faults = fault_lines(run, self._snapshot) if moment.complete else []
        self._faults.setText("\n".join(faults))
        self._faults.setVisible(bool(faults))
        self.kept.say(kept_lines(run, moment))
        self._cost.setText(cost_text(run, self._snapshot) if moment.complete else "")
        self._cost.setVisible(moment.complete)

    def _show_chips(self, words: list[tuple[str, str]]) -> None:
        while len(self._chips) < len(words):
            chip = QLabel(self)
            chip.setProperty("role", "chip")
            chip.setFixedHeight(CHIP_HEIGHT)
            self._chips.append(chip)
            self._chip_row.addWidget(chip)
        for index, chip in enumerate(self._chips):
            chip.setVisible(index < len(words))
            if index < len(words) and (chip.text(), chip.property("tone")) != words[index]:
                text, tone = words[index]
                chip.setText(text)
                chip.setProperty("tone", tone)
                chip.style().polish(chip)
        self._chip_row.invalidate()

    def _show_body(self) -> None:
        started = self._moment is not None and self._moment.started
        self._fold.setVisible(started)
        self._body.setVisible(started and self._fold.isChecked())

    def _set_open(self) -> None:
        self._show_body()
        self._draw_fold()

    def _draw_fold(self) -> None:
        is_open = self._fold.isChecked()
        name = "chevron-down" if is_open else "chevron-right"
        self._fold.setIcon(icon(name, self._theme.muted, self._theme.channel))
        words = self.tr("Fold %1") if is_open else self.tr("Unfold %1")
        self._fold.setAccessibleName(filled(words, self._snapshot.id))
        self._fold.setToolTip(self._fold.accessibleName())

    # What is selected

    def show_selection(self, items: tuple[Item, ...]) -> None:
        """Mark the card, and the rows on it, that are selected."""
        snapshot = self._snapshot
        selected = SnapshotItem(snapshot.number) in items
        if selected != bool(self.property("selected")):
            self.setProperty("selected", selected)
            self.style().polish(self)
        ids = self._run.trace.process_ids
        records = (RecordItem(snapshot.number, pid) for pid in ids)
        self._states.set_selected(frozenset(i for i, r in enumerate(records) if r in items))
        chosen = frozenset()
        if self._moment is not None and any(isinstance(item, MessageItem) for item in items):
            messages = (part.message.message for part in self._moment.channels)
            chosen = frozenset(
                i for i, m in enumerate(messages) if message_item(self._run, m) in items
            )
        self._channels.set_selected(chosen)

    def _choose(self, item: Item, added: bool = False) -> None:
        self.item_chosen.emit(item, added)

    def _choose_state(self, row: int, added: bool) -> None:
        pid = self._run.trace.process_ids[row]
        self._choose(RecordItem(self._snapshot.number, pid), added)

    def _choose_message(self, row: int, added: bool) -> None:
        part = self._moment.channels[row]
        self._choose(message_item(self._run, part.message.message), added)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            added = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(SnapshotItem(self._snapshot.number), added)

    # Words

    def retranslate(self) -> None:
        self.setAccessibleName(filled(self.tr("Snapshot %1"), self._snapshot.id))
        self._badge.setAccessibleName(filled(self.tr("Select %1"), self._snapshot.id))
        self._states.setAccessibleName(self.tr("Recorded states"))
        self._channels.setAccessibleName(self.tr("Channel state (in transit)"))
        self._channels_title.setText(self.tr("Channel state (in transit)"))
        process, recorded = self.tr("process"), self.tr("recorded at")
        self._states.set_header((process, recorded, self.tr("state"), self.tr("vector clock")))
        self._draw_fold()
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._snapshot is not None:
            self.retranslate()
        super().changeEvent(event)
