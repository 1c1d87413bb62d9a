"""A comparison as JSON. Times in milliseconds."""

from __future__ import annotations

from typing import Any

from snapviz.report import ms
from snapviz.study.comparison import Comparison, Figures, Trial
from snapviz.study.guide import guide


def comparison_report(comparison: Comparison) -> dict[str, Any]:
    """Everything ``compare --json`` prints.

    ``title``, ``seed``, ``until_ms``, ``save_pause_ms``, ``received_without_snapshots``,
    ``received_a_second_without_snapshots`` (null where ``until_ms`` is 0); ``protocols``: each
    ``protocol``, ``outcome`` (``sound``, ``wrong``, ``incomplete``, ``refused``,
    ``no snapshot``), ``refused`` (why, or null), ``received``, ``received_a_second``,
    ``throughput`` (share of ``received_without_snapshots``, or null), ``assumptions`` (``name``, ``holds`` true, false or
    null, ``why``), ``snapshots`` (``id``, ``status``, ``consistent``, ``sound``, counts of
    ``orphans``, ``missing``, ``extra`` and ``recorded_messages``, ``cost`` as in ``run --json``
    with ``blocking_ms``, ``saving_ms`` and, where parts are gathered, ``gather_messages``); ``guide``: ``cheapest``, ``quickest`` (names or null), ``summary``,
    ``advice`` (``protocol``, ``standing``, ``why``).
    """
    found = guide(comparison)
    return {
        "title": comparison.scenario.title,
        "seed": comparison.scenario.seed,
        "until_ms": ms(comparison.until_us),
        "save_pause_ms": ms(comparison.scenario.save_pause_us),
        "received_without_snapshots": comparison.received_without,
        "received_a_second_without_snapshots": comparison.per_second(comparison.received_without),
        "protocols": [_trial(comparison, trial) for trial in comparison.trials],
        "guide": {
            "cheapest": found.cheapest,
            "quickest": found.quickest,
            "summary": str(found.summary),
            "advice": [
                {"protocol": a.protocol, "standing": a.standing, "why": str(a.why)}
                for a in found.advice
            ],
        },
    }


def _trial(comparison: Comparison, trial: Trial) -> dict[str, Any]:
    return {
        "protocol": trial.protocol,
        "outcome": trial.outcome,
        "refused": trial.refusal or None,
        "received": trial.received,
        "received_a_second": None if trial.refusal else comparison.per_second(trial.received),
        "throughput": comparison.throughput(trial),
        "assumptions": [
            {"name": a.name, "holds": a.holds, "why": str(a.why)} for a in trial.assumptions
        ],
        "snapshots": [_figures(figures) for figures in trial.snapshots],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "id": figures.id,
        "status": figures.status,
        "consistent": figures.consistent,
        "sound": figures.sound,
        "orphans": figures.orphans,
        "missing": figures.missing,
        "extra": figures.extra,
        "recorded_messages": figures.recorded_messages,
        "cost": {
            "control_messages": figures.control_messages,
            "piggyback_bytes": figures.piggyback_bytes,
            "duration_ms": ms(figures.duration_us),
            "blocking_ms": ms(figures.blocking_us),
            "saving_ms": ms(figures.saving_us),
            **_gathered(figures),
        },
    }


def _gathered(figures: Figures) -> dict[str, int]:
    count = figures.gather_messages
    return {} if count is None else {"gather_messages": count}
