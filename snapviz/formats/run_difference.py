"""Two runs, or two executions of logs, event by event: only here, only there, moved.

An event is known by its process and its words. On each process as many as possible are taken for
the same in the same order; of the others, those with the same words have moved.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from snapviz.formats.event_words import event_words
from snapviz.message_report import ms
from snapviz.run import Run

Told = list[dict[str, Any]]


def difference_report(a: Run, b: Run) -> dict[str, Any]:
    """``same`` is whether nothing differs; events with ``index`` from 1, and times, null in logs.

    An event that stands in both runs in the same order but at another time has moved too.
    """
    first, second = _events(a), _events(b)
    names = list(dict.fromkeys([*first, *second]))
    processes = [_compared(name, first.get(name, []), second.get(name, [])) for name in names]
    parts = ("only_a", "only_b", "moved")
    return {
        "same": list(first) == list(second)
        and not any(p[part] for p in processes for part in parts),
        "a": _head(a),
        "b": _head(b),
        "processes": processes,
    }


def _head(run: Run) -> dict[str, Any]:
    return {"title": run.scenario.title, "events": run.computation.event_count}


def _events(run: Run) -> dict[str, Told]:
    c = run.computation
    found: dict[str, Told] = {name: [] for name in c.processes}
    for process, name in enumerate(c.processes):
        for index, row in enumerate(run.event_rows[c.events_of(process)].tolist()):
            time_ms = ms(int(run.trace.row_time[row])) if run.is_timed else None
            words = event_words(run, row).text
            found[name].append({"index": index + 1, "event": words, "time_ms": time_ms})
    return found


def _compared(name: str, a: Told, b: Told) -> dict[str, Any]:
    same, moved, only_a, only_b = 0, [], [], []
    words = [[event["event"] for event in side] for side in (a, b)]
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if tag != "equal":
            only_a += a[a0:a1]
            only_b += b[b0:b1]
            continue
        for one, other in zip(a[a0:a1], b[b0:b1], strict=True):
            if one["time_ms"] == other["time_ms"]:
                same += 1
            else:
                moved.append(_moved(one, other))
    moved += _pair_up(only_a, only_b)
    moved.sort(key=lambda move: (move["a_index"], move["b_index"]))
    return {"process": name, "same": same, "only_a": only_a, "only_b": only_b, "moved": moved}


def _pair_up(only_a: Told, only_b: Told) -> Told:
    """Take those with the same words out of both lists."""
    waiting: dict[str, Told] = {}
    for event in only_b:
        waiting.setdefault(event["event"], []).append(event)
    moved, left = [], []
    for event in only_a:
        others = waiting.get(event["event"])
        if others:
            moved.append(_moved(event, others.pop(0)))
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
