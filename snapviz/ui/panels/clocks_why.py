"""How two events stand to one another, and why: what the comparison card says. No Qt widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.facts import path_between, relation_of_rows
from snapviz.diagram.figures import payload_text
from snapviz.run import Run
from snapviz.ui.panels.clocks_moment import RunClocks
from snapviz.ui.panels.clocks_words import event_name
from snapviz.ui.selection import EventItem, MessageItem, event_item, message_item
from snapviz.ui.wording import filled

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Step:
    """One link of a chain: an event, or the message that leads to the next one."""

    text: str
    item: EventItem | MessageItem


@dataclass(frozen=True)
class Comparison:
    """``relation`` is ``before`` or ``concurrent``; if before, ``first`` is the cause.

    ``first`` and ``second`` are trace rows, ``deciding`` the entries (process numbers) that
    tell it, ``chain`` the way from one to the other, empty for concurrent events.
    """

    relation: str
    first: int
    second: int
    vectors: tuple[tuple[int, ...], tuple[int, ...]]
    deciding: frozenset[int]
    title: str
    reason: str
    chain: tuple[Step, ...]


def compare(clocks: RunClocks, a: int, b: int) -> Comparison | None:
    """Compare the events of two trace rows; None if they are not two events."""
    run = clocks.run
    relation = relation_of_rows(run, a, b)
    if relation in (None, "same"):
        return None
    if relation == "after":
        a, b = b, a
    vectors = clocks.vector_of_row(a), clocks.vector_of_row(b)
    names = event_name(run, a), event_name(run, b)
    p, q = int(run.trace.row_process[a]), int(run.trace.row_process[b])
    if relation == "concurrent":
        title = filled(translate("Clocks", "%1 and %2 are concurrent"), *names)
        reason = _neither(run, names, (p, q), vectors)
        return Comparison("concurrent", a, b, vectors, frozenset((p, q)), title, reason, ())
    title = filled(translate("Clocks", "%1 happened before %2"), *names)
    reason = _knows(run, names, (p, q), vectors)
    return Comparison("before", a, b, vectors, frozenset((p,)), title, reason, _chain(run, a, b))


def _knows(run: Run, names: tuple[str, str], places: tuple[int, int], vectors) -> str:
    """Why the first is before the second: the second counts it."""
    p, q = places
    pid, own, known = run.trace.process_ids[p], vectors[0][p], vectors[1][p]
    if p == q:
        text = translate("Clocks", "Both are events of %1, and its entry grew from %2 to %3.")
        return filled(text, pid, own, known)
    text = translate(
        "Clocks", "%1 knows of it: its entry for %2 is %3, at least the %4 that %5 has there."
    )
    return filled(text, names[1], pid, known, own, names[0])


def _neither(run: Run, names: tuple[str, str], places: tuple[int, int], vectors) -> str:
    """Why two events are concurrent: each is the other's unknown."""
    p, q = places
    ids = run.trace.process_ids
    text = translate(
        "Clocks",
        "Neither knows of the other: the entry for %1 is %2 at %3 but only %4 at %5, "
        "and the entry for %6 is %7 at %5 but only %8 at %3.",
    )
    return filled(
        text,
        ids[p],
        vectors[0][p],
        names[0],
        vectors[1][p],
        names[1],
        ids[q],
        vectors[1][q],
        vectors[0][q],
    )


def _chain(run: Run, a: int, b: int) -> tuple[Step, ...]:
    steps: list[Step] = []
    for row in path_between(run, a, b):
        if steps and steps[-1].item.process != run.trace.process_ids[run.trace.row_process[row]]:
            steps.append(_message(run, row))
        steps.append(Step(event_name(run, row), event_item(run, row)))
    return tuple(steps)


def _message(run: Run, row: int) -> Step:
    """The message whose receive a row is."""
    number = int(run.trace.row_ref[row])
    original = run.trace.message_copies.get(number, number)
    payload = payload_text(run.trace.message_payload(original))
    text = filled(translate("Clocks", "message %1"), payload).rstrip()
    return Step(text, message_item(run, number))
