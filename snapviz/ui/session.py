"""What all parts of one window share: the editor, the selection, the tool in hand, the play-head."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from snapviz import editing
from snapviz.scenario import branching
from snapviz.scenario.model import Action
from snapviz.ui.actions import Actions
from snapviz.ui.editor import Editor
from snapviz.ui.messages import MessageBar
from snapviz.ui.playback import Playback
from snapviz.ui.selection import ActionItem, Selection
from snapviz.ui.tools import Tools

AFTER_US = 50_000


@dataclass(frozen=True)
class Session:
    """Handed to every view and panel; each listens to the parts it shows."""

    editor: Editor
    selection: Selection
    tools: Tools
    playback: Playback
    messages: MessageBar
    actions: Actions

    @property
    def acting_us(self) -> int:
        """When a command without a place happens: at the play-head.

        Where that is the end of the run nothing sent would arrive, so soon after the last
        action instead.
        """
        time_us, run = self.playback.time_us, self.editor.run
        if run is None or time_us < run.until_us:
            return time_us
        last = max((action.at_us for action in self.editor.scenario.script), default=0)
        return min(last + AFTER_US, time_us)

    def grow_branch(
        self, stem: str, at_us: int, label: Callable[[str], str], more: Iterable[Action] = ()
    ) -> bool:
        """Make a branch that begins at an instant, one entry of the history, and show it.

        ``stem``: its name, or what that begins with if there is such a branch; ``label``: the
        words of the entry, made of that name; ``more``: what happens in it besides. False: refused.
        """
        editor = self.editor
        if editor.document is None:
            return False
        self.playback.pause()
        self.selection.clear()
        here = editor.branch
        name = branching.free_branch_name(editor.base, stem)
        return editor.edit_branches(
            lambda whole: branching.with_new_branch(whole, name, at_us, here and here.name, more),
            label(name),
            name,
        )

    def add_action(self, action: Action, label: str) -> bool:
        """Put an action into the script, one entry of the history, and select it; False: refused."""
        run, place = self.editor.run, len(self.editor.scenario.script)
        done = self.editor.edit(lambda s: editing.add_action(run, s, action), label)
        if done:
            self.selection.set(ActionItem(place))
        return done
