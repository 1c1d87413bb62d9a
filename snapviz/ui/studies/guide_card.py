"""Which protocol when: advice from this very run, protocol by protocol."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from snapviz.study.guide import Guide
from snapviz.ui.panels.cards import CardColumn, heading, remark
from snapviz.ui.studies.sentences import capital, told
from snapviz.ui.words import protocol_name

SIGNS = {"fit": "✓", "lucky": "!", "wrong": "✗"}
TONES = {"fit": "goodLine", "wrong": "badLine"}


class GuideCard(CardColumn):
    """The summary in bold, then a line for each protocol."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("compare.guide")
        self._guide: Guide | None = None
        page = self.widget()
        self._title = heading(page)
        self._summary = QLabel(page)
        self._summary.setWordWrap(True)
        self._summary.setObjectName("compare.summary")
        self._lines = QWidget(page)
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.column.setContentsMargins(4, 4, 12, 8)
        for part in (self._title, self._summary, self._lines):
            self.column.addWidget(part)
        self.column.addStretch(1)

    @property
    def texts(self) -> list[str]:
        """The summary, and what is said of each protocol."""
        if self._guide is None:
            return []
        return [capital(told(self._guide.summary)), *(told(a.why) for a in self._guide.advice)]

    def show_guide(self, guide: Guide | None, dim: bool) -> None:
        self._guide = guide
        self._title.setText(QCoreApplication.translate("Compare", "Which one when"))
        while self._grid.count():
            part = self._grid.takeAt(0).widget()
            part.hide()
            part.deleteLater()
        self._summary.setVisible(guide is not None)
        self._title.setVisible(guide is not None)
        self._lines.setEnabled(not dim)
        if guide is None:
            return
        self._summary.setText(capital(told(guide.summary)))
        for row, advice in enumerate(guide.advice):
            sign, name = QLabel(SIGNS.get(advice.standing, "–")), QLabel()
            name.setText(protocol_name(advice.protocol))
            for part in (sign, name):
                part.setProperty("role", TONES.get(advice.standing, "section"))
            why = remark(self._lines)
            why.setText(capital(told(advice.why)))
            self._grid.addWidget(sign, 2 * row, 0)
            self._grid.addWidget(name, 2 * row, 1)
            self._grid.addWidget(why, 2 * row + 1, 1)
