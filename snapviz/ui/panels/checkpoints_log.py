"""How a received message is drawn in the list of what a process has received so far."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import payload_text
from snapviz.engine.trace import RowKind
from snapviz.run import Run
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.clocks_paint import (
    DOT_ROOM,
    RIGHT,
    demi_bold,
    paint_dot,
    paint_text,
    sized,
)
from snapviz.ui.panels.event_list import EventDelegate
from snapviz.ui.panels.event_rows import EventRows
from snapviz.ui.wording import filled

EDGE = 8
GAP = 10
SMALL = 12
LONGEST_NAME = 120
NO_PAYLOAD = "–"


def sent_text(run: Run, row: int) -> str:
    """When the message of a receive was sent, and whether it had come before."""
    trace = run.trace
    sent = ms_text(int(trace.message_sent[trace.row_ref[row]]), decimals_for(run.until_us))
    if trace.row_kind[row] == RowKind.DUPLICATE:
        return filled(QCoreApplication.translate("Checkpoints", "again, sent %1"), sent)
    return filled(QCoreApplication.translate("Checkpoints", "sent %1"), sent)


def ends_text(run: Run, row: int) -> str:
    """``P2 ← P1``: who received, from whom."""
    trace = run.trace
    source, target = trace.channel_ends[trace.message_channel[trace.row_ref[row]]]
    return f"{trace.process_ids[target]} ← {trace.process_ids[source]}"


def content_text(run: Run, row: int) -> str:
    """What the message of a receive carried."""
    number = int(run.trace.row_ref[row])
    original = run.trace.message_copies.get(number, number)
    return payload_text(run.trace.message_payload(original)) or NO_PAYLOAD


class LogDelegate(EventDelegate):
    """received at | receiver and sender | payload | sent at."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._widget = parent
        self._time = self._name = 0

    def arrange(self, model: EventRows, width: int) -> None:
        run = model.run
        if run is None:
            return
        font = self._widget.font()
        small, bold = QFontMetrics(sized(font, SMALL)), QFontMetrics(demi_bold(font))
        self._time = small.horizontalAdvance(ms_text(run.until_us, decimals_for(run.until_us)))
        ids = run.trace.process_ids
        widest = max((bold.horizontalAdvance(pid) for pid in ids), default=0)
        self._name = min(2 * widest + bold.horizontalAdvance(" ← "), LONGEST_NAME)

    def paint_line(self, painter: QPainter, place: QRect, model: EventRows, number: int) -> None:
        theme, run, row = self.theme, model.run, model.row_at(number)
        font, small = QFont(painter.font()), sized(painter.font(), SMALL)
        x = place.left() + EDGE
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        time = QRect(x, place.top(), self._time, place.height())
        painter.drawText(time, RIGHT, model.line(number).time)
        sent = sent_text(run, row)
        width = painter.fontMetrics().horizontalAdvance(sent)
        right = place.right() - EDGE - width
        painter.drawText(QRect(right, place.top(), width + 1, place.height()), RIGHT, sent)
        x += self._time + GAP
        color = QColor(theme.process(int(run.trace.row_process[row])))
        paint_dot(painter, x + 4, place.center().y() + 0.5, color)
        x += DOT_ROOM
        painter.setPen(QColor(theme.ink))
        painter.setFont(demi_bold(font))
        paint_text(painter, QRect(x, place.top(), self._name, place.height()), ends_text(run, row))
        x += self._name + GAP
        painter.setFont(font)
        paint_text(
            painter, QRect(x, place.top(), right - GAP - x, place.height()), content_text(run, row)
        )
