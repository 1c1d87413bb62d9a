"""The form of the whole scenario, shown while nothing is selected."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz.documents import catalogue
from snapviz.protocols.registry import CHECKPOINTING, LOGGING
from snapviz.scenario import edits
from snapviz.scenario.model import Duration, Scenario, Workload
from snapviz.scenario.tables import MAX_SEED
from snapviz.ui import fields
from snapviz.ui.editor import Change
from snapviz.ui.panels.inspector.form import Form, show_parts
from snapviz.ui.session import Session
from snapviz.ui.words import channels_text, fault_tolerance_word, topology_text

translate = QCoreApplication.translate


def workload_word(kind: str) -> str:
    words = {
        "none": translate("Inspector", "none"),
        "bank": translate("Inspector", "bank transfers"),
        "token": translate("Inspector", "one token"),
    }
    return words.get(kind, kind)


class ScenarioForm(Form):
    """Title, seed, duration, the save pause, description, and what the processes do by themselves."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._heading = self.title()
        self._heading.setText(translate("Inspector", "Scenario"))
        self._about = self.facts("about")
        for name, words, field, unit in (
            ("title", translate("Inspector", "title"), fields.TextField(self), ""),
            ("seed", translate("Inspector", "seed"), fields.IntegerField(0, MAX_SEED, self), ""),
            (
                "duration_us",
                translate("Inspector", "duration"),
                fields.MillisecondsField(self),
                "ms",
            ),
            (
                "save_pause_us",
                translate("Inspector", "save pause"),
                fields.MillisecondsField(self),
                "ms",
            ),
            ("description", translate("Inspector", "description"), fields.NotesField(self), ""),
        ):
            self.bind(
                name,
                words,
                field,
                lambda n=name: getattr(self.editor.scenario, n),
                lambda value, n=name: lambda s: replace(s, **{n: value}),
                unit=unit,
            )
        self.section(translate("Inspector", "Workload"))
        self._build_workload()
        self.section(translate("Inspector", "Fault tolerance"))
        self._build_fault_tolerance()

    def _build_fault_tolerance(self) -> None:
        """How often processes take checkpoints, and what they log."""
        policies = ["none", *CHECKPOINTING]
        methods = ["none", *LOGGING]
        self._bind_part("checkpointing", "policy", translate("Inspector", "checkpoints"), policies)
        self._checkpoint_interval = self._bind_part(
            "checkpointing", "interval_us", translate("Inspector", "interval")
        )
        self._bind_part("checkpointing", "collect", translate("Inspector", "discard garbage"))
        self._bind_part("logging", "method", translate("Inspector", "message log"), methods)
        self._flush_interval = self._bind_part(
            "logging", "flush_interval_us", translate("Inspector", "flush interval")
        )

    def _bind_part(self, part: str, name: str, words: str, names: list[str] | None = None):
        """A field of a part of the scenario: a choice of names, yes or no, else a time."""
        unit = "ms" if name.endswith("_us") else ""
        if unit:
            field = fields.MillisecondsField(self, positive=True)
        elif names:
            field = fields.ChoiceField(self)
            field.set_choices([(fault_tolerance_word(value), value) for value in names])
        else:
            field = fields.FlagField(self)

        def change(value: Any) -> Change:
            return lambda s: replace(s, **{part: replace(getattr(s, part), **{name: value})})

        whose = translate("Inspector", "fault tolerance")
        return self.bind(
            f"{part}.{name}",
            words,
            field,
            lambda: getattr(getattr(self.editor.scenario, part), name),
            change,
            unit=unit,
            of=lambda: whose,
        )

    def _build_workload(self) -> None:
        kind = fields.ChoiceField(self)
        kind.set_choices([(workload_word(name), name) for name in catalogue().workloads])
        self.bind(
            "workload",
            translate("Inspector", "kind"),
            kind,
            lambda: self._workload.kind,
            lambda value: lambda s: edits.with_workload(s, replace(s.workload, kind=value)),
            of=lambda: translate("Inspector", "workload"),
        )
        self._interval = self._bind_workload(
            "interval",
            translate("Inspector", "interval"),
            fields.DurationField(self),
            lambda workload: workload.interval,
            lambda workload, value: replace(workload, interval=value),
        )
        self._amounts = [
            self._bind_workload(
                f"amount.{end}",
                words,
                fields.IntegerField(1, parent=self),
                lambda workload, e=end: workload.amount[e],
                lambda workload, value, e=end: replace(workload, amount=_pair(workload, e, value)),
            )
            for end, words in (
                (0, translate("Inspector", "least amount")),
                (1, translate("Inspector", "most amount")),
            )
        ]

    def _bind_workload(self, name: str, words: str, field: QWidget, read, write):
        def change(value: Any) -> Change:
            return lambda s: replace(s, workload=write(s.workload, value))

        whose = translate("Inspector", "workload")
        return self.bind(name, words, field, lambda: read(self._workload), change, of=lambda: whose)

    @property
    def _workload(self) -> Workload:
        return self.editor.scenario.workload

    def show_items(self, items: tuple) -> None:
        self.refresh()

    def refresh(self) -> None:
        scenario: Scenario = self.editor.scenario
        self._about.setText(f"{topology_text(scenario)}\n{channels_text(scenario)}")
        kind = scenario.workload.kind
        show_parts(self._interval.parts, kind != "none")
        for binding in self._amounts:
            show_parts(binding.parts, kind == "bank")
        periodic = scenario.checkpointing.policy != "none"
        show_parts(self._checkpoint_interval.parts, periodic)
        show_parts(self._flush_interval.parts, scenario.logging.method == "optimistic")
        super().refresh()


def _pair(workload: Workload, end: int, value: int | Duration) -> tuple[int, int]:
    low, high = workload.amount
    return (value, high) if end == 0 else (low, value)
