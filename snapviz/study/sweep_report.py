"""A sweep as JSON and as CSV. Times in milliseconds, probabilities as shares."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from snapviz.report import ms
from snapviz.study.sweep import Point, Sweep
from snapviz.study.variation import plain
from snapviz.study.wilson import CONFIDENCE, Rate

MEASURES = ("inconsistent", "wrong", "incomplete")


def sweep_report(sweep: Sweep) -> dict[str, Any]:
    """Everything ``sweep --json`` prints.

    ``title``, ``vary``, ``unit``, ``first_seed``, ``seeds``, ``until_ms``, ``confidence``;
    ``points``: each ``protocol``, ``value``, ``runs``, the measures ``inconsistent``, ``wrong``,
    ``incomplete`` (each ``hits``, ``of``, ``p`` (null of none), ``low``, ``high``),
    ``mean_duration_ms``, ``mean_control_messages``, ``mean_received`` (null of none), and
    ``refused`` (why the protocol does not run here) only where it refuses. Where saving takes
    time also ``save_pause_ms``, and of each point ``throughput``, the share of the messages
    that are received with no snapshot (null of none).
    """
    return {
        "title": sweep.title,
        "vary": sweep.variation.name,
        "unit": sweep.variation.unit,
        "first_seed": sweep.first_seed,
        "seeds": sweep.seeds,
        "until_ms": ms(sweep.until_us),
        "confidence": CONFIDENCE,
        **({"save_pause_ms": ms(sweep.save_pause_us)} if sweep.save_pause_us else {}),
        "points": [_point(point, bool(sweep.save_pause_us)) for point in sweep.points],
    }


def _point(point: Point, has_price: bool) -> dict[str, Any]:
    value = point.value
    told = {
        "protocol": point.protocol,
        "value": int(value) if value == value.to_integral_value() else float(value),
        "runs": point.runs,
        **{measure: _rate(getattr(point, measure)) for measure in MEASURES},
        "mean_duration_ms": ms(point.duration_us),
        "mean_control_messages": point.control_messages,
        "mean_received": point.received,
    }
    price = {"throughput": point.throughput} if has_price else {}
    return told | price | ({"refused": point.refusal} if point.refusal else {})


def _rate(rate: Rate) -> dict[str, Any]:
    return {
        "hits": rate.hits,
        "of": rate.of,
        "p": rate.value,
        "low": rate.low,
        "high": rate.high,
    }


def sweep_csv(sweep: Sweep) -> str:
    """One line a point under a heading; what there is nothing of is empty. Lines end in LF."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    rates = [f"{measure}_{part}" for measure in MEASURES for part in ("hits", "of", *_SHARES)]
    means = ["mean_duration_ms", "mean_control_messages", "mean_received"]
    price = ["throughput"] if sweep.save_pause_us else []
    writer.writerow(["protocol", sweep.variation.name, "runs", *rates, *means, *price, "refused"])
    for point in sweep.points:
        counted = [_cells(getattr(point, measure)) for measure in MEASURES]
        found = (ms(point.duration_us), point.control_messages, point.received)
        writer.writerow(
            [
                point.protocol,
                plain(point.value),
                point.runs,
                *(cell for cells in counted for cell in cells),
                *map(_decimal, found),
                *(_decimal(getattr(point, name)) for name in price),
                point.refusal,
            ]
        )
    return text.getvalue()


_SHARES = ("p", "low", "high")


def _cells(rate: Rate) -> list[object]:
    return [rate.hits, rate.of, *(_decimal(getattr(rate, n)) for n in ("value", "low", "high"))]


def _decimal(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")
