"""The topology by keyboard: from one thing to the next, and nudging what is selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt

from snapviz.diagram.display_list import Point
from snapviz.scenario import edits
from snapviz.scenario.edits.positions import usual_distance
from snapviz.scenario.model import Scenario
from snapviz.ui.selection import ChannelItem, Item, ProcessItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled
from snapviz.ui.words import listed

Key = Qt.Key
STEPS = {Key.Key_Down: 1, Key.Key_Up: -1}
NUDGES = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}
NUDGE = 0.1  # of the usual way between neighbours


def next_item(run, here: Item | None, step: int) -> Item:
    """The process or channel after (1) or before (-1) the selected one; round and round."""
    ids = run.trace.process_ids
    items: list[Item] = [ProcessItem(name) for name in ids]
    items += [ChannelItem(ids[a], ids[b]) for a, b in run.trace.channel_ends]
    if here not in items:
        return items[0] if step > 0 else items[-1]
    return items[(items.index(here) + step) % len(items)]


def nudge(session: Session, ids: Sequence[str], direction: Point) -> None:
    """Move processes by a small step; steps that follow one another are one edit."""

    def change(scenario: Scenario) -> Scenario:
        scenario = edits.positioned(scenario)
        step = NUDGE * usual_distance([p.position for p in scenario.processes])
        number = scenario.process_index()
        places = {}
        for name in (name for name in ids if name in number):
            x, y = scenario.processes[number[name]].position
            places[name] = (x + direction[0] * step, y + direction[1] * step)
        return edits.moved(scenario, places)

    text = QCoreApplication.translate("TopologyView", "Move %1")
    session.editor.edit(change, filled(text, listed(ids)), f"nudge {sorted(ids)}")
