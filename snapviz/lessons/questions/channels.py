"""Which messages does a snapshot record as the state of this channel?"""

from __future__ import annotations

from snapviz.causality.cuts import in_transit
from snapviz.lessons.questions.question import (
    Asking,
    Question,
    Unaskable,
    message_words,
    snapshot_of,
    which_messages,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Run, Snapshot

KIND = "channel-state"
ABOUT = ("snapshot", "channel")


def ask(asking: Asking) -> Question:
    """About a channel of a snapshot; both are drawn where they are not given."""
    run, snapshot = asking.run, snapshot_of(asking)
    if not snapshot.verdict.sound:
        raise Unaskable(f"{snapshot.id} is not right, so its channels are no example")
    channel = _channel(asking, snapshot)
    source, target = (run.trace.process_ids[p] for p in run.trace.channel_ends[channel])
    wanted = [m for m in _crossing(snapshot) if _on(run, m, channel)]
    others = [m for m in snapshot.era.view.messages.tolist() if _on(run, m, channel)]

    def explain(wrong: int | None, left: int | None) -> Told:
        if wrong is not None:
            return _not_recorded(run, snapshot, wrong, source, target)
        if left is None:
            return told("No message is in transit on this channel.")
        return told(
            "%1 is sent before %2 records and received after %3 does: it is in transit.",
            message_words(run, left),
            source,
            target,
        )

    prompt = told("Which messages does %1 record on %2 → %3?", snapshot.id, source, target)
    nothing = told("None: the channel is empty")
    return which_messages(asking, KIND, prompt, nothing, wanted, others, explain)


def _crossing(snapshot: Snapshot) -> list[int]:
    """By the oracle, the messages in transit at the cut."""
    view = snapshot.era.view
    lost = snapshot.era.message_lost[view.messages]
    return view.messages[in_transit(view.computation, snapshot.cut, lost)].tolist()


def _on(run: Run, message: int, channel: int) -> bool:
    return int(run.trace.message_channel[message]) == channel


def _channel(asking: Asking, snapshot: Snapshot) -> int:
    known = asking.run.scenario.channel_index()
    if "channel" in asking.about:
        ends = tuple(asking.about["channel"].split("->"))
        if ends not in known:
            names = ", ".join("->".join(pair) for pair in known)
            raise Unaskable(f"there is no channel {asking.about['channel']!r}; allowed: {names}")
        return known[ends]
    used = sorted({int(asking.run.trace.message_channel[m]) for m in snapshot.era.view.messages})
    if not used:
        raise Unaskable("no message is sent in this run")
    return asking.draw.choice(used)


def _not_recorded(run: Run, snapshot: Snapshot, message: int, source: str, target: str) -> Told:
    view, words = snapshot.era.view, message_words(run, message)
    c, number = view.computation, int(view.message_numbers[message])
    send = int(c.message_send[number])
    if c.event_local[send] >= snapshot.cut[c.event_process[send]]:
        return told(
            "%1 is sent only after %2 has recorded: the cut does not know it.", words, source
        )
    if c.message_receive[number] < 0:
        return told("%1 was lost: it is on no channel.", words)
    return told("%1 is received before %2 records: it is in the state of %2.", words, target)
