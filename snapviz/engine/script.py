"""Script actions: what each does to a run, and which this engine can do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from snapviz.engine.trace import RowKind
from snapviz.scenario.model import (
    Action,
    Internal,
    Scenario,
    Send,
    SetChannel,
    SetClock,
    TakeSnapshot,
)

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


def _send(run: Simulator, action: Send) -> None:
    channel = run.channel_number[action.source, action.target]
    run.send(channel, run.compact(action.payload), action.delay_us)


def _internal(run: Simulator, action: Internal) -> None:
    process = run.process_number[action.process]
    run.note(RowKind.INTERNAL, process, {"label": action.label})


def _snapshot(run: Simulator, action: TakeSnapshot) -> None:
    run.start_snapshot(action.protocol, run.process_number[action.initiator])


def _set_clock(run: Simulator, action: SetClock) -> None:
    process = run.process_number[action.process]
    run.set_clock(process, action.offset_us, action.drift_ppb)


def _set_channel(run: Simulator, action: SetChannel) -> None:
    channel = run.channel_number[action.source, action.target]
    changed = run.channels.change(channel, action)
    data = {"to": action.target, **changed}
    run.note(RowKind.SET_CHANNEL, run.channels.links[channel].source, data)


_PERFORM = {
    Send: _send,
    Internal: _internal,
    TakeSnapshot: _snapshot,
    SetClock: _set_clock,
    SetChannel: _set_channel,
}


def perform(run: Simulator, action: Action) -> None:
    """Let one action happen now."""
    _PERFORM[type(action)](run, action)


def can_run(kind: type) -> bool:
    """Whether this engine can do an action of the given class."""
    return kind in _PERFORM


def unsupported(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """What a valid scenario asks for that this engine cannot do: (path, what and remedy)."""
    for index, action in enumerate(scenario.script):
        yield from unsupported_action(action, f"script[{index}]")
    if scenario.checkpointing.policy != "none":
        yield "checkpointing.policy", "this version of snapviz takes no checkpoints; allowed: none"
    if scenario.logging.method != "none":
        yield "logging.method", "this version of snapviz logs no messages; allowed: none"


def unsupported_action(action: Action, path: str) -> Iterator[tuple[str, str]]:
    """The same for one action that stands at ``path`` in its file."""
    if type(action) not in _PERFORM:
        able = ", ".join(kind.ACTION for kind in _PERFORM)
        what = f'this version of snapviz cannot run "{action.ACTION}"; it runs {able}'
        yield f"{path}.action", what
    elif isinstance(action, TakeSnapshot):
        if action.copies:
            yield f"{path}.copies", "this version of snapviz keeps no copies; allowed: 0"
        if action.commit != "none":
            yield f"{path}.commit", "this version of snapviz commits nothing; allowed: none"
