"""What differs between two runs as a table (CSV): a line for each event."""

from __future__ import annotations

import csv
import io
from typing import Any

COLUMNS = ("what", "process", "a_index", "a_ms", "b_index", "b_ms", "event")
SIDES = {"only_a": ("a", "only in A"), "only_b": ("b", "only in B")}


def difference_csv(report: dict[str, Any]) -> str:
    """A report of `run_difference` as CSV; times that there are not, and sides, stay empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for process in report["processes"]:
        name = {"process": process["process"]}
        for part, (side, words) in SIDES.items():
            for event in process[part]:
                place = {f"{side}_index": event["index"], f"{side}_ms": event["time_ms"]}
                writer.writerow({"what": words, **name, **place, "event": event["event"]})
        writer.writerows({"what": "moved", **name, **move} for move in process["moved"])
    return out.getvalue()
