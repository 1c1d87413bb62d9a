"""What a right click offers in the topology: the window's own commands, for what is there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtWidgets import QMenu

from snapviz.diagram.view import Hit
from snapviz.scenario import edits
from snapviz.ui.selection import ChannelItem, ProcessItem
from snapviz.ui.wording import filled

from .gestures.adding import add_process
from .picking import item_of

translate = QCoreApplication.translate
FOR_PROCESS = (
    "rename", "", "sendMessage", "takeSnapshot", "syncClocks", "checkpoint", "crash", "restart", "",
    "partition", "heal", "", "addChannel", "", "cut", "copy", "duplicate", "delete",
)  # fmt: skip
FOR_CHANNEL = ("sendMessage", "", "delete")
FOR_MESSAGE = ("delete",)
FOR_GROUND = ("heal", "", "paste", "selectAll")


def context_menu(view, spot: QPointF, found: Hit | None) -> QMenu:
    """The menu for what is under a point, which becomes the selection. It ends by itself."""
    item = item_of(view.run, found)
    if item is not None and item not in view.session.selection.items:
        view.session.selection.set(item)
    menu = QMenu(view)
    menu.setObjectName("topology.menu")
    menu.aboutToHide.connect(menu.deleteLater)
    if not view.changes:
        _add(view, menu, ("copy", "selectAll"))
        return menu
    if isinstance(item, ProcessItem):
        _add(view, menu, FOR_PROCESS)
        if len(view.session.selection.of(ProcessItem)) > 1:
            _add_submenu(view, menu, translate("Menus", "A&lign"), "align.", "distribute.")
    elif isinstance(item, ChannelItem):
        _add_order(view, menu, item)
        _add(view, menu, FOR_CHANNEL)
    elif item is not None:
        _add(view, menu, FOR_MESSAGE)
    else:
        _add_here(view, menu, spot)
        _add(view, menu, FOR_GROUND)
        _add_submenu(view, menu, translate("Menus", "&Arrange"), "arrange.")
    return menu


def _add(view, menu: QMenu, names: tuple[str, ...]) -> None:
    for name in names:
        action = view.session.actions.get(name) if name else None
        if action is not None:
            menu.addAction(action)
        elif not name:
            menu.addSeparator()


def _add_submenu(view, menu: QMenu, title: str, *prefixes: str) -> None:
    menu.addSeparator()
    inner = menu.addMenu(title)
    for prefix in prefixes:
        _add(view, inner, tuple(view.session.actions.named(prefix)))


def _add_here(view, menu: QMenu, spot: QPointF) -> None:
    position = view.where().free_position_at(spot.x(), spot.y())
    action = menu.addAction(translate("TopologyView", "Add &Process Here"))
    action.setObjectName("topology.addHere")
    action.triggered.connect(lambda _=False: add_process(view.session, position))


def _add_order(view, menu: QMenu, item: ChannelItem) -> None:
    """FIFO on or off."""
    editor = view.session.editor
    number = editor.scenario.channel_index().get((item.source, item.target))
    if number is None:
        return
    action = menu.addAction(translate("TopologyView", "&FIFO"))
    action.setObjectName("topology.fifo")
    action.setCheckable(True)
    action.setChecked(editor.scenario.channels[number].fifo)
    label = filled(
        translate("TopologyView", "Change order of %1"), f"{item.source} → {item.target}"
    )
    action.triggered.connect(
        lambda on: editor.edit(
            lambda s: edits.replace_channel(s, item.source, item.target, fifo=on), label
        )
    )
