"""Garbage on stable storage: what is discarded when a checkpoint begins to count, and why it may go."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.engine.stable import Collection
from snapviz.engine.trace import RowKind
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.telling import Telling
from snapviz.study.words import Words, words

_WHY = {
    "single": words("no crash of a single process, as of now, would need these"),
    "tentative": words(
        "a checkpoint is still tentative, and these lie behind the line of a crash of all"
    ),
    "log": words("these lie behind the state that is left if all crash now"),
}


class Collections(Telling):
    """Each time garbage is looked for."""

    def steps(self) -> Iterator[Narrated]:
        found = {collection.row for collection in self.trace.collections}
        yield from map(self._discards, self.trace.collections)
        for row in sorted(self._looks() - found):
            said = words("A checkpoint of %1 begins to count: nothing can be discarded",
                         self.ids[self.process_of(row)])  # fmt: skip
            yield self.at(row, "nothing", said)

    def _looks(self) -> set[int]:
        """The rows of checkpoints taken, or made permanent."""
        settled = {c.settled_row for c in self.trace.checkpoints if c.settled_row is not None}
        return {r for r in settled if r < self.trace.row_count} | set(self.rows(RowKind.CHECKPOINT))

    def _discards(self, found: Collection) -> Narrated:
        rule = self.rule_of(found)
        cause = words("A checkpoint of %1 begins to count", self.ids[self.process_of(found.row)])
        effects = [_WHY[rule]]
        if found.checkpoints:
            effects.append(words("discarded are the checkpoints %1", self._checkpoints(found)))
        effects += [self._entries(*entry) for entry in found.entries]
        process = self.process_of(found.row)
        said = joined(cause, *effects)
        return Narrated(found.time_us, found.row + 1, process, rule, said)

    def rule_of(self, found: Collection) -> str:
        """By what is judged which may go."""
        if self.run.scenario.logging.method != "none":
            return "log"
        return "tentative" if self._has_tentative(found.row) else "single"

    def _has_tentative(self, row: int) -> bool:
        return any(
            taken.row <= row
            and taken.is_tentative(row + 1)
            and (taken.ended_row is None or taken.ended_row > row)
            for taken in self.trace.checkpoints
        )

    def _checkpoints(self, found: Collection) -> str:
        """``P1: 0, 1; P2: 0``."""
        by_process: dict[int, list[int]] = {}
        for number in found.checkpoints:
            taken = self.trace.checkpoints[number]
            by_process.setdefault(taken.process, []).append(taken.index)
        return "; ".join(
            f"{self.ids[process]}: {', '.join(map(str, sorted(indices)))}"
            for process, indices in sorted(by_process.items())
        )

    def _entries(self, process: int, row: int) -> Words:
        return words("with them goes the log of what %1 received up to %2 ms",
                     self.ids[process], self.ms(self.time_of(row - 1)))  # fmt: skip
