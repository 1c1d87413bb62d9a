"""The smallest snapshot protocol there can be, known to nobody but the registry."""

from __future__ import annotations

import pytest

from snapviz.documents import catalogue
from snapviz.engine.hooks import SnapshotProtocol
from snapviz.protocols import registry


class TellAll(SnapshotProtocol):
    """The initiator tells everybody; who is told records."""

    NAME = "tell-all"
    TITLE = "Tell all"

    def on_initiate(self, snapshot):
        for other in set(self.context.processes) - {self.context.process}:
            self.context.send_to(other, snapshot, "now")
        self.on_routed(snapshot, self.context.process, "now")

    def on_routed(self, snapshot, sender, body):
        self.context.record_state(snapshot)
        self.context.finish_part(snapshot)


@pytest.fixture
def tell_all(monkeypatch):
    """One line in the registry, and nothing else, for the length of a test."""
    monkeypatch.setitem(registry.SNAPSHOT_PROTOCOLS, TellAll.NAME, TellAll)
    catalogue.cache_clear()
    yield TellAll
    monkeypatch.undo()
    catalogue.cache_clear()
