"""What a sweep is asked for: what varies and how far, seeds, protocols, the save pause."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from snapviz.scenario import ScenarioError
from snapviz.study.sweep import MOST_SEEDS
from snapviz.study.variation import Variation, parse_variation, plain
from snapviz.study.varying import VARIABLES
from snapviz.ui.fields.choice import ChoiceField
from snapviz.ui.fields.line import LineField
from snapviz.ui.fields.numbers import IntegerField, MillisecondsField, parsed
from snapviz.ui.panels.flow import FlowLayout
from snapviz.ui.refusals import told
from snapviz.ui.studies.protocol_choice import ProtocolChoice
from snapviz.ui.studies.sweep_view import plot_word

USUAL = {
    "skew": ("0", "80", "10"),
    "loss": ("0", "0.5", "0.1"),
    "duplication": ("0", "0.5", "0.1"),
    "delay": ("0.5", "2", "0.5"),
    "fifo": ("0", "1", "1"),
    "interval": ("10", "100", "10"),
}
# What `snapviz.study.varying` and the plot say; a test sees to it that none is missing.
PLOT_WORDS = (
    QT_TRANSLATE_NOOP("SweepPlot", "clock skew"),
    QT_TRANSLATE_NOOP("SweepPlot", "loss"),
    QT_TRANSLATE_NOOP("SweepPlot", "duplication"),
    QT_TRANSLATE_NOOP("SweepPlot", "delay, times"),
    QT_TRANSLATE_NOOP("SweepPlot", "FIFO channels"),
    QT_TRANSLATE_NOOP("SweepPlot", "mean interval"),
    QT_TRANSLATE_NOOP("SweepPlot", "P(inconsistent)"),
    QT_TRANSLATE_NOOP("SweepPlot", "P(wrong)"),
    QT_TRANSLATE_NOOP("SweepPlot", "P(incomplete)"),
    QT_TRANSLATE_NOOP("SweepPlot", "throughput"),
    QT_TRANSLATE_NOOP("SweepPlot", "seed from"),
    QT_TRANSLATE_NOOP("SweepPlot", "seeds from"),
    QT_TRANSLATE_NOOP("SweepPlot", "band: 95 % confidence (Wilson)"),
)
FIRST_SEEDS = 100

translate = QCoreApplication.translate


class DecimalField(LineField):
    """A plain decimal number."""

    def parse(self, text: str) -> Decimal:
        sign, digits, decimals = parsed(text)
        try:
            return sign * Decimal(f"{digits}.{decimals or '0'}")
        except InvalidOperation:
            raise ValueError(translate("Sweep", "A number is missing here.")) from None

    def text_of(self, value: Decimal) -> str:
        return plain(value)


class Asked(NamedTuple):
    """A sweep as it was asked for."""

    variation: Variation
    seeds: int
    protocols: list[str]
    save_pause_us: int


class SweepForm(QWidget):
    """``changed``: something else is asked for. ``refused``: `refusal` may be another."""

    changed = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.what = ChoiceField(self)
        self.what.setObjectName("sweep.what")
        self.what.setMinimumWidth(114)
        self.first, self.last, self.by = (DecimalField(self) for _ in range(3))
        self.seeds = IntegerField(1, MOST_SEEDS, self)
        self.pause = MillisecondsField(self)
        self.protocols = ProtocolChoice(self)
        self._labels = {name: QLabel(self) for name in ("what", "first", "last", "by", "seeds")}
        self._labels["pause"] = QLabel(self)
        self._units = {"pause": QLabel("ms", self), "by": QLabel(self)}
        row = FlowLayout(6)
        for name, wide in (
            ("what", 114), ("first", 44), ("last", 44), ("by", 44), ("seeds", 52), ("pause", 50),
        ):  # fmt: skip
            row.addWidget(self._group(name, wide))
        self.protocols.setObjectName("sweep.protocols")
        row.addWidget(self.protocols)
        self.setLayout(row)
        self._fields = (self.first, self.last, self.by, self.seeds, self.pause)
        for field in self._fields:
            field.refused.connect(self.refused)
        self.seeds.set_value(FIRST_SEEDS)
        self.pause.set_value(0)
        self.what.committed.connect(lambda value, _: self._begin_with(value))
        self.protocols.chosen.connect(lambda _: self.changed.emit())
        self.retranslate()
        self.what.set_value("skew")
        self._begin_with("skew")

    def _group(self, name: str, wide: int) -> QWidget:
        """A label, its field, and the unit, which stay together when the row is broken."""
        field: QWidget = getattr(self, name)
        field.setObjectName(f"sweep.{name}")
        field.setFixedWidth(wide)
        field.committed.connect(lambda *_: self.changed.emit())
        group = QWidget(self)
        line = QHBoxLayout(group)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(5)
        self._labels[name].setBuddy(field)
        for part in (self._labels[name], field, self._units.get(name)):
            if part is not None:
                line.addWidget(part)
        return group

    def _begin_with(self, name: str) -> None:
        for field, text in zip((self.first, self.last, self.by), USUAL[name], strict=True):
            field.setModified(False)
            field.set_value(Decimal(text))
            field.forgive()
        self._units["by"].setText(VARIABLES[name].unit)
        self.changed.emit()

    @property
    def refusal(self) -> str:
        """Why the first field that is not taken is not; empty: all are."""
        return next((field.toolTip() for field in self._fields if field.property("refused")), "")

    def asked(self) -> Asked | None:
        """What is asked for; None where a field refuses, which says why."""
        values = []
        for field in self._fields:
            try:
                values.append(field.current())
                field.forgive()
            except ValueError as error:
                field.refuse(str(error))
                return None
        first, last, by, seeds, pause_us = values
        text = f"{self.what.current()}={plain(first)}:{plain(last)}:{plain(by)}"
        try:
            variation = parse_variation(text)
        except ScenarioError as error:
            self.last.refuse("\n".join(told(problem.message) for problem in error.problems))
            return None
        return Asked(variation, seeds, self.protocols.names, pause_us)

    def retranslate(self) -> None:
        self.what.set_choices([(plot_word(VARIABLES[name].about), name) for name in VARIABLES])
        for name, text in (
            ("what", self.tr("Vary")),
            ("first", self.tr("from")),
            ("last", self.tr("to")),
            ("by", self.tr("step")),
            ("seeds", self.tr("seeds")),
            ("pause", self.tr("pause")),
        ):
            self._labels[name].setText(text)
            getattr(self, name).setAccessibleName(text)
        about = self.tr("Save pause: how long a process is busy when it has recorded its state")
        self._labels["pause"].setToolTip(about)
        self.pause.setAccessibleDescription(about)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
