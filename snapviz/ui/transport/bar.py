"""The transport bar: buttons, the time in large figures, speed, density."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from snapviz.diagram.figures import grouped
from snapviz.run import Run
from snapviz.ui.actions import Actions
from snapviz.ui.buttons import ToolButton
from snapviz.ui.figures import decimals_for, factor_text, ms_text, round_ms_text
from snapviz.ui.playback import SPEEDS, Playback
from snapviz.ui.transport.minimap import Minimap
from snapviz.ui.wording import filled


class TransportBar(QWidget):
    """Shows a playback and drives it."""

    def __init__(self, playback: Playback, actions: Actions, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("transport")
        self.setProperty("role", "transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._playback = playback
        self._actions = actions
        self._is_timed = True
        self._ends: np.ndarray | None = None
        self.minimap = Minimap(self)
        self.minimap.setObjectName("transport.minimap")
        self._time = QLabel(self)
        self._time.setObjectName("transport.time")
        self._time.setProperty("role", "time")
        self._count = QLabel(self)
        self._count.setObjectName("transport.count")
        self._speed = ToolButton(self, "speed")
        self._speed_menu = QMenu(self)
        self._rate = QLabel(self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(8)
        for name in ("toStart", "stepBack", "play", "stepForward", "toEnd"):
            row.addWidget(self._round_button(self._actions[name], name == "play"))
        row.addSpacing(12)
        row.addWidget(self._stack(self._time, self._count, 124))
        row.addWidget(self._build_speed())
        row.addSpacing(6)
        row.addWidget(self.minimap, 1)

    def _round_button(self, action: QAction, accent: bool) -> QToolButton:
        button = ToolButton(self, "play" if accent else "round", action)
        size = 44 if accent else 38
        button.setFixedSize(size, size)
        button.setIconSize(QSize(22, 22) if accent else QSize(18, 18))
        return button

    def _stack(self, upper: QWidget, lower: QWidget, width: int) -> QWidget:
        holder = QWidget(self)
        holder.setMinimumWidth(width)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(upper)
        column.addWidget(lower)
        column.addStretch(1)
        return holder

    def _build_speed(self) -> QWidget:
        """Slower, the speed with its menu, faster; below it what the speed means."""
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in ("slower", "faster"):
            row.addWidget(ToolButton(holder, "small", self._actions[name]))
        self._speed.setObjectName("transport.speed")
        self._speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._speed.setMenu(self._speed_menu)
        for speed in SPEEDS:
            choice = self._speed_menu.addAction(factor_text(speed))
            choice.setCheckable(True)
            choice.setData(speed)
        row.insertWidget(1, self._speed)
        self._rate.setObjectName("transport.rate")
        self._rate.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return self._stack(holder, self._rate, 132)

    def _connect(self) -> None:
        self._playback.position_changed.connect(self.show_position)
        self._playback.speed_changed.connect(self._show_speed)
        self.minimap.time_scrubbed.connect(self._playback.scrub)
        self.minimap.valueChanged.connect(lambda rows: self._playback.to_row(rows - 1))
        self._speed_menu.triggered.connect(lambda a: self._playback.set_speed(a.data()))

    def set_theme(self, theme) -> None:
        self.minimap.set_theme(theme)

    def show_position(self) -> None:
        playback = self._playback
        self._time.setText(self._time_text())
        counts = (self._events_in(rows) for rows in (playback.rows, playback.row_count))
        self._count.setText(filled(self.tr("event %1 of %2"), *map(grouped, counts)))
        self.minimap.set_position(playback.rows, playback.time_us)

    def _events_in(self, rows: int) -> int:
        """An event of a log may take several rows."""
        return rows if self._ends is None else int(np.searchsorted(self._ends, rows))

    def _time_text(self) -> str:
        playback = self._playback
        if not self._is_timed:
            return filled(self.tr("step %1"), grouped(playback.time_us // 1000))
        decimals = decimals_for(playback.end_us)
        return filled(self.tr("%1 ms"), ms_text(playback.time_us, decimals))

    def _show_speed(self) -> None:
        speed = self._playback.speed
        self._speed.setText(factor_text(speed))
        rate_us = max(round(self._playback.rate), 1)
        words = self.tr("%1 ms per second") if self._is_timed else self.tr("%1 steps/s")
        self._rate.setText(filled(words, round_ms_text(rate_us)))
        for choice in self._speed_menu.actions():
            choice.setChecked(choice.data() == speed)

    def set_run(self, run: Run) -> None:
        """Whether the instants are times, or the steps of a log, whose events are counted."""
        self._ends = None if run.is_timed else np.sort(run.event_rows)
        self._set_timed(run.is_timed)

    def _set_timed(self, is_timed: bool) -> None:
        self._is_timed = is_timed
        name = self.tr("Virtual time") if is_timed else self.tr("Step of the log")
        self._time.setAccessibleName(name)

    def run_changed(self) -> None:
        """Show the figures of another run."""
        self._show_speed()
        self.show_position()

    def retranslate(self) -> None:
        self.minimap.setAccessibleName(self.tr("Position in the run"))
        self.minimap.setToolTip(self.tr("Drag to move through the run"))
        self._set_timed(self._is_timed)
        self._count.setAccessibleName(self.tr("Events passed"))
        self._speed.setAccessibleName(self.tr("Speed"))
        self._speed.setToolTip(self.tr("Speed: at 1× the whole run takes about ten seconds"))
        self.run_changed()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
