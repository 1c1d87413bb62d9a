"""The comparison as a figure: the same words, figures and bars as on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from snapviz.diagram.bar_table import BarRow, bar_table
from snapviz.study.comparison import Comparison, Trial
from snapviz.ui.figure_tools import Figure
from snapviz.ui.studies.compare_table import NOTHING, Column, columns_of
from snapviz.ui.studies.sentences import verdict_text
from snapviz.ui.words import protocol_name

TONES = {"sound": "good", "wrong": "bad"}
BARS = {"sound": "accent", "wrong": "bad"}


def figure(comparison: Comparison, caption: str) -> Figure:
    """Every protocol with its verdict and its figures, a bar under each."""
    translate = QCoreApplication.translate
    columns, title = columns_of(comparison), comparison.scenario.title
    heads = [translate("Compare", "protocol"), translate("Compare", "verdict")]
    heads += [column.head for column in columns]
    rows = [_row(trial, number, columns) for number, trial in enumerate(comparison.trials)]
    picture = bar_table(title, caption, heads, rows)
    return Figure(picture, title, translate("Compare", "Protocols compared"), "protocols")


def _row(trial: Trial, number: int, columns: list[Column]) -> BarRow:
    cells = []
    for column in columns:
        most = max(column.amounts, default=0)
        share = column.amounts[number] / most if most else None
        cells.append((NOTHING, None) if trial.refusal else (column.texts[number], share))
    tone, bar = TONES.get(trial.outcome, "muted"), BARS.get(trial.outcome, "muted")
    return BarRow(protocol_name(trial.protocol), verdict_text(trial), tone, bar, tuple(cells))
