"""What becomes of a snapshot that all are to agree on?"""

from __future__ import annotations

from snapviz.diagram.figures import milliseconds
from snapviz.engine.trace import ABORTED, COMMITTED
from snapviz.kept import PENDING, Commit
from snapviz.lessons.questions.question import (
    Asking,
    Option,
    Question,
    Unaskable,
    is_exactly,
    place_of,
)
from snapviz.lessons.words import Told, told
from snapviz.run import Snapshot

KIND = "outcome"
ABOUT = ("snapshot",)


def ask(asking: Asking) -> Question:
    """About a snapshot that is to be committed; drawn where it is not given."""
    snapshot = _snapshot(asking)
    commit = snapshot.commit
    key = (commit.outcome,)
    prompt = told("All are to agree on %1. What becomes of it by the end of the run?", snapshot.id)
    options = (
        Option(COMMITTED, told("It is committed")),
        Option(ABORTED, told("It is aborted")),
        Option(PENDING, told("It stays undecided")),
    )
    return Question(
        KIND, prompt, "one", options, key, is_exactly(key), lambda _: _explain(snapshot, commit)
    )


def _snapshot(asking: Asking) -> Snapshot:
    snapshots = [s for s in asking.run.snapshots if s.commit is not None]
    if "snapshot" in asking.about:
        every = asking.run.snapshots
        wanted = every[place_of([s.id for s in every], asking.about["snapshot"], "snapshot")]
        snapshots = [s for s in snapshots if s is wanted]
    if not snapshots:
        raise Unaskable('no such snapshot is to be agreed on; give its action a "commit"')
    return asking.draw.choice(snapshots)


def _explain(snapshot: Snapshot, commit: Commit) -> Told:
    if commit.outcome == PENDING:
        return told(
            "At the end of the run no process has a decision on %1 on its log.", snapshot.id
        )
    at, who = milliseconds(commit.decided_us), ", ".join(commit.decided_by)
    if commit.outcome == COMMITTED:
        return told(
            "At %1 ms it is decided to commit; at the end it is on the logs of %2.", at, who
        )
    return told("At %1 ms it is decided to abort; at the end that is on the logs of %2.", at, who)
