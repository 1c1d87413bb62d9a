"""What must hold after every event, read from the processes' stable storage.

Nothing here asks a protocol what it thinks: a value counts as chosen where the records of a
majority say so.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

from tests.protocols.agreement.world import World


class PaxosOracle:
    """At most one value of a snapshot is ever accepted by a majority in one ballot.

    ``accepted``: by snapshot and ballot, who has accepted it and what.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.accepted: dict[tuple, dict[int, str]] = {}
        self.chosen: dict[int, str] = {}

    def look(self) -> None:
        for process in range(len(self.world.sides)):
            saved = self.world.stable.get((process, "instances")) or {}
            for snapshot, row in saved.items():
                self._look_at(process, snapshot, *row)
        outcomes = {(snapshot, outcome) for _, snapshot, outcome in self.world.decisions}
        for snapshot, outcome in outcomes:
            value = self.chosen[snapshot]
            assert outcome == ("committed" if value else "aborted")

    def _look_at(self, process: int, snapshot: int, promised, accepted, wish, decided, *_) -> None:
        ballot, value = accepted
        if ballot[0] > 0:
            voters = self.accepted.setdefault((snapshot, ballot), {})
            voters[process] = value
            assert len(set(voters.values())) == 1, "one ballot, two values"
            if 2 * len(voters) > len(self.world.sides):
                assert self.chosen.setdefault(snapshot, value) == value, "two values chosen"
        assert promised >= ballot
        if decided is not None:
            assert snapshot in self.chosen, "decided by a minority"
            assert self.chosen[snapshot] == decided, "decided what was not chosen"

    def facts(self) -> Any:
        """What of the past still bears on what may come."""
        votes = {key: tuple(sorted(voters.items())) for key, voters in self.accepted.items()}
        return tuple(sorted(votes.items())), tuple(sorted(self.chosen.items()))


class TwoPhaseOracle:
    """All or none: nobody decides differently, and nothing is committed that one did not want.

    ``decided``, ``voted``: by snapshot and process, what has been written, and is never taken back.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.decided: dict[tuple[int, int], str] = {}
        self.voted: set[tuple[int, int]] = set()

    def look(self) -> None:
        stable = self.world.stable
        for (process, key), value in sorted(stable.items()):
            kind, snapshot, *_ = key.split()
            if kind == "voted":
                self.voted.add((int(snapshot), process))
            elif kind == "decided":
                first = self.decided.setdefault((int(snapshot), process), value)
                assert first == value, "a decision was changed"
        for (snapshot, process), outcome in self.decided.items():
            self._look_at(snapshot, process, outcome)
        told = {
            (process, f"decided {snapshot}"): o for process, snapshot, o in self.world.decisions
        }
        assert told == {k: v for k, v in stable.items() if k[1].startswith("decided")}

    def _look_at(self, snapshot: int, process: int, outcome: str) -> None:
        outcomes = {o for (other, _), o in self.decided.items() if other == snapshot}
        assert len(outcomes) == 1, "two decisions"
        coordinator = self.world.collector(snapshot)
        if outcome == "committed":
            others = set(range(len(self.world.sides))) - {coordinator}
            assert {p for s, p in self.voted if s == snapshot} == others, "not all said yes"
        if (snapshot, process) in self.voted or outcome == "committed":
            assert (snapshot, coordinator) in self.decided, "decided before its coordinator"

    def facts(self) -> Any:
        """What of the past still bears on what may come: all of it stands on the logs."""
        return tuple(sorted(self.decided.items())), tuple(sorted(self.voted))


class RaftOracle:
    """The five promises of the paper's figure 3.

    ``leaders``: who led a term; ``committed``: the entry of each place, and the term it was first
    known in.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.leaders: dict[int, int] = {}
        self.led: dict[int, tuple] = {}
        self.votes: dict[tuple[int, int], int] = {}
        self.committed: dict[int, tuple[tuple, int]] = {}

    def look(self) -> None:
        rows = {
            process: self.world.stable[process, "state"]
            for process in range(len(self.world.sides))
            if (process, "state") in self.world.stable
        }
        logs = {process: row[2] for process, row in rows.items()}
        self._votes(rows)
        self._elections()
        self._matching(logs)
        for term, _, log, committed, settled, *_ in rows.values():
            assert settled <= committed <= len(log)
            self._commits(term, log[:committed], logs)
        self._completeness(logs)
        self._decisions()

    def _votes(self, rows: dict[int, tuple]) -> None:
        for process, (term, vote, *_) in rows.items():
            if vote is not None:
                given = self.votes.setdefault((process, term), vote)
                assert given == vote, "voted twice in a term"

    def _elections(self) -> None:
        for process, side in enumerate(self.world.sides):
            if process in self.world.down:
                continue
            if side.role == "leader":
                first = self.leaders.setdefault(side.term, process)
                assert first == process, "two leaders of a term"
                log = side.ledger.after(0)
                before = self.led.setdefault(side.term, log)
                assert log[: len(before)] == before, "a leader changed what it had"
                self.led[side.term] = log

    def _matching(self, logs: dict[int, tuple]) -> None:
        for one, other in combinations(logs.values(), 2):
            same = [
                place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a[0] == b[0]
            ]
            if same:
                assert one[: same[-1] + 1] == other[: same[-1] + 1], "logs do not match"

    def _commits(self, term: int, entries: tuple, logs: dict[int, tuple]) -> None:
        for place, entry in enumerate(entries):
            if place not in self.committed:
                holding = [log for log in logs.values() if log[place : place + 1] == (entry,)]
                assert 2 * len(holding) > len(self.world.sides), "committed by a minority"
                self.committed[place] = entry, term
            assert self.committed[place][0] == entry, "two entries decided for one place"

    def _completeness(self, logs: dict[int, tuple]) -> None:
        for process, side in enumerate(self.world.sides):
            if process in self.world.down or side.role != "leader":
                continue
            for place, (entry, term) in self.committed.items():
                if side.term > term:
                    assert logs[process][place : place + 1] == (entry,), "a leader lacks an entry"

    def _decisions(self) -> None:
        known = {entry[1]: entry[2] for entry, _ in self.committed.values()}
        for _, snapshot, outcome in self.world.decisions:
            assert outcome == ("committed" if known[snapshot] else "aborted")

    def facts(self) -> Any:
        """What of the past still bears on what may come."""
        return (
            tuple(sorted(self.leaders.items())),
            tuple(sorted(self.led.items())),
            tuple(sorted(self.votes.items())),
            tuple(sorted(self.committed.items())),
        )
