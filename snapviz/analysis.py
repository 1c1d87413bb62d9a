"""Causal facts of a run as JSON: what ``analyze --json`` prints."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.causality.facts import cut_facts, facts
from snapviz.report import messages_report
from snapviz.run import Run

LIMIT = 2_000_000


class CutError(ValueError):
    """A cut that does not fit the run; the message says what is wrong and what is allowed."""


def parse_cut(text: str, process_ids: tuple[str, ...], counts: np.ndarray) -> np.ndarray:
    """A cut written ``P1=3,P2=2``: int64[n], 0 for processes not named. Raises CutError.

    Ids may hold commas and equals signs: the longest id that fits is meant.
    """
    number = {name: index for index, name in enumerate(process_ids)}
    longest_first = sorted(process_ids, key=len, reverse=True)
    entry = re.compile(rf"\s*({'|'.join(map(re.escape, longest_first))})\s*=\s*([0-9]+)\s*(?:,|$)")
    cut, named, place = np.zeros(len(process_ids), dtype=np.int64), set(), 0
    while place < len(text):
        found = entry.match(text, place)
        if found is None:
            raise CutError(_unreadable(text[place:], process_ids))
        name, digits = found.groups()
        if name in named:
            raise CutError(f"--cut: process {name} is named twice")
        named.add(name)
        highest = int(counts[number[name]])
        # A number longer than any count may be too long to convert at all.
        if len(digits) > 18 or int(digits) > highest:
            events = "event" if highest == 1 else "events"
            raise CutError(f"--cut: {name} has {highest} {events}; allowed: 0 to {highest}")
        cut[number[name]] = int(digits)
        place = found.end()
    return cut


def _unreadable(rest: str, process_ids: tuple[str, ...]) -> str:
    part = rest.split(",")[0]
    name, equals, digits = part.rpartition("=")
    if equals and re.fullmatch(r"\s*[0-9]+\s*", digits):
        return f"--cut: no process {name.strip()!r}; there are {', '.join(process_ids)}"
    return f"--cut: {part!r} is not of the form PROCESS=COUNT, such as {process_ids[0]}=3"


def analysis_report(run: Run, cut_text: str | None = None, limit: int = LIMIT) -> dict[str, Any]:
    """Counts of the run's partial order; with a cut, whether it is consistent and why not.

    Raises CutError.
    """
    computation = run.computation
    cut = None
    if cut_text is not None:
        cut = parse_cut(cut_text, computation.processes, computation.event_counts)
    report = facts_report(computation, limit)
    if cut is not None:
        report["cut"] = _cut_report(run, cut)
    return report


def facts_report(computation: Computation, limit: int = LIMIT) -> dict[str, Any]:
    """Counts of a partial order."""
    found = facts(computation, limit)
    return {
        "processes": list(computation.processes),
        "events": found.events,
        "messages": found.messages,
        "concurrent_pairs": found.concurrent_pairs,
        "longest_chain": found.longest_chain,
        "width": found.width,
        "consistent_cuts": found.consistent_cuts,
    }


def _cut_report(run: Run, cut: np.ndarray) -> dict[str, Any]:
    view = run.causal_view
    found = cut_facts(view.computation, cut, run.trace.message_lost[view.messages])
    messages = view.messages.tolist()
    return {
        "events": _by_name(run, cut),
        "consistent": found.consistent,
        "orphans": messages_report(run, [messages[m] for m in found.orphans]),
        "in_transit": messages_report(run, [messages[m] for m in found.in_transit]),
        "nearest_consistent": _by_name(run, found.nearest_consistent),
    }


def _by_name(run: Run, cut: np.ndarray) -> dict[str, int]:
    """Event counts by process, zeros left out."""
    counts = np.asarray(cut).tolist()
    return {name: k for name, k in zip(run.trace.process_ids, counts, strict=True) if k}
