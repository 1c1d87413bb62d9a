"""What a snapshot card says: where it started, how far it is, what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.figures import grouped
from snapviz.engine.trace import COMMITTED
from snapviz.kept import Storage
from snapviz.run import Run, Snapshot, Waiting
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.moment import ControlPart, SnapshotMoment
from snapviz.ui.wording import filled
from snapviz.ui.words import listed, message_text, protocol_name, transit_text

translate = QCoreApplication.translate
LISTED_FAULTS = 12
LISTED_NAMES = 6


def origin_text(run: Run, snapshot: Snapshot) -> str:
    """Protocol, initiator and start."""
    protocol = protocol_name(snapshot.protocol)
    if snapshot.initiator is None:
        text = translate("SnapshotCard", "%1 · when clocks read %2 ms")
        return filled(text, protocol, _ms(run, snapshot.at_local_us))
    text = translate("SnapshotCard", "%1 · from %2 at %3 ms")
    told = filled(text, protocol, snapshot.initiator, _ms(run, snapshot.started_us))
    # A line never ends between a number and its unit.
    return told.replace(" ms", "\u00a0ms")


def chip_words(moment: SnapshotMoment) -> list[tuple[str, str]]:
    """(text, tone) of each chip."""
    if not moment.started:
        return [(translate("SnapshotCard", "not started"), "neutral")]
    if not moment.complete:
        if moment.given_up:
            failed = translate("SnapshotCard", "failed")
            given_up = translate("SnapshotCard", "given up")
            state = (failed if moment.snapshot.status == "failed" else given_up, "bad")
        elif moment.run_over:
            state = (translate("SnapshotCard", "not complete when the run ends"), "bad")
        else:
            state = (translate("SnapshotCard", "recording"), "neutral")
        count = f"{moment.recorded_count} / {len(moment.processes)}"
        return [state, (filled(translate("SnapshotCard", "%1 recorded"), count), "neutral")]
    verdict = moment.snapshot.verdict
    if verdict.consistent:
        chips = [(translate("SnapshotCard", "✓ consistent cut"), "good")]
    else:
        chips = [(translate("SnapshotCard", "✗ inconsistent cut"), "bad")]
    if verdict.expected is not None:
        sign = "=" if verdict.conserved else "≠"
        sums = f"Σ {grouped(verdict.recorded)} {sign} {grouped(verdict.expected)}"
        chips.append((sums, "good" if verdict.conserved else "bad"))
    if verdict.missing:
        text = translate("SnapshotCard", "not recorded: %1")
        chips.append((filled(text, len(verdict.missing)), "bad"))
    if verdict.extra:
        text = translate("SnapshotCard", "recorded too much: %1")
        chips.append((filled(text, len(verdict.extra)), "bad"))
    return [*chips, (translate("SnapshotCard", "complete"), "neutral")]


def cost_text(run: Run, snapshot: Snapshot) -> str:
    """What a complete snapshot cost."""
    cost = snapshot.cost
    text = translate("SnapshotCard", "Cost: %1 control messages, %2 ms, %3 bytes piggybacked")
    duration = _ms(run, cost.duration_us)
    return filled(text, grouped(cost.control_messages), duration, grouped(cost.piggyback_bytes))


def kept_lines(run: Run, moment: SnapshotMoment) -> list[str]:
    """Who has decided whether it counts by now, and where its copies are at the end of the run."""
    snapshot, lines = moment.snapshot, []
    if snapshot.commit is not None:
        lines.append(_decided_text(run, snapshot.commit.method, moment))
        lines += undecided_lines(run, moment.undecided)
    if moment.run_over and snapshot.storage is not None and any(snapshot.storage.copies.values()):
        lines += _storage_lines(snapshot.storage)
    return lines


def undecided_lines(run: Run, waits: Sequence[Waiting]) -> list[str]:
    """What those wait for who have not decided, a line for each of them and each thing."""
    alike: dict[Waiting, list[str | None]] = {}
    for waiting in waits:
        alike.setdefault(replace(waiting, sender=None), []).append(waiting.sender)
    return [_undecided_line(run, waiting, senders) for waiting, senders in alike.items()]


def _undecided_line(run: Run, waiting: Waiting, senders: list[str | None]) -> str:
    if None not in senders:
        waiting = replace(waiting, sender=listed(senders, LISTED_NAMES))
    what, since = awaited_text(waiting), since_text(run, waiting)
    return filled(translate("SnapshotCard", "%1 waits for %2, %3"), waiting.process, what, since)


def _decided_text(run: Run, method: str, moment: SnapshotMoment) -> str:
    name, decisions = protocol_name(method), moment.decisions
    if not decisions:
        return filled(translate("SnapshotCard", "%1: not decided"), name)
    if decisions[0].outcome == COMMITTED:
        text = translate("SnapshotCard", "%1: committed at %2 ms, known to %3")
    else:
        text = translate("SnapshotCard", "%1: aborted at %2 ms, known to %3")
    known = listed([run.trace.process_ids[p] for p in moment.knowing], LISTED_NAMES)
    return filled(text, name, _ms(run, decisions[0].time_us), known)


def _storage_lines(storage: Storage) -> list[str]:
    text = translate("SnapshotCard", "%1 also on %2")
    copies = [
        filled(text, owner, ", ".join(holders))
        for owner, holders in storage.copies.items()
        if holders
    ]
    if storage.restorable:
        told = translate("SnapshotCard", "Can be restored: each part is on a process that is up")
    else:
        told = translate("SnapshotCard", "Cannot be restored: a part is on no process that is up")
    return ["; ".join(copies), told]


def given_up_text(snapshot: Snapshot) -> str:
    """Why a crash or a recovery ended it."""
    kind, processes = snapshot.failure
    if kind == "crashed":
        text = translate("SnapshotCard", "%1 crashed before the snapshot was complete")
    else:
        text = translate("SnapshotCard", "a recovery undid what %1 had done meanwhile")
    return filled(text, processes[0])


def missing_text(moment: SnapshotMoment, out_of_reach: Sequence[str] = ()) -> str:
    """Which processes have not recorded, and one that never will as it is ``out_of_reach`` of the
    initiator; empty if all have.
    """
    if moment.given_up:
        return given_up_text(moment.snapshot)
    names = [part.id for part in moment.processes if not part.has_recorded]
    if not names:
        return ""
    text = translate("SnapshotCard", "Not recorded yet: %1")
    text = filled(text, listed(names, LISTED_NAMES))
    never = [name for name in out_of_reach if name in names]
    if never:
        text += "\n" + _unreachable_text(moment.snapshot.initiator, never[0])
    return text


def control_text(run: Run, part: ControlPart) -> str:
    """What became of a control message that has not arrived."""
    sent = _ms(run, part.sent_us)
    if part.lost:
        return filled(translate("SnapshotCard", "lost, sent %1"), sent)
    return filled(translate("SnapshotCard", "sent %1"), sent)


def since_text(run: Run, waiting: Waiting) -> str:
    """How long a process has been waiting."""
    return filled(translate("SnapshotCard", "since %1"), _ms(run, waiting.since_us))


def awaited_text(waiting: Waiting) -> str:
    """What a process waits for, and where from: ``marker from P1``."""
    words = {
        "marker": translate("SnapshotCard", "marker"),
        "barrier": translate("SnapshotCard", "barrier"),
        "report": translate("SnapshotCard", "report"),
        "request": translate("SnapshotCard", "request"),
        "token": translate("SnapshotCard", "token"),
        "message": translate("SnapshotCard", "message"),
        "done": translate("SnapshotCard", "word that it is done"),
        "terminate": translate("SnapshotCard", "word to end"),
        "clock": translate("SnapshotCard", "its clock to read T"),
        "part": translate("SnapshotCard", "a part"),
        "vote": translate("SnapshotCard", "a vote"),
        "decision": translate("SnapshotCard", "the decision"),
        "promise": translate("SnapshotCard", "a promise"),
        "acceptance": translate("SnapshotCard", "an acceptance"),
        "acknowledgement": translate("SnapshotCard", "an acknowledgement"),
        "leader": translate("SnapshotCard", "a leader"),
    }
    what = words.get(waiting.what, waiting.what)
    source = waiting.channel[0] if waiting.channel is not None else waiting.sender
    if source is None:
        return what
    return filled(translate("SnapshotCard", "%1 from %2"), what, source)


def failure_text(snapshot: Snapshot) -> str:
    """Why a snapshot was given up."""
    kind, processes = snapshot.failure
    return _unreachable_text(*processes) if kind == "unreachable" else snapshot.reason


def _unreachable_text(source: str, target: str) -> str:
    text = translate("SnapshotCard", "%1 cannot reach %2: no path of channels leads there.")
    return filled(text, source, target)


def fault_lines(run: Run, snapshot: Snapshot) -> list[str]:
    """The messages that speak against a complete snapshot, each by name."""
    verdict = snapshot.verdict
    orphan = translate("SnapshotCard", "Orphan, received before the cut but sent after it: %1")
    missing = translate("SnapshotCard", "In transit across the cut, but not recorded: %1")
    extra = translate("SnapshotCard", "Recorded, but not in transit across the cut: %1")
    kinds = ((verdict.orphans, orphan), (verdict.missing, missing), (verdict.extra, extra))
    lines = [filled(text, _named(run, m)) for messages, text in kinds for m in messages]
    if len(lines) > LISTED_FAULTS:
        rest = filled(translate("SnapshotCard", "and %1 more"), len(lines) - LISTED_FAULTS)
        lines = [*lines[:LISTED_FAULTS], rest]
    return lines


def _named(run: Run, number: int) -> str:
    trace = run.trace
    ends = trace.channel_ends[trace.message_channel[number]]
    source, target = (trace.process_ids[end] for end in ends)
    message = run.message(number)
    when = transit_text(message, decimals_for(run.until_us))
    return f"{message_text(message, source, target)}, {when}"


def _ms(run: Run, time_us: int) -> str:
    return ms_text(time_us, decimals_for(run.until_us))
