"""Protocols side by side: the figures of each, with a bar under every figure."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from snapviz.diagram.figures import grouped
from snapviz.study.comparison import Comparison, Trial
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.clocks_paint import RIGHT, demi_bold, paint_text, sized
from snapviz.ui.panels.row_widget import RowWidget
from snapviz.ui.studies.sentences import verdict_text
from snapviz.ui.words import protocol_name

ROW, HEADER = 34, 26
EDGE, GAP = 10, 8
NAME, VERDICT, FIGURE = 136, 100, 64
SMALL, BAR = 12, 4
NOTHING = "–"

translate = QCoreApplication.translate


class Column(NamedTuple):
    """A column: its heading, what a tool tip says of it, and by row the text and the amount."""

    head: str
    about: str
    texts: list[str]
    amounts: list[float]


def columns_of(comparison: Comparison) -> list[Column]:
    """The figures of a comparison; what nothing can be said of has no column."""
    trials, decimals = comparison.trials, decimals_for(comparison.until_us)

    def counted(figure: str, head: str, about: str) -> Column:
        amounts = [trial.total(figure) for trial in trials]
        return Column(head, about, list(map(grouped, amounts)), amounts)

    def timed(figure: str, head: str, about: str) -> Column:
        amounts = [trial.total(figure) for trial in trials]
        return Column(head, about, [ms_text(us, decimals) for us in amounts], amounts)

    found = [
        counted(
            "control_messages",
            translate("Compare", "control"),
            translate("Compare", "Control messages, every hop counted"),
        ),
        counted(
            "piggyback_bytes",
            translate("Compare", "bytes"),
            translate("Compare", "Bytes attached to application messages"),
        ),
        timed(
            "duration_us",
            translate("Compare", "time ms"),
            translate("Compare", "From the start to completion; unfinished ones count none"),
        ),
        timed(
            "blocking_us",
            translate("Compare", "held ms"),
            translate("Compare", "How long processes held messages for it, in all"),
        ),
    ]
    if comparison.scenario.save_pause_us:
        about = translate("Compare", "How long processes were busy saving, in all")
        found.append(timed("saving_us", translate("Compare", "saving ms"), about))
    if any(figures.gather_messages for trial in trials for figures in trial.snapshots):
        about = translate("Compare", "Messages to gather the parts")
        found.append(counted("gather_messages", translate("Compare", "gather"), about))
    about = translate("Compare", "Messages recorded as the states of channels")
    found.append(counted("recorded_messages", translate("Compare", "in transit"), about))
    shares = [comparison.throughput(trial) for trial in trials]
    if any(share is not None for share in shares):
        texts = [NOTHING if share is None else f"{share:.1%}" for share in shares]
        about = translate(
            "Compare", "Messages received in a second, against the same run with no snapshot"
        )
        head = translate("Compare", "throughput")
        found.append(Column(head, about, texts, [share or 0.0 for share in shares]))
    return found


class CompareTable(RowWidget):
    """A row for each protocol. Rows are chosen by click or with the keys."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(ROW, parent)
        self.setObjectName("compare.table")
        self.header_height = HEADER
        self._comparison: Comparison | None = None
        self._columns: list[Column] = []
        self._dim = False
        self.set_choosable(True)

    @property
    def row_count(self) -> int:
        return len(self.trials)

    @property
    def trials(self) -> tuple[Trial, ...]:
        return self._comparison.trials if self._comparison else ()

    @property
    def texts(self) -> list[list[str]]:
        """What stands in each row."""
        return [
            [
                protocol_name(trial.protocol),
                verdict_text(trial),
                *(c.texts[row] for c in self._columns),
            ]
            for row, trial in enumerate(self.trials)
        ]

    @property
    def heads(self) -> list[str]:
        return [column.head for column in self._columns]

    def show_comparison(self, comparison: Comparison | None, dim: bool) -> None:
        """``dim``: it is out of date."""
        self._comparison, self._dim = comparison, dim
        self._columns = columns_of(comparison) if comparison else []
        self.setAccessibleDescription("\n".join(", ".join(line) for line in self.texts))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        width = EDGE * 2 + NAME + VERDICT + len(self._columns) * (FIGURE + GAP)
        return QSize(width, self.sizeHint().height())

    def _lefts(self) -> tuple[int, int, int]:
        """Where the verdict and the figures begin, and how wide a figure is."""
        room = self.width() - 2 * EDGE
        count = max(1, len(self._columns))
        figure = max(FIGURE + GAP, min(150, (room - NAME - VERDICT) // count))
        verdict = EDGE + NAME
        return verdict, self.width() - EDGE - figure * count, figure

    def paint_header(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), SMALL))
        painter.setPen(QColor(self.theme.muted))
        verdict, first, width = self._lefts()
        paint_text(painter, QRect(EDGE, 0, NAME, HEADER), translate("Compare", "protocol"))
        paint_text(painter, QRect(verdict, 0, VERDICT, HEADER), translate("Compare", "verdict"))
        for number, column in enumerate(self._columns):
            # A heading may begin in the gap before its figures.
            place = QRect(first + number * width + 2, 0, width - 2, HEADER)
            paint_text(painter, place, column.head, RIGHT)
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(0, HEADER - 1, self.width(), HEADER - 1)

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        trial, theme = self.trials[row], self.theme
        painter.setOpacity(0.45 if self._dim else 1.0)
        verdict, first, width = self._lefts()
        line = place.adjusted(0, 3, 0, -9)
        painter.setFont(demi_bold(self.font()))
        painter.setPen(QColor(theme.ink))
        paint_text(
            painter,
            QRect(EDGE, place.top(), NAME - GAP, place.height()),
            protocol_name(trial.protocol),
        )
        painter.setFont(self.font())
        painter.setPen(QColor(self._tone(trial)))
        room = QRect(verdict, place.top(), first - verdict, place.height())
        paint_text(painter, room, verdict_text(trial))
        for number, column in enumerate(self._columns):
            cell = QRect(first + number * width + GAP, line.top(), width - GAP, line.height())
            painter.setPen(QColor(theme.ink))
            text = NOTHING if trial.refusal else column.texts[row]
            painter.drawText(cell, RIGHT, text)
            self._paint_bar(painter, cell, column, row)
        painter.setOpacity(1.0)

    def _tone(self, trial: Trial) -> str:
        tones = {"sound": self.theme.good, "wrong": self.theme.bad}
        return tones.get(trial.outcome, self.theme.muted)

    def _paint_bar(self, painter: QPainter, cell: QRect, column: Column, row: int) -> None:
        """Against the largest of its column, from the right, under the figure."""
        most = max(column.amounts, default=0)
        trial = self.trials[row]
        if not most or trial.refusal or not column.amounts[row]:
            return
        wide = max(2.0, cell.width() * column.amounts[row] / most)
        token = self.theme.bad if trial.outcome == "wrong" else self.theme.accent
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(token if trial.outcome in ("sound", "wrong") else self.theme.muted))
        painter.drawRoundedRect(QRectF(cell.right() + 1 - wide, cell.bottom() + 2, wide, BAR), 2, 2)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        verdict, first, width = self._lefts()
        x, row = event.pos().x(), self.row_at(event.pos())
        if x >= first:
            column = min((x - first) // width, len(self._columns) - 1)
            text = self._columns[column].about if self._columns else ""
        elif row >= 0 and x >= verdict:
            text = verdict_text(self.trials[row])
            if QFontMetrics(self.font()).horizontalAdvance(text) <= first - verdict:
                text = ""
        else:
            text = ""
        QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
