"""What the checkpoints dock shows, worked out for one moment; a long run's in a thread."""

from __future__ import annotations

from collections.abc import Iterator

from snapviz.study.moment import Moment
from snapviz.study.stable_storage import EraLog, Garbage, Storage


def stored(moment: Moment, earlier: EraLog | None) -> Storage:
    """What is stored at a moment; ``earlier``: a log of the same run."""
    run = moment.run
    era = run.era(max(0, moment.rows - 1))
    is_same = earlier is not None and earlier.era is era
    return Storage(moment, earlier if is_same else EraLog(run, era, earlier))


def worked_out(moment: Moment, earlier: EraLog | None) -> Iterator[tuple[Storage, Garbage | None]]:
    """What is stored, and then with it what of that could go."""
    storage = stored(moment, earlier)
    storage.prepare()
    yield storage, None
    yield storage, storage.garbage()
