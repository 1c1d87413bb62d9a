"""A rollback in sentences: who goes back where, because of what, and what becomes of messages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.figures import grouped, payload_text, state_text
from snapviz.engine.stable import RecoveryRow
from snapviz.run import Run
from snapviz.study.forecast import Fall, Forecast
from snapviz.study.moment import Moment
from snapviz.study.recovery_story import (
    AGAIN,
    BARE,
    CRASHED,
    KEEPS,
    LOST,
    ORPHANED,
    REPLAYS,
    STANDS,
    STARTS,
    TAKEN_OVER,
    UNDOES,
    Scene,
    checkpoint_of,
)
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.wording import filled
from snapviz.ui.words import listed

translate = QCoreApplication.translate
MOST_NAMED = 4
NO_STATE = "–"
WRONG = (CRASHED, BARE, UNDOES, ORPHANED, LOST)
"""What is told in the colour of things that went wrong."""


def time_text(run: Run, time_us: int) -> str:
    return ms_text(time_us, decimals_for(run.until_us))


def received_text(run: Run, message: int) -> str:
    """``$20 from P1, sent at 120.0 ms``: a message as its receiver knows it."""
    trace = run.trace
    source, _ = _ends(run, message)
    payload = payload_text(trace.message_payload(message)) or translate("Recovery", "a message")
    sent = time_text(run, int(trace.message_sent[message]))
    return filled(translate("Recovery", "%1 from %2, sent at %3 ms"), payload, source, sent)


def message_name(run: Run, message: int) -> str:
    """``$20 P1 → P2 (120.0)``."""
    source, target = _ends(run, message)
    payload = payload_text(run.trace.message_payload(message))
    sent = time_text(run, int(run.trace.message_sent[message]))
    return f"{payload} {source} → {target} ({sent})".strip()


def _ends(run: Run, message: int) -> tuple[str, str]:
    trace = run.trace
    source, target = trace.channel_ends[int(trace.message_channel[message])]
    return trace.process_ids[source], trace.process_ids[target]


def place_text(moment: Moment, checkpoint: int) -> str:
    """``checkpoint 2``, or the initial state."""
    index = moment.checkpoint(checkpoint).index
    return index_text(index)


def index_text(index: int) -> str:
    if index == 0:
        return translate("Recovery", "its initial state")
    return filled(translate("Recovery", "checkpoint %1"), index)


def fall_text(found: Forecast, fall: Fall) -> str:
    """One step of a rollback, in a sentence."""
    moment, run = found.moment, found.moment.run
    name = run.trace.process_ids[fall.process]
    where = place_text(moment, fall.checkpoint)
    if fall.round == 0:
        is_down = fall.process in moment.down
        text = (
            translate("Recovery", "%1 is down: it starts again from %2, taken at %3 ms.")
            if is_down
            else translate("Recovery", "%1 crashes: it starts again from %2, taken at %3 ms.")
        )
        taken = time_text(run, moment.checkpoint(fall.checkpoint).time_us)
        return filled(text, name, where, taken) + _replay_text(fall)
    messages = [received_text(run, message) for message in fall.orphans]
    if len(messages) == 1:
        text = translate(
            "Recovery", "%1 goes back to %2: it has received %3, which %4 has not sent after all."
        )
        source, _ = _ends(run, fall.orphans[0])
        return filled(text, name, where, messages[0], source) + _replay_text(fall)
    text = translate(
        "Recovery", "%1 goes back to %2: it has received what was not sent after all: %3."
    )
    named = "; ".join(messages[:MOST_NAMED])
    if len(messages) > MOST_NAMED:
        more = translate("Recovery", "%1; and %2 more")
        named = filled(more, named, len(messages) - MOST_NAMED)
    return filled(text, name, where, named) + _replay_text(fall)


def _replay_text(fall: Fall) -> str:
    if not fall.replayed:
        return ""
    if fall.replayed == 1:
        return " " + translate("Recovery", "From there it replays 1 message it had received.")
    text = translate("Recovery", "From there it replays %1 messages it had received.")
    return " " + filled(text, grouped(fall.replayed))


def end_text(found: Forecast) -> str:
    """Where it ends, and what it costs."""
    parts = [translate("Recovery", "No message is an orphan now: this is the recovery line.")]
    undone = sum(part.undone for part in found.parts)
    if undone == 1:
        parts.append(translate("Recovery", "1 event is undone."))
    else:
        parts.append(filled(translate("Recovery", "%1 events are undone."), grouped(undone)))
    parts += _messages_texts(found)
    return " ".join(parts)


def _messages_texts(found: Forecast) -> list[str]:
    run = found.moment.run
    texts = (
        (found.lost, translate("Recovery", "Lost for good: %1.")),
        (found.again, translate("Recovery", "Delivered again: %1.")),
    )
    return [
        filled(text, listed([message_name(run, m) for m in messages], MOST_NAMED))
        for messages, text in texts
        if messages
    ]


# Recoveries that the run has


def recovery_name(run: Run, recovery: RecoveryRow) -> str:
    """``P1 restarts at 620.0 ms``."""
    at = time_text(run, recovery.time_us)
    if recovery.to_us is not None:
        text = translate("Recovery", "%1 ms: all roll back to %2 ms")
        return filled(text, at, time_text(run, recovery.to_us))
    names = listed([run.trace.process_ids[process] for process in recovery.crashed])
    return filled(translate("Recovery", "%1 ms: %2 restarts"), at, names)


def recovery_text(run: Run, recovery: RecoveryRow) -> str:
    """What a recovery came to, in short."""
    moved = recovery.crashed or range(len(recovery.line))
    text = translate("Recovery", "Undone events: %1. Replayed: %2. Lost: %3. Delivered again: %4.")
    return filled(
        text,
        grouped(sum(recovery.undone)),
        grouped(sum(recovery.replayed[process] for process in moved)),
        grouped(len(recovery.lost)),
        grouped(len(recovery.again)),
    )


def scene_text(run: Run, scene: Scene) -> str:
    """One thing in a recovery."""
    ids = run.trace.process_ids
    name = ids[scene.process] if scene.process >= 0 else ""
    before, after = (state_text(state) or NO_STATE for state in (scene.before, scene.after))
    if scene.what in (ORPHANED, AGAIN, LOST):
        words = {
            ORPHANED: translate("Recovery", "orphan, never sent after all: %1"),
            AGAIN: translate("Recovery", "delivered again: %1"),
            LOST: translate("Recovery", "lost for good: %1"),
        }
        return filled(words[scene.what], message_name(run, scene.message))
    words = {
        CRASHED: filled(translate("Recovery", "%1 had crashed with %2"), name, before),
        STARTS: filled(
            translate("Recovery", "%1 starts from %2: %3"),
            name,
            _start_text(run, scene),
            after,
        ),
        BARE: filled(
            translate("Recovery", "%1: its stable storage is lost with the machine"), name
        ),
        UNDOES: filled(translate("Recovery", "%1: events undone: %2"), name, grouped(scene.count)),
        STANDS: filled(translate("Recovery", "%1 goes on with %2"), name, after),
    }
    if scene.what == TAKEN_OVER:
        return filled(translate("Recovery", "%1 takes over as %2"), ids[scene.count], name)
    if scene.what in words:
        return words[scene.what]
    return _replayed_text(run, scene, name, before, after)


def _start_text(run: Run, scene: Scene) -> str:
    """A checkpoint, or the part of a snapshot that is taken for one."""
    index = max(scene.checkpoint, 0)
    part = checkpoint_of(run, scene.process, index).adopted if scene.what == STARTS else None
    if part is None:
        return index_text(index)
    snapshot, holder = run.trace.snapshots[part.snapshot].id, run.trace.process_ids[part.holder]
    if part.holder == scene.process:
        return filled(translate("Recovery", "its own part of %1"), snapshot)
    return filled(translate("Recovery", "the copy on %2 of its part of %1"), snapshot, holder)


def _replayed_text(run: Run, scene: Scene, name: str, before: str, after: str) -> str:
    source, target = _ends(run, scene.message)
    payload = payload_text(run.trace.message_payload(scene.message))
    if scene.what == REPLAYS:
        text = translate("Recovery", "%1 receives %2 from %3 again: %4 → %5")
        return filled(text, name, payload, source, before, after)
    assert scene.what == KEEPS
    text = translate("Recovery", "%1 had sent %2 to %3, so it is not sent again: %4 → %5")
    return filled(text, name, payload, target, before, after)


def names_of(run: Run, processes: Sequence[int]) -> str:
    """``P1, P2``."""
    return listed([run.trace.process_ids[process] for process in processes], 6)
