"""The steps of a decision as a list that asks only for what is seen, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from snapviz.engine.trace import COMMITTED
from snapviz.run import Run
from snapviz.study.decision_story import CRASHES, DECIDES, LEARNS, PARTED, passed
from snapviz.study.decision_words import step_words
from snapviz.study.keeping_steps import Step
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.clocks_paint import DOT_ROOM, RIGHT, demi_bold, paint_dot, sized
from snapviz.ui.panels.event_list import EventDelegate
from snapviz.ui.studies.sentences import capital, told

Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
EDGE, GAP, SMALL = 8, 10, 12
PADDING = 5  # above and below the words of a row
LINE = 17
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
MOST_LINES = 4
WRONG = (CRASHES, PARTED)


class StoryRows(QAbstractListModel):
    """The steps of one snapshot; ``current``: the one that the play-head stands at, -1 before.

    Without the future only those that the play-head has passed.
    """

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._run: Run | None = None
        self._number = 0
        self._steps: Sequence[Step] = ()
        self._texts: dict[int, str] = {}
        self._decimals = 1
        self.current = -1
        self._passed = self._count = 0
        self._future = True

    def set_future(self, future: bool) -> None:
        """Tell of what is to come, or do not."""
        if future != self._future:
            self.beginResetModel()
            self._future = future
            self._count = len(self._steps) if future else self._passed
            self.endResetModel()

    def set_steps(self, run: Run | None, number: int, steps: Sequence[Step]) -> None:
        """Tell another story."""
        self.beginResetModel()
        self._run, self._number, self._steps = run, number, steps
        self._decimals = decimals_for(run.until_us) if run is not None else 1
        self._texts.clear()
        self.current, self._passed = -1, 0
        self._count = len(steps) if self._future else 0
        self.endResetModel()

    def set_position(self, rows: int, time_us: int, chosen: int) -> int:
        """The play-head is elsewhere; returns the step that is lit.

        Of several at one instant that is the one ``chosen``, else the last of them.
        """
        now = passed(self._steps, rows, time_us)
        lit = now - 1
        if 0 <= chosen < now and self._when(chosen) == self._when(lit):
            lit = chosen
        if (lit, now) != (self.current, self._passed):
            changed = (lit, self.current, now - 1, self._passed - 1)
            self.current, self._passed = lit, now
            if not self._future:
                self._resize(now)
            self._change(max(min(changed), 0), max(*changed, 0) + 1)
        return lit

    def _resize(self, count: int) -> None:
        """What a hidden future hides comes and goes with the play-head."""
        if count > self._count:
            self.beginInsertRows(NOWHERE, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(NOWHERE, count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def _change(self, first: int, last: int) -> None:
        top = self._count - 1
        if first <= top:
            self.dataChanged.emit(self.index(first), self.index(min(last, top)))

    def _when(self, place: int) -> tuple[int, int]:
        return self._steps[place].time_us, self._steps[place].row

    # Places

    @property
    def steps(self) -> Sequence[Step]:
        return self._steps

    def is_passed(self, place: int) -> bool:
        return place < self._passed

    def is_undone(self, place: int) -> bool:
        """What is told stays told."""
        return False

    def is_selected(self, place: int) -> bool:
        return place == self.current

    def row_at(self, place: int) -> int:
        """What the list tells that is clicked: the number of the step."""
        return place

    def text(self, place: int) -> str:
        """The sentence."""
        found = self._texts.get(place)
        if found is None:
            words = step_words(self._run, self._number, self._steps[place])
            found = self._texts[place] = capital(told(words))
        return found

    def time(self, place: int) -> str:
        return ms_text(self._steps[place].time_us, self._decimals)

    def reword(self) -> None:
        """The window speaks another language."""
        self._texts.clear()
        self._change(0, len(self._steps))

    # What Qt asks

    def rowCount(self, parent: QModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return f"{self.time(index.row())} ms  {self.text(index.row())}"
        return None


class StepDelegate(EventDelegate):
    """time | the dot of the process | the sentence, on as many lines as the longest one needs."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self._widget = parent
        self._time = 0

    def left(self) -> int:
        """Pixels before the sentences."""
        return EDGE + self._time + GAP + DOT_ROOM

    def arrange(self, model: StoryRows, width: int) -> None:
        small = QFontMetrics(sized(self._widget.font(), SMALL))
        last = model.rowCount() - 1
        self._time = small.horizontalAdvance(model.time(last)) if last >= 0 else 0
        self.row_height = LINE + 2 * PADDING

    def height_of(self, text: str, width: int) -> int:
        """Of the row with a sentence, in a list so many pixels wide."""
        room = QRect(0, 0, max(width - self.left() - EDGE, 60), 1000)
        lines = QFontMetrics(self._widget.font()).boundingRect(room, WRAPPED, text).height()
        return min(max(lines, LINE), MOST_LINES * LINE) + 2 * PADDING

    def paint_line(self, painter: QPainter, place: QRect, model: StoryRows, number: int) -> None:
        theme, step = self.theme, model.steps[number]
        font, is_lit = QFont(painter.font()), number == model.current
        line = QRect(place.left() + EDGE, place.top() + PADDING, self._time, LINE)
        painter.setFont(sized(font, SMALL))
        painter.setPen(QColor(theme.accent if is_lit else theme.muted))
        painter.drawText(line, RIGHT, model.time(number))
        x = line.right() + 1 + GAP
        if step.process >= 0:
            color = QColor(theme.process(step.process))
            paint_dot(painter, x + 4, line.center().y() + 0.5, color, model.is_passed(number))
        x += DOT_ROOM
        is_decision = step.what in (DECIDES, LEARNS)
        painter.setFont(demi_bold(font) if step.what == DECIDES else font)
        failed = is_decision and step.values[0] != COMMITTED
        painter.setPen(QColor(theme.bad if failed or step.what in WRONG else theme.ink))
        room = QRect(x, place.top() + PADDING, place.right() - EDGE - x, place.height() - PADDING)
        painter.drawText(room, WRAPPED, model.text(number))
