"""Why a snapshot is given up, in words."""

from __future__ import annotations

from collections.abc import Sequence

FAILURES = {
    "unreachable": "{0} cannot reach {1}: no path of channels leads there",
}
"""By kind, with a place for each process that ``fail`` names."""


def failure_words(kind: str, processes: Sequence[str]) -> str:
    """A failure in words, processes by their ids."""
    return FAILURES[kind].format(*processes)
