"""Which message broke a snapshot and why, or why it survived: a sentence, and the rule behind it."""

from __future__ import annotations

import numpy as np

from snapviz.run import Run, Waiting
from snapviz.scenario.kinds import thousandths_text
from snapviz.study.breaking import Broken, depends
from snapviz.study.words import Words, words

MARKING = {
    "chandy-lamport": "marker",
    "spezialetti-kearns": "marker",
    "barrier-aligned": "barrier",
    "barrier-unaligned": "barrier",
}
_OWN = {
    "marker": words("marker"),
    "barrier": words("barrier"),
    "message": words("message of the snapshot"),
}


def verdict(broken: Broken) -> Words:
    """What became of the snapshot, naming the message that did it."""
    return _VERDICTS[broken.outcome](broken)


def rule(broken: Broken) -> Words:
    """By which rule that is so."""
    if broken.outcome == "survives":
        return _why_it_survives(broken)
    if broken.outcome == "nothing":
        return words("There has to be something to break.")
    fault = _fault(broken)
    if broken.outcome == "incomplete" or fault is None:
        return _RULE_OF_LIVENESS
    return _RULES[fault]


def _already(broken: Broken) -> Words:
    if _fault(broken) is None:
        return words("%1 is not complete in this very run, before anything is broken.", _id(broken))
    text = "%1 is wrong in this very run, before anything is broken: %2."
    return words(text, _id(broken), _what_is_wrong(broken))


def _wrong(broken: Broken) -> Words:
    more = len(broken.messages) - 1
    if more > 0:
        text = "%1 goes wrong: %2. Besides this one, so many messages are as guilty: %3."
        return words(text, _id(broken), _what_is_wrong(broken), more)
    return words("%1 goes wrong: %2.", _id(broken), _what_is_wrong(broken))


def _incomplete(broken: Broken) -> Words:
    snapshot, run = broken.snapshot, broken.run
    if broken.process is not None:
        text = _CUT_OFF.get(broken.assumption, "%1 never completes: %2 cannot take part.")
        return words(text, snapshot.id, broken.process)
    named = _named(run, broken.messages[0], broken)
    waits = snapshot.waiting
    if broken.assumption == "duplication":
        return words("%1 does not complete: %2 arrived twice.", snapshot.id, named)
    if not waits:
        return words("%1 never completes: %2 was lost.", snapshot.id, named)
    return words(
        "%1 never completes: %2 was lost, and %3 still waits for %4.",
        snapshot.id,
        named,
        waits[0].process,
        _awaited(waits[0]),
    )


def _survives(broken: Broken) -> Words:
    if broken.messages and broken.assumption in _MEDDLED:
        named = _named(broken.run, broken.messages[0], broken)
        return words(_MEDDLED[broken.assumption], _id(broken), named, broken.tried)
    if broken.process is not None:
        text = "%1 survives, here with %2 cut off; runs tried: %3."
        return words(text, _id(broken), broken.process, broken.tried)
    return words("%1 survives; runs tried: %2.", _id(broken), broken.tried)


def _nothing(broken: Broken) -> Words:
    text = "Nothing in this run can be broken in this way: there is no message or process to try."
    return words(text)


_VERDICTS = {
    "already": _already,
    "wrong": _wrong,
    "incomplete": _incomplete,
    "survives": _survives,
    "nothing": _nothing,
}
_MEDDLED = {
    "fifo": "%1 survives, here with %2 out of its order; runs tried: %3.",
    "loss": "%1 survives, here without %2; runs tried: %3.",
    "duplication": "%1 survives, here with %2 received twice; runs tried: %3.",
}
_CUT_OFF = {
    "unreachable": "%1 never completes: no channel leads to %2 any more, so it is never told.",
    "crash": "%1 never completes: %2 crashed before it had done its part.",
}


def _what_is_wrong(broken: Broken) -> Words:
    fault = _fault(broken)
    if fault == "sum":
        return words("what was recorded does not add up to what there is")
    message, run = broken.messages[0], broken.run
    source, target = _ends(run, message)
    named = _named(run, message, broken)
    passed = _passed(broken, message)
    if passed is not None:
        own = _OWN[MARKING.get(broken.snapshot.protocol, "message")]
        return words(_PASSED[fault], named, own, source, target)
    return words(_FAULTS[fault], named, source, target)


