"""What Paxos says of a snapshot, with what binds each promise and each proposal."""

from __future__ import annotations

from collections.abc import Iterable

from snapviz.engine.trace import Remark
from snapviz.study.keeping_steps import Arrival, Step

Bond = tuple[tuple[int, int], str]  # a ballot that somebody has accepted, and its value


def paxos_steps(remarks: Iterable[Remark], arrivals: Iterable[Arrival]) -> list[Step]:
    """A step for each remark, in their order.

    Its values are the ballot; of ``accept`` and ``accepted`` also the digest; of a ``promise`` or
    an ``accept`` that an accepted ballot binds, digest and that ballot.
    """
    told = [a for a in arrivals if a.payload.body[0] == "promise"]
    accepted: dict[int, Bond] = {}
    bound: dict[tuple[int, tuple[int, int]], Bond] = {}
    steps, heard = [], 0
    for said in remarks:
        while heard < len(told) and told[heard][:2] <= (said.time_us, said.row):
            _hear(bound, told[heard])
            heard += 1
        ballot, digest = (said.values[0], said.values[1]), said.values[2:]
        bond: tuple = ()
        if said.kind == "promise":
            bond = accepted.get(said.process, ())
        elif said.kind == "accept":
            own = accepted.get(said.process, ())
            bond = max(bound.get((said.process, ballot), ()), own)
        values = (ballot, *(digest or bond[1:]), *bond[:1])
        steps.append(Step(said.time_us, said.row, said.kind, said.process, values))
        if digest:
            accepted[said.process] = (ballot, digest[0])
    return steps


def _hear(bound: dict, came: Arrival) -> None:
    """A promise tells its proposer of the highest ballot accepted so far."""
    _, ballot, accepted, digest = came.payload.body
    if accepted[0]:
        place = came.payload.target, tuple(ballot)
        bound[place] = max(bound.get(place, ()), (tuple(accepted), digest))
