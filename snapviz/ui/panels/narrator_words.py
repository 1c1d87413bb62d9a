"""The sentences of the narrator in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from snapviz.lessons.narration.story import (
    DELIVERY,
    GARBAGE,
    KEEPING,
    RECOVERY,
    REPEATED,
    SCRIPTED,
    SETTING,
    Story,
    method_of,
)
from snapviz.protocols.registry import CHECKPOINTING, LOGGING
from snapviz.run import Run
from snapviz.study.words import Words
from snapviz.ui.panels.narrator_more_words import TOLD
from snapviz.ui.panels.narrator_run_words import LOGGED
from snapviz.ui.studies.sentences import capital, told
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import fault_tolerance_word, protocol_name

# Every sentence of `snapviz.lessons.narration`; a test sees to it.
CAPTURED = (
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the marker of %3 on %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the barrier of %3 on %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the request of %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the report of %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 learns from %2 how many white messages to expect"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the token in its first round"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the token in its second round"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is asked by %2 to get ready"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the answer of %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 learns T from %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 learns the line from %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the token of %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets Done from %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets Terminate from %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 learns the border of another region from %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 learns from %2 whose regions make up the cut"),
    QT_TRANSLATE_NOOP("Narrator", "it sends the marker on %1"),
    QT_TRANSLATE_NOOP("Narrator", "it sends the barrier on %1"),
    QT_TRANSLATE_NOOP("Narrator", "it sends the request to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it reports to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it tells %1 how many white messages to expect"),
    QT_TRANSLATE_NOOP("Narrator", "it passes the token on to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it passes the token on to %1, for the second round"),
    QT_TRANSLATE_NOOP("Narrator", "it asks %1 to get ready"),
    QT_TRANSLATE_NOOP("Narrator", "it answers %1"),
    QT_TRANSLATE_NOOP("Narrator", "it tells T to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it tells the line to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it sends the token to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it answers Done to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it sends Terminate to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it tells its border to %1"),
    QT_TRANSLATE_NOOP("Narrator", "it tells %1 whose regions make up the cut"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 is agreed on: everybody records when the own clock reads %2 ms"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 receives %2 on %3, sent inside the cut"),
    QT_TRANSLATE_NOOP("Narrator", "it takes the state it had at %1 ms (%2)"),
    QT_TRANSLATE_NOOP("Narrator", "The clock of %1 reads the agreed time"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets a message for %2"),
    QT_TRANSLATE_NOOP(
        "Narrator", "%1 gets a control message on %2 that is of no use any more; it ignores it"
    ),
    QT_TRANSLATE_NOOP("Narrator", "%1 begins %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is agreed on: everybody records by the own clock"),
    QT_TRANSLATE_NOOP("Narrator", "%1, still white, is about to receive the red message %2 on %3"),
    QT_TRANSLATE_NOOP("Narrator", "%1, already red, receives the white message %2 on %3"),
    QT_TRANSLATE_NOOP("Narrator", "%1 receives %2 on %3, which it still records"),
    QT_TRANSLATE_NOOP("Narrator", "%1 gets the first marker of %3, on %2"),
    QT_TRANSLATE_NOOP("Narrator", "it records its state (%1)"),
    QT_TRANSLATE_NOOP("Narrator", "%1 is complete"),
    QT_TRANSLATE_NOOP("Narrator", "%1; %2"),
    QT_TRANSLATE_NOOP("Narrator", "%1: %2"),
    QT_TRANSLATE_NOOP("Narrator", "it keeps it for the state of %1"),
    QT_TRANSLATE_NOOP("Narrator", "it takes %1 as empty"),
    QT_TRANSLATE_NOOP("Narrator", "the state of %1 is %2"),
    QT_TRANSLATE_NOOP("Narrator", "it puts %1 into the state of %2"),
    QT_TRANSLATE_NOOP("Narrator", "it blocks %1"),
    QT_TRANSLATE_NOOP("Narrator", "it passes it on, on %1"),
)
SENTENCES = frozenset((*CAPTURED, *LOGGED, *TOLD))

TITLES = {
    KEEPING: QT_TRANSLATE_NOOP("Narrator", "Gathering and copies"),
    REPEATED: QT_TRANSLATE_NOOP("Narrator", "Repeated snapshots"),
    SCRIPTED: QT_TRANSLATE_NOOP("Narrator", "Checkpoints by the script"),
    GARBAGE: QT_TRANSLATE_NOOP("Narrator", "Garbage collection"),
    RECOVERY: QT_TRANSLATE_NOOP("Narrator", "Crashes and recovery"),
    DELIVERY: QT_TRANSLATE_NOOP("Narrator", "Causal delivery"),
    SETTING: QT_TRANSLATE_NOOP("Narrator", "Clocks set by the script"),
}
"""What is told that has no name of its own."""


def story_name(run: Run, story: Story) -> str:
    """``S1 · Chandy–Lamport``, ``Checkpoints · Koo–Toueg``, ``NTP``."""
    number, name = story[0], method_of(run, story)
    if name in TITLES:
        title = QCoreApplication.translate("Narrator", TITLES[name])
    elif name in CHECKPOINTING:
        kind = QCoreApplication.translate("Narrator", "Checkpoints")
        title = f"{kind}{DOT}{fault_tolerance_word(name)}"
    elif name in LOGGING:
        kind = QCoreApplication.translate("Narrator", "Message log")
        title = f"{kind}{DOT}{fault_tolerance_word(name)}"
    else:
        title = protocol_name(name)
    return title if number < 0 else f"{run.trace.snapshots[number].id}{DOT}{title}"


def narrated(said: Words) -> str:
    """A sentence; what is said of agreements is known already."""
    return capital(_filled(said))


def _filled(said: Words) -> str:
    if said.text not in SENTENCES:
        return told(said)
    values = [_filled(value) if isinstance(value, Words) else value for value in said.values]
    return filled(QCoreApplication.translate("Narrator", said.text), *values)
