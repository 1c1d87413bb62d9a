"""Unsaved work on disk, so that a crash takes nothing with it. No Qt here.

Each window keeps one file of its own. It is written whole beside the old one and
then takes its name, so that whatever is killed at whatever moment, the file holds the
work as it was a moment ago.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from snapviz.documents import catalogue
from snapviz.scenario.codec import decode, encode
from snapviz.scenario.model import Scenario
from snapviz.scenario.problems import ScenarioError

ENDING = ".unsaved.json"


@dataclass(frozen=True)
class Unsaved:
    """Work that was not saved: its scenario, and the file it belongs to, if it has one."""

    scenario: Scenario
    path: Path | None


def write(file: Path, work: Unsaved) -> None:
    """Keep ``work`` in ``file``; raises OSError where that is impossible."""
    told = {"path": str(work.path) if work.path else None, "scenario": encode(work.scenario)}
    beside = file.with_name(file.name + ".tmp")
    with open(beside, "w", encoding="utf-8") as stream:
        json.dump(told, stream, ensure_ascii=False)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(beside, file)


def read(file: Path) -> Unsaved | None:
    """The work in ``file``; None where there is none that can be read."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        path = Path(told["path"]) if told["path"] else None
        return Unsaved(decode(told["scenario"], catalogue()), path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ScenarioError):
        return None


def forget(file: Path) -> None:
    """The work is saved, or not wanted."""
    for name in (file, file.with_name(file.name + ".tmp")):
        with contextlib.suppress(OSError):
            name.unlink()


def kept(folder: Path) -> list[Path]:
    """Every file of unsaved work in a folder, the newest first."""
    try:
        files = [file for file in folder.iterdir() if file.name.endswith(ENDING)]
        return sorted(files, key=lambda file: (-file.stat().st_mtime_ns, file.name))
    except OSError:
        return []
