"""A small valid document to break, as plain JSON values."""

from __future__ import annotations

import pytest


@pytest.fixture
def document() -> dict:
    return {
        "format": "snapviz/scenario",
        "version": 1,
        "processes": [{"id": "P1", "state": {"balance": 1000}}, {"id": "P2"}, {"id": "P3"}],
        "channels": [{"from": "P1", "to": "P2"}, {"from": "P2", "to": "P1"}],
        "workload": {"kind": "bank"},
        "script": [
            {"at_ms": 120, "action": "send", "from": "P1", "to": "P2", "payload": {"amount": 4}},
            {"at_ms": 200, "action": "snapshot", "initiator": "P1"},
        ],
        "delays": [{"from": "P1", "to": "P2", "index": 0, "delay_ms": 12.5}],
        "branches": [{"name": "b", "from_ms": 300, "script": [{"at_ms": 300, "action": "heal"}]}],
    }
