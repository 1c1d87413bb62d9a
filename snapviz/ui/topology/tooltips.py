"""What the pointer is on in the topology, in a few lines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from snapviz.diagram.facts import facts
from snapviz.diagram.figures import offset_text, state_text
from snapviz.diagram.parted_channels import cut_channels
from snapviz.diagram.view import Hit, View
from snapviz.scenario.model import Channel, Scenario
from snapviz.ui.spacetime import tooltips as spacetime
from snapviz.ui.wording import DOT, filled
from snapviz.ui.words import channels_text, messages_text

translate = QCoreApplication.translate


def describe(run, found: Hit, rows: int, time_us: int) -> str:
    """Plain text of one to four lines, as things are at the play-head."""
    if found.kind == "message":
        view = View(1, 1, rows=rows, time_us=time_us, future="hidden")
        return spacetime.describe(run, found, view)
    if found.kind == "channel":
        return _channel(run, found.number, rows, time_us)
    return _process(run, found.number, rows, time_us)


def _process(run, process: int, rows: int, time_us: int) -> str:
    state = state_text(run.states_at(rows)[process])
    offset = offset_text(facts(run).offset_us(process, time_us))
    clock = translate("SpaceTimeView", "clock {offset} against true time").format(offset=offset)
    lines = [run.trace.process_ids[process], state, clock]
    if process in facts(run).lives.down_at(rows):
        lines.insert(1, translate("TopologyView", "down"))
    return "\n".join(line for line in lines if line)


def _channel(run, number: int, rows: int, time_us: int) -> str:
    channel, known = run.scenario.channels[number], facts(run)
    under_way = known.under_way(rows, time_us)
    count = int(np.count_nonzero(run.trace.message_channel[under_way] == number))
    transit = filled(translate("Words", "%1 in transit"), messages_text(count))
    cut = number in cut_channels(run.trace, rows, time_us)
    parted = translate("TopologyView", "cut off: what is sent here is lost") if cut else ""
    way = f"{channel.source} → {channel.target}"
    lines = [way, parted, _kind(channel), _faults(channel), transit]
    return "\n".join(line for line in lines if line)


def _kind(channel: Channel) -> str:
    """Its order and its delay; `channels_text` knows how to say a delay."""
    order = translate("TopologyView", "FIFO")
    if not channel.fifo:
        order = translate("TopologyView", "not FIFO: messages may overtake one another")
    quiet = replace(channel, loss=0.0)
    delay = channels_text(Scenario((), (quiet,))).split(DOT, 1)[1]
    return f"{order}\n{delay}"


def _faults(channel: Channel) -> str:
    parts = []
    if channel.loss:
        text = translate("TopologyView", "loses %1 % of the messages")
        parts.append(filled(text, f"{100 * channel.loss:g}"))
    if channel.duplication:
        text = translate("TopologyView", "delivers %1 % twice")
        parts.append(filled(text, f"{100 * channel.duplication:g}"))
    return DOT.join(parts)
