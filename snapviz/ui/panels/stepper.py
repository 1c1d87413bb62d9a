"""Back, next and play through the steps of something that is told one at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from snapviz.ui.buttons import ToolButton
from snapviz.ui.wording import filled

STEP_MS = 1400


class Stepper(QWidget):
    """``moved``: another step of ``count`` is shown, from 0."""

    moved = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName(name)
        self._count = self._step = 0
        self.back, self.next, self.play = (ToolButton(self, "step") for _ in range(3))
        for part in ("back", "next", "play"):
            getattr(self, part).setObjectName(f"{name}.{part}")
        self._where = QLabel(self)
        self._where.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(6)
        for button in (self.back, self.next, self.play):
            button.setMinimumWidth(60)
            row.addWidget(button)
        row.addWidget(self._where, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._go_on)
        self.back.clicked.connect(lambda: self._move_by(-1))
        self.next.clicked.connect(lambda: self._move_by(1))
        self.play.clicked.connect(self._toggle)
        self.retranslate()

    def set_foot(self) -> None:
        """Keep off what scrolls above."""
        self.setProperty("role", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.layout().setContentsMargins(6, 8, 6, 2)

    @property
    def step(self) -> int:
        return self._step

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def set_count(self, count: int, step: int = 0) -> None:
        """There are other steps; without a word, ``step`` is shown."""
        self.pause()
        self._count, self._step = count, min(max(step, 0), max(0, count - 1))
        self._show()

    def go_to(self, step: int) -> None:
        """Show a step."""
        step = min(max(step, 0), max(0, self._count - 1))
        if step != self._step:
            self._step = step
            self._show()
            self.moved.emit(step)

    def pause(self) -> None:
        self._timer.stop()
        self._word_play()

    def _move_by(self, steps: int) -> None:
        self.pause()
        self.go_to(self._step + steps)

    def _toggle(self) -> None:
        if self.playing:
            self.pause()
            return
        if self._step >= self._count - 1:
            self.go_to(0)
        self._timer.start()
        self._word_play()

    def _go_on(self) -> None:
        self.go_to(self._step + 1)
        if self._step >= self._count - 1:
            self.pause()

    def _show(self) -> None:
        self.back.setEnabled(self._step > 0)
        self.next.setEnabled(self._step < self._count - 1)
        self.play.setEnabled(self._count > 1)
        text = filled(self.tr("step %1 of %2"), self._step + 1, self._count)
        self._where.setText(text if self._count else "")

    def _word_play(self) -> None:
        self.play.setText(self.tr("Pause") if self.playing else self.tr("Play"))

    def hideEvent(self, event) -> None:
        self.pause()
        super().hideEvent(event)

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self.next.setText(self.tr("Next"))
        self._word_play()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
