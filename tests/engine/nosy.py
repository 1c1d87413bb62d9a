"""A protocol that uses everything a context offers, to see what becomes of it."""

from __future__ import annotations

from snapviz.engine.hooks import Awaited, SnapshotProtocol


class Nosy(SnapshotProtocol):
    """Attaches a count and a reading, holds every third message for a turn, wakes all the time."""

    NAME = "nosy"
    AWAITS_TRANSIT = True

    def __init__(self, context):
        super().__init__(context)
        self.sent = self.turn = 0
        self.heard = []
        self.recorded = []
        self.saved = None

    def on_start(self):
        self.context.set_alarm(self.context.local_us() + 4_000, "again")

    def on_initiate(self, snapshot):
        self._take_part(snapshot)
        for process in self.context.processes:
            if process != self.context.process and self.context.can_reach(process):
                self.context.send_to(process, snapshot, ["please", snapshot])
        for channel in self.context.outgoing:
            self.context.send_control(channel, snapshot, "now")

    def _take_part(self, snapshot):
        self.turn += 1
        if snapshot not in self.recorded:
            self.recorded.append(snapshot)
            saved = self.saved if snapshot % 2 else None
            self.context.record_state(snapshot, saved)
            self.context.finish_part(snapshot)

    def piggyback(self, channel):
        self.sent += 1
        return [self.sent, self.context.local_us(), self.recorded.copy()]

    def may_deliver(self, channel, message, data):
        return (self.turn + data[0]) % 3 != 0

    def may_deliver_control(self, snapshot, channel, body):
        return self.turn % 2 == 0

    def may_deliver_routed(self, snapshot, sender, body):
        return self.turn % 5 != 0

    def on_arrival(self, channel, message, data):
        self.heard.append((message, tuple(data[:2])))
        for snapshot in self.recorded:
            if snapshot not in data[2]:
                self.context.record_message(snapshot, channel, message)

    def on_receive(self, channel, message):
        self.turn += 1
        self.saved = self.context.save_state()

    def on_control(self, snapshot, channel, body):
        self._take_part(snapshot)
        self.context.set_timer(1_500, snapshot)

    def on_routed(self, snapshot, sender, body):
        self._take_part(snapshot)

    def on_timer(self, data):
        self.turn += 1

    def on_alarm(self, data):
        self.turn += 1
        self.context.set_alarm(self.context.local_us() + 3_000 + self.turn % 7, data)

    def waiting(self, snapshot):
        if snapshot not in self.recorded:
            yield Awaited("word", None, self.context.started_us(snapshot), 0)
