"""Paxos, the learner: what was chosen is written down, and told until all hold it."""

from __future__ import annotations

from collections.abc import Iterable

from snapviz.protocols.agreement.instances import DECIDED, HOLDS, MOST_SILENT, Instances
from snapviz.protocols.agreement.peers import outcome_of


class Learner(Instances):
    """One process, as it learns and tells what was decided."""

    def _decide(self, snapshot: int, value: str) -> None:
        instance = self._instance(snapshot)
        instance.decided, instance.silent = value, 0
        instance.holders |= {self.context.process}
        self._write()
        self.context.decided(snapshot, outcome_of(value))

    def _told(self, snapshot: int, sender: int, value: str, holders: tuple[int, ...]) -> None:
        instance = self._instance(snapshot)
        is_news = instance.decided is None
        if is_news:
            instance.proposal = None
            self._decide(snapshot, value)
        self._hold(snapshot, {sender, *holders})
        if is_news and not self._is_held_by_all(instance):
            self._set_timer(snapshot, self.patience_us() << instance.silent)
        if self.context.process not in holders:
            self.context.send_to(sender, snapshot, (HOLDS,))

    def _hold(self, snapshot: int, holders: Iterable[int]) -> None:
        instance = self._instance(snapshot)
        if not instance.holders.issuperset(holders):
            instance.holders |= frozenset(holders)
            self._write()

    def _tell_all(self, snapshot: int) -> None:
        """Once all have answered, or as many as do: what they accepted is decided."""
        self._instance(snapshot).proposal = None
        self._tell(snapshot, self.context.others)

    def _tell(self, snapshot: int, processes: Iterable[int]) -> None:
        instance = self._instance(snapshot)
        body = (DECIDED, instance.decided, tuple(sorted(instance.holders)))
        for process in processes:
            self.context.send_to(process, snapshot, body)

    def _tell_again(self, snapshot: int) -> None:
        instance = self._instance(snapshot)
        if instance.proposal is not None:
            self._tell_all(snapshot)
        else:
            self._tell(snapshot, [p for p in self.context.others if p not in instance.holders])
        if not self._is_held_by_all(instance):
            instance.silent = min(instance.silent + 1, MOST_SILENT)
            self._set_timer(snapshot, self.patience_us() << instance.silent)
