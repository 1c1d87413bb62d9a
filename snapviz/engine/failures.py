"""Why a snapshot is given up, in words."""

from __future__ import annotations

from collections.abc import Sequence

FAILURES = {
    "crashed": "{0} crashed before the snapshot was complete",
    "rolled-back": "a recovery undid what {0} had done while it was being taken",
    "unreachable": "{0} cannot reach {1}: no path of channels leads there",
}
"""By kind, with a place for each process that ``fail`` names."""


def failure_words(kind: str, processes: Sequence[str]) -> str:
    """A failure in words, processes by their ids."""
    return FAILURES[kind].format(*processes)
