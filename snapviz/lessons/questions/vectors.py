"""What is the vector clock of this event?"""

from __future__ import annotations

from snapviz.causality.clocks import vector_clock
from snapviz.lessons.questions.question import (
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    event_words,
    process_of,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run

KIND = "vector"
ABOUT = ("process", "event")


def ask(asking: Asking) -> Question:
    """About an event, its number on its process from 1; drawn where it is not given."""
    run = asking.run
    process, local = event_of(asking)
    event = run.computation.event_at(process, local)
    counts = dict(
        zip(run.trace.process_ids, vector_clock(run.computation, event).tolist(), strict=True)
    )

    def is_right(answer: Answer) -> bool:
        return isinstance(answer, dict) and answer == counts

    prompt = told("Fill in the vector clock of %1.", event_words(run, process, local))
    options = tuple(Option(name, told("%1", name)) for name in run.trace.process_ids)
    own = run.trace.process_ids[process]
    return Question(
        KIND,
        prompt,
        "numbers",
        options,
        counts,
        is_right,
        lambda answer: _explain(run, counts, own, answer),
        at=((own, local),),
    )


def _explain(run: Run, counts: dict[str, int], own: str, answer: Answer) -> Told:
    wrong = next(name for name in counts if answer.get(name) != counts[name])
    if wrong == own:
        return told(
            "The entry of %1 itself counts its own events, this one included: %2.",
            own,
            counts[own],
        )
    if not counts[wrong]:
        return told("No event of %1 is in the past of this one, so its entry is 0.", wrong)
    last = event_words(run, run.trace.process_ids.index(wrong), counts[wrong] - 1)
    return told(
        "The entry of %1 is %2: the last of its events from which messages lead here is %3.",
        wrong,
        counts[wrong],
        last,
    )


def event_of(asking: Asking, process: str = "process", event: str = "event") -> tuple[int, int]:
    """The process and the place there, from 0, of an event given or drawn. Raises Unaskable."""
    run, draw = asking.run, asking.draw
    counts = run.computation.event_counts.tolist()
    if process not in asking.about:
        busy = [p for p, count in enumerate(counts) if count]
        if not busy:
            raise Unaskable("nothing happens in this run")
        chosen = draw.choice(busy)
        return chosen, draw.randrange(counts[chosen])
    place = process_of(asking, process)
    local = asking.about.get(event, draw.randint(1, max(counts[place], 1))) - 1
    if not 0 <= local < counts[place]:
        name = run.trace.process_ids[place]
        raise Unaskable(f"{name} has no event {local + 1}; allowed: 1 to {counts[place]}")
    return place, local
