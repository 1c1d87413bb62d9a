"""A panel that follows run, play-head and selection, at no cost while nobody sees it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from snapviz.diagram.theme import LIGHT, Theme
from snapviz.run import Run
from snapviz.ui.panels.sight import Sight
from snapviz.ui.session import Session
from snapviz.ui.turns import in_turn

REST_MS = 50  # nobody reads figures that change more often; the frames belong to the diagrams


class FollowingPanel(QWidget):
    """Calls the hooks below when something changed, or when shown if it was hidden meanwhile."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(parent)
        self.session = session
        self.theme = LIGHT
        self._missed = {"run", "position", "selection"}
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._follow_on)
        self._sight = Sight(self)
        self._sight.appeared.connect(self._catch_up)
        # Methods, not lambdas: those are disconnected with the panel.
        session.editor.run_changed.connect(self._follow_run)
        session.playback.position_changed.connect(self._follow_position)
        session.playback.playing_changed.connect(self._follow_on)
        session.selection.changed.connect(self._follow_selection)

    @property
    def seen(self) -> bool:
        """The panel can be seen, so it has to be up to date."""
        return self._sight.seen

    @property
    def run(self) -> Run | None:
        return self.session.editor.run

    @property
    def rows(self) -> int:
        """How many trace rows the play-head has passed."""
        run = self.run
        # A new run is told before the play-head has found its place in it.
        return 0 if run is None else min(self.session.playback.rows, run.trace.row_count)

    @property
    def time_us(self) -> int:
        run = self.run
        return 0 if run is None else min(self.session.playback.time_us, run.until_us)

    # Hooks, called in this order

    def let_go(self) -> None:
        """There is another run and nobody sees the panel: nothing keeps the one before."""

    def show_run(self) -> None:
        """There is another run, or none."""

    def show_selection(self) -> None:
        """Something else is selected."""

    def show_position(self) -> None:
        """The play-head is elsewhere."""

    def retranslate(self) -> None:
        """The window speaks another language; what is shown of the run is shown again after."""

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    def _follow_run(self) -> None:
        if not self.seen:
            self.let_go()
        self._follow("run", "selection", "position")

    def _follow_position(self) -> None:
        self._follow("position")

    def _follow_selection(self) -> None:
        self._follow("selection")

    @property
    def _in_motion(self) -> bool:
        """Something is changing many times a second."""
        return self.session.playback.playing or self.session.editor.in_gesture

    def _follow(self, *parts: str) -> None:
        self._missed.update(parts)
        if self.seen and not (self._in_motion and self._resting.isActive()):
            self._follow_on()

    def _follow_on(self) -> None:
        """Show what was passed over while the figures rested."""
        if self._missed and self.seen:
            self._catch_up()
            if self._in_motion:
                self._resting.start()

    def _catch_up(self) -> None:
        missed, self._missed = self._missed, set()
        if "run" in missed:
            self.show_run()
        if self.run is None:
            return
        if "selection" in missed:
            self.show_selection()
        if "position" in missed:
            self.show_position()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._missed.update(("run", "selection", "position"))
            # All panels hear of this in one turn of the event loop.
            in_turn(self, self._follow_on)
        super().changeEvent(event)
