"""Recoveries and what they cost, for people on a terminal and as JSON."""

from __future__ import annotations

from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from snapviz.message_report import ms
from snapviz.recovery_report import recovery_report
from snapviz.recovery_story import recovery_story
from snapviz.run import Run
from snapviz.study.recovery_comparison import (
    Combination,
    RecoveryComparison,
    costs_of,
    costs_report,
)
from snapviz.tables import time_cell, time_text

NUMBERS = (
    "undone",
    "others hit",
    "replayed",
    "lost",
    "checkpoints",
    "forced",
    "logged bytes",
    "carried bytes",
    "control",
    "delay ms",
    "received",
)


def recoveries_report(run: Run) -> dict[str, Any]:
    """What ``recover --json`` prints: each recovery as in ``run --json``, with its ``steps``."""
    return {
        "title": run.scenario.title,
        "seed": run.scenario.seed,
        "until_ms": ms(run.until_us),
        "checkpointing": run.scenario.checkpointing.policy,
        "logging": run.scenario.logging.method,
        "recoveries": [
            recovery_report(run, row) | {"steps": [said.text for said in recovery_story(run, row)]}
            for row in run.trace.recoveries
        ],
        "costs": costs_report(costs_of(run)),
    }


def recoveries_table(run: Run) -> Group:
    """Each recovery in sentences, then what all of it cost."""
    scenario = run.scenario
    head = Text(scenario.title or "untitled", style="bold")
    line = Text(
        f"checkpointing {scenario.checkpointing.policy}, logging {scenario.logging.method}; "
        f"seed {scenario.seed}, until {time_text(run.until_us)} ms"
    )
    parts: list[Any] = [head, line]
    for number, row in enumerate(run.trace.recoveries, 1):
        parts += [Text(), Text(f"recovery {number} at {time_text(row.time_us)} ms", style="bold")]
        parts += [Text(f"  {said.text}") for said in recovery_story(run, row)]
    if not run.trace.recoveries:
        parts += [Text(), Text("nothing had to recover")]
    return Group(*parts, Text(), *_cost_lines(run))


def _cost_lines(run: Run) -> list[Text]:
    costs = costs_of(run)
    return [
        Text(
            f"cost: {costs.checkpoints} checkpoints ({costs.forced_checkpoints} forced), "
            f"{costs.logged_bytes} bytes logged, {costs.piggyback_bytes} bytes carried by messages, "
            f"{costs.control_messages} control messages"
        ),
        Text(
            f"waiting: {costs.held_sends} messages waited at their senders, "
            f"{time_text(costs.output_delay_us)} ms in all"
        ),
    ]


def comparison_table(comparison: RecoveryComparison) -> Group:
    """A line for each policy with each method."""
    scenario = comparison.scenario
    head = Text(scenario.title or "untitled", style="bold")
    line = Text(f"seed {scenario.seed}, until {time_text(comparison.until_us)} ms")
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("checkpointing", "logging", *NUMBERS):
        table.add_column(Text(column), justify="right" if column in NUMBERS else "left")
    for one in comparison.combinations:
        table.add_row(*map(Text, _cells(one)))
    return Group(head, line, Text(), table)


def _cells(one: Combination) -> list[str]:
    costs = one.costs
    counts = (
        costs.undone_events,
        one.survivors_undone,
        costs.replayed_messages,
        costs.lost_messages,
        costs.checkpoints,
        costs.forced_checkpoints,
        costs.logged_bytes,
        costs.piggyback_bytes,
        costs.control_messages,
    )
    return [
        one.policy,
        one.method,
        *map(str, counts),
        time_cell(costs.output_delay_us),
        str(one.received),
    ]
