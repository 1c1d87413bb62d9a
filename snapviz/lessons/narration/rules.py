"""By which line of its pseudo-code a step of a protocol happens."""

from __future__ import annotations

from snapviz.lessons.narration.happenings import ARRIVES, Happening
from snapviz.lessons.narration.joining import NAME as SPEZIALETTI_KEARNS
from snapviz.lessons.narration.saying import ANSWERS

ALIGNED, LAI_YANG = "barrier-aligned", "lai-yang"
BEGIN, CLOCK, PASS, IGNORE, RED, KEEP = "begin", "clock", "pass", "ignore", "red", "keep"
FIRST, FILE = "first", "file"

_NAMES = {"begins": BEGIN, "clock": CLOCK, "passes": PASS, "ignores": IGNORE}
_LAST = {"report": "all-reports", "answer": "all-answers", "done": "all-done"}


def rule_of(protocol: str, initiator: int | None, step: Happening) -> str:
    """The id of a line."""
    if step.what != ARRIVES:
        return _NAMES.get(step.what, KEEP if step.what == "keeps" else RED)
    if protocol == SPEZIALETTI_KEARNS:
        return _joining(step)
    if step.word in ("marker", "barrier") and step.records:
        return "aligned" if protocol == ALIGNED else FIRST
    if step.word in ANSWERS and step.is_last:
        return _LAST[step.word]
    if step.word == "collect" and not step.records:
        return "home" if step.process == initiator else "collect-red"
    if step.word == "request" and protocol == LAI_YANG and not step.records:
        return "request-red"
    return step.word


def _joining(step: Happening) -> str:
    """Spezialetti-Kearns: whoever recorded for another snapshot files what it has."""
    if step.word == "result" or step.is_filing:
        return FILE
    return FIRST if step.records else step.word
