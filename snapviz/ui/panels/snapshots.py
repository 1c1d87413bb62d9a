"""The snapshots of the run, a card each, as the play-head finds them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.run import Run
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.panels.snapshot_card import SnapshotCard


class SnapshotsPanel(QScrollArea):
    """Cards in the order of the snapshots' starts; with a hidden future, of those started."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("panel.snapshots")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = LIGHT
        self._run: Run | None = None
        self._moments: tuple[SnapshotMoment, ...] = ()
        self._show_future = True
        self._cards: list[SnapshotCard] = []
        page = QWidget(self)
        page.setProperty("role", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(12, 4, 12, 12)
        self._column.setSpacing(8)
        self._note = QLabel(page)
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(4, 0, 4, 0)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self.setWidget(page)
        self.retranslate()

    def set_run(self, run: Run | None) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self._run, self._moments = run, ()
        self._cards = [
            SnapshotCard(run, snapshot, self.widget())
            for snapshot in (run.snapshots if run is not None else ())
        ]
        for index, card in enumerate(self._cards):
            card.retranslate()
            card.set_theme(self._theme)
            card.hide()
            self._column.insertWidget(index, card)
        self._show_note()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._cards:
            card.set_theme(theme)

    def set_future(self, mode: str) -> None:
        """``hidden``: do not tell which snapshots are still to come."""
        self._show_future = mode != "hidden"
        self._show_cards()

    def show_moments(self, moments: tuple[SnapshotMoment, ...]) -> None:
        """Bring the cards up to date, touching only those that changed."""
        previous = self._moments or (None,) * len(moments)
        self._moments = moments
        changed = [pair for pair in enumerate(moments) if pair[1] != previous[pair[0]]]
        for index, moment in changed:
            self._cards[index].show_moment(moment)
        if changed:
            self._show_cards()

    def _show_cards(self) -> None:
        for card, moment in zip(self._cards, self._moments, strict=False):
            card.setVisible(moment.started or self._show_future)
        self._show_note()

    def _show_note(self) -> None:
        text = self._note_text()
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _note_text(self) -> str:
        if self._run is None:
            return ""
        if not self._run.snapshots:
            return self.tr("This scenario takes no snapshot.")
        if not self._show_future and not any(m.started for m in self._moments):
            return self.tr("No snapshot has started yet.")
        return ""

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Snapshots"))
        self._show_note()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
