"""What the search for a broken assumption says, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from snapviz.study.breaking import Broken
from snapviz.study.words import Words
from snapviz.ui.wording import filled

CONTEXT = "Blame"
# The sentences of `snapviz.study.blame`, where the translators find them; a test compares.
SENTENCES = (
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 is wrong in this very run, before anything is broken: %2.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "Nothing in this run can be broken in this way: there is no message or process to try.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 survives, here with %2 out of its order; runs tried: %3.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 survives, here without %2; runs tried: %3.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 survives, here with %2 received twice; runs tried: %3.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 never completes: no channel leads to %2 any more, so it is never told.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 never completes: %2 crashed before it had done its part.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 overtook the %2 that was sent before it, so %4 received it before it recorded, but %3 sent it after it had recorded",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 was overtaken by the %2 that was sent after it, so %3 had sent it before it recorded, but %4 no longer listened when it came",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 and the %2 changed places, so %4 took it for in transit though it is not",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 is an orphan, for %3 received it before it recorded, but %2 sent it after it had recorded",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 was in transit from %2 to %3 across the cut, but nobody recorded it",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 was recorded as in transit from %2 to %3, but it was not",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "Rule: a snapshot is complete only when every process has recorded and every message its protocol waits for has come.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "It needs no order of the channels: the layer of causal delivery under it holds a message back until those before it have come.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "It needs no order of the channels: each message carries the colour of its sender, and a process records before it handles a message sent after the cut.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "message of the snapshot",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 goes wrong: %2. Besides this one, so many messages are as guilty: %3.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 goes wrong: %2.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 never completes: %2 was lost, and %3 still waits for %4.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 survives, here with %2 cut off; runs tried: %3.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 survives; runs tried: %2.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "Rule: what is received inside the cut must have been sent inside it.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "Rule: what is sent inside the cut and received outside it belongs to the channel's state.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "Rule: only what is in transit across the cut belongs to a channel's state.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "Rule: what is conserved must be found again in states and channels.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "No message is needed for it: every process records by its own clock.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "It needs no order of the channels: each message carries a vector clock, which tells which states go together.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "It needs no order of the channels: each message carries a stamp, and a process records before it handles a later one.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "It needs no order of the channels: clocks tell when to record, and each message carries whether its sender had.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the message %1 → %2 sent at %3 ms",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the marker",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the barrier",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the token",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the report",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the request",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "a message",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "its clock",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the answer",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the end of it",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "There has to be something to break.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 is not complete in this very run, before anything is broken.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 never completes: %2 cannot take part.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 does not complete: %2 arrived twice.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 never completes: %2 was lost.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "what was recorded does not add up to what there is",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "That is luck: it does depend on this, and the search is bounded.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "That is luck: nothing keeps together what it reads, and the search is bounded.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "What comes a second time is known by its number: it is received again, but changes nothing.",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "the %1 %2 → %3 sent at %4 ms",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 on %2 → %3",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "%1 from %2",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "marker",
    ),
    QT_TRANSLATE_NOOP(
        "Blame",
        "barrier",
    ),
)


def told(sentence: Words) -> str:
    """A sentence of the study, what fills it included, in the language of the window."""
    values = (told(value) if isinstance(value, Words) else value for value in sentence.values)
    return filled(QCoreApplication.translate(CONTEXT, sentence.text), *values)


def chip(broken: Broken) -> tuple[str, str]:
    """Tone and text of what became of the snapshot."""
    translate = QCoreApplication.translate
    return {
        "wrong": ("bad", translate("Blame", "✗ goes wrong")),
        "incomplete": ("bad", translate("Blame", "✗ never complete")),
        "survives": ("good", translate("Blame", "✓ survives")),
        "already": ("bad", translate("Blame", "✗ not right before")),
        "nothing": ("neutral", translate("Blame", "nothing to break")),
    }[broken.outcome]
