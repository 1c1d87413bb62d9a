"""Break one assumption of a run and look whether a snapshot of it goes wrong.

A bounded, deterministic search: the variants of `breakages` one after the other, until the
oracle finds the snapshot wrong, or it does not complete.
"""

from __future__ import annotations

from dataclasses import dataclass

from snapviz.run import Run, Snapshot
from snapviz.scenario import ScenarioError
from snapviz.scenario.model import Scenario
from snapviz.simulation import Simulation
from snapviz.study.breakages import Variant, variants, ways

ORDERED = frozenset(
    ("chandy-lamport", "spezialetti-kearns", "barrier-aligned", "barrier-unaligned")
)


@dataclass(frozen=True)
class Broken:
    """What became of one snapshot of ``base`` with ``assumption`` broken.

    ``outcome``: ``wrong`` (by the oracle), ``incomplete`` (it never completes), ``survives`` (in
    all ``tried`` runs), ``already`` (not right even before), ``nothing`` (nothing could be
    broken). ``run`` is the one to show: that which went wrong, or the first that was tampered
    with. ``messages``: the guilty ones, by number in ``run``; where it survives, the one tampered
    with in vain. ``process``: who is cut off.
    """

    assumption: str
    base: Run
    number: int
    outcome: str
    run: Run
    messages: tuple[int, ...]
    process: str | None
    tried: int

    @property
    def scenario(self) -> Scenario:
        """The scenario of the run to show."""
        return self.run.scenario

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot in the run to show."""
        return self.run.snapshots[self.number]

    @property
    def is_broken(self) -> bool:
        """Whether it went wrong by what was broken."""
        return self.outcome in ("wrong", "incomplete")


class Breaking:
    """The search in slices: ``advance`` until it says True, then ``finish``.

    Raises ValueError in words for an assumption that cannot be broken here or a snapshot that is
    not there.
    """

    def __init__(self, base: Run, number: int, assumption: str) -> None:
        if assumption not in ways():
            known = ", ".join(ways())
            raise ValueError(f"{assumption!r} cannot be broken here; allowed: {known}")
        if not 0 <= number < len(base.snapshots):
            raise ValueError(f"the run has no snapshot number {number + 1}")
        self._base, self._number, self._assumption = base, number, assumption
        self._way = variants(base, number, assumption)
        self._variant: Variant | None = None
        self._simulation: Simulation | None = None
        self._shown: tuple[Variant, Run] | None = None
        self._found: Broken | None = None
        self._tried = 0
        if not _is_sound(base.snapshots[number]):
            self._found = self._told("already", base, _guilty(base.snapshots[number]))
        else:
            self._begin(None)

    @property
    def progress(self) -> float:
        """How far the run under way is, 0 to 1; how many there will be is not known."""
        return 1.0 if self._simulation is None else self._simulation.progress

    @property
    def tried(self) -> int:
        """Runs done so far."""
        return self._tried

    @property
    def rows(self) -> int:
        """How many things have happened so far in the run under way."""
        return 0 if self._simulation is None else self._simulation.rows

    def advance(self, max_steps: int | None = None) -> bool:
        """Go on by at most so many instants of one run; True when the answer is there."""
        if self._found is None and self._simulation.advance(max_steps):
            self._take_in(self._simulation.finish())
        return self._found is not None

    def finish(self) -> Broken:
        """The answer, once ``advance`` has said True."""
        return self._found

    def _begin(self, run: Run | None) -> None:
        """Set up the next variant that can be run; none left: it survives."""
        self._simulation = None
        while self._simulation is None:
            try:
                self._variant = next(self._way) if run is None else self._way.send(run)
            except StopIteration:
                self._survive()
                return
            run = None
            try:
                scenario = self._variant.scenario
                self._simulation = Simulation(scenario, self._base.until_us, self._base)
            except ScenarioError:
                continue

    def _take_in(self, run: Run) -> None:
        self._tried += 1
        variant = self._variant
        if self._shown is None or (variant.is_meddled and not self._shown[0].is_meddled):
            self._shown = variant, run
        outcome = self._outcome(run)
        if outcome is None:
            self._begin(run)
            return
        messages = _guilty(run.snapshots[self._number]) if outcome == "wrong" else ()
        if not messages and variant.message is not None:
            messages = _tampered(run, variant, self._assumption)
        self._found = self._told(outcome, run, messages, variant.process)

    def _outcome(self, run: Run) -> str | None:
        """``wrong`` or ``incomplete``; None if the snapshot is right all the same."""
        snapshot = run.snapshots[self._number] if self._number < len(run.snapshots) else None
        if snapshot is not None and snapshot.verdict is not None:
            return None if snapshot.verdict.sound else "wrong"
        # With an order broken a marker may only be late, which the end of the run does not excuse.
        return None if self._assumption == "fifo" or snapshot is None else "incomplete"

    def _survive(self) -> None:
        if self._shown is None:
            self._found = self._told("nothing", self._base, ())
            return
        variant, run = self._shown
        messages = () if variant.message is None else _tampered(run, variant, self._assumption)
        self._found = self._told("survives", run, messages, variant.process)

    def _told(
        self, outcome: str, run: Run, messages: tuple[int, ...], process: str | None = None
    ) -> Broken:
        base, number = self._base, self._number
        return Broken(self._assumption, base, number, outcome, run, messages, process, self._tried)


def break_it(base: Run, number: int, assumption: str) -> Broken:
    """Break an assumption of a run for its snapshot ``number`` (from 0). Raises ValueError."""
    breaking = Breaking(base, number, assumption)
    while not breaking.advance():
        pass
    return breaking.finish()


def depends(protocol: str, assumption: str) -> bool:
    """Whether theory says that breaking an assumption, and no other, makes a protocol go wrong.

    The naive poll is right by luck alone, which anything can end.
    """
    if protocol == "naive-poll":
        return True
    if assumption == "fifo":
        return protocol in ORDERED
    if assumption == "duplication":
        return False
    return protocol != "global-clock" or assumption == "crash"


def _is_sound(snapshot: Snapshot) -> bool:
    return snapshot.verdict is not None and snapshot.verdict.sound


def _guilty(snapshot: Snapshot) -> tuple[int, ...]:
    """What the oracle names: orphans, else what is missing, else what is too much."""
    verdict = snapshot.verdict
    return () if verdict is None else verdict.orphans or verdict.missing or verdict.extra


def _tampered(run: Run, variant: Variant, assumption: str) -> tuple[int, ...]:
    """The message a variant tampers with, and the copy that its channel made of it."""
    if assumption != "duplication":
        return (variant.message,)
    copies = (c for c, original in run.trace.message_copies.items() if original == variant.message)
    return (variant.message, *copies)
