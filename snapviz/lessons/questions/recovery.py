"""Where does everyone stand after this crash? The recovery line, process by process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from snapviz.causality.cuts import orphans
from snapviz.diagram.facts import facts
from snapviz.engine.eras import Era
from snapviz.engine.stable import CheckpointRow
from snapviz.lessons.questions.question import (
    Answer,
    Asking,
    Option,
    Question,
    Unaskable,
    message_words,
    process_of,
)
from snapviz.lessons.words import Told, told
from snapviz.recovery.line import events_at, recovery_line
from snapviz.run import Run

KIND = "recovery-line"
ABOUT = ("recovery", "process")
REACHED = ("none", "independent", "index-based", "fdas")


class Places(NamedTuple):
    """Where one process may go on: ``numbers`` as the run counts checkpoints, the one after the
    last for its live state, ``counts``, how many events lie before each, and when that was.
    """

    numbers: list[int]
    counts: list[int]
    times_us: list[int]
    is_down: bool


def ask(asking: Asking) -> Question:
    """About a recovery of the run, or one that a crash of a process at its end would lead to."""
    run = asking.run
    _refuse_logs(run)
    row, failed = _crash(asking)
    era = Era(run.trace, row)
    return _question(run, era, failed, _places(run, era, failed))


def _question(run: Run, era: Era, failed: set[int], places: list[Places]) -> Question:
    c, names = era.computation, run.trace.process_ids
    candidates = [place.counts for place in places]
    line = recovery_line(c, candidates)
    cut = events_at(candidates, line)

    def chosen(answer: Answer) -> tuple[int, ...] | None:
        """The answer as places among the candidates."""
        if not isinstance(answer, dict) or set(answer) != set(names):
            return None
        given = [(answer[name], place.numbers) for name, place in zip(names, places, strict=True)]
        if any(number not in numbers for number, numbers in given):
            return None
        return tuple(numbers.index(number) for number, numbers in given)

    def is_right(answer: Answer) -> bool:
        given = chosen(answer)
        return given is not None and events_at(candidates, given) == cut

    def explain(answer: Answer) -> Told:
        given = chosen(answer)
        if given is None:
            return _beyond(names, places, answer)
        return _explain(run, era, candidates, given)

    crashed = ", ".join(names[p] for p in sorted(failed))
    prompt = told(
        "%1 crashes. From which checkpoint does each process go on? The initial state is 0.",
        crashed,
    )
    options = tuple(
        Option(name, _option(name, place)) for name, place in zip(names, places, strict=True)
    )
    key = {name: places[p].numbers[line[p]] for p, name in enumerate(names)}
    return Question(
        KIND, prompt, "numbers", options, key, is_right, explain,
        highest=max(place.numbers[-1] for place in places),
        choices_us={
            name: dict(zip(place.numbers, place.times_us, strict=True))
            for name, place in zip(names, places, strict=True)
        },
    )  # fmt: skip


def _option(name: str, place: Places) -> Told:
    if place.is_down:
        return told("%1 (%2)", name, _ranges(place.numbers))
    live = place.numbers[-1]
    return told("%1 (%2; %3: it stays as it is)", name, _ranges(place.numbers[:-1]), live)


def _ranges(numbers: list[int]) -> str:
    """``0–2, 4``: what a recovery has undone before has left a gap."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][-1] == number - 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(p[0]) if len(p) == 1 else f"{p[0]}–{p[-1]}" for p in parts)


def _beyond(names: Sequence[str], places: list[Places], answer: Answer) -> Told:
    for name, place in zip(names, places, strict=True):
        if answer.get(name) not in place.numbers:
            return told("%1 has nothing numbered so; there are %2.", name, _ranges(place.numbers))
    return told("A number for every process is needed.")


def _explain(run: Run, era: Era, candidates: list[list[int]], given: tuple[int, ...]) -> Told:
    found = orphans(era.computation, events_at(candidates, given))
    if len(found):
        message = int(era.view.messages[found[0]])
        return told(
            "There %1 would be an orphan: received, and never sent. The receiver must go further "
            "back.",
            message_words(run, message),
        )
    return told("These states go together, but there are later ones that do: less need be undone.")


def _refuse_logs(run: Run) -> None:
    scenario = run.scenario
    if scenario.logging.method != "none" or scenario.checkpointing.policy not in REACHED:
        raise Unaskable(
            "with logs, or checkpoints by agreement, more than the checkpoints decides; "
            'allowed: logging "none", and checkpointing ' + ", ".join(REACHED)
        )


def _crash(asking: Asking) -> tuple[int, set[int]]:
    run = asking.run
    # Where a standby begins with a part of a snapshot, more than the checkpoints decides.
    crashes = [r for r in run.trace.recoveries if r.crashed and not run.trace.adopted_by(r)]
    if "recovery" in asking.about:
        if not 0 < asking.about["recovery"] <= len(crashes):
            raise Unaskable(f"there is no such recovery; this run has {len(crashes)}")
        crashes = [crashes[asking.about["recovery"] - 1]]
    elif "process" in asking.about or not crashes:
        return _at_end(asking)
    chosen = asking.draw.choice(crashes)
    return chosen.row, _down(run, chosen.row)


def _at_end(asking: Asking) -> tuple[int, set[int]]:
    run = asking.run
    if all(c.index == 0 for c in run.trace.checkpoints):
        raise Unaskable("no checkpoint is taken in this run")
    count = len(run.trace.process_ids)
    one = process_of(asking) if "process" in asking.about else asking.draw.randrange(count)
    end = run.trace.row_count
    return end, {one} | _down(run, end)


def _down(run: Run, row: int) -> set[int]:
    """Who is down just before a row."""
    return facts(run).lives.down_at(row)


def _places(run: Run, era: Era, failed: set[int]) -> list[Places]:
    """For each process the checkpoints that stand, and its live state if it has one."""
    places = []
    for process, taken in enumerate(_checkpoints(run, era)):
        numbers = [c.index for c in taken]
        counts = [era.events_before(c.row, process) for c in taken]
        times_us = [c.time_us for c in taken]
        if process not in failed:
            # One more than it has ever taken, so that no checkpoint is called so.
            mine = (c for c in run.trace.checkpoints if c.process == process and c.row < era.end)
            numbers.append(1 + max(c.index for c in mine))
            counts.append(int(era.computation.event_counts[process]))
            times_us.append(_end_us(run, era))
        places.append(Places(numbers, counts, times_us, process in failed))
    return places


def _end_us(run: Run, era: Era) -> int:
    """When the live states are those that a recovery finds."""
    is_over = era.end >= run.trace.row_count
    return run.until_us if is_over else int(run.trace.row_time[era.end])


def _checkpoints(run: Run, era: Era) -> list[list[CheckpointRow]]:
    """For each process its checkpoints that stand, the oldest first."""
    taken: list[list[CheckpointRow]] = [[] for _ in run.trace.process_ids]
    for c in run.trace.checkpoints:
        stands = c.ended_row is None or c.ended_row >= era.end
        if c.is_known(era.end) and stands and not c.tentative:
            taken[c.process].append(c)
    return taken
