"""Crashes and recoveries: who goes back where, replays what, and what becomes of messages."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.diagram.figures import state_text
from snapviz.engine.outages import down_after
from snapviz.engine.stable import INITIAL, RecoveryRow
from snapviz.engine.trace import DOWN, Note, RowKind, Wait
from snapviz.lessons.narration.narrated import Narrated, joined
from snapviz.lessons.narration.telling import Telling
from snapviz.study import recovery_story as scenes
from snapviz.study.recovery_story import Scene, checkpoint_of, recovery_story
from snapviz.study.words import Words, words

_RULES = {
    scenes.TAKEN_OVER: "standby",
    scenes.BARE: "bare",
    scenes.STARTS: "start",
    scenes.REPLAYS: "replay",
    scenes.KEEPS: "suppress",
    scenes.UNDOES: "undo",
    scenes.ORPHANED: "orphan",
    scenes.AGAIN: "again",
    scenes.LOST: "lost",
}
"""The others, ``crashed`` and ``stands``, are told as the crash, and with the replay."""
_SKIPPED = {
    "down": "%1 is down: what the script asks of it is left out",
    "up": "%1 is up: there is nothing to restart",
    "standby down": "The standby for %1 is down, so it cannot restart",
    "crashed": "What %1 still had to send to %2 is never sent",
    "nothing left": "Nothing is left from which %1 could restart",
    "collected": "What %1 needs to go back so far was discarded as garbage",
}


class Recoveries(Telling):
    """Everything that is about being down, or going back."""

    def steps(self) -> Iterator[Narrated]:
        for row in self.rows(RowKind.CRASH):
            yield self._crash(row)
        for row in self.rows(RowKind.SKIPPED):
            yield self._skipped(row, self.trace.notes[int(self.trace.row_ref[row])])
        yield from map(self._waits, (w for w in self.trace.waits if w.protocol == DOWN))
        yield from self._missed()
        for recovery in self.trace.recoveries:
            yield from self._recovery(recovery)

    # Being down

    def _crash(self, row: int) -> Narrated:
        name = self.ids[self.process_of(row)]
        return self.at(row, "crash", words("%1 crashes: what is in its memory is gone", name))

    def _skipped(self, row: int, note: Note) -> Narrated:
        said = words(_SKIPPED[note.data["why"]], self.ids[note.process], note.data.get("to", ""))
        return self.at(row, "skip", said)

    def _waits(self, wait: Wait) -> Narrated:
        row = self.until(wait.since_us, self.received_in.get(wait.message))
        said = self._comes(wait.message, words("it waits until %1 is back", self.ids[wait.process]))
        return Narrated(wait.since_us, row, wait.process, "down", said)

    def _comes(self, message: int, then: Words) -> Words:
        source, target = self.ids[self.source(message)], self.ids[self.target(message)]
        if self.trace.message_control[message]:
            cause = words("A control message from %1 comes to %2, which is down", source, target)
        else:
            what = self.payload(message)
            cause = words("%3 from %1 comes to %2, which is down", source, target, what)
        return joined(cause, then)

    def _missed(self) -> Iterator[Narrated]:
        """Lost because nobody was there, and not by a recovery."""
        by_recovery = {(r.row, m) for r in self.trace.recoveries for m in r.lost}
        for loss in self.trace.losses:
            if (loss.row, loss.message) not in by_recovery:
                said = self._comes(loss.message, words("it is lost"))
                yield Narrated(loss.time_us, loss.row, self.target(loss.message), "down", said)

    # Going back

    def _recovery(self, recovery: RecoveryRow) -> Iterator[Narrated]:
        row = self.put_back(recovery.row, recovery.time_us)

        def step(process: int, rule: str, said: Words) -> Narrated:
            return Narrated(recovery.time_us, row, process, rule, said)

        yield step(-1, "line", self._line(recovery))
        stay = [p for p, index in enumerate(recovery.line) if index is None]
        if stay:
            yield step(-1, "live", words("These keep the state they have: %1", self.names(stay)))
        stay_down = down_after(self.trace, recovery.row) - set(recovery.crashed)
        for scene in recovery_story(self.run, recovery):
            is_told = scene.process not in stay_down or scene.what == scenes.UNDOES
            if scene.what in _RULES and is_told:
                process = scene.process
                if process < 0:
                    process = self.target(scene.message)
                yield step(process, _RULES[scene.what], self._scene(scene))
        for message in sorted(set(recovery.recalled) - set(recovery.orphaned)):
            yield step(self.source(message), "orphan", self._forgotten(message))

    def _line(self, recovery: RecoveryRow) -> Words:
        back = [
            f"{name}: {index}"
            for name, index in zip(self.ids, recovery.line, strict=True)
            if index is not None
        ]
        if recovery.to_us is not None:
            cause = words("All are rolled back to %1 ms at the latest", self.ms(recovery.to_us))
        else:
            cause = words("Restart of %1", self.names(recovery.crashed))
        if not back:
            return joined(cause, words("nobody has to go back"))
        return joined(
            cause, words("the recovery line is reached from the checkpoints %1", ", ".join(back))
        )

    def _scene(self, scene: Scene) -> Words:
        if scene.message >= 0:
            return self._of_message(scene)
        name = self.ids[scene.process]
        if scene.what == scenes.TAKEN_OVER:
            return words("%1 takes the place of %2", self.ids[scene.count], name)
        if scene.what == scenes.BARE:
            return words("%1 has lost its stable storage with its machine", name)
        if scene.what == scenes.UNDOES:
            if scene.count == 1:
                return words("What %1 did after that is undone: one event", name)
            return words("What %1 did after that is undone: %2 events", name, scene.count)
        return self._starts(scene, name)

    def _starts(self, scene: Scene, name: str) -> Words:
        taken = checkpoint_of(self.run, scene.process, scene.checkpoint)
        state = state_text(scene.after) or "–"
        if taken.kind == INITIAL:
            return words("%1 starts from its initial state (%2)", name, state)
        if taken.adopted is not None:
            snapshot = self.trace.snapshots[taken.adopted.snapshot].id
            holder = self.ids[taken.adopted.holder]
            return words("%1 starts from its part of %3, which %4 has kept (%2)",
                         name, state, snapshot, holder)  # fmt: skip
        return words("%1 starts from checkpoint %3, taken at %4 ms (%2)",
                     name, state, taken.index, self.ms(taken.time_us))  # fmt: skip

    def _of_message(self, scene: Scene) -> Words:
        what, source = self.payload(scene.message), self.ids[self.source(scene.message)]
        target = self.ids[self.target(scene.message)]
        before, after = (state_text(state) or "–" for state in (scene.before, scene.after))
        if scene.what == scenes.REPLAYS:
            return words("%3 replays the receipt of %1 from %2: %4 becomes %5",
                         what, source, target, before, after)  # fmt: skip
        if scene.what == scenes.KEEPS:
            return words("%2 comes to the point where it sent %1 to %3, and does not send it again",
                         what, source, target)  # fmt: skip
        if scene.what == scenes.ORPHANED:
            return words("%1 from %2 to %3 was never sent after all, so it was not received either",
                         what, source, target)  # fmt: skip
        if scene.what == scenes.AGAIN:
            return words("%3 has not received %1 from %2 after all, but it was sent: %3 gets it again",
                         what, source, target)  # fmt: skip
        return words("%3 has not received %1 from %2 after all, and nobody has it any more: it is lost",
                     what, source, target)  # fmt: skip

    def _forgotten(self, message: int) -> Words:
        what, source = self.payload(message), self.ids[self.source(message)]
        return words("%1 from %2 to %3 was never sent after all",
                     what, source, self.ids[self.target(message)])  # fmt: skip
