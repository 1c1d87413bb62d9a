"""The figures of a run by name, such as ``S1.sum`` or ``P1->P2.0.amount``.

A name is a thing and what is asked of it. Things: a process (``P2``), the n-th event of one
(``P2.3``, from 1), a channel (``P1->P2``), the n-th message on one (``P1->P2.0``, from 0), a
snapshot (``S1``), a process in one (``S1.P2``), a channel in one (``S1.P2->P1``), a recovery
(``R1``), a process in one (``R1.P2``), the setting of a clock (``C1``), the ``run``, and what was
``changed`` of the lesson's scenario. The name of a protocol before all that (``lai-yang.S1.control``)
asks of the same run under it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from snapviz.engine.application import conserved_quantity
from snapviz.lessons import fact_tables as tables
from snapviz.lessons.kept_facts import SYNC, holders
from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.run import Run
from snapviz.scenario.model import Scenario
from snapviz.scenario.problems import ScenarioError, listing, nearest
from snapviz.simulation import simulate, with_protocol

Value = int | float | bool | str | None
Table = Mapping[str, Callable[..., Value]]


class NoFact(ValueError):
    """There is no such figure in this run; says what there is."""


@dataclass(frozen=True, slots=True)
class World:
    """A run, and the scenario of the lesson that it was made from."""

    run: Run
    origin: Scenario


_OTHERS: WeakKeyDictionary[Run, dict[str, World]] = WeakKeyDictionary()


def fact(world: World, name: str) -> Value:
    """The figure of a name: times in ms, amounts as numbers. Raises NoFact in words."""
    thing, rest = _head(name)
    run = world.run
    if thing == "run":
        return _asked(tables.RUN, rest, name, run)
    if thing == "changed":
        return _asked(tables.CHANGED, rest, name, world.origin, run.scenario)
    if thing in (ids := [snapshot.id for snapshot in run.snapshots]):
        return _of_snapshot(world, ids.index(thing), rest, name)
    if _is_numbered(thing, "R", len(run.trace.recoveries)):
        return _of_recovery(world, int(thing[1:]) - 1, rest, name)
    if _is_numbered(thing, "C", len(run.trace.clock_syncs)):
        return _asked(SYNC, rest, name, run, run.trace.clock_syncs[int(thing[1:]) - 1])
    if thing in SNAPSHOT_PROTOCOLS:
        return fact(_under(world, thing), rest)
    if thing in run.trace.process_ids:
        return _of_process(world, thing, rest, name)
    if "->" in thing:
        return _of_channel(world, thing, rest, name)
    things = ["run", "changed", *ids, *run.trace.process_ids]
    raise NoFact(
        f"there is no {thing!r} in this run; allowed: {listing(things)}{nearest(thing, things)}"
    )


def _is_numbered(thing: str, letter: str, most: int) -> bool:
    return bool(re.fullmatch(letter + r"[1-9]\d*", thing)) and int(thing[1:]) <= most


def _under(world: World, protocol: str) -> World:
    """The same scenario, its snapshots taken by another protocol; kept as long as the run."""
    kept = _OTHERS.setdefault(world.run, {})
    if protocol not in kept:
        try:
            other = with_protocol(world.run.scenario, protocol)
            kept[protocol] = World(simulate(other, world.run.until_us), other)
        except ScenarioError as error:
            raise NoFact(f"{protocol} cannot take it: {error}") from None
    return kept[protocol]


def _head(name: str) -> tuple[str, str]:
    head, _, rest = name.partition(".")
    return head, rest


def _asked(table: Table, what: str, name: str, *of: Any) -> Value:
    if what not in table:
        raise NoFact(
            f"{name!r}: nothing is called {what!r} there; allowed: {listing(table)}"
            f"{nearest(what, list(table))}"
        )
    return table[what](*of)


def _of_process(world: World, process: str, rest: str, name: str) -> Value:
    number = world.run.trace.process_ids.index(process)
    count, what = _head(rest)
    if not count.isdigit():
        return _asked(tables.PROCESS, rest, name, world.run, number)
    there = int(world.run.computation.event_counts[number])
    if not 0 < int(count) <= there:
        raise NoFact(f"{name!r}: {process} has no event {count}; it has {there}")
    return _asked(tables.EVENT, what, name, world.run, number, int(count) - 1)


def _of_channel(world: World, channel: str, rest: str, name: str) -> Value:
    run = world.run
    messages = tables.on_channel(run, _channel(world, channel, name))
    count, what = _head(rest)
    if not count.isdigit():
        return _asked(tables.CHANNEL, rest, name, run, _channel(world, channel, name))
    if int(count) >= len(messages):
        raise NoFact(f"{name!r}: {channel} carries {len(messages)} messages, counted from 0")
    return _asked(tables.MESSAGE, what, name, run, messages[int(count)])


def _channel(world: World, channel: str, name: str) -> int:
    ends = tuple(channel.split("->"))
    known = world.run.scenario.channel_index()
    if ends not in known:
        raise NoFact(f"{name!r}: there is no channel {channel}")
    return known[ends]


def _of_snapshot(world: World, number: int, rest: str, name: str) -> Value:
    snapshot = world.run.snapshots[number]
    part, what = _head(rest)
    if "->" in part:
        _channel(world, part, name)
        held = snapshot.channels.get(tuple(part.split("->")), [])
        return _asked(tables.RECORDED_CHANNEL, what, name, world.run, held)
    if part in world.run.trace.process_ids:
        if part not in snapshot.processes:
            raise NoFact(f"{name!r}: {part} has recorded nothing for {snapshot.id}")
        if what == "copies":
            return holders(world.run, snapshot, part)
        return _asked(tables.RECORDED, what, name, world.run, snapshot.processes[part])
    return _asked(tables.SNAPSHOT, rest, name, world.run, snapshot)


def _of_recovery(world: World, number: int, rest: str, name: str) -> Value:
    row = world.run.trace.recoveries[number]
    part, what = _head(rest)
    if part in world.run.trace.process_ids:
        process = world.run.trace.process_ids.index(part)
        return _asked(tables.RECOVERED, what, name, row, process)
    return _asked(tables.RECOVERY, rest, name, world.run, row)


def is_money(world: World, name: str) -> bool:
    """The figure is of what the run conserves, and that is money."""
    kinds = ("amount", "sum", "expected", "state", "start", "end", "total")
    return conserved_quantity(world.run.scenario) == "amount" and name.split(".")[-1] in kinds
