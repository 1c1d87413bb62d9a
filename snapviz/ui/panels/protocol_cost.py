"""What each protocol would cost on this run: a bar for how long its snapshots take."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from snapviz.study.comparison import Trial
from snapviz.ui.buttons import ToolButton
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.cards import Card, heading, remark
from snapviz.ui.panels.clocks_paint import RIGHT, paint_text
from snapviz.ui.panels.row_widget import RowWidget
from snapviz.ui.panels.sight import Sight
from snapviz.ui.studies.comparing import ComparisonModel
from snapviz.ui.studies.sentences import verdict_text
from snapviz.ui.words import protocol_name

ROW, EDGE, NAME, FIGURE = 26, 6, 140, 96


class ProtocolBars(RowWidget):
    """One row a protocol: its name, a bar, its duration or what became of it."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(ROW, parent)
        self.setObjectName("snapshots.protocolBars")
        self._trials: tuple[Trial, ...] = ()
        self._decimals = 1
        self._dim = False

    @property
    def row_count(self) -> int:
        return len(self._trials)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Name and figure as each row says them."""
        return [(protocol_name(trial.protocol), self._figure(trial)) for trial in self._trials]

    def show_trials(self, trials: tuple[Trial, ...], until_us: int, dim: bool) -> None:
        self._trials, self._decimals, self._dim = trials, decimals_for(until_us), dim
        self.setAccessibleDescription("\n".join(", ".join(line) for line in self.texts))
        self.updateGeometry()
        self.update()

    def _figure(self, trial: Trial) -> str:
        if trial.outcome == "sound":
            return ms_text(trial.total("duration_us"), self._decimals) + " ms"
        if trial.outcome == "wrong":
            inconsistent = any(figures.consistent is False for figures in trial.snapshots)
            return self.tr("inconsistent") if inconsistent else self.tr("wrong")
        return self.tr("not complete") if trial.outcome == "incomplete" else verdict_text(trial)

    def paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        trial, theme = self._trials[row], self.theme
        painter.setOpacity(0.45 if self._dim else 1.0)
        line = place.adjusted(EDGE, 0, -EDGE, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.ink))
        name = QRect(line.left(), line.top(), NAME - 8, line.height())
        paint_text(painter, name, protocol_name(trial.protocol))
        tones = {"sound": theme.muted, "wrong": theme.bad}
        painter.setPen(QColor(tones.get(trial.outcome, theme.muted)))
        figure = QRect(line.right() - FIGURE, line.top(), FIGURE, line.height())
        paint_text(painter, figure, self._figure(trial), RIGHT)
        self._paint_bar(painter, line, trial)
        painter.setOpacity(1.0)

    def _paint_bar(self, painter: QPainter, line: QRect, trial: Trial) -> None:
        longest = max(t.total("duration_us") for t in self._trials) or 1
        room = line.width() - NAME - FIGURE - 6
        share = trial.total("duration_us") / longest
        if room < 8 or trial.outcome not in ("sound", "wrong"):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        good = trial.outcome == "sound"
        painter.setBrush(QColor(self.theme.accent if good else self.theme.bad))
        top = line.center().y() - 4 + 0.5
        painter.drawRoundedRect(QRectF(line.left() + NAME, top, max(room * share, 3), 9), 2, 2)


class ProtocolCostCard(Card):
    """Follows a comparison while it can be seen. ``more_wanted``: all of it, in its dock."""

    more_wanted = Signal()

    def __init__(self, model: ComparisonModel, parent: QWidget | None = None):
        self._title = heading(None)
        self._more = ToolButton(None, "framed")
        super().__init__(self._title, self._more, parent)
        self.setObjectName("snapshots.protocolCost")
        self._model = model
        self._more.setObjectName("snapshots.compare")
        self._more.clicked.connect(self.more_wanted)
        self.bars = ProtocolBars(self)
        self._state = remark(self, "snapshots.protocolCost.state")
        self._state.setContentsMargins(6, 0, 6, 0)
        self.column.addWidget(self._state)
        self.column.addWidget(self.bars)
        self._sight: Sight | None = None
        model.changed.connect(self.follow)
        self.retranslate()

    def follow_sight(self, sight: Sight) -> None:
        """``sight``: of the panel that the card stands in."""
        self._sight = sight
        self._model.add_viewer(lambda: sight.seen and not self.isHidden(), asks=False)
        sight.appeared.connect(self.follow)

    def follow(self) -> None:
        """Show the comparison as it is, and have it made where there is none."""
        model = self._model
        self.setVisible(model.has_snapshots)
        if self._sight is None or not self._sight.seen:
            return
        found = model.result
        trials = found.trials if found else ()
        self.bars.show_trials(trials, found.until_us if found else 0, model.stale)
        self.bars.setVisible(bool(trials))
        text = "" if trials else self._state_text()
        self._state.setText(text)
        self._state.setVisible(bool(text))
        model.look()

    def _state_text(self) -> str:
        if self._model.failure:
            return self._model.failure
        if self._model.cancelled:
            return self.tr("Cancelled.")
        if self._model.is_long and not self._model.busy:
            return self.tr("The run is long: it is compared when you ask for it.")
        return self.tr("Comparing…")

    def retranslate(self) -> None:
        self._title.setText(self.tr("Cost of each protocol on this run"))
        self._more.setText(self.tr("Compare"))
        self.bars.setAccessibleName(self._title.text())
        self.follow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
