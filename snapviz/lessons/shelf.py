"""The lessons that are shipped: one folder each, in the order of their names."""

from __future__ import annotations

from pathlib import Path

from snapviz.lessons.problems import LESSON_FILE
from snapviz.resources import resources_folder


def shipped_folders() -> list[Path]:
    """The folders of the shipped lessons."""
    folder = resources_folder() / "lessons"
    return sorted(path.parent for path in folder.glob(f"*/{LESSON_FILE}"))
