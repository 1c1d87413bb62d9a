"""Is this cut consistent? If not, which message is the orphan?"""

from __future__ import annotations

import numpy as np

from snapviz.causality.computation import Computation
from snapviz.causality.cuts import in_transit, nearest_consistent, orphans
from snapviz.engine.computation import CausalView
from snapviz.lessons.questions.question import (
    NONE,
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    message_options,
    message_words,
    snapshot_of,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run

KIND = "consistent-cut"
ABOUT = ("snapshot", "cut")


def ask(asking: Asking) -> Question:
    """About a snapshot's cut, one that is given by counts of events, or one that is drawn."""
    run = asking.run
    if "snapshot" in asking.about:
        snapshot = snapshot_of(asking)
        era, cut = snapshot.era, snapshot.cut
        line = tuple(record.time_us for record in snapshot.records)
        prompt = told("Is the cut of %1 consistent? If not, which message breaks it?", snapshot.id)
    else:
        era, cut = run.eras[-1], _given(asking) if "cut" in asking.about else _drawn(asking)
        line = _times(run, cut)
        counts = ", ".join(f"{p} {k}" for p, k in zip(run.trace.process_ids, cut, strict=True))
        prompt = told(
            "A cut leaves so many events of each process inside: %1. Is it consistent? If not, "
            "which message breaks it?",
            counts,
        )
    return _question(asking, era.view, cut, prompt, line)


def _question(
    asking: Asking, view: CausalView, cut: np.ndarray, prompt: Told, line: tuple[int, ...]
) -> Question:
    run, c = asking.run, view.computation
    guilty = view.messages[orphans(c, cut)].tolist()
    crossing = view.messages[in_transit(c, cut)].tolist()
    others = [*crossing, *view.messages.tolist()]
    near = list(dict.fromkeys(others))[:12]
    options = message_options(run, guilty, near, asking.draw)
    consistent = Option(NONE, told("None: the cut is consistent"))
    key = tuple(f"m{m}" for m in guilty) or (NONE,)

    def is_right(answer: Answer) -> bool:
        return isinstance(answer, tuple) and bool(answer) and set(answer) <= set(key)

    def explain(answer: Answer) -> Told:
        wrong = [a for a in answer if a not in key]
        if not wrong or wrong[0] == NONE:
            return _orphan(run, guilty[0]) if guilty else told("No message breaks this cut.")
        return _innocent(run, view, cut, int(wrong[0][1:]))

    return Question(
        KIND, prompt, "many", (*options, consistent), key, is_right, explain, line_us=line
    )


def _orphan(run: Run, message: int) -> Told:
    return told(
        "%1 is received inside the cut but sent outside it: an effect without its cause.",
        message_words(run, message),
    )


def _innocent(run: Run, view: CausalView, cut: np.ndarray, message: int) -> Told:
    c, number = view.computation, int(view.message_numbers[message])
    words = message_words(run, message)
    if _inside(c, cut, int(c.message_send[number])):
        receive = int(c.message_receive[number])
        if receive >= 0 and _inside(c, cut, receive):
            return told("%1 is sent and received inside the cut; it breaks nothing.", words)
        return told("%1 is sent inside the cut and not received there: it is in transit.", words)
    return told("%1 is sent outside the cut, and not received inside it either.", words)


def _inside(c: Computation, cut: np.ndarray, event: int) -> bool:
    return bool(c.event_local[event] < cut[c.event_process[event]])


def _given(asking: Asking) -> np.ndarray:
    c, given = asking.run.computation, asking.about["cut"]
    unknown = [name for name in given if name not in c.processes]
    if unknown:
        raise Unaskable(f"there is no process {unknown[0]!r}; allowed: {', '.join(c.processes)}")
    cut = np.array([given.get(name, 0) for name in c.processes])
    if (cut > c.event_counts).any():
        most = ", ".join(f"{p} {k}" for p, k in zip(c.processes, c.event_counts, strict=True))
        raise Unaskable(f"the cut has more events than there are; at most: {most}")
    return cut


def _drawn(asking: Asking) -> np.ndarray:
    c, draw = asking.run.computation, asking.draw
    if not c.message_count:
        raise Unaskable("no message is sent in this run")
    cut = np.array([draw.randint(0, int(count)) for count in c.event_counts])
    return nearest_consistent(c, cut) if draw.random() < 0.4 else cut


def _times(run: Run, cut: np.ndarray) -> tuple[int, ...]:
    """Where the line of a cut may be drawn: between the last event inside and the next one."""
    times = run.trace.row_time[run.event_rows]
    line = []
    for process, count in enumerate(cut.tolist()):
        mine = [0, *times[run.computation.events_of(process)].tolist(), run.until_us]
        line.append((mine[count] + mine[count + 1]) // 2)
    return tuple(line)
