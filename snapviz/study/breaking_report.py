"""What became of a snapshot when assumptions were broken, as JSON. Times in milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from snapviz.report import ms
from snapviz.run import Run
from snapviz.study.blame import rule, verdict
from snapviz.study.breaking import Broken, depends


def breaking_report(base: Run, number: int, found: Sequence[Broken]) -> dict[str, Any]:
    """Everything ``break --json`` prints.

    ``title``, ``seed``, ``until_ms``, ``snapshot``, ``protocol``; ``assumptions``: each
    ``assumption``, ``depends`` (whether theory says that it needs it), ``outcome`` (``wrong``,
    ``incomplete``, ``survives``, ``already``, ``nothing``), ``tried`` (runs), ``why``, ``rule``,
    ``process`` (cut off, or null), ``messages`` (the guilty ones, or the one tampered with:
    ``from``, ``to``, ``control``, ``payload`` or null, ``sent_ms``, ``received_ms`` or null) and
    the ``seed`` of the run that is told of.
    """
    snapshot = base.snapshots[number]
    return {
        "title": base.scenario.title,
        "seed": base.scenario.seed,
        "until_ms": ms(base.until_us),
        "snapshot": snapshot.id,
        "protocol": snapshot.protocol,
        "assumptions": [_broken(broken) for broken in found],
    }


def _broken(broken: Broken) -> dict[str, Any]:
    return {
        "assumption": broken.assumption,
        "depends": depends(broken.snapshot.protocol, broken.assumption),
        "outcome": broken.outcome,
        "tried": broken.tried,
        "why": str(verdict(broken)),
        "rule": str(rule(broken)),
        "process": broken.process,
        "messages": [_message(broken.run, message) for message in broken.messages],
        "seed": broken.scenario.seed,
    }


def _message(run: Run, number: int) -> dict[str, Any]:
    trace = run.trace
    source, target = trace.channel_ends[int(trace.message_channel[number])]
    received = int(trace.message_received[number])
    control = bool(trace.message_control[number])
    return {
        "from": trace.process_ids[source],
        "to": trace.process_ids[target],
        "control": control,
        "payload": None if control else trace.message_payload(number),
        "sent_ms": ms(int(trace.message_sent[number])),
        "received_ms": None if received < 0 else ms(received),
    }
