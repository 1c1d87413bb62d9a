"""What hangs on physical clocks: alarms, and adjustments that last a while."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from snapviz.engine.clocks import BILLION, ClockSync, Sample
from snapviz.engine.queue import TIMER

if TYPE_CHECKING:
    from snapviz.engine.simulator import Simulator

FAR_US = 1 << 58
"""Alarms beyond this are not planned: no run lasts so long."""


class Alarm(NamedTuple):
    """Asked for by a protocol, and planned for the true time ``due_us``; ``life``: see ``Timer``."""

    protocol: str
    process: int
    local_us: int
    data: Any
    due_us: int
    life: int = 0


class AlarmDue(NamedTuple):
    """The event of an alarm; it means nothing if the alarm has been planned anew since."""

    number: int
    due_us: int


class SlewEnd(NamedTuple):
    """The event that ends a slew; it means nothing if the slew has been replaced."""

    process: int
    number: int


class Slew(NamedTuple):
    """A clock runs ``rate_ppb`` faster than it would; ``sync``: the synchronisation's place."""

    number: int
    rate_ppb: int
    sync: int


class Alarms:
    """All alarms of a run, and the slews under way."""

    def __init__(self, run: Simulator) -> None:
        self._run = run
        self.pending: dict[int, Alarm] = {}
        self.slews: dict[int, Slew] = {}
        self.numbers = 0

    def _next_number(self) -> int:
        self.numbers += 1
        return self.numbers

    def set(self, protocol: str, process: int, local_us: int, data: Any) -> None:
        """Plan an alarm."""
        number, run = self._next_number(), self._run
        due_us = run.clocks[process].first_reading(local_us, run.now_us)
        life = run.life_of(process)
        self._plan(number, Alarm(protocol, process, local_us, data, due_us, life))

    def _plan(self, number: int, alarm: Alarm) -> None:
        self.pending[number] = alarm
        if alarm.due_us < FAR_US:
            self._run.queue.push(alarm.due_us, TIMER, AlarmDue(number, alarm.due_us))

    def clock_changed(self, process: int) -> None:
        """Plan the alarms of a process anew."""
        run = self._run
        clock, now_us = run.clocks[process], run.now_us
        for number, alarm in list(self.pending.items()):
            due_us = clock.first_reading(alarm.local_us, now_us)
            if alarm.process == process and alarm.due_us != due_us:
                self._plan(number, alarm._replace(due_us=due_us))

    def ring(self, event: AlarmDue) -> Alarm | None:
        """Take the alarm an event is about, None if it has been planned anew or has rung."""
        alarm = self.pending.get(event.number)
        if alarm is None or alarm.due_us != event.due_us:
            return None
        return self.pending.pop(event.number)

    # Adjustments

    def adjust(
        self, method: str, process: int, by_us: int, samples: Sequence[Sample], slew_ppb: int
    ) -> None:
        """Add to a clock at once, or by a slew."""
        run = self._run
        before_us = self._offset(process)
        sync = ClockSync(method, process, tuple(samples), by_us, run.now_us, before_us, None)
        run.clock_syncs.append(sync)
        rate_ppb = self._slew_rate(process, by_us, slew_ppb)
        if rate_ppb:
            self._begin_slew(process, by_us, rate_ppb)
            return
        run.change_clock(process, before_us + by_us, None, {"method": method, "by_us": by_us})
        run.clock_syncs[-1] = sync._replace(after_us=self._offset(process))

    def _offset(self, process: int) -> int:
        now_us = self._run.now_us
        return self._run.clocks[process].local(now_us) - now_us

    def _slew_rate(self, process: int, by_us: int, slew_ppb: int) -> int:
        """How much faster the clock is to run; 0: not at all. It never runs backwards."""
        if by_us >= 0:
            return slew_ppb if by_us else 0
        return max(-slew_ppb, -((BILLION + self._natural_drift(process)) // 2))

    def _natural_drift(self, process: int) -> int:
        slew, drift_ppb = self.slews.get(process), self._run.clocks[process].drift_ppb
        return drift_ppb if slew is None else drift_ppb - slew.rate_ppb

    def _begin_slew(self, process: int, by_us: int, rate_ppb: int) -> None:
        run = self._run
        sync = run.clock_syncs[-1]
        drift_ppb = self._natural_drift(process) + rate_ppb
        slew = Slew(self._next_number(), rate_ppb, len(run.clock_syncs) - 1)
        self.slews[process] = slew
        run.change_clock(process, None, drift_ppb, {"method": sync.method, "by_us": by_us})
        lasts_us = -(-abs(by_us) * BILLION // abs(rate_ppb))
        run.queue.push(run.now_us + lasts_us, TIMER, SlewEnd(process, slew.number))

    def end_slew(self, event: SlewEnd) -> None:
        """The clock runs on as it would."""
        run, slew = self._run, self.slews.get(event.process)
        if slew is None or slew.number != event.number:
            return
        sync = run.clock_syncs[slew.sync]
        del self.slews[event.process]
        drift_ppb = run.clocks[event.process].drift_ppb - slew.rate_ppb
        run.change_clock(event.process, None, drift_ppb, {"method": sync.method})
        run.clock_syncs[slew.sync] = sync._replace(after_us=self._offset(event.process))

    def forget_slew(self, process: int) -> None:
        """Somebody has set how fast the clock runs."""
        self.slews.pop(process, None)

    def save(self) -> tuple:
        """A copy of all this; see ``restore``."""
        return self.pending.copy(), self.slews.copy(), self.numbers

    def restore(self, saved: tuple) -> None:
        """Go on from what ``save`` returned."""
        pending, slews, self.numbers = saved
        self.pending, self.slews = pending.copy(), slews.copy()
