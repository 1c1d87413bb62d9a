"""What stands in the tables of a snapshot card: recorded states, and states of channels."""

from __future__ import annotations

from collections.abc import Sequence

from snapviz.diagram.figures import payload_text, state_text
from snapviz.ui.figures import ms_text
from snapviz.ui.moment import ChannelPart, ProcessPart
from snapviz.ui.panels.text_table import Cell, Row
from snapviz.ui.words import transit_text

NOT_YET = "–"
LONGEST_VECTOR = 6
STATE_WIDTHS = (62, 86, 68)
CHANNEL_WIDTHS = (72, 48)


def state_rows(parts: Sequence[ProcessPart], decimals: int) -> list[Row]:
    """process | recorded at | state | vector clock."""
    ids = [part.id for part in parts]
    return [_state_row(part, ids, decimals) for part in parts]


def _state_row(part: ProcessPart, ids: list[str], decimals: int) -> Row:
    recorded = part.recorded
    if recorded is None:
        name = Cell(part.id, bold=True, muted=True, dot=part.number, full=False)
        return (name, *[Cell(NOT_YET, muted=True)] * 3)
    return (
        Cell(part.id, bold=True, dot=part.number),
        Cell(ms_text(recorded.recorded_us, decimals)),
        Cell(state_text(recorded.state) or NOT_YET),
        Cell(_vector_text(recorded.vector_clock, ids)),
    )


def _vector_text(vector: dict[str, int], ids: list[str]) -> str:
    """Every entry of a short vector; of a long one those above zero, by process."""
    if len(ids) <= LONGEST_VECTOR:
        return "[" + " ".join(str(vector.get(pid, 0)) for pid in ids) + "]"
    return ", ".join(f"{pid}\u00a0{vector[pid]}" for pid in ids if pid in vector) or "0"


def channel_rows(parts: Sequence[ChannelPart], decimals: int) -> list[Row]:
    """channel | payload | when sent and received."""
    return [
        (
            Cell(f"{part.source} → {part.target}", bold=True),
            Cell(payload_text(part.message.payload) or NOT_YET),
            Cell(transit_text(part.message, decimals), muted=True),
        )
        for part in parts
    ]
