"""What stands in a row of the script, and what its actions are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.figures import MINUS, offset_text, payload_text
from snapviz.scenario.kinds import thousandths_text
from snapviz.scenario.model import (
    Action,
    Duration,
    Exponential,
    Fixed,
    Heal,
    Internal,
    Normal,
    Partition,
    Restart,
    Rollback,
    Send,
    SetChannel,
    SetClock,
    SyncClocks,
    TakeSnapshot,
    Uniform,
)
from snapviz.ui.figures import round_ms_text
from snapviz.ui.wording import filled
from snapviz.ui.words import protocol_name

translate = QCoreApplication.translate
GAP = "  "


def kind_word(action: Action | type) -> str:
    """What an action is called, in the file's words where the language is English."""
    words = {
        "send": translate("Script", "send"),
        "internal": translate("Script", "internal"),
        "snapshot": translate("Script", "snapshot"),
        "set-clock": translate("Script", "set-clock"),
        "sync-clocks": translate("Script", "sync-clocks"),
        "checkpoint": translate("Script", "checkpoint"),
        "crash": translate("Script", "crash"),
        "restart": translate("Script", "restart"),
        "rollback": translate("Script", "rollback"),
        "set-channel": translate("Script", "set-channel"),
        "partition": translate("Script", "partition"),
        "heal": translate("Script", "heal"),
    }
    return words[action.ACTION]


def what_text(action: Action) -> str:
    """Whom the action is about: ``P2 → P1  $40``."""
    match action:
        case Send():
            way = f"{action.source} → {action.target}"
            return f"{way}{GAP}{payload_text(action.payload)}".rstrip()
        case Internal():
            return f"{action.process}{GAP}{action.label}".rstrip()
        case TakeSnapshot():
            name = protocol_name(action.protocol)
            return name if action.initiator is None else f"{action.initiator}{GAP}{name}"
        case SetClock():
            offset = "" if action.offset_us is None else offset_text(action.offset_us)
            return f"{action.process}{GAP}{offset}".rstrip()
        case SetChannel():
            return f"{action.source} → {action.target}"
        case SyncClocks():
            return f"{protocol_name(action.method)}{GAP}{action.server or ''}".rstrip()
        case Rollback():
            return filled(translate("Script", "to %1 ms"), thousandths_text(action.to_us))
        case Partition():
            return " | ".join(" ".join(group) for group in action.groups)
        case Heal():
            return ""
    return action.process


def detail_text(action: Action) -> str:
    """What else is to be said of it: ``delay 160``."""
    match action:
        case Send(delay_us=int(delay_us)):
            return filled(translate("Script", "delay %1"), round_ms_text(delay_us))
        case TakeSnapshot():
            return ", ".join([*_local_time(action), *_keeping(action), *_repeats(action)])
        case SetClock(drift_ppb=int(drift_ppb)):
            sign = MINUS if drift_ppb < 0 else "+"
            return f"{sign}{thousandths_text(abs(drift_ppb))} ppm"
        case Restart(on=str()):
            return ", ".join(_taking_over(action))
        case SyncClocks():
            return ", ".join([f"×{action.rounds}", *_repeats(action), *_slewing(action)])
        case SetChannel():
            return ", ".join(_changes(action))
    return ""


def _local_time(action: TakeSnapshot) -> list[str]:
    if action.at_local_us is None:
        return []
    return [filled(translate("Script", "at %1 local"), round_ms_text(action.at_local_us))]


def _keeping(action: TakeSnapshot) -> list[str]:
    told = []
    if action.copies:
        told.append(filled(translate("Script", "copies %1"), action.copies))
        if action.placement != "ring":
            told.append(placement_word(action.placement))
    if action.commit != "none":
        told.append(protocol_name(action.commit))
    return told


def _taking_over(action: Restart) -> list[str]:
    if action.storage == "lost":
        text = translate("Script", "on %1, storage lost")
    else:
        text = translate("Script", "on %1")
    told = [filled(text, action.on)]
    if action.snapshot is not None:
        told.append(filled(translate("Script", "from %1"), action.snapshot))
    return told


def _repeats(action: TakeSnapshot | SyncClocks) -> list[str]:
    if action.every_us is None:
        return []
    every = round_ms_text(action.every_us)
    if action.times is None:
        return [filled(translate("Script", "every %1"), every)]
    return [filled(translate("Script", "every %1, %2 times"), every, action.times)]


def _slewing(action: SyncClocks) -> list[str]:
    return [adjust_word("slew")] if action.adjust == "slew" else []


def _changes(action: SetChannel) -> list[str]:
    words = []
    if action.fifo is not None:
        on, off = translate("Script", "FIFO on"), translate("Script", "FIFO off")
        words.append(on if action.fifo else off)
    if action.delay is not None:
        words.append(filled(translate("Script", "delay %1"), duration_text(action.delay)))
    if action.loss is not None:
        words.append(filled(translate("Script", "loss %1"), f"{action.loss:g}"))
    if action.duplication is not None:
        words.append(filled(translate("Script", "duplication %1"), f"{action.duplication:g}"))
    if action.when_down is not None:
        words.append(filled(translate("Script", "when down: %1"), when_down_word(action.when_down)))
    return words


def duration_text(duration: Duration) -> str:
    """``50``, ``40–80``, ``≈60``, ``60±5``; several measured ones by how many there are."""
    match duration:
        case Fixed(us):
            return round_ms_text(us)
        case Uniform(low, high):
            return f"{round_ms_text(low)}–{round_ms_text(high)}"
        case Exponential(mean):
            return f"≈{round_ms_text(mean)}"
        case Normal(mean, spread):
            return f"{round_ms_text(mean)}±{round_ms_text(spread)}"
    return filled(translate("Script", "%1 measured"), len(duration.values_us))


def when_down_word(value: str) -> str:
    """What becomes of messages that arrive at a process that is down."""
    words = {
        "wait": translate("Script", "wait"),
        "lost": translate("Script", "lost"),
        "retransmit": translate("Script", "retransmit"),
    }
    return words[value]


def placement_word(value: str) -> str:
    """On which other processes the copies of a snapshot are put."""
    words = {
        "ring": translate("Script", "next on the ring"),
        "across-groups": translate("Script", "across groups"),
    }
    return words[value]


def adjust_word(value: str) -> str:
    """How a clock is put right: at once, or by running faster or slower for a while."""
    words = {"step": translate("Script", "step"), "slew": translate("Script", "slew")}
    return words[value]
