"""Comparisons and sweeps as tables for people, on a terminal of any width."""

from __future__ import annotations

from rich.console import Group
from rich.table import Table
from rich.text import Text

from snapviz.study.comparison import Comparison, Figures, Trial
from snapviz.study.guide import Guide, guide
from snapviz.study.sweep import Point, Sweep
from snapviz.study.variation import plain
from snapviz.study.wilson import Rate
from snapviz.tables import time_cell

NOTHING = "–"
STYLES = {"sound": "green", "fit": "green", "wrong": "bold red", "lucky": "yellow"}


def comparison_table(comparison: Comparison) -> Group:
    """A line for each snapshot of each protocol, then which one when."""
    scenario = comparison.scenario
    head = Text(scenario.title or "untitled", style="bold")
    line = Text(
        f"seed {scenario.seed}, until {time_cell(comparison.until_us)} ms; "
        f"{comparison.received_without} messages received with no snapshot"
        f"{_a_second(comparison, comparison.received_without)}"
    )
    if scenario.save_pause_us:
        line.append(f"; {time_cell(scenario.save_pause_us)} ms to save a state")
    numbers = ("control", "bytes", "duration ms", "blocked ms", *_saving(comparison))
    numbers = (*numbers, "in transit", "received")
    table = _table("protocol", "snapshot", "verdict", *numbers, numbers=numbers)
    for trial in comparison.trials:
        for cells in _trial_rows(comparison, trial):
            table.add_row(*cells)
    return Group(head, line, Text(), table, Text(), *_guide_lines(guide(comparison)))


def _a_second(comparison: Comparison, received: int) -> str:
    rate = comparison.per_second(received)
    return "" if rate is None else f", {rate:.1f} a second"


def _saving(comparison: Comparison) -> tuple[str, ...]:
    """The column of a save pause, where there is one."""
    return ("saving ms",) if comparison.scenario.save_pause_us else ()


def _trial_rows(comparison: Comparison, trial: Trial) -> list[list[Text]]:
    share, is_slow = comparison.throughput(trial), bool(_saving(comparison))
    received = NOTHING if share is None else f"{trial.received} ({share:.0%})"
    if not trial.snapshots:
        verdict = Text(trial.refusal or "takes no snapshot", style="yellow")
        return [
            [
                Text(trial.protocol),
                Text(NOTHING),
                verdict,
                *[Text(NOTHING)] * (5 + is_slow),
                Text(received),
            ]
        ]
    return [
        [
            Text(trial.protocol if place == 0 else ""),
            Text(figures.id),
            _verdict(figures),
            Text(str(figures.control_messages)),
            Text(str(figures.piggyback_bytes)),
            Text(time_cell(figures.duration_us)),
            Text(time_cell(figures.blocking_us)),
            *([Text(time_cell(figures.saving_us))] if is_slow else ()),
            Text(str(figures.recorded_messages)),
            Text(received if place == 0 else ""),
        ]
        for place, figures in enumerate(trial.snapshots)
    ]


def _verdict(figures: Figures) -> Text:
    if figures.consistent is None:
        return Text(figures.status, style="yellow")
    words = ["consistent" if figures.consistent else "inconsistent"]
    counts = {name: getattr(figures, name) for name in ("orphans", "missing", "extra")}
    words += [f"{name}: {count}" for name, count in counts.items() if count]
    if not figures.sound and len(words) == 1:
        words.append("sum not conserved")
    return Text(", ".join(words), style=STYLES["sound" if figures.sound else "wrong"])


def _guide_lines(found: Guide) -> list[Text]:
    lines = [Text(str(found.summary), style="bold")]
    for advice in found.advice:
        line = Text(f"{advice.protocol}: ")
        line.append(str(advice.why), style=STYLES.get(advice.standing, "yellow"))
        lines.append(line)
    return lines


def sweep_table(sweep: Sweep) -> Group:
    """A line for each value under each protocol; shares with their 95 % intervals."""
    variation = sweep.variation
    unit = f" {variation.unit}" if variation.unit else ""
    head = Text(sweep.title or "untitled", style="bold")
    seeds = "seed" if sweep.seeds == 1 else "seeds"
    line = Text(
        f"{variation.name} varied, {sweep.seeds} {seeds} from {sweep.first_seed}, "
        f"until {time_cell(sweep.until_us)} ms; intervals of 95 % confidence"
    )
    value = f"{variation.name}{unit}"
    rates = ("P(inconsistent)", "P(wrong)", "P(incomplete)")
    numbers = (value, "runs", *rates, "duration ms", "control")
    if sweep.save_pause_us:
        line.append(f"; {time_cell(sweep.save_pause_us)} ms to save a state")
        numbers = (*numbers, "received", "throughput")
    table = _table("protocol", *numbers, numbers=numbers)
    for point in sweep.points:
        table.add_row(*_point_cells(point), *(_price_cells(point) if sweep.save_pause_us else ()))
    refusals = dict.fromkeys((p.protocol, p.refusal) for p in sweep.points if p.refusal)
    told = [Text(f"{name}: {why}", style="yellow") for name, why in refusals]
    return Group(head, line, Text(), table, *told)


def _point_cells(point: Point) -> list[Text]:
    duration = point.duration_us
    control = point.control_messages
    return [
        Text(point.protocol),
        Text(plain(point.value)),
        Text(str(point.runs)),
        *(_rate(rate) for rate in (point.inconsistent, point.wrong, point.incomplete)),
        Text(NOTHING if duration is None else f"{duration / 1000:.3f}"),
        Text(NOTHING if control is None else f"{control:.1f}"),
    ]


def _price_cells(point: Point) -> list[Text]:
    """Messages received in a run, and their share of those received with no snapshot."""
    received, share = point.received, point.throughput
    return [
        Text(NOTHING if received is None else f"{received:.1f}"),
        Text(NOTHING if share is None else f"{share:.1%}"),
    ]


def _rate(rate: Rate) -> Text:
    if rate.value is None:
        return Text(NOTHING)
    return Text(
        f"{rate.value:.3f} [{rate.low:.3f}, {rate.high:.3f}]", style="red" if rate.hits else ""
    )


def _table(*columns: str, numbers: tuple[str, ...]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", title_justify="left")
    for column in columns:
        table.add_column(Text(column), justify="right" if column in numbers else "left")
    return table
