"""A process that records is busy for a while: what comes meanwhile waits its turn.

Recording is at the instant; what made the process record is done at once, and the pause
follows. Till it is over nothing is received here, markers and messages passing through
included, and neither the workload nor a protocol's timer has its turn. What waits is taken
up in the order it came, which keeps every channel as orderly as it is; if something of it
makes the process record again, the rest goes on waiting. Pauses that overlap add up. A
script is obeyed at its time, and a clock is not stopped: an alarm rings when it reads what
was asked for.

Runs without a pause know nothing of this.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from snapviz.engine.alarms import AlarmDue, SlewEnd
from snapviz.engine.messages import Arrival
from snapviz.engine.queue import TIMER, WORKLOAD
from snapviz.engine.trace import KIND_BITS, SAVING, Wait

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator


class Turn(NamedTuple):
    """The workload's timer of a process. A bare number would be taken up by the run loop."""

    process: int


class PauseEnd(NamedTuple):
    """The event that ends a pause; it means nothing if another has been added since."""

    process: int
    until_us: int


class Waiting(NamedTuple):
    """An event that a busy process has not taken up, and since when."""

    event: Any
    since_us: int


class Pauses:
    """Who is busy until when in one run, and what waits there.

    ``turn``, ``fire`` and ``deliver`` stand before the run's own, which they call.
    """

    def __init__(
        self,
        run: Simulator,
        turn: Callable[[int], None],
        fire: Callable[[Any], None],
        deliver: Callable[[Arrival], None],
    ) -> None:
        self._run = run
        self._turn, self._fire, self._deliver = turn, fire, deliver
        self._lasts_us = run.scenario.save_pause_us
        self.until_us: dict[int, int] = {}
        self.waiting: dict[int, deque[Waiting]] = {}

    def begin(self, process: int) -> None:
        """A process has recorded."""
        run = self._run
        until_us = self.until_us.get(process, run.now_us) + self._lasts_us
        self.until_us[process] = until_us
        run.queue.push(until_us, TIMER, PauseEnd(process, until_us))

    def forget(self, process: int) -> None:
        """A process has crashed: it saves nothing any more, and what waited finds it down."""
        self.until_us.pop(process, None)
        for waiting in self.waiting.pop(process, ()):
            self._take_up(process, waiting)

    def is_busy(self, process: int) -> bool:
        """Whether a process takes nothing up now."""
        return process in self.until_us

    # In the run's stead

    def wake(self, process: int, wait_us: int) -> None:
        """See ``Simulator.wake``."""
        run = self._run
        run.queue.push(run.now_us + max(1, wait_us), WORKLOAD, Turn(process))

    def turn(self, turn: Turn) -> None:
        """The workload's turn, now or after the pause."""
        if not self._puts_off(turn.process, turn):
            self._turn(turn.process)

    def fire(self, event: Any) -> None:
        """A timer, which may be the end of a pause. What hangs on clocks does not wait."""
        if type(event) is PauseEnd:
            self._end(event)
        elif type(event) in (AlarmDue, SlewEnd) or not self._puts_off(event.process, event):
            self._fire(event)

    def deliver(self, arrival: Arrival) -> None:
        """A message, received now or after the pause."""
        target = self._run.channels.links[arrival[1]].target
        if not self._puts_off(target, Arrival(*arrival)):
            self._deliver(arrival)

    def _puts_off(self, process: int, event: Any) -> bool:
        if process not in self.until_us:
            return False
        queue = self.waiting.setdefault(process, deque())
        queue.append(Waiting(event, self._run.now_us))
        return True

    def _end(self, event: PauseEnd) -> None:
        if self.until_us.get(event.process) != event.until_us:
            return
        del self.until_us[event.process]
        self._run.settle(event.process)
        queue = self.waiting.get(event.process, deque())
        while queue and event.process not in self.until_us:
            self._take_up(event.process, queue.popleft())
        if not queue:
            self.waiting.pop(event.process, None)

    def _take_up(self, process: int, waiting: Waiting) -> None:
        event = waiting.event
        if type(event) is Turn:
            self._turn(process)
        elif type(event) is Arrival:
            self._run.waits.append(self._wait(process, waiting, self._run.now_us))
            self._deliver(event)
        else:
            self._fire(event)

    # For the trace and for keyframes

    def still_waiting(self) -> list[Wait]:
        """The messages that wait now, processes in their order."""
        return [
            self._wait(process, waiting, None)
            for process in sorted(self.waiting)
            for waiting in self.waiting[process]
            if type(waiting.event) is Arrival
        ]

    def _wait(self, process: int, waiting: Waiting, until_us: int | None) -> Wait:
        message = waiting.event.code >> KIND_BITS
        return Wait(message, process, SAVING, waiting.since_us, until_us)

    def save(self) -> tuple:
        """A copy of all this; see ``restore``."""
        return self.until_us.copy(), {p: queue.copy() for p, queue in self.waiting.items()}

    def restore(self, saved: tuple) -> None:
        """Go on from what ``save`` returned."""
        until_us, waiting = saved
        self.until_us = until_us.copy()
        self.waiting = {process: queue.copy() for process, queue in waiting.items()}
