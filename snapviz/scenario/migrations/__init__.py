"""Older files, brought up to the current version one step at a time.

Each version bump adds one module ``v<old>_to_v<new>.py`` with one function from a plain JSON
object to a plain JSON object, and one entry at the end of `STEPS`. Such a function is never
changed afterwards and imports nothing of snapviz, so that what it does to a file of its day stays
what it did. It need not set ``version``. What it cannot make sense of it leaves alone: the reader
of the current version then names the place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Step = Callable[[dict[str, Any]], dict[str, Any]]

# STEPS[k] brings version k + 1 to version k + 2.
STEPS: tuple[Step, ...] = ()
CURRENT_VERSION = len(STEPS) + 1


def migrate(
    document: dict[str, Any], version: int, steps: Sequence[Step] = STEPS
) -> dict[str, Any]:
    """The document as the version after the last of ``steps``; itself if it is that already.

    ``version`` is what the document says, from 1 to ``len(steps) + 1``.
    """
    for number, step in enumerate(steps[version - 1 :], version + 1):
        document = {**step(document), "version": number}
    return document
