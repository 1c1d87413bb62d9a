"""Messages that are sent again until they are answered, ever less often."""

from __future__ import annotations

from typing import Any, NamedTuple

from snapviz.engine.context import ProcessContext
from snapviz.engine.hooks import ProcessProtocol

AGAIN = "again"
PATIENT_AFTER = 8
"""After how many tries the waits between them grow, by one wait at a time."""
NO_WAY_BACK_US = 100_000


class Unanswered(NamedTuple):
    """What was sent to whom; ``ticket`` is that of the timer that counts. See ``insist``."""

    target: int
    snapshot: int
    body: Any
    ticket: int
    slower_us: int


class Insistent(ProcessProtocol):
    """``unanswered``: by a name of its own, what is to be sent again.

    The first repetition follows when the answer is hardly to be expected any more, so that
    nothing is repeated where nothing goes wrong.
    """

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.unanswered: dict[tuple, Unanswered] = {}
        self.tickets = 0

    def insist(
        self, name: tuple, target: int, snapshot: int, body: Any, slower_us: int = 0
    ) -> None:
        """Send something now, and again until ``is_answered``.

        ``slower_us``: how long the answer may take besides its way and that of the question.
        """
        self.tickets += 1
        self.unanswered[name] = Unanswered(target, snapshot, body, self.tickets, slower_us)
        self._try(name, 1)

    def is_answered(self, name: tuple) -> bool:
        """Stop; False if it had stopped already."""
        return self.unanswered.pop(name, None) is not None

    def forget_unanswered(self) -> None:
        """Stop with everything, as after a crash."""
        self.unanswered = {}

    def _try(self, name: tuple, times: int) -> None:
        target, snapshot, body, ticket, slower_us = self.unanswered[name]
        self.context.send_to(target, snapshot, body)
        wait_us = (self.patience_us(target) + slower_us) * (1 + times // PATIENT_AFTER)
        self.context.set_timer(wait_us, (AGAIN, name, ticket, times))

    def patience_us(self, target: int) -> int:
        """How long to wait for an answer."""
        round_trip_us = self.context.round_trip_us(target)
        return 1 + (NO_WAY_BACK_US if round_trip_us is None else round_trip_us)

    def on_timer(self, data: Any) -> None:
        name, ticket, times = data[1:]
        if name in self.unanswered and self.unanswered[name].ticket == ticket:
            self._try(name, times + 1)
