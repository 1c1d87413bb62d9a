"""Parting the network, and making it whole again: at the play-head, from the selection."""

from __future__ import annotations

from PySide6.QtCore import QObject

from snapviz.scenario.model import Heal, Partition
from snapviz.ui.selection import ProcessItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled
from snapviz.ui.words import listed


class Parting(QObject):
    """Connects the actions ``partition`` and ``heal`` of a session."""

    def __init__(self, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._editor = session, session.editor
        session.actions["partition"].triggered.connect(lambda _=False: self.partition())
        session.actions["heal"].triggered.connect(lambda _=False: self.heal())
        for signal in (
            session.selection.changed,
            session.playback.position_changed,
            self._editor.scenario_changed,
            self._editor.history_changed,
        ):
            signal.connect(self.enable)
        self.enable()

    def enable(self) -> None:
        """Offer to part some from others, and to heal what is parted at the play-head."""
        actions = self._session.actions
        actions.enable(("partition",), all(self._sides()))
        actions.enable(("heal",), self._is_parted())

    def _sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The selected processes, and the rest, in the order of the scenario."""
        if not self._editor.can_edit:
            return (), ()
        chosen = {item.id for item in self._session.selection.of(ProcessItem)}
        names = [process.id for process in self._editor.scenario.processes]
        inside = tuple(name for name in names if name in chosen)
        return inside, tuple(name for name in names if name not in chosen)

    def _is_parted(self) -> bool:
        """Whether the last word of the script by now is a partition."""
        if not self._editor.can_edit:
            return False
        now_us = self._session.acting_us
        told = [a for a in self._editor.scenario.script if isinstance(a, Partition | Heal)]
        behind = [action for action in told if action.at_us <= now_us]
        return bool(behind) and isinstance(max(behind, key=lambda a: a.at_us), Partition)

    def partition(self) -> None:
        """From the play-head on the selected processes are cut off from the rest."""
        sides = self._sides()
        if all(sides):
            label = filled(self.tr("Cut off %1"), listed(list(sides[0])))
            self._session.add_action(Partition(self._session.acting_us, sides), label)

    def heal(self) -> None:
        """From the play-head on all channels carry messages again."""
        self._session.add_action(Heal(self._session.acting_us), self.tr("Heal the network"))
