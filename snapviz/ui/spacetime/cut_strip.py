"""What a hand-drawn cut is, in words, in a strip above the diagram."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from snapviz.diagram.handcut import HandCut
from snapviz.diagram.theme import Theme
from snapviz.ui.buttons import ToolButton
from snapviz.ui.icons import icon
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import listed, message_text, messages_text

from .cutting import carried_text

HEIGHT = 56


class Line(QLabel):
    """A line that gives way at its end; the whole of it is its tooltip."""

    def __init__(self, role: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setProperty("role", role)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Preferred)
        self._whole = ""

    def set_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        end = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, end, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class CutStrip(QWidget):
    """Hidden without a cut; of one height, so that the diagram stays while a point is dragged."""

    snap_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("cutStrip")
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._run = None
        self._cut: HandCut | None = None
        self.chip = QLabel(self)
        self.chip.setProperty("role", "chip")
        self.chip.setFixedHeight(20)
        self.verdict = Line("heading", self)
        self.details = Line("muted", self)
        self.snap = QPushButton(self)
        self.snap.setObjectName("cutStrip.snap")
        self.close_button = ToolButton(self, "small")
        self.close_button.setObjectName("cutStrip.close")
        self.close_button.setIconSize(QSize(16, 16))
        self.snap.clicked.connect(self.snap_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        lines.addWidget(self.verdict)
        lines.addWidget(self.details)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 10, 0)
        row.setSpacing(12)
        row.addWidget(self.chip)
        row.addLayout(lines, 1)
        row.addWidget(self.snap)
        row.addWidget(self.close_button)

    def set_theme(self, theme: Theme) -> None:
        self.close_button.setIcon(icon("close", theme.ink, theme.channel))

    def show_cut(self, run, cut: HandCut | None) -> None:
        """Say what a cut through ``run`` is; None hides the strip."""
        self._run, self._cut = run, cut
        self.setVisible(cut is not None)
        if cut is not None:
            self._word(cut)

    def _word(self, cut: HandCut) -> None:
        tone = "good" if cut.consistent else "bad"
        text = self.tr("consistent") if cut.consistent else self.tr("inconsistent")
        self.chip.setText(("✓ " if cut.consistent else "✗ ") + text)
        if self.chip.property("tone") != tone:
            self.chip.setProperty("tone", tone)
            self.chip.style().polish(self.chip)
        self.verdict.set_text(self._verdict(cut))
        self.details.set_text(self._in_transit(cut))
        self.snap.setVisible(not cut.consistent)  # else its room is for words

    def _verdict(self, cut: HandCut) -> str:
        if cut.consistent:
            return self.tr("Nothing is received before the cut that is sent after it")
        names = [self._name(message) for message in cut.orphans]
        if len(names) == 1:
            return filled(self.tr("%1 is received before the cut but sent after it"), names[0])
        return filled(self.tr("%1 are received before the cut but sent after it"), listed(names))

    def _in_transit(self, cut: HandCut) -> str:
        if not cut.in_transit:
            return self.tr("Nothing is in transit at the cut")
        text = filled(self.tr("In transit at the cut: %1"), messages_text(len(cut.in_transit)))
        names = listed([self._name(message) for message in cut.in_transit])
        total = carried_text(self._run, cut)
        if total:
            names += DOT + filled(self.tr("together %1"), total)
        return text + DOT + names

    def _name(self, message: int) -> str:
        trace = self._run.trace
        ends = trace.channel_ends[int(trace.message_channel[message])]
        source, target = (trace.process_ids[end] for end in ends)
        return message_text(self._run.message(message), source, target)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Hand-drawn cut"))
        self.snap.setText(self.tr("Snap to the nearest consistent cut"))
        self.close_button.setToolTip(self.tr("Close the hand-drawn cut"))
        self.close_button.setAccessibleName(self.tr("Close the hand-drawn cut"))
        if self._cut is not None:
            self._word(self._cut)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
