"""What one reading of a document knows: its names, its limits, the problems found so far."""

from __future__ import annotations

from typing import Any

from .catalogue import Catalogue
from .problems import MOST_PROBLEMS, Place, nearest, render_place

_HINTED_PROBLEMS = 50
_HINTED_NAMES = 300


class GivenUp(Exception):
    """The document has more problems than anybody reads."""


class _Everything(dict):
    """Stands for names that cannot be known, so that one mistake is not reported twice."""

    def __contains__(self, name: object) -> bool:
        return True

    def get(self, name: Any, default: Any = None) -> Any:
        return name


class Reading:
    """Handed down while a document is read; holds no value of the result."""

    def __init__(self, catalogue: Catalogue, document: dict[str, Any]) -> None:
        self.catalogue = catalogue
        self.found: list[tuple[Place, str]] = []
        self.processes = _process_names(document.get("processes"))
        self.channels = _channel_names(document.get("channels", []), self.processes)
        self.earliest_us = 0
        self._first: dict[tuple, Place] = {}
        self._targets: dict[str, list[str]] | None = None

    def refuse(self, place: Place, message: str) -> None:
        """Note a problem; raises GivenUp when there are too many to be worth counting."""
        self.found.append((place, message))
        if len(self.found) >= MOST_PROBLEMS:
            raise GivenUp

    def repeats(self, name: tuple, place: Place) -> bool:
        """Whether something of this name was read before; the first time it is noted."""
        return self._first.setdefault(name, place) is not place

    def refuse_repeat(self, name: tuple, place: Place, what: str) -> None:
        """Refuse the second and later things of a name, pointing at the first."""
        first = render_place(self._first[name])
        self.refuse(place, f"{what} {first}; each may be given once")

    def hint(self, name: str, names: Any) -> str:
        """`` (did you mean ...?)``, left out once it would cost more than it helps."""
        if len(self.found) >= _HINTED_PROBLEMS or len(names) > _HINTED_NAMES:
            return ""
        return nearest(name, list(names))

    def targets(self, source: str) -> list[str]:
        """The processes that ``source`` has a channel to."""
        if self._targets is None:
            self._targets = {}
            for start, end in self.channels:
                self._targets.setdefault(start, []).append(end)
        return self._targets.get(source, [])


def _process_names(processes: Any) -> dict[str, str]:
    if type(processes) is not list:
        return _Everything()
    names = (process.get("id") for process in processes if type(process) is dict)
    return {name: name for name in names if type(name) is str}


def _channel_names(channels: Any, processes: dict[str, str]) -> dict[tuple[str, str], None]:
    if type(channels) is not list or type(processes) is _Everything:
        return _Everything()
    names: dict[tuple[str, str], None] = {}
    for channel in channels:
        if type(channel) is dict:
            source, target = channel.get("from"), channel.get("to")
            if type(source) is str and type(target) is str:
                names[source, target] = None
    return names
