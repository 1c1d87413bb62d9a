"""Every order of delivery, timer, crash and restart, up to a depth: a small model checker.

A packet may arrive at any later step or never, so loss and reordering are among the orders, and so
is every prefix of them.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Any

from tests.protocols.agreement.world import Alarm, Context, World

Oracle = Callable[[World], Any]
FORGOTTEN = {"context", "timer", "ticket", "tickets"}
"""What makes no difference to what may come, where only the last timer set is ever fired."""
KEPT = ("net", "alarms", "stable", "down", "decisions", "proposed", "fallen")
"""What a world is, besides its processes."""


@dataclass(frozen=True)
class Budget:
    """How much may happen on one path, besides deliveries; ``repeats``: packets come twice."""

    depth: int
    rings: int = 0
    crashes: int = 0
    repeats: int = 0


def explore(protocol: type, oracle: Oracle, opening: list[tuple], budget: Budget) -> int:
    """Look at every state three processes can reach from an opening; returns how many there are.

    ``opening``: methods of the world by name, each with its arguments; every order begins there.
    """
    world = World(protocol, 3)
    watcher = oracle(world)
    for step, *arguments in opening:
        getattr(world, step)(*arguments)
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
    data = alarm.data
    if not isinstance(data, tuple):
        return None
    return data[:2] if isinstance(data[0], str) else data[0]


def _packed(world: World, watcher: Any) -> bytes:
    sides = [{k: v for k, v in vars(side).items() if k != "context"} for side in world.sides]
    past = {k: v for k, v in vars(watcher).items() if k != "world"}
    world.alarms = _live(world)
    rest = [getattr(world, name) for name in KEPT]
    return pickle.dumps((sides, rest, past))


def _unpacked(protocol: type, oracle: Oracle, packed: bytes) -> tuple[World, Any]:
    sides, rest, past = pickle.loads(packed)
    world = World(protocol, len(sides))
    for name, value in zip(KEPT, rest, strict=True):
        setattr(world, name, value)
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
    if type(value) in (int, str, bool, NoneType):
        return value
    if isinstance(value, dict):
        return sorted(((repr(k), _frozen(v)) for k, v in value.items()), key=repr)
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    if hasattr(value, "_asdict"):
        return [(k, _frozen(v)) for k, v in value._asdict().items() if k not in FORGOTTEN]
    if isinstance(value, list | tuple):
        return [_frozen(item) for item in value]
    return [(k, _frozen(v)) for k, v in sorted(vars(value).items()) if k not in FORGOTTEN]
