"""A snapshot that is kept: its parts are gathered at its initiator, and copied to others."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.engine.parts import checksum
from snapviz.engine.storage import COPY, COPYING, GATHERING, PART
from snapviz.engine.trace import Routed
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.routed import FIRST, RoutedTelling, Sent
from snapviz.lessons.narration.telling import BACK
from snapviz.run import Run
from snapviz.study.decision_words import step_words
from snapviz.study.keeping_steps import KeepingMessages, KeepingSteps
from snapviz.study.words import Words, words

GOT, STORED = "got", "stored"


class Keeping(RoutedTelling):
    """``_seen``: what was sent before, by sender, receiver and kind.

    ``_held``: at which row such a thing came in last.
    """

    def __init__(self, run: Run, number: int):
        super().__init__(run, (GATHERING, COPYING), number)
        self._seen: set[tuple[int, int, str]] = set()
        self._held: dict[tuple[int, int, str], int] = {}

    def steps(self) -> Iterator[Narrated]:
        yield from self.arrivals()
        for some in self.left():
            yield from self._sends(some)
        steps = KeepingSteps(self.run, self.number, KeepingMessages(self.run))
        for step, rule in ((steps.all_gathered, "all"), (steps.kept, "kept")):
            if step is not None:
                said = step_words(self.run, self.number, step)
                yield Narrated(step.time_us, step.row, step.process, rule, said)

    def arrived(self, row: int, payload: Routed) -> Narrated:
        kind = payload.body[0]
        name, other = self.ids[self.process_of(row)], self.ids[payload.origin]
        if kind == GOT:
            said = words("%1 hears that %2 has its part: it need not send it any more", name, other)
            return self.at(row, "answered", said)
        if kind == STORED:
            said = words("%1 hears that %2 has stored its part: it need not send it any more",
                         name, other)  # fmt: skip
            return self.at(row, "answered", said)
        return self._comes(row, payload)

    def _comes(self, row: int, payload: Routed) -> Narrated:
        """A part, to be gathered or stored as a copy."""
        kind, process = payload.body[0], self.process_of(row)
        answer = GOT if kind == PART else STORED
        sent = self.take(
            process,
            self.time_of(row),
            lambda one: (one.target, one.body[0]) == (payload.origin, answer),
            FIRST,
        )
        cause = words("%1 gets the part of %2 for %3", self.ids[process],
                      self.ids[payload.origin], self._id())  # fmt: skip
        if kind == COPY:
            cause = words("%1 gets the part of %2 for %3, to keep a copy", *cause.values)
        rule = "gather" if kind == PART else "store"
        _, part, digest = payload.body
        if checksum(part) != digest:
            return self.at(row, "damaged", joined(cause, words("its checksum is wrong")))
        is_new = not self._has(row, payload.origin, kind)
        effects = [words("it has it already")] if not is_new else (
            [words("its checksum is right"), words("it writes it down")]
        )  # fmt: skip
        effects.append(words("it answers") if sent else words("no path leads back to answer by"))
        return self.at(row, rule, joined(cause, *effects))

    def _has(self, row: int, owner: int, kind: str) -> bool:
        """Whether the process of a row has such a part from before; from now on it has."""
        process = self.process_of(row)
        held_row = self._held.get((owner, process, kind), row)
        self._held[owner, process, kind] = row
        losses = self.trace.storage_losses
        is_gone = any(loss.process == process and held_row < loss.row <= row for loss in losses)
        return held_row < row and not is_gone

    def _id(self) -> str:
        return self.trace.snapshots[self.number].id

    def _sends(self, some: list[Sent]) -> Iterator[Narrated]:
        first, row = some[0], self._row(some[0])
        keys = [(one.origin, one.target, one.body[0]) for one in some]
        is_new = any(key not in self._seen for key in keys)
        self._seen.update(keys)
        name = self.ids[first.origin]
        if is_new:
            cause = words("The part of %1 for %2 is complete", name, self._id())
            effects = [words("it writes it down"), *self._targets(some)]
        else:
            cause, effects = words(self._why_again(first), name), self._targets(some)
        rule = "part" if is_new else "again"
        yield Narrated(first.time_us, row, first.origin, rule, joined(cause, *effects))

    def _row(self, one: Sent) -> int:
        """After what completed its part, or before the instant at which a time ran out."""
        rows = range(self.before(one.time_us), self.until(one.time_us))
        mine = [row for row in rows if self.process_of(row) == one.origin]
        return mine[-1] + 1 if mine else self.before(one.time_us)

    def _why_again(self, one: Sent) -> str:
        """A time that ran out, or a restart: it may have been answered and not know it."""
        rows = range(self.before(one.time_us), self.until(one.time_us))
        kinds = self.trace.row_kind
        if any(kinds[row] in BACK and self.process_of(row) == one.origin for row in rows):
            return "%1 starts again and knows of no answer"
        return "%1 has had no answer in time"

    def _targets(self, some: list[Sent]) -> Iterator[Words]:
        for kind, text in (
            (PART, "it sends its part to %1"),
            (COPY, "it sends a copy of it to %1"),
        ):
            targets = [one.target for one in some if one.body[0] == kind]
            if targets:
                yield words(text, self.names(targets))
