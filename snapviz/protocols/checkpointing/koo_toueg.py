"""Coordinated checkpoints: those on whom the initiator depends save together with it, or none does.

R. Koo and S. Toueg, "Checkpointing and rollback-recovery for distributed systems", IEEE Transactions
on Software Engineering 13(1), 1987, section 3.

Assumes that a path leads from each process to all that send to it, and back. An initiator takes a
tentative checkpoint and asks all from whom it received something since its last one to do likewise;
so do they, if what was received was sent since their own last one, and answer when all they asked
have answered. Who has a tentative checkpoint of another round refuses. The initiator decides: if all
took part, all make their checkpoints permanent, else all discard them; it gives up after four
intervals. Nobody in between sends application messages. Promise: all or none; the permanent
checkpoints of a round with the last ones of the others are consistent; and nobody takes one that the
initiator does not depend on. Cost: 2 messages a request and 1 for each process that took part besides
the initiator, routed, and the number of each application message.

The paper's last_rmsg and first_smsg are ``received`` and ``sent_first``; labels of messages count per
channel. Rounds begin when a process's own clock reads a multiple of the interval, each process having
its turn in their order. A checkpoint that the script asks for is no part of this.

On stable storage stand the own tentative checkpoint and, before anybody is told, the rounds decided
to commit. A round that is not among them did not commit: who asks about it later hears so. A
recovery, here one instant, asks so for all processes, and gives up every round under way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from snapviz.engine.context import ProcessContext
from snapviz.engine.stable import COORDINATED
from snapviz.protocols.periodic import Periodic

ASK, ANSWER, DECIDE, INQUIRE = "ask", "answer", "decide", "inquire"
TOOK, NEEDLESS, REFUSED = "took", "needless", "refused"
PATIENCE_INTERVALS = 4
"""After how many intervals an initiator gives up, and who has not heard a decision inquires."""
TENTATIVE, COMMITTED, BEGUN = "tentative", "committed", "begun"

RoundId = tuple[int, int]
"""The initiator, and the number of the round among its own."""


@dataclass
class Round:
    """A round this process takes part in. ``parent``: who asked it, None for the initiator.

    ``awaited``: whom it asked and who has not answered; ``took``: who answered that it took part.
    ``before``: ``received`` and ``sent_first`` at the tentative checkpoint.
    """

    id: RoundId
    parent: int | None
    checkpoint: int
    before: tuple[dict[int, int], dict[int, int]]
    awaited: set[int] = field(default_factory=set)
    took: list[int] = field(default_factory=list)
    all_willing: bool = True


class KooToueg(Periodic):
    """One process.

    ``sent``: messages sent to each process; ``received`` and ``sent_first``: since the last
    checkpoint, the highest number received from a process, the lowest sent to it.
    """

    NAME = "koo-toueg"

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.sent = [0] * len(context.processes)
        self.received: dict[int, int] = {}
        self.sent_first: dict[int, int] = {}
        self.round: Round | None = None

    # Application messages

    def may_send(self) -> bool:
        return self.round is None

    def piggyback(self, channel: int) -> int:
        target = self.context.target(channel)
        self.sent[target] += 1
        self.sent_first.setdefault(target, self.sent[target])
        return self.sent[target]

    def on_arrival(self, channel: int, message: int, data: int) -> None:
        source = self.context.source(channel)
        self.received[source] = max(data, self.received.get(source, 0))

    # The first phase

    def on_interval(self, number: int) -> None:
        is_my_turn = (number - 1) % len(self.context.processes) == self.context.process
        if is_my_turn and self.round is None:
            begun = (self.context.read_stable(BEGUN) or 0) + 1
            self.context.write_stable(BEGUN, begun)
            self._take_part((self.context.process, begun), None)

    def _take_part(self, round_id: RoundId, parent: int | None) -> None:
        before = self.received, self.sent_first
        self.received, self.sent_first = {}, {}
        checkpoint = self.context.take_tentative_checkpoint(COORDINATED)
        self.context.write_stable(TENTATIVE, (*round_id, checkpoint))
        self.round = Round(round_id, parent, checkpoint, before)
        for process, last in sorted(before[0].items()):
            if self.context.send_to(process, None, (ASK, round_id, last)):
                self.round.awaited.add(process)
            else:
                self.round.all_willing = False
        self._be_patient()
        self._answer_if_done()

    def _be_patient(self) -> None:
        wait_us = PATIENCE_INTERVALS * self.context.checkpointing.interval_us
        self.context.set_timer(wait_us, self._part)

    @property
    def _part(self) -> tuple[RoundId, int]:
        """Tells apart when a process takes part in a round a second time: asked late once more."""
        return self.round.id, self.round.checkpoint

    def _asked(self, sender: int, round_id: RoundId, last: int) -> None:
        first = self.sent_first.get(sender)
        is_current = self.round is not None and self.round.id == round_id
        if is_current:
            answer = NEEDLESS
        elif self.round is not None or round_id[0] == self.context.process:
            # Of another round, or of one of its own that is over.
            answer = REFUSED
        elif first is None or last < first:
            answer = NEEDLESS
        else:
            self._take_part(round_id, sender)
            return
        self.context.send_to(sender, None, (ANSWER, round_id, answer))

    def _answered(self, sender: int, round_id: RoundId, answer: str) -> None:
        if self.round is None or self.round.id != round_id or sender not in self.round.awaited:
            return
        self.round.awaited.discard(sender)
        if answer == REFUSED:
            self.round.all_willing = False
        if answer != NEEDLESS:
            self.round.took.append(sender)
        self._answer_if_done()

    def _answer_if_done(self) -> None:
        if self.round.awaited:
            return
        if self.round.parent is None:
            self._decide(self.round.all_willing)
        else:
            answer = TOOK if self.round.all_willing else REFUSED
            self.context.send_to(self.round.parent, None, (ANSWER, self.round.id, answer))

    # The second phase

    def _decide(self, commits: bool) -> None:
        if commits:
            committed = self.context.read_stable(COMMITTED) or ()
            self.context.write_stable(COMMITTED, (*committed, self.round.id[1]))
        self._carry_out(commits)

    def _carry_out(self, commits: bool) -> None:
        """Those who took part hear of it, and, of a round given up, those who may have."""
        told = sorted({*self.round.took, *self.round.awaited})
        for process in told:
            self.context.send_to(process, None, (DECIDE, self.round.id, commits))
        self._end(commits)

    def _end(self, commits: bool) -> None:
        if commits:
            self.context.make_permanent(self.round.checkpoint)
        else:
            self.context.discard_checkpoint(self.round.checkpoint)
        self.context.write_stable(TENTATIVE, None)
        self._leave(commits)

    def _leave(self, commits: bool) -> None:
        """Be in the round no more; without it, all is as it was before its checkpoint."""
        ended, self.round = self.round, None
        if not commits:
            received, sent_first = ended.before
            self.received = {**received, **self.received}
            self.sent_first = {**self.sent_first, **sent_first}

    def _inquired(self, sender: int, round_id: RoundId) -> None:
        if self.round is None or self.round.id != round_id:
            commits = round_id[1] in (self.context.read_stable(COMMITTED) or ())
            self.context.send_to(sender, None, (DECIDE, round_id, commits))

    def on_routed(self, snapshot: int | None, sender: int, body: Any) -> None:
        kind, round_id, *rest = body
        if kind == ASK:
            self._asked(sender, round_id, *rest)
        elif kind == ANSWER:
            self._answered(sender, round_id, *rest)
        elif kind == INQUIRE:
            self._inquired(sender, round_id)
        elif self.round is not None and self.round.id == round_id:
            self._carry_out(*rest)

    def on_timer(self, data: Any) -> None:
        if self.round is None or self._part != data:
            return
        if self.round.parent is None:
            self._decide(False)
        else:
            self.context.send_to(self.round.id[0], None, (INQUIRE, self.round.id))
            self._be_patient()

    # After a crash

    def before_recovery(self) -> None:
        tentative = self.context.read_stable(TENTATIVE)
        if tentative is None:
            return
        initiator, number, checkpoint = tentative
        if self._has_committed((initiator, number)):
            self.context.make_permanent(checkpoint)
        else:
            self.context.discard_checkpoint(checkpoint)
        self.context.write_stable(TENTATIVE, None)
        if self.round is not None:
            self._leave(self._has_committed(self.round.id))

    def _has_committed(self, round_id: RoundId) -> bool:
        initiator, number = round_id
        return number in (self.context.read_stable(COMMITTED, initiator) or ())

    def on_restart(self) -> None:
        if self.round is not None:
            # It was saved in the middle of a round, which has been settled since.
            self._leave(self._has_committed(self.round.id))
        super().on_restart()
