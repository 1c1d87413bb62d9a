"""What the study room says, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS
from snapviz.study.comparison import Trial
from snapviz.study.words import Words
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import protocol_name

# Every sentence of `snapviz.study` and every name of an assumption; a test sees to it.
SENTENCES = (
    QT_TRANSLATE_NOOP("Study", "right this time, but it assumes %1: %2"),
    QT_TRANSLATE_NOOP("Study", "right, and all it assumes holds here"),
    QT_TRANSLATE_NOOP("Study", "does not run here: %1"),
    QT_TRANSLATE_NOOP("Study", "right"),
    QT_TRANSLATE_NOOP("Study", "recorded a wrong state"),
    QT_TRANSLATE_NOOP("Study", "recorded a wrong state: it assumes %1, but %2"),
    QT_TRANSLATE_NOOP("Study", "does not finish before the end"),
    QT_TRANSLATE_NOOP("Study", "does not finish before the end: it assumes %1, but %2"),
    QT_TRANSLATE_NOOP("Study", "the script asks for no snapshot"),
    QT_TRANSLATE_NOOP("Study", "the script asks for no snapshot: it assumes %1, but %2"),
    QT_TRANSLATE_NOOP("Study", "does not run here"),
    QT_TRANSLATE_NOOP("Study", "none of these is sure to be right here"),
    QT_TRANSLATE_NOOP(
        "Study",
        "take %1: of those that were right here and whose assumptions hold, fewest control "
        "messages (%2), and quickest (%3 ms)",
    ),
    QT_TRANSLATE_NOOP(
        "Study",
        "take %1: of those that were right here and whose assumptions hold, fewest control "
        "messages (%2); %3 is quickest (%4 ms)",
    ),
    QT_TRANSLATE_NOOP("Study", "nothing here can tell"),
    QT_TRANSLATE_NOOP("Study", "only a run can tell"),
    QT_TRANSLATE_NOOP("Study", "%1 → %2 need not keep the order of its messages"),
    QT_TRANSLATE_NOOP("Study", "every channel keeps the order of its messages"),
    QT_TRANSLATE_NOOP("Study", "%1 → %2 may lose messages"),
    QT_TRANSLATE_NOOP("Study", "a partition cuts channels"),
    QT_TRANSLATE_NOOP("Study", "no channel loses messages"),
    QT_TRANSLATE_NOOP("Study", "no channels lead from %1 to %2"),
    QT_TRANSLATE_NOOP("Study", "every process can be reached from the initiators"),
    QT_TRANSLATE_NOOP("Study", "every process can be reached from every other"),
    QT_TRANSLATE_NOOP("Study", "%1 → %2 has no channel back"),
    QT_TRANSLATE_NOOP("Study", "every channel has one back"),
    QT_TRANSLATE_NOOP("Study", "channels lead from %1 back to it"),
    QT_TRANSLATE_NOOP("Study", "no channels lead back to where they came from"),
    QT_TRANSLATE_NOOP("Study", "%1 crashes"),
    QT_TRANSLATE_NOOP("Study", "no process crashes"),
    QT_TRANSLATE_NOOP("Study", "no message of this run was overtaken by a causally later one"),
    QT_TRANSLATE_NOOP("Study", "a message %1 → %2 was overtaken by a causally later one"),
    QT_TRANSLATE_NOOP("Study", "clocks are %1 ms apart at most, no message is faster"),
    QT_TRANSLATE_NOOP("Study", "clocks are up to %1 ms apart, a message takes %2 ms"),
    QT_TRANSLATE_NOOP("Study", "a message %1 → %2 is under way meanwhile"),
    QT_TRANSLATE_NOOP("Study", "nothing is under way while it is taken"),
    QT_TRANSLATE_NOOP("Study", "Every part is on %1 other processes"),
    QT_TRANSLATE_NOOP("Study", "%1 is refused: ballot %2 has been promised"),
    QT_TRANSLATE_NOOP("Study", "%1 votes no: what it recorded does not stand any more"),
    QT_TRANSLATE_NOOP(
        "Study", "%1 promises ballot %2 and tells that it has accepted %3 in ballot %4"
    ),
    QT_TRANSLATE_NOOP(
        "Study",
        "%1 has the promises of a majority; it is bound to %2, accepted in "
        "ballot %4, and asks all to accept it in ballot %3",
    ),
    QT_TRANSLATE_NOOP("Study", "%1 hears of term %2 and leads no longer"),
    QT_TRANSLATE_NOOP("Study", "%1 decides: %2 is aborted"),
    QT_TRANSLATE_NOOP("Study", "%1 has the yes of all: %2 is committed"),
    QT_TRANSLATE_NOOP("Study", "%1 learns that %2 is aborted"),
    QT_TRANSLATE_NOOP("Study", "The run ends before these know of it: %1"),
    QT_TRANSLATE_NOOP("Study", "%1 begins %2"),
    QT_TRANSLATE_NOOP("Study", "Every process has recorded: %1 is complete"),
    QT_TRANSLATE_NOOP("Study", "%1 has the part of %2"),
    QT_TRANSLATE_NOOP("Study", "%1 has all parts of %2; their digest is %3"),
    QT_TRANSLATE_NOOP("Study", "%1 has all parts of %2"),
    QT_TRANSLATE_NOOP("Study", "%1 stores a copy of the part of %2"),
    QT_TRANSLATE_NOOP("Study", "Every part is on one other process"),
    QT_TRANSLATE_NOOP("Study", "%1 asks all others to prepare"),
    QT_TRANSLATE_NOOP("Study", "%1 has waited long enough for votes"),
    QT_TRANSLATE_NOOP("Study", "%1 proposes with ballot %2 and asks all to promise"),
    QT_TRANSLATE_NOOP("Study", "%1 accepts %2 in ballot %3"),
    QT_TRANSLATE_NOOP("Study", "%1 votes for %2 in term %3"),
    QT_TRANSLATE_NOOP(
        "Study", "%1 writes yes to its log and votes; it may no longer decide by itself"
    ),
    QT_TRANSLATE_NOOP("Study", "%1 promises ballot %2 and will accept none below it"),
    QT_TRANSLATE_NOOP(
        "Study", "%1 has the promises of a majority and asks all to accept %2 in ballot %3"
    ),
    QT_TRANSLATE_NOOP("Study", "%1 stands for election in term %2 and votes for itself"),
    QT_TRANSLATE_NOOP("Study", "%1 has the votes of a majority: it leads in term %2"),
    QT_TRANSLATE_NOOP("Study", "%1 has the log of the leader up to place %2"),
    QT_TRANSLATE_NOOP("Study", "%1 decides: as votes are missing, %2 is aborted"),
    QT_TRANSLATE_NOOP("Study", "%1 is back without a decision on its log, so %2 is aborted"),
    QT_TRANSLATE_NOOP("Study", "%1 decides: as %3 voted no, %2 is aborted"),
    QT_TRANSLATE_NOOP("Study", "%1 knows that a majority has accepted: %2 is chosen"),
    QT_TRANSLATE_NOOP("Study", "%1 knows that a majority has the entry: %2 is committed"),
    QT_TRANSLATE_NOOP("Study", "%1 learns that %2 is committed"),
    QT_TRANSLATE_NOOP("Study", "%1 crashes"),
    QT_TRANSLATE_NOOP("Study", "%1 is back, with what is on its stable storage"),
    QT_TRANSLATE_NOOP(
        "Study", "%1 is back, but its stable storage is gone: no vote and no promise of it is left"
    ),
    QT_TRANSLATE_NOOP("Study", "The network parts: %1"),
    QT_TRANSLATE_NOOP("Study", "The network is whole again"),
    QT_TRANSLATE_NOOP("Study", "The run ends before anything is decided"),
    QT_TRANSLATE_NOOP("Study", "%1 begins: every process records by its own clock"),
    QT_TRANSLATE_NOOP("Study", "%1 crashes; those who have voted cannot go on: %2"),
    QT_TRANSLATE_NOOP("Study", "%1 waits for a part from %2, on another side, since %3 ms"),
    QT_TRANSLATE_NOOP("Study", "%1 waits for a vote from %2, on another side, since %3 ms"),
    QT_TRANSLATE_NOOP("Study", "%1 waits for the decision from %2, on another side, since %3 ms"),
)
ASSUMPTION_NAMES = {
    "fifo": QT_TRANSLATE_NOOP("Study", "FIFO channels"),
    "reliable": QT_TRANSLATE_NOOP("Study", "channels that lose nothing"),
    "reachable": QT_TRANSLATE_NOOP("Study", "that everybody can be reached"),
    "strongly-connected": QT_TRANSLATE_NOOP("Study", "that everybody can reach everybody"),
    "bidirectional": QT_TRANSLATE_NOOP("Study", "channels both ways"),
    "acyclic": QT_TRANSLATE_NOOP("Study", "no cycle of channels"),
    "no-crash": QT_TRANSLATE_NOOP("Study", "that nobody crashes"),
    "causal-delivery": QT_TRANSLATE_NOOP("Study", "causal delivery"),
    "bounded-skew": QT_TRANSLATE_NOOP("Study", "clocks closer than the fastest message"),
    "quiet": QT_TRANSLATE_NOOP("Study", "a quiet system"),
}


def translated(text: str) -> str:
    return QCoreApplication.translate("Study", text)


def told(words: Words) -> str:
    """A sentence of the study room with its values."""
    return filled(translated(words.text), *map(_value, words.values))


def _value(value: object) -> str:
    if isinstance(value, Words):
        return told(value)
    if value in SNAPSHOT_PROTOCOLS:
        return protocol_name(str(value))
    if value in ASSUMPTION_NAMES:
        return translated(ASSUMPTION_NAMES[str(value)])
    return f"{value:g}" if isinstance(value, float) else str(value)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def verdict_text(trial: Trial) -> str:
    """What became of the snapshots of a trial, in a few words."""
    translate = QCoreApplication.translate
    if trial.outcome == "refused":
        return translate("Study", "does not run here")
    if trial.outcome == "no snapshot":
        return translate("Study", "no snapshot")
    parts = [] if trial.outcome != "sound" else [translate("Study", "consistent")]
    for figure, text in (
        ("orphans", translate("Study", "orphans: %1")),
        ("missing", translate("Study", "missing: %1")),
        ("extra", translate("Study", "too much: %1")),
    ):
        if count := trial.total(figure):
            parts.append(filled(text, count))
    unfinished = [figures for figures in trial.snapshots if figures.sound is None]
    failed = sum(figures.status in ("failed", "aborted") for figures in unfinished)
    if failed:
        parts.append(filled(translate("Study", "failed: %1"), failed))
    if len(unfinished) > failed:
        parts.append(filled(translate("Study", "not complete: %1"), len(unfinished) - failed))
    return DOT.join(parts) or translate("Study", "sum not conserved")
