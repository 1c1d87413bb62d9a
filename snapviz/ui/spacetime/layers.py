"""The layers of the diagram on the screen: still, lit, and what moves over both."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion

from snapviz.diagram.display_list import DisplayList, Item
from snapviz.diagram.extents import extent
from snapviz.diagram.geometry import Box
from snapviz.diagram.panning import strips
from snapviz.diagram.scene import Scene
from snapviz.diagram.spacetime import View, lit, moving, still, still_key, still_view
from snapviz.diagram.theme import Theme
from snapviz.render.painter import paint

from .rough import is_long, rough_scene, rough_still, scene_of
from .sliding import slide
from .strokes import Strips, Strokes


class Layers:
    """Paints one view of one run after another, and knows what a change touches."""

    def __init__(self) -> None:
        self._shown: tuple = (None, None, None, 0.0, ())
        self._key: tuple = ()
        self._rough = self._is_hasty = False
        self._pixmap: QPixmap | None = None
        self._scene: Scene | None = None  # of the pixmap
        self._first: Scene | None = None  # of the one that was moved until it was the pixmap
        self._before: tuple[tuple, Scene, Scene, QPixmap] | None = None
        self._whole: tuple[tuple, Scene, QPixmap] | None = None
        self._strokes: Strokes | Strips | None = None
        self._lit_row: int | None = None
        self._lit_pixmap: QPixmap | None = None
        self._moving = DisplayList(0, 0, ())

    def show(
        self,
        run,
        view: View,
        theme: Theme,
        ratio: float,
        extras: tuple[Item, ...] = (),
        rough: bool = False,
    ) -> QRegion | None:
        """Take over what is to be seen; returns where it differs, None: everywhere.

        ``extras`` are drawn over everything else. ``rough``: `refine` has to wait.
        """
        self._rough = rough
        if self._shown == (run, view, theme, ratio, extras):
            return QRegion()
        if run is not self._shown[0]:
            self._before = self._whole = self._scene = self._first = None
        key = (run, still_view(view), theme, ratio, still_key(run, view))
        over = moving(run, view)
        before, self._moving = self._moving, replace(over, items=(*over.items, *extras))
        shown, self._shown = self._shown[1], (run, view, theme, ratio, extras)
        if key != self._key or view.cone_row != self._lit_row:
            if key != self._key:
                self._keep_before()
                self._key, self._pixmap, self._strokes = key, None, None
            self._lit_row, self._lit_pixmap = view.cone_row, None
            return None
        # A cut changes most of the picture: finding out what costs more than painting it.
        return None if shown.hand_cut != view.hand_cut else _difference(before, self._moving)

    def paint(self, painter: QPainter) -> None:
        """Paint all layers; the painter's clip limits the work."""
        theme = self._shown[2]
        painter.drawPixmap(0, 0, self._still() if self._lit_row is None else self._lit())
        paint(self._moving, painter, theme)

    @property
    def awaits_refining(self) -> bool:
        """Whether the picture was painted in haste, and there is time for a better one."""
        return self._is_hasty and self._pixmap is not None and not self._rough

    def refine(self, slice_s: float) -> bool:
        """Go on for so many seconds with the better picture; True when it is there."""
        if not self.awaits_refining:
            return False
        run, view = self._shown[:2]
        if self._strokes is None:
            self._strokes = self._refining()
        elif self._strokes.go_on(slice_s):
            self._pixmap, self._strokes = self._strokes.pixmap, None
            self._lit_pixmap, self._is_hasty = None, False
            self._scene = self._first = scene_of(run, view)
            self._keep_whole()
        return not self._is_hasty

    def _refining(self) -> Strokes | Strips:
        run, view, theme = self._shown[:3]
        drawn = scene_of(run, view)
        if is_long(drawn):
            return Strips(strips(drawn), theme, QPixmap(self._pixmap))
        return Strokes(still(run, view), theme, self._blank())

    def _still(self) -> QPixmap:
        if self._pixmap is None:
            self._pixmap = self._known_whole()
        if self._pixmap is None:
            self._pixmap = self._slid_or_begun()
        if self._pixmap is None:
            run, view, theme = self._shown[:3]
            strokes = Strokes(rough_still(run, view, self._scene), theme, self._blank())
            strokes.finish()
            self._first, self._pixmap = self._scene, strokes.pixmap
            self._keep_whole()
        return self._pixmap

    def _keep_before(self) -> None:
        if self._pixmap is not None and self._scene is not None and self._first is not None:
            self._before = (self._key, self._scene, self._first, self._pixmap)

    def _keep_whole(self) -> None:
        """Who looks at a stretch of a large run comes back to all of it, painted well."""
        drawn = self._scene
        if drawn is None or self._is_hasty or not drawn.crowd or drawn.place.from_us > 0:
            return
        if drawn.place.to_us >= drawn.facts.run.until_us:
            self._whole = (self._key, drawn, QPixmap(self._pixmap))

    def _known_whole(self) -> QPixmap | None:
        """The picture of the whole run, as it was painted before."""
        if self._whole is None or self._whole[0] != self._key:
            return None
        self._before, self._is_hasty = None, False
        _, self._scene, pixmap = self._whole
        self._first = self._scene
        return QPixmap(pixmap)

    def _slid_or_begun(self) -> QPixmap | None:
        """What was painted before, panned; None: the picture has to be painted."""
        before, self._before = self._before, None
        good = scene_of(*self._shown[:2])
        self._scene, self._is_hasty = rough, is_hasty = rough_scene(good)
        if before is None or good is None:
            return None
        # A good picture moves as well as one in haste.
        for drawn, is_rough in [(good, False), (rough, is_hasty)][not rough.is_hasty :]:
            pixmap = self._slid(before, drawn)
            if pixmap is not None:
                self._scene, self._is_hasty = drawn, is_rough
                return pixmap
        return None

    def _slid(self, before: tuple, drawn: Scene) -> QPixmap | None:
        (run, _, *ways), scene, first, pixmap = before
        (new_run, _, *new_ways), theme = self._key, self._shown[2]
        if run is not new_run or ways != new_ways:
            return None
        if not slide(pixmap, scene, drawn, theme, first):
            return None
        self._first = first
        return pixmap

    def _blank(self) -> QPixmap:
        view, ratio = self._shown[1], self._shown[3]
        pixmap = QPixmap(round(view.width * ratio), round(view.height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _lit(self) -> QPixmap:
        """The still part with a cone over it."""
        if self._lit_pixmap is None:
            run, view, theme = self._shown[:3]
            pixmap = self._still().copy()
            painter = QPainter(pixmap)
            paint(lit(run, view), painter, theme)
            painter.end()
            self._lit_pixmap = pixmap
        return self._lit_pixmap


def _difference(before: DisplayList, after: DisplayList) -> QRegion:
    """Where items came, went or changed; of two veils, the stretch between their edges."""
    old, new = set(before.items), set(after.items)
    changed = [item for item in before.items if item not in new]
    changed += [item for item in after.items if item not in old]
    veils = [item for item in changed if item.subject == ("veil", 0)]
    boxes = [extent(item) for item in changed if item.subject != ("veil", 0)]
    if len(veils) == 2:
        left, right = sorted(veil.x for veil in veils)
        top, height = veils[0].y, veils[0].height
        boxes.append(Box(left - 2, top - 2, right + 2, top + height + 2))
    else:
        boxes += [extent(veil) for veil in veils]
    region = QRegion()
    for box in boxes:
        left, top = floor(box.left), floor(box.top)
        region += QRect(left, top, ceil(box.right) - left, ceil(box.bottom) - top)
    return region
