"""The fields of each kind of action: what they are called, edited with, and stand for.

The table edits them in a row, the inspector in a form; both go by this.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz.documents import catalogue
from snapviz.engine.script import occurrences
from snapviz.protocols.registry import AGREEMENT, CLOCK_SYNCS
from snapviz.scenario import model
from snapviz.scenario.actions import MOST_ROUNDS, SLEW
from snapviz.scenario.kinds import MAX_TIME_US
from snapviz.scenario.model import MOST_TIMES, Action, Rollback, Scenario, TakeSnapshot
from snapviz.ui import fields
from snapviz.ui.panels.script.words import adjust_word, placement_word, when_down_word
from snapviz.ui.wording import filled
from snapviz.ui.words import protocol_name

translate = QCoreApplication.translate
TIME, KIND, WHAT, DETAIL = range(4)
BY_CLOCK = "global-clock"

_OF_STANDBY = ("storage", "snapshot")

Choices = Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class ActionField:
    """One field of an action.

    ``name``: the attribute. ``label``: a source text of the context ``Script``. ``column``: where
    the table edits it. ``make``: the editor. ``choices``: what it chooses from, where it chooses.
    """

    name: str
    label: str
    column: int
    make: Callable[[QWidget], QWidget]
    choices: Callable[[Scenario], Choices] | None = None
    unit: str = ""

    def read(self, action: Action) -> Any:
        if self.name == "channel":
            return action.source, action.target
        return getattr(action, self.name)

    def write(self, action: Action, value: Any, scenario: Scenario) -> Action:
        """The action with another value in this field, and what must follow from it.

        Raises ValueError, in words, for what other fields do not allow.
        """
        if self.name == "channel":
            return replace(action, source=value[0], target=value[1])
        if self.name == "protocol":
            return _with_protocol(action, value, scenario)
        if self.name == "at_us" and isinstance(action, Rollback):
            return replace(action, at_us=value, to_us=min(action.to_us, value))
        if self.name == "every_us" and value is None:
            return replace(action, every_us=None, times=None)
        if self.name == "times" and value is not None and action.every_us is None:
            raise ValueError(translate("Script", "Say first after how long it happens again."))
        if self.name == "on" and value is None:
            return replace(action, on=None, storage="kept", snapshot=None)
        if self.name in _OF_STANDBY and value not in ("kept", None) and action.on is None:
            raise ValueError(translate("Script", "Say first which process takes it over."))
        return replace(action, **{self.name: value})

    def word(self) -> str:
        return translate("Script", self.label)


def _with_protocol(action: TakeSnapshot, protocol: str, scenario: Scenario) -> TakeSnapshot:
    """A snapshot by the clocks starts by their reading, any other at a process."""
    if (protocol == BY_CLOCK) == (action.initiator is None):
        return replace(action, protocol=protocol)
    if protocol == BY_CLOCK:
        return replace(action, protocol=protocol, initiator=None, at_local_us=action.at_us)
    first = scenario.processes[0].id
    return replace(action, protocol=protocol, initiator=first, at_local_us=None)


def process_choices(scenario: Scenario) -> Choices:
    return [(process.id, process.id) for process in scenario.processes]


def standby_choices(scenario: Scenario) -> Choices:
    return [(translate("Script", "nobody"), None), *process_choices(scenario)]


def storage_choices(_: Scenario) -> Choices:
    kept, lost = translate("Script", "kept"), translate("Script", "lost with the machine")
    return [(kept, "kept"), (lost, "lost")]


def snapshot_choices(scenario: Scenario) -> Choices:
    """The ids that the snapshots of a run of it have."""
    script = [action for action in scenario.script if isinstance(action, TakeSnapshot)]
    count = len(occurrences(script, scenario.duration_us))
    ids = [f"S{number}" for number in range(1, count + 1)]
    return [(translate("Script", "the latest"), None), *((name, name) for name in ids)]


def channel_choices(scenario: Scenario) -> Choices:
    ways = ((channel.source, channel.target) for channel in scenario.channels)
    return [(f"{source} → {target}", (source, target)) for source, target in ways]


def protocol_choices(_: Scenario) -> Choices:
    return [(protocol_name(name), name) for name in catalogue().protocols]


def copies_choices(scenario: Scenario) -> Choices:
    more = [(str(count), count) for count in range(1, len(scenario.processes))]
    return [(translate("Script", "none"), 0), *more]


def placement_choices(_: Scenario) -> Choices:
    return [(placement_word(name), name) for name in ("ring", "across-groups")]


def commit_choices(_: Scenario) -> Choices:
    known = [(protocol_name(name), name) for name in AGREEMENT]
    return [(translate("Script", "none"), "none"), *known]


def fifo_choices(_: Scenario) -> Choices:
    on, off = translate("Script", "on"), translate("Script", "off")
    return [(translate("Script", "unchanged"), None), (on, True), (off, False)]


def when_down_choices(_: Scenario) -> Choices:
    known = [(when_down_word(name), name) for name in ("wait", "lost", "retransmit")]
    return [(translate("Script", "unchanged"), None), *known]


def _method_choices(_: Scenario) -> Choices:
    return [(protocol_name(name), name) for name in CLOCK_SYNCS]


def _server_choices(scenario: Scenario) -> Choices:
    first = filled(translate("Script", "%1, the first"), scenario.processes[0].id)
    return [(first, None), *process_choices(scenario)]


def _adjust_choices(_: Scenario) -> Choices:
    return [(adjust_word(name), name) for name in ("step", "slew")]


def _unchanged(make: Callable) -> Callable[[QWidget], QWidget]:
    return lambda parent: make(parent, optional=True, empty=translate("Script", "unchanged"))


def _delay(parent: QWidget) -> QWidget:
    empty = translate("Script", "the channel's")
    return fields.MillisecondsField(parent, optional=True, empty=empty)


def _signed(parent: QWidget) -> QWidget:
    empty = translate("Script", "unchanged")
    return fields.MillisecondsField(parent, signed=True, optional=True, empty=empty)


def _every(parent: QWidget) -> QWidget:
    empty = translate("Script", "only once")
    return fields.ThousandthsField(1, MAX_TIME_US, parent, optional=True, empty=empty)


def _times(parent: QWidget) -> QWidget:
    empty = translate("Script", "to the end")
    return fields.IntegerField(1, MOST_TIMES, parent, optional=True, empty=empty)


AT = ActionField(
    "at_us", QT_TRANSLATE_NOOP("Script", "time"), TIME, fields.MillisecondsField, unit="ms"
)
_PROCESS = ActionField(
    "process", QT_TRANSLATE_NOOP("Script", "process"), WHAT, fields.ChoiceField, process_choices
)
_CHANNEL = ActionField(
    "channel", QT_TRANSLATE_NOOP("Script", "channel"), WHAT, fields.ChoiceField, channel_choices
)
_INITIATOR = ActionField(
    "initiator", QT_TRANSLATE_NOOP("Script", "initiator"), WHAT, fields.ChoiceField, process_choices
)
_AT_LOCAL = ActionField(
    "at_local_us",
    QT_TRANSLATE_NOOP("Script", "local time"),
    DETAIL,
    lambda parent: fields.MillisecondsField(parent, signed=True),
    unit="ms",
)
_PROTOCOL = ActionField(
    "protocol", QT_TRANSLATE_NOOP("Script", "protocol"), WHAT, fields.ChoiceField, protocol_choices
)
_KEPT = (
    ActionField(
        "copies", QT_TRANSLATE_NOOP("Script", "copies"), DETAIL, fields.ChoiceField, copies_choices
    ),
    ActionField(
        "placement",
        QT_TRANSLATE_NOOP("Script", "placement"),
        DETAIL,
        fields.ChoiceField,
        placement_choices,
    ),
    ActionField(
        "commit", QT_TRANSLATE_NOOP("Script", "commit"), DETAIL, fields.ChoiceField, commit_choices
    ),
)
_REPEATED = (
    ActionField("every_us", QT_TRANSLATE_NOOP("Script", "again every"), DETAIL, _every, unit="ms"),
    ActionField("times", QT_TRANSLATE_NOOP("Script", "times in all"), DETAIL, _times),
)
_FIELDS: dict[type, tuple[ActionField, ...]] = {
    model.Send: (
        _CHANNEL,
        ActionField("payload", QT_TRANSLATE_NOOP("Script", "payload"), WHAT, fields.PayloadField),
        ActionField("delay_us", QT_TRANSLATE_NOOP("Script", "delay"), DETAIL, _delay, unit="ms"),
    ),
    model.Internal: (
        _PROCESS,
        ActionField(
            "label",
            QT_TRANSLATE_NOOP("Script", "label"),
            WHAT,
            lambda parent: fields.TextField(parent, empty=translate("Script", "label")),
        ),
    ),
    model.SetClock: (
        _PROCESS,
        ActionField("offset_us", QT_TRANSLATE_NOOP("Script", "offset"), WHAT, _signed, unit="ms"),
        ActionField(
            "drift_ppb",
            QT_TRANSLATE_NOOP("Script", "drift"),
            DETAIL,
            _unchanged(fields.DriftField),
            unit="ppm",
        ),
    ),
    model.SyncClocks: (
        ActionField(
            "method",
            QT_TRANSLATE_NOOP("Script", "method"),
            WHAT,
            fields.ChoiceField,
            _method_choices,
        ),
        ActionField(
            "server",
            QT_TRANSLATE_NOOP("Script", "server"),
            WHAT,
            fields.ChoiceField,
            _server_choices,
        ),
        ActionField(
            "rounds",
            QT_TRANSLATE_NOOP("Script", "rounds"),
            DETAIL,
            lambda parent: fields.IntegerField(1, MOST_ROUNDS, parent),
        ),
        ActionField(
            "adjust",
            QT_TRANSLATE_NOOP("Script", "adjust"),
            DETAIL,
            fields.ChoiceField,
            _adjust_choices,
        ),
        ActionField(
            "slew_ppb",
            QT_TRANSLATE_NOOP("Script", "slew by"),
            DETAIL,
            lambda parent: fields.ThousandthsField(SLEW.low, SLEW.high, parent),
            unit="ppm",
        ),
        *_REPEATED,
    ),
    model.TakeCheckpoint: (_PROCESS,),
    model.Crash: (_PROCESS,),
    model.Restart: (
        _PROCESS,
        ActionField(
            "on",
            QT_TRANSLATE_NOOP("Script", "taken over by"),
            DETAIL,
            fields.ChoiceField,
            standby_choices,
        ),
        ActionField(
            "storage",
            QT_TRANSLATE_NOOP("Script", "its stable storage"),
            DETAIL,
            fields.ChoiceField,
            storage_choices,
        ),
        ActionField(
            "snapshot",
            QT_TRANSLATE_NOOP("Script", "from snapshot"),
            DETAIL,
            fields.ChoiceField,
            snapshot_choices,
        ),
    ),
    model.Rollback: (
        ActionField(
            "to_us",
            QT_TRANSLATE_NOOP("Script", "back to"),
            WHAT,
            fields.MillisecondsField,
            unit="ms",
        ),
    ),
    model.SetChannel: (
        _CHANNEL,
        ActionField(
            "fifo", QT_TRANSLATE_NOOP("Script", "FIFO"), DETAIL, fields.ChoiceField, fifo_choices
        ),
        ActionField(
            "delay",
            QT_TRANSLATE_NOOP("Script", "delay"),
            DETAIL,
            lambda parent: fields.DurationField(parent, translate("Script", "unchanged")),
        ),
        ActionField(
            "loss", QT_TRANSLATE_NOOP("Script", "loss"), DETAIL, _unchanged(fields.ProbabilityField)
        ),
        ActionField(
            "duplication",
            QT_TRANSLATE_NOOP("Script", "duplication"),
            DETAIL,
            _unchanged(fields.ProbabilityField),
        ),
        ActionField(
            "when_down",
            QT_TRANSLATE_NOOP("Script", "when down"),
            DETAIL,
            fields.ChoiceField,
            when_down_choices,
        ),
    ),
    model.Partition: (
        ActionField("groups", QT_TRANSLATE_NOOP("Script", "groups"), WHAT, fields.GroupsField),
    ),
    model.Heal: (),
}


def fields_of(action: Action, column: int | None = None) -> tuple[ActionField, ...]:
    """The fields of an action, its time first; of one column of the table if that is given."""
    if isinstance(action, TakeSnapshot):
        start = _AT_LOCAL if action.initiator is None else _INITIATOR
        known = (AT, start, _PROTOCOL, *_KEPT, *_REPEATED)
    else:
        known = (AT, *_FIELDS[type(action)])
    return tuple(field for field in known if column in (None, field.column))
