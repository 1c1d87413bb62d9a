"""The field for a duration that may be drawn: its kind and the figures of that kind."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from snapviz.scenario.kinds import MAX_TIME_US, thousandths_text
from snapviz.scenario.model import Duration, Exponential, Fixed, Normal, TraceValues, Uniform
from snapviz.ui.fields.choice import ChoiceField
from snapviz.ui.fields.line import LineField
from snapviz.ui.fields.numbers import MillisecondsField, thousandths

translate = QCoreApplication.translate
KINDS = (Fixed, Uniform, Exponential, Normal, TraceValues)
USUAL_US = 50_000


class TimesField(LineField):
    """Several times in milliseconds, as microseconds."""

    def parse(self, text: str) -> tuple[int, ...]:
        parts = text.replace(";", " ").split()
        values = tuple(thousandths(part, 0, MAX_TIME_US) for part in parts)
        if not values:
            raise ValueError(translate("Fields", "A number is missing here."))
        return values

    def text_of(self, value: tuple[int, ...]) -> str:
        return " ".join(map(thousandths_text, value))


def typical_us(duration: Duration | None) -> int:
    """About how long it takes, to begin another kind with."""
    match duration:
        case Fixed(us) | Exponential(us) | Normal(us, _):
            return us
        case Uniform(low, high):
            return (low + high) // 2
        case TraceValues(values):
            return sum(values) // len(values)
    return USUAL_US


def of_kind(kind: type | None, like: Duration | None) -> Duration | None:
    """A duration of another kind that is about as long."""
    us = typical_us(like)
    if kind is Uniform:
        return Uniform(us * 4 // 5, us * 6 // 5)
    if kind is Normal:
        return Normal(us, us // 5)
    if kind is TraceValues:
        return TraceValues((us,))
    return None if kind is None else kind(us)


def kind_words(unset: str = "") -> list[tuple[str, type | None]]:
    """What the kinds are called; ``unset`` names having none."""
    words = [
        (translate("Fields", "fixed"), Fixed),
        (translate("Fields", "uniform"), Uniform),
        (translate("Fields", "exponential"), Exponential),
        (translate("Fields", "normal"), Normal),
        (translate("Fields", "measured"), TraceValues),
    ]
    return [(unset, None), *words] if unset else words


class DurationField(QWidget):
    """``unset`` names the choice of no duration at all (None), where that is one."""

    committed = Signal(object, bool)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None, unset: str = ""):
        super().__init__(parent)
        self._value: Duration | None = None
        self.kind = ChoiceField(self, kind_words(unset))
        self.first = MillisecondsField(self)
        self.second = MillisecondsField(self)
        self.times = TimesField(self)
        self._between = QLabel(self)
        self._unit = QLabel("ms", self)
        for label in (self._between, self._unit):
            label.setProperty("role", "muted")
        self._figures = (self.first, self.second, self.times)
        self._arrange()
        self._show_figures()
        self.setFocusProxy(self.kind)
        self.kind.committed.connect(self._kind_chosen)
        for field in self._figures:
            field.committed.connect(self._figure_changed)
            field.refused.connect(self.refused)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for field in (self.first, self._between, self.second, self.times, self._unit):
            row.addWidget(field, int(isinstance(field, LineField)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.kind)
        column.addLayout(row)

    def set_value(self, value: Duration | None) -> None:
        self._value = value
        self.kind.set_value(None if value is None else type(value))
        self._show_figures()
        match value:
            case Fixed(us) | Exponential(us):
                self.first.set_value(us)
            case Uniform(a, b) | Normal(a, b):
                self.first.set_value(a)
                self.second.set_value(b)
            case TraceValues(values):
                self.times.set_value(values)

    def _show_figures(self) -> None:
        kind = None if self._value is None else type(self._value)
        two = kind in (Uniform, Normal)
        self.first.setVisible(kind is not None and kind is not TraceValues)
        self.second.setVisible(two)
        self._between.setVisible(two)
        self._between.setText("–" if kind is Uniform else "±")
        self.times.setVisible(kind is TraceValues)
        self._unit.setVisible(kind is not None)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for field in (self.kind, *self._figures):
            field.setAccessibleName(name)

    def current(self) -> Duration | None:
        """What the fields say now. Raises ValueError, in words."""
        kind = None if self._value is None else type(self._value)
        if kind is None:
            return None
        if kind is TraceValues:
            return TraceValues(self.times.current())
        first = self.first.current()
        if kind not in (Uniform, Normal):
            return kind(first)
        second = self.second.current()
        if kind is Uniform and first > second:
            raise ValueError(translate("Fields", "The lower one comes first."))
        return kind(first, second)

    def refuse(self, words: str) -> None:
        shown = [field for field in self._figures if not field.isHidden()] or [self.kind]
        focused = [field for field in shown if field.hasFocus()]
        (focused or shown)[0].refuse(words)

    def forgive(self) -> None:
        for field in (self.kind, *self._figures):
            field.forgive()

    def _kind_chosen(self, kind: type | None) -> None:
        old = self._value
        self.set_value(of_kind(kind, old))
        self.committed.emit(self._value, False)

    def _figure_changed(self, _value: object, stepped: bool) -> None:
        try:
            value = self.current()
        except ValueError as error:
            self.refuse(str(error))
            return
        self.committed.emit(value, stepped)
