"""The line at the bottom: the verdict at this moment, progress, what run this is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar, QWidget

from snapviz.run import Run
from snapviz.ui.buttons import ToolButton
from snapviz.ui.figures import digest_text
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import Sentence, channels_text

PROGRESS_WIDTH = 160


class StatusLine(QStatusBar):
    """``cancelled``: the person does not want to wait for the simulation."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(16, 0, 16, 0)
        self._run: Run | None = None
        self._opened = ""
        self._verdict = QLabel(self)
        self._verdict.setObjectName("status.verdict")
        self._verdict.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts = QLabel(self)
        self._facts.setObjectName("status.facts")
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(PROGRESS_WIDTH)
        self._progress.setRange(0, 1000)
        self._busy = QLabel(self)
        self._cancel = ToolButton(self)
        self._cancel.setObjectName("status.cancel")
        self._cancel.clicked.connect(self.cancelled)
        self.addWidget(self._verdict, 1)
        for widget in (self._busy, self._progress, self._cancel, self._facts):
            self.addPermanentWidget(widget)
        self.hide_progress()
        self.retranslate()

    def show_run(self, run: Run | None) -> None:
        self._run = run
        self._show_facts()

    def show_sentence(self, sentence: Sentence) -> None:
        if sentence.text == self._verdict.text():
            return
        self._verdict.setText(sentence.text)
        self._verdict.setToolTip(sentence.text)
        if self._verdict.property("tone") != sentence.tone:
            self._verdict.setProperty("tone", sentence.tone)
            self._verdict.style().polish(self._verdict)

    def show_progress(self, share: float, opened: str = "") -> None:
        """``opened``: the name of the document that is waited for, if one is."""
        if opened != self._opened:
            self._opened = opened
            self._word_progress()
        self._progress.setValue(round(share * 1000))
        for widget in (self._busy, self._progress, self._cancel):
            widget.show()

    def hide_progress(self) -> None:
        for widget in (self._busy, self._progress, self._cancel):
            widget.hide()

    def _show_facts(self) -> None:
        run = self._run
        if run is None:
            self._facts.clear()
            return
        digest = filled(self.tr("trace %1"), digest_text(run.digest))
        is_log = not run.is_timed
        kind = self.tr("a log: order without times") if is_log else channels_text(run.scenario)
        self._facts.setText(DOT.join([kind, digest]))
        self._facts.setToolTip(run.digest)

    def _word_progress(self) -> None:
        words = self.tr("Simulating")
        if self._opened:
            words = filled(self.tr("Opening %1"), self._opened)
        self._progress.setAccessibleName(words)
        self._busy.setText(words)

    def retranslate(self) -> None:
        self._verdict.setAccessibleName(self.tr("Verdict at this moment"))
        self._facts.setAccessibleName(self.tr("Channels and trace"))
        self._word_progress()
        self._cancel.setText(self.tr("Cancel"))
        self._show_facts()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
