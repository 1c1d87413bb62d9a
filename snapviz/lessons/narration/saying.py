"""What the control messages of the protocols say, and what makes a process say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from snapviz.engine.trace import Control

ANSWERS = ("report", "answer", "done")
FILING = ("line", "cut", "result")
"""Who hears one of these records what it had saved before."""
_BARRIERS = ("barrier-aligned", "barrier-unaligned")
_ORDERED = ("acharya-badrinath", "alagar-venkatesan")


def word_of(protocol: str, payload: Any) -> str:
    """``marker``, ``report`` ...: the kind of a control message that captures."""
    if type(payload) is Control:
        return "barrier" if protocol in _BARRIERS else "marker"
    body = payload.body
    if isinstance(body, dict):
        return "report"
    if isinstance(body, str):
        return body
    return body[1] if protocol in _ORDERED else body[0]


def _records(step) -> bool:
    return bool(step.records)


def _begins(step) -> bool:
    return step.what == "begins"


def _hears(*words: str) -> Callable:
    return lambda step: step.word in words or _begins(step)


SENT_BY: dict[str, Callable] = {
    "marker": _records,
    "barrier": _records,
    "request": _begins,
    "ready": _begins,
    "token": _begins,
    "report": lambda step: _records(step) or step.word in ("request", "token", "marker", "report"),
    "expect": _hears("report"),
    "collect": _hears("collect"),
    "await": lambda step: step.word in ("collect", "await") or step.what == "keeps",
    "answer": _hears("request", "ready"),
    "line": _hears("answer"),
    "cut": _hears("answer"),
    "done": _hears("token"),
    "terminate": _hears("done"),
    "border": _hears("marker", "report", "border"),
    "result": _hears("marker", "report", "border", "result"),
}
"""By what is said, whether a step can be what made a process say it."""
