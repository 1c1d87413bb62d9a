"""Rules between the fields of one object, and between objects of the document.

Each sees the value just made, whose refused fields are ``None`` (its rules are silent on those),
and the JSON object it was read from.
"""

from __future__ import annotations

from typing import Any

from .kinds import thousandths_text
from .model import (
    Branch,
    Channel,
    Pin,
    Process,
    Restart,
    Rollback,
    Scenario,
    Send,
    SetChannel,
    SyncClocks,
    TakeSnapshot,
)
from .problems import Place, listing, quote
from .reading import Reading

Raw = dict[str, Any]


def check_process(process: Process, _: Raw, place: Place, reading: Reading) -> None:
    name = ("process", process.id, "")
    if process.id is not None and reading.repeats(name, place):
        what = f"{quote(process.id)} is already the id of"
        reading.refuse_repeat(name, (place, "id"), what)


def check_channel(channel: Channel, _: Raw, place: Place, reading: Reading) -> None:
    name = source, target = channel.source, channel.target
    if source is None or target is None:
        return
    if source == target:
        reading.refuse(
            (place, "to"), f"{quote(target)} is where the channel starts; allowed: another process"
        )
    if reading.repeats(name, place):
        what = f"the channel from {quote(source)} to {quote(target)} is already given by"
        reading.refuse_repeat(name, place, what)
        return
    # Only an id with an arrow in it can make two channels look the same in a report.
    text = ("channel in reports", f"{source}->{target}", "")
    if "->" in source + target and reading.repeats(text, place):
        what = f"{quote(text[1])} is in reports also the name of"
        reading.refuse_repeat(text, place, what)


def check_uses_channel(
    user: Send | SetChannel | Pin, _: Raw, place: Place, reading: Reading
) -> None:
    source, target = user.source, user.target
    if (source, target) in reading.channels or source is None or target is None:
        return
    ends = reading.targets(source)
    allowed = listing((f"{source} -> {end}" for end in ends), len(ends))
    reading.refuse(
        (place, "to"),
        f"there is no channel from {quote(source)} to {quote(target)}; allowed: {allowed}",
    )


def check_pin(pin: Pin, raw: Raw, place: Place, reading: Reading) -> None:
    check_uses_channel(pin, raw, place, reading)
    name = source, target, index = pin.source, pin.target, pin.index
    if None not in name and reading.repeats(name, place):
        what = f"message {index} from {quote(source)} to {quote(target)} is already pinned by"
        reading.refuse_repeat(name, place, what)


def check_repeats(
    action: TakeSnapshot | SyncClocks, raw: Raw, place: Place, reading: Reading
) -> None:
    if "times" in raw and "every_ms" not in raw:
        reading.refuse((place, "times"), "is given without every_ms; allowed: both, or neither")


def check_snapshot(snapshot: TakeSnapshot, raw: Raw, place: Place, reading: Reading) -> None:
    check_repeats(snapshot, raw, place, reading)
    wrong = _wrong_start(snapshot, raw)
    if wrong:
        key, message = wrong
        reading.refuse((place, key), message)
    copies, others = snapshot.copies, len(reading.processes) - 1
    if copies is not None and 0 <= others < copies:
        reading.refuse(
            (place, "copies"),
            f"{copies} is more than there are other processes; allowed: 0 to {others}",
        )


def _wrong_start(snapshot: TakeSnapshot, raw: Raw) -> tuple[str, str] | None:
    by_clock = snapshot.protocol == "global-clock"
    if "initiator" in raw and "at_local_ms" in raw:
        return "at_local_ms", "is given beside initiator; allowed: one of the two"
    if "at_local_ms" in raw:
        if by_clock or snapshot.protocol is None:
            return None
        return "at_local_ms", 'is only for "protocol": "global-clock"; allowed: initiator'
    if by_clock:
        return "at_local_ms", "is missing; a global-clock snapshot starts when the clocks read it"
    if "initiator" not in raw:
        return "initiator", "is missing; allowed: the id of the process that starts it"
    return None


def check_rollback(rollback: Rollback, _: Raw, place: Place, reading: Reading) -> None:
    at, to = rollback.at_us, rollback.to_us
    if at is not None and to is not None and to > at:
        reading.refuse(
            (place, "to_ms"),
            f"{thousandths_text(to)} is later than the rollback itself; "
            f"allowed: 0 to {thousandths_text(at)}",
        )


def check_standby(restart: Restart, _: Raw, place: Place, reading: Reading) -> None:
    if restart.on is not None and restart.on == restart.process:
        reading.refuse((place, "on"), "is the process itself; allowed: another process, or no on")
    if restart.storage == "lost" and restart.on is None:
        reading.refuse(
            (place, "storage"), 'is "lost" without a standby; allowed: "kept", or add on'
        )
    if restart.snapshot is not None and restart.on is None:
        reading.refuse((place, "snapshot"), "is given without a standby; allowed: only with on")


def check_branch(branch: Branch, _: Raw, place: Place, reading: Reading) -> None:
    reading.earliest_us = 0
    name = ("branch", branch.name, "")
    if branch.name is not None and reading.repeats(name, place):
        what = f"{quote(branch.name)} is already the name of"
        reading.refuse_repeat(name, (place, "name"), what)


def check_scenario(scenario: Scenario, _: Raw, place: Place, reading: Reading) -> None:
    if scenario.workload is None or scenario.workload.kind != "token" or reading.found:
        return
    held = 0
    for index, process in enumerate(scenario.processes):
        held += process.state.get("token", 0)
        if held > 1:
            token = ((((place, "processes"), index), "state"), "token")
            reading.refuse(token, "the workload has one token; allowed: 1 at one process, else 0")
            return
