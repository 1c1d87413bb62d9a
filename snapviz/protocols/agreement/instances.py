"""What Paxos keeps of every snapshot, on stable storage and off it, and how long it waits."""

from __future__ import annotations

from snapviz.engine.context import ProcessContext
from snapviz.protocols.agreement.ballots import Ballot, Instance
from snapviz.protocols.agreement.peers import Peers

PREPARE, PROMISE, ACCEPT, ACCEPTED = "prepare", "promise", "accept", "accepted"
REFUSED, DECIDED, HOLDS = "refused", "decided", "holds"

INSTANCES = "instances"
MOST_OUTBID, MOST_SILENT = 6, 3
"""How often a wait is doubled: before it proposes again, and where nobody answers."""


class Instances(Peers):
    """One process, without its roles. ``instances``: by snapshot."""

    def __init__(self, context: ProcessContext) -> None:
        super().__init__(context)
        self.instances: dict[int, Instance] = {}

    def on_restart(self) -> None:
        saved = self.context.read_stable(INSTANCES) or {}
        self.instances = {
            snapshot: Instance(*rest, frozenset(holders))
            for snapshot, (*rest, holders) in saved.items()
        }
        for snapshot, instance in self.instances.items():
            if instance.decided is None:
                self._be_patient(snapshot)
            elif not self._is_held_by_all(instance):
                self._set_timer(snapshot, self.patience_us() << instance.silent)

    def _write(self) -> None:
        saved = {snapshot: instance.saved for snapshot, instance in self.instances.items()}
        self.context.write_stable(INSTANCES, saved)

    def _instance(self, snapshot: int) -> Instance:
        return self.instances.setdefault(snapshot, Instance())

    def _is_held_by_all(self, instance: Instance) -> bool:
        return len(instance.holders) == len(self.context.processes)

    # Time

    def _give_way(self, snapshot: int) -> None:
        """Another proposes: leave it to that one for a while."""
        instance = self._instance(snapshot)
        if instance.proposal is not None:
            instance.proposal = None
            instance.outbid = min(instance.outbid + 1, MOST_OUTBID)
        self._be_patient(snapshot)

    def _be_patient(self, snapshot: int) -> None:
        """Propose after a while, if there is something that this process may propose."""
        instance = self._instance(snapshot)
        if instance.wish is not None or instance.has_accepted:
            self._set_timer(snapshot, self.patience_us() << instance.outbid)

    def _set_timer(self, snapshot: int, delay_us: int) -> None:
        instance = self._instance(snapshot)
        instance.timer += 1
        self.context.set_timer(delay_us, (snapshot, instance.timer))

    # Small things

    def _remark(self, snapshot: int, kind: str, ballot: Ballot, value: str | None = None) -> None:
        values = ballot if value is None else (*ballot, value)
        self.context.remark(snapshot, kind, values)
