"""Script actions: what each does to a run, and which this engine can do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from snapviz.engine import capturing
from snapviz.engine.clocks import SyncOrder
from snapviz.engine.stable import SCRIPTED
from snapviz.engine.storage import COPYING, GATHERING
from snapviz.engine.trace import PartitionRow, RowKind
from snapviz.scenario.model import (
    MOST_TIMES,
    Action,
    Crash,
    Heal,
    Internal,
    Partition,
    Restart,
    Rollback,
    Scenario,
    Send,
    SetChannel,
    SetClock,
    SyncClocks,
    TakeCheckpoint,
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
    """The names of the protocols a scenario needs, each once, those of its script in file order."""
    names = [
        action.protocol if isinstance(action, TakeSnapshot) else action.method
        for action in scenario.script
        if isinstance(action, TakeSnapshot | SyncClocks)
    ]
    always = [scenario.checkpointing.policy, scenario.logging.method]
    return list(dict.fromkeys([*names, *_without_none(always), *_keepers(scenario)]))


def _keepers(scenario: Scenario) -> list[str]:
    """Those that keep snapshots, first those that agree on them, which the others call upon."""
    kept = [a for a in scenario.script if isinstance(a, TakeSnapshot) and is_kept(a)]
    copying = any(action.copies for action in kept)
    return [
        *_without_none([action.commit for action in kept]),
        *([COPYING] if copying else []),
        *([GATHERING] if kept else []),
    ]


def _without_none(names: Sequence[str]) -> list[str]:
    return [name for name in names if name != "none"]


def is_kept(action: TakeSnapshot) -> bool:
    """Whether the parts of its snapshot are gathered, copied or agreed on."""
    return action.copies > 0 or action.commit != "none"


def keeps_snapshots(scenario: Scenario) -> bool:
    """Whether any snapshot of its script is kept."""
    return any(isinstance(a, TakeSnapshot) and is_kept(a) for a in scenario.script)


def needs_lives(scenario: Scenario) -> bool:
    """Whether processes may crash, take checkpoints or be rolled back."""
    return (
        scenario.checkpointing.policy != "none"
        or scenario.logging.method != "none"
        or keeps_snapshots(scenario)
        or any(isinstance(a, TakeCheckpoint | Crash | Restart | Rollback) for a in scenario.script)
    )


def _send(run: Simulator, action: Send, _: Occurrence) -> None:
    channel = run.channel_number[action.source, action.target]
    run.send(channel, run.compact(action.payload), action.delay_us)


def _internal(run: Simulator, action: Internal, _: Occurrence) -> None:
    process = run.process_number[action.process]
    run.note(RowKind.INTERNAL, process, {"label": action.label})


def _snapshot(run: Simulator, action: TakeSnapshot, turn: Occurrence) -> None:
    kept = action.copies, action.commit, action.placement
    wish = capturing.Wish(action.protocol, turn.order, *kept)
    if action.at_local_us is None:
        capturing.start(run, wish, run.process_number[action.initiator])
    else:
        local_us = action.at_local_us + turn.at_us - action.at_us
        capturing.announce(run, wish, local_us)


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


def _checkpoint(run: Simulator, action: TakeCheckpoint, _: Occurrence) -> None:
    run.lives.checkpoint(run.process_number[action.process], SCRIPTED)


def _crash(run: Simulator, action: Crash, _: Occurrence) -> None:
    run.lives.crash(run.process_number[action.process])


def _restart(run: Simulator, action: Restart, turn: Occurrence) -> None:
    """All that restart at one instant recover together."""
    now = {
        run.process_number[other.process]: other
        for other in run.scenario.script
        if isinstance(other, Restart) and other.at_us == turn.at_us
    }
    standbys = {process: a.on and run.process_number[a.on] for process, a in now.items()}
    down = run.lives.down
    able = {
        process: standby
        for process, standby in sorted(standbys.items())
        if process in down and standby not in down
    }
    process = run.process_number[action.process]
    if process not in able:
        run.note(RowKind.SKIPPED, process, {"action": action.ACTION, "why": "standby down"})
        return
    gone = [process for process in able if now[process].storage == "lost"]
    named = {p: now[p].snapshot for p in able if now[p].snapshot is not None}
    run.recovery.restart(run, able, gone, named)


def _partition(run: Simulator, action: Partition, _: Occurrence) -> None:
    """Who is named in no group is in one more, together with all others of whom that is true."""
    sides = [0] * len(run.states)
    for number, group in enumerate(action.groups, 1):
        for name in group:
            sides[run.process_number[name]] = number
    _cut_apart(run, tuple(sides))


def _heal(run: Simulator, _: Heal, __: Occurrence) -> None:
    _cut_apart(run, None)


def _cut_apart(run: Simulator, sides: tuple[int, ...] | None) -> None:
    run.channels.cut_apart(sides)
    run.partitions.append(PartitionRow(run.now_us, run.columns.row_count, sides))


def _rollback(run: Simulator, action: Rollback, _: Occurrence) -> None:
    run.recovery.roll_back(run, action.to_us)


_PERFORM = {
    Send: _send,
    Internal: _internal,
    TakeSnapshot: _snapshot,
    SetClock: _set_clock,
    SyncClocks: _sync_clocks,
    SetChannel: _set_channel,
    TakeCheckpoint: _checkpoint,
    Crash: _crash,
    Restart: _restart,
    Rollback: _rollback,
    Partition: _partition,
    Heal: _heal,
}
ACTORS = {
    Send: "source",
    Internal: "process",
    TakeSnapshot: "initiator",
    SetClock: "process",
    TakeCheckpoint: "process",
    Crash: "process",
    Restart: "process",
}
"""Which field of an action names the process that does it."""


def perform(run: Simulator, turn: Occurrence) -> None:
    """Let one action happen now, unless its process cannot."""
    action = turn.action
    actor = getattr(action, ACTORS.get(type(action), ""), None)
    if actor is not None and not _is_able(run, action, run.process_number[actor]):
        return
    _PERFORM[type(action)](run, action, turn)


def _is_able(run: Simulator, action: Action, process: int) -> bool:
    """Whether a process is up, or down for a restart; if not, that is recorded."""
    if run.lives is None:
        return True
    wants_down = isinstance(action, Restart)
    if wants_down == run.is_down(process):
        return True
    if not (wants_down and run.lives.has_just_restarted(process)):
        why = "up" if wants_down else "down"
        run.note(RowKind.SKIPPED, process, {"action": action.ACTION, "why": why})
    return False


def can_run(kind: type) -> bool:
    """Whether this engine can do an action of the given class."""
    return kind in _PERFORM


def unsupported(scenario: Scenario, able: Collection[str]) -> Iterator[tuple[str, str]]:
    """What a valid scenario asks for that cannot be run: (path, what and remedy).

    ``able``: the names of the checkpointing policies, the logging methods and the ways to agree
    that can.
    """
    for index, action in enumerate(scenario.script):
        yield from unsupported_action(action, f"script[{index}]", able)
    for path, name in (
        ("checkpointing.policy", scenario.checkpointing.policy),
        ("logging.method", scenario.logging.method),
    ):
        if name != "none" and name not in able:
            yield path, f'this version of snapviz cannot run "{name}"; allowed: none'


def unsupported_action(
    action: Action, path: str, able: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The same for one action that stands at ``path`` in its file."""
    name = action.commit if isinstance(action, TakeSnapshot) else "none"
    if name != "none" and name not in able:
        yield f"{path}.commit", f'this version of snapviz cannot run "{name}"; allowed: none'
