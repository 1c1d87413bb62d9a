"""Opening scenario files with the algorithms this snapviz has."""

from __future__ import annotations

import os
from functools import cache

from snapviz.scenario.catalogue import Catalogue
from snapviz.scenario.files import load_scenario as load_with
from snapviz.scenario.model import Scenario


@cache
def catalogue() -> Catalogue:
    """The names of protocols and workloads that scenario files may use."""
    from snapviz.protocols.registry import SNAPSHOT_PROTOCOLS, WORKLOADS

    return Catalogue(tuple(SNAPSHOT_PROTOCOLS), tuple(WORKLOADS))


def load_scenario(path: str | os.PathLike[str]) -> Scenario:
    """The scenario in a file. Raises ScenarioError, naming the file, when it is refused."""
    return load_with(path, catalogue())
