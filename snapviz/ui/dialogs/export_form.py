"""The choices of the export dialog, as widgets and as one value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QSpinBox, QWidget

from snapviz.render.export import LOGICAL_WIDTH, WIDTHS

FORMATS = (("PNG", ".png"), ("SVG", ".svg"), ("PDF", ".pdf"))
COMMON_DPIS = (96, 150, 300, 600)


@dataclass(frozen=True)
class Choice:
    """What to export; ``width`` in pixels at ``dpi``, times in microseconds."""

    ending: str
    theme: str
    width: int
    dpi: int
    from_us: int
    to_us: int
    legend: bool
    caption: bool


class ExportForm(QWidget):
    """``changed``: something was chosen anew."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._whole = (0, 0)
        self._visible = (0, 0)
        self.format = QComboBox(self)
        self.format.setObjectName("export.format")
        for name, ending in FORMATS:
            self.format.addItem(name, ending)
        self.theme = QComboBox(self)
        self.theme.setObjectName("export.theme")
        self.stretch = QComboBox(self)
        self.stretch.setObjectName("export.range")
        self.width_px = QSpinBox(self)
        self.width_px.setObjectName("export.width")
        self.width_px.setRange(*WIDTHS)
        self.width_px.setSingleStep(100)
        self.width_px.setValue(LOGICAL_WIDTH)
        # The style sheet's padding does not reach the field inside a spin box.
        self.width_px.lineEdit().setTextMargins(7, 0, 0, 0)
        self.dpi = QComboBox(self)
        self.dpi.setObjectName("export.dpi")
        for value in COMMON_DPIS:
            self.dpi.addItem(str(value), value)
        self.legend = QCheckBox(self)
        self.legend.setObjectName("export.legend")
        self.caption = QCheckBox(self)
        self.caption.setObjectName("export.caption")
        self.legend.setChecked(True)
        self.caption.setChecked(True)
        self._labels: dict[QWidget, QLabel] = {}
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for widget in (self.format, self.theme, self.stretch, self.width_px, self.dpi):
            label = QLabel(self)
            label.setBuddy(widget)
            self._labels[widget] = label
            form.addRow(label, widget)
        form.addRow(self.legend)
        form.addRow(self.caption)

    def _connect(self) -> None:
        for box in (self.format, self.theme, self.stretch, self.dpi):
            box.currentIndexChanged.connect(self.changed)
        self.width_px.valueChanged.connect(self.changed)
        self.legend.toggled.connect(self.changed)
        self.caption.toggled.connect(self.changed)

    def set_ranges(self, whole: tuple[int, int], visible: tuple[int, int]) -> None:
        """The run from its start to its end, and what the diagram shows of it."""
        self._whole = whole
        self._visible = (max(visible[0], whole[0]), min(visible[1], whole[1]))
        self.changed.emit()

    def set_theme_name(self, name: str) -> None:
        self.theme.setCurrentIndex(max(self.theme.findData(name), 0))

    @property
    def choice(self) -> Choice:
        visible = self.stretch.currentData() == "visible"
        from_us, to_us = self._visible if visible else self._whole
        return Choice(
            self.format.currentData(),
            self.theme.currentData(),
            self.width_px.value(),
            self.dpi.currentData(),
            from_us,
            to_us,
            self.legend.isChecked(),
            self.caption.isChecked(),
        )

    def retranslate(self) -> None:
        self._word(self.format, self.tr("&Format"))
        self._word(self.theme, self.tr("&Theme"))
        self._word(self.stretch, self.tr("&Part"))
        self._word(self.width_px, self.tr("&Width"))
        self._word(self.dpi, self.tr("&Dots per inch"))
        self.width_px.setSuffix(self.tr(" px"))
        self.legend.setText(self.tr("&Legend"))
        self.caption.setText(self.tr("&Caption with title, seed and verdict"))
        light, dark = self.tr("Light"), self.tr("Dark")
        _fill(self.theme, (("light", light), ("dark", dark)))
        whole, visible = self.tr("Whole run"), self.tr("What the window shows")
        _fill(self.stretch, (("whole", whole), ("visible", visible)))

    def _word(self, widget: QWidget, text: str) -> None:
        self._labels[widget].setText(text)
        widget.setAccessibleName(text.replace("&", ""))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _fill(box: QComboBox, words: tuple[tuple[str, str], ...]) -> None:
    """Word the entries of a box, keeping its choice."""
    for index, (value, text) in enumerate(words):
        if box.count() <= index:
            box.addItem(text, value)
        box.setItemText(index, text)
