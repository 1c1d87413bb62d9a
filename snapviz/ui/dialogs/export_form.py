"""The choices of the export dialog, as widgets and as one value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QSpinBox, QWidget

from snapviz.formats.run_files import LOG, TABLE
from snapviz.render.mp4 import is_installed
from snapviz.render.wishes import (
    DEFAULT_RATES,
    DEFAULT_SECONDS,
    FILM_WIDTHS,
    FILMS,
    FUTURES,
    LOGICAL_WIDTH,
    RATES,
    WIDTHS,
    Wishes,
)
from snapviz.ui.spacetime.words import translated
from snapviz.ui.wording import filled

FORMATS = {
    "PNG": ".png",
    "SVG": ".svg",
    "PDF": ".pdf",
    "TikZ": ".tex",
    "GIF": ".gif",
    "MP4": ".mp4",
    "CSV": TABLE,
    "ShiViz": LOG,
}
DATA = (TABLE, LOG)
COMMON_DPIS = (96, 150, 300, 600)
LONGEST_S = 120
INSTALL = "pip install 'snapviz[video]'"


@dataclass(frozen=True)
class Choice:
    """What to export: the ending of the file, and what goes into it."""

    ending: str
    wishes: Wishes

    @property
    def is_film(self) -> bool:
        return self.ending in FILMS

    @property
    def is_data(self) -> bool:
        """A table or log: the run itself, and no picture of it."""
        return self.ending in DATA


class ExportForm(QWidget):
    """``changed``: something was chosen anew."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._visible: tuple[int, int] = (0, 0)
        self._rates = dict(DEFAULT_RATES)
        self._votes_occur = False
        self.format = self._box("format")
        for name, ending in FORMATS.items():
            self.format.addItem(name, ending)
        self.note = QLabel(self)
        self.note.setObjectName("export.note")
        self.note.setProperty("role", "badLine")
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about = QLabel(self)
        self.about.setObjectName("export.about")
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.theme = self._box("theme")
        self.stretch = self._box("range")
        self.width_px = self._number("width", WIDTHS, LOGICAL_WIDTH)
        self.width_px.setSingleStep(100)
        self.dpi = self._box("dpi")
        for value in COMMON_DPIS:
            self.dpi.addItem(str(value), value)
        self.seconds = self._number("seconds", (1, LONGEST_S), round(DEFAULT_SECONDS))
        self.fps = self._number("fps", RATES[".mp4"], DEFAULT_RATES[".mp4"])
        self.future = self._box("future")
        self.legend = self._check("legend")
        self.caption = self._check("caption")
        self.votes = self._check("votes")
        self._labels: dict[QWidget, QLabel] = {}
        self._build()
        self._connect()
        self.retranslate()
        self._show_format()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"export.{name}")
        return box

    def _number(self, name: str, limits: tuple[int, int], value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(f"export.{name}")
        box.setRange(*limits)
        box.setValue(value)
        # The style sheet's padding does not reach the field inside a spin box.
        box.lineEdit().setTextMargins(7, 0, 0, 0)
        return box

    def _check(self, name: str) -> QCheckBox:
        box = QCheckBox(self)
        box.setObjectName(f"export.{name}")
        box.setChecked(True)
        return box

    def _build(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(10)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add(self.format)
        self._form.addRow(self.note)
        self._form.addRow(self.about)
        pictures = (self.theme, self.stretch, self.width_px, self.dpi)
        for widget in (*pictures, self.seconds, self.fps, self.future):
            self._add(widget)
        self._form.addRow(self.legend)
        self._form.addRow(self.caption)
        self._form.addRow(self.votes)

    def _add(self, widget: QWidget) -> None:
        label = QLabel(self)
        label.setBuddy(widget)
        self._labels[widget] = label
        self._form.addRow(label, widget)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._show_format)
        for box in (self.theme, self.stretch, self.dpi, self.future):
            box.currentIndexChanged.connect(self.changed)
        for number in (self.width_px, self.seconds):
            number.valueChanged.connect(self.changed)
        self.fps.valueChanged.connect(self._keep_rate)
        self.legend.toggled.connect(self.changed)
        self.caption.toggled.connect(self.changed)
        self.votes.toggled.connect(self.changed)

    def _show_format(self) -> None:
        """Offer what there is to choose for this kind of file."""
        ending = self.format.currentData()
        is_film, is_data = ending in FILMS, ending in DATA
        for row in (self.seconds, self.fps, self.future):
            self._form.setRowVisible(row, is_film)
        looks = (self.theme, self.stretch, self.width_px, self.dpi, self.legend, self.caption)
        for row in looks:
            self._form.setRowVisible(row, not is_data)
        self._form.setRowVisible(self.votes, self._votes_occur and not is_data)
        self._form.setRowVisible(self.about, is_data)
        self.about.setText(self._about_text())
        self._form.setRowVisible(self.note, not self.is_possible)
        self.width_px.setMaximum((FILM_WIDTHS if is_film else WIDTHS)[1])
        if is_film:
            rate = self._rates[ending]
            self.fps.setRange(*RATES[ending])
            self.fps.setValue(rate)
        self.changed.emit()

    def _keep_rate(self, rate: int) -> None:
        self._rates[self.format.currentData()] = rate
        self.changed.emit()

    @property
    def is_possible(self) -> bool:
        """Whether this kind of file can be written here."""
        return self.format.currentData() != ".mp4" or is_installed()

    def set_visible(self, from_us: int, to_us: int) -> None:
        """What the diagram shows of the run."""
        self._visible = (from_us, to_us)
        self.changed.emit()

    def set_future(self, mode: str) -> None:
        """How the diagram shows what lies after the play-head."""
        self.future.setCurrentIndex(max(self.future.findData(mode), 0))

    def offer_votes(self, occur: bool) -> None:
        """Ask about votes and acknowledgements where there are any."""
        self._votes_occur = occur
        self._form.setRowVisible(self.votes, occur and not self.choice.is_data)

    def set_theme_name(self, name: str) -> None:
        self.theme.setCurrentIndex(max(self.theme.findData(name), 0))

    @property
    def choice(self) -> Choice:
        visible = self.stretch.currentData() == "visible"
        # The whole run is the whole one also after an edit that makes it longer.
        from_us, to_us = self._visible if visible else (None, None)
        ending = self.format.currentData()
        wishes = Wishes(
            from_us=from_us,
            to_us=to_us,
            theme=self.theme.currentData(),
            width=self.width_px.value(),
            dpi=self.dpi.currentData(),
            legend=self.legend.isChecked(),
            caption=self.caption.isChecked(),
            translate=translated,
            seconds=self.seconds.value(),
            fps=self.fps.value() if ending in FILMS else None,
            future=self.future.currentData(),
            votes=self.votes.isChecked(),
        )
        return Choice(ending, wishes)

    def retranslate(self) -> None:
        self._word(self.format, self.tr("&Format"))
        self._word(self.theme, self.tr("&Theme"))
        self._word(self.stretch, self.tr("&Part"))
        self._word(self.width_px, self.tr("&Width"))
        self._word(self.dpi, self.tr("&Dots per inch"))
        self._word(self.seconds, self.tr("D&uration"))
        self._word(self.fps, self.tr("Frames p&er second"))
        self._word(self.future, self.tr("Futu&re"))
        self.width_px.setSuffix(self.tr(" px"))
        self.seconds.setSuffix(self.tr(" s"))
        note = self.tr("MP4 needs an encoder, which is not installed. Install it with: %1")
        self.note.setText(filled(note, INSTALL))
        self.legend.setText(self.tr("&Legend"))
        self.caption.setText(self.tr("&Caption with title, seed and verdict"))
        self.votes.setText(self.tr("&Votes and acknowledgements"))
        light, dark = self.tr("Light"), self.tr("Dark")
        _fill(self.theme, (("light", light), ("dark", dark)))
        whole, visible = self.tr("Whole run"), self.tr("What the window shows")
        _fill(self.stretch, (("whole", whole), ("visible", visible)))
        futures = (self.tr("Shown"), self.tr("Faint"), self.tr("Hidden"))
        _fill(self.future, tuple(zip(FUTURES, futures, strict=True)))

        self.about.setText(self._about_text())

    def _about_text(self) -> str:
        if self.format.currentData() == LOG:
            return self.tr(
                "Every event with its vector clock, as ShiViz reads it. It can be opened again."
            )
        return self.tr(
            "A line for each event, with its message and vector clock. It can be opened again."
        )

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
