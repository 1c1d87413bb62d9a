"""The table of script actions."""

from __future__ import annotations

from typing import Any

from . import model
from .checks import check_repeats, check_rollback, check_snapshot, check_standby, check_uses_channel
from .durations import ANY_TIME, DELAY, POSITIVE_TIME, TIME
from .free import FreeObject
from .kinds import Choice, Flag, Integer, Number, Text, Thousandths, thousandths_text
from .names import CatalogueName, Groups, ProcessName, SnapshotName
from .problems import Place
from .reading import Reading
from .records import Check, Field, Record, Variant

MOST_ROUNDS = 1000

FREE = FreeObject()
PROCESS = ProcessName()
SNAPSHOT = SnapshotName()
PROBABILITY = Number(0, 1, "a probability")
DRIFT = Thousandths(-(10**9) + 1, 10**9, "parts per million")
SLEW = Thousandths(1000, 5 * 10**8, "parts per million")

CHANNEL_ENDS = (Field("from", "source", PROCESS), Field("to", "target", PROCESS))
CHANNEL_SETTINGS = (
    Field("fifo", "fifo", Flag(), "Whether messages arrive in the order they were sent."),
    Field("delay", "delay", DELAY, "How long a message travels."),
    Field("loss", "loss", PROBABILITY, "How likely each message is lost."),
    Field("duplication", "duplication", PROBABILITY, "How likely each message arrives twice."),
    Field(
        "when_down",
        "when_down",
        Choice("wait", "lost", "retransmit"),
        "What becomes of messages that arrive while the receiver is down.",
    ),
)


class _ActionTime(Thousandths):
    """When an action happens: in a branch, not before the branch begins."""

    def read(self, value: Any, place: Place, reading: Reading) -> int | None:
        at_us = super().read(value, place, reading)
        if at_us is not None and at_us < reading.earliest_us:
            reading.refuse(
                place,
                f"{thousandths_text(at_us)} is before the branch begins; "
                f"allowed: from {thousandths_text(reading.earliest_us)} on",
            )
        return at_us


_AT = Field(
    "at_ms", "at_us", _ActionTime(TIME.low, TIME.high, "milliseconds"), "When, in true time."
)


def _action(make: Any, *fields: Field, check: Check | None = None) -> Record:
    return Record(make, (_AT, *fields), check, marks={"action": make.ACTION}, lead=1)


_PROCESS = Field("process", "process", PROCESS)
_REPEATED = (
    Field("every_ms", "every_us", POSITIVE_TIME, "Again after so long."),
    Field("times", "times", Integer(1, model.MOST_TIMES), "How often in all."),
)

_RECORDS = (
    _action(
        model.Send,
        *CHANNEL_ENDS,
        Field("payload", "payload", FREE, "What the message carries."),
        Field("delay_ms", "delay_us", TIME, "Transit time, instead of the channel's."),
        check=check_uses_channel,
    ),
    _action(model.Internal, _PROCESS, Field("label", "label", Text())),
    _action(
        model.TakeSnapshot,
        Field("initiator", "initiator", PROCESS, "The process that starts it."),
        Field("at_local_ms", "at_local_us", ANY_TIME, "Reading of every process's own clock."),
        Field("protocol", "protocol", CatalogueName("protocols")),
        Field("copies", "copies", Integer(0, 10**6), "On how many other processes it is kept."),
        Field(
            "placement",
            "placement",
            Choice("ring", "across-groups"),
            "On which: the next ones of the file, or first those of other failure groups.",
        ),
        Field(
            "commit",
            "commit",
            Choice("none", "two-phase", "paxos", "raft"),
            "How all agree whether it is committed.",
        ),
        *_REPEATED,
        check=check_snapshot,
    ),
    _action(
        model.SetClock,
        _PROCESS,
        Field("offset_ms", "offset_us", ANY_TIME),
        Field("drift_ppm", "drift_ppb", DRIFT),
    ),
    _action(
        model.SyncClocks,
        Field("method", "method", Choice("cristian", "berkeley", "ntp")),
        Field("server", "server", PROCESS),
        Field("rounds", "rounds", Integer(1, MOST_ROUNDS)),
        Field("adjust", "adjust", Choice("step", "slew"), "At once, or by running faster."),
        Field("slew_ppm", "slew_ppb", SLEW, "How much faster or slower it then runs."),
        *_REPEATED,
        check=check_repeats,
    ),
    _action(model.TakeCheckpoint, _PROCESS),
    _action(model.Crash, _PROCESS),
    _action(
        model.Restart,
        _PROCESS,
        Field("on", "on", PROCESS, "A standby that takes its identity over."),
        Field(
            "storage",
            "storage",
            Choice("kept", "lost"),
            "What the standby finds of its stable storage.",
        ),
        Field("snapshot", "snapshot", SNAPSHOT, "The only snapshot whose parts may serve."),
        check=check_standby,
    ),
    _action(model.Rollback, Field("to_ms", "to_us", TIME, "Back to here."), check=check_rollback),
    _action(model.SetChannel, *CHANNEL_ENDS, *CHANNEL_SETTINGS, check=check_uses_channel),
    _action(model.Partition, Field("groups", "groups", Groups(), "Who can still reach whom.")),
    _action(model.Heal),
)

ACTION = Variant("action", {record.marks["action"]: record for record in _RECORDS})
