"""How an entry of a message log is drawn: what was received, its determinant, and where it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from snapviz.diagram.figures import payload_text
from snapviz.engine.trace import RowKind
from snapviz.run import Run
from snapviz.study.stable_storage import (
    AT_OTHERS,
    AT_SENDER,
    DISCARDED,
    SENDER_DOWN,
    STABLE,
    VOLATILE,
    Garbage,
    Storage,
    Whereabouts,
)
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
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import listed

translate = QCoreApplication.translate
EDGE = 8
GAP = 10
SMALL = 12
LINE = 22
LONGEST_NAME = 120
NO_PAYLOAD = "–"


def sent_text(run: Run, row: int) -> str:
    """When the message of a receive was sent, and whether it had come before."""
    trace = run.trace
    ref = int(trace.row_ref[row])
    original = trace.message_copies.get(ref, ref)
    sent = ms_text(int(trace.message_sent[original]), decimals_for(run.until_us))
    if trace.row_kind[row] == RowKind.DUPLICATE:
        return filled(translate("Checkpoints", "again, sent %1"), sent)
    return filled(translate("Checkpoints", "sent %1"), sent)


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


def determinant_text(run: Run, storage: Storage, row: int) -> str:
    """``no. 3 from P1, no. 2 at P2``: sender and send number, receiver and receipt number."""
    found, ids = storage.log.determinant(row), run.trace.process_ids
    return filled(
        translate("Checkpoints", "no. %1 from %2, no. %3 at %4"),
        found.send_number,
        ids[found.sender],
        found.receipt_number,
        ids[found.receiver],
    )


def where_text(run: Run, where: Whereabouts | None, may_go: bool) -> str:
    """Where an entry of the log is, in a word or two; empty without a log."""
    if where is None:
        return ""
    names = listed([run.trace.process_ids[holder] for holder in where.holders], 3)
    words = {
        STABLE: translate("Checkpoints", "stable"),
        VOLATILE: translate("Checkpoints", "not yet stable"),
        AT_SENDER: filled(translate("Checkpoints", "in the memory of %1"), names),
        SENDER_DOWN: filled(translate("Checkpoints", "gone with %1"), names),
        AT_OTHERS: filled(translate("Checkpoints", "known to %1"), names),
        DISCARDED: translate("Checkpoints", "gone"),
    }
    text = words[where.place]
    if where.place == AT_OTHERS and not where.holders:
        text = translate("Checkpoints", "known to nobody else yet")
    return text + DOT + translate("Checkpoints", "may go") if may_go else text


class LogDelegate(EventDelegate):
    """received at | receiver and sender | payload | where; below, determinant and time sent.

    ``storage`` and ``garbage`` are those of the play-head.
    """

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._widget = parent
        self._time = self._name = 0
        self.row_height = 2 * LINE
        self.storage: Storage | None = None
        self.garbage = Garbage(frozenset(), frozenset())

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
        row = model.row_at(number)
        if self.storage is None:
            return
        where = self.storage.whereabouts(row)
        text = where_text(model.run, where, row in self.garbage.receives)
        is_safe = where is None or where.place not in (VOLATILE, SENDER_DOWN)
        upper = QRect(place.left(), place.top() + 2, place.width(), LINE)
        right = self._paint_right(painter, upper, text, is_safe)
        left = self._paint_left(painter, upper, model, number, row)
        font = QFont(painter.font())
        is_gone = where is not None and where.place == DISCARDED
        painter.setPen(QColor(self.theme.muted if is_gone else self.theme.ink))
        struck = QFont(font)
        struck.setStrikeOut(is_gone)
        painter.setFont(struck)
        content = QRect(left, upper.top(), right - GAP - left, upper.height())
        paint_text(painter, content, content_text(model.run, row))
        painter.setFont(font)
        self._paint_below(painter, upper.translated(0, LINE - 3), model.run, row, font)

    def _paint_right(self, painter: QPainter, line: QRect, text: str, is_safe: bool) -> int:
        """Where the entry is, at the far end; returns where that begins."""
        font = QFont(painter.font())
        painter.setFont(sized(font, SMALL))
        painter.setPen(QColor(self.theme.muted if is_safe else self.theme.bad))
        width = painter.fontMetrics().horizontalAdvance(text)
        left = line.right() - EDGE - width
        painter.drawText(QRect(left, line.top(), width + 1, line.height()), RIGHT, text)
        painter.setFont(font)
        return left

    def _paint_left(
        self, painter: QPainter, line: QRect, model: EventRows, number: int, row: int
    ) -> int:
        """When, at whom and from whom; returns where that ends."""
        theme, run = self.theme, model.run
        font = QFont(painter.font())
        painter.setFont(sized(font, SMALL))
        painter.setPen(QColor(theme.muted))
        x = line.left() + EDGE
        place = QRect(x, line.top(), self._time, line.height())
        painter.drawText(place, RIGHT, model.line(number).time)
        x += self._time + GAP
        color = QColor(theme.process(int(run.trace.row_process[row])))
        paint_dot(painter, x + 4, line.center().y() + 0.5, color)
        x += DOT_ROOM
        painter.setPen(QColor(theme.ink))
        painter.setFont(demi_bold(font))
        paint_text(painter, QRect(x, line.top(), self._name, line.height()), ends_text(run, row))
        painter.setFont(font)
        return x + self._name + GAP

    def _paint_below(self, painter: QPainter, line: QRect, run: Run, row: int, font: QFont) -> None:
        painter.setFont(sized(font, SMALL))
        painter.setPen(QColor(self.theme.muted))
        left = line.left() + EDGE + self._time + GAP + DOT_ROOM
        text = determinant_text(run, self.storage, row) + DOT + sent_text(run, row)
        paint_text(painter, QRect(left, line.top(), line.right() - EDGE - left, LINE - 3), text)
