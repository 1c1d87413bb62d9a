"""A question with its key, and what all kinds share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from snapviz.diagram.figures import milliseconds, payload_text
from snapviz.lessons.words import Told, told
from snapviz.run import Run

NONE = "none"
MOST_OPTIONS = 8
Answer = Mapping[str, int] | tuple[str, ...]


class Unaskable(ValueError):
    """The run holds nothing that such a question could be about; says why."""


@dataclass(frozen=True, slots=True)
class Option:
    """``message``: its number in the trace, where the option is one."""

    id: str
    text: Told
    message: int | None = None


@dataclass(frozen=True)
class Question:
    """``form``: ``one`` of the options, ``many`` of them, ``order``: all of them, put in order, or
    ``numbers``: one for each.

    ``key``: ids of options, or a number for each. ``explain`` tells of a wrong answer what is
    wrong with it. ``line_us``: a line to be drawn through the diagram, a time for each process;
    ``at``: a process and its n-th event, from 0, that it is about. ``choices_us``: of each option
    the numbers it can get, and the time in the diagram that each stands for.
    """

    kind: str
    prompt: Told
    form: str
    options: tuple[Option, ...]
    key: Answer
    is_right: Callable[[Answer], bool]
    explain: Callable[[Answer], Told]
    line_us: tuple[int, ...] | None = None
    at: tuple[tuple[str, int], ...] = ()
    highest: int = 999
    choices_us: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question is made of; what ``about`` leaves open is drawn."""

    run: Run
    about: Mapping[str, Any]
    draw: Random


def message_words(run: Run, message: int) -> Told:
    """A message by its channel, what it carries, and when it was sent."""
    trace = run.trace
    source, target = (
        trace.process_ids[p] for p in trace.channel_ends[int(trace.message_channel[message])]
    )
    carried = payload_text(trace.message_payload(message))
    sent = milliseconds(int(trace.message_sent[message]))
    return told("%1 → %2 %3 (sent at %4 ms)", source, target, carried, sent)


def event_words(run: Run, process: int, local: int) -> Told:
    """An event by its process and its place there."""
    event = run.computation.event_at(process, local)
    at_us = int(run.trace.row_time[run.event_rows[event]])
    return told(
        "event %1 of %2 (%3 ms)", local + 1, run.trace.process_ids[process], milliseconds(at_us)
    )


def message_options(
    run: Run, wanted: Sequence[int], others: Sequence[int], draw: Random
) -> tuple[Option, ...]:
    """All wanted messages and some others, in the order sent."""
    room = max(MOST_OPTIONS - len(wanted), 2)
    more = [m for m in others if m not in set(wanted)]
    chosen = sorted([*wanted, *draw.sample(more, min(room, len(more)))])
    return tuple(Option(f"m{m}", message_words(run, m), m) for m in chosen)


def which_messages(
    asking: Asking, kind: str, prompt: Told, nothing: Told, wanted: Sequence[int],
    others: Sequence[int], explain: Callable[[int | None, int | None], Told],
) -> Question:  # fmt: skip
    """Which of these messages? ``nothing`` says that none is wanted.

    ``explain`` gets a message that was chosen and is not wanted, and one that was left out; None:
    there is no such.
    """
    options = message_options(asking.run, wanted, others, asking.draw)
    key = tuple(f"m{m}" for m in wanted) or (NONE,)

    def explained(answer: Answer) -> Told:
        wrong = next((int(a[1:]) for a in answer if a not in key and a != NONE), None)
        return explain(wrong, next((m for m in wanted if f"m{m}" not in answer), None))

    shown = (*options, Option(NONE, nothing))
    return Question(kind, prompt, "many", shown, key, is_exactly(key), explained)


def is_exactly(key: tuple[str, ...]) -> Callable[[Answer], bool]:
    """The very options of the key, in any order."""
    return lambda answer: isinstance(answer, tuple) and set(answer) == set(key)


def process_of(asking: Asking, name: str = "process") -> int:
    """The process that is asked about. Raises Unaskable."""
    return place_of(asking.run.trace.process_ids, asking.about[name], "process")


def snapshot_of(asking: Asking) -> Any:
    """The complete snapshot that is asked about, or one that is drawn. Raises Unaskable."""
    snapshots = asking.run.snapshots
    wanted = asking.about.get("snapshot")
    if wanted is not None:
        snapshots = (snapshots[place_of([s.id for s in snapshots], wanted, "snapshot")],)
    complete = [s for s in snapshots if s.verdict is not None]
    if not complete:
        raise Unaskable("no such snapshot is complete in this run")
    return asking.draw.choice(complete)


def place_of(names: Sequence[str], name: str, what: str) -> int:
    """Where a name stands among those there are. Raises Unaskable."""
    if name not in names:
        raise Unaskable(f"there is no {what} {name!r}; allowed: {', '.join(names) or 'none'}")
    return list(names).index(name)
