"""How snapshots were kept and decided, for people on a terminal and as JSON."""

from __future__ import annotations

from typing import Any

from rich.console import Group
from rich.text import Text

from snapviz.message_report import ms
from snapviz.run import Run
from snapviz.study.decision_story import decision_story
from snapviz.study.decision_words import step_words
from snapviz.tables import time_cell


def decisions_report(run: Run) -> dict[str, Any]:
    """What ``decide --json`` prints: of each snapshot that is kept, the steps."""
    return {
        "title": run.scenario.title,
        "seed": run.scenario.seed,
        "until_ms": ms(run.until_us),
        "snapshots": [_report(run, row.number) for row in run.trace.snapshots if row.is_kept],
    }


def _report(run: Run, number: int) -> dict[str, Any]:
    row, ids = run.trace.snapshots[number], run.trace.process_ids
    steps = [
        {
            "at_ms": ms(step.time_us),
            "process": ids[step.process] if step.process >= 0 else None,
            "step": step.what,
            "text": str(step_words(run, number, step)),
        }
        for step in decision_story(run, number)
    ]
    return {"id": row.id, "copies": row.copies, "commit": row.commit, "steps": steps}


def decisions_table(run: Run) -> Group:
    """A line for each step, with its instant in milliseconds."""
    told = [
        line
        for row in run.trace.snapshots
        if row.is_kept
        for line in (Text(f"{row.id} {_how(row)}", style="bold"), *_lines(run, row.number))
    ]
    return Group(*(told or [Text("no snapshot of this run is kept")]))


def _how(row) -> str:
    copies = f"copies {row.copies}" if row.copies else ""
    commit = row.commit if row.commit != "none" else ""
    return ", ".join(part for part in (copies, commit) if part)


def _lines(run: Run, number: int) -> list[Text]:
    steps = decision_story(run, number)
    width = max(len(time_cell(step.time_us)) for step in steps)
    return [
        Text(f"  {time_cell(step.time_us):>{width}}  {step_words(run, number, step)}")
        for step in steps
    ]