_PASSED = {
    "orphan": "%1 overtook the %2 that was sent before it, so %4 received it before it recorded, "
    "but %3 sent it after it had recorded",
    "missing": "%1 was overtaken by the %2 that was sent after it, so %3 had sent it before it "
    "recorded, but %4 no longer listened when it came",
    "extra": "%1 and the %2 changed places, so %4 took it for in transit though it is not",
}
_FAULTS = {
    "orphan": "%1 is an orphan, for %3 received it before it recorded, "
    "but %2 sent it after it had recorded",
    "missing": "%1 was in transit from %2 to %3 across the cut, but nobody recorded it",
    "extra": "%1 was recorded as in transit from %2 to %3, but it was not",
}
_RULES = {
    "orphan": words("Rule: what is received inside the cut must have been sent inside it."),
    "missing": words(
        "Rule: what is sent inside the cut and received outside it belongs to the channel's state."
    ),
    "extra": words("Rule: only what is in transit across the cut belongs to a channel's state."),
    "sum": words("Rule: what is conserved must be found again in states and channels."),
}
_RULE_OF_LIVENESS = words(
    "Rule: a snapshot is complete only when every process has recorded and every message its "
    "protocol waits for has come."
)


def _fault(broken: Broken) -> str | None:
    """The worst thing the oracle found; None if there is no verdict or nothing against it."""
    verdict_ = broken.snapshot.verdict
    if verdict_ is None or verdict_.sound:
        return None
    for kind, found in (
        ("orphan", verdict_.orphans),
        ("missing", verdict_.missing),
        ("extra", verdict_.extra),
    ):
        if found:
            return kind
    return "sum"


def _passed(broken: Broken, message: int) -> int | None:
    """The control message of the snapshot that changed places with a message of its channel."""
    trace = broken.run.trace
    mine = (trace.message_snapshot == broken.number) & (trace.message_copy_of < 0)
    mine &= ~trace.message_keeps
    mine &= trace.message_channel == trace.message_channel[message]
    here = trace.message_due[message]
    for control in np.flatnonzero(mine).tolist():
        there = trace.message_due[control]
        if (control < message) != (there < here) and there >= 0 and there != here:
            return control
    return None


def _why_it_survives(broken: Broken) -> Words:
    protocol, assumption = broken.snapshot.protocol, broken.assumption
    if protocol == "naive-poll":
        return words(
            "That is luck: nothing keeps together what it reads, and the search is bounded."
        )
    if depends(protocol, assumption):
        return words("That is luck: it does depend on this, and the search is bounded.")
    if assumption == "fifo":
        return _NO_ORDER_NEEDED[protocol]
    if assumption == "duplication":
        return words(
            "What comes a second time is known by its number: it is received again, "
            "but changes nothing."
        )
    return words("No message is needed for it: every process records by its own clock.")


_CAUSAL = words(
    "It needs no order of the channels: the layer of causal delivery under it holds a message "
    "back until those before it have come."
)
_COLOURS = words(
    "It needs no order of the channels: each message carries the colour of its sender, and a "
    "process records before it handles a message sent after the cut."
)
_NO_ORDER_NEEDED = {
    "lai-yang": _COLOURS,
    "mattern": _COLOURS,
    "acharya-badrinath": _CAUSAL,
    "alagar-venkatesan": _CAUSAL,
    "vector-clock": words(
        "It needs no order of the channels: each message carries a vector clock, which tells "
        "which states go together."
    ),
    "hybrid-logical-clock": words(
        "It needs no order of the channels: each message carries a stamp, and a process records "
        "before it handles a later one."
    ),
    "global-clock": words(
        "It needs no order of the channels: clocks tell when to record, and each message "
        "carries whether its sender had."
    ),
}


def _id(broken: Broken) -> str:
    return broken.snapshot.id


def _ends(run: Run, message: int) -> tuple[str, str]:
    ends = run.trace.channel_ends[int(run.trace.message_channel[message])]
    return tuple(run.trace.process_ids[end] for end in ends)


def _named(run: Run, message: int, broken: Broken) -> Words:
    sent = thousandths_text(int(run.trace.message_sent[message]))
    if run.trace.message_control[message]:
        own = _OWN[MARKING.get(broken.snapshot.protocol, "message")]
        return words("the %1 %2 → %3 sent at %4 ms", own, *_ends(run, message), sent)
    return words("the message %1 → %2 sent at %3 ms", *_ends(run, message), sent)


def _awaited(waiting: Waiting) -> Words:
    what = _AWAITED.get(waiting.what, _OWN["message"])
    if waiting.channel is not None:
        return words("%1 on %2 → %3", what, *waiting.channel)
    return words("%1 from %2", what, waiting.sender) if waiting.sender else what


_AWAITED = {
    "marker": words("the marker"),
    "barrier": words("the barrier"),
    "token": words("the token"),
    "report": words("the report"),
    "request": words("the request"),
    "message": words("a message"),
    "clock": words("its clock"),
    "done": words("the answer"),
    "terminate": words("the end of it"),
}
