"""Small scenarios for the engine's tests, and ways to look at their runs."""

from __future__ import annotations

import pytest

from snapviz.engine import channels, keyframes, simulator
from snapviz.engine.trace import RowKind
from snapviz.protocols.workloads import bank as bank_workload
from snapviz.run import Run
from snapviz.scenario.model import (
    Channel,
    Exponential,
    Process,
    Scenario,
    Send,
    TakeSnapshot,
    Uniform,
    Workload,
)

BOUNCY = Uniform(1_000, 50_000)


def processes(count: int, balance: int | None = 1000) -> tuple[Process, ...]:
    """P1, P2, ... with a balance each."""
    state = {} if balance is None else {"balance": balance}
    return tuple(Process(f"P{number}", dict(state)) for number in range(1, count + 1))


def mesh(count: int, **settings) -> tuple[Channel, ...]:
    """A channel from each process to each other one."""
    ids = [process.id for process in processes(count)]
    return tuple(Channel(a, b, **settings) for a in ids for b in ids if a != b)


def pair(**settings) -> Scenario:
    """P1 and P2 with a channel each way and nothing else."""
    return Scenario(processes(2), mesh(2, **settings), duration_us=1_000_000)


def bank(count: int = 4, duration_us: int = 600_000, **settings) -> Scenario:
    """A full mesh with random delays and the bank workload; nobody runs short."""
    settings = {"delay": BOUNCY} | settings
    return Scenario(
        processes(count, 1_000_000),
        mesh(count, **settings),
        seed=42,
        duration_us=duration_us,
        workload=Workload("bank", Exponential(10_000)),
    )


def sends(*at_us: int, source: str = "P1", target: str = "P2", **fields) -> tuple[Send, ...]:
    """A send of nothing at each instant."""
    return tuple(Send(at, source, target, **fields) for at in at_us)


def snapshots(*at_us: int, initiator: str = "P1") -> tuple[TakeSnapshot, ...]:
    """A Chandy-Lamport snapshot at each instant."""
    return tuple(TakeSnapshot(at, initiator=initiator) for at in at_us)


def keep_many_keyframes(patch: pytest.MonkeyPatch, interval: int = 4) -> None:
    """Let runs keep a keyframe every few rows, so that short ones have some too."""
    patch.setattr(keyframes, "FIRST_INTERVAL", interval)
    patch.setattr(keyframes, "ROWS_PER_COPIED", 0)
    patch.setattr(simulator, "PACK_EVERY", 2)


def draw_little_ahead(patch: pytest.MonkeyPatch) -> None:
    """Let delays and turns be drawn a few at a time, so that short runs run out of them."""
    patch.setattr(channels, "MOST_AHEAD", 3)
    patch.setattr(channels, "FEWEST_AHEAD", 1)
    patch.setattr(channels, "ALL_AHEAD", 8)
    patch.setattr(bank_workload, "FEWEST_TURNS", 2)
    patch.setattr(bank_workload, "TURNS_IN_ALL", 8)


def rows(run: Run) -> list[tuple]:
    """(kind, time, process id, message, record or note) of each row."""
    trace = run.trace
    columns = zip(
        trace.row_kind.tolist(),
        trace.row_time.tolist(),
        trace.row_process.tolist(),
        trace.row_ref.tolist(),
        strict=True,
    )
    return [(RowKind(k).name, t, trace.process_ids[p], ref) for k, t, p, ref in columns]


def travels(run: Run, source: str = "P1", target: str = "P2", control: bool = False) -> list[tuple]:
    """(sent, due) of each message of one kind on one channel; due is -1 where it was lost."""
    trace = run.trace
    channel = run.scenario.channel_index()[source, target]
    chosen = (trace.message_channel == channel) & (trace.message_control == control)
    sent, due = trace.message_sent[chosen].tolist(), trace.message_due[chosen].tolist()
    return list(zip(sent, due, strict=True))


def transit_times(run: Run, *ends: str) -> list[int]:
    """Planned transit time of each application message on one channel."""
    return [due - sent for sent, due in travels(run, *ends)]


def application_messages(run: Run, but: tuple[str, ...] = ()) -> list[tuple]:
    """(from, to, sent, due, payload) of every application message not at the named processes."""
    trace = run.trace
    found = []
    for message, channel in enumerate(trace.message_channel.tolist()):
        ends = tuple(trace.process_ids[end] for end in trace.channel_ends[channel])
        if not trace.message_control[message] and not set(ends) & set(but):
            times = int(trace.message_sent[message]), int(trace.message_due[message])
            found.append((*ends, *times, trace.message_payload(message)))
    return found
