"""Every order of delivery, timer, crash and restart, up to a depth: a small model checker.

A packet may arrive at any later step or never, so loss and reordering are among the orders, and so
is every prefix of them.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from tests.protocols.agreement.world import Alarm, Context, World

Oracle = Callable[[World], Any]
FORGOTTEN = {"context", "timer"}
"""What makes no difference to what may come, where only the last timer set is ever fired."""


@dataclass(frozen=True)
class Budget:
    """How much may happen on one path, besides deliveries; ``repeats``: packets come twice."""

    depth: int
    rings: int = 0
    crashes: int = 0
    repeats: int = 0


def explore(
    protocol: type, oracle: Oracle, proposals: list[tuple[int, int, str]], budget: Budget
) -> int:
    """Look at every state three processes can reach; returns how many there are.

    ``proposals``: (process, snapshot, digest), made before anything else.
    """
    world = World(protocol, 3)
    for proposal in proposals:
        world.propose(*proposal)
    watcher = oracle(world)
    watcher.look()
    left = (budget.rings, budget.crashes, budget.repeats)
    frontier = [(_packed(world, watcher), left)]
    seen = {(_key(world, watcher), left)}
    for _ in range(budget.depth):
        after = []
        for packed, left in frontier:
            for state in _successors(protocol, oracle, packed, left):
                key = _key(*state[:2]), state[2]
                if key not in seen:
                    seen.add(key)
                    after.append((_packed(*state[:2]), state[2]))
        frontier = after
    return len(seen)


def _successors(protocol: type, oracle: Oracle, packed: bytes, left: tuple) -> Iterator[tuple]:
    world, watcher = _unpacked(protocol, oracle, packed)
    for move, cost in _moves(world, left):
        world, watcher = _unpacked(protocol, oracle, packed)
        move(world)
        watcher.look()
        yield world, watcher, tuple(a - b for a, b in zip(left, cost, strict=True))


def _moves(world: World, left: tuple) -> Iterator[tuple[Callable[[World], None], tuple]]:
    rings, crashes, repeats = left
    for packet in sorted(set(world.net), key=repr):
        yield lambda w, p=packet: (w.net.remove(p), w.arrive(p)), (0, 0, 0)
        if repeats:
            yield lambda w, p=packet: w.arrive(p), (0, 0, 1)
    if rings:
        for alarm in _live(world):
            yield lambda w, a=alarm: w.ring(a), (1, 0, 0)
    for process in range(len(world.sides)):
        if process in world.down:
            yield lambda w, p=process: w.restart(p), (0, 0, 0)
        elif crashes:
            yield lambda w, p=process: w.crash(p), (0, 1, 0)


def _live(world: World) -> list[Alarm]:
    """A timer set later for the same thing replaces the one before."""
    last = {(alarm.process, _about(alarm)): alarm for alarm in world.alarms}
    return list(last.values())


def _about(alarm: Alarm) -> Any:
    return alarm.data[0] if isinstance(alarm.data, tuple) else None


def _packed(world: World, watcher: Any) -> bytes:
    sides = [{k: v for k, v in vars(side).items() if k != "context"} for side in world.sides]
    past = {k: v for k, v in vars(watcher).items() if k != "world"}
    world.alarms = _live(world)
    rest = world.net, world.alarms, world.stable, world.down, world.decisions
    return pickle.dumps((sides, rest, past))


def _unpacked(protocol: type, oracle: Oracle, packed: bytes) -> tuple[World, Any]:
    sides, rest, past = pickle.loads(packed)
    world = World(protocol, len(sides))
    world.net, world.alarms, world.stable, world.down, world.decisions = rest
    for process, side in enumerate(sides):
        world.sides[process].context = Context(world, process)
        vars(world.sides[process]).update(side)
    watcher = oracle(world)
    vars(watcher).update(past)
    return world, watcher


def _key(world: World, watcher: Any) -> int:
    alarms = {(alarm.process, _about(alarm)) for alarm in _live(world)}
    net = sorted(map(repr, world.net))
    state = world.sides, world.stable, world.down, alarms, watcher.facts()
    return hash(repr((net, _frozen(state))))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted(((repr(k), _frozen(v)) for k, v in value.items()), key=repr)
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if isinstance(value, list | tuple):
        return [_frozen(item) for item in value]
    if is_dataclass(value) or hasattr(value, "__dict__"):
        return [(k, _frozen(v)) for k, v in sorted(vars(value).items()) if k not in FORGOTTEN]
    return value
