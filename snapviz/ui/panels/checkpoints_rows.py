"""The rows of the two tables of the checkpoints dock: each checkpoint, each stable storage."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.figures import grouped, state_text
from snapviz.run import Run
from snapviz.study.moment import COLLECTED, STANDING, Moment
from snapviz.study.stable_storage import Garbage, Shelf
from snapviz.ui.figures import decimals_for, ms_text
from snapviz.ui.panels.checkpoints_words import standing_text
from snapviz.ui.panels.text_table import Cell, Row
from snapviz.ui.wording import filled

NO_STATE = "–"
translate = QCoreApplication.translate


def checkpoint_row(moment: Moment, number: int, garbage: Garbage) -> Row:
    """Pale where nobody may restart from it, struck through where it is gone."""
    run, row, status = moment.run, moment.checkpoint(number), moment.status(number)
    may_go = number in garbage.checkpoints
    pale, gone = may_go or status != STANDING, status == COLLECTED
    taken = ms_text(row.time_us, decimals_for(run.until_us))
    return (
        Cell(run.trace.process_ids[row.process], bold=True, dot=row.process),
        Cell(str(row.index), muted=pale, struck=gone),
        Cell(taken, muted=pale, struck=gone),
        Cell(state_text(row.state) or NO_STATE, muted=pale, struck=gone),
        Cell(standing_text(row.kind, status, may_go), muted=True),
    )


def shelf_row(run: Run, process: int, shelf: Shelf) -> Row:
    """What one process has on stable storage, and how many bytes that takes."""
    text = translate("CheckpointsPanel", "%1 · %2 B")
    checkpoints = filled(text, grouped(shelf.checkpoints), grouped(shelf.checkpoint_bytes))
    entries = filled(text, grouped(shelf.entries), grouped(shelf.entry_bytes))
    together = filled(translate("CheckpointsPanel", "%1 B"), grouped(shelf.total_bytes))
    return (
        Cell(run.trace.process_ids[process], bold=True, dot=process),
        Cell(checkpoints),
        Cell(entries if shelf.entries else NO_STATE, muted=not shelf.entries),
        Cell(together),
    )
