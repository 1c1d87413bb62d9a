"""A gesture that edits the scenario, shown live while the hand moves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from snapviz.ui.editor import Change
from snapviz.ui.gestures import Gesture
from snapviz.ui.selection import Item

Modifiers = Qt.KeyboardModifier
NONE_HELD = {"draft": None, "ghost": None, "hot": None, "hot_us": 0}


class EditingGesture(Gesture):
    """Previews while it is dragged, commits at the release: one entry of the history.

    ``run`` is the run as it was at the press, by which things are named throughout.
    """

    def __init__(self, view, pressed: QPointF):
        super().__init__(view, pressed)
        self.session = view.session
        self.editor = view.session.editor
        self.run = view.run
        self._selected = view.session.selection.items
        self._begun = False

    def begin(self) -> None:
        """The first move that makes it a drag."""

    def pull(self, where: QPointF, modifiers: Modifiers) -> None:
        """Every move of the drag."""

    def shown(self) -> None:
        """The run of the last preview is on the screen."""

    def committed(self) -> None:
        """The edit is in the history."""

    def drag(self, where: QPointF, modifiers: Modifiers) -> None:
        if not self._begun:
            self._begun = True
            self.begin()
        self.pull(where, modifiers)

    def drop(self, where: QPointF, modifiers: Modifiers) -> None:
        self.drag(where, modifiers)
        self.view.frames.flush()
        if self.editor.commit():
            self.committed()
            self.let_go()
        else:
            self.cancel()

    def click(self, where: QPointF, modifiers: Modifiers) -> None:
        self.view.click(where, modifiers)

    def cancel(self) -> None:
        self.withdraw()
        self.let_go()
        if self._begun:
            self.session.selection.set(*self._selected)

    def let_go(self) -> None:
        """Nothing is held any more."""
        self.view.frames.drop()
        self.view.show_over(**NONE_HELD)
        self.view.set_hint(None)

    def preview(self, change: Change, label: str) -> None:
        """Show what the edit would give, at most once in a frame."""

        def act() -> None:
            if self.editor.preview(change, label):
                self.shown()

        self.view.frames.request(act)

    def withdraw(self) -> None:
        """Show the scenario as it was before the press."""
        self.view.frames.drop()
        self.editor.cancel()

    def select(self, *items: Item) -> None:
        self.session.selection.set(*items)
