"""snapviz: see how a distributed system takes a snapshot of itself.

The rooms, ground floor first; each imports only from rooms named before it:

``causality``   what happened before what: clocks, cuts and the verdict on them
``scenario``    the document a person edits, and its file format
``engine``      virtual time, channels, clocks, the trace of a run
``protocols``   one file per algorithm, and the registry of them
``recovery``    from where a run can go on after a crash
``documents``   opening scenario files with the algorithms of the registry
``run``         a finished run: its trace, its snapshots, their verdicts
``simulation``  a scenario becomes a run
``editing``     edits that need to know how the scenario runs
``report``      a run as JSON, with ``message_report`` and ``recovery_report``; ``analysis`` its
                causal facts, ``tables`` both for people, ``recovery_story`` a recovery in sentences
``study``       protocols compared, sweeps over many runs, the run that never happened
``formats``     other people's file formats: GraphML, ShiViz logs, tables of events
``diagram``     where everything lies: display lists, layout, hit testing
``render``      the one painter, for the screen and for files
``ui``          the window
``commands``    the commands of the command line, one module each
``cli``, ``app``  the two doors

Importing the package loads none of them: a name is fetched when it is used.
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"

_HOME = {
    "Run": "snapviz.run",
    "Scenario": "snapviz.scenario.model",
    "ScenarioError": "snapviz.scenario",
    "load_scenario": "snapviz.documents",
    "save_scenario": "snapviz.scenario",
    "simulate": "snapviz.simulation",
}

__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'snapviz' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
