"""The form of one process, and that of several at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from snapviz.scenario import edits
from snapviz.scenario.model import Process, Scenario
from snapviz.ui import fields
from snapviz.ui.editor import Change
from snapviz.ui.panels.inspector.form import Form, Links, show_parts
from snapviz.ui.panels.inspector.state import StateTable
from snapviz.ui.selection import ChannelItem, ProcessItem
from snapviz.ui.session import Session
from snapviz.ui.wording import filled
from snapviz.ui.words import listed

translate = QCoreApplication.translate
COUNTED = ("balance", "token")


class ProcessForm(Form):
    """Name, state, place and clock at the start, and the channels."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._id = ""
        self._renaming = (ProcessItem(""), ProcessItem(""))
        self.edited.connect(self._follow_name)
        self._heading = self.title()
        self._bind("id", translate("Inspector", "name"), fields.TextField(self, blank=False),
                   lambda process: process.id, self._rename)  # fmt: skip
        self._counted = {
            key: self._bind(
                key,
                words,
                fields.IntegerField(0, 1 if key == "token" else 2**53 - 1, self),
                lambda process, k=key: process.state.get(k),
                lambda value, k=key: self._set_state(k, value),
            )
            for key, words in (
                ("balance", translate("Inspector", "balance")),
                ("token", translate("Inspector", "token")),
            )
        }
        for axis, words in enumerate(("x", "y")):
            self._bind(words, words, fields.NumberField(self),
                       lambda _, a=axis: self._position()[a],
                       lambda value, a=axis: self._move(a, value))  # fmt: skip
        self._bind_clock()
        none = translate("Inspector", "fails alone")
        self._bind("failure_group", translate("Inspector", "failure group"),
                   fields.TextField(self, empty=none), lambda process: process.failure_group or "",
                   lambda name: lambda s: with_failure_group(s, [self._id], name))  # fmt: skip
        self.section(translate("Inspector", "Other state"))
        self._state = self.put(StateTable(session, self))
        self.section(translate("Inspector", "Channels"))
        self._links = self.put(Links("channels", self))

    def _bind_clock(self) -> None:
        for key, words, field, unit in (
            (
                "offset_us",
                translate("Inspector", "clock offset"),
                fields.MillisecondsField(self, signed=True),
                "ms",
            ),
            ("drift_ppb", translate("Inspector", "clock drift"), fields.DriftField(self), "ppm"),
        ):
            self._bind(
                key,
                words,
                field,
                lambda process, k=key: getattr(process.clock, k),
                lambda value, k=key: self._set_clock(k, value),
                unit,
            )

    def _bind(self, name: str, words: str, field: QWidget, read: Callable[[Process], Any],
              change: Callable[[Any], Change], unit: str = ""):  # fmt: skip
        return self.bind(
            name, words, field, lambda: read(self._process), change, unit=unit, of=lambda: self._id
        )

    @property
    def _process(self) -> Process:
        scenario = self.editor.scenario
        return scenario.processes[scenario.process_index()[self._id]]

    def _rename(self, name: str) -> Change:
        old = self._id
        self._renaming = (ProcessItem(old), ProcessItem(name))
        return lambda scenario: edits.renamed(scenario, old, name)

    def _follow_name(self) -> None:
        """The selection goes on with the process under its new name."""
        old, new = self._renaming
        selection = self.session.selection
        if old != new and old.id not in self.editor.scenario.process_index():
            selection.set(*(new if item == old else item for item in selection.items))

    def _set_state(self, key: str, value: Any) -> Change:
        name = self._id
        return lambda s: with_state(s, [name], key, value)

    def _position(self) -> tuple[float, float]:
        scenario = edits.positioned(self.editor.scenario)
        return scenario.processes[scenario.process_index()[self._id]].position

    def _move(self, axis: int, value: float) -> Change:
        x, y = self._position()
        return lambda s: edits.moved(s, {self._id: (value, y) if axis == 0 else (x, value)})

    def _set_clock(self, key: str, value: int) -> Change:
        return lambda s: edits.set_clock(s, self._id, **{key: value})

    def show_items(self, items: tuple) -> None:
        self._id = items[-1].id
        self.refresh()

    def refresh(self) -> None:
        if self._id not in self.editor.scenario.process_index():
            return
        state = self._process.state
        self._heading.setText(filled(translate("Inspector", "Process %1"), self._id))
        for key, binding in self._counted.items():
            show_parts(binding.parts, key in state)
        self._state.show_state(self._id, {k: v for k, v in state.items() if k not in COUNTED})
        self._links.show_links(self._channels())
        super().refresh()

    def _channels(self) -> list:
        links = []
        for channel in self.editor.scenario.channels:
            if self._id in (channel.source, channel.target):
                item = ChannelItem(channel.source, channel.target)
                words = f"{channel.source} → {channel.target}"
                links.append((words, lambda item=item: self.select(item)))
        return links


