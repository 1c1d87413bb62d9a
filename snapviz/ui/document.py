"""The open document: a scenario, where it is kept, and the run it gives.

The scenario is an immutable value and the only thing that is ever changed or
saved; the run follows from it. No Qt here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from snapviz.documents import load_scenario
from snapviz.scenario import save_scenario
from snapviz.scenario.model import Scenario
from snapviz.ui.history import History

if TYPE_CHECKING:
    from snapviz.run import Run

FILE_ENDING = ".snapviz.json"


class Document:
    """``path`` is ``None`` for a scenario that no file of the person's own holds.

    ``is_read``: it came from a file, whose reader found nothing wrong with it.
    ``refuses``: says in words why it must not become a scenario; nothing, if it may.
    """

    def __init__(self, scenario: Scenario, path: Path | None = None) -> None:
        self.history = History(scenario)
        self.path = path
        self.run: Run | None = None
        self.is_log = False
        self.is_read = False
        self.refuses: Callable[[Scenario], str] = lambda scenario: ""

    @classmethod
    def open(cls, path: Path) -> Document:
        """Read a file. Raises ``ScenarioError`` with every problem found."""
        document = cls.sample(path)
        document.path = Path(path)
        return document

    @classmethod
    def sample(cls, path: Path) -> Document:
        """A shipped scenario as an untitled document: saving asks for a place."""
        document = cls(load_scenario(path))
        document.is_read = True
        return document

    @classmethod
    def of_log(cls, run: Run, path: Path) -> Document:
        """What a log tells: there to be looked at, not to be changed or saved."""
        document = cls(run.scenario, path)
        document.run, document.is_log = run, True
        return document

    @property
    def scenario(self) -> Scenario:
        return self.history.scenario

    @property
    def dirty(self) -> bool:
        """Whether the scenario is another than the one opened or saved last."""
        return self.history.dirty

    @property
    def title(self) -> str:
        return self.scenario.title

    @property
    def suggested_name(self) -> str:
        """A file name to start from: the file's own, else made from the title."""
        if self.path is not None:
            return self.path.name
        kept = [c if c.isalnum() else "-" for c in self.scenario.title.lower()]
        stem = "-".join(part for part in "".join(kept).split("-") if part)
        return (stem or "scenario") + FILE_ENDING

    def save(self, path: Path | None = None) -> None:
        """Write the scenario whole, then replace the file.

        Raises ``ScenarioError``; then the file at ``path`` is what it was before, and
        so is this document.
        """
        target = Path(path) if path is not None else self.path
        if target is None:
            raise ValueError("a document without a path needs one to be saved")
        save_scenario(self.scenario, target)
        self.path = target
        self.history.mark_saved()
