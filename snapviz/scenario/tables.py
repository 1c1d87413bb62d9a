"""The table of the whole document."""

from __future__ import annotations

from typing import Any

from . import model
from .actions import ACTION, CHANNEL_ENDS, CHANNEL_SETTINGS, DRIFT, FREE
from .checks import check_branch, check_channel, check_pin, check_process, check_scenario
from .durations import ANY_TIME, INTERVAL, POSITIVE_TIME, TIME
from .kinds import MAX_EXACT_INTEGER, Choice, Flag, Integer, Number, Text, Thousandths
from .migrations import CURRENT_VERSION
from .names import CatalogueName
from .problems import Place
from .reading import Reading
from .records import Field, ListOf, Pair, Record

FORMAT = "snapviz/scenario"
MAX_SEED = 2**63 - 1
MAX_COORDINATE = 10**9


class _BranchStart(Thousandths):
    """When a branch begins; the times of its script are measured against it."""

    def read(self, value: Any, place: Place, reading: Reading) -> int | None:
        from_us = super().read(value, place, reading)
        reading.earliest_us = from_us or 0
        return from_us


CLOCK = Record(
    model.Clock,
    (
        Field("offset_ms", "offset_us", ANY_TIME, "Local time minus true time at 0."),
        Field("drift_ppm", "drift_ppb", DRIFT, "How much faster than true time it runs."),
    ),
)

PROCESS = Record(
    model.Process,
    (
        Field("id", "id", Text(blank=False), "The name of the process."),
        Field("state", "state", FREE, "The state it starts in."),
        Field(
            "position",
            "position",
            Pair(Number(-MAX_COORDINATE, MAX_COORDINATE, "a number"), "[x, y]"),
            "Where it is drawn: x to the right, y downwards.",
        ),
        Field("clock", "clock", CLOCK, "Its physical clock at the start."),
        Field(
            "failure_group",
            "failure_group",
            Text(blank=False),
            "What it fails with: a rack, a site. Left out, it is a group of its own.",
        ),
    ),
    check_process,
)

CHANNEL = Record(model.Channel, (*CHANNEL_ENDS, *CHANNEL_SETTINGS), check_channel)

WORKLOAD = Record(
    model.Workload,
    (
        Field("kind", "kind", CatalogueName("workloads"), "What the processes do by themselves."),
        Field("interval", "interval", INTERVAL, "Between two actions of one process."),
        Field(
            "amount",
            "amount",
            Pair(Integer(1, MAX_EXACT_INTEGER), "[lowest, highest]", rising=True),
            "How much one transfer moves.",
        ),
    ),
)

PIN = Record(
    model.Pin,
    (
        *CHANNEL_ENDS,
        Field("index", "index", Integer(0, MAX_EXACT_INTEGER), "Number of the message, from 0."),
        Field("delay_ms", "delay_us", TIME, "Its transit time."),
    ),
    check_pin,
)

SCRIPT = ListOf(ACTION)

BRANCH = Record(
    model.Branch,
    (
        Field("name", "name", Text(blank=False), "The name of the branch."),
        Field("from_ms", "from_us", _BranchStart(TIME.low, TIME.high, "milliseconds")),
        Field("script", "script", SCRIPT, "What happens in it from there on."),
    ),
    check_branch,
)

CHECKPOINTING = Record(
    model.Checkpointing,
    (
        Field(
            "policy", "policy", Choice("none", "independent", "koo-toueg", "index-based", "fdas")
        ),
        Field("interval_ms", "interval_us", POSITIVE_TIME),
        Field(
            "collect",
            "collect",
            Flag(),
            "Whether what no crash can ask for any more is discarded at each checkpoint.",
        ),
    ),
)

LOGGING = Record(
    model.Logging,
    (
        Field(
            "method",
            "method",
            Choice("none", "pessimistic", "sender-based", "optimistic", "causal"),
        ),
        Field("flush_interval_ms", "flush_interval_us", POSITIVE_TIME),
    ),
)

SCENARIO = Record(
    model.Scenario,
    (
        Field("title", "title", Text(), "One line."),
        Field("description", "description", Text(lines=True), "Markdown."),
        Field("seed", "seed", Integer(0, MAX_SEED), "Chooses the random draws."),
        Field("duration_ms", "duration_us", TIME, "How long the run is, the end included."),
        Field("processes", "processes", ListOf(PROCESS, 1, "process")),
        Field("channels", "channels", ListOf(CHANNEL)),
        Field("workload", "workload", WORKLOAD),
        Field("checkpointing", "checkpointing", CHECKPOINTING),
        Field("logging", "logging", LOGGING),
        Field(
            "save_pause_ms",
            "save_pause_us",
            TIME,
            "How long a process takes nothing up when it has recorded for a snapshot.",
        ),
        Field("script", "script", SCRIPT),
        Field("delays", "delays", ListOf(PIN), "Pinned transit times."),
        Field("branches", "branches", ListOf(BRANCH), "Other ways the run may go on."),
    ),
    check_scenario,
    marks={"format": FORMAT, "version": CURRENT_VERSION},
)
