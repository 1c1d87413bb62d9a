"""A hand that uses a window under the eyes of a watchdog, and what took too long."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from snapviz.diagram.clockgrips import clock_box
from snapviz.diagram.spacetime import Hit
from tests.ui.watchdog import LIMIT_S, Watchdog

LEFT = Qt.MouseButton.LeftButton
ATTEMPTS = 4


class Hand:
    """Uses one window under the eyes of a watchdog."""

    def __init__(self, window):
        self.window = window
        self.view = window.central.view
        self.dog = Watchdog()

    def action(self, name: str, settle_s: float = 0.15, where: str = "") -> None:
        """``where``: what is shown meanwhile, if that is worth telling apart."""
        action = self.window.findChild(QAction, f"action.{name}")
        assert action.isEnabled(), name
        self.dog.does(f"{where} {name}".strip(), action.trigger, settle_s)

    def looks(self, where: str) -> None:
        """Every theme and language, the first ones last."""
        for name in ("theme.dark", "theme.light", "language.zh_CN", "language.en"):
            self.action(name, 0.3, where)

    def drags(self, what: str, path: list[QPoint]) -> None:
        """Press at the first spot, move over the others, let go at the last."""
        dog, view = self.dog, self.view
        before = self.window.bench.editor.scenario
        dog.does(f"{what}: press", lambda: QTest.mousePress(view, LEFT, pos=path[0]), 0.02)
        for spot in path[1:]:
            dog.does(f"{what}: move", lambda s=spot: QTest.mouseMove(view, s), 0.03)
        dog.does(f"{what}: drop", lambda: QTest.mouseRelease(view, LEFT, pos=path[-1]), 0.15)
        assert self.window.bench.editor.scenario != before, what
        self.action("undo")
        self.action("redo")

    def cut_point(self) -> QPoint | None:
        """A point of the hand-drawn cut."""
        cut, place = self.view.view().hand_cut, self.view.place()
        return QPoint(round(place.x_of(cut[0])), round(place.lanes[0])) if cut else None

    def head(self) -> QPoint | None:
        """An arrow head that can be taken hold of."""
        place, trace = self.view.place(), self.window.bench.editor.run.trace
        received = trace.message_received
        for message in np.flatnonzero(received >= 0):
            target = int(trace.channel_target[trace.message_channel[message]])
            x = place.x_of(int(received[message])) - 3
            spot = QPoint(round(x), round(place.lanes[target]))
            if self.view.hit(spot.toPointF(), heads=True) == Hit("head", int(message)):
                return spot
        return None

    def clock(self) -> QPoint | None:
        box = clock_box(self.view.place(), 0)
        if box is None:
            return None
        return QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))

    def line(self, number: int, share: float) -> QPoint:
        place = self.view.place()
        x = place.plot.left + share * (place.plot.right - place.plot.left)
        return QPoint(round(x), round(place.lanes[number]))


def sideways(start: QPoint, pixels: int) -> list[QPoint]:
    return [start + QPoint(round(pixels * n / 6), 0) for n in range(7)]


def too_long(attempt: Callable[[], Hand]) -> dict[str, float]:
    """What blocked the window for too long, in milliseconds of a usual machine.

    Of several attempts the shortest: what the machine adds now and then is not ours.
    """
    best: dict[str, float] = {}
    for _ in range(ATTEMPTS):
        hand = attempt()
        for what, stay in hand.dog.longest.items():
            usual = stay / hand.dog.slowness
            best[what] = min(usual, best.get(what, usual))
        hand.window.close()
        if not over(best):
            break
    return over(best)


def over(stays: dict[str, float]) -> dict[str, float]:
    """The stays that are longer than allowed, in milliseconds of a usual machine."""
    return {what: round(stay * 1000, 1) for what, stay in stays.items() if stay >= LIMIT_S}
