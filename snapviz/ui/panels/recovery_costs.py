"""The same scenario under every checkpoint policy and logging method: what each would cost."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from snapviz.diagram.figures import grouped
from snapviz.diagram.theme import Theme
from snapviz.scenario.model import Scenario
from snapviz.study.recovery_comparison import Combination, ComparingRecovery, RecoveryComparison
from snapviz.ui.figures import ms_text
from snapviz.ui.job import Job
from snapviz.ui.panels.cards import Card, heading, remark
from snapviz.ui.panels.clocks_paint import RIGHT, demi_bold, paint_text, sized
from snapviz.ui.panels.row_widget import RowWidget
from snapviz.ui.panels.text_table import TableArea
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import fault_tolerance_word

ROW, LINE, EDGE, SMALL = 42, 20, 6, 12
MOST_HEIGHT = 10 * ROW
INSTANTS_A_STEP = 300


class CostRows(RowWidget):
    """Two lines for each combination: its names, and what it came to."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(ROW, parent)
        self.setObjectName("recovery.costs")
        self._found: tuple[Combination, ...] = ()

    @property
    def row_count(self) -> int:
        return len(self._found)

    @property
    def texts(self) -> list[tuple[str, str, str]]:
        """What stands in each row: its names, how long messages waited, the other figures."""
        return [(_name(one), self._delay(one), self._figures(one)) for one in self._found]

    def show_combinations(self, found: tuple[Combination, ...], used: tuple[str, str]) -> None:
        """``used``: the policy and the method of the scenario as it is."""
        self._found = found
        mine = (i for i, one in enumerate(found) if (one.policy, one.method) == used)
        self.set_selected(frozenset(mine))
        self.setAccessibleDescription("\n".join(", ".join(line) for line in self.texts))
        self.updateGeometry()
        self.update()

    def _figures(self, one: Combination) -> str:
        costs = one.costs
        parts = [
            filled(self.tr("undone %1"), grouped(costs.undone_events)),
            filled(self.tr("replayed %1"), grouped(costs.replayed_messages)),
            filled(self.tr("forced %1"), grouped(costs.forced_checkpoints)),
            filled(self.tr("log %1 B"), grouped(costs.logged_bytes)),
        ]
        return DOT.join(parts)

    def _delay(self, one: Combination) -> str:
        """How long messages waited at their senders, in all; empty if none did."""
        delay_us = one.costs.output_delay_us
        return filled(self.tr("delay %1 ms"), ms_text(delay_us, 0)) if delay_us else ""

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        name, delay, figures = self.texts[row]
        line = QRect(place.left() + EDGE, place.top() + 1, place.width() - 2 * EDGE, LINE)
        painter.setPen(QColor(self.theme.muted))
        painter.setFont(sized(self.font(), SMALL))
        painter.drawText(line, RIGHT, delay)
        room = painter.fontMetrics().horizontalAdvance(delay) + EDGE
        paint_text(painter, line.translated(0, LINE - 2), figures)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(demi_bold(self.font()))
        paint_text(painter, line.adjusted(0, 0, -room, 0), name)


def _name(one: Combination) -> str:
    """``independent + causal``, or ``no checkpoints + no log``."""
    policy, method = fault_tolerance_word(one.policy), fault_tolerance_word(one.method)
    if one.policy == "none":
        policy = QCoreApplication.translate("Recovery", "no checkpoints")
    if one.method == "none":
        method = QCoreApplication.translate("Recovery", "no log")
    return f"{policy} + {method}"


class RecoveryCostCard(Card):
    """Works off-thread when it is asked to, and can be stopped."""

    def __init__(self, parent: QWidget | None = None):
        self._title = heading(parent)
        super().__init__(self._title, None, parent)
        self._scenario: Scenario | None = None
        self._compared: Scenario | None = None
        self._found: RecoveryComparison | None = None
        self.note = remark(self, "recovery.costsNote")
        self.note.setContentsMargins(6, 0, 6, 2)
        self.rows = CostRows(self)
        self.area = TableArea(self.rows, self)
        self.button = QPushButton(self)
        self.button.setObjectName("recovery.compare")
        self.column.addWidget(self.note)
        self.column.addWidget(self.area)
        self.add_button(self.button)
        self._job = Job(self)
        self._job.shared.connect(self._show_progress)
        self._job.finished.connect(self._take)
        self.button.clicked.connect(self._toggle)
        self.retranslate()

    @property
    def found(self) -> RecoveryComparison | None:
        """What is shown; None until it was asked for."""
        return self._found

    def set_scenario(self, scenario: Scenario | None) -> None:
        """Another scenario: what was found of the one before holds no more."""
        if scenario is not self._scenario and scenario != self._scenario:
            self._scenario = scenario
            self._job.drop()
            self._found = None
            self._show()

    def _toggle(self) -> None:
        if self._job.busy:
            self._job.drop()
        elif self._scenario is not None:
            scenario = self._compared = self._scenario
            self._job.start(lambda: comparing(scenario))
        self._show()

    def _show_progress(self, share: float) -> None:
        text = self.tr("Comparing… %1 %")
        self.note.setText(filled(text, round(100 * share)))

    def _take(self, found: RecoveryComparison) -> None:
        if self._compared is self._scenario:
            self._found = found
        self._show()

    def _show(self) -> None:
        found, busy = self._found, self._job.busy
        used = ("", "")
        if self._scenario is not None:
            used = (self._scenario.checkpointing.policy, self._scenario.logging.method)
        self.rows.show_combinations(found.combinations if found is not None else (), used)
        self.area.setVisible(found is not None)
        self.area.fit(MOST_HEIGHT)
        self.note.setText(
            self.tr("Marked: as this scenario does it.")
            if found is not None
            else self.tr(
                "Run this scenario under every policy and method, and see what each costs."
            )
        )
        self.button.setText(self.tr("Cancel") if busy else self.tr("Compare policies"))

    def end(self) -> None:
        """Stop all work."""
        self._job.end()

    def set_theme(self, theme: Theme) -> None:
        self.rows.set_theme(theme)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Cost of each way to recover"))
        self.rows.setAccessibleName(self._title.text())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def comparing(scenario: Scenario) -> Iterator[float | RecoveryComparison]:
    """The share done, 0 to 1, again and again; the comparison last."""
    work = ComparingRecovery(scenario)
    while not work.advance(INSTANTS_A_STEP):
        yield work.progress
    yield work.finish()
