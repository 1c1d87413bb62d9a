"""Which states can this snapshot be? Those between its beginning and its end that go together.

Chandy and Lamport 1985, section 4: what is recorded can be reached from the state at the beginning,
and the state at the end from it; whether it was ever there is not said.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from snapviz.causality.cuts import nearest_consistent, orphans
from snapviz.diagram.figures import milliseconds, state_text
from snapviz.lessons.questions.question import (
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    is_exactly,
    message_words,
    snapshot_of,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run, Snapshot

KIND = "possible-states"
ABOUT = ("snapshot",)
MOST, TRIES = 5, 60
Cut = tuple[int, ...]


class Span(NamedTuple):
    """How many events of each process lie before the snapshot began, and before it was over."""

    first: Cut
    last: Cut


def ask(asking: Asking) -> Question:
    """About a complete snapshot; the states are drawn, and its own is among them."""
    run, snapshot = asking.run, snapshot_of(asking)
    span = span_of(run, snapshot)
    own = tuple(snapshot.cut.tolist())
    if not _is_possible(snapshot, span, own):
        raise Unaskable(f"the state of {snapshot.id} is none of those between its start and end")
    cuts = sorted(_drawn(asking, snapshot, span, own))
    if len(cuts) < 2:
        raise Unaskable(f"nothing happens around {snapshot.id} that could be otherwise")
    named = {f"s{place}": cut for place, cut in enumerate(cuts, 1)}
    key = tuple(name for name, cut in named.items() if _is_possible(snapshot, span, cut))

    def explain(answer: Answer) -> Told:
        wrong = [named[name] for name in answer if name not in key]
        if wrong:
            return _impossible(run, snapshot, span, wrong[0])
        left = next(name for name in key if name not in answer)
        return told(
            "It could also be this: %1. All in it goes together.",
            _words(run, snapshot, named[left]),
        )

    prompt = told(
        "%1 begins at %2 ms and is complete at %3 ms. Which of these states can it record? In "
        "brackets: how many events lie before.",
        snapshot.id, milliseconds(snapshot.started_us), milliseconds(snapshot.completed_us),
    )  # fmt: skip
    options = tuple(Option(name, _words(run, snapshot, cut)) for name, cut in named.items())
    return Question(KIND, prompt, "many", options, key, is_exactly(key), explain)


def span_of(run: Run, snapshot: Snapshot) -> Span:
    """By the clock on the wall; of what happens in the very instant either is possible."""
    first, last = [], []
    for process, rows in enumerate(snapshot.era.rows_of_process):
        times = run.trace.row_time[rows]
        first.append(int(np.searchsorted(times, snapshot.started_us)))
        last.append(int(np.searchsorted(times, snapshot.completed_us, "right")))
        if run.trace.process_ids[process] == snapshot.initiator:
            # Who begins records at once, if it records by itself.
            own = int(snapshot.cut[process])
            if snapshot.records[process].time_us == snapshot.started_us:
                first[-1] = last[-1] = own
    return Span(tuple(first), tuple(last))


def _is_possible(snapshot: Snapshot, span: Span, cut: Cut) -> bool:
    inside = all(a <= k <= b for a, k, b in zip(span.first, cut, span.last, strict=True))
    return inside and not len(orphans(snapshot.era.computation, np.array(cut)))


def _drawn(asking: Asking, snapshot: Snapshot, span: Span, own: Cut) -> set[Cut]:
    """The snapshot's own cut, and others near it; some of them are made consistent."""
    c, draw = snapshot.era.computation, asking.draw
    highest = c.event_counts.tolist()
    found = {own}
    for _ in range(TRIES):
        cut = [
            k if a == b == k else draw.randint(max(0, a - 1), min(most, b + 1))
            for k, a, b, most in zip(own, span.first, span.last, highest, strict=True)
        ]
        if draw.random() < 0.5:
            cut = nearest_consistent(c, np.array(cut)).tolist()
        # One that the initiator's own record rules out would tell nothing.
        if all(a != b or k == a for k, a, b in zip(cut, span.first, span.last, strict=True)):
            found.add(tuple(cut))
        if len(found) == MOST:
            break
    return found


def _words(run: Run, snapshot: Snapshot, cut: Cut) -> Told:
    parts = []
    for process, count in enumerate(cut):
        rows = snapshot.era.rows_of_process[process]
        before = int(rows[count - 1]) + 1 if count else 0
        state = state_text(run.states_at(before)[process])
        parts.append(f"{run.trace.process_ids[process]} {state} ({count})")
    return told("%1", ", ".join(parts))


def _impossible(run: Run, snapshot: Snapshot, span: Span, cut: Cut) -> Told:
    names = run.trace.process_ids
    for process, count in enumerate(cut):
        if count < span.first[process]:
            return told(
                "When %1 began, %2 had %3 events behind it already; no snapshot is of a state "
                "before it began.",
                snapshot.id, names[process], span.first[process],
            )  # fmt: skip
        if count > span.last[process]:
            return told(
                "When %1 was complete, %2 had only %3 events behind it; the rest was still to come.",
                snapshot.id, names[process], span.last[process],
            )  # fmt: skip
    view = snapshot.era.view
    message = int(view.messages[orphans(view.computation, np.array(cut))[0]])
    return told(
        "%1 is received inside this state but sent outside it: an effect without its cause.",
        message_words(run, message),
    )
