"""The card that compares two selected events, step by step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.ui.buttons import ToolButton
from snapviz.ui.panels.clocks_moment import RunClocks
from snapviz.ui.panels.clocks_paint import DOT_ROOM, VectorColumns, demi_bold, paint_dot, paint_text
from snapviz.ui.panels.clocks_why import Comparison, Step
from snapviz.ui.panels.clocks_words import event_name
from snapviz.ui.panels.flow import FlowLayout
from snapviz.ui.panels.row_widget import RowWidget
from snapviz.ui.wording import filled

ROW = 26
HEADER = 20
EDGE = 6
GAP = 10
MOST_STEPS = 15
STEP_HEIGHT, STEP_SIDE = 28, 8


class VectorPair(RowWidget):
    """The two vectors, one below the other, the deciding entries on a ground of their own."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(ROW, parent)
        self.setObjectName("clocks.pair")
        self.header_height = HEADER
        self._clocks: RunClocks | None = None
        self._shown: Comparison | None = None
        self._names: tuple[str, ...] = ()
        self._left = 0
        self._columns = VectorColumns((), 0, self.font(), 0)

    @property
    def row_count(self) -> int:
        return 2 if self._shown is not None else 0

    @property
    def rows(self) -> tuple[int, int]:
        """The trace rows shown."""
        return self._shown.first, self._shown.second

    def show_comparison(self, clocks: RunClocks, shown: Comparison) -> None:
        self._clocks, self._shown = clocks, shown
        self._names = tuple(event_name(clocks.run, row) for row in self.rows)
        lines = zip(self._names, shown.vectors, strict=True)
        self.setAccessibleDescription("\n".join(f"{name}: {vector}" for name, vector in lines))
        self.set_choosable(True)
        self._arrange()

    def _arrange(self) -> None:
        if self._shown is not None:
            self._left, self._columns = self._measured()
            self.header_height = HEADER if self._columns.dense else 0
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _measured(self) -> tuple[int, VectorColumns]:
        """Where the vectors begin, and their columns."""
        metrics = self.fontMetrics()
        width = max(metrics.horizontalAdvance(name) for name in self._names) + GAP
        left = EDGE + DOT_ROOM + min(width, self.width() // 2)
        run = self._clocks.run
        room = self.width() - left - EDGE
        return left, VectorColumns(run.trace.process_ids, self._clocks.widest, self.font(), room)

    def paint_header(self, painter: QPainter) -> None:
        area = QRect(self._left, 0, self.width() - self._left, HEADER)
        self._columns.paint_names(painter, area, self.theme)

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        left = self._left
        process = int(self._clocks.run.trace.row_process[self.rows[row]])
        color = QColor(self.theme.process(process))
        paint_dot(painter, EDGE + 5, place.center().y() + 0.5, color)
        painter.setFont(demi_bold(self.font()))
        painter.setPen(QColor(self.theme.ink))
        name = QRect(EDGE + DOT_ROOM, place.top(), left - EDGE - DOT_ROOM - 4, ROW)
        paint_text(painter, name, self._names[row])
        area = QRect(left, place.top(), self.width() - left - EDGE, ROW)
        vector, shown = self._shown.vectors[row], self._shown
        self._columns.paint(painter, area, vector, process, self.theme, shown.deciding)


class ComparisonCard(QFrame):
    """``item_chosen``: an event or message of the chain was clicked."""

    item_chosen = Signal(object)
    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("clocks.comparison")
        self.setProperty("role", "card")
        self._theme = LIGHT
        self._title = self._label("clocks.relation", "heading")
        self._reason = self._label("clocks.reason", "muted")
        self._hint = self._label("clocks.hint", "muted")
        self._pair = VectorPair(self)
        self._pair.row_chosen.connect(lambda row, _: self.row_chosen.emit(self._pair.rows[row]))
        self._chain = QWidget(self)
        self._chain.setObjectName("clocks.chain")
        self._flow = FlowLayout(4)
        self._chain.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 12)
        column.setSpacing(6)
        for part in (self._title, self._pair, self._reason, self._chain, self._hint):
            column.addWidget(part)
        self.show_comparison(None, None)
        self.retranslate()

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._pair.set_theme(theme)

    def show_comparison(self, clocks: RunClocks | None, shown: Comparison | None) -> None:
        """Show two events, or say how to choose them."""
        some = shown is not None
        for part in (self._title, self._pair, self._reason):
            part.setVisible(some)
        self._chain.setVisible(some and bool(shown.chain))
        self._hint.setVisible(not some)
        self._clear_chain()
        if shown is None:
            return
        self._title.setText(shown.title)
        self._reason.setText(shown.reason)
        self._pair.show_comparison(clocks, shown)
        self._fill_chain(shown.chain)

    def _clear_chain(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()

    def _fill_chain(self, steps: tuple[Step, ...]) -> None:
        left_out = len(steps) - MOST_STEPS
        half = MOST_STEPS // 2
        for number, step in enumerate(steps):
            if left_out > 0 and half <= number < len(steps) - half:
                if number == half:
                    rest = len(steps) - 2 * half
                    self._add_word(filled(self.tr("… %1 more steps …"), rest))
                continue
            if number:
                self._add_word("→")
            self._add_step(step)
        self._chain.updateGeometry()

    def _add_word(self, text: str) -> None:
        label = QLabel(text, self._chain)
        label.setProperty("role", "muted")
        label.setFixedHeight(STEP_HEIGHT)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._flow.addWidget(label)

    def _add_step(self, step: Step) -> None:
        button = ToolButton(self._chain, "step")
        button.setText(step.text)
        button.ensurePolished()
        width = button.fontMetrics().horizontalAdvance(step.text) + 2 * STEP_SIDE
        button.setFixedSize(width, STEP_HEIGHT)
        button.setAccessibleName(filled(self.tr("Select %1"), step.text))
        button.clicked.connect(lambda _=False, item=step.item: self.item_chosen.emit(item))
        self._flow.addWidget(button)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Comparison of two events"))
        self._pair.setAccessibleName(self.tr("The two vectors"))
        self._hint.setText(
            self.tr("Select an event, and a second one with Ctrl held, to compare them.")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
