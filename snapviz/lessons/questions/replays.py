"""A process comes back with a log: which receives are replayed to it?"""

from __future__ import annotations

from snapviz.diagram.facts import facts
from snapviz.engine.stable import RecoveryRow
from snapviz.engine.trace import RowKind
from snapviz.lessons.questions.question import (
    Asking,
    Question,
    Unaskable,
    message_words,
    process_of,
    which_messages,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run

KIND = "replay"
ABOUT = ("recovery", "process")


def ask(asking: Asking) -> Question:
    """About a recovery, from 1, and a process that restarts in it; drawn where not given."""
    run = asking.run
    row, process = _recovery(asking)
    name, index = run.trace.process_ids[process], row.line[process]
    wanted = replayed(run, row, process)
    others = [m for m in run.causal_view.messages.tolist() if _target(run, m) == process]

    def explain(wrong: int | None, left: int | None) -> Told:
        if wrong is not None:
            return _not_replayed(run, row, process, wrong)
        if left is None:
            return told("Nothing that stands was received after checkpoint %1 of %2.", index, name)
        return told(
            "%1 was received after checkpoint %2, so %3 does not have it there; the log does.",
            message_words(run, left), index, name,
        )  # fmt: skip

    prompt = told(
        "%1 comes back from checkpoint %2. Which messages are replayed to it?", name, index
    )
    nothing = told("None: the checkpoint has them all")
    return which_messages(asking, KIND, prompt, nothing, wanted, others, explain)


def replayed(run: Run, row: RecoveryRow, process: int) -> list[int]:
    """What a process had received after its checkpoint and still has after the recovery."""
    saved, trace = _saved(run, process, row.line[process]), run.trace
    stands = trace.standing(row.row + 1)
    mine = (trace.row_process == process) & (trace.row_kind == RowKind.RECEIVE) & stands
    rows = [r for r in mine.nonzero()[0].tolist() if saved < r < row.row]
    return [trace.message_copies.get(m, m) for m in (int(trace.row_ref[r]) for r in rows)]


def _recovery(asking: Asking) -> tuple[RecoveryRow, int]:
    run = asking.run
    if run.scenario.logging.method == "none":
        raise Unaskable('there is no log in this run; allowed: any logging but "none"')
    rows = [row for row in run.trace.recoveries if _back(run, row)]
    if "recovery" in asking.about:
        number = asking.about["recovery"]
        if number > len(run.trace.recoveries):
            raise Unaskable(f"there is no such recovery; this run has {len(run.trace.recoveries)}")
        rows = [row for row in rows if row is run.trace.recoveries[number - 1]]
    if not rows:
        raise Unaskable("nobody goes back to a checkpoint in this run")
    row = asking.draw.choice(rows)
    back = _back(run, row)
    if "process" in asking.about:
        process = process_of(asking)
        if process not in back:
            name = run.trace.process_ids[process]
            raise Unaskable(f"{name} does not go back to a checkpoint in that recovery")
        return row, process
    return row, asking.draw.choice(back)


def _back(run: Run, row: RecoveryRow) -> list[int]:
    """Who goes back to a checkpoint and goes on from there: nobody who is down even then."""
    down = facts(run).lives.down_at(row.row) - {*row.crashed}
    return [p for p, index in enumerate(row.line) if index is not None and p not in down]


def _saved(run: Run, process: int, index: int) -> int:
    """The trace row of a checkpoint."""
    (row,) = (c.row for c in run.trace.checkpoints if (c.process, c.index) == (process, index))
    return row


def _target(run: Run, message: int) -> int:
    return run.trace.channel_ends[int(run.trace.message_channel[message])][1]


def _not_replayed(run: Run, row: RecoveryRow, process: int, message: int) -> Told:
    words, name = message_words(run, message), run.trace.process_ids[process]
    saved = _saved(run, process, row.line[process])
    if any(at < saved and run.trace.standing(saved)[at] for at in _receipts(run, message)):
        return told("%1 was received before the checkpoint: it is in the saved state.", words)
    if process in row.crashed and _is_unwritten(run, row, process, message):
        return told(
            "%1 had come, but was not written to the log yet when %2 crashed: it is gone.",
            words, name,
        )  # fmt: skip
    return told("%1 is not on the log of what %2 had received by then.", words, name)


def _receipts(run: Run, message: int) -> list[int]:
    """The trace rows in which a message, or a copy of it, was received."""
    trace = run.trace
    rows = (trace.row_kind == RowKind.RECEIVE).nonzero()[0].tolist()
    numbers = [int(trace.row_ref[row]) for row in rows]
    return [
        row for row, number in zip(rows, numbers, strict=True)
        if trace.message_copies.get(number, number) == message
    ]  # fmt: skip


def _is_unwritten(run: Run, recovery: RecoveryRow, process: int, message: int) -> bool:
    """Whether it came before a recovery and after the last write, of a log written now and then."""
    if run.scenario.logging.method != "optimistic":
        return False
    writes = [f.row for f in run.trace.flushes if f.process == process and f.row <= recovery.row]
    return any(max(writes, default=0) <= at < recovery.row for at in _receipts(run, message))
