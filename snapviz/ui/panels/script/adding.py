"""Actions to add: which kinds there are, and what a new one says."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from snapviz import editing
from snapviz.engine.script import can_run
from snapviz.scenario import model
from snapviz.scenario.model import Action, Scenario
from snapviz.ui.selection import ChannelItem, ProcessItem
from snapviz.ui.session import Session

NEEDS_CHANNEL = (model.Send, model.SetChannel)
USUAL_OFFSET_US = 10_000


def kinds() -> list[type]:
    """The kinds of actions that the engine can run."""
    return [kind for kind in get_args(Action) if can_run(kind)]


def can_add(kind: type, scenario: Scenario | None) -> bool:
    if scenario is None:
        return False
    return bool(scenario.channels) or kind not in NEEDS_CHANNEL


def new_action(kind: type, session: Session) -> Action:
    """An action of a kind at the play-head, about what is selected or else the first there is."""
    return _MAKE[kind](session.acting_us, session)


def _process(session: Session) -> str:
    known = session.editor.scenario.process_index()
    chosen = [item.id for item in session.selection.of(ProcessItem) if item.id in known]
    return chosen[-1] if chosen else next(iter(known))


def _channel(session: Session) -> model.Channel:
    channels = session.editor.scenario.channels
    chosen = {(item.source, item.target) for item in session.selection.of(ChannelItem)}
    senders = {item.id for item in session.selection.of(ProcessItem)}
    for channel in channels:
        if (channel.source, channel.target) in chosen:
            return channel
    return next((channel for channel in channels if channel.source in senders), channels[0])


def _send(at_us: int, session: Session) -> Action:
    channel, editor = _channel(session), session.editor
    payload = editing.default_payload(editor.scenario, editor.run, channel.source, at_us)
    return model.Send(at_us, channel.source, channel.target, payload)


def _set_channel(at_us: int, session: Session) -> Action:
    channel = _channel(session)
    return model.SetChannel(at_us, channel.source, channel.target, fifo=not channel.fifo)


def _snapshot(at_us: int, session: Session) -> Action:
    scenario, process = session.editor.scenario, _process(session)
    protocol = session.tools.protocol
    return editing.take_snapshot(scenario, process, at_us, protocol).script[-1]


def _partition(at_us: int, session: Session) -> Action:
    names = tuple(process.id for process in session.editor.scenario.processes)
    return model.Partition(at_us, tuple(group for group in (names[:1], names[1:]) if group))


def _of_process(kind: type) -> Callable[[int, Session], Action]:
    return lambda at_us, session: kind(at_us, _process(session))


_MAKE: dict[type, Callable[[int, Session], Action]] = {
    model.Send: _send,
    model.Internal: _of_process(model.Internal),
    model.TakeSnapshot: _snapshot,
    model.SetClock: lambda at, session: model.SetClock(at, _process(session), USUAL_OFFSET_US),
    model.SyncClocks: lambda at, session: model.SyncClocks(at, server=_process(session)),
    model.TakeCheckpoint: _of_process(model.TakeCheckpoint),
    model.Crash: _of_process(model.Crash),
    model.Restart: _of_process(model.Restart),
    model.Rollback: lambda at, session: model.Rollback(at, at),
    model.SetChannel: _set_channel,
    model.Partition: _partition,
    model.Heal: lambda at, session: model.Heal(at),
}