class ProcessesForm(Form):
    """What several processes have in common; an edit changes all of them at once."""

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(session, parent)
        self._ids: list[str] = []
        self._heading = self.title()
        various = translate("Inspector", "various")
        self._balance = self._bind(
            "balance",
            translate("Inspector", "balance"),
            fields.IntegerField(parent=self, optional=True, empty=various),
            lambda process: process.state.get("balance"),
            lambda value: lambda s: with_state(s, self._ids, "balance", value),
        )
        self._bind(
            "offset_us",
            translate("Inspector", "clock offset"),
            fields.MillisecondsField(self, signed=True, optional=True, empty=various),
            lambda process: process.clock.offset_us,
            lambda value: lambda s: with_clocks(s, self._ids, offset_us=value),
            "ms",
        )
        self._bind(
            "drift_ppb",
            translate("Inspector", "clock drift"),
            fields.DriftField(self, optional=True, empty=various),
            lambda process: process.clock.drift_ppb,
            lambda value: lambda s: with_clocks(s, self._ids, drift_ppb=value),
            "ppm",
        )
        self._group = self._bind(
            "failure_group",
            translate("Inspector", "failure group"),
            fields.TextField(self),
            lambda process: process.failure_group or "",
            lambda name: lambda s: with_failure_group(s, self._ids, name),
        )

    def _bind(self, name: str, words: str, field: QWidget, read: Callable[[Process], Any],
              change: Callable[[Any], Change], unit: str = ""):  # fmt: skip
        def common() -> Any:
            values = [read(process) for process in self._processes]
            return values[0] if all(value == values[0] for value in values) else None

        def change_all(value: Any) -> Change:
            return (lambda s: s) if value is None else change(value)

        return self.bind(
            name, words, field, common, change_all, unit=unit, of=lambda: listed(self._ids)
        )

    @property
    def _processes(self) -> list[Process]:
        return [p for p in self.editor.scenario.processes if p.id in self._ids]

    def show_items(self, items: tuple) -> None:
        self._ids = [item.id for item in items]
        self.refresh()

    def refresh(self) -> None:
        text = translate("Inspector", "%1 processes: %2")
        self._heading.setText(filled(text, len(self._ids), listed(self._ids, 6)))
        show_parts(self._balance.parts, any("balance" in p.state for p in self._processes))
        alike = len({process.failure_group for process in self._processes}) == 1
        none, various = translate("Inspector", "fails alone"), translate("Inspector", "various")
        self._group.field.setPlaceholderText(none if alike else various)
        super().refresh()


def with_state(scenario: Scenario, ids: list[str], key: str, value: Any) -> Scenario:
    """Another value under a key of the state of each process."""
    for name in ids:
        process = scenario.processes[scenario.process_index()[name]]
        scenario = edits.replace_process(scenario, name, state={**process.state, key: value})
    return scenario


def with_failure_group(scenario: Scenario, ids: list[str], group: str) -> Scenario:
    """Each process in a failure group; with no name, none of them is in any."""
    for name in ids:
        scenario = edits.replace_process(scenario, name, failure_group=group.strip() or None)
    return scenario


def with_clocks(scenario: Scenario, ids: list[str], **values: int) -> Scenario:
    """Another clock at the start of each process; a field left out stays."""
    for name in ids:
        scenario = edits.set_clock(scenario, name, **values)
    return scenario
