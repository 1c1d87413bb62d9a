"""Find the mutated algorithm: what a program with one rule of Chandy-Lamport wrong recorded.

What each program records follows from the run's own markers, by the rules alone; that it is wrong
says the oracle, which knows no rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from snapviz.causality.verdict import judge
from snapviz.diagram.figures import payload_text, state_text
from snapviz.engine.trace import RowKind
from snapviz.lessons.questions.markers import PROTOCOL, Arrival, marker_arrivals
from snapviz.lessons.questions.question import (
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    message_words,
    snapshot_of,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run, Snapshot

KIND = "mistake"
ABOUT = ("snapshot", "mistake")


class Heard(NamedTuple):
    """What one process heard of a snapshot: when it should record, and its first markers.

    ``record``: a trace row; ``markers``: by sender the row of the marker, in the order they came.
    """

    record: int
    markers: dict[int, int]

    @property
    def last(self) -> int:
        return max(self.markers.values(), default=self.record)


Rule = Callable[[Heard], tuple[int, dict[int, int]]]
"""Of what a process heard: the row at which it records, and by sender the row that ends it."""


def _late(heard: Heard) -> tuple[int, dict[int, int]]:
    row = heard.record if heard.record not in heard.markers.values() else heard.last
    return row, heard.markers


def _hasty(heard: Heard) -> tuple[int, dict[int, int]]:
    later = [row for row in heard.markers.values() if row > heard.record]
    next_one = min(later, default=heard.record)
    return heard.record, {sender: min(row, next_one) for sender, row in heard.markers.items()}


MISTAKES: dict[str, Rule] = {
    "no-channels": lambda heard: (heard.record, dict.fromkeys(heard.markers, heard.record)),
    "late-state": _late,
    "never-closes": lambda heard: (heard.record, dict.fromkeys(heard.markers, heard.last)),
    "closes-all": _hasty,
}


@dataclass(frozen=True)
class Recorded:
    """What a program recorded: events inside, states, and messages by number; ``wrong``: verdict.

    ``text`` is all that is shown of it.
    """

    cut: tuple[int, ...]
    messages: tuple[int, ...]
    text: str
    orphans: tuple[int, ...]
    missing: tuple[int, ...]
    extra: tuple[int, ...]

    @property
    def is_right(self) -> bool:
        return not (self.orphans or self.missing or self.extra)


def ask(asking: Asking) -> Question:
    """About a snapshot by markers, and a mistake that shows in it; drawn if not given."""
    run, snapshot = asking.run, snapshot_of(asking)
    made = _all_recorded(run, snapshot)
    # What looks like something right cannot be told from it.
    right = {snapshot_text(run, snapshot), *(r.text for r in made.values() if r.is_right)}
    telling = [name for name, recorded in made.items() if recorded.text not in right]
    if not telling:
        raise Unaskable(f"no mistake would show in {snapshot.id}: whatever is done comes out right")
    chosen = asking.about.get("mistake", asking.draw.choice(telling))
    if chosen not in telling:
        raise Unaskable(
            f"the mistake {chosen!r} does not show in {snapshot.id}; allowed: {', '.join(telling)}"
        )
    shown = made[chosen]
    key = tuple(name for name in MISTAKES if made[name].text == shown.text)
    prompt = told(
        "A program with one mistake in its rules recorded for %1: %2. What does it do wrong?",
        snapshot.id, shown.text,
    )  # fmt: skip

    def is_right(answer: Answer) -> bool:
        return isinstance(answer, tuple) and bool(answer) and set(answer) <= set(key)

    def explain(answer: Answer) -> Told:
        if not answer or answer[0] not in made:
            return _found(run, shown)
        return told("With that mistake it would have recorded: %1.", made[answer[0]].text)

    return Question(KIND, prompt, "one", _options(), key, is_right, explain)


def _options() -> tuple[Option, ...]:
    return (
        Option("no-channels", told("It records no channel at all.")),
        Option("late-state", told("It records its state only with the last marker.")),
        Option("never-closes", told("It goes on recording every channel until the last marker.")),
        Option("closes-all", told("The next marker ends the recording of all channels.")),
    )


def _found(run: Run, shown: Recorded) -> Told:
    """What the oracle says against it."""
    if shown.orphans:
        words = message_words(run, shown.orphans[0])
        return told("%1 is in a state, though it was not yet sent: an orphan.", words)
    if shown.missing:
        words = message_words(run, shown.missing[0])
        return told("%1 is on its way, and was recorded nowhere.", words)
    words = message_words(run, shown.extra[0])
    return told("%1 was recorded on its channel, though it is not on its way.", words)


def _all_recorded(run: Run, snapshot: Snapshot) -> dict[str, Recorded]:
    heard = _heard(run, snapshot)
    return {name: recorded_by(run, snapshot, rule, heard) for name, rule in MISTAKES.items()}


def _heard(run: Run, snapshot: Snapshot) -> list[Heard]:
    if snapshot.protocol != PROTOCOL:
        raise Unaskable(f"{snapshot.id} is not taken by {PROTOCOL}, so it has no such rules")
    if not snapshot.verdict.sound:
        raise Unaskable(f"{snapshot.id} is wrong even without a mistake")
    heard = []
    for record in snapshot.records:
        arrivals = marker_arrivals(run, snapshot, record.process)
        heard.append(Heard(_record_row(record.row, arrivals), _first(arrivals)))
    end = max(h.last for h in heard)
    if any(snapshot.records[0].row < recovery.row <= end for recovery in run.trace.recoveries):
        raise Unaskable(f"a recovery falls into {snapshot.id}; ask about another snapshot")
    return heard


def _record_row(row: int, arrivals: list[Arrival]) -> int:
    """Its own row; or that of the marker that made it record, which is the same moment."""
    return next((a.row for a in arrivals if not a.is_recorded), row)


def _first(arrivals: list[Arrival]) -> dict[int, int]:
    found: dict[int, int] = {}
    for arrival in arrivals:
        found.setdefault(arrival.sender, arrival.row)
    return found


def recorded_by(run: Run, snapshot: Snapshot, rule: Rule, heard: list[Heard]) -> Recorded:
    """What a program with these rules records, and what the oracle says of it."""
    view, cut, messages = snapshot.era.view, [], []
    for process, mine in enumerate(heard):
        row, ends = rule(mine)
        cut.append(snapshot.era.events_before(row, process))
        for sender, end in ends.items():
            messages += _received(run, snapshot, process, sender, row, end)
    numbers = view.message_numbers[messages] if messages else []
    lost = snapshot.era.message_lost[view.messages]
    found = judge(view.computation, np.array(cut), numbers, lost)
    name = view.messages.tolist().__getitem__
    return Recorded(
        tuple(cut), tuple(messages), _text(run, snapshot, cut, messages),
        *(tuple(map(name, group)) for group in (found.orphans, found.missing, found.extra)),
    )  # fmt: skip


def _received(
    run: Run, snapshot: Snapshot, process: int, sender: int, after: int, before: int
) -> list[int]:
    """The messages of a sender that a process received between two trace rows."""
    trace, rows = run.trace, snapshot.era.rows_of_process[process]
    found = []
    for row in rows[(rows > after) & (rows < before)].tolist():
        if trace.row_kind[row] == RowKind.RECEIVE:
            message = int(trace.row_ref[row])
            if trace.channel_ends[int(trace.message_channel[message])][0] == sender:
                found.append(int(trace.message_copies.get(message, message)))
    return found


def snapshot_text(run: Run, snapshot: Snapshot) -> str:
    """What the snapshot itself recorded, as a question tells it."""
    held = [m.message for messages in snapshot.channels.values() for m in messages]
    return _text(run, snapshot, snapshot.cut.tolist(), held)


def _text(run: Run, snapshot: Snapshot, cut: list[int], messages: list[int]) -> str:
    trace, parts = run.trace, []
    for process, count in enumerate(cut):
        rows = snapshot.era.rows_of_process[process]
        state = run.states_at(int(rows[count - 1]) + 1 if count else 0)[process]
        parts.append(f"{trace.process_ids[process]} {state_text(state)}".rstrip())
    for message in sorted(messages):
        ends = trace.channel_ends[int(trace.message_channel[message])]
        source, target = (trace.process_ids[end] for end in ends)
        parts.append(f"{source}→{target} {payload_text(trace.message_payload(message))}")
    return ", ".join(parts)
