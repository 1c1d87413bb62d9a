"""Facts of a run as sentences, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from snapviz.diagram.facts import facts
from snapviz.diagram.figures import grouped, payload_text
from snapviz.engine.application import amount_of, conserved_quantity
from snapviz.engine.storage import COPY, COPYING, GATHERING, PART
from snapviz.engine.trace import Trace
from snapviz.protocols.registry import AGREEMENT, CLOCK_SYNCS, SNAPSHOT_PROTOCOLS
from snapviz.run import ChannelMessage, Run, Snapshot
from snapviz.scenario.model import Channel, Exponential, Fixed, Normal, Scenario, Uniform
from snapviz.ui.agreement_words import is_committed, outcome_words, said_text
from snapviz.ui.figures import ms_text, round_ms_text
from snapviz.ui.moment import SnapshotMoment
from snapviz.ui.wording import DOT, filled

# Titles that are no proper names, for the translators; ``protocol_name`` looks them up.
TITLES = (
    QT_TRANSLATE_NOOP("Words", "Naive poll"),
    QT_TRANSLATE_NOOP("Words", "Global clock"),
    QT_TRANSLATE_NOOP("Words", "Vector clocks"),
    QT_TRANSLATE_NOOP("Words", "Hybrid logical clock"),
    QT_TRANSLATE_NOOP("Words", "Barriers, aligned"),
    QT_TRANSLATE_NOOP("Words", "Barriers, unaligned"),
    QT_TRANSLATE_NOOP("Words", "Two-phase commit"),
)


@dataclass(frozen=True)
class Sentence:
    """``tone`` is ``good``, ``bad``, ``busy`` or ``plain``."""

    text: str
    tone: str = "plain"


def fault_tolerance_word(name: str) -> str:
    """What a checkpointing policy or a logging method is called."""
    translate = QCoreApplication.translate
    words = {
        "none": translate("Inspector", "none"),
        "independent": translate("Inspector", "independent"),
        "koo-toueg": "Koo–Toueg",
        "fdas": "FDAS",
        "index-based": translate("Inspector", "index-based"),
        "pessimistic": translate("Inspector", "pessimistic"),
        "sender-based": translate("Inspector", "sender-based"),
        "optimistic": translate("Inspector", "optimistic"),
        "causal": translate("Inspector", "causal"),
    }
    return words.get(name, name)


def protocol_name(name: str) -> str:
    """How people write an algorithm's name: ``chandy-lamport`` is ``Chandy–Lamport``.

    What has no translation is called as its class says.
    """
    known = SNAPSHOT_PROTOCOLS.get(name) or CLOCK_SYNCS.get(name) or AGREEMENT.get(name)
    title = known.TITLE if known is not None else ""
    return QCoreApplication.translate("Words", title) if title else name


def control_text(trace: Trace, message: int) -> str:
    """What a control message is about: ``marker of S1``, ``part of S1``, ``vote: yes · S1``."""
    translate = QCoreApplication.translate
    number = int(trace.message_snapshot[message])
    if number < 0:
        return translate("Words", "control message")
    if not trace.message_keeps[message]:
        text = translate("Words", "marker of %1")
    elif trace.payloads[message].protocol not in (GATHERING, COPYING):
        name = trace.snapshots[number].id
        return f"{said_text(trace.payloads[message])}{DOT}{name}"
    elif trace.payloads[message].body[0] == PART:
        text = translate("Words", "part of %1")
    elif trace.payloads[message].body[0] == COPY:
        text = translate("Words", "copy of a part of %1")
    else:
        text = translate("Words", "receipt for a part of %1")
    return filled(text, trace.snapshots[number].id)


def messages_text(count: int) -> str:
    """``1 message``, ``3 messages``."""
    if count == 1:
        return QCoreApplication.translate("Words", "1 message")
    return filled(QCoreApplication.translate("Words", "%1 messages"), grouped(count))


def moment_sentence(
    moments: Sequence[SnapshotMoment], run: Run, rows: int, time_us: int
) -> Sentence:
    """The verdict at this very moment: of the snapshot started last, or of the system."""
    started = [moment for moment in moments if moment.started]
    if not started:
        return Sentence(_system_text(run, rows, time_us))
    latest = max(started, key=lambda m: (m.snapshot.started_us, m.snapshot.number))
    if latest.given_up:
        sentence = Sentence(_fate(latest) + DOT + _system_text(run, rows, time_us), "bad")
    else:
        sentence = _verdict(latest, run) if latest.complete else _recording(latest)
    others = [m for m in started if m is not latest]
    if not others:
        return sentence
    return Sentence(sentence.text + DOT + _others_text(others), sentence.tone)


def _verdict(moment: SnapshotMoment, run: Run) -> Sentence:
    verdict, name = moment.snapshot.verdict, moment.snapshot.id
    translate = QCoreApplication.translate
    if verdict.consistent:
        parts = [filled(translate("Words", "%1 consistent"), name)]
    else:
        parts = [filled(translate("Words", "%1 inconsistent"), name)]
        parts.append(filled(translate("Words", "orphans: %1"), len(verdict.orphans)))
    if verdict.missing:
        parts.append(filled(translate("Words", "not recorded: %1"), len(verdict.missing)))
    if verdict.extra:
        parts.append(filled(translate("Words", "recorded too much: %1"), len(verdict.extra)))
    parts += outcome_words(moment)
    parts.extend(_conservation(moment.snapshot, run))
    count = messages_text(moment.in_transit_count)
    parts.append(filled(translate("Words", "%1 in transit at the cut"), count))
    if not verdict.sound:
        return Sentence("✗ " + DOT.join(parts), "bad")
    if moment.snapshot.commit is not None and not is_committed(moment):
        return Sentence(DOT.join(parts))
    return Sentence("✓ " + DOT.join(parts), "good")


def _conservation(snapshot: Snapshot, run: Run) -> list[str]:
    """The sum, and what of the sum at the start cannot be in it any more."""
    verdict, translate = snapshot.verdict, QCoreApplication.translate
    if verdict.expected is None:
        return []
    if verdict.conserved:
        told = [filled(translate("Words", "Σ = %1 conserved"), grouped(verdict.recorded))]
    else:
        text = translate("Words", "Σ = %1 recorded, %2 expected")
        told = [filled(text, grouped(verdict.recorded), grouped(verdict.expected))]
    field = conserved_quantity(run.scenario)
    lost = sum(amount_of(run.trace.payloads[m], field) for m in snapshot.lost)
    if lost:
        told.append(filled(translate("Words", "%1 lost"), grouped(lost)))
    return told


def _fate(moment: SnapshotMoment) -> str:
    """What has become of a snapshot that will not be complete."""
    failed = QCoreApplication.translate("Words", "%1 has failed")
    given_up = QCoreApplication.translate("Words", "%1 given up")
    return filled(failed if moment.snapshot.status == "failed" else given_up, moment.snapshot.id)


def _recording(moment: SnapshotMoment) -> Sentence:
    translate = QCoreApplication.translate
    recorded = filled(
        translate("Words", "%1 recording: %2 of %3 processes have recorded"),
        moment.snapshot.id,
        moment.recorded_count,
        len(moment.processes),
    )
    parts = [recorded, _under_way(moment)]
    if moment.run_over:
        parts.append(translate("Words", "the run ends before it is complete"))
    return Sentence(DOT.join(parts), "busy")


def _under_way(moment: SnapshotMoment) -> str:
    """How many markers are in transit; of other protocols, control messages."""
    translate, count = QCoreApplication.translate, moment.control_in_transit
    waiting = moment.waiting or ()
    if any(awaited.what not in ("marker", "barrier") for awaited in waiting):
        if count == 1:
            return translate("Words", "1 control message in transit")
        return filled(translate("Words", "%1 control messages in transit"), grouped(count))
    if count == 1:
        return translate("Words", "1 marker in transit")
    return filled(translate("Words", "%1 markers in transit"), grouped(count))


def _others_text(others: Sequence[SnapshotMoment]) -> str:
    done = [m for m in others if m.complete]
    broken = [m.snapshot.id for m in done if not m.snapshot.verdict.sound]
    if broken:
        return filled(QCoreApplication.translate("Words", "✗ %1"), ", ".join(broken))
    if len(done) == len(others):
        names = ", ".join(m.snapshot.id for m in done)
        return filled(QCoreApplication.translate("Words", "%1 consistent"), names)
    given_up = [m.snapshot.id for m in others if m.given_up]
    if given_up:
        return filled(QCoreApplication.translate("Words", "%1 given up"), ", ".join(given_up))
    waiting = [m for m in others if not m.complete]
    names = ", ".join(m.snapshot.id for m in waiting)
    if waiting[0].run_over:
        return filled(QCoreApplication.translate("Words", "%1 not complete"), names)
    return filled(QCoreApplication.translate("Words", "%1 recording"), names)


def _system_text(run: Run, rows: int, time_us: int) -> str:
    """Before the first snapshot: where the conserved quantity is just now."""
    translate, trace = QCoreApplication.translate, run.trace
    known = facts(run)
    under_way = known.carried(rows, time_us)
    parts = [filled(translate("Words", "%1 in transit"), messages_text(len(under_way)))]
    down = [trace.process_ids[process] for process in sorted(known.lives.down_at(rows))]
    if down:
        parts.insert(0, filled(translate("Words", "%1 down"), listed(down)))
    field = conserved_quantity(run.scenario)
    if field is not None:
        held = sum(state[run.quantities[field]] for state in run.states_at(rows))
        carried = sum(amount_of(trace.payloads[m], field) for m in under_way)
        text = translate("Words", "Σ = %1: %2 in processes + %3 in channels")
        parts.append(filled(text, grouped(held + carried), grouped(held), grouped(carried)))
        lost = sum(amount_of(trace.payloads[m], field) for m in known.gone(rows, time_us))
        if lost:
            parts.append(filled(translate("Words", "%1 lost"), grouped(lost)))
    if not run.snapshots and run.is_timed:
        parts.append(translate("Words", "no snapshot in this run"))
    return DOT.join(parts)


def message_text(message: ChannelMessage, source: str, target: str) -> str:
    """``P2 → P1 $40``."""
    return f"{source} → {target} {payload_text(message.payload)}".rstrip()


def transit_text(message: ChannelMessage, decimals: int) -> str:
    """When a message was sent and received."""
    sent = ms_text(message.sent_us, decimals)
    if message.received_us is None:
        text = QCoreApplication.translate("Words", "sent %1, not received")
        return filled(text, sent)
    received = ms_text(message.received_us, decimals)
    return filled(QCoreApplication.translate("Words", "sent %1, received %2"), sent, received)


def channels_text(scenario: Scenario) -> str:
    """What kind of channels a scenario has: ``FIFO channels · uniform delay 40–80 ms``."""
    translate = QCoreApplication.translate
    if not scenario.channels:
        return translate("Words", "no channels")
    fifo, kinds, is_lossy = _kinds(scenario.channels)
    if fifo == {True}:
        parts = [translate("Words", "FIFO channels")]
    elif fifo == {False}:
        parts = [translate("Words", "non-FIFO channels")]
    else:
        parts = [translate("Words", "some channels are not FIFO")]
    delays = {_delay_text(channel) for channel in kinds}
    parts.append(delays.pop() if len(delays) == 1 else translate("Words", "various delays"))
    if is_lossy:
        parts.append(translate("Words", "messages may be lost"))
    return DOT.join(parts)


class _Kinds(NamedTuple):
    """What there is among channels: orders, one channel for each delay, and loss."""

    fifo: set[bool]
    delays: list[Channel]
    is_lossy: bool


_latest: list[tuple[tuple[Channel, ...], _Kinds]] = []
"""The channels that were looked through last: of thousands, the same are asked about again."""


def _kinds(channels: tuple[Channel, ...]) -> _Kinds:
    """Of one channel at least."""
    if not _latest or _latest[0][0] is not channels:
        # Most channels are alike; words take longer than looking whether they are, as does a hash.
        first = channels[0]
        others = (channel for channel in channels if channel.delay != first.delay)
        kinds = {first.delay: first} | {channel.delay: channel for channel in others}
        fifo = {channel.fifo for channel in channels}
        is_lossy = any([channel.loss for channel in channels])  # noqa: C419 as a list it is quicker
        _latest[:] = [(channels, _Kinds(fifo, list(kinds.values()), is_lossy))]
    return _latest[0][1]


def _delay_text(channel: Channel) -> str:
    translate, delay = QCoreApplication.translate, channel.delay
    if isinstance(delay, Fixed):
        return filled(translate("Words", "delay %1 ms"), round_ms_text(delay.us))
    if isinstance(delay, Uniform):
        low, high = round_ms_text(delay.low_us), round_ms_text(delay.high_us)
        return filled(translate("Words", "uniform delay %1–%2 ms"), low, high)
    if isinstance(delay, Exponential):
        return filled(
            translate("Words", "exponential delay, mean %1 ms"), round_ms_text(delay.mean_us)
        )
    if isinstance(delay, Normal):
        mean, spread = round_ms_text(delay.mean_us), round_ms_text(delay.sd_us)
        return filled(translate("Words", "normal delay %1 ± %2 ms"), mean, spread)
    return translate("Words", "measured delays")


def topology_text(scenario: Scenario) -> str:
    """``4 processes · 8 channels``."""
    translate = QCoreApplication.translate
    processes, channels = len(scenario.processes), len(scenario.channels)
    one = translate("Words", "1 process")
    many = filled(translate("Words", "%1 processes"), processes)
    one_channel = translate("Words", "1 channel")
    many_channels = filled(translate("Words", "%1 channels"), channels)
    parts = [one if processes == 1 else many, one_channel if channels == 1 else many_channels]
    return DOT.join(parts)


def listed(names: Sequence[str], most: int = 3) -> str:
    """``P1, P2, P3``, or the first ones and how many more."""
    if len(names) <= most:
        return ", ".join(names)
    text = QCoreApplication.translate("Words", "%1 and %2 more")
    return filled(text, ", ".join(names[: most - 1]), len(names) - most + 1)
