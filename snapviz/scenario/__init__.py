"""The document a person edits: values, file format, templates, edits.

``model`` holds the frozen values; ``codec`` turns them into text and back; ``files`` loads and
saves; ``tables`` says once what every object of the file may hold, and the reader, the writer and
the JSON Schema (``schema``) all follow it; ``migrations`` brings older files up to date;
``templates`` makes scenarios from a topology; ``edits`` are pure changes, scenario to scenario;
``validity`` judges a scenario in memory as the reader would; ``layouts`` arranges its processes.

May import: the standard library only (``springs`` imports numpy and networkx inside the layouts
that need them). Which protocols and workloads exist is handed in by the
caller as a ``Catalogue``. Names are fetched when they are used, so importing the room is cheap.
"""

from __future__ import annotations

from importlib import import_module

_HOME = {
    "Catalogue": "catalogue",
    "ANY_NAME": "catalogue",
    "Problem": "problems",
    "Scenario": "model",
    "ScenarioError": "problems",
    "TOPOLOGIES": "templates",
    "decode": "codec",
    "encode": "codec",
    "from_template": "templates",
    "json_schema": "schema",
    "load_scenario": "files",
    "looks_like_scenario": "parsing",
    "save_scenario": "files",
}

__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'snapviz.scenario' has no attribute {name!r}")
    return getattr(import_module(f"snapviz.scenario.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
