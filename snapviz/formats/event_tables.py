"""Events as a table (CSV): one line each, with its process and vector clock, in and out.

Out: every application event that stands at the end of a run, and on its line the message it sends
or receives. In: any table with the columns ``process`` (or ``host``) and ``vector_clock`` (or
``clock``), and, if there is one, ``event`` (or ``kind``).
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import numpy as np

from snapviz.causality.clocks import vector_clocks
from snapviz.formats.event_words import event_words
from snapviz.formats.shiviz.executions import Log, judged
from snapviz.formats.shiviz.presets import Preset
from snapviz.formats.shiviz.reading import records_of
from snapviz.message_report import ms
from snapviz.run import Run
from snapviz.scenario.problems import Problem, ScenarioError, refusal

COLUMNS = (
    "process",
    "index",
    "time_ms",
    "kind",
    "event",
    "message",
    "from",
    "to",
    "payload",
    "sent_ms",
    "received_ms",
    "fate",
    "vector_clock",
)


def event_table(run: Run) -> str:
    """A run's application events in the order they happened, as CSV with a line of names."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    c = run.computation
    clocks = vector_clocks(c)
    rows = run.event_rows.tolist()
    for event, row in enumerate(rows):
        told = event_words(run, row)
        clock = clocks[event]
        vector = {c.processes[p]: int(clock[p]) for p in np.flatnonzero(clock).tolist()}
        writer.writerow(
            {
                "process": c.processes[c.event_process[event]],
                "index": int(c.event_local[event]) + 1,
                "time_ms": ms(int(run.trace.row_time[row])),
                "kind": told.kind,
                "event": told.text,
                **({} if told.message is None else _message(run, told.message)),
                "vector_clock": json.dumps(vector, ensure_ascii=False),
            }
        )
    return out.getvalue()


def _message(run: Run, number: int) -> dict[str, Any]:
    trace = run.trace
    message = run.message(number)
    source, target = trace.channel_ends[trace.message_channel[number]]
    lost = bool(trace.message_lost[number])
    on_its_way = "lost" if lost else "in flight"
    return {
        "message": number,
        "from": trace.process_ids[source],
        "to": trace.process_ids[target],
        "payload": json.dumps(message.payload, ensure_ascii=False),
        "sent_ms": ms(message.sent_us),
        "received_ms": "" if message.received_us is None else ms(message.received_us),
        "fate": on_its_way if message.received_us is None else "received",
    }


def read_table(text: str, lenient: bool = False) -> Log:
    """A table of events as a log of one execution.

    Raises ScenarioError as `executions.read_log` does.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        names = {name.strip().lower(): name for name in reader.fieldnames or () if name}
        host = _column(names, ("process", "host"))
        clock = _column(names, ("vector_clock", "clock"))
        event = names.get("event", names.get("kind"))
        lines, hosts, clocks, texts = [], [], [], []
        for row in reader:
            lines.append(reader.line_num)
            hosts.append(row[host] or "")
            clocks.append(row[clock] or "")
            texts.append(row[event] or "" if event else "")
    except csv.Error as error:
        raise refusal(f"line {reader.line_num + 1}", f"is no line of a table: {error}") from None
    if not lines:
        raise refusal("(file)", "holds no events; a table needs a line for each under its names")
    problems: list[Problem] = []
    columns = {"host": hosts, "clock": clocks, "event": texts}
    records = records_of("", lines, columns, problems)
    if problems:
        raise ScenarioError(problems)
    return Log(Preset(""), judged((records,), lenient))


def _column(names: dict[str, str], wanted: tuple[str, ...]) -> str:
    for name in wanted:
        if name in names:
            return names[name]
    raise refusal("line 1", f"names no column {wanted[0]}; needed are process and vector_clock")
