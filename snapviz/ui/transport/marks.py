"""What is pointed out along a run: where its snapshots begin, which go wrong, and crashes."""

from __future__ import annotations

from snapviz.diagram.theme import Theme
from snapviz.engine.trace import RowKind
from snapviz.run import Run
from snapviz.ui.transport.minimap import Mark


def marks_of(run: Run, theme: Theme) -> list[Mark]:
    """Snapshots first, then crashes."""
    marks = []
    for snapshot in run.snapshots:
        verdict = snapshot.verdict
        failed = verdict is not None and not verdict.sound
        color = theme.bad if failed else theme.snapshot(snapshot.number)
        marks.append(Mark(snapshot.started_us, color, failed))
    crashes = [note.time_us for note in run.trace.notes if note.kind == RowKind.CRASH]
    return marks + [Mark(time_us, theme.bad, failed=True) for time_us in crashes]
