"""Where does everyone stand after this crash? The recovery line, process by process."""

from __future__ import annotations

from snapviz.causality.cuts import orphans
from snapviz.engine.eras import Era
from snapviz.engine.trace import RowKind
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
from snapviz.recovery.candidates import with_live_states
from snapviz.recovery.line import events_at, recovery_line
from snapviz.run import Run

KIND = "recovery-line"
ABOUT = ("recovery", "process")
REACHED = ("none", "independent", "index-based", "fdas")


def ask(asking: Asking) -> Question:
    """About a recovery of the run, or one that a crash of a process at its end would lead to."""
    run = asking.run
    _refuse_logs(run)
    row, failed = _crash(asking)
    era = Era(run.trace, row)
    candidates = with_live_states(era.computation, _checkpoints(run, era), failed)
    return _question(run, era, failed, candidates)


def _question(run: Run, era: Era, failed: set[int], candidates: list[list[int]]) -> Question:
    c, names = era.computation, run.trace.process_ids
    line = recovery_line(c, candidates)
    cut = events_at(candidates, line)

    def places(answer: Answer) -> tuple[int, ...] | None:
        if not isinstance(answer, dict) or set(answer) != set(names):
            return None
        given = tuple(answer[name] for name in names)
        within = all(0 <= at < len(t) for at, t in zip(given, candidates, strict=True))
        return given if within else None

    def is_right(answer: Answer) -> bool:
        given = places(answer)
        return given is not None and events_at(candidates, given) == cut

    def explain(answer: Answer) -> Told:
        given = places(answer)
        if given is None:
            return _beyond(names, candidates, answer)
        return _explain(run, era, candidates, given)

    crashed = ", ".join(names[p] for p in sorted(failed))
    prompt = told(
        "%1 crashes. From which checkpoint does each process go on? The initial state is 0.",
        crashed,
    )
    options = tuple(
        Option(name, _option(name, candidates[p], p in failed)) for p, name in enumerate(names)
    )
    key = dict(zip(names, line, strict=True))
    return Question(
        KIND, prompt, "numbers", options, key, is_right, explain,
        highest=max(map(len, candidates)) - 1,
    )  # fmt: skip


def _option(name: str, taken: list[int], is_down: bool) -> Told:
    if is_down:
        return told("%1 (0 to %2)", name, len(taken) - 1)
    return told("%1 (0 to %2; %3: it stays as it is)", name, len(taken) - 2, len(taken) - 1)


def _beyond(names, candidates: list[list[int]], answer: Answer) -> Told:
    for name, taken in zip(names, candidates, strict=True):
        if not 0 <= answer.get(name, -1) < len(taken):
            return told(
                "%1 has nothing numbered so; its highest number is %2.", name, len(taken) - 1
            )
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
    crashes = [row for row in run.trace.recoveries if row.crashed]
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
    down: set[int] = set()
    kinds, processes = run.trace.row_kind[:row], run.trace.row_process[:row]
    for kind, process in zip(kinds.tolist(), processes.tolist(), strict=True):
        if kind == RowKind.CRASH:
            down.add(process)
        elif kind == RowKind.RESTART:
            down.discard(process)
    return down


def _checkpoints(run: Run, era: Era) -> list[list[int]]:
    """For each process the events before its checkpoints that stand, ascending."""
    taken: list[list[int]] = [[] for _ in run.trace.process_ids]
    for c in run.trace.checkpoints:
        stands = c.ended_row is None or c.ended_row >= era.end
        if c.row < era.end and stands and not c.tentative:
            taken[c.process].append(era.events_before(c.row, c.process))
    return taken
