"""Menu commands that edit: they act at once, on the selection, at the play-head."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from snapviz import editing
from snapviz.diagram.facts import facts
from snapviz.diagram.figures import milliseconds
from snapviz.documents import catalogue
from snapviz.engine.script import can_run
from snapviz.run import Run
from snapviz.scenario import edits, layouts
from snapviz.scenario.model import (
    Crash,
    Restart,
    Rollback,
    Scenario,
    SyncClocks,
    TakeCheckpoint,
)
from snapviz.ui.selection import (
    ActionItem,
    ChannelItem,
    EventItem,
    MessageItem,
    ProcessItem,
    RecordItem,
    SnapshotItem,
    message_of,
    row_of_event,
)
from snapviz.ui.session import AFTER_US, Session
from snapviz.ui.wording import filled
from snapviz.ui.words import listed

PASTE_OFFSET = (0.35, 0.35)
EDITS = (
    "selectAll", "addProcess", "addChannel", "sendMessage", "takeSnapshot", "syncClocks",
    "handCut",
)  # fmt: skip
ALIGNMENTS = tuple(f"align.{how}" for how in ("left", "center", "right", "top", "middle", "bottom"))
FAULTS = {"checkpoint": TakeCheckpoint, "crash": Crash, "restart": Restart}
OFFERED = {**FAULTS, "rollback": Rollback}


class Commands(QObject):
    """Connects the editing actions of a session."""

    def __init__(self, session: Session, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._editor = session.editor
        self._selection = session.selection
        self._run: Run | None = None
        self._copied = False
        for name, slot in {
            "undo": self._editor.undo,
            "redo": self._editor.redo,
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "selectAll": self.select_all,
            "addProcess": self.add_process,
            "addChannel": self.add_channel,
            "sendMessage": self.send_message,
            "takeSnapshot": self.take_snapshot,
            "syncClocks": self.sync_clocks,
            "rollback": self.roll_back,
        }.items():
            self._connect(name, slot)
        for name in FAULTS:
            self._connect(name, lambda n=name: self.add_fault(n))
        for name in layouts.LAYOUTS:
            if f"arrange.{name}" in session.actions:
                self._connect(f"arrange.{name}", lambda n=name: self.arrange(n))
        for how in ("left", "center", "right", "top", "middle", "bottom"):
            self._connect(f"align.{how}", lambda h=how: self.align(h))
        for how in ("horizontally", "vertically"):
            self._connect(f"distribute.{how}", lambda h=how: self.distribute(h))
        self._editor.document_changed.connect(self._selection.clear)
        for signal in (
            self._selection.changed,
            self._editor.history_changed,
            self._editor.scenario_changed,
        ):
            signal.connect(self.enable)
        self._editor.run_changed.connect(self._look_who_stands)
        session.playback.position_changed.connect(self._enable_faults)
        QApplication.clipboard().dataChanged.connect(self._look_what_is_copied)
        self._look_what_is_copied()

    def _connect(self, name: str, slot: Callable[[], None]) -> None:
        self._session.actions[name].triggered.connect(lambda _=False: slot())

    # What can be done now

    def enable(self) -> None:
        """Offer what the selection and the history allow."""
        actions, document = self._session.actions, self._editor.document
        actions.enable(EDITS, document is not None)
        actions.enable(("paste",), document is not None and self._copied)
        history = document.history if document else None
        undo, redo = (history.undo_label, history.redo_label) if history else ("", "")
        actions.word_history(undo, redo)
        actions.enable(("undo",), bool(history and history.can_undo))
        actions.enable(("redo",), bool(history and history.can_redo))
        chosen = self._processes()
        actions.enable(("cut", "copy"), bool(chosen))
        actions.enable(("rename",), len(chosen) == 1)
        actions.enable(("delete",), bool(self._selection.items))
        actions.enable(("duplicate",), bool(chosen or self._selection.of(ActionItem)))
        actions.enable(ALIGNMENTS, len(chosen) > 1)
        actions.enable(("distribute.horizontally", "distribute.vertically"), len(chosen) > 2)
        for name, kind in OFFERED.items():
            offered = can_run(kind)
            for action in (actions[name], actions.get(f"tool.{name}")):
                if action is not None:
                    action.setVisible(offered)
            names = tuple(n for n in (name, f"tool.{name}") if n in actions)
            actions.enable(names, offered and document is not None)
        self._enable_faults()

    def _look_what_is_copied(self) -> None:
        self._copied = edits.may_hold_processes(QApplication.clipboard().text())
        self.enable()

    def _look_who_stands(self) -> None:
        self._run = self._editor.run
        self._enable_faults()

    def _enable_faults(self) -> None:
        """Only what is up crashes, only what is down restarts; back goes who has gone on."""
        document, run = self._editor.document, self._editor.run
        for name, kind in FAULTS.items():
            there = document is not None and can_run(kind)
            self._session.actions.enable((name,), there and self._whom(name) is not None)
        if run is not None and run is self._run:
            later = not self._session.playback.at_end
            self._session.actions.enable(("rollback",), later and can_run(Rollback))

    def _whom(self, name: str) -> str | None:
        """Whom a checkpoint, a crash or a restart is about: selected, or else of all the first."""
        known = self._processes()[::-1] or [p.id for p in self._editor.scenario.processes]
        down = self._down()
        return next((pid for pid in known if (pid in down) == (name == "restart")), None)

    def _down(self) -> set[str]:
        """Who is down where a crash or a restart would be put."""
        if self._run is None:
            return set()
        ids, lives = self._run.trace.process_ids, facts(self._run).lives
        return {ids[process] for process in lives.down_by(self._session.acting_us)}

    def _processes(self) -> list[str]:
        known = self._editor.scenario.process_index() if self._editor.document else {}
        return [item.id for item in self._selection.of(ProcessItem) if item.id in known]

    # Clipboard

    def copy(self) -> None:
        """Put the selected processes on the clipboard, as the text of a scenario."""
        chosen = self._processes()
        if chosen:
            QApplication.clipboard().setText(edits.fragment(self._editor.scenario, chosen))

    def cut(self) -> None:
        self.copy()
        self.delete()

    def paste(self) -> None:
        """Add what the clipboard holds under names of its own."""
        self._insert(QApplication.clipboard().text(), self.tr("Paste"))

    def duplicate(self) -> None:
        """Add the selected processes, or script actions, once more."""
        actions = [item.index for item in self._selection.of(ActionItem)]
        if actions:
            self._duplicate_actions(actions)
            return
        chosen = self._processes()
        if chosen:
            text = edits.fragment(self._editor.scenario, chosen)
            self._insert(text, filled(self.tr("Duplicate %1"), listed(chosen)))

    def _duplicate_actions(self, indexes: list[int]) -> None:
        run = self._editor.run

        def change(scenario: Scenario) -> Scenario:
            for index in indexes:
                scenario = editing.add_action(run, scenario, scenario.script[index])
            return scenario

        first = len(self._editor.scenario.script)
        if self._editor.edit(change, self.tr("Duplicate actions")):
            self._selection.set(*(ActionItem(first + n) for n in range(len(indexes))))

    def _insert(self, text: str, label: str) -> None:
        added: list[str] = []

        def change(scenario: Scenario) -> Scenario:
            pasted, names = edits.with_fragment(scenario, text, PASTE_OFFSET, catalogue())
            added[:] = names
            return pasted

        if self._editor.edit(change, label):
            self._selection.set(*map(ProcessItem, added))

    def _refuse(self, words: Callable[[], str]) -> None:
        bar = self._session.messages
        bar.tell(lambda: bar.refusal(words()))

    # Deleting and selecting

    def delete(self) -> None:
        """Delete the selected things: one entry, whatever they are."""
        items, run = self._selection.items, self._editor.run
        if not items:
            return
        actions = self._actions_of(items)
        processes = self._processes()
        channels = [(c.source, c.target) for c in self._selection.of(ChannelItem)]
        if not actions and not processes and not channels:
            self._refuse(
                lambda: self.tr(
                    "The workload brought this about; only script actions can be deleted."
                )
            )
            return

        def change(scenario: Scenario) -> Scenario:
            if actions:
                scenario = editing.delete_actions(run, scenario, actions)
            known = scenario.channel_index()
            scenario = edits.without_channels(scenario, [c for c in channels if c in known])
            return edits.without_processes(scenario, processes) if processes else scenario

        if self._editor.edit(change, self._deletion(processes, channels, actions)):
            self._selection.clear()

    def _deletion(self, processes: list, channels: list, actions: list) -> str:
        if processes:
            return filled(self.tr("Delete %1"), listed(processes))
        if channels:
            names = [f"{source} → {target}" for source, target in channels]
            return filled(self.tr("Delete channel %1"), listed(names))
        return self.tr("Delete action") if len(actions) == 1 else self.tr("Delete actions")

    def _actions_of(self, items) -> list[int]:
        """The script actions that stand for the items, or brought them about."""
        run = self._editor.run
        found = {item.index for item in items if isinstance(item, ActionItem)}
        for item in items:
            found.add(action_behind(run, item))
        return sorted(found - {None})

    def select_all(self) -> None:
        self._selection.set(*(ProcessItem(p.id) for p in self._editor.scenario.processes))

    # Adding

    def add_process(self) -> None:
        """Add a process at a free place."""
        added: list[str] = []

        def change(scenario: Scenario) -> Scenario:
            scenario, name = edits.with_new_process(scenario)
            added[:] = [name]
            return scenario

        name = edits.free_id(self._editor.scenario)
        if self._editor.edit(change, filled(self.tr("Add %1"), name)):
            self._selection.set(*map(ProcessItem, added))

    def add_channel(self) -> None:
        """Connect the selected pair both ways, else the first pair that has no channel."""
        pair = self._pair() or self._unconnected()
        if pair is None:
            self._refuse(lambda: self.tr("Every two processes are connected; add a process first."))
            return
        label = filled(self.tr("Connect %1 and %2"), *pair)
        if self._editor.edit(lambda s: edits.with_both_ways(s, *pair), label):
            self._selection.set(ChannelItem(*pair))

    def _pair(self) -> tuple[str, str] | None:
        chosen = self._processes()
        return (chosen[0], chosen[1]) if len(chosen) == 2 else None

    def _unconnected(self) -> tuple[str, str] | None:
        scenario = self._editor.scenario
        chosen, known = self._processes(), scenario.channel_index()
        names = [process.id for process in scenario.processes]
        ordered = sorted(names, key=lambda name: name not in chosen)
        return next((pair for pair in permutations(ordered, 2) if pair not in known), None)

    def send_message(self) -> None:
        """Send on the selected channel, or between the selected processes, at the play-head."""
        pair = self._way()
        if pair is None:
            self._refuse(lambda: self.tr("A message needs two processes; add another one first."))
            return
        run, sent_us = self._editor.run, self._session.acting_us
        label = filled(self.tr("Send %1 → %2"), *pair)
        first = len(self._editor.scenario.script)
        if self._editor.edit(lambda s: editing.send_now(run, s, *pair, sent_us), label):
            self._selection.set(ActionItem(first))

    def _way(self) -> tuple[str, str] | None:
        channels = self._selection.of(ChannelItem)
        if channels:
            return channels[-1].source, channels[-1].target
        pair = self._pair()
        if pair is not None:
            return pair
        scenario, chosen = self._editor.scenario, self._processes()
        for channel in scenario.channels:
            if not chosen or channel.source in chosen:
                return channel.source, channel.target
        names = [process.id for process in scenario.processes]
        ordered = sorted(names, key=lambda name: name not in chosen)
        return (ordered[0], ordered[1]) if len(ordered) > 1 else None

    def _here(self) -> str:
        """The selected process, else the first."""
        chosen = self._processes()
        return chosen[-1] if chosen else self._editor.scenario.processes[0].id

    def take_snapshot(self) -> None:
        """Start a snapshot at the play-head from the selected process, else from the first."""
        process, at_us = self._here(), self._session.acting_us
        protocol, run = self._session.tools.protocol, self._editor.run
        first = len(self._editor.scenario.script)
        if self._editor.edit(
            lambda s: editing.take_snapshot(s, process, at_us, protocol, run),
            filled(self.tr("Snapshot from %1"), process),
        ):
            self._selection.set(ActionItem(first))

    def sync_clocks(self) -> None:
        """Synchronize the clocks at the play-head with the selected process, else the first."""
        server = self._here()
        label = filled(self.tr("Synchronize clocks with %1"), server)
        self._session.add_action(SyncClocks(self._session.acting_us, server=server), label)

    def add_fault(self, name: str) -> None:
        """Checkpoint, crash or restart at the play-head whom it can be about."""
        process, at_us = self._whom(name), self._session.acting_us
        if process is None:
            return
        words = {
            "checkpoint": self.tr("Checkpoint of %1"),
            "crash": self.tr("Crash %1"),
            "restart": self.tr("Restart %1"),
        }
        self._session.add_action(FAULTS[name](at_us, process), filled(words[name], process))

    def roll_back(self) -> None:
        """Soon after the last action everyone goes back to the play-head."""
        session, run = self._session, self._editor.run
        to_us, script = session.acting_us, self._editor.scenario.script
        last_us = max((action.at_us for action in script), default=0)
        end_us = to_us if run is None else run.until_us
        at_us = max(to_us, min(end_us, max(to_us, last_us) + AFTER_US))
        label = filled(self.tr("Roll back to %1 ms"), milliseconds(to_us))
        session.add_action(Rollback(at_us, to_us), label)

    # Arranging

    def arrange(self, name: str) -> None:
        self._editor.edit(lambda s: layouts.arranged(s, name), self.tr("Arrange processes"))

    def align(self, how: str) -> None:
        chosen = self._processes()
        self._editor.edit(lambda s: edits.aligned(s, chosen, how), self.tr("Align processes"))

    def distribute(self, how: str) -> None:
        chosen = self._processes()
        self._editor.edit(lambda s: edits.distributed(s, chosen, how), self.tr("Spread processes"))


def action_behind(run, item) -> int | None:
    """The script action that brought an item about; None where the workload did."""
    if isinstance(item, MessageItem):
        message = message_of(run, item)
        return None if message is None else editing.action_of_message(run, message)
    if isinstance(item, SnapshotItem):
        return editing.action_of_snapshot(run, item.number)
    if isinstance(item, RecordItem):
        return editing.action_of_snapshot(run, item.snapshot)
    if isinstance(item, EventItem):
        row = row_of_event(run, item)
        return None if row is None else editing.action_of_row(run, row)
    return None
