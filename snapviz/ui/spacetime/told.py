"""What the pointer is on of an agreement: a role, a decision, a parting of the network."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.facts import facts
from snapviz.diagram.figures import milliseconds
from snapviz.diagram.roles import (
    ACCEPTED,
    ASKS,
    BLOCKED,
    CANDIDATE,
    FOLLOWER,
    LEADER,
    PREPARED,
    PROMISED,
    PROPOSES,
    Stretch,
)
from snapviz.diagram.view import View
from snapviz.engine.trace import COMMITTED
from snapviz.study.decision_words import sides_text
from snapviz.ui.wording import filled
from snapviz.ui.words import protocol_name

translate = QCoreApplication.translate


def _role(run, number: int, view: View) -> str:
    """What the part of a process means, and for how long it has it."""
    stretch = facts(run).roles[number]
    return f"{_meaning(run, stretch)}\n{_times(stretch.from_us, stretch.to_us, view)}"


def _times(from_us: int, to_us: int, view: View) -> str:
    """From when to when; an end that a hidden future hides is not told."""
    if view.future == "hidden" and view.time_us is not None and view.time_us < to_us:
        return filled(translate("SpaceTimeView", "since %1 ms"), milliseconds(from_us))
    text = translate("SpaceTimeView", "%1 – %2 ms")
    return filled(text, milliseconds(from_us), milliseconds(to_us))


def _meaning(run, stretch: Stretch) -> str:
    texts = {
        LEADER: translate("SpaceTimeView", "%1 leads in term %2"),
        CANDIDATE: translate("SpaceTimeView", "%1 stands for election in term %2"),
        FOLLOWER: translate("SpaceTimeView", "%1 follows in term %2"),
        PROPOSES: translate("SpaceTimeView", "%1 asks all to accept its value in ballot %2"),
        PROMISED: translate("SpaceTimeView", "%1 accepts nothing below ballot %2"),
        ACCEPTED: translate("SpaceTimeView", "%1 has accepted a value in ballot %2"),
        PREPARED: translate("SpaceTimeView", "%1 has voted yes and may no longer decide by itself"),
        BLOCKED: translate(
            "SpaceTimeView",
            "%1 has voted yes and waits for the decision, since %3 went out of reach",
        ),
        ASKS: translate("SpaceTimeView", "%1 asks all to promise ballot %2"),
    }
    text = texts[stretch.kind]
    if stretch.kind == ASKS and not stretch.number:
        text = translate("SpaceTimeView", "%1 asks all others to prepare")
    ids, rows = run.trace.process_ids, run.trace.snapshots
    about = rows[stretch.snapshot] if stretch.snapshot >= 0 else None
    coordinator = ids[about.collector] if about is not None else ""
    told = filled(text, ids[stretch.process], stretch.number, coordinator)
    return told if about is None else f"{about.id}: {told}"


def _decision(run, number: int, view: View) -> str:
    """Who decides or learns what, and how."""
    trace = run.trace
    decision = trace.decisions[number]
    snapshot = trace.snapshots[decision.snapshot]
    is_first = facts(run).first_decisions[decision.snapshot] == number
    if decision.outcome == COMMITTED:
        decides = translate("SpaceTimeView", "%1 decides: %2 is committed")
        learns = translate("SpaceTimeView", "%1 learns that %2 is committed")
    else:
        decides = translate("SpaceTimeView", "%1 decides: %2 is aborted")
        learns = translate("SpaceTimeView", "%1 learns that %2 is aborted")
    name = trace.process_ids[decision.process]
    told = filled(decides if is_first else learns, name, snapshot.id)
    when = translate("SpaceTimeView", "{time} ms").format(time=milliseconds(decision.time_us))
    return f"{told}\n{protocol_name(snapshot.commit)}, {when}"


def _parting(run, number: int, view: View) -> str:
    """Who cannot reach whom, and from when to when."""
    parting = facts(run).partings[number]
    sides = sides_text(run.trace.process_ids, parting.sides)
    told = filled(translate("SpaceTimeView", "the network is parted: %1"), sides)
    return f"{told}\n{_times(parting.from_us, parting.to_us, view)}"


TOLD = {"role": _role, "decision": _decision, "parting": _parting}
