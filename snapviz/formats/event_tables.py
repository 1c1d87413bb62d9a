"""Events as a table (CSV): one line each, with its process and vector clock, in and out.

Out: every application event that stands at the end of a run, and on its line the message it sends
or receives. In: any table with the columns ``process`` (or ``host``) and ``vector_clock`` (or
``clock``), and, if there are any, ``event`` (or ``kind``), and ``kind`` and ``message``, which say
who received what.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import numpy as np

from snapviz.causality.clocks import vector_clocks
from snapviz.formats.event_words import event_words
from snapviz.formats.logged_run import LoggedRun, in_order_written
from snapviz.formats.shiviz.executions import Execution, Log, judged
from snapviz.formats.shiviz.presets import Preset
from snapviz.formats.shiviz.reading import records_of
from snapviz.formats.table_messages import Cells, with_messages
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
OTHER_NAMES = {"process": "host", "vector_clock": "clock"}


def event_table(run: Run, most: int | None = None) -> str:
    """A run's application events as CSV with a line of names, in the order they happened.

    ``most``: no more than so many of them.

    A log's stand in its own order, and one read from a table as they stood there.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    c = run.computation
    clocks = vector_clocks(c)
    read = run.execution.cells if isinstance(run, LoggedRun) else ()
    for event in in_order_written(run)[:most]:
        clock = clocks[event]
        vector = {c.processes[p]: int(clock[p]) for p in np.flatnonzero(clock).tolist()}
        writer.writerow(
            {
                "process": c.processes[c.event_process[event]],
                "index": int(c.event_local[event]) + 1,
                "vector_clock": json.dumps(vector, ensure_ascii=False),
                **(read[event] if read else _told(run, int(run.event_rows[event]))),
            }
        )
    return out.getvalue()


def _told(run: Run, row: int) -> dict[str, Any]:
    """What happened; a log has no times."""
    told = event_words(run, row)
    return {
        "time_ms": ms(int(run.trace.row_time[row])) if run.is_timed else "",
        "kind": told.kind,
        "event": told.text,
        **({} if told.message is None else _message(run, told.message)),
    }


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
    lines, rows = _rows(text)
    if not lines:
        raise refusal("(file)", "holds no events; a table needs a line for each under its names")
    problems: list[Problem] = []
    event = "event" if "event" in rows[0] else "kind"
    names = {"host": "process", "clock": "vector_clock", "event": event}
    columns = {name: [row.get(held, "") for row in rows] for name, held in names.items()}
    records = records_of("", lines, columns, problems)
    if problems:
        raise ScenarioError(problems)
    (execution,) = judged((records,), lenient)
    row_on = dict(zip(lines, rows, strict=True))
    return Log(Preset(""), (_with_cells(execution, [row_on[n] for n in execution.lines]),))


def _with_cells(execution: Execution, rows: list[Cells]) -> Execution:
    c = with_messages(execution.computation, rows)
    # What contradicts itself is counted anew.
    anew = ("index", "vector_clock") if execution.findings else ("index",)
    kept = [name for name in COLUMNS if name not in anew]
    cells = tuple({name: row[name] for name in kept if name in row} for row in rows)
    return replace(execution, computation=c, cells=cells)


def _rows(text: str) -> tuple[list[int], list[Cells]]:
    """The line on which each row begins, and its cells by the names that snapviz gives them."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    lines, rows, before = [], [], 0
    try:
        header = next(reader, [])
        names = {name.strip().lower(): place for place, name in enumerate(header) if name}
        for mine, other in OTHER_NAMES.items():
            names[mine] = _column(names, (mine, other))
        before = reader.line_num
        for cells in reader:
            if cells:  # else the line is blank
                lines.append(before + 1)
                rows.append({name: "".join(cells[at : at + 1]) for name, at in names.items()})
            before = reader.line_num
    except csv.Error as error:
        raise refusal(f"line {before + 1}", f"is no line of a table: {error}") from None
    return lines, rows


def _column(names: dict[str, int], wanted: tuple[str, ...]) -> int:
    for name in wanted:
        if name in names:
            return names[name]
    raise refusal("line 1", f"names no column {wanted[0]}; needed are process and vector_clock")
