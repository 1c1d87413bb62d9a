"""What stands in the table of clock synchronisations, and in the legend above the plot."""

from __future__ import annotations

from snapviz.diagram.figures import signed
from snapviz.run import Run
from snapviz.study.clock_errors import ClockErrors, Synchronisation
from snapviz.ui.figures import round_ms_text
from snapviz.ui.panels.text_table import Cell, Row
from snapviz.ui.words import protocol_name

NOTHING = "–"
WIDTHS = (38, 20, 20, 20)


def sync_rows(run: Run, syncs: tuple[Synchronisation, ...]) -> list[Row]:
    """clock | method and samples | applied | error before → after | bound."""
    return [_sync_row(run, sync) for sync in syncs]


def _sync_row(run: Run, made: Synchronisation) -> Row:
    sync = made.sync
    count = len(made.estimates)
    return (
        Cell(run.trace.process_ids[sync.process], bold=True, dot=sync.process),
        Cell(f"{protocol_name(sync.method)} ×{count}" if count else protocol_name(sync.method)),
        Cell(signed_ms(sync.applied_us)),
        Cell(f"{signed_ms(sync.before_us)} → {signed_ms(sync.after_us)}"),
        _bound_cell(made),
    )


def _bound_cell(made: Synchronisation) -> Cell:
    """Half the delay of the sample that counted, and whether the true error was within it."""
    best = made.best
    if best is None:
        return Cell(NOTHING, muted=True)
    sign = "✓" if best.is_within else "✗"
    return Cell(f"{sign} ±{half_ms(best.sample.delay_us)}", bad=not best.is_within)


def signed_ms(us: int | None) -> str:
    """``+25``, ``−0.311``, ``0``; a dash for what is not known yet."""
    if us is None:
        return NOTHING
    return signed(round_ms_text(abs(us)), us)


def half_ms(us: int) -> str:
    """Half of so many microseconds, exactly: ``21`` is ``0.0105``."""
    whole, half = divmod(us, 2)
    text = f"{whole / 1000:.3f}" + ("5" if half else "")
    return text.rstrip("0").rstrip(".")


def legend_rows(run: Run, errors: ClockErrors, at_us: int) -> list[tuple[int, str, str]]:
    """(process number, id, error in milliseconds) of each clock at a time."""
    ids = enumerate(run.trace.process_ids)
    return [(number, name, signed_ms(errors.at(number, at_us))) for number, name in ids]
