"""Two runs, or two executions of logs, event by event: only here, only there, moved.

An event is known by its process and its words. On each process as many as possible are taken for
the same in the same order, in very long runs nearly as many; of the others, those with the same
words have moved.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from snapviz.formats.alignment import aligned
from snapviz.formats.event_words import event_words
from snapviz.message_report import ms
from snapviz.run import Run

Told = list[dict[str, Any]]

TELL_EVERY = 2000  # events


def difference_report(
    a: Run, b: Run, progress: Callable[[float], object] = lambda share: None
) -> dict[str, Any]:
    """``same`` is whether no event differs; events with ``index`` from 1, and times, null in logs.

    An event that stands in both runs in the same order but at another time has moved too; where
    one of them is a log, order alone counts.
    ``progress`` hears the share done; what it raises ends the work.
    """
    work = _Progress(a.computation.event_count + b.computation.event_count, progress)
    first, second = _events(a, work), _events(b, work)
    names = list(dict.fromkeys([*first, *second]))
    processes = [_compared(name, first.get(name, []), second.get(name, []), work) for name in names]
    parts = ("only_a", "only_b", "moved")
    return {
        "same": not any(p[part] for p in processes for part in parts),
        "a": _head(a),
        "b": _head(b),
        "processes": processes,
    }


class _Progress:
    """Counts events: each is put into words, and compared."""

    def __init__(self, events: int, tell: Callable[[float], object]) -> None:
        self._all, self._done, self._tell = max(2 * events, 1), 0, tell

    def add(self, events: int) -> None:
        before, self._done = self._done // TELL_EVERY, self._done + events
        if self._done // TELL_EVERY != before:
            self._tell(self._done / self._all)


def _head(run: Run) -> dict[str, Any]:
    return {"title": run.scenario.title, "events": run.computation.event_count}


def _events(run: Run, work: _Progress) -> dict[str, Told]:
    c = run.computation
    found: dict[str, Told] = {name: [] for name in c.processes}
    for process, name in enumerate(c.processes):
        for index, row in enumerate(run.event_rows[c.events_of(process)].tolist()):
            time_ms = ms(int(run.trace.row_time[row])) if run.is_timed else None
            words = event_words(run, row).text
            found[name].append({"index": index + 1, "event": words, "time_ms": time_ms})
            work.add(1)
    return found


def _compared(name: str, a: Told, b: Told, work: _Progress) -> dict[str, Any]:
    same, moved = 0, []
    pairs = aligned(*([event["event"] for event in side] for side in (a, b)))
    for one, other in ((a[i], b[j]) for i, j in pairs):
        if one["time_ms"] == other["time_ms"] or None in (one["time_ms"], other["time_ms"]):
            same += 1
        else:
            moved.append(_moved(one, other))
    in_a, in_b = ({pair[side] for pair in pairs} for side in (0, 1))
    only_a = [event for place, event in enumerate(a) if place not in in_a]
    only_b = [event for place, event in enumerate(b) if place not in in_b]
    moved += _pair_up(only_a, only_b)
    moved.sort(key=lambda move: (move["a_index"], move["b_index"]))
    work.add(len(a) + len(b))
    return {"process": name, "same": same, "only_a": only_a, "only_b": only_b, "moved": moved}


def _pair_up(only_a: Told, only_b: Told) -> Told:
    """Take those with the same words out of both lists."""
    waiting: dict[str, deque[dict[str, Any]]] = {}
    for event in only_b:
        waiting.setdefault(event["event"], deque()).append(event)
    moved, left = [], []
    for event in only_a:
        others = waiting.get(event["event"])
        if others:
            moved.append(_moved(event, others.popleft()))
        else:
            left.append(event)
    only_a[:] = left
    only_b[:] = sorted(
        (event for events in waiting.values() for event in events), key=lambda e: e["index"]
    )
    return moved


def _moved(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {
        "event": one["event"],
        "a_index": one["index"],
        "b_index": other["index"],
        "a_ms": one["time_ms"],
        "b_ms": other["time_ms"],
    }
