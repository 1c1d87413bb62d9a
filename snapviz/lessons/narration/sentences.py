"""A step of a capture as a plain sentence: what came, and all that it brought about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from snapviz.diagram.figures import milliseconds, payload_text, state_text
from snapviz.engine.trace import Control
from snapviz.lessons.narration.happenings import Happening
from snapviz.lessons.narration.rules import (
    ALIGNED,
    BEGIN,
    CLOCK,
    FIRST,
    IGNORE,
    KEEP,
    PASS,
    RED,
)
from snapviz.lessons.narration.saying import word_of
from snapviz.run import Run
from snapviz.study.words import Words, words

COLOURED = ("lai-yang", "mattern")
MARKED = ("chandy-lamport", "spezialetti-kearns", "barrier-unaligned")

_COMES = {
    "marker": "%1 gets the marker of %3 on %2",
    "barrier": "%1 gets the barrier of %3 on %2",
    "request": "%1 gets the request of %2",
    "report": "%1 gets the report of %2",
    "expect": "%1 learns from %2 how many white messages to expect",
    "collect": "%1 gets the token in its first round",
    "await": "%1 gets the token in its second round",
    "ready": "%1 is asked by %2 to get ready",
    "answer": "%1 gets the answer of %2",
    "cut": "%1 learns T from %2",
    "line": "%1 learns the line from %2",
    "token": "%1 gets the token of %2",
    "done": "%1 gets Done from %2",
    "terminate": "%1 gets Terminate from %2",
    "border": "%1 learns the border of another region from %2",
    "result": "%1 learns from %2 whose regions make up the cut",
}
_GOES = {
    "marker": "it sends the marker on %1",
    "barrier": "it sends the barrier on %1",
    "request": "it sends the request to %1",
    "report": "it reports to %1",
    "expect": "it tells %1 how many white messages to expect",
    "collect": "it passes the token on to %1",
    "await": "it passes the token on to %1, for the second round",
    "ready": "it asks %1 to get ready",
    "answer": "it answers %1",
    "cut": "it tells T to %1",
    "line": "it tells the line to %1",
    "token": "it sends the token to %1",
    "done": "it answers Done to %1",
    "terminate": "it sends Terminate to %1",
    "border": "it tells its border to %1",
    "result": "it tells %1 whose regions make up the cut",
}


class Sentences:
    """Tells the steps of one snapshot."""

    def __init__(self, run: Run, number: int):
        self._run, self._trace, self._number = run, run.trace, number
        self._row = run.trace.snapshots[number]
        self._ids = run.trace.process_ids
        target, kept = run.trace.channel_target, run.trace.channel_records
        self._kept = [record for record in kept if record.snapshot == number]
        self._target = target

    def tell(self, step: Happening, rule: str, is_end: bool) -> Words:
        """``is_end``: the snapshot is complete with it."""
        effects = list(self._effects(step, rule))
        if is_end:
            effects.append(words("%1 is complete", self._row.id))
        said = self._cause(step, rule)
        for place, effect in enumerate(effects):
            said = words("%1; %2", said, effect) if place else words("%1: %2", said, effect)
        return said

    # What came

    def _cause(self, step: Happening, rule: str) -> Words:
        name = self._ids[step.process] if step.process >= 0 else ""
        if rule == BEGIN:
            return self._begins(name)
        if rule == CLOCK:
            return words("The clock of %1 reads the agreed time", name)
        if rule in (RED, KEEP):
            return self._message_comes(step, name)
        if rule == PASS:
            return words("%1 gets a message for %2", name, self._far_ends(step)[1])
        if rule == IGNORE:
            return words("%1 gets a control message on %2 that is of no use any more; it ignores it",
                         name, self._channel(step.message))  # fmt: skip
        return self._control_comes(step, rule, name)

    def _begins(self, name: str) -> Words:
        if name:
            return words("%1 begins %2", name, self._row.id)
        at_us = self._run.snapshots[self._number].at_local_us
        if at_us is None:
            return words("%1 is agreed on: everybody records by the own clock", self._row.id)
        return words("%1 is agreed on: everybody records when the own clock reads %2 ms",
                     self._row.id, milliseconds(at_us))  # fmt: skip

    def _message_comes(self, step: Happening, name: str) -> Words:
        what, channel = self._payload(step.message), self._channel(step.message)
        if step.what == "red":
            return words("%1, still white, is about to receive the red message %2 on %3",
                         name, what, channel)  # fmt: skip
        if self._row.protocol in COLOURED:
            return words("%1, already red, receives the white message %2 on %3",
                         name, what, channel)  # fmt: skip
        if self._row.protocol in MARKED:
            return words("%1 receives %2 on %3, which it still records", name, what, channel)
        return words("%1 receives %2 on %3, sent inside the cut", name, what, channel)

    def _control_comes(self, step: Happening, rule: str, name: str) -> Words:
        payload = self._trace.payloads[step.message]
        if type(payload) is not Control:
            return words(_COMES[step.word], name, self._far_ends(step)[0])
        snapshot, channel = self._trace.snapshots[payload.snapshot].id, self._channel(step.message)
        if rule == FIRST and step.word == "marker":
            return words("%1 gets the first marker of %3, on %2", name, channel, snapshot)
        return words(_COMES[step.word], name, channel, snapshot)

    def _far_ends(self, step: Happening) -> tuple[str, str]:
        payload = self._trace.payloads[step.message]
        return self._ids[payload.origin], self._ids[payload.target]

    # What it brings about

    def _effects(self, step: Happening, rule: str) -> Iterator[Words]:
        for place in step.records:
            yield self._records(step, place)
        yield from self._channel_told(step, rule)
        if rule == KEEP:
            yield words("it keeps it for the state of %1", self._channel(step.message))
        elif step.kept:
            yield from self._assembles(step)
        yield from self._sends(step)

    def _records(self, step: Happening, place: int) -> Words:
        record = self._trace.records[place]
        state = state_text(record.state) or "–"
        if record.time_us == step.time_us:
            return words("it records its state (%1)", state)
        return words("it takes the state it had at %1 ms (%2)", milliseconds(record.time_us), state)

    def _channel_told(self, step: Happening, rule: str) -> Iterator[Words]:
        """What a marker or barrier settles about the channel it came on."""
        if step.word not in ("marker", "barrier") or rule in (IGNORE, "file"):
            return
        channel = int(self._trace.message_channel[step.message])
        name = self._name(channel)
        if self._row.protocol == ALIGNED:
            if not step.records:
                yield words("it blocks %1", name)
            return
        kept = [
            record.message
            for record in self._kept
            if record.channel == channel and record.time_us <= step.time_us
        ]
        if not kept:
            yield words("it takes %1 as empty", name)
        else:
            yield words("the state of %1 is %2", name, self._payloads(kept))

    def _assembles(self, step: Happening) -> Iterator[Words]:
        found: dict[int, list[int]] = {}
        for place in step.kept:
            record = self._trace.channel_records[place]
            found.setdefault(record.channel, []).append(record.message)
        for channel, messages in sorted(found.items()):
            what, name = self._payloads(messages), self._name(channel)
            yield words("it puts %1 into the state of %2", what, name)

    def _sends(self, step: Happening) -> Iterator[Words]:
        trace, said = self._trace, {}
        for message in step.sent:
            payload = trace.payloads[message]
            word = word_of(self._row.protocol, payload)
            if type(payload) is Control:
                where = self._channel(message)
            else:
                where = self._ids[payload.target]
            said.setdefault(word, []).append(where)
        for word, targets in said.items():
            if step.what == "passes":
                channels = [self._channel(message) for message in step.sent]
                yield words("it passes it on, on %1", ", ".join(channels))
            else:
                yield words(_GOES[word], ", ".join(targets))

    # Names

    def _channel(self, message: int) -> str:
        return self._name(int(self._trace.message_channel[message]))

    def _name(self, channel: int) -> str:
        source, target = self._trace.channel_ends[channel]
        return f"{self._ids[source]}→{self._ids[target]}"

    def _payloads(self, messages: Iterable[int]) -> str:
        return ", ".join(map(self._payload, messages))

    def _payload(self, message: int) -> str:
        return payload_text(self._trace.message_payload(message)) or "–"
