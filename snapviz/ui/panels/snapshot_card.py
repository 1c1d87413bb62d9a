"""One snapshot on a card: what it recorded so far, and what the oracle says of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import LIGHT, Theme
from snapviz.run import Run, Snapshot
from snapviz.ui.buttons import ToolButton
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.icons import icon
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.panels.flow import FlowLayout
from snapviz.ui.panels.tables import CHANNEL_WIDTHS, STATE_WIDTHS, channel_rows, state_rows
from snapviz.ui.panels.text_table import TextTable
from snapviz.ui.wording import filled
from snapviz.ui.words import message_text, protocol_name, transit_text

LISTED_FAULTS = 12
CHIP_HEIGHT = 20


class SnapshotCard(QFrame):
    """A card that follows one snapshot; :meth:`show_moment` brings it up to date."""

    def __init__(self, run: Run, snapshot: Snapshot, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName(f"snapshot.{snapshot.id}")
        self.setProperty("role", "card")
        self._run = run
        self._snapshot = snapshot
        self._theme = LIGHT
        self._moment: SnapshotMoment | None = None
        self._badge = QLabel(snapshot.id, self)
        self._origin = QLabel(self)
        self._origin.setWordWrap(True)
        self._fold = ToolButton(self, "fold")
        self._fold.setCheckable(True)
        self._fold.setChecked(True)
        self._chips: list[QLabel] = []
        self._chip_row = FlowLayout()
        self._body = QWidget(self)
        self._states = TextTable(STATE_WIDTHS, self._body)
        self._channels = TextTable(CHANNEL_WIDTHS, self._body)
        self._channels_title = QLabel(self._body)
        self._no_channels = QLabel(self._body)
        self._faults = QLabel(self._body)
        self._cost = QLabel(self._body)
        self._build()
        self._fold.toggled.connect(self._set_open)

    def _build(self) -> None:
        for label in (self._channels_title, self._no_channels, self._cost):
            label.setProperty("role", "muted")
        self._faults.setProperty("role", "badLine")
        self._faults.setObjectName("snapshot.faults")
        self._faults.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addWidget(self._origin, 1)
        head.addWidget(self._fold)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self._states)
        body.addSpacing(4)
        for widget in (
            self._channels_title,
            self._no_channels,
            self._channels,
            self._faults,
            self._cost,
        ):
            body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._chip_row)
        column.addWidget(self._body)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._states.set_theme(theme)
        self._channels.set_theme(theme)
        color = theme.snapshot_ink(self._snapshot.number)
        self._badge.setStyleSheet(f"color: {color}; font-size: 16px; font-weight: 600;")
        self._draw_fold()

    def show_moment(self, moment: SnapshotMoment) -> None:
        """Show what is known at this moment; cheap when nothing has changed."""
        self._moment = moment
        self._show_body()
        self._show_words()

    def _show_words(self) -> None:
        moment, snapshot = self._moment, self._snapshot
        if moment is None:
            return
        decimals = decimals_for(self._run.until_us)
        self._states.set_rows(state_rows(moment.processes, decimals))
        self._channels.set_rows(channel_rows(moment.channels, decimals))
        self._origin.setText(self._origin_text())
        self._show_chips(self._chip_words(moment))
        some = bool(moment.channels)
        self._channels.setVisible(some)
        self._no_channels.setVisible(not some)
        if moment.complete:
            self._no_channels.setText(self.tr("No message was in transit."))
        else:
            self._no_channels.setText(self.tr("Nothing recorded so far."))
        faults = self._fault_lines() if moment.complete else []
        self._faults.setText("\n".join(faults))
        self._faults.setVisible(bool(faults))
        self._cost.setVisible(moment.complete)
        if moment.complete:
            cost = snapshot.cost
            text = self.tr("Cost: %1 control messages, %2 ms")
            self._cost.setText(filled(text, cost.control_messages, self._ms(cost.duration_us)))
        self._cost.setWordWrap(True)

    def _origin_text(self) -> str:
        snapshot, protocol = self._snapshot, protocol_name(self._snapshot.protocol)
        if snapshot.initiator is None:
            text = self.tr("%1 · by every clock at %2 ms")
            return filled(text, protocol, self._ms(snapshot.started_us))
        text = self.tr("%1 · from %2 at %3 ms")
        return filled(text, protocol, snapshot.initiator, self._ms(snapshot.started_us))

    def _chip_words(self, moment: SnapshotMoment) -> list[tuple[str, str]]:
        """(text, tone) of each chip."""
        if not moment.started:
            return [(self.tr("not started"), "neutral")]
        if not moment.complete:
            if moment.run_over:
                last = (self.tr("not complete when the run ends"), "bad")
            else:
                last = (self.tr("recording"), "neutral")
            count = f"{moment.recorded_count} / {len(moment.processes)}"
            return [last, (filled(self.tr("%1 recorded"), count), "neutral")]
        verdict = self._snapshot.verdict
        chips = [
            (self.tr("✓ consistent cut"), "good")
            if verdict.consistent
            else (self.tr("✗ inconsistent cut"), "bad")
        ]
        if verdict.expected is not None:
            sign = "=" if verdict.conserved else "≠"
            sums = f"Σ {grouped(verdict.recorded)} {sign} {grouped(verdict.expected)}"
            chips.append((sums, "good" if verdict.conserved else "bad"))
        if verdict.missing:
            chips.append((filled(self.tr("not recorded: %1"), len(verdict.missing)), "bad"))
        if verdict.extra:
            chips.append((filled(self.tr("recorded too much: %1"), len(verdict.extra)), "bad"))
        chips.append((self.tr("complete"), "neutral"))
        return chips

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

    def _fault_lines(self) -> list[str]:
        verdict = self._snapshot.verdict
        kinds = (
            (verdict.orphans, self.tr("Orphan, received before the cut but sent after it: %1")),
            (verdict.missing, self.tr("In transit across the cut, but not recorded: %1")),
            (verdict.extra, self.tr("Recorded, but not in transit across the cut: %1")),
        )
        lines = [filled(text, self._named(m)) for messages, text in kinds for m in messages]
        if len(lines) > LISTED_FAULTS:
            rest = len(lines) - LISTED_FAULTS
            lines = [*lines[:LISTED_FAULTS], filled(self.tr("and %1 more"), rest)]
        return lines

    def _named(self, number: int) -> str:
        trace = self._run.trace
        ends = trace.channel_ends[trace.message_channel[number]]
        source, target = (trace.process_ids[end] for end in ends)
        message = self._run.message(number)
        when = transit_text(message, decimals_for(self._run.until_us))
        return f"{message_text(message, source, target)}, {when}"

    def _ms(self, time_us: int) -> str:
        return ms_text(time_us, decimals_for(self._run.until_us))

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

    def retranslate(self) -> None:
        self.setAccessibleName(filled(self.tr("Snapshot %1"), self._snapshot.id))
        self._states.setAccessibleName(self.tr("Recorded states"))
        self._channels.setAccessibleName(self.tr("Channel state (in transit)"))
        self._channels_title.setText(self.tr("Channel state (in transit)"))
        process, recorded = self.tr("process"), self.tr("recorded at")
        self._states.set_header((process, recorded, self.tr("state"), self.tr("vector clock")))
        self._draw_fold()
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
