"""The menu under the right button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from snapviz.diagram.spacetime import Hit

from .gestures.arrival import release
from .picking import pinned

ON_SELECTION = ("delete", "duplicate")
ANYWHERE = (
    "sendMessage", "takeSnapshot", "syncClocks", "checkpoint", "crash", "restart", "rollback",
    "partition", "heal",
)  # fmt: skip
BESIDES = ("continueFromHere", "handCut", "fit")


def context_menu(view, found: Hit | None) -> QMenu:
    """What can be done with the selection, and at the play-head; it goes when it closes."""
    actions = view.session.actions
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if found is not None and found.kind in ("head", "message") and view.in_step:
        _offer_release(menu, view, found.number)
    for names in (ON_SELECTION, ANYWHERE, BESIDES):
        offered = [actions[name] for name in names]
        menu.addActions([a for a in offered if a.isVisible() and a.isEnabled()])
        menu.addSeparator()
    return menu


def _offer_release(menu: QMenu, view, message: int) -> None:
    if message in pinned(view.run):
        text = QCoreApplication.translate("SpaceTimeView", "Unpin Arrival")
        menu.addAction(text).triggered.connect(lambda _=False: release(view, message))
        menu.addSeparator()
