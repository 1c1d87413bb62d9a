"""What the window takes back while a log is shown: docks about scenarios, commands that edit."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject

from snapviz.ui.actions import Actions
from snapviz.ui.docks import Dock

DOCKS = (
    "script", "snapshots", "checkpoints", "recovery", "clockErrors", "compare", "sweep", "decision",
    "narrator",
)  # fmt: skip
COMMANDS = (
    "save", "saveAs", "undo", "redo", "cut", "paste", "duplicate", "delete", "rename", "addProcess",
    "addChannel", "sendMessage", "takeSnapshot", "syncClocks", "checkpoint", "crash", "restart",
    "rollback", "partition", "heal", "continueFromHere", "neverHappened", "breakIt", "compare", "sweep",
    "decision", "narrator",
)  # fmt: skip
GROUPS = ("tool.", "arrange.", "align.", "distribute.")


class ReadingOnly(QObject):
    """Takes back and gives back; what the person hid stays hidden."""

    def __init__(self, docks: Mapping[str, Dock], actions: Actions, parent: QObject | None = None):
        super().__init__(parent)
        self._docks = [docks[name] for name in DOCKS]
        self._actions = actions
        self._is_on = False
        self._hidden: list[Dock] = []
        self._in_front: list[Dock] = []

    def set_on(self, is_log: bool) -> None:
        """Whether a log is shown now."""
        if is_log == self._is_on:
            return
        self._is_on = is_log
        self.refuse_commands()
        if is_log:
            self._set_aside()
        else:
            self.bring_back()

    def refuse_commands(self) -> None:
        """Say in the language of the window why they cannot be used."""
        names = [name for group in GROUPS for name in self._actions.named(group)]
        every = (*COMMANDS, *(name for name in names if name != "tool.select"))
        reason = QCoreApplication.translate(
            "Logs", "Not for a log: what it tells has happened already."
        )
        self._actions.refuse(*((every, reason) if self._is_on else ((), "")))

    def _set_aside(self) -> None:
        self._hidden = [dock for dock in self._docks if not dock.isHidden()]
        self._in_front = [dock for dock in self._hidden if not dock.visibleRegion().isEmpty()]
        for dock in self._hidden:
            dock.hide()
        for dock in self._docks:
            dock.toggleViewAction().setEnabled(False)

    def bring_back(self) -> None:
        """Show the docks again that were there before."""
        hidden, self._hidden = self._hidden, []
        in_front, self._in_front = self._in_front, []
        for dock in self._docks:
            dock.toggleViewAction().setEnabled(True)
        for dock in hidden:
            dock.show()
        for dock in in_front:
            dock.raise_()
