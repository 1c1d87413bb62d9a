"""What all parts of one window share: the editor, the selection, the tool in hand, the play-head."""

from __future__ import annotations

from dataclasses import dataclass

from snapviz.ui.actions import Actions
from snapviz.ui.editor import Editor
from snapviz.ui.messages import MessageBar
from snapviz.ui.playback import Playback
from snapviz.ui.selection import Selection
from snapviz.ui.tools import Tools


@dataclass(frozen=True)
class Session:
    """Handed to every view and panel; each listens to the parts it shows."""

    editor: Editor
    selection: Selection
    tools: Tools
    playback: Playback
    messages: MessageBar
    actions: Actions
