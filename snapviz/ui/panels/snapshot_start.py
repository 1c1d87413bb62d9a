"""A button that starts a snapshot from another process, as one edit of the scenario."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from snapviz.editing import action_of_snapshot, change_action
from snapviz.run import Run, Snapshot
from snapviz.ui.buttons import ToolButton
from snapviz.ui.session import Session
from snapviz.ui.wording import filled


class StartFrom(ToolButton):
    """Offers every process; hidden where no action of the script starts the snapshot."""

    def __init__(self, session: Session | None, parent: QWidget | None = None):
        super().__init__(parent, "framed")
        self.setObjectName("snapshot.startFrom")
        self._session = session
        self._run: Run | None = None
        self._snapshot: Snapshot | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.retranslate()

    def set_snapshot(self, run: Run, snapshot: Snapshot) -> None:
        self._run, self._snapshot = run, snapshot
        by_process = self._session is not None and snapshot.initiator is not None
        self.setVisible(by_process and action_of_snapshot(run, snapshot.number) is not None)
        self.retranslate()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for pid in self._run.trace.process_ids:
            action = QAction(pid, menu, checkable=True)
            action.setChecked(pid == self._snapshot.initiator)
            action.triggered.connect(lambda _=False, chosen=pid: self._start_from(chosen))
            group.addAction(action)
            menu.addAction(action)

    def _start_from(self, pid: str) -> None:
        """The same snapshot at the same instant, from another process."""
        run = self._run
        index = action_of_snapshot(run, self._snapshot.number)
        if index is None or pid == self._snapshot.initiator:
            return
        self._session.editor.edit(
            lambda scenario: change_action(
                run, scenario, index, replace(scenario.script[index], initiator=pid)
            ),
            filled(self.tr("Start %1 from %2"), self._snapshot.id, pid),
        )

    def retranslate(self) -> None:
        self.setText(self.tr("Start from…"))
        if self._snapshot is not None:
            name = filled(self.tr("Start %1 from another process"), self._snapshot.id)
            self.setAccessibleName(name)
            self.setToolTip(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
