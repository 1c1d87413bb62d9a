"""Drag on empty ground: a rubber band selects the processes it touches."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from snapviz.diagram.geometry import Box
from snapviz.diagram.polyline import point_at
from snapviz.ui.selection import ChannelItem, Item, ProcessItem

from .held import Held, Modifiers

ADDING = Modifiers.ControlModifier | Modifiers.ShiftModifier


class Band(Held):
    """Where no process is touched, the channels whose middle lies inside are selected."""

    cursor = Qt.CursorShape.CrossCursor

    def drag(self, where: QPointF, modifiers: Modifiers) -> None:
        band = self._band(where)
        self.view.show_over(band=band, caught=tuple(self._processes(band)))

    def release(self, where: QPointF, modifiers: Modifiers) -> None:
        band = self._band(where)
        items: list[Item] = [ProcessItem(self.ids[process]) for process in self._processes(band)]
        if not items:
            items = self._channels(band)
        before = self.selection.items if modifiers & ADDING else ()
        self.selection.set(*dict.fromkeys((*before, *items)))

    def _band(self, where: QPointF) -> Box:
        inside = self.view.rect()
        x = min(max(where.x(), 0.0), float(inside.width()))
        y = min(max(where.y(), 0.0), float(inside.height()))
        xs, ys = sorted((self.pressed.x(), x)), sorted((self.pressed.y(), y))
        return Box(xs[0], ys[0], xs[1], ys[1])

    def _processes(self, band: Box) -> list[int]:
        place = self.view.where()
        return [
            process
            for process, (x, y) in enumerate(place.centres)
            if _touches(band, x, y, place.radius)
        ]

    def _channels(self, band: Box) -> list[Item]:
        laid = self.view.laid()
        pairs = zip(laid.known.trace.channel_ends, laid.ways, strict=True)
        inside = [ends for ends, way in pairs if band.contains(*point_at(way, 0.5))]
        return [ChannelItem(self.ids[source], self.ids[target]) for source, target in inside]


def _touches(band: Box, x: float, y: float, radius: float) -> bool:
    """Whether a circle and a box have a point in common."""
    dx = x - min(max(x, band.left), band.right)
    dy = y - min(max(y, band.top), band.bottom)
    return dx * dx + dy * dy <= radius * radius
