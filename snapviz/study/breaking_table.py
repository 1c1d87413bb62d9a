"""What became of a snapshot when assumptions were broken, as text for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from snapviz.run import Run
from snapviz.study.blame import rule, verdict
from snapviz.study.breaking import Broken
from snapviz.tables import time_cell

STYLES = {"survives": "green", "wrong": "bold red", "incomplete": "bold red", "already": "yellow"}


def breaking_table(base: Run, number: int, found: Sequence[Broken]) -> Group:
    """A row for each assumption: the outcome, the message that did it, and the rule."""
    snapshot, scenario = base.snapshots[number], base.scenario
    head = Text(scenario.title or "untitled", style="bold")
    line = Text(
        f"{snapshot.id}, {snapshot.protocol}; seed {scenario.seed}, "
        f"until {time_cell(base.until_us)} ms"
    )
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("broken", "outcome", "why"):
        table.add_column(name, overflow="fold")
    for broken in found:
        why = Text(str(verdict(broken)))
        why.append(f"\n{rule(broken)}", style="dim")
        outcome = Text(broken.outcome, style=STYLES.get(broken.outcome, ""))
        table.add_row(Text(broken.assumption), outcome, why)
    return Group(head, line, Text(), table)
