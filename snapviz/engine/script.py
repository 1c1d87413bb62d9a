"""Script actions: what each does to a run, and which this engine can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from snapviz.engine import capturing
from snapviz.engine.clocks import SyncOrder
from snapviz.engine.trace import RowKind
from snapviz.scenario.model import (
    MOST_TIMES,
    Action,
    Internal,
    Scenario,
    Send,
    SetChannel,
    SetClock,
    SyncClocks,
    TakeSnapshot,
)

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Occurrence(NamedTuple):
    """The event of an action that happens: for the ``nth`` time, from 0.

    ``order``: its place among the actions of the script in the order they first happen.
    """

    at_us: int
    order: int
    nth: int
    action: Action


def occurrences(script: Sequence[Action], until_us: int) -> list[Occurrence]:
    """All that a script brings about, in the order it happens; repeated up to ``until_us``."""
    in_order = sorted(range(len(script)), key=lambda place: script[place].at_us)
    found = [
        (at_us, place, Occurrence(at_us, order, nth, script[place]))
        for order, place in enumerate(in_order)
        for nth, at_us in enumerate(_times(script[place], until_us))
    ]
    return [occurrence for _, _, occurrence in sorted(found, key=lambda item: item[:2])]


def _times(action: Action, until_us: int) -> Sequence[int]:
    every_us = getattr(action, "every_us", None)
    if every_us is None:
        return (action.at_us,)
    fitting = 1 + max(0, until_us - action.at_us) // every_us
    times = min(fitting, MOST_TIMES if action.times is None else action.times)
    return range(action.at_us, action.at_us + times * every_us, every_us)


def protocols_of(scenario: Scenario) -> list[str]:
    """The names of the protocols a script needs, each once, in file order."""
    names = [
        action.protocol if isinstance(action, TakeSnapshot) else action.method
        for action in scenario.script
        if isinstance(action, TakeSnapshot | SyncClocks)
    ]
    return list(dict.fromkeys(names))


def _send(run: Simulator, action: Send, _: Occurrence) -> None:
    channel = run.channel_number[action.source, action.target]
    run.send(channel, run.compact(action.payload), action.delay_us)


def _internal(run: Simulator, action: Internal, _: Occurrence) -> None:
    process = run.process_number[action.process]
    run.note(RowKind.INTERNAL, process, {"label": action.label})


def _snapshot(run: Simulator, action: TakeSnapshot, turn: Occurrence) -> None:
    if action.at_local_us is None:
        initiator = run.process_number[action.initiator]
        capturing.start(run, action.protocol, initiator, turn.order)
    else:
        local_us = action.at_local_us + turn.at_us - action.at_us
        capturing.announce(run, action.protocol, local_us, turn.order)


def _set_clock(run: Simulator, action: SetClock, _: Occurrence) -> None:
    process = run.process_number[action.process]
    run.set_clock(process, action.offset_us, action.drift_ppb)


def _sync_clocks(run: Simulator, action: SyncClocks, _: Occurrence) -> None:
    server = 0 if action.server is None else run.process_number[action.server]
    slew_ppb = action.slew_ppb if action.adjust == "slew" else 0
    run.sync_clocks(action.method, SyncOrder(server, action.rounds, slew_ppb))


def _set_channel(run: Simulator, action: SetChannel, _: Occurrence) -> None:
    channel = run.channel_number[action.source, action.target]
    changed = run.channels.change(channel, action)
    data = {"to": action.target, **changed}
    run.note(RowKind.SET_CHANNEL, run.channels.links[channel].source, data)


_PERFORM = {
    Send: _send,
    Internal: _internal,
    TakeSnapshot: _snapshot,
    SetClock: _set_clock,
    SyncClocks: _sync_clocks,
    SetChannel: _set_channel,
}


def perform(run: Simulator, turn: Occurrence) -> None:
    """Let one action happen now."""
    _PERFORM[type(turn.action)](run, turn.action, turn)


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
