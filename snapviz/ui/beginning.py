"""What is seen of a long run while the rest of it is simulated."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snapviz.run import Run
from snapviz.ui.buttons import ToolButton
from snapviz.ui.central import CentralArea
from snapviz.ui.docks import Heading
from snapviz.ui.figures import round_ms_text
from snapviz.ui.spacetime.canvas import Canvas
from snapviz.ui.wording import filled

MARGINS = (16, 5, 12, 3)  # of the heading, less than usual above and below for the button


class Beginning(QWidget):
    """The diagram of what happened so far, where that of the whole is going to be.

    ``left``: the person would rather see again what stood here before, which ``around`` names;
    what stands around still belongs to that.
    """

    left = Signal()

    def __init__(self, run: Run, title: str, around: str, central: CentralArea):
        super().__init__(central)
        self.setObjectName("glimpse")
        self._run, self._around, self._percent = run, around, 0
        self.heading, self._canvas = Heading(self), Canvas(central.view.theme, self)
        self._back = ToolButton(self.heading, role="link")
        self._back.setObjectName("glimpse.back")
        self._back.setVisible(bool(around))
        self._back.clicked.connect(self.left)
        self.heading.layout().addWidget(self._back)
        self.heading.layout().setContentsMargins(*MARGINS)
        # The diagram must not move when that of the whole takes its place.
        self.heading.setFixedHeight(central.heading.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._canvas, 1)
        self._canvas.set_run(run)
        central.view.theme_changed.connect(self._canvas.set_theme)
        self.heading.set_title(title)
        self.retranslate()

    def visible_range(self) -> tuple[int, int]:
        """From and to, in microseconds."""
        return self._canvas.visible_range()

    def set_covered(self, share: float) -> None:
        """How much of the time of the run has been simulated by now, 0 to 1."""
        if int(share * 100) != self._percent:
            self._percent = int(share * 100)
            self._tell()

    def _tell(self) -> None:
        text = self.tr("the first %1 of %2 ms; %3 % simulated")
        if self._percent >= 100:
            text = self.tr("the first %1 of %2 ms; drawing the whole")
        times = (round(self._run.until_us, -3), self._run.scenario.duration_us)
        self.heading.set_caption(filled(text, *map(round_ms_text, times), str(self._percent)))

    def retranslate(self) -> None:
        self._tell()
        self._back.setText(self.tr("Back"))
        self._back.setToolTip(filled(self.tr("Show %1 again; the opening goes on"), self._around))
        self._back.setAccessibleName(self._back.toolTip())
        self._canvas.setAccessibleName(self.tr("Beginning of the run"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
