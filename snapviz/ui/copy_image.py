"""The diagram as the window shows it, or another figure, onto the clipboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QImage

from snapviz.diagram.display_list import DisplayList
from snapviz.diagram.spacetime import spacetime
from snapviz.diagram.theme import Theme
from snapviz.render.surfaces import PER_METRE, image
from snapviz.ui.spacetime.view import SpaceTimeView

SCALE = 2  # pixels to the logical pixel, crisp on paper and on dense screens


def copy_image(view: SpaceTimeView, theme: Theme, run) -> QImage | None:
    """Put what ``view`` shows on the clipboard, and return it; None where there is no run."""
    if run is None:
        return None
    # What is under the pointer at this moment is no part of the picture.
    shown = replace(view.view(), draft=None, ghost=None, hot=None, grips=False)
    return put_on_clipboard(spacetime(run, shown), theme)


def put_on_clipboard(drawn: DisplayList, theme: Theme) -> QImage:
    """Paint it as large as it is seen, in as many pixels as paper wants; returned, too."""
    picture = image(drawn, theme, SCALE)
    for set_density in (picture.setDotsPerMeterX, picture.setDotsPerMeterY):
        set_density(round(96 * SCALE * PER_METRE))
    QGuiApplication.clipboard().setImage(picture)
    return picture
