"""What the messages of an agreement say, and what it came to, in two or three words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from snapviz.engine.trace import COMMITTED, Routed
from snapviz.study.decision_story import PAXOS, RAFT, TWO_PHASE
from snapviz.study.decision_words import ballot_text
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.wording import filled

translate = QCoreApplication.translate


def said_text(payload: Routed) -> str:
    """``promise, ballot 2.2``, ``vote: yes``; the protocol's own word for what is not known."""
    say = _SPEAKERS.get(payload.protocol)
    word = payload.body[0] if payload.body else ""
    return (say(*payload.body) if say is not None else "") or str(word)


def _two_phase(kind: str, *rest: Any) -> str:
    if kind == "prepare":
        return translate("Words", "asks to prepare")
    if kind == "vote":
        return translate("Words", "vote: yes") if rest[0] else translate("Words", "vote: no")
    if kind == "decide":
        committed = translate("Words", "decision: committed")
        return committed if rest[0] == COMMITTED else translate("Words", "decision: aborted")
    return translate("Words", "acknowledgement")


def _paxos(kind: str, *rest: Any) -> str:
    texts = {
        "prepare": translate("Words", "prepare, ballot %1"),
        "promise": translate("Words", "promise, ballot %1"),
        "accept": translate("Words", "accept, ballot %1"),
        "accepted": translate("Words", "accepted, ballot %1"),
        "refused": translate("Words", "refused, ballot %1"),
    }
    if kind in texts:
        return filled(texts[kind], ballot_text(rest[0]))
    return translate("Words", "decision") if rest else translate("Words", "acknowledgement")


def _raft(kind: str, *rest: Any) -> str:
    if kind == "request":
        return translate("Words", "asks the leader to add it")
    texts = {
        "vote": translate("Words", "asks for a vote, term %1"),
        "append": translate("Words", "entries, term %1"),
        "appended": translate("Words", "acknowledgement, term %1"),
        "voted": translate("Words", "vote, term %1"),
    }
    text = texts.get(kind, "")
    if kind == "voted" and not rest[1]:
        text = translate("Words", "no vote, term %1")
    if kind == "append" and not rest[2]:
        text = translate("Words", "nothing new, term %1")
    return filled(text, rest[0]) if text else ""


_SPEAKERS: dict[str, Callable[..., str]] = {
    TWO_PHASE: _two_phase,
    PAXOS: _paxos,
    RAFT: _raft,
}


def is_committed(moment: SnapshotMoment) -> bool:
    """Whether one of those who agree on a snapshot has let it count."""
    return bool(moment.decisions) and moment.decisions[0].outcome == COMMITTED


def outcome_words(moment: SnapshotMoment) -> list[str]:
    """What has become of a snapshot that is agreed on; nothing of one that is not."""
    if moment.snapshot.commit is None:
        return []
    if not moment.decisions:
        return [translate("Words", "not decided")]
    done = is_committed(moment)
    return [translate("Words", "committed") if done else translate("Words", "aborted")]
