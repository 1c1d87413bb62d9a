"""Causal facts of a log as JSON: what ``analyze --json`` prints of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from snapviz.analysis import LIMIT, CutError, facts_report, parse_cut
from snapviz.causality.cuts import check_cut
from snapviz.causality.facts import cut_facts
from snapviz.formats.shiviz.executions import Execution, Log
from snapviz.scenario.problems import quote, refusal


def log_report(
    log: Log,
    cut_text: str | None = None,
    limit: int = LIMIT,
    label: str | None = None,
    progress: Callable[[float], object] = lambda share: None,
) -> dict[str, Any]:
    """The facts of each execution, or of the one with a label; ``progress`` hears the share done.

    Raises CutError, or ScenarioError for a label that there is not.
    """
    chosen = chosen_by(log, label)
    reports = []
    for number, execution in enumerate(chosen):
        progress(number / len(chosen))
        reports.append(execution_report(execution, cut_text, limit))
    return {"executions": reports}


def chosen_by(log: Log, label: str | None) -> tuple[Execution, ...]:
    """The executions with a label, or all. Raises ScenarioError if there are none."""
    if label is None:
        return tuple(log.executions)
    chosen = tuple(one for one in log.executions if one.label == label)
    if not chosen:
        known = ", ".join(quote(one.label) for one in log.executions)
        raise refusal("--execution", f"there is no execution {quote(label)}; there are {known}")
    return chosen


def execution_report(
    execution: Execution, cut_text: str | None = None, limit: int = LIMIT
) -> dict[str, Any]:
    """Label, facts, the cut if there is one, and what is wrong with one opened leniently."""
    c = execution.computation
    cut = None
    if cut_text is not None:
        cut = _cut(execution, cut_text)
    report: dict[str, Any] = {"label": execution.label, **facts_report(c, limit)}
    if cut is not None:
        report["cut"] = _cut_report(execution, cut)
    if execution.findings:
        report["problems"] = [
            {"line": f.line, "host": f.host, "rule": f.rule, "message": f.message}
            for f in execution.findings
        ]
    return report


def _cut(execution: Execution, text: str) -> np.ndarray:
    c = execution.computation
    try:
        return check_cut(c, parse_cut(text, c.processes, c.event_counts))
    except CutError as error:
        if not execution.label:
            raise
        raise CutError(f"execution {quote(execution.label)}: {error}") from None


def _cut_report(execution: Execution, cut: np.ndarray) -> dict[str, Any]:
    c = execution.computation
    found = cut_facts(c, cut)
    return {
        "events": _by_name(c.processes, found.events),
        "consistent": found.consistent,
        "orphans": [_message(execution, message) for message in found.orphans],
        "in_transit": [_message(execution, message) for message in found.in_transit],
        "nearest_consistent": _by_name(c.processes, found.nearest_consistent),
    }


def _message(execution: Execution, number: int) -> dict[str, Any]:
    """An edge with the events it joins; a log tells neither payload nor time."""
    c = execution.computation
    send, receive = int(c.message_send[number]), int(c.message_receive[number])
    return {
        "from": c.processes[c.event_process[send]],
        "to": c.processes[c.event_process[receive]],
        "payload": {},
        "sent_ms": None,
        "received_ms": None,
        "sent": _event(execution, send),
        "received": _event(execution, receive),
    }


def _event(execution: Execution, event: int) -> dict[str, Any]:
    local = int(execution.computation.event_local[event])
    return {"index": local + 1, "line": execution.lines[event], "event": execution.texts[event]}


def _by_name(names: tuple[str, ...], counts: tuple[int, ...]) -> dict[str, int]:
    return {name: count for name, count in zip(names, counts, strict=True) if count}
