"""Which crashes snapshots survive, as JSON and as a table."""

from __future__ import annotations

from typing import Any

from rich.console import Group
from rich.text import Text

from snapviz.engine.application import conserved_quantity
from snapviz.report import keeping_report
from snapviz.run import Run, Snapshot
from snapviz.scenario.kinds import thousandths_text
from snapviz.study.restoring import restored
from snapviz.study.survival import Crashed, group_survivals, survivals
from snapviz.tables import state_text

MOST_NAMED = 12
"""How many sets of processes a table names; the JSON has them all."""


def survival_report(run: Run, crashes: int | None = None) -> dict[str, Any]:
    """For each kept snapshot every set of crashes, and the run that goes on from what is left.

    ``crashes``: the largest set; by default one more than there are copies.
    """
    kept = [snapshot for snapshot in run.snapshots if snapshot.storage is not None]
    return {"snapshots": [_of_snapshot(run, snapshot, crashes) for snapshot in kept]}


def _of_snapshot(run: Run, snapshot: Snapshot, crashes: int | None) -> dict[str, Any]:
    asked = run.trace.snapshots[snapshot.number].copies
    found = survivals(run, snapshot, asked + 1 if crashes is None else crashes)
    return {
        "id": snapshot.id,
        "status": snapshot.status,
        **keeping_report(snapshot),
        "crashes": [_crashed(one) for one in found],
        **_groups(run, snapshot),
        "restored": _restored(run, snapshot),
    }


def _groups(run: Run, snapshot: Snapshot) -> dict[str, Any]:
    found = group_survivals(run, snapshot)
    return {"groups": [{"groups": list(o.groups), **_crashed(o)} for o in found]} if found else {}


def _crashed(one: Crashed) -> dict[str, Any]:
    return {
        "crashed": list(one.processes),
        "survives": one.survives,
        "lost": list(one.lost),
    }


def _restored(run: Run, snapshot: Snapshot) -> dict[str, Any] | None:
    """What becomes of the system when it goes on from what is left at the run's end."""
    again = restored(run, snapshot)
    if again is None:
        return None
    states = again.states_at(again.trace.row_count)
    field = conserved_quantity(run.scenario)
    held = None
    if field is not None:
        holding = again.quantities[field]
        held = sum(state[holding] for state in again.initial_states)
    return {
        "duration_ms": again.until_us / 1000,
        "events": again.computation.event_count,
        "sum": held,
        "states": dict(zip(again.trace.process_ids, states, strict=True)),
    }


def survival_table(run: Run, report: dict[str, Any]) -> Group:
    """A paragraph for each snapshot: by how many crash at once, and which sets are fatal."""
    if not report["snapshots"]:
        return Group(Text("no snapshot of this run is kept: give one copies, or a commit"))
    lines: list[Text] = []
    for place, snapshot in enumerate(report["snapshots"]):
        lines += [Text()] * (place > 0) + _snapshot_lines(snapshot)
    return Group(*lines)


def _snapshot_lines(snapshot: dict[str, Any]) -> list[Text]:
    can = "restorable" if snapshot["storage"]["restorable"] else "not restorable"
    lines = [Text(f"{snapshot['id']}: {snapshot['status']}, {can} at the end", style="bold")]
    sizes = sorted({len(one["crashed"]) for one in snapshot["crashes"]})
    lines += [_size_line(snapshot["crashes"], size) for size in sizes]
    fatal = [one for one in snapshot["crashes"] if not one["survives"]]
    lines += [_fatal_line(one) for one in fatal[:MOST_NAMED]]
    if len(fatal) > MOST_NAMED:
        lines.append(Text(f"  and {len(fatal) - MOST_NAMED} more; --json has them all"))
    lines += _group_lines(snapshot.get("groups", []))
    return [*lines, *_restored_lines(snapshot["restored"])]


def _group_lines(groups: list[dict[str, Any]]) -> list[Text]:
    """Each failure group by itself; of pairs only how many."""
    alone = [_group_line(one) for one in groups if len(one["groups"]) == 1]
    pairs = [one["survives"] for one in groups if len(one["groups"]) == 2]
    if pairs:
        style = "green" if all(pairs) else "red"
        words = f"  2 groups down: survives {sum(pairs)} of {len(pairs)}"
        alone.append(Text(words, style=style))
    return alone


def _group_line(one: dict[str, Any]) -> Text:
    (group,), crashed = one["groups"], ", ".join(one["crashed"])
    if one["survives"]:
        return Text(f"  {group} down ({crashed}): survives", style="green")
    lost = ", ".join(one["lost"])
    return Text(f"  {group} down ({crashed}): gone is what {lost} recorded", style="red")


def _size_line(crashes: list[dict[str, Any]], size: int) -> Text:
    same = [one["survives"] for one in crashes if len(one["crashed"]) == size]
    style = "green" if all(same) else "red"
    return Text(f"  {size} down: survives {sum(same)} of {len(same)}", style=style)


def _fatal_line(one: dict[str, Any]) -> Text:
    crashed, lost = ", ".join(one["crashed"]) or "nobody", ", ".join(one["lost"])
    return Text(f"  {crashed} down: gone with them is what {lost} recorded", style="red")


def _restored_lines(restored: dict[str, Any] | None) -> list[Text]:
    if restored is None:
        return []
    states = "; ".join(f"{name} {state_text(state)}" for name, state in restored["states"].items())
    return [
        Text(
            f"  restored, it goes on for {thousandths_text(round(1000 * restored['duration_ms']))} "
            f"ms with {restored['events']} events: {states}"
        )
    ]
