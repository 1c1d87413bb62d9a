"""Runs and facts as tables for people, on a terminal of any width."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from io import StringIO
from typing import Any

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from snapviz.blocking import DOWN, Blocked
from snapviz.engine.stable import RecoveryRow
from snapviz.kept import Commit
from snapviz.report import ms, verdict_report
from snapviz.run import Run, Snapshot, Waiting


def as_text(content: Any) -> str:
    """Tables as text, coloured and wrapped for the terminal if stdout is one.

    Names are printed as they are: no markup, no highlighting. Into a file or a pipe a row stays
    a line.
    """
    is_terminal = sys.stdout.isatty()
    console = Console(
        file=StringIO(),
        force_terminal=is_terminal,
        width=shutil.get_terminal_size().columns if is_terminal else 100_000,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(content)
    return console.file.getvalue().rstrip("\n")


def time_text(us: int | None) -> str:
    """Milliseconds with as many decimals as there are."""
    return "–" if us is None else f"{ms(us):.3f}".rstrip("0").rstrip(".")


def time_cell(us: int | None) -> str:
    """Milliseconds with all three decimals, so that a column of them lines up."""
    return "–" if us is None else f"{ms(us):.3f}"


def state_text(state: dict[str, Any]) -> str:
    """A state or payload in one line: ``balance 945``, ``amount 40``."""
    return ", ".join(f"{key} {_value_text(value)}" for key, value in state.items()) or "–"


def _value_text(value: Any) -> str:
    plain = isinstance(value, str) and value.isprintable()
    return value if plain else json.dumps(value, ensure_ascii=False)


def _table(*columns: str, numbers: tuple[str, ...] = ()) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", title_justify="left")
    for column in columns:
        table.add_column(Text(column), justify="right" if column in numbers else "left")
    return table


def _row(table: Table, *cells: object) -> None:
    table.add_row(*(cell if isinstance(cell, Text) else Text(str(cell)) for cell in cells))


def run_table(run: Run) -> Group:
    """The run in a few lines, its processes, then each snapshot."""
    counts = run.message_counts
    head = Text(run.scenario.title or "untitled", style="bold")
    line = Text(
        f"{run.computation.event_count} events in {time_text(run.until_us)} ms, "
        f"seed {run.scenario.seed}; messages: {counts['sent']} sent, {counts['received']} received, "
        f"{counts['lost']} lost, {counts['in_flight']} in flight, {counts['control']} control"
    )
    digest = Text(f"trace {run.digest}", style="dim")
    parts = [head, line, digest, Text(), _process_table(run)]
    for snapshot in run.snapshots:
        parts += [Text(), *snapshot_lines(run, snapshot)]
    if run.trace.recoveries:
        parts += [Text(), *(recovery_line(run, row) for row in run.trace.recoveries)]
    lost = [Text(f"lost: {message_text(run, number)}") for number in run.lost_messages()]
    return Group(*parts, *([Text()] if lost else []), *lost)


def _process_table(run: Run) -> Table:
    table = _table("process", "events", "state at the end", numbers=("events",))
    states = run.states_at(run.trace.row_count)
    counts = run.computation.event_counts.tolist()
    for process, name in enumerate(run.trace.process_ids):
        down = " (down)" if process in run.trace.down else ""
        _row(table, name, counts[process], state_text(states[process]) + down)
    return table


def recovery_line(run: Run, row: RecoveryRow) -> Text:
    """One recovery in a line; `recover` tells it step by step."""
    names = run.trace.process_ids
    crashed = ", ".join(names[process] for process in row.crashed)
    what = f"{crashed} back" if row.to_us is None else f"all back to {time_text(row.to_us)} ms"
    places = ("current" if index is None else f"checkpoint {index}" for index in row.line)
    line = ", ".join(f"{name} {place}" for name, place in zip(names, places, strict=True))
    return Text(
        f"recovery at {time_text(row.time_us)} ms, {what}: {line}; {sum(row.undone)} events undone, "
        f"{sum(row.replayed)} messages replayed, {len(row.again)} delivered again, "
        f"{len(row.lost)} lost"
    )


def verdict_text(status: str, verdict: dict[str, Any] | None) -> Text:
    """A verdict of the report in words, green or red."""
    if verdict is None:
        return Text(f"{status}, no verdict yet", style="yellow")
    words = ["consistent" if verdict["consistent"] else "inconsistent"]
    sums = verdict["conserved"]
    holds = sums is None or sums["recorded"] == sums["expected"]
    if sums is not None:
        words.append(f"sum {sums['recorded']} {'=' if holds else '≠'} {sums['expected']}")
    wrong = [name for name in ("orphans", "missing", "extra") if verdict[name]]
    words += [f"{name}: {len(verdict[name])}" for name in wrong]
    return Text(", ".join(words), style="bold red" if wrong or not holds else "green")


def snapshot_lines(run: Run, snapshot: Snapshot) -> list[Any]:
    """A heading with the verdict, the recorded states, the channel states, what is wrong."""
    by = f" from {snapshot.initiator}" if snapshot.initiator else ""
    heading = Text(f"{snapshot.id} ", style="bold")
    finished = snapshot.completed_us
    until = "" if finished is None else f", complete at {time_text(finished)} ms"
    started = f"{snapshot.protocol}{by} at {time_text(snapshot.started_us)} ms{until}: "
    heading.append(started, style="not bold")
    heading.append_text(verdict_text(snapshot.status, verdict_report(run, snapshot)))
    table = _table("process", "recorded at", "events", "state", numbers=("recorded at", "events"))
    for name, recorded in snapshot.processes.items():
        at = time_cell(recorded.recorded_us)
        _row(table, name, at, recorded.event_index, state_text(recorded.state))
    lines = [
        *_channel_lines(snapshot),
        *_problem_lines(run, snapshot),
        *keeping_lines(snapshot),
    ]
    return [heading, table, *lines]


def keeping_lines(snapshot: Snapshot) -> list[Text]:
    """Who holds copies, and what was agreed on, in a line each; none where it was not asked."""
    storage, commit, lines = snapshot.storage, snapshot.commit, []
    if storage is not None:
        held = "; ".join(
            f"{owner} on {', '.join(holders)}"
            for owner, holders in storage.copies.items()
            if holders
        )
        can = "restorable" if storage.restorable else "not restorable"
        style = "green" if storage.restorable else "bold red"
        how = "" if storage.placement == "ring" else ", across failure groups"
        lines.append(Text(f"copies{how}: {held or 'none'}: {can}", style=style))
    if commit is not None:
        lines.append(Text(_commit_text(commit, snapshot.undecided)))
        lines += [Text(_blocked_text(blocked), style="bold red") for blocked in commit.blocked]
    return lines


def _commit_text(commit: Commit, waits: Sequence[Waiting]) -> str:
    if commit.decided_us is None:
        told = "pending"
    else:
        who = ", ".join(commit.decided_by)
        told = f"{commit.outcome} at {time_text(commit.decided_us)} ms, known to {who}"
    return "; ".join([f"{commit.method}: {told}", *map(_waiting_text, waits)])


def _blocked_text(blocked: Blocked) -> str:
    since, until = time_text(blocked.since_us), blocked.until_us
    span = f"since {since} ms" if until is None else f"from {since} to {time_text(until)} ms"
    how = "down" if blocked.why == DOWN else "cut off"
    return (
        f"{blocked.process} blocked {span}, after its yes: coordinator {blocked.coordinator} {how}"
    )


def _waiting_text(waiting: Waiting) -> str:
    sender = "" if waiting.sender is None else f" from {waiting.sender}"
    since = time_text(waiting.since_us)
    return f"{waiting.process} waits for {waiting.what}{sender} since {since} ms"


def _channel_lines(snapshot: Snapshot) -> list[Table]:
    if not snapshot.channels:
        return []
    table = _table("channel", "in transit", "sent", "received", numbers=("sent", "received"))
    for (source, target), messages in snapshot.channels.items():
        for message in messages:
            sent, received = time_cell(message.sent_us), time_cell(message.received_us)
            _row(table, f"{source} → {target}", state_text(message.payload), sent, received)
    return [table]


def _problem_lines(run: Run, snapshot: Snapshot) -> list[Text]:
    verdict = snapshot.verdict
    if verdict is None:
        return []
    why = {
        "orphans": "orphan (received before the cut, sent after it)",
        "missing": "missing (in transit, not recorded)",
        "extra": "extra (recorded, not in transit)",
    }
    return [
        Text(f"{words}: {message_text(run, number)}", style="red")
        for name, words in why.items()
        for number in getattr(verdict, name)
    ]


def message_text(run: Run, number: int) -> str:
    """One message in words: ends, payload, times."""
    trace, message = run.trace, run.message(number)
    source, target = (
        trace.process_ids[end] for end in trace.channel_ends[trace.message_channel[number]]
    )
    received = (
        "never received"
        if message.received_us is None
        else f"received {time_text(message.received_us)}"
    )
    sent = f"sent {time_text(message.sent_us)}"
    return f"{source} → {target} {state_text(message.payload)}, {sent}, {received}"


def check_table(checked: list[dict[str, Any]]) -> Table:
    """One line a snapshot, for any number of files as ``report.check_report`` tells of them."""
    table = _table("file", "snapshot", "protocol", "status", "verdict")
    for file in checked:
        if not file["snapshots"]:
            _row(table, file["file"], "–", "–", "–", "takes no snapshot")
        for snapshot in file["snapshots"]:
            cells = (snapshot[key] for key in ("id", "protocol", "status"))
            _row(table, file["file"], *cells, verdict_text(snapshot["status"], snapshot["verdict"]))
    return table


def analysis_table(report: dict[str, Any]) -> Group:
    """The causal facts, and the cut if one was asked about."""
    cuts = report["consistent_cuts"]
    table = _table("fact", "value", numbers=("value",))
    for words, value in (
        ("processes", len(report["processes"])),
        ("events", report["events"]),
        ("direct edges between processes", report["messages"]),
        ("concurrent pairs of events", report["concurrent_pairs"]),
        ("events on the longest chain", report["longest_chain"]),
        ("most events concurrent at once", report["width"]),
        ("consistent cuts", "more than the limit" if cuts is None else cuts),
    ):
        _row(table, words, value)
    told = [_predicate_line(report, name) for name in ("possibly", "definitely") if name in report]
    return Group(table, *_cut_lines(report.get("cut")), *told)


def _predicate_line(report: dict[str, Any], name: str) -> Text:
    found = report[name]
    verdict = {True: "yes", False: "no", None: "not known within the limit"}[found["holds"]]
    cut = "" if found["cut"] is None else f"; it holds in the cut {_counts_text(found['cut'])}"
    return Text(f"{name} {found['expression']}: {verdict}{cut}")


def log_table(report: dict[str, Any]) -> Group:
    """The causal facts of each execution of a log, and what is wrong with it."""
    parts: list[Any] = []
    for execution in report["executions"]:
        if parts:
            parts.append(Text())
        if execution["label"]:
            parts.append(Text(execution["label"], style="bold"))
        parts.append(analysis_table(execution))
        for problem in execution.get("problems", ()):
            where = f"line {problem['line']} host {problem['host']}"
            told = f"{where}: {problem['rule']}: {problem['message']}"
            parts.append(Text(told, style="red"))
    return Group(*parts)


def _cut_lines(cut: dict[str, Any] | None) -> list[Text]:
    if cut is None:
        return []
    good = cut["consistent"]
    lines = [
        Text(),
        Text(
            f"cut {_counts_text(cut['events'])}: {'consistent' if good else 'inconsistent'}",
            style="green" if good else "bold red",
        ),
    ]
    for name, words in (("orphans", "orphan"), ("in_transit", "in transit")):
        for item in cut[name]:
            ends = f"{item['from']} → {item['to']}"
            lines.append(Text(f"{words}: {ends} {_carried_text(item)}"))
    nearest = _counts_text(cut["nearest_consistent"])
    return [*lines, Text(f"nearest consistent cut inside it: {nearest}")]


def _carried_text(item: dict[str, Any]) -> str:
    """What a message carried, or between which lines of a log it lies."""
    if "sent" not in item:
        return state_text(item["payload"])
    return f"(line {item['sent']['line']} → line {item['received']['line']})"


def _counts_text(counts: dict[str, int]) -> str:
    return ", ".join(f"{name}={count}" for name, count in counts.items()) or "empty"
